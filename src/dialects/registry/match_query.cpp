#include "dialects/registry/match_query.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "domain/identifier.h"

namespace cartulary::registry {

namespace {

using search::Described;

struct TextField {
    std::string_view name;
    std::string Described::*text;
    std::size_t length_max;  // characters
};
constexpr TextField text_fields[] = {
    {"affiliation", &Described::affiliation, search::affiliation_length_max},
    {"name", &Described::name, match_text_length_max},
    {"website", &Described::website, match_text_length_max},
    {"city", &Described::city, match_text_length_max},
    {"region", &Described::region, match_text_length_max},
    {"country", &Described::country, match_text_length_max},
};

class QueryReader {
public:
    QueryReader(std::string path, std::vector<FieldProblem>& problems)
        : path_(std::move(path)), problems_(problems) {}

    MatchQuery read(const json::Value& value) && {
        const auto* const object = value.object();
        if (object == nullptr) {
            report("", "must be an object");
            return {};
        }
        const auto known = problems_.size();
        for (const auto& [name, content] : *object) read_member(name, content);
        const auto& [affiliation, name, website, identifiers, city, region, country] =
            query_.described;
        if (known == problems_.size() && affiliation.empty() && name.empty() && website.empty() &&
            identifiers.empty()) {
            report("affiliation", "or name, website or identifiers must be given");
        }
        return std::move(query_);
    }

private:
    void read_member(const std::string& name, const json::Value& content) {
        const auto* const field =
            std::find_if(std::begin(text_fields), std::end(text_fields),
                         [&](const TextField& known) { return known.name == name; });
        if (content.is_null()) return;
        if (field != std::end(text_fields)) {
            read_text(name, content, field->length_max, query_.described.*(field->text));
        } else if (name == "identifiers") {
            read_identifiers(content);
        } else if (name == "limit") {
            read_count(content);
        } else if (find_identifier_scheme(text::lower_ascii(name)) != nullptr) {
            read_identifier(name, name, content);
        } else {
            report(name, "is no part of a query");
        }
    }

    bool read_text(const std::string& path, const json::Value& content, std::size_t length_max,
                   std::string& to) {
        const auto* const text = content.string();
        if (text == nullptr) {
            report(path, "must be a text");
        } else if (text::length(*text) > length_max) {
            report(path, "must not be longer than " + std::to_string(length_max) + " characters");
        } else {
            to = text::trimmed(*text);
            return true;
        }
        return false;
    }

    // {"fein": "12-3456789", "opeid": ["00123400"]}
    void read_identifiers(const json::Value& content) {
        const auto* const object = content.object();
        if (object == nullptr) {
            report("identifiers", "must be an object of schemes and their values");
            return;
        }
        for (const auto& [scheme, value] : *object) {
            const auto path = "identifiers." + scheme;
            if (const auto* const values = value.array()) {
                for (const auto& one : *values) read_identifier(path, scheme, one);
            } else {
                read_identifier(path, scheme, value);
            }
        }
    }

    void read_identifier(const std::string& path, const std::string& scheme,
                         const json::Value& content) {
        auto& identifiers = query_.described.identifiers;
        if (identifiers.size() == match_identifiers_max) {
            report("identifiers", "must not be more than " + std::to_string(match_identifiers_max));
            return;
        }
        std::string value;
        if (!read_text(path, content, match_text_length_max, value) || value.empty()) return;
        identifiers.push_back(text::lower_ascii(scheme) + ':' + value);
    }

    void read_count(const json::Value& content) {
        const auto* const count = content.integer();
        constexpr auto most = static_cast<std::int64_t>(search::candidates_max);
        if (count == nullptr || *count < 1 || *count > most) {
            report("limit", "must be a whole number from 1 to " + std::to_string(most));
            return;
        }
        query_.count = static_cast<std::size_t>(*count);
    }

    void report(std::string_view name, std::string problem) {
        auto path = path_;
        if (!path.empty() && !name.empty()) path += '.';
        problems_.push_back({path.append(name), std::move(problem)});
    }

    std::string path_;
    std::vector<FieldProblem>& problems_;
    MatchQuery query_;
};

}  // namespace

Result<MatchRequest> match_request(const json::Value& body) {
    std::vector<FieldProblem> problems;
    MatchRequest request;
    if (const auto* const listed = body.find("queries")) {
        const auto* const queries = listed->array();
        request.is_list = true;
        if (queries == nullptr || queries->empty() || queries->size() > match_queries_max) {
            problems.push_back(
                {"queries", "must be a list of 1 to " + std::to_string(match_queries_max)});
            return fail(std::move(problems));
        }
        for (std::size_t index = 0; index < queries->size(); ++index) {
            QueryReader reader("queries[" + std::to_string(index) + "]", problems);
            request.queries.push_back(std::move(reader).read((*queries)[index]));
        }
    } else {
        request.queries.push_back(QueryReader("", problems).read(body));
    }
    if (!problems.empty()) return fail(std::move(problems));
    return request;
}

}  // namespace cartulary::registry
