#include "dialects/reconciliation/query.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "dialects/reconciliation/property.h"

namespace cartulary::reconciliation {

namespace {

using json::Value;

std::string beginning_of(const std::string& text) {
    if (text::length(text) <= query_text_length_max) return text;
    std::size_t characters = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (begins && characters++ == query_text_length_max) break;
    }
    return text.substr(0, end);
}

// A value of a property as text: what was reconciled before is its name.
std::string text_of_value(const Value& value) {
    if (const auto* const text = value.string()) return beginning_of(*text);
    if (const auto* const named = value.find("name")) return text_of_value(*named);
    if (const auto* const known = value.find("id")) return text_of_value(*known);
    if (value.is_null() || value.object() != nullptr || value.array() != nullptr) return {};
    return json::text_of(value);
}

class Reader {
public:
    explicit Reader(std::string id) { query_.id = std::move(id); }

    Result<Query> read(const Value& value) && {
        if (value.object() == nullptr) return wrong("must be an object");
        if (const auto* const text = value.find("query")) {
            if (text->string() == nullptr) return wrong("query must be a text");
            query_.text = text::trimmed(beginning_of(*text->string()));
        }
        TRY(read_types(value));
        TRY(read_limit(value));
        TRY(read_properties(value));
        const bool has_any = value.find("query") != nullptr || value.find("properties") != nullptr;
        if (!has_any) return wrong("must have query or properties");
        return std::move(query_);
    }

private:
    tl::unexpected<Error> wrong(const std::string& problem) const {
        return fail(ErrorKind::invalid, query_.id + ": " + problem);
    }
    tl::unexpected<Error> too_many(const std::string& what, std::size_t most) const {
        return fail(ErrorKind::too_large,
                    query_.id + ": has more than " + std::to_string(most) + " " + what);
    }

    Result<void> read_types(const Value& value) {
        const auto* const given = value.find("type");
        if (given == nullptr || given->is_null()) return {};
        const auto* const list = given->array();
        if (list == nullptr) return add_type(*given);
        if (list->size() > query_types_max) return too_many("types", query_types_max);
        for (const auto& one : *list) TRY(add_type(one));
        return {};
    }

    // OpenRefine sends objects where it knows a name too.
    Result<void> add_type(const Value& value) {
        const auto* const id = value.find("id");
        const auto* const text = id != nullptr ? id->string() : value.string();
        if (text == nullptr) return wrong("type must be the id of a type, or a list of them");
        const auto* const known = ctdl::find_class(*text);
        query_.types.push_back(known != nullptr ? std::string(known->name) : *text);
        return {};
    }

    Result<void> read_limit(const Value& value) {
        const auto* const given = value.find("limit");
        if (given == nullptr || given->is_null()) return {};
        const auto* const whole = given->integer();
        const auto* const real = given->real();
        const auto limit = whole != nullptr  ? static_cast<double>(*whole)
                           : real != nullptr ? *real
                                             : 0.0;
        if (!(limit >= 1)) return wrong("limit must be a number above 0");
        query_.limit = static_cast<std::size_t>(
            std::min(std::floor(limit), static_cast<double>(query_limit_max)));
        return {};
    }

    Result<void> read_properties(const Value& value) {
        const auto* const given = value.find("properties");
        if (given == nullptr || given->is_null()) return {};
        const auto* const list = given->array();
        if (list == nullptr) return wrong("properties must be a list");
        for (const auto& one : *list) {
            const auto* const id = one.find("pid");
            const auto* const values = one.find("v");
            if (id == nullptr || id->string() == nullptr || values == nullptr) {
                return wrong("each of the properties must have pid and v");
            }
            // What is not known here is known to another service, and says nothing.
            const auto* const property = find_property(*id->string());
            TRY(read_values(property, *values));
        }
        return {};
    }

    Result<void> read_values(const Property* property, const Value& values) {
        if (const auto* const list = values.array()) {
            for (const auto& one : *list) TRY(read_value(property, one));
            return {};
        }
        return read_value(property, values);
    }

    Result<void> read_value(const Property* property, const Value& value) {
        if (++values_ > query_values_max) {
            return too_many("values of properties", query_values_max);
        }
        const auto text = std::string(text::trimmed(text_of_value(value)));
        if (property == nullptr || property->describe == nullptr || text.empty()) return {};
        property->describe(query_.described, text);
        return {};
    }

    Query query_;
    std::size_t values_ = 0;
};

}  // namespace

Result<std::vector<Query>> read_batch(const std::string& json) {
    const auto batch = json::parse(json);
    if (!batch) return fail(ErrorKind::invalid, "queries is not JSON: " + batch.error().message);
    const auto* const members = batch->object();
    if (members == nullptr) {
        return fail(ErrorKind::invalid, "queries must be an object of queries by their ids");
    }
    if (members->size() > batch_queries_max) {
        return fail(ErrorKind::too_large,
                    "a batch has at most " + std::to_string(batch_queries_max) + " queries");
    }
    std::vector<Query> queries;
    for (const auto& [id, value] : *members) {
        queries.push_back(TRY(Reader(id).read(value)));
    }
    return queries;
}

}  // namespace cartulary::reconciliation
