#include "web/own_path.h"

#include <algorithm>

namespace cartulary::web {

namespace {

constexpr std::size_t path_bytes_max = 500;

// No backslash, which browsers read as a slash, and nothing that has to be escaped.
bool may_be_in_path(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/-._~?&=%+").find(c) != std::string_view::npos;
}

}  // namespace

std::string own_path(std::string_view path, std::string_view otherwise) {
    const bool is_own = path.starts_with('/') && !path.starts_with("//") &&
                        path.size() <= path_bytes_max && std::ranges::all_of(path, may_be_in_path);
    return std::string(is_own ? path : otherwise);
}

}  // namespace cartulary::web
