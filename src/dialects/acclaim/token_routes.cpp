#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/body.h"
#include "dialects/acclaim/paging.h"
#include "dialects/acclaim/routes.h"
#include "dialects/acclaim/token_text.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

// Nobody between us and the client keeps a secret.
Response secret(Response response) {
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

Result<Response> list_tokens(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto asked = TRY(page_asked(request));
    const auto page = TRY(operations.tokens.list(caller, id, asked.slice()));
    json::Writer writer;
    writer.begin_object().key("data").begin_array();
    for (const auto& told : page.items) write_token(writer, told, caller, operations.public_url);
    writer.end_array().key("metadata");
    write_metadata_if_needed(writer, request, asked, counts_of(page), operations.public_url);
    writer.end_object();
    return secret(answered(200, writer.take()));
}

auto renderer(const Operations& operations, const Caller& caller) {
    return [&](const TokenTold& told) {
        json::Writer writer;
        write_token(writer, told, caller, operations.public_url);
        return with_data(writer.take());
    };
}

Result<NewToken> wanted_in(const Request& request) {
    const auto object = TRY(object_of(request));
    Body body(object);
    NewToken wanted;
    auto& rights = wanted.rights;
    wanted.description = body.text("description").value_or("");
    rights.read = body.boolean("read_enabled").value_or(rights.read);
    rights.write = body.boolean("write_enabled").value_or(rights.write);
    rights.del = body.boolean("delete_enabled").value_or(rights.del);
    TRY(body.outcome());
    return wanted;
}

Result<Response> create_token(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto repetition = TRY(repetition_of(request));
    const auto wanted = TRY(wanted_in(request));
    const auto answer =
        TRY(operations.tokens.create(caller, id, wanted, repetition, renderer(operations, caller)));
    return secret(answered(answer, 201));
}

Result<Response> rotate_token(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto repetition = TRY(repetition_of(request));
    const auto answer =
        TRY(operations.tokens.rotate(caller, id, repetition, renderer(operations, caller)));
    return secret(answered(answer, 201));
}

Result<Response> revoke_token(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto token = TRY(id_of(request, "authorization_token_id"));
    TRY(operations.tokens.revoke(caller, id, token));
    return Response{.status = 204};
}

}  // namespace

Routes token_routes(const Operations& operations) {
    const std::string all = "/v1/organizations/{organization_id}/authorization_tokens";
    const auto with = [operations](auto handler) {
        return
            [operations, handler](const Request& request) { return handler(operations, request); };
    };
    return {
        route(Method::get, all, "listAuthorizationTokens", Cost::read, with(list_tokens)),
        idempotent(
            route(Method::post, all, "createAuthorizationToken", Cost::write, with(create_token))),
        idempotent(route(Method::post, all + "/rotate", "rotateAuthorizationToken", Cost::write,
                         with(rotate_token))),
        route(Method::del, all + "/{authorization_token_id}", "revokeAuthorizationToken",
              Cost::write, with(revoke_token)),
    };
}

}  // namespace cartulary::acclaim
