#include "dialects/registry/answer.h"
#include "dialects/registry/negotiation.h"
#include "dialects/registry/routes.h"
#include "http/date.h"
#include "http/query_moment.h"

namespace cartulary::registry {

namespace {

using http::Cost;
using http::Request;
using http::Response;

Result<Response> new_ctid(const Operations& operations, const Request&) {
    json::Writer writer;
    writer.begin_object()
        .member("ctid", Ctid(Uuid::random(operations.randomness)).text())
        .end_object();
    auto response = answered(200, writer.take());
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

Result<ResourceMoment> moment_of(const Request& request) {
    const auto as_of = request.query_parameter("as_of");
    if (!as_of) return ResourceMoment{};
    if (const auto moment = http::parse_moment_as_of(*as_of)) {
        return ResourceMoment{.as_of = moment};
    }
    return no_moment("as_of");
}

Error without_resource(Error error) {
    if (error.kind == ErrorKind::not_found) {
        error.message = "Couldn't find Resource: " + error.message;
    }
    return error;
}

Response as_data(const Resources::Text& text, const char* content_type) {
    return {.status = 200,
            .content_type = content_type,
            .body = *text.text,
            .headers = {{"ETag", '"' + text.digest + '"'}}};
}

using Read = Result<Resources::Text> (Resources::*)(const Ctid&, const ResourceMoment&);

Result<Response> data_of(const Operations& operations, const Request& request, Read read,
                         const std::string& address, const char* content_type) {
    const auto ctid = TRY(ctid_in(request, "ctid"));
    const auto moment = TRY(moment_of(request));
    const auto text = (operations.resources.*read)(ctid, moment);
    if (!text) return tl::unexpected(without_resource(text.error()));
    auto response = as_data(*text, content_type);
    const auto changed =
        std::chrono::floor<std::chrono::seconds>(text->updated_at).time_since_epoch();
    response.headers.push_back({"Last-Modified", http::date_text(changed.count())});
    response.headers.push_back({"Link", '<' + address + ctid.text() + ">; rel=\"canonical\""});
    response.headers.push_back({"Cache-Control", "public, no-cache"});
    return response;
}

// In the form that the caller likes, also where it is refused. Data is as `read` gives it; a page
// is always of the resource alone.
Response shown(const Operations& operations, const Request& request, Read read,
               const std::string& address) {
    const auto form = preferred_form(request.header("accept"));
    auto response = [&] {
        if (form == Form::page) return operations.page(request);
        const auto* type = form == Form::json ? json_type : json_ld_type;
        auto data = data_of(operations, request, read, address, type);
        return data ? *std::move(data) : refused(data.error());
    }();
    response.headers.push_back({"Vary", "Accept"});
    return response;
}

Result<Response> get_resource(const Operations& operations, const Request& request) {
    return shown(operations, request, &Resources::resource, operations.public_url + "/resources/");
}

Result<Response> get_graph(const Operations& operations, const Request& request) {
    return shown(operations, request, &Resources::graph, operations.public_url + "/graph/");
}

// Data is remembered as it is served; a page is made of a whole document, which may be large.
Cost cost_of(const Request& request) {
    const bool is_page = preferred_form(request.header("accept")) == Form::page;
    return is_page ? Cost::slow : Cost::read;
}

}  // namespace

std::vector<http::Route> resource_routes(const Operations& operations) {
    const auto bound = [&operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) { return handle(operations, request); };
    };
    std::vector<http::Route> routes = {
        open_route("/ctid", "makeCtid", Cost::read, bound(new_ctid)),
        open_route("/resources/{ctid}", "getResource", Cost::read, bound(get_resource)),
        open_route("/graph/{ctid}", "getGraph", Cost::read, bound(get_graph))};
    for (auto& route : routes) {
        if (route.operation != "makeCtid") route.cost_of = cost_of;
    }
    return routes;
}

}  // namespace cartulary::registry
