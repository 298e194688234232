#include "http/answer_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/log.h"

namespace cartulary::http {

namespace {

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 402: return "Payment Required";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 411: return "Length Required";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 502: return "Bad Gateway";
        case 503: return "Service Unavailable";
        case 504: return "Gateway Timeout";
        default: return "Unknown";
    }
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

bool is_safe(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < ' ' && c != '\t') || byte == 127;
    });
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
    if (!is_safe(name) || !is_safe(value)) {
        log::error("header left out", {{"name", name}, {"reason", "holds a control character"}});
        return;
    }
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool may_have_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

void append_chunk_head(std::string& out, std::size_t bytes) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes, 16).ptr;
    out.append(digits.data(), end).append("\r\n");
}

void append_head(std::string& out, const Response& response, const Framing& framing) {
    if (response.status == 200) {
        out += "HTTP/1.1 200 OK\r\n";
    } else {
        out += "HTTP/1.1 ";
        append_number(out, static_cast<std::size_t>(response.status));
        out.append(" ").append(reason_of(response.status)).append("\r\n");
    }
    out += "Server: cartulary\r\nX-Content-Type-Options: nosniff\r\nDate: ";
    out.append(framing.date).append("\r\nX-Request-Id: ").append(framing.request_id).append("\r\n");
    if (!response.content_type.empty()) append_header(out, "Content-Type", response.content_type);
    if (may_have_body(response.status)) {
        if (!response.stream) {
            out += "Content-Length: ";
            append_number(out, response.content_type.empty() ? 0 : response.body.size());
            out += "\r\n";
        } else if (!framing.http_1_0) {
            out += "Transfer-Encoding: chunked\r\n";
        }
    }
    for (const auto& [name, value] : response.headers) append_header(out, name, value);
    if (!framing.keep_alive) {
        out += "Connection: close\r\n";
    } else if (framing.http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

}  // namespace cartulary::http
