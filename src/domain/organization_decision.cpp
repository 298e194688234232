#include "domain/organization_decision.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cartulary {

namespace {

constexpr std::array<std::string_view, 4> kind_names = {"submitted", "withdrawn", "approved",
                                                        "declined"};

bool has_address(const Address& address) {
    return !text::is_blank(address.street) && !text::is_blank(address.city) &&
           !text::is_blank(address.country);
}

}  // namespace

std::string_view name_of(OrganizationDecisionKind kind) {
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::optional<OrganizationDecisionKind> parse_organization_decision(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<OrganizationDecisionKind>(found - kind_names.begin());
}

std::vector<FieldProblem> problems_before_approval(const OrganizationDraft& draft) {
    auto problems = problems_in(draft, {.complete = false});
    if (text::length(text::trimmed(draft.description)) < submitted_description_length_min) {
        problems.push_back({"description", "must be at least " +
                                               std::to_string(submitted_description_length_min) +
                                               " characters"});
    }
    if (draft.types.empty()) problems.push_back({"types", "must be at least one"});
    if (!draft.sector) problems.push_back({"sector", "is required"});
    if (draft.website.empty()) problems.push_back({"website", "is required"});
    if (draft.email.empty() && !has_address(draft.address)) {
        problems.push_back({"email", "is required where there is no postal address"});
    }
    return problems;
}

}  // namespace cartulary
