#include "domain/ctid.h"

#include "base/text.h"

namespace cartulary {

std::optional<Ctid> Ctid::parse(std::string_view text) {
    constexpr std::string_view prefix = "ce-";
    if (!text::equal_ignoring_ascii_case(text.substr(0, prefix.size()), prefix)) {
        return std::nullopt;
    }
    const auto uuid = Uuid::parse(text.substr(prefix.size()));
    if (!uuid) return std::nullopt;
    return Ctid(*uuid);
}

std::optional<OrganizationId> OrganizationId::parse(std::string_view uuid) {
    const auto parsed = Uuid::parse(uuid);
    if (!parsed) return std::nullopt;
    return OrganizationId(*parsed);
}

std::optional<OrganizationId> OrganizationId::from_ctid(std::string_view ctid) {
    const auto parsed = Ctid::parse(ctid);
    if (!parsed) return std::nullopt;
    return OrganizationId(parsed->uuid());
}

}  // namespace cartulary
