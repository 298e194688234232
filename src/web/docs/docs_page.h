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

// All of an interface in one page; or, where that would be more than people read and networks like,
// an overview and a page for each operation with the data that it is about.
struct InterfacePage {
    std::string path;
    Page page;
};
inline constexpr std::size_t interface_page_bytes_max = 90'000;
std::vector<InterfacePage> interface_pages(const Shell& shell, const Interface& interface);

}  // namespace cartulary::web
