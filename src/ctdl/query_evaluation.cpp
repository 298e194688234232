#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/language_maps.h"
#include "ctdl/node_text.h"
#include "ctdl/query_condition.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

namespace {

using Condition = Query::Condition;
using DocumentPointer = std::shared_ptr<const Document>;

// The nodes of a document by what they are called.
struct Indexed {
    DocumentPointer document;
    std::unordered_map<std::string_view, const json::Object*> nodes;

    explicit Indexed(DocumentPointer of) : document(std::move(of)) {
        for (const auto& node : document->nodes()) nodes.emplace(id_of(node), &node);
    }
};
using IndexedPointer = std::shared_ptr<const Indexed>;

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string plain_text(const json::Value& value) {
    return value.string() ? *value.string() : json::text_of(value);
}

// Dates compare as texts, as far as both are told: the last day is whole in a range up to it.
bool is_in(const Condition::Range& range, const json::Value& value) {
    const auto text = plain_text(value);
    const bool is_number = value.integer() || value.real();
    const auto compare = [&](const std::string& end) {
        if (!is_number) return text.substr(0, end.size()).compare(end);
        const auto number = number_in(text);
        const auto wanted = number_in(end);
        if (!number || !wanted) return text.compare(end);
        return *number < *wanted ? -1 : *number > *wanted ? 1 : 0;
    };
    return (!range.least || compare(*range.least) >= 0) &&
           (!range.most || compare(*range.most) <= 0);
}

class Evaluation {
public:
    Evaluation(const Query::World& world, IndexedPointer whole) : world_(world) {
        first_ = whole.get();
        documents_.emplace(whole->document.get(), std::move(whole));
    }

    bool meets(const json::Object& node, const Condition& condition) {
        return meets({&node, first_}, condition);
    }

private:
    // A node, and the document that its blank nodes are in.
    struct Place {
        const json::Object* node;
        const Indexed* in;
    };
    struct Asked {
        const json::Object* node;
        const Condition* condition;
        bool operator==(const Asked&) const = default;
    };
    struct HashOfAsked {
        std::size_t operator()(const Asked& asked) const {
            return std::hash<const void*>()(asked.node) * 31 +
                   std::hash<const void*>()(asked.condition);
        }
    };

    // Each condition is asked of each node once, however many lead to it. As deep as the query.
    bool meets(const Place& place, const Condition& condition) {
        const auto [known, is_new] = answers_.emplace(Asked{place.node, &condition}, false);
        if (!is_new) return known->second;
        const bool answer =
            std::visit([&](const auto& test) { return is_met(place, test); }, condition.test);
        answers_[Asked{place.node, &condition}] = answer;
        return answer;
    }

    bool is_met(const Place& place, const Condition::All& all) {
        return std::all_of(all.parts.begin(), all.parts.end(),
                           [&](const Condition& part) { return meets(place, part); });
    }
    bool is_met(const Place& place, const Condition::Any& any) {
        return std::any_of(any.parts.begin(), any.parts.end(),
                           [&](const Condition& part) { return meets(place, part); });
    }
    bool is_met(const Place& place, const Condition::Not& negation) {
        return !meets(place, negation.part.front());
    }
    bool is_met(const Place& place, const Condition::Present& present) {
        return member_of(*place.node, present.property->name) != nullptr;
    }
    bool is_met(const Place& place, const Condition::Class& wanted) {
        const auto type = type_of(*place.node);
        if (wanted.is_there) return !type.empty();
        return std::find(wanted.values.begin(), wanted.values.end(), type) != wanted.values.end();
    }

    bool is_met(const Place& place, const Condition::Range& range) {
        const auto* value = member_of(*place.node, range.property->name);
        if (!value) return false;
        if (!value->array()) return is_in(range, *value);
        return std::any_of(value->array()->begin(), value->array()->end(),
                           [&](const json::Value& one) { return is_in(range, one); });
    }

    bool is_met(const Place& place, const Condition::Text& wanted) {
        const auto* value = member_of(*place.node, wanted.property->name);
        if (!value) return false;
        if (value->boolean() || value->integer() || value->real()) {
            return plain_text(*value) == wanted.value;
        }
        const auto texts = texts_of(*value);
        return std::any_of(texts.begin(), texts.end(), [&](const LanguageText& text) {
            const bool is_of_language =
                wanted.language.empty() ||
                text::equal_ignoring_ascii_case(text.language, wanted.language);
            return is_of_language && matches(text.text, wanted);
        });
    }

    bool matches(const std::string& text, const Condition::Text& wanted) {
        if (wanted.match == Condition::Match::words) return has_words(text, wanted.value);
        const auto has = text::folded(text);
        const auto asked = text::folded(wanted.value);
        switch (wanted.match) {
            case Condition::Match::words: break;
            case Condition::Match::starts_with: return has.starts_with(asked);
            case Condition::Match::contains: return has.find(asked) != std::string::npos;
            case Condition::Match::ends_with: return has.ends_with(asked);
            case Condition::Match::exact: return has == asked;
        }
        return false;
    }

    bool has_words(const std::string& text, const std::string& asked) {
        const auto [known, is_new] = asked_words_.emplace(asked, std::vector<std::string>());
        if (is_new) known->second = world_.words(asked);
        const auto& wanted = known->second;
        const auto words = world_.words(text);
        return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& beginning) {
            return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                return word.starts_with(beginning);
            });
        });
    }

    bool is_met(const Place& place, const Condition::Address& wanted) {
        const auto is_wanted = [&](std::string_view address) {
            return std::find(wanted.values.begin(), wanted.values.end(), address) !=
                   wanted.values.end();
        };
        if (!wanted.property) return is_wanted(id_of(*place.node));
        const auto* value = member_of(*place.node, wanted.property->name);
        if (!value) return false;
        const auto one_is_wanted = [&](const json::Value& one) {
            if (one.string()) return is_wanted(*one.string()) || is_aligned(place, one, is_wanted);
            return one.object() && is_wanted(text_of(*one.object(), "ceterms:targetNode"));
        };
        if (!value->array()) return one_is_wanted(*value);
        return std::any_of(value->array()->begin(), value->array()->end(), one_is_wanted);
    }

    // What a blank alignment object points at counts as the value itself, as within the node.
    template <class Test>
    static bool is_aligned(const Place& place, const json::Value& blank, const Test& is_wanted) {
        if (!is_blank(*blank.string())) return false;
        const auto found = place.in->nodes.find(*blank.string());
        return found != place.in->nodes.end() &&
               is_wanted(text_of(*found->second, "ceterms:targetNode"));
    }

    bool is_met(const Place& place, const Condition::Related& related) {
        const auto& part = related.part.front();
        if (related.is_reverse) return is_referred_to(place, *related.property, part);
        const auto* value = member_of(*place.node, related.property->name);
        if (!value) return false;
        const auto leads = [&](const json::Value& one) {
            if (one.object()) return meets({one.object(), place.in}, part);
            const auto there = one.string() ? node_at(*one.string(), place.in) : std::nullopt;
            return there && meets(*there, part);
        };
        if (!value->array()) return leads(*value);
        return std::any_of(value->array()->begin(), value->array()->end(), leads);
    }

    bool is_referred_to(const Place& place, const Property& property, const Condition& part) {
        const auto ctid = Ctid::parse(text_of(*place.node, "ceterms:ctid"));
        if (!ctid) return false;
        const auto others = world_.referring(*ctid, property.name);
        return std::any_of(others.begin(), others.end(), [&](const Ctid& other) {
            const auto there = node_at(own_address(other), place.in);
            return there && meets(*there, part);
        });
    }

    // In the same document or in another one.
    std::optional<Place> node_at(const std::string& address, const Indexed* in) {
        const auto here = in->nodes.find(address);
        if (here != in->nodes.end()) return Place{here->second, in};
        const auto ctid = is_own(address) ? ctid_in(address) : std::nullopt;
        if (!ctid) return std::nullopt;
        const auto known = followed_.find(address);
        if (known != followed_.end()) return known->second;
        const auto document = world_.follow(*ctid);
        std::optional<Place> place;
        if (document) {
            auto& indexed = documents_[document.get()];
            if (!indexed) indexed = std::make_shared<const Indexed>(document);
            const auto found = indexed->nodes.find(address);
            if (found != indexed->nodes.end()) place = Place{found->second, indexed.get()};
        }
        followed_.emplace(address, place);
        return place;
    }

    const Query::World& world_;
    const Indexed* first_;
    std::unordered_map<const Document*, IndexedPointer> documents_;  // what the answers stand on
    std::unordered_map<std::string, std::optional<Place>> followed_;
    std::unordered_map<Asked, bool, HashOfAsked> answers_;
    std::unordered_map<std::string, std::vector<std::string>> asked_words_;
};

}  // namespace

std::vector<Ctid> Query::met_by(const std::shared_ptr<const Document>& document,
                                const World& world) const {
    Evaluation evaluation(world, std::make_shared<const Indexed>(document));
    std::vector<Ctid> met;
    for (const auto& node : document->nodes()) {
        const auto ctid = Ctid::parse(text_of(node, "ceterms:ctid"));
        if (ctid && evaluation.meets(node, *root_)) met.push_back(*ctid);
    }
    return met;
}

}  // namespace cartulary::ctdl
