#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ctdl/node_text.h"
#include "ctdl/query_condition.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl {

namespace {

using Condition = Query::Condition;

constexpr std::string_view any_value = "search:anyValue";
constexpr std::string_view no_value = "search:noValue";

// A value with what search:value says around it.
struct Asked {
    std::vector<const json::Value*> items;
    bool is_any_wanted = false;   // search:orTerms
    bool are_all_wanted = false;  // search:andTerms
    std::optional<std::string> match = {};
    bool has_terms = false;  // search:value was there
};

bool is_ordered(Datatype datatype) {
    switch (datatype) {
        case Datatype::date:
        case Datatype::date_time:
        case Datatype::integer:
        case Datatype::decimal: return true;
        case Datatype::reference:
        case Datatype::language_map:
        case Datatype::text:
        case Datatype::language:
        case Datatype::duration:
        case Datatype::boolean:
        case Datatype::untyped: return false;
    }
    __builtin_unreachable();
}

std::string below(const std::string& way, const std::string& name) {
    return way.empty() ? name : way + "." + name;
}

class QueryParser {
public:
    explicit QueryParser(const Addresses& addresses) : addresses_(addresses) {}

    Condition parse(const json::Value& query) { return parse_node(query, "", 0); }

    Result<void> outcome() {
        if (!problems_.empty()) return fail(std::move(problems_));
        return {};
    }

private:
    Condition refuse(const std::string& way, std::string problem) {
        constexpr std::size_t told_max = 100;
        if (problems_.size() < told_max) {
            problems_.push_back({way.empty() ? "query" : way, std::move(problem)});
        }
        return impossible();
    }

    // Whether one more condition may be, at this depth.
    bool has_room(const std::string& way, std::size_t depth) {
        if (depth > Query::nesting_max) {
            refuse(way, "must not be nested deeper than " + std::to_string(Query::nesting_max));
            return false;
        }
        if (conditions_ > Query::conditions_max) return false;
        if (++conditions_ <= Query::conditions_max) return true;
        refuse("", "must have at most " + std::to_string(Query::conditions_max) + " conditions");
        return false;
    }

    std::optional<std::string> text_of_item(const json::Value& value, const std::string& way) {
        if (values_ > Query::values_max) return std::nullopt;
        if (++values_ > Query::values_max) {
            refuse("", "must have at most " + std::to_string(Query::values_max) + " values");
            return std::nullopt;
        }
        std::string text = value.string() ? *value.string() : json::text_of(value);
        if (value.array() || value.object() || value.is_null()) {
            refuse(way, "must be a text, a number, true or false");
            return std::nullopt;
        }
        if (text::length(text) > Query::value_length_max) {
            refuse(way,
                   "must have at most " + std::to_string(Query::value_length_max) + " characters");
            return std::nullopt;
        }
        return text;
    }

    Asked asked(const json::Value& value, const std::string& way) {
        Asked asked;
        const json::Value* inner = &value;
        if (const auto* terms = value.find("search:value")) {
            inner = terms;
            asked.has_terms = true;
            asked.is_any_wanted = wants_any(value, way);
            asked.are_all_wanted = !asked.is_any_wanted && value.find("search:operator");
            if (const auto* match = value.find("search:matchType")) {
                if (match->string()) {
                    asked.match = *match->string();
                } else {
                    refuse(way + ".search:matchType", "must be a text");
                }
            }
        }
        if (const auto* array = inner->array()) {
            for (const auto& item : *array) asked.items.push_back(&item);
        } else {
            asked.items.push_back(inner);
        }
        return asked;
    }

    // All are wanted unless it says otherwise.
    bool wants_any(const json::Value& node, const std::string& way) {
        const auto* written = node.find("search:operator");
        if (!written) return false;
        const auto* text = written->string();
        if (text && *text == "search:orTerms") return true;
        if (!text || *text != "search:andTerms") {
            refuse(below(way, "search:operator"), "must be search:orTerms or search:andTerms");
        }
        return false;
    }

    static Condition combined(std::vector<Condition> parts, bool is_any) {
        if (parts.size() == 1) return std::move(parts.front());
        if (is_any) return {Condition::Any{std::move(parts)}};
        return {Condition::All{std::move(parts)}};
    }

    static Condition negated(Condition condition) {
        Condition::Not negation;
        negation.part.push_back(std::move(condition));
        return {std::move(negation)};
    }

    Condition parse_node(const json::Value& node, const std::string& way, std::size_t depth) {
        if (!has_room(way, depth)) return impossible();
        std::vector<Condition> parts;
        if (const auto* array = node.array()) {
            for (const auto& item : *array) parts.push_back(parse_node(item, way, depth + 1));
            return combined(std::move(parts), true);
        }
        const auto* object = node.object();
        if (!object) return refuse(way, "must be an object, or a list of some");
        const bool is_any = wants_any(node, way);
        for (const auto& [name, value] : *object) {
            if (name == "search:operator") continue;
            if (name == "search:value" || name == "search:termGroup") {
                parts.push_back(parse_terms(value, is_any && name == "search:value", way, depth));
            } else {
                parts.push_back(parse_member(name, value, below(way, name), depth));
            }
        }
        return combined(std::move(parts), is_any);
    }

    // A list of nodes there is combined by the operator beside it.
    Condition parse_terms(const json::Value& value, bool is_any, const std::string& way,
                          std::size_t depth) {
        const auto* array = value.array();
        if (!array) return parse_node(value, way, depth + 1);
        std::vector<Condition> parts;
        for (const auto& item : *array) parts.push_back(parse_node(item, way, depth + 1));
        return combined(std::move(parts), is_any);
    }

    Condition parse_member(std::string_view name, const json::Value& value, const std::string& way,
                           std::size_t depth) {
        if (!has_room(way, depth)) return impossible();
        if (name.starts_with('!')) {
            return negated(parse_member(name.substr(1), value, way, depth + 1));
        }
        const bool is_reverse = name.starts_with('^');
        if (is_reverse) name.remove_prefix(1);
        if (!is_reverse && name == "@type") return parse_class(value, way);
        if (!is_reverse && name == "@id") return parse_address(nullptr, value, way);
        const auto* property = find_property(name);
        if (!property) return refuse(way, "is no property of CTDL that can be asked for");
        if (is_reverse) {
            if (property->datatype != Datatype::reference) {
                return refuse(way, "must be a property that refers to something");
            }
            return parse_related(*property, true, value, way, depth);
        }
        if (property->name == "ceterms:ctid") return parse_address(nullptr, value, way);
        if (property->datatype == Datatype::reference) {
            return parse_related(*property, false, value, way, depth);
        }
        return parse_plain(*property, value, way);
    }

    static bool is_word(const json::Value& value, std::string_view word) {
        return value.string() && *value.string() == word;
    }

    // anyValue and noValue, alone or as search:value; nothing for others.
    static std::optional<bool> presence_in(const Asked& asked) {
        for (const auto* item : asked.items) {
            if (is_word(*item, any_value)) return true;
            if (is_word(*item, no_value)) return false;
        }
        return std::nullopt;
    }

    static Condition presence(const Property& property, bool is_there) {
        Condition present{Condition::Present{&property}};
        return is_there ? std::move(present) : negated(std::move(present));
    }

    Condition parse_class(const json::Value& value, const std::string& way) {
        const auto asked_for = asked(value, way);
        if (const auto is_there = presence_in(asked_for)) {
            Condition any{Condition::Class{{}, true}};
            return *is_there ? std::move(any) : negated(std::move(any));
        }
        const bool below_too = asked_for.match == "search:subClassOf";
        if (asked_for.match && !below_too) {
            return refuse(way + ".search:matchType", "must be search:subClassOf for \"@type\"");
        }
        Condition::Class wanted;
        for (const auto* item : asked_for.items) {
            const auto text = text_of_item(*item, way);
            if (!text) continue;
            const auto* known = find_class(*text);
            if (!known) return refuse(way, "must be a class of CTDL");
            if (!below_too) wanted.values.emplace_back(known->name);
            for (const auto& other : classes()) {
                if (below_too && is_a(other.name, known->name)) {
                    wanted.values.emplace_back(other.name);
                }
            }
        }
        return {std::move(wanted)};
    }

    // CTIDs and addresses of this registry, names with prefixes, and other addresses.
    std::string meant(std::string_view text) const {
        text = text::trimmed(text);
        if (const auto ctid = ctid_in(own_path(text, addresses_))) return own_address(*ctid);
        if (const auto* known = find_concept("", text)) return std::string(known->name);
        return std::string(text);
    }

    Condition parse_address(const Property* property, const json::Value& value,
                            const std::string& way) {
        Condition::Address address{property, {}};
        const auto asked_for = asked(value, way);
        if (const auto is_there = presence_in(asked_for)) {
            return *is_there ? anything() : impossible();  // every node has a name
        }
        for (const auto* item : asked_for.items) {
            if (const auto text = text_of_item(*item, way)) {
                address.values.push_back(meant(*text));
            }
        }
        return {std::move(address)};
    }

    Condition parse_related(const Property& property, bool is_reverse, const json::Value& value,
                            const std::string& way, std::size_t depth) {
        const auto asked_for = asked(value, way);
        const bool are_texts = std::all_of(asked_for.items.begin(), asked_for.items.end(),
                                           [](const auto* item) { return item->string(); });
        Condition::Related related{&property, is_reverse, {}};
        if (!are_texts) {
            related.part.push_back(parse_node(value, way, depth + 1));
            return {std::move(related)};
        }
        if (const auto is_there = presence_in(asked_for)) {
            if (!is_reverse) return presence(property, *is_there);
            related.part.push_back(anything());
            return *is_there ? Condition{std::move(related)}
                             : negated(Condition{std::move(related)});
        }
        std::vector<Condition> parts;
        Condition::Address any{is_reverse ? nullptr : &property, {}};
        for (const auto* item : asked_for.items) {
            const auto text = text_of_item(*item, way);
            if (!text) continue;
            any.values.push_back(meant(*text));
            if (asked_for.are_all_wanted) {
                parts.push_back({Condition::Address{any.property, {any.values.back()}}});
            }
        }
        if (!is_reverse) {
            return asked_for.are_all_wanted ? combined(std::move(parts), false)
                                            : Condition{std::move(any)};
        }
        related.part.push_back({std::move(any)});
        return {std::move(related)};
    }

    Condition parse_plain(const Property& property, const json::Value& value,
                          const std::string& way) {
        const auto asked_for = asked(value, way);
        if (const auto is_there = presence_in(asked_for)) return presence(property, *is_there);
        const bool is_list = value.array() || asked_for.has_terms;
        if (is_ordered(property.datatype) && is_list && asked_for.items.size() == 2) {
            return {Condition::Range{&property, end_of_range(*asked_for.items[0], way),
                                     end_of_range(*asked_for.items[1], way)}};
        }
        const auto match = match_of(asked_for, way);
        std::vector<Condition> parts;
        for (const auto* item : asked_for.items) {
            if (item->object()) {
                parts.push_back(parse_languages(property, *item->object(), match, way));
            } else if (const auto text = text_of_item(*item, way)) {
                parts.push_back(plain(property, *text, match, ""));
            }
        }
        return combined(std::move(parts), asked_for.is_any_wanted || !asked_for.has_terms);
    }

    // {"en": "…"}: in this language.
    Condition parse_languages(const Property& property, const json::Object& object,
                              Condition::Match match, const std::string& way) {
        std::vector<Condition> parts;
        for (const auto& [language, value] : object) {
            const auto inner = way + "." + language;
            if (property.datatype != Datatype::language_map || !is_language_tag(language)) {
                return refuse(inner, "is not understood here");
            }
            std::vector<Condition> texts;
            for (const auto* item : asked(value, inner).items) {
                if (const auto text = text_of_item(*item, inner)) {
                    texts.push_back(plain(property, *text, match, language));
                }
            }
            parts.push_back(combined(std::move(texts), true));
        }
        return combined(std::move(parts), false);
    }

    static Condition plain(const Property& property, const std::string& text,
                           Condition::Match match, std::string language) {
        const bool is_text = property.datatype == Datatype::text ||
                             property.datatype == Datatype::language_map ||
                             property.datatype == Datatype::untyped;
        if (is_text) return {Condition::Text{&property, text, match, std::move(language)}};
        if (is_ordered(property.datatype)) return {Condition::Range{&property, text, text}};
        return {Condition::Text{&property, text, Condition::Match::exact}};
    }

    std::optional<std::string> end_of_range(const json::Value& value, const std::string& way) {
        if (value.is_null() || is_word(value, "")) return std::nullopt;
        return text_of_item(value, way);
    }

    Condition::Match match_of(const Asked& asked, const std::string& way) {
        if (!asked.match) return Condition::Match::words;
        if (*asked.match == "search:startsWith") return Condition::Match::starts_with;
        if (*asked.match == "search:contains") return Condition::Match::contains;
        if (*asked.match == "search:endsWith") return Condition::Match::ends_with;
        if (*asked.match != "search:exactMatch") {
            refuse(way + ".search:matchType",
                   "must be search:startsWith, search:contains, search:endsWith or "
                   "search:exactMatch");
        }
        return Condition::Match::exact;
    }

    const Addresses& addresses_;
    std::vector<FieldProblem> problems_;
    std::size_t conditions_ = 0;
    std::size_t values_ = 0;
};

}  // namespace

Result<Query> Query::parse(const json::Value& query, const Addresses& addresses) {
    QueryParser parser(addresses);
    Query parsed;
    parsed.root_ = std::make_shared<const Condition>(parser.parse(query));
    TRY(parser.outcome());
    return parsed;
}

}  // namespace cartulary::ctdl
