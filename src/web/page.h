#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What stands around every page.
struct Shell {
    const Texts& texts;
    std::string registry_name;
    std::string public_url;
    std::string path = "/";  // of the page, with its query
};

// Where in the registry a page is; its entry of the navigation is marked.
enum class Section { none, home, docs, log_in, dashboard, account, staff };

// Its colors: as the device has them, or always the same.
enum class Theme { device, light, dark };

struct Page {
    std::string title;  // the one h1, and the window's title
    Section section = Section::none;
    std::string title_in_window = {};  // when it should say more than `title`
    std::string title_language = {};   // BCP 47, where people wrote it; empty: it is ours
    bool wide = false;                 // makes room for tables
    Markup content = {};               // after the h1
    Markup for_software = {};          // meta and link elements of this page
    std::string script_path = {};      // of a script of ours that makes it quicker to use
    Markup log_out_form = {};          // for who is logged in, with links to what is theirs
    bool for_staff = false;            // with links to what is the registry's staff's
    bool indexed = true;               // by search engines; not the results of a search of ours
    bool shows_widget = false;         // in a frame
    // A widget: only such a page may stand within those of other sites, and nothing of ours stands
    // around it. In these colors.
    std::optional<Theme> widget = {};
};

// What other programs show of a page whose address somebody passes on (Open Graph, and the card of
// those who read their own names instead).
struct Preview {
    std::string path;
    std::string title;
    std::string description;
    std::string picture_path = {};  // of a PNG; or empty
};

// Also says which of several addresses of a page is its own.
Markup preview_markup(const Shell& shell, const Preview& preview);

// May be kept and asked for again with its ETag.
http::Response lasting(const Shell& shell, const Page& page);

// The same page as somebody who is logged in sees it: kept by their browser alone.
http::Response personal(const Shell& shell, const Page& page);

// Made for this one request, kept nowhere, and no business of search engines.
http::Response passing(const Shell& shell, int status, const Page& page);

// After something was done: leads on to the page that shows it.
http::Response seen_at(const std::string& path);

// A quoted entity tag of a text.
std::string entity_tag(std::string_view text);

}  // namespace cartulary::web
