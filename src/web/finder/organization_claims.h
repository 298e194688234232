#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/finder/resource_page.h"
#include "web/texts/organization_page_texts.h"

// What an organization has to do with others: as it says itself, as the others say, or both.
namespace cartulary::web {

struct ClaimKind {
    std::string_view OrganizationPageTexts::*label;
    std::string_view here;   // the property by which it says so, "ceterms:accreditedBy"; or empty
    std::string_view there;  // that by which the other does, "ceterms:accredits"; or empty
    // Of a profile that says so together with a place, by ceterms:assertedBy; or empty.
    std::string_view profile_here = {};   // "ceterms:accreditedIn"
    std::string_view profile_there = {};  // of the other
    // In a drawing, where it is drawn: what the other is to the organization, which it may stand
    // above.
    std::string_view OrganizationPageTexts::*drawn = nullptr;
    bool is_above = false;
};

struct Claim {
    const ClaimKind* kind;
    GraphReader::Said name = {};
    std::optional<Ctid> ctid = {};  // of what is in this registry
    std::string address = {};       // of what is not; or empty
    std::string type = {};          // where it is known
    bool said_here = false;
    bool said_there = false;
};

// Of one kind after the other, each other thing once for each.
struct Claims {
    std::vector<Claim> items;
    std::int64_t more = 0;  // that are not among them
    bool at_least = false;  // more than these are not counted
};

inline constexpr std::size_t claims_shown_max = 50;

// Of an organization as of a date only what it says itself, as nobody keeps what others said then.
Claims claims_of(const ShownResource& shown, std::span<const ClaimKind> kinds);

// The other's name, with a link to where more is known of it.
Markup claim_link(const Texts& texts, const Claim& claim);

// That there are more than are listed; nothing where there are not.
Markup more_markup(const Texts& texts, const Claims& claims);

}  // namespace cartulary::web
