#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/json.h"
#include "dialects/sunbird/sunbird.h"

// Organisations as answers show them.
namespace cartulary::sunbird {

struct Shown {
    Profile profile;
    // People and addresses, for who looks after the organisation.
    bool with_personal_data;
    // Keys that clients of old expect and nothing stands under: null, or left out.
    enum class Legacy { kept, null, absent } legacy = Legacy::kept;
    const std::set<std::string, std::less<>>* keys = nullptr;  // all, where it is null
    std::int64_t school_type = 0;
};

void write_organisation(json::Writer& writer, const TenantOrganization& one, const Shown& shown);

// The type of schools of these operations; 0: they know none.
std::int64_t school_type_of(const Operations& operations);

}  // namespace cartulary::sunbird
