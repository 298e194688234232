#include "store/email_domains.h"

namespace cartulary::email_domains {

namespace {

tl::unexpected<Error> taken() {
    return tl::unexpected(Error{ErrorKind::conflict,
                                "an organization of the company has it",
                                {{"domain", "is already that of an organization"}}});
}

#define DOMAIN_COLUMNS "domain, active, created_by, created_at, updated_by, updated_at"

EmailDomain domain_in(const Rows& row) {
    return {.stated = {row.text(0), row.boolean(1)},
            .modified = {row.text(2), row.time(3), row.text(4), row.time(5)}};
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into email_domain (company, organization, domain, domain_ascii, active, created_by,
        created_at, updated_by, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing)";

Result<void> insert(Transaction& transaction, std::int32_t company, std::int32_t organization,
                    const EmailDomain& domain) {
    const auto& [stated, modified] = domain;
    const auto inserted = transaction.run(insert_sql, company, organization, stated.domain,
                                          comparable_domain(stated.domain).value(), stated.active,
                                          modified.created_by, modified.created_at,
                                          modified.updated_by, modified.updated_at);
    if (inserted == 0) return taken();
    return {};
}

constexpr auto company_sql =
    "select company from email_domain where organization = $1 and domain_ascii = $2";

constexpr auto replace_sql = R"(
    update email_domain set domain = $3, active = $4, updated_by = $5, updated_at = $6
    where organization = $1 and domain_ascii = $2)";

// Another name is another row, so that two rivals for it meet at the index.
Result<void> replace(Transaction& transaction, std::int32_t organization, std::string_view ascii,
                     const EmailDomain& domain) {
    const auto& [stated, modified] = domain;
    if (comparable_domain(stated.domain).value() == ascii) {
        transaction.run(replace_sql, organization, ascii, stated.domain, stated.active,
                        modified.updated_by, modified.updated_at);
        return {};
    }
    auto rows = transaction.query(company_sql, organization, ascii);
    if (!rows.next()) return {};
    const auto company = static_cast<std::int32_t>(rows.integer(0));
    TRY(insert(transaction, company, organization, domain));
    remove(transaction, organization, ascii);
    return {};
}

constexpr auto remove_sql =
    "delete from email_domain where organization = $1 and domain_ascii = $2";

bool remove(Transaction& transaction, std::int32_t organization, std::string_view ascii) {
    return transaction.run(remove_sql, organization, ascii) == 1;
}

constexpr auto find_sql =
    "select " DOMAIN_COLUMNS " from email_domain where organization = $1 and domain_ascii = $2";

std::optional<EmailDomain> find(Transaction& transaction, std::int32_t organization,
                                std::string_view ascii) {
    auto rows = transaction.query(find_sql, organization, ascii);
    if (!rows.next()) return std::nullopt;
    return domain_in(rows);
}

constexpr auto list_sql = "select " DOMAIN_COLUMNS R"(
    from email_domain
    where organization = $1 and (cast($2 as text) is null or domain_ascii = cast($2 as text))
    order by domain_ascii)";

std::vector<EmailDomain> list(Transaction& transaction, std::int32_t organization,
                              const std::optional<std::string>& ascii) {
    std::vector<EmailDomain> domains;
    auto rows = transaction.query(list_sql, organization, ascii);
    while (rows.next()) domains.push_back(domain_in(rows));
    return domains;
}

constexpr auto count_sql = "select count(*) from email_domain where organization = $1";

std::int64_t count(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_sql, organization);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::email_domains
