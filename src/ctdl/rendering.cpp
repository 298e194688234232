#include <algorithm>

#include "ctdl/address_places.h"
#include "ctdl/document.h"
#include "ctdl/node_text.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

namespace {

constexpr std::string_view own_mark = "\"\\/";  // nothing else is written so; see Document

// The text with absolute addresses.
std::string absolute(std::string_view text, const Addresses& addresses) {
    auto beginning = json::text_of(json::Value(addresses.public_url));
    beginning.back() = '/';  // in place of the closing quote
    std::string out;
    out.reserve(text.size() + text.size() / 4);
    for (;;) {
        const auto mark = text.find(own_mark);
        out += text.substr(0, mark);
        if (mark == std::string_view::npos) return out;
        out += beginning;
        text.remove_prefix(mark + own_mark.size());
    }
}

// The object that begins here, up to its closing brace.
std::string_view object_at(std::string_view text, std::size_t begin) {
    std::size_t depth = 0;
    bool in_string = false;
    for (auto at = begin; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') {
                ++at;
            } else if (c == '"') {
                in_string = false;
            }
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return text.substr(begin, at + 1 - begin);
        }
    }
    return {};
}

// As it stands in the text; empty when it is not there. A framework has thousands of nodes, of
// which one is wanted, so nothing is parsed.
std::string_view node_in(std::string_view text, const Ctid& ctid) {
    // Nothing within nodes begins so: see Document's constructor.
    const auto begin = text.find("{\"@id\":\"\\/resources/" + ctid.text() + "\",");
    return begin == std::string_view::npos ? std::string_view() : object_at(text, begin);
}

// "{"@context":"…"," as the text begins.
std::string_view context_in(std::string_view text) {
    return text.substr(0, text.find(",\"@id\":") + 1);
}

// Writes nodes with their blank nodes in their places.
class Embedding {
public:
    explicit Embedding(std::span<const json::Object> nodes) : blanks_(blank_nodes_of(nodes)) {}

    void write(const json::Object& node, json::Writer& writer) const {
        writer.begin_object();
        for (const auto& [name, value] : node) {
            writer.key(name);
            if (name == "@id") {
                write_value(name, value, writer);
            } else {
                write(name, value, writer);
            }
        }
        writer.end_object();
    }

private:
    void write(std::string_view name, const json::Value& value, json::Writer& writer) const {
        if (const auto* array = value.array()) {
            writer.begin_array();
            for (const auto& element : *array) write(name, element, writer);
            writer.end_array();
        } else if (const auto* object = value.object()) {
            write(*object, writer);
        } else if (const auto* blank = blank_of(name, value)) {
            write(*blank, writer);
        } else {
            write_value(name, value, writer);
        }
    }

    const json::Object* blank_of(std::string_view name, const json::Value& value) const {
        const auto* text = value.string();
        if (!text || !is_blank(*text) || !holds_addresses(name)) return nullptr;
        const auto found = blanks_.find(*text);
        return found == blanks_.end() ? nullptr : found->second;
    }

    BlankNodes blanks_;
};

std::string with_blank_nodes(std::string_view text, const Ctid& ctid) {
    const auto written = written_graph(text);
    const auto& nodes = written.nodes;
    const auto address = own_address(ctid);
    const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const json::Object& candidate) {
        return id_of(candidate) == address;
    });
    json::Writer writer;
    Embedding(nodes).write(*node, writer);
    return writer.take();
}

}  // namespace

std::string graph_text(std::string_view text, const Addresses& addresses) {
    return absolute(text, addresses);
}

std::optional<std::string> resource_text(std::string_view text, const Ctid& ctid,
                                         const Addresses& addresses) {
    const auto node = node_in(text, ctid);
    if (node.empty()) return std::nullopt;
    std::string embedded;
    if (node.find("\"_:") != std::string_view::npos) embedded = with_blank_nodes(text, ctid);
    std::string whole(context_in(text));
    whole += std::string_view(embedded.empty() ? node : embedded).substr(1);
    return absolute(whole, addresses);
}

std::string resource_address(const Ctid& ctid, const Addresses& addresses) {
    return addresses.public_url + own_address(ctid);
}

std::string graph_address(const Ctid& ctid, const Addresses& addresses) {
    return addresses.public_url + "/graph/" + ctid.text();
}

std::string_view own_path(std::string_view reference, const Addresses& addresses) {
    const std::string_view url = addresses.public_url;
    const bool is_here =
        !url.empty() && reference.starts_with(url) && reference.substr(url.size()).starts_with('/');
    return is_here ? reference.substr(url.size()) : reference;
}

std::optional<Ctid> ctid_in(std::string_view reference) {
    constexpr std::string_view hosts[] = {"credentialengineregistry.org",
                                          "sandbox.credentialengineregistry.org",
                                          "staging.credentialengineregistry.org"};
    if (const auto ctid = Ctid::parse(reference)) return ctid;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!reference.starts_with(scheme)) continue;
        const auto after = reference.substr(scheme.size());
        const auto host = after.substr(0, after.find('/'));
        if (std::find(std::begin(hosts), std::end(hosts), host) == std::end(hosts)) {
            return std::nullopt;
        }
        reference = after.substr(host.size());
        break;
    }
    for (const std::string_view folder :
         {"/resources/", "/graph/", "/ce-registry/resources/", "/ce-registry/graph/"}) {
        if (reference.starts_with(folder)) return Ctid::parse(reference.substr(folder.size()));
    }
    return std::nullopt;
}

}  // namespace cartulary::ctdl
