#pragma once

#include <string>
#include <string_view>

#include "http/message.h"
#include "web/html.h"
#include "web/texts.h"

namespace cartulary::web {

// What stands around every page.
struct Shell {
    const Texts& texts;
    std::string registry_name;
    std::string public_url;
};

// Where in the registry a page is; its entry of the navigation is marked.
enum class Section { none, home, docs };

struct Page {
    std::string title;  // the one h1, and the window's title
    Section section = Section::none;
    std::string title_in_window = {};  // when it should say more than `title`
    bool wide = false;                 // makes room for tables
    Markup content = {};               // after the h1
};

// May be kept and asked for again with its ETag.
http::Response lasting(const Shell& shell, const Page& page);

// Made for this one request, and kept nowhere.
http::Response passing(const Shell& shell, int status, const Page& page);

// A quoted entity tag of a text.
std::string entity_tag(std::string_view text);

}  // namespace cartulary::web
