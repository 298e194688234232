#include "dialects/litmos/render.h"

#include "dialects/litmos/dates.h"
#include "dialects/litmos/organization_texts.h"

namespace cartulary::litmos {

namespace {

using json::Writer;

void write_modified(Writer& writer, const Modification& modified) {
    writer.key("Modified").begin_object();
    writer.key("CreatedBy").text_or_null(modified.created_by);
    writer.member("CreatedDate", date_text(modified.created_at));
    writer.key("UpdatedBy").text_or_null(modified.updated_by);
    writer.member("UpdatedDate", date_text(modified.updated_at)).end_object();
}

void write_link(Writer& writer, std::string_view relation, std::string_view href) {
    writer.begin_object()
        .member("Rel", relation)
        .member("Href", href)
        .member("Method", "GET")
        .end_object();
}

void write_links(Writer& writer, std::int32_t number) {
    const auto self = "/organizations/" + std::to_string(number);
    writer.key("Links").begin_array();
    write_link(writer, "Self", self);
    write_link(writer, "AttendeeGroups", self + "/attendee_groups");
    write_link(writer, "EmailDomains", self + "/emaildomains");
    writer.end_array();
}

void write_date(Writer& writer, std::string_view name, const std::optional<Timestamp>& date) {
    writer.key(name).text_or_null(date ? date_text(*date) : "");
}

}  // namespace

void write(Writer& writer, const CompanyOrganization& seen) {
    const auto& stated = seen.organization.stated;
    const auto particulars = particulars_of(stated);
    writer.begin_object().member("Id", seen.organization.number);
    for (const auto& text : organization_texts()) {
        writer.key(text.name).text_or_null(text_of(text, stated, particulars));
        if (text.name == "ExternalId") writer.member("Active", seen.active());
    }
    writer.member("IsTaxExempt", particulars.is_tax_exempt)
        .member("NotificationToSuperUser", particulars.notifies_super_user);
    write_modified(writer, seen.modified);
    write_links(writer, seen.organization.number);
    writer.end_object();
}

void write(Writer& writer, const AttendeeGroup& group) {
    const auto& stated = group.stated;
    writer.begin_object()
        .member("OrgAttendeeGroupID", group.number)
        .member("GroupName", stated.name)
        .member("Active", stated.active);
    write_date(writer, "StartDate", stated.starts_at);
    write_date(writer, "EndDate", stated.ends_at);
    writer.key("UniqueID").text_or_null(stated.unique_id);
    writer.member("ApplyExpirationDate", stated.applies_expiry)
        .member("ApplyExpirationDateReplay", stated.applies_expiry_to_replay);
    write_modified(writer, group.modified);
    writer.end_object();
}

void write(Writer& writer, const EmailDomain& domain) {
    writer.begin_object()
        .member("Active", domain.stated.active)
        .member("EmailDomain", domain.stated.domain);
    write_modified(writer, domain.modified);
    writer.end_object();
}

std::string render_refused(int status, const Error& error, Names names) {
    Writer writer;
    writer.begin_object().member("Success", false).key("Error").begin_object();
    writer.member("Code", status).member("Message", error.message).key("Details").begin_array();
    for (const auto& [ours, problem] : error.fields) {
        const auto field = their_name(names, ours);
        writer.begin_object()
            .member("Field", field)
            .member("Message", field + " " + problem)
            .end_object();
    }
    writer.end_array().end_object().member("Data", nullptr).end_object();
    return writer.take();
}

}  // namespace cartulary::litmos
