#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/open_badges.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

// Verifiers run in browsers too; there is nothing here that they might not see.
Response document(int status, std::string body) {
    return {.status = status,
            .content_type = open_badges::json_ld_type,
            .body = std::move(body),
            .headers = {{"Access-Control-Allow-Origin", "*"}, {"Cache-Control", "no-cache"}}};
}

Result<Response> get_profile(const Operations& operations, const Request& request) {
    const OrganizationId id(TRY(id_of(request, "issuer_id")));
    const auto organization = TRY(operations.organizations.shown(id));
    return document(200, open_badges::profile(organization, operations.public_url));
}

Result<Response> get_badge_class(const Operations& operations, const Request& request) {
    const auto id = TRY(id_of(request, "badge_class_id"));
    const auto issued = TRY(operations.badge_templates.referred_to(id));
    return document(200, open_badges::badge_class(issued, operations.public_url));
}

Result<Response> get_assertion(const Operations& operations, const Request& request) {
    const auto id = TRY(id_of(request, "badge_assertion_id"));
    const auto issued = TRY(operations.badges.shown(id));
    if (issued.badge.state == BadgeState::revoked) {
        return document(410, open_badges::revoked_assertion(issued.badge, operations.public_url));
    }
    return document(200, open_badges::assertion(issued, operations.public_url));
}

}  // namespace

Routes open_badge_routes(const Operations& operations) {
    const auto bound = [operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    return {route(Method::get, "/v1/obi/v2/issuers/{issuer_id}", "getIssuerProfile", Cost::read,
                  bound(get_profile)),
            route(Method::get, "/v1/obi/v2/badge_classes/{badge_class_id}", "getBadgeClass",
                  Cost::read, bound(get_badge_class)),
            route(Method::get, "/v1/obi/v2/badge_assertions/{badge_assertion_id}",
                  "getBadgeAssertion", Cost::read, bound(get_assertion))};
}

}  // namespace cartulary::acclaim
