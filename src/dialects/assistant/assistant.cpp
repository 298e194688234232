#include "dialects/assistant/assistant.h"

#include <iterator>

#include "dialects/assistant/answer.h"
#include "dialects/assistant/routes.h"

namespace cartulary::embedded {
extern const std::string_view assistant_openapi;
}

namespace cartulary::assistant {

const std::string_view openapi = embedded::assistant_openapi;

http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle) {
    return {method, std::move(path), std::move(operation), cost,
            [handle = std::move(handle)](const http::Request& request) {
                auto response = handle(request);
                return response ? *std::move(response) : refused(response.error());
            }};
}

http::Area area(const Operations& operations) {
    std::vector<http::Route> routes;
    for (auto some :
         {publish_routes(operations), delete_routes(operations), search_routes(operations)}) {
        std::move(some.begin(), some.end(), std::back_inserter(routes));
    }
    return {.prefix = "/assistant",
            .ignores_case = true,  // the clients' own spellings differ
            .routes = std::move(routes),
            .refuse = refuse};
}

}  // namespace cartulary::assistant
