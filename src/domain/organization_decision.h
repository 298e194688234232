#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "domain/organization.h"

namespace cartulary {

enum class OrganizationDecisionKind { submitted, withdrawn, approved, declined };

std::string_view name_of(OrganizationDecisionKind kind);
std::optional<OrganizationDecisionKind> parse_organization_decision(std::string_view name);

// What became of an organization that asked to be approved.
struct OrganizationDecision {
    OrganizationDecisionKind kind;
    std::string reason;  // of a declination
    std::string actor;   // as events name who did something
    Timestamp decided_at;

    bool operator==(const OrganizationDecision&) const = default;
};

inline constexpr std::size_t decline_reason_length_max = 2'000;      // characters
inline constexpr std::size_t submitted_description_length_min = 15;  // characters

// What keeps an organization from being approved, every problem at once: what is wrong with it, and
// the least that is asked of what people enter. An e-mail address may stand for a postal one.
std::vector<FieldProblem> problems_before_approval(const OrganizationDraft& draft);

}  // namespace cartulary
