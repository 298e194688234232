#include "dialects/publisher/answer.h"
#include "dialects/publisher/routes.h"

namespace cartulary::publisher {

namespace {

using http::Request;
using http::Response;

Result<Response> get_template(const Operations&, const Request& request) {
    const auto kind = TRY(kind_in(request));
    return Response{
        .content_type = "text/csv; charset=utf-8",
        .body = template_file(ctdl::templates::template_of(kind)),
        .headers = {{"Content-Disposition",
                     "attachment; filename=\"" + std::string(name_of(kind)) + "-template.csv\""}}};
}

Result<Response> get_table(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    auto table = TRY(operations.uploads.download(asked.caller, asked.organization, asked.kind));
    return file_answer(std::string(name_of(asked.kind)), std::move(table));
}

}  // namespace

std::vector<http::Route> table_routes(const Operations& operations) {
    using http::Cost;
    using http::Method;
    return {route(operations, Method::get, "/template", "getTemplate", Cost::read, get_template),
            route(operations, Method::get, "", "getTable", Cost::slow, get_table)};
}

}  // namespace cartulary::publisher
