#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/document.h"
#include "ctdl/node_reader.h"
#include "ctdl/payload_size.h"
#include "ctdl/structure.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

// "credreg.net/ctdl/schema/context/json" of whatever spelling of it; what others write stays.
std::string_view bare_context(std::string_view address) {
    for (const std::string_view beginning : {"https://", "http://", "www."}) {
        if (address.starts_with(beginning)) address.remove_prefix(beginning.size());
    }
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    return address;
}

bool is_known_context(std::string_view address) {
    constexpr std::string_view schemas[] = {"credreg.net/ctdl/schema/context/json",
                                            "credreg.net/ctdlasn/schema/context/json",
                                            "credreg.net/qdata/schema/context/json"};
    const auto bare = text::lower_ascii(bare_context(address));
    return std::find(std::begin(schemas), std::end(schemas), bare) != std::end(schemas);
}

class PayloadReader {
public:
    PayloadReader(const json::Value& payload, const Addresses& addresses, bool is_tolerant)
        : payload_(payload),
          problems_(is_tolerant),
          references_(addresses, problems_),
          nodes_(references_, problems_) {}

    Reading read() {
        std::optional<Document> document;
        if (is_readable()) {
            find_sources();
            name_sources();
            if (put_first_first()) {
                read_sources();
                document = whole();
            }
        }
        return {std::move(document), problems_.take()};
    }

private:
    // A node of the graph as it was sent; of a payload that is one node, that.
    struct Source {
        const json::Object* node;
        std::optional<std::size_t> place;
        std::optional<NodeName> name = {};
    };

    bool is_readable() {
        if (const auto problem = size_problem(payload_)) {
            problems_.error(root_, *problem);
            return false;
        }
        if (!payload_.object()) {
            problems_.error(root_, "must be an object: a node, or \"@context\" and \"@graph\"");
            return false;
        }
        check_context(*payload_.object(), root_);
        return !problems_.has_errors();
    }

    void check_context(const json::Object& node, const Way& way) {
        const auto* context = member_of(node, "@context");
        if (!context || context->is_null()) return;
        const auto inner = way.member("@context");
        json::Array alone;
        if (!context->array()) alone.push_back(*context);
        for (const auto& one : context->array() ? *context->array() : alone) {
            if (const auto* prefixes = one.object()) {
                check_prefixes(*prefixes, inner);
            } else if (!one.string() || !is_known_context(*one.string())) {
                problems_.error(inner, "is not the address of CTDL's context, " +
                                           std::string(ctdl_context) + ", or that of CTDL-ASN");
            }
        }
    }

    // Whoever says what prefixes stand for may say what is known; a prefix that is none of CTDL's
    // leads to nothing here. All else could give a name another meaning than it is read with.
    void check_prefixes(const json::Object& context, const Way& way) {
        for (const auto& [name, value] : context) {
            if (name == "@version") continue;
            const auto* address = value.string();
            const auto known = expand(name + ":x");
            if (name.starts_with('@') || !address) {
                problems_.error(way.member(name),
                                "is not read: a context may name prefixes and their addresses");
            } else if (known && compact(*address + "x") != compact(*known)) {
                problems_.error(way.member(name), "must stand for " +
                                                      known->substr(0, known->size() - 1) +
                                                      ", as in CTDL's context");
            }
        }
    }

    template <class Use>
    auto at(const Source& source, const Use& use) {
        if (!source.place) return use(root_);
        const auto graph = root_.member("@graph");
        return use(graph.element(*source.place));
    }

    void find_sources() {
        const auto* graph = payload_.find("@graph");
        if (!graph) {
            sources_.push_back({payload_.object(), std::nullopt});
            return;
        }
        for (const auto& [name, value] : *payload_.object()) {
            if (name == "@context" || name == "@id" || name == "@graph") continue;
            // Another vocabulary's word about the graph itself ("adms:status") does no harm.
            if (expand(name)) {
                problems_.warning(root_.member(name), "is left out: it is not of a node");
            } else {
                problems_.fault(root_.member(name), "is not understood beside \"@graph\"");
            }
        }
        const auto way = root_.member("@graph");
        json::Array alone;
        const auto* nodes = graph->array();
        if (!nodes) {
            problems_.error(way, "must be a list of nodes");
            return;
        }
        if (nodes->size() > nodes_max) {
            problems_.error(way, "must have at most " + std::to_string(nodes_max) + " nodes");
            return;
        }
        for (std::size_t i = 0; i < nodes->size(); ++i) {
            if (const auto* node = (*nodes)[i].object()) {
                sources_.push_back({node, i});
                check_context(*node, way.element(i));
            } else {
                problems_.error(way.element(i), "must be a node");
            }
        }
    }

    void name_sources() {
        for (auto& source : sources_) {
            source.name = at(source, [&](const Way& way) {
                auto name = nodes_.name_of(*source.node, way);
                if (!name) problems_.error(way, "needs an \"@id\" or a ceterms:ctid");
                return name;
            });
        }
        for (const auto& source : sources_) {
            const auto* type = member_of(*source.node, "@type");
            const auto* known = type && type->string() ? find_class(*type->string()) : nullptr;
            if (source.name && known) nodes_.expect(*source.name, known->name);
        }
    }

    // The one that the graph is named after, or else the first with a CTID.
    std::vector<Source>::iterator first() {
        const auto* id = payload_.find("@graph") ? payload_.find("@id") : nullptr;
        const auto wanted = id && id->string() ? references_.ctid_of(*id->string()) : std::nullopt;
        return std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) {
            return source.name && source.name->ctid && (!wanted || source.name->ctid == wanted);
        });
    }

    bool put_first_first() {
        const auto found = first();
        if (found == sources_.end()) {
            // Where a name or the graph is wrong, that was said.
            if (problems_.has_errors()) return false;
            problems_.error(root_, "has no node with the CTID that it is published under");
            return false;
        }
        std::rotate(sources_.begin(), found, found + 1);
        return true;
    }

    void read_sources() {
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const auto& source = sources_[i];
            if (!source.name) continue;
            at(source, [&](const Way& way) {
                nodes_.read(*source.node, *source.name, way);
                if (i > 0 && source.name->ctid) require_part(*source.node, way);
            });
        }
    }

    void require_part(const json::Object& node, const Way& way) {
        const auto* type = member_of(node, "@type");
        const auto* known = type && type->string() ? find_class(*type->string()) : nullptr;
        if (known && is_part_class(known->name)) return;
        problems_.error(way, "is a resource of its own: publish it apart");
    }

    std::optional<Document> whole() {
        auto& read = nodes_.nodes();
        if (read.size() > nodes_max) {
            problems_.error(root_, "must have at most " + std::to_string(nodes_max) + " nodes");
        }
        if (type_of(read.front().node).empty()) {
            problems_.error(root_.member("@type"), "is required of what is published");
        }
        if (problems_.has_errors()) return std::nullopt;
        if (problems_.is_tolerant()) leave_out_loose_ends(read);
        std::vector<json::Object> nodes;
        for (auto& [node, way] : read) nodes.push_back(std::move(node));
        for (const auto& problem : structure_problems(nodes)) {
            const auto& way = read[problem.node].way;
            problems_.error(way.empty() ? root_ : root_.member(way), problem.text);
        }
        if (problems_.has_errors()) return std::nullopt;
        return Document(std::move(nodes));
    }

    void leave_out_loose_ends(std::vector<NodeRead>& read);

    const json::Value& payload_;
    const Way root_;
    ProblemCollector problems_;
    ReferenceReader references_;
    NodeReader nodes_;
    std::vector<Source> sources_;
};

// References to blank nodes that are not there, and blank nodes that nothing refers to.
void PayloadReader::leave_out_loose_ends(std::vector<NodeRead>& read) {
    std::unordered_set<std::string> blanks;
    std::unordered_set<std::string> wanted;
    for (const auto& [node, way] : read) {
        if (is_blank(id_of(node))) blanks.emplace(id_of(node));
    }
    for (auto& [node, way] : read) {
        bool has_loose_ends = false;
        for_each_reference(node, [&](const std::string& address, std::size_t) {
            if (!is_blank(address)) return;
            wanted.insert(address);
            if (!blanks.contains(address)) has_loose_ends = true;
        });
        if (!has_loose_ends) continue;
        problems_.warning(way.empty() ? root_ : root_.member(way),
                          "refers to blank nodes that are not there; the references are left out");
        json::Object kept;
        for (auto& [name, value] : node) {
            auto rest = without_addresses(name, value, [&](const std::string& address) {
                return is_blank(address) && !blanks.contains(address);
            });
            if (rest) kept.push_back({name, *std::move(rest)});
        }
        node = std::move(kept);
    }
    std::erase_if(read, [&](const NodeRead& one) {
        const auto id = id_of(one.node);
        if (!is_blank(id) || wanted.contains(std::string(id))) return false;
        problems_.warning(one.way.empty() ? root_ : root_.member(one.way),
                          "is a blank node that nothing refers to, and is left out");
        return true;
    });
}

}  // namespace

Reading read_payload(const json::Value& payload, const Addresses& addresses, bool tolerant) {
    return PayloadReader(payload, addresses, tolerant).read();
}

}  // namespace cartulary::ctdl
