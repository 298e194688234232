#include "store/public_organizations.h"

namespace cartulary::organizations {

constexpr auto keeps_others_sql = R"(
    select 1 from company where organization = $1
    union all
    select 1 from tenant_organization where organization = $1)";

bool keeps_others(Transaction& transaction, std::int32_t number) {
    return transaction.query(keeps_others_sql, number).next();
}

constexpr auto without_document_sql = R"(
    select organization.number from organization
    where organization.number > $1 and status = 'approved' and tenant is null and
        not exists (select 1 from resource where resource.id = organization.id) and
        not exists (select 1 from company where company.organization = organization.number) and
        not exists (select 1 from tenant_organization
            where tenant_organization.organization = organization.number)
    order by organization.number
    limit $2)";

std::vector<std::int32_t> without_document(Transaction& transaction, std::int32_t after,
                                           int count) {
    std::vector<std::int32_t> numbers;
    auto rows = transaction.query(without_document_sql, after, count);
    while (rows.next()) numbers.push_back(static_cast<std::int32_t>(rows.integer(0)));
    return numbers;
}

}  // namespace cartulary::organizations
