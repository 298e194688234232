#include "store/organization_row.h"

#include "store/organization_text.h"

namespace cartulary::organizations {

namespace {

OrganizationDraft stated_in(const Rows& row) {
    OrganizationDraft stated;
    stated.name = row.text(6);
    stated.profile_name = row.text(7);
    stated.description = row.text(8);
    stated.website = row.text(9);
    stated.email = row.text(10);
    stated.address = {row.text(11), row.text(12), row.text(13),
                      row.text(14), row.text(15), row.text(16)};
    if (!row.is_null(17)) stated.sector = sectors.find(row.text_view(17));
    read_details(row.text_view(18), stated);
    stated.picture = row.text(19);
    return stated;
}

}  // namespace

Organization organization_in(const Rows& row) {
    const auto tenant = row.optional_integer(5);
    return {
        .id = OrganizationId(row.uuid(1)),
        .number = static_cast<std::int32_t>(row.integer(0)),
        .serial = row.integer(2),
        .status = parse_organization_status(row.text_view(3)).value(),
        .trusted_partner = row.boolean(4),
        .tenant = tenant ? std::optional(static_cast<std::int32_t>(*tenant)) : std::nullopt,
        .stated = stated_in(row),
        .version = row.integer(20),
        .created_at = row.time(21),
        .updated_at = row.time(22),
        .approved_at = row.optional_time(23),
    };
}

}  // namespace cartulary::organizations
