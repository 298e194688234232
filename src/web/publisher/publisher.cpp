#include "web/publisher/publisher.h"

#include "web/people_markup.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Kind;
using http::Response;

// Members see everything, and do what their role allows; others act for organizations that have
// allowed it to one of theirs.
Result<std::pair<Caller, bool>> caller_for(const Registry& registry, const Actor& actor,
                                           const OrganizationId& organization) {
    if (auto writer = publishing_for(registry, actor, organization)) {
        return std::pair(*std::move(writer), true);
    }
    return std::pair(TRY(acting_in(actor, organization, Need::look)), false);
}

Result<std::string> name_of(Organizations& organizations, const Caller& caller,
                            const OrganizationId& organization) {
    BoundedCache kept_nowhere(0);
    const auto name =
        TRY(organizations.get(caller, organization, kept_nowhere,
                              [](const Organization& found) { return found.stated.name; }));
    return *name.text;
}

Result<Desk> desk_of(Visit& visit, const PublisherOperations& operations) {
    const auto organization = OrganizationId::from_ctid(visit.request().path_parameter("ctid"));
    const auto unknown = std::string(visit.texts().organization_unknown);
    if (!organization) return fail(ErrorKind::not_found, unknown);
    const auto [caller, may_write] =
        TRY(caller_for(operations.registry, visit.actor(), *organization));
    auto name = TRY(name_of(operations.organizations, caller, *organization));
    return Desk{.visit = visit,
                .operations = operations,
                .caller = caller,
                .organization = *organization,
                .organization_name = std::move(name),
                .may_write = may_write};
}

// With the kind of thing, where the path has one.
Visits::Handler at_desk(PublisherOperations operations, bool has_kind, bool writes,
                        Desks::Handler handle) {
    return [operations, has_kind, writes, handle = std::move(handle)](Visit& visit) -> Response {
        auto desk = desk_of(visit, operations);
        if (!desk) return visit.refuse(desk.error());
        if (writes && !desk->may_write) return visit.refuse(403, visit.texts().publisher_look_only);
        if (has_kind) {
            const auto kind = ctdl::templates::parse_kind(visit.request().path_parameter("kind"));
            if (!kind) return visit.refuse(404, visit.texts().publisher_kind_unknown);
            desk->kind = *kind;
        }
        return handle(*desk);
    };
}

bool names_kind(const std::string& path) {
    return path.find("{kind}") != std::string::npos;
}

constexpr auto below = "/dashboard/organizations/{ctid}/publisher";

}  // namespace

std::string Desk::publisher_path() const {
    return own_organization_path(organization) + "/publisher";
}

std::string Desk::list_path() const {
    return publisher_path() + "/" + std::string(ctdl::templates::name_of(kind));
}

std::string Desk::draft_path(const Ctid& draft) const {
    return list_path() + "/" + draft.text();
}

std::string Desk::bulk_path() const {
    return list_path() + "/bulk";
}

http::Route Desks::page(const std::string& path, std::string operation, Handler show) const {
    return visits_.own_page(below + path, std::move(operation),
                            at_desk(operations_, names_kind(path), false, std::move(show)));
}

http::Route Desks::form(const std::string& path, std::string operation, http::Cost cost,
                        Handler take) const {
    return visits_.own_form(below + path, std::move(operation), cost,
                            at_desk(operations_, names_kind(path), true, std::move(take)));
}

std::optional<Ctid> draft_in(const Desk& desk) {
    return Ctid::parse(desk.visit.request().path_parameter("draft"));
}

std::string_view kind_text(const Texts& texts, Kind kind) {
    switch (kind) {
        case Kind::credentials: return texts.kind_credentials;
        case Kind::assessments: return texts.kind_assessments;
        case Kind::learning_opportunities: return texts.kind_learning_opportunities;
        case Kind::organizations: return texts.kind_organizations;
        case Kind::locations: return texts.kind_locations;
    }
    __builtin_unreachable();
}

std::string_view one_text(const Texts& texts, Kind kind) {
    switch (kind) {
        case Kind::credentials: return texts.one_credential;
        case Kind::assessments: return texts.one_assessment;
        case Kind::learning_opportunities: return texts.one_learning_opportunity;
        case Kind::organizations: return texts.one_organization;
        case Kind::locations: return texts.one_location;
    }
    __builtin_unreachable();
}

Markup standing_tag(const Texts& texts, const Draft& draft) {
    const auto tag = [](std::string_view looks, std::string_view word) {
        return element("span", {{"class", looks}}, word);
    };
    switch (draft.standing) {
        case DraftStanding::editing:
            if (draft.published_version) return tag("tag over", texts.standing_changed);
            return draft.approved_version ? tag("tag over", texts.standing_approve_again)
                                          : tag("tag open", texts.standing_editing);
        case DraftStanding::approved: return tag("tag open", texts.standing_approved);
        case DraftStanding::published: return tag("tag good", texts.standing_published);
        case DraftStanding::returned: return tag("tag bad", texts.standing_returned);
        case DraftStanding::unpublished: return tag("tag", texts.standing_unpublished);
    }
    __builtin_unreachable();
}

std::vector<http::Route> publisher_routes(const Visits& visits,
                                          const PublisherOperations& operations) {
    const Desks desks(visits, operations);
    std::vector<http::Route> routes;
    for (auto& part :
         {publisher_page_routes(desks), drafts_page_routes(desks), draft_page_routes(desks),
          draft_change_routes(desks), draft_preview_routes(desks), bulk_page_routes(desks),
          bulk_upload_routes(desks), table_file_routes(desks)}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

}  // namespace cartulary::web
