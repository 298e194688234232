#include "store/pictures.h"

namespace cartulary::pictures {

constexpr auto insert_sql = R"(
    insert into picture (id, organization, media_type, bytes, created_at)
    values ($1, $2, $3, $4, $5))";

void insert(Transaction& transaction, const Picture& picture) {
    transaction.run(insert_sql, picture.id, picture.organization, picture.media_type,
                    Blob{picture.bytes}, picture.created_at);
}

constexpr auto find_sql =
    "select id, organization, media_type, bytes, created_at from picture where id = $1";

std::optional<Picture> find(Transaction& transaction, const Uuid& id) {
    auto rows = transaction.query(find_sql, id);
    if (!rows.next()) return std::nullopt;
    return Picture{.id = rows.uuid(0),
                   .organization = static_cast<std::int32_t>(rows.integer(1)),
                   .media_type = rows.text(2),
                   .bytes = rows.blob(3),
                   .created_at = rows.time(4)};
}

constexpr auto forget_unused_sql = R"(
    delete from picture
    where created_at < $1
        and not exists (select 1 from organization
            where organization.picture = cast(picture.id as text) and organization.picture <> '')
        and not exists (select 1 from badge_template where badge_template.picture = picture.id))";

std::int64_t forget_unused(Transaction& transaction, Timestamp before) {
    return transaction.run(forget_unused_sql, before);
}

}  // namespace cartulary::pictures
