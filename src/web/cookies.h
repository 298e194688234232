#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace cartulary::web {

// What we keep in browsers; none of it can be read by scripts or is sent with other sites' forms.
enum class Cookie {
    session,   // who is logged in
    form,      // what the forms of those who are not must send back
    notice,    // what the next page says once: the name of one of its texts
    language,  // which one somebody chose
    mark,      // by which a browser of this person is known again: see PersonLimits
};

// The cookies of a browser. Where it speaks TLS with us they are sent over TLS alone, and no
// neighbour of our host can set them (`__Host-`).
class Cookies {
public:
    Cookies(const http::Request& request, std::string_view public_url);

    std::string get(Cookie cookie) const;  // empty: there is none
    http::Header set(Cookie cookie, std::string_view value) const;
    http::Header drop(Cookie cookie) const;

private:
    std::string name_of(Cookie cookie) const;
    http::Header header(Cookie cookie, std::string_view value, std::string_view life) const;

    std::string sent_;
    bool secure_;
};

}  // namespace cartulary::web
