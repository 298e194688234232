#include "web/cookies.h"

#include "base/text.h"

namespace cartulary::web {

namespace {

// How long the browser keeps it, as an attribute; empty: until it is closed.
std::string_view life_of(Cookie cookie) {
    switch (cookie) {
        case Cookie::session:
        case Cookie::form: return "";
        case Cookie::notice: return "; Max-Age=60";
        case Cookie::language:
        case Cookie::mark: return "; Max-Age=31536000";
    }
    __builtin_unreachable();
}

std::string_view plain_name_of(Cookie cookie) {
    switch (cookie) {
        case Cookie::session: return "session";
        case Cookie::form: return "form";
        case Cookie::notice: return "notice";
        case Cookie::language: return "language";
        case Cookie::mark: return "mark";
    }
    __builtin_unreachable();
}

}  // namespace

Cookies::Cookies(const http::Request& request, std::string_view public_url)
    : sent_(request.header("cookie")),
      secure_(request.secure || public_url.starts_with("https://")) {}

std::string Cookies::name_of(Cookie cookie) const {
    return (secure_ ? "__Host-" : "") + std::string(plain_name_of(cookie));
}

std::string Cookies::get(Cookie cookie) const {
    const auto name = name_of(cookie);
    std::string_view rest = sent_;
    while (!rest.empty()) {
        const auto end = rest.find_first_of(";,");
        const auto pair = text::trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        const auto equals = pair.find('=');
        if (pair.substr(0, equals) != name || equals == std::string_view::npos) continue;
        return std::string(pair.substr(equals + 1));
    }
    return {};
}

http::Header Cookies::set(Cookie cookie, std::string_view value) const {
    return header(cookie, value, life_of(cookie));
}

http::Header Cookies::drop(Cookie cookie) const {
    return header(cookie, "", "; Max-Age=0");
}

http::Header Cookies::header(Cookie cookie, std::string_view value, std::string_view life) const {
    auto text = name_of(cookie) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (secure_) text += "; Secure";
    return {"Set-Cookie", text.append(life)};
}

}  // namespace cartulary::web
