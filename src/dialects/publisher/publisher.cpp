#include "dialects/publisher/publisher.h"

#include <iterator>

#include "dialects/publisher/answer.h"
#include "dialects/publisher/routes.h"

namespace cartulary::embedded {
extern const std::string_view publisher_openapi;
}

namespace cartulary::publisher {

const std::string_view openapi = embedded::publisher_openapi;

http::Route route(const Operations& operations, http::Method method, std::string path,
                  std::string operation, http::Cost cost, Handle handle) {
    return {method, "/publisher/bulk/{kind}" + std::move(path), std::move(operation), cost,
            [operations, handle = std::move(handle)](const http::Request& request) {
                auto response = handle(operations, request);
                return response ? *std::move(response) : refused(response.error());
            }};
}

http::Area area(const Operations& operations) {
    auto routes = table_routes(operations);
    for (auto& one : upload_routes(operations)) routes.push_back(std::move(one));
    return {.prefix = "/publisher", .routes = std::move(routes), .refuse = refuse};
}

}  // namespace cartulary::publisher
