#include "http/message.h"

#include <algorithm>
#include <stdexcept>

#include "http/form.h"

namespace cartulary::http {

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        case Method::options: return "OPTIONS";
    }
    __builtin_unreachable();
}

std::string_view Request::header(std::string_view name) const {
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found == headers.end() ? std::string_view() : found->value;
}

const std::string& Request::path_parameter(std::string_view name) const {
    for (const auto& [known, value] : path_parameters) {
        if (known == name) return value;
    }
    throw std::logic_error("the route has no path parameter " + std::string(name));
}

std::optional<std::string> Request::query_parameter(std::string_view name) const {
    std::optional<std::string> value;
    for (auto& [known, text] : form_decode(query)) {
        if (known == name) value = std::move(text);
    }
    return value;
}

}  // namespace cartulary::http
