#include "dialects/reconciliation/extension.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/json.h"
#include "ctdl/vocabulary.h"
#include "dialects/reconciliation/entity.h"
#include "dialects/reconciliation/property.h"

namespace cartulary::reconciliation {

namespace {

struct Wanted {
    std::vector<std::string> ids;
    std::vector<std::string> properties;  // as asked for; what is unknown has no values
};

// The texts in a list, each once; of objects their "id".
Result<std::vector<std::string>> read_list(const json::Value& query, std::string_view name,
                                           std::size_t most) {
    const auto* const given = query.find(name);
    const auto* const list = given == nullptr ? nullptr : given->array();
    if (list == nullptr) return fail(ErrorKind::invalid, std::string(name) + " must be a list");
    if (list->size() > most) {
        return fail(ErrorKind::too_large,
                    std::string(name) + " has at most " + std::to_string(most) + " elements");
    }
    std::vector<std::string> texts;
    for (const auto& one : *list) {
        const auto* const id = one.find("id");
        const auto* const text = id != nullptr ? id->string() : one.string();
        if (text == nullptr) {
            return fail(ErrorKind::invalid, "each of " + std::string(name) + " must be an id");
        }
        if (std::find(texts.begin(), texts.end(), *text) == texts.end()) texts.push_back(*text);
    }
    return texts;
}

Result<Wanted> read(const std::string& json) {
    const auto query = json::parse(json);
    if (!query) return fail(ErrorKind::invalid, "extend is not JSON: " + query.error().message);
    auto ids = TRY(read_list(*query, "ids", extended_entities_max));
    auto properties = TRY(read_list(*query, "properties", extended_properties_max));
    return Wanted{std::move(ids), std::move(properties)};
}

void write_meta(json::Writer& writer, const std::vector<std::string>& properties) {
    writer.key("meta").begin_array();
    for (const auto& id : properties) {
        const auto* const property = find_property(id);
        writer.begin_object()
            .member("id", id)
            .member("name", property ? property->name : std::string_view(id))
            .end_object();
    }
    writer.end_array();
}

}  // namespace

Result<std::string> extended(const Operations& operations, const std::string& json) {
    const auto wanted = TRY(read(json));
    json::Writer writer;
    writer.begin_object();
    write_meta(writer, wanted.properties);
    writer.key("rows").begin_object();
    for (const auto& id : wanted.ids) {
        const auto ctid = ctid_of(id, operations.public_url);
        const auto entry = ctid ? operations.finding.entry(*ctid) : std::nullopt;
        writer.key(id).begin_object();
        for (const auto& name : wanted.properties) {
            const auto* const property = find_property(name);
            writer.key(name).begin_array();
            const auto values =
                entry && property ? property->values(*entry) : std::vector<std::string>{};
            for (const auto& value : values) {
                writer.begin_object().member("str", value).end_object();
            }
            writer.end_array();
        }
        writer.end_object();
    }
    writer.end_object().end_object();
    return writer.take();
}

std::string proposed_properties(const std::string& type, int limit) {
    const bool is_organization = type.empty() || ctdl::is_organization(type);
    json::Writer writer;
    writer.begin_object().member("type", type);
    if (limit > 0) writer.member("limit", limit);
    writer.key("properties").begin_array();
    int count = 0;
    for (const auto& property : properties()) {
        if (!is_organization && !property.is_of_all) continue;
        if (limit > 0 && count++ == limit) break;
        writer.begin_object().member("id", property.id).member("name", property.name).end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

}  // namespace cartulary::reconciliation
