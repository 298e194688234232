#include <memory>

#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/event_text.h"
#include "dialects/acclaim/paging.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

Result<Response> list_events(const Operations& operations, BoundedCache& rendered,
                             const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto asked = TRY(page_asked(request));
    const auto page =
        TRY(operations.events.list(caller, id, asked.slice(), rendered, [&](const EventTold& told) {
            return render_event(told, operations.public_url);
        }));
    json::Writer writer;
    writer.begin_object().key("data").begin_array();
    for (const auto& text : page.items) writer.raw(*text);
    writer.end_array().key("metadata");
    write_metadata(writer, request, asked, counts_of(page), operations.public_url);
    writer.end_object();
    return answered(200, writer.take());
}

Result<Response> get_event(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto organization = TRY(organization_of(request));
    const auto id = TRY(id_of(request, "event_id"));
    const auto told = TRY(operations.events.get(caller, organization, id));
    return answered(200, with_data(render_event(told, operations.public_url)));
}

}  // namespace

Routes event_routes(const Operations& operations) {
    const auto rendered = std::make_shared<BoundedCache>(operations.rendered_bytes_max / 2);
    const std::string all = "/v1/organizations/{organization_id}/events";
    return {
        route(Method::get, all, "listEvents", Cost::read,
              [operations, rendered](const Request& request) {
                  return list_events(operations, *rendered, request);
              }),
        route(Method::get, all + "/{event_id}", "getEvent", Cost::read,
              [operations](const Request& request) { return get_event(operations, request); }),
    };
}

}  // namespace cartulary::acclaim
