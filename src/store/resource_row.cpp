#include "store/resource_row.h"

namespace cartulary::resources {

namespace {

std::int32_t organization_in(const Rows& row, int column) {
    return static_cast<std::int32_t>(row.integer(column));
}

std::optional<std::int32_t> optional_organization_in(const Rows& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return organization_in(row, column);
}

}  // namespace

Resource resource_in(const Rows& row) {
    return {.number = row.integer(0),
            .ctid = Ctid(row.uuid(1)),
            .envelope = row.uuid(2),
            .type = row.text(3),
            .owner = organization_in(row, 4),
            .publisher = optional_organization_in(row, 5),
            .revision = row.integer(6),
            .digest = row.text(7),
            .created_at = row.time(8),
            .updated_at = row.time(9),
            .deleted_at = row.optional_time(10),
            .verified_at = row.optional_time(11)};
}

ResourceVersion version_in(const Rows& row, int first) {
    const auto event = parse_resource_event(row.text_view(first + 1));
    const auto method = parse_publish_method(row.text_view(first + 2));
    if (!event || !method) throw DatabaseError("a version is of a kind that does not exist");
    return {.revision = row.integer(first),
            .event = *event,
            .method = *method,
            .document = row.text(first + 3),
            .digest = row.text(first + 4),
            .actor = row.text(first + 5),
            .owner = organization_in(row, first + 6),
            .publisher = optional_organization_in(row, first + 7),
            .created_at = row.time(first + 8)};
}

}  // namespace cartulary::resources
