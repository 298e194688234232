#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/routes.h"

// Acclaim has no such routes: its receivers only know that an event can be read back.
namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

Response render(const WebhookSecret& secret) {
    json::Writer writer;
    writer.begin_object().member("secret", secret.text);
    const auto& until = secret.old_until;
    writer.key("old_secret_valid_until").text_or_null(until ? iso_8601(*until) : "");
    auto response = answered(200, with_data(writer.end_object().take()));
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

Result<Response> get_secret(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    return render(TRY(operations.webhooks.secret(caller, id)));
}

Result<Response> rotate_secret(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    return render(TRY(operations.webhooks.rotate_secret(caller, id)));
}

}  // namespace

Routes webhook_routes(const Operations& operations) {
    const std::string secret = "/v1/organizations/{organization_id}/webhook_secret";
    return {
        route(Method::get, secret, "getWebhookSecret", Cost::read,
              [operations](const Request& request) { return get_secret(operations, request); }),
        route(Method::post, secret + "/rotate", "rotateWebhookSecret", Cost::write,
              [operations](const Request& request) { return rotate_secret(operations, request); }),
    };
}

}  // namespace cartulary::acclaim
