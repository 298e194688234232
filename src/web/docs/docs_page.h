#pragma once

#include <string>
#include <vector>

#include "web/docs/api_document.h"
#include "web/page.h"

namespace cartulary::web {

// One interface, with the places of its page and its file.
struct Interface {
    std::string name;
    ApiDocument document;

    std::string page_path() const { return "/docs/" + name; }
    std::string file_path() const { return "/openapi/" + name + ".json"; }
};

// All interfaces, as a list of links. Each is headed by `heading`, "h2" or "h3".
Markup interface_list(const Shell& shell, const std::vector<Interface>& interfaces,
                      std::string_view heading);

Page docs_page(const Shell& shell, const std::vector<Interface>& interfaces);
Page interface_page(const Shell& shell, const Interface& interface);

}  // namespace cartulary::web
