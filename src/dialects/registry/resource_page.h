#pragma once

#include <string>

#include "base/json.h"

namespace cartulary::registry {

inline constexpr auto page_type = "text/html; charset=utf-8";
inline constexpr auto page_policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct PageAddresses {
    std::string own;
    std::string data;  // where everybody is given linked data
};

// A small page for people of a resource, by its node: what it is called, what it is, and where its
// data is.
std::string resource_page(const json::Value& node, const PageAddresses& addresses);

}  // namespace cartulary::registry
