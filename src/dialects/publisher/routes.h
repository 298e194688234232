#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dialects/publisher/publisher.h"

namespace cartulary::publisher {

using Handle = std::function<Result<http::Response>(const Operations&, const http::Request&)>;

// `path` goes on after "/publisher/bulk/{kind}".
http::Route route(const Operations& operations, http::Method method, std::string path,
                  std::string operation, http::Cost cost, Handle handle);

std::vector<http::Route> table_routes(const Operations& operations);   // files to take away
std::vector<http::Route> upload_routes(const Operations& operations);  // and to bring

}  // namespace cartulary::publisher
