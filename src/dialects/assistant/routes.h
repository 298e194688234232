#pragma once

#include <functional>
#include <vector>

#include "dialects/assistant/assistant.h"

// The routes of the interface, by what they are about. `operations` outlives them.
namespace cartulary::assistant {

std::vector<http::Route> publish_routes(const Operations& operations);  // and format
std::vector<http::Route> delete_routes(const Operations& operations);
std::vector<http::Route> search_routes(const Operations& operations);

// A route whose refusals become the dialect's answers.
using Handle = std::function<Result<http::Response>(const http::Request&)>;
http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                  Handle handle);

}  // namespace cartulary::assistant
