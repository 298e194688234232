#include "operations/organization_change.h"

#include <algorithm>

#include "operations/organization_access.h"
#include "operations/organization_events.h"
#include "operations/organizations.h"
#include "operations/webhooks.h"

namespace cartulary {

namespace {

template <auto member>
bool same(const OrganizationDraft& left, const OrganizationDraft& right) {
    return left.*member == right.*member;
}
template <auto member>
bool same_address(const OrganizationDraft& left, const OrganizationDraft& right) {
    return left.address.*member == right.address.*member;
}
template <auto member>
bool same_webhook(const OrganizationDraft& left, const OrganizationDraft& right) {
    return left.webhook.*member == right.webhook.*member;
}

// The values by whose names problems are told; of a list the list.
struct Value {
    std::string_view name;
    bool (*is_same)(const OrganizationDraft&, const OrganizationDraft&);
};
constexpr Value values[] = {
    {"name", same<&OrganizationDraft::name>},
    {"profile_name", same<&OrganizationDraft::profile_name>},
    {"description", same<&OrganizationDraft::description>},
    {"website", same<&OrganizationDraft::website>},
    {"email", same<&OrganizationDraft::email>},
    {"phones", same<&OrganizationDraft::phones>},
    {"address.street", same_address<&Address::street>},
    {"address.street_2", same_address<&Address::street_2>},
    {"address.city", same_address<&Address::city>},
    {"address.region", same_address<&Address::region>},
    {"address.postal_code", same_address<&Address::postal_code>},
    {"address.country", same_address<&Address::country>},
    {"types", same<&OrganizationDraft::types>},
    {"sector", same<&OrganizationDraft::sector>},
    {"identifiers", same<&OrganizationDraft::identifiers>},
    {"publishing", same<&OrganizationDraft::publishing>},
    {"picture", same<&OrganizationDraft::picture>},
    {"webhook.url", same_webhook<&Webhook::url>},
    {"webhook.event_types", same_webhook<&Webhook::event_types>},
};

// "phones[1]" and "identifiers.lei" are of "phones" and "identifiers".
bool is_of(std::string_view field, std::string_view name) {
    if (!field.starts_with(name)) return false;
    const auto rest = field.substr(name.size());
    return rest.empty() || rest.front() == '.' || rest.front() == '[';
}

bool stays(std::string_view field, const OrganizationDraft& before,
           const OrganizationDraft& after) {
    const auto value =
        std::ranges::find_if(values, [&](const Value& known) { return is_of(field, known.name); });
    return value != std::end(values) && value->is_same(before, after);
}

bool lacks_nothing(const OrganizationDraft& draft) {
    return problems_in(draft, {.complete = true}) == problems_in(draft, {.complete = false});
}

// A change must not make a record worse than it was; what was wrong before and stays as it was is
// not this caller's to mend.
Result<void> require_no_new_problem(const OrganizationDraft& before, const OrganizationDraft& after,
                                    const ProblemsOf& problems_of) {
    const auto known = problems_of(before);
    auto problems = problems_of(after);
    std::erase_if(problems, [&](const FieldProblem& problem) {
        return stays(problem.field, before, after) &&
               std::ranges::find(known, problem) != known.end();
    });
    if (problems.empty()) return {};
    return fail(std::move(problems));
}

}  // namespace

Result<bool> restate(const Registry& registry, Transaction& transaction, Organization& organization,
                     const OrganizationDraft& before) {
    const Requirements requirements{.complete = lacks_nothing(before)};
    return restate(
        registry, transaction, organization, before,
        [&](const OrganizationDraft& draft) { return problems_in(draft, requirements); });
}

Result<bool> restate(const Registry& registry, Transaction& transaction, Organization& organization,
                     const OrganizationDraft& before, const ProblemsOf& problems_of) {
    auto& stated = organization.stated;
    // Every organization has one.
    if (stated.profile_name.empty()) stated.profile_name = before.profile_name;
    if (stated == before) return false;
    TRY(require_no_new_problem(before, stated, problems_of));
    organization.version += 1;
    organization.updated_at = registry.now();
    TRY(organizations::replace(transaction, organization));
    if (stated.webhook != before.webhook) stand_ready(registry, transaction, organization);
    return true;
}

Result<Organization> Organizations::change(
    const Caller& caller, const OrganizationId& id,
    const std::function<Result<void>(OrganizationDraft&)>& apply) {
    bool is_change = false;
    auto changed = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        auto organization =
            TRY(organization_held(transaction, caller, id, Reach::granted, Right::write));
        const auto before = organization.stated;
        TRY(apply(organization.stated));
        is_change = TRY(restate(registry_, transaction, organization, before));
        if (!is_change) return organization;
        TRY(append_event(registry_, transaction, caller, organization,
                         event_type::organization_changed));
        return organization;
    });
    if (changed && is_change) registry_.webhooks_wait();
    return changed;
}

}  // namespace cartulary
