#include "operations/draft_access.h"

#include "ctdl/templates/template.h"
#include "operations/organization_access.h"
#include "operations/resource_versions.h"
#include "store/drafts.h"
#include "store/organizations.h"
#include "store/resources.h"

namespace cartulary {

namespace {

bool is_trusted(const Organization& organization) {
    return organization.trusted_partner && organization.status == OrganizationStatus::approved;
}

tl::unexpected<Error> wrong_ctid(std::string problem) {
    return fail({FieldProblem{std::string(ctdl::templates::ctid_field), std::move(problem)}});
}

tl::unexpected<Error> another_s_ctid() {
    return wrong_ctid("belongs to another organization");
}

bool is_of_organizations(std::string_view kind) {
    return kind == name_of(ctdl::templates::Kind::organizations);
}

}  // namespace

Result<Draft> draft_of(Transaction& transaction, const Organization& owner, const Ctid& ctid,
                       std::optional<std::int64_t> version) {
    auto draft = drafts::find(transaction, owner.number, ctid);
    if (!draft) return unknown_draft();
    if (version && draft->version != *version) {
        return refused_draft("somebody else has changed it; look at it again", "version",
                             "is another by now");
    }
    return *std::move(draft);
}

tl::unexpected<Error> unknown_draft() {
    return fail(ErrorKind::not_found, "the organization has written nothing under this CTID");
}

tl::unexpected<Error> refused_draft(std::string message, std::string field, std::string problem) {
    return tl::unexpected(
        Error{ErrorKind::conflict, std::move(message), {{std::move(field), std::move(problem)}}});
}

bool is_trusted(Transaction& transaction, const Caller& caller, const Organization& owner) {
    if (is_command_line(caller) || is_trusted(owner)) return true;
    if (caller.organization == owner.number) return false;
    const auto third_party = organizations::find(transaction, caller.organization);
    return third_party && is_trusted(*third_party);
}

Caller acting_for(Transaction& transaction, const Draft& draft, std::string actor) {
    const auto writer =
        organizations::find(transaction, draft.publisher.value_or(draft.organization)).value();
    return {.id = writer.id,
            .organization = writer.number,
            .name = writer.stated.name,
            .trusted_partner = is_trusted(writer),
            .rights = {},
            .token = {},
            .acts_as = std::move(actor)};
}

bool is_public(Transaction& transaction, const Draft& draft) {
    return draft.published_version && is_there(resources::find(transaction, draft.ctid));
}

Result<void> require_usable_ctid(Transaction& transaction, const Organization& owner,
                                 std::string_view kind, const Ctid& ctid) {
    if (const auto whole = resources::whole_of(transaction, ctid)) {
        const auto resource = resources::find(transaction, ctid);
        if (!resource) return wrong_ctid("is of a part of something else");
        if (!is_of_organizations(kind) && resource->owner != owner.number) return another_s_ctid();
    }
    const OrganizationId id(ctid.uuid());
    const auto sight = organizations::sight_of(transaction, id, owner.number);
    if (!is_of_organizations(kind)) {
        if (sight) return wrong_ctid("is an organization's");
        return {};
    }
    if (sight ? !sight->may_see : resources::find(transaction, ctid).has_value()) {
        return another_s_ctid();
    }
    return {};
}

}  // namespace cartulary
