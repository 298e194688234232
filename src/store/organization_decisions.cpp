#include "store/organization_decisions.h"

#include "store/organization_row.h"

namespace cartulary::organization_decisions {

constexpr auto append_sql = R"(
    insert into organization_decision (organization, number, decision, reason, actor, decided_at)
    select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5
    from organization_decision where organization = $1)";

void append(Transaction& transaction, std::int32_t organization,
            const OrganizationDecision& decision) {
    transaction.run(append_sql, organization, name_of(decision.kind), decision.reason,
                    decision.actor, decision.decided_at);
}

constexpr auto of_organization_sql = R"(
    select decision, reason, actor, decided_at
    from organization_decision where organization = $1 order by number)";

std::vector<OrganizationDecision> of_organization(Transaction& transaction,
                                                  std::int32_t organization) {
    std::vector<OrganizationDecision> decisions;
    auto rows = transaction.query(of_organization_sql, organization);
    while (rows.next()) {
        decisions.push_back({.kind = parse_organization_decision(rows.text_view(0)).value(),
                             .reason = rows.text(1),
                             .actor = rows.text(2),
                             .decided_at = rows.time(3)});
    }
    return decisions;
}

constexpr auto count_waiting_sql = "select count(*) from organization where status = 'submitted'";

// Few wait at a time, so that they are sorted at each look.
constexpr auto waiting_sql = "select " ORGANIZATION_COLUMNS R"(
    from organization
    where status = 'submitted'
    order by coalesce((select max(decided_at) from organization_decision
            where organization_decision.organization = organization.number
                and decision = 'submitted'), updated_at), number
    limit $1 offset $2)";

Page<Organization> waiting(Transaction& transaction, const Slice& slice) {
    Page<Organization> page;
    {
        auto rows = transaction.query(count_waiting_sql);
        rows.next();
        page.total = rows.integer(0);
    }
    auto rows = transaction.query(waiting_sql, slice.count, slice.offset);
    while (rows.next()) page.items.push_back(organizations::organization_in(rows));
    return page;
}

}  // namespace cartulary::organization_decisions
