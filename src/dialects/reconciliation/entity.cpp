#include "dialects/reconciliation/entity.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::reconciliation {

const std::vector<const ctdl::Class*>& types() {
    static const auto all = [] {
        std::vector<const ctdl::Class*> found;
        for (const auto& type : ctdl::classes()) {
            if (ctdl::is_top_level(type.name)) found.push_back(&type);
        }
        std::stable_partition(found.begin(), found.end(), [](const ctdl::Class* type) {
            return type->name == organization_type;
        });
        return found;
    }();
    return all;
}

void write_type(json::Writer& writer, std::string_view type) {
    const auto* const known = ctdl::find_class(type);
    writer.begin_object()
        .member("id", known ? known->name : type)
        .member("name", known ? known->label : type)
        .end_object();
}

void write_type_with_broader(json::Writer& writer, const ctdl::Class& type) {
    writer.begin_object().member("id", type.name).member("name", type.label);
    writer.key("broader").begin_array();
    for (const auto parent : type.parents) {
        if (ctdl::is_top_level(parent)) write_type(writer, parent);
    }
    writer.end_array().end_object();
}

std::optional<Ctid> ctid_of(std::string_view text, const std::string& public_url) {
    text = text::trimmed(text);
    for (const auto* const path : {"/resources/", "/graph/"}) {
        const auto address = public_url + path;
        if (text.starts_with(address)) text.remove_prefix(address.size());
    }
    return Ctid::parse(text);
}

std::string name_of(const ResourceEntry& entry) {
    return entry.names.empty() ? entry.ctid.text() : entry.names.front().text;
}

std::string place_of(const ResourceEntry& entry) {
    std::string place;
    for (const auto* const parts : {&entry.places, &entry.regions, &entry.countries}) {
        if (parts->empty()) continue;
        if (!place.empty()) place += ", ";
        place += parts->front();
    }
    return place;
}

std::string description_of(const ResourceEntry& entry) {
    auto place = place_of(entry);
    return place.empty() ? entry.excerpt : place;
}

}  // namespace cartulary::reconciliation
