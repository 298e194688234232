#include <memory>

#include "base/gzip.h"
#include "dialects/registry/answer.h"
#include "dialects/registry/routes.h"

namespace cartulary::registry {

namespace {

using http::Request;
using http::Response;

constexpr auto gzip_type = "application/gzip";

// What is sent piece by piece.
struct Packing {
    ResourceExport lines;
    Gzip gzip = {};
    bool is_done = false;

    std::optional<std::string> next_piece() {
        if (is_done) return std::nullopt;
        const auto next = lines.next_lines();
        is_done = !next;
        return is_done ? gzip.end() : gzip.pack(*next);
    }
};

// Always packed, whatever a client accepts, and so a file of its own type rather than a coding.
Result<Response> get_export(const Operations& operations, const Request& request) {
    const auto since = TRY(change_in(operations, request, "since"));
    auto packing = std::make_shared<Packing>(Packing{operations.resources.exported(since)});
    const auto last = std::to_string(packing->lines.last_change());
    return Response{
        .status = 200,
        .content_type = gzip_type,
        .headers = {{"Content-Disposition",
                     "attachment; filename=\"registry-" + last + ".jsonl.gz\""},
                    {"X-Next-Since", last},
                    {"Link", '<' + address_with(request, operations.public_url, "since", last) +
                                 ">; rel=\"next\""},
                    {"Cache-Control", "no-store"}},
        .stream = [packing] { return packing->next_piece(); }};
}

}  // namespace

std::vector<http::Route> export_routes(const Operations& operations) {
    return {open_route(
        "/export", "exportResources", http::Cost::slow,
        [operations](const Request& request) { return get_export(operations, request); })};
}

}  // namespace cartulary::registry
