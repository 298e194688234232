#include "dialects/sunbird/particulars.h"

#include <array>
#include <string_view>

#include "base/json.h"

namespace cartulary::sunbird {

namespace {

// The names are stored: never change one.
constexpr auto dialect = "sunbird";

template <class Type>
struct Member {
    std::string_view name;
    Type Particulars::*value;
};
constexpr auto texts = std::to_array<Member<std::string>>({
    {"preferredLanguage", &Particulars::preferred_language},
    {"imgUrl", &Particulars::image_url},
    {"thumbnail", &Particulars::thumbnail},
    {"theme", &Particulars::theme},
    {"orgCode", &Particulars::code},
    {"encryptionKey", &Particulars::encryption_key},
});
constexpr auto numbers = std::to_array<Member<std::optional<std::int64_t>>>({
    {"organisationType", &Particulars::type},
    {"organisationSubType", &Particulars::sub_type},
});
constexpr auto lists = std::to_array<Member<std::vector<std::string>>>({
    {"signKeys", &Particulars::sign_keys},
    {"encKeys", &Particulars::encryption_keys},
});
constexpr auto single_sign_on_name = "isSSOEnabled";
constexpr auto locations_name = "orgLocation";

std::string text_in(const json::Value* value) {
    return value && value->string() ? *value->string() : std::string();
}

const json::Array& array_in(const json::Value* value) {
    static const json::Array none;
    return value && value->array() ? *value->array() : none;
}

}  // namespace

Particulars particulars_of(const OrganizationDraft& draft) {
    Particulars particulars;
    const auto kept = draft.particulars.find(dialect);
    if (kept == draft.particulars.end()) return particulars;
    const auto object = json::parse(kept->second);
    if (!object) return particulars;
    for (const auto& [name, value] : texts) particulars.*value = text_in(object->find(name));
    for (const auto& [name, value] : numbers) {
        const auto* number = object->find(name);
        if (number && number->integer()) particulars.*value = *number->integer();
    }
    for (const auto& [name, value] : lists) {
        for (const auto& item : array_in(object->find(name))) {
            (particulars.*value).push_back(text_in(&item));
        }
    }
    const auto* single_sign_on = object->find(single_sign_on_name);
    if (single_sign_on && single_sign_on->boolean()) {
        particulars.single_sign_on = *single_sign_on->boolean();
    }
    for (const auto& location : array_in(object->find(locations_name))) {
        particulars.locations.push_back(
            {text_in(location.find("id")), text_in(location.find("type"))});
    }
    return particulars;
}

void keep(OrganizationDraft& draft, const Particulars& particulars) {
    if (particulars == Particulars{}) {
        draft.particulars.erase(dialect);
        return;
    }
    json::Writer writer;
    writer.begin_object();
    for (const auto& [name, value] : texts) {
        if (!(particulars.*value).empty()) writer.member(name, particulars.*value);
    }
    for (const auto& [name, value] : numbers) {
        if (particulars.*value) writer.member(name, *(particulars.*value));
    }
    if (particulars.single_sign_on) {
        writer.member(single_sign_on_name, *particulars.single_sign_on);
    }
    for (const auto& [name, value] : lists) {
        if ((particulars.*value).empty()) continue;
        writer.key(name).begin_array();
        for (const auto& item : particulars.*value) writer.value(item);
        writer.end_array();
    }
    if (!particulars.locations.empty()) {
        writer.key(locations_name).begin_array();
        for (const auto& [id, type] : particulars.locations) {
            writer.begin_object().member("id", id).member("type", type).end_object();
        }
        writer.end_array();
    }
    draft.particulars[dialect] = writer.end_object().take();
}

}  // namespace cartulary::sunbird
