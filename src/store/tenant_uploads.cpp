#include "store/tenant_uploads.h"

namespace cartulary::tenant_uploads {

constexpr auto insert_sql =
    "insert into tenant_upload (id, tenant, report, created_at) values ($1, $2, $3, $4)";

void insert(Transaction& transaction, const Upload& upload) {
    transaction.run(insert_sql, upload.id, upload.tenant, upload.report, upload.created_at);
}

constexpr auto find_sql = "select id, tenant, report, created_at from tenant_upload where id = $1";

std::optional<Upload> find(Transaction& transaction, const Uuid& id) {
    auto rows = transaction.query(find_sql, id);
    if (!rows.next()) return std::nullopt;
    return Upload{rows.uuid(0), static_cast<std::int32_t>(rows.integer(1)), rows.text(2),
                  rows.time(3)};
}

constexpr auto forget_sql = "delete from tenant_upload where created_at < $1";

std::int64_t forget(Transaction& transaction, Timestamp before) {
    return transaction.run(forget_sql, before);
}

}  // namespace cartulary::tenant_uploads
