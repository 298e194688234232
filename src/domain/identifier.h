#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "domain/checked.h"

namespace cartulary {

// Within what an identifier can belong to one organization only.
enum class UniqueWithin { nowhere, registry, tenant };

struct IdentifierScheme {
    std::string_view name;
    UniqueWithin unique_within;
};

// The names are stored: never change one.
namespace identifier_scheme {
// One employer number (FEIN) covers dozens of colleges; the others are kept as loosely, since
// what people report of them is damaged and shared by branches.
inline constexpr IdentifierScheme fein{"fein", UniqueWithin::nowhere};
inline constexpr IdentifierScheme duns{"duns", UniqueWithin::nowhere};
inline constexpr IdentifierScheme opeid{"opeid", UniqueWithin::nowhere};
inline constexpr IdentifierScheme ipeds{"ipeds", UniqueWithin::nowhere};  // UNITID
inline constexpr IdentifierScheme uei{"uei", UniqueWithin::nowhere};
inline constexpr IdentifierScheme lei{"lei", UniqueWithin::nowhere};
inline constexpr IdentifierScheme isic{"isic", UniqueWithin::nowhere};
inline constexpr IdentifierScheme naics{"naics", UniqueWithin::nowhere};
inline constexpr IdentifierScheme nces{"nces", UniqueWithin::nowhere};
inline constexpr IdentifierScheme tax_exempt{"tax_exempt", UniqueWithin::nowhere};
inline constexpr IdentifierScheme linked_in{"linked_in", UniqueWithin::nowhere};
inline constexpr IdentifierScheme litmos_key{"litmos.key", UniqueWithin::tenant};
inline constexpr IdentifierScheme litmos_external_id{"litmos.external_id", UniqueWithin::tenant};
inline constexpr IdentifierScheme sunbird_channel{"sunbird.channel", UniqueWithin::registry};
inline constexpr IdentifierScheme sunbird_external_id{"sunbird.external_id", UniqueWithin::tenant};
}  // namespace identifier_scheme

std::span<const IdentifierScheme> identifier_schemes();

// Null when there is no such scheme.
const IdentifierScheme* find_identifier_scheme(std::string_view name);

struct Identifier {
    std::string scheme;
    std::string value;

    auto operator<=>(const Identifier&) const = default;
};

// The value as it is stored, or what is wrong with it; by the functions below where the scheme
// has one, else trimmed and neither blank nor longer than 255 characters.
Checked<std::string> parse_identifier(const IdentifierScheme& scheme, std::string_view value);

// The digits with as many zeros before them as a spreadsheet has eaten: what an import does to
// them before it parses.
std::string with_lost_zeros(std::string_view digits, std::size_t count);

// Nine digits, the hyphen may be missing: "12-3456789".
Checked<std::string> parse_fein(std::string_view text);
// Whether the IRS gives out numbers that begin like this one. `fein` is what parse_fein returned.
bool has_known_fein_prefix(std::string_view fein);

// Nine digits; hyphens are dropped: "012345678".
Checked<std::string> parse_duns(std::string_view text);

struct Opeid {
    std::string value;    // eight digits
    bool padded = false;  // zeros were put before it, as a spreadsheet had eaten them
};
Checked<Opeid> parse_opeid(std::string_view text);

Checked<std::string> parse_unitid(std::string_view text);  // six digits
Checked<std::string> parse_uei(std::string_view text);     // 12 letters and digits, upper case
Checked<std::string> parse_lei(std::string_view text);     // 20, upper case, with check digits

}  // namespace cartulary
