#include "web/dashboard/members_page.h"
#include "web/people_markup.h"
#include "web/people_routes.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto base_path = "/dashboard/organizations/{ctid}/members";

Uuid id_in(const Visit& visit, std::string_view parameter) {
    return Uuid::parse(visit.request().path_parameter(parameter)).value_or(Uuid());
}

// Back to the page that shows what became of it, or to what was refused.
Response done(Visit& visit, const OrganizationId& organization, const Result<void>& result,
              Notice notice) {
    if (result) return visit.go_to(members_path(organization), notice);
    return visit.refuse(result.error());
}

// A form whose path names an organization.
using Change = std::function<Response(Visit&, Members&, const OrganizationId&)>;

http::Route change(const Visits& visits, const std::string& path, std::string operation,
                   Change make) {
    return visits.own_form(base_path + path, std::move(operation), http::Cost::write,
                           [make = std::move(make)](Visit& visit) {
                               const auto id = organization_of(visit);
                               if (!id) {
                                   return visit.refuse(404, visit.texts().organization_unknown);
                               }
                               return make(visit, visit.people().members, *id);
                           });
}

Response invite(Visit& visit, Members& members, const OrganizationId& id) {
    const auto& texts = visit.texts();
    const auto role = parse_role(visit.field("role"));
    if (!role) return visit.refuse(422, texts.decision_unknown);
    const auto invited = members.invite(visit.actor(), id, visit.field("email"), *role);
    if (invited) return visit.go_to(members_path(id), Notice::invitation_mailed);
    const auto& error = invited.error();
    auto problems = problems_of(texts, error, {{"email", texts.email_label}});
    if (error.kind == ErrorKind::limited) problems.add("email", wait_sentence(texts, error));
    if (!problems.any()) return visit.refuse(error);
    auto response = members_page(visit, problems);
    if (error.kind != ErrorKind::limited) return response;
    response.status = 429;
    response.headers.push_back({"Retry-After", std::to_string(error.retry.value().count())});
    return response;
}

Response set_role(Visit& visit, Members& members, const OrganizationId& id) {
    const auto role = parse_role(visit.field("role"));
    if (!role) return visit.refuse(422, visit.texts().decision_unknown);
    return done(visit, id, members.set_role(visit.actor(), id, id_in(visit, "person_id"), *role),
                Notice::role_changed);
}

Response remove(Visit& visit, Members& members, const OrganizationId& id) {
    return done(visit, id, members.remove(visit.actor(), id, id_in(visit, "person_id")),
                Notice::member_removed);
}

Response leave(Visit& visit, Members& members, const OrganizationId& id) {
    const auto left = members.leave(visit.actor(), id);
    if (!left) return visit.refuse(left.error());
    return visit.go_to("/dashboard", Notice::left);
}

Response cancel(Visit& visit, Members& members, const OrganizationId& id) {
    return done(visit, id,
                members.cancel_invitation(visit.actor(), id, id_in(visit, "invitation_id")),
                Notice::invitation_cancelled);
}

Response let_in(Visit& visit, Members& members, const OrganizationId& id) {
    const auto role = parse_role(visit.field("role"));
    if (!role) return visit.refuse(422, visit.texts().decision_unknown);
    return done(visit, id, members.let_in(visit.actor(), id, id_in(visit, "person_id"), *role),
                Notice::member_let_in);
}

Response decline(Visit& visit, Members& members, const OrganizationId& id) {
    return done(visit, id, members.decline(visit.actor(), id, id_in(visit, "person_id")),
                Notice::join_declined);
}

}  // namespace

std::vector<http::Route> member_change_routes(const Visits& visits) {
    return {change(visits, "/invite", "inviteMember", invite),
            change(visits, "/leave", "leaveOrganization", leave),
            change(visits, "/{person_id}/role", "setMemberRole", set_role),
            change(visits, "/{person_id}/remove", "removeMember", remove),
            change(visits, "/invitations/{invitation_id}/cancel", "cancelInvitation", cancel),
            change(visits, "/requests/{person_id}/let-in", "letMemberIn", let_in),
            change(visits, "/requests/{person_id}/decline", "declineJoinRequest", decline)};
}

}  // namespace cartulary::web
