#include "store/staff_acts.h"

namespace cartulary::staff_acts {

constexpr auto insert_sql = R"(
    insert into staff_act (type, actor, organization, event, about, reason, occurred_at)
    values ($1, $2, $3, $4, $5, $6, $7))";

void insert(Transaction& transaction, const StaffAct& act) {
    transaction.run(insert_sql, act.type, act.actor, act.organization, act.event, act.about,
                    act.reason, act.occurred_at);
}

constexpr auto of_organization_sql = R"(
    select type, actor, event, about, reason, occurred_at from staff_act
    where organization = $1
    order by number desc
    limit $2)";

std::vector<StaffAct> of_organization(Transaction& transaction, std::int32_t organization,
                                      int count) {
    std::vector<StaffAct> acts;
    auto rows = transaction.query(of_organization_sql, organization, count);
    while (rows.next()) {
        acts.push_back({.type = rows.text(0),
                        .actor = rows.text(1),
                        .organization = organization,
                        .event = rows.is_null(2) ? std::nullopt : std::optional(rows.uuid(2)),
                        .about = rows.text(3),
                        .reason = rows.text(4),
                        .occurred_at = rows.time(5)});
    }
    return acts;
}

}  // namespace cartulary::staff_acts
