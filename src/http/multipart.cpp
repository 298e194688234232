#include "http/multipart.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::http {

namespace {

constexpr std::string_view media_type = "multipart/form-data";
constexpr std::string_view line_end = "\r\n";
constexpr std::size_t boundary_length_max = 70;  // RFC 2046, 5.1.1

// The next of "; name=value" or "; name=\"value\"", cut off the text; in a quoted value a
// backslash keeps the quote behind it. Nothing at the end or where it is none.
struct Parameter {
    std::string name;
    std::string value;
};
std::optional<Parameter> take_parameter(std::string_view& text) {
    text = text::trimmed(text);
    if (!text.starts_with(';')) return std::nullopt;
    text = text::trimmed(text.substr(1));
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    Parameter parameter{text::lower_ascii(text::trimmed(text.substr(0, equals))), {}};
    text.remove_prefix(equals + 1);
    if (!text.starts_with('"')) {
        const auto value = text.substr(0, text.find(';'));
        text.remove_prefix(value.size());
        parameter.value = text::trimmed(value);
        return parameter;
    }
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return parameter;
        }
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '"') ++at;
        parameter.value += text[at];
    }
    return std::nullopt;  // the quote has no end
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    auto rest = content_type.substr(std::min(content_type.find(';'), content_type.size()));
    const auto type = text::trimmed(content_type.substr(0, content_type.size() - rest.size()));
    if (!text::equal_ignoring_ascii_case(type, media_type)) return std::nullopt;
    while (const auto parameter = take_parameter(rest)) {
        if (parameter->name != "boundary") continue;
        const bool is_good = !parameter->value.empty() &&
                             parameter->value.size() <= boundary_length_max &&
                             !text::has_control_character(parameter->value);
        return is_good ? std::optional(parameter->value) : std::nullopt;
    }
    return std::nullopt;
}

// What Content-Disposition says in the head of a part; nothing where it is missing.
std::optional<Part> named_by(std::string_view head) {
    while (!head.empty()) {
        const auto line = head.substr(0, head.find(line_end));
        head.remove_prefix(std::min(line.size() + line_end.size(), head.size()));
        const auto colon = line.find(':');
        if (!text::equal_ignoring_ascii_case(line.substr(0, colon), "content-disposition")) {
            continue;
        }
        const auto value = text::trimmed(line.substr(std::min(colon + 1, line.size())));
        auto rest = value.substr(std::min(value.find(';'), value.size()));
        const auto kind = text::trimmed(value.substr(0, value.size() - rest.size()));
        if (!text::equal_ignoring_ascii_case(kind, "form-data")) return std::nullopt;
        Part part;
        while (auto parameter = take_parameter(rest)) {
            if (parameter->name == "name") part.name = std::move(parameter->value);
            if (parameter->name == "filename") part.file_name = std::move(parameter->value);
        }
        return part;
    }
    return std::nullopt;
}

// One part: its head, an empty line, its body.
std::optional<Part> part_of(std::string_view text) {
    if (!text.starts_with(line_end)) return std::nullopt;
    // A head may be empty: the line end before it is then the one that ends it.
    const auto head_end = text.find("\r\n\r\n");
    if (head_end == std::string_view::npos || head_end > part_head_bytes_max) return std::nullopt;
    const auto head = text.substr(line_end.size(), std::max(head_end, line_end.size()) - 2);
    auto part = named_by(head);
    if (part) part->body = text.substr(head_end + 4);
    return part;
}

}  // namespace

std::optional<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                 std::string_view body) {
    const auto boundary = boundary_of(content_type);
    if (!boundary) return std::nullopt;
    const auto opening = "--" + *boundary;
    const auto delimiter = std::string(line_end) + opening;
    auto at = body.starts_with(opening) ? 0 : body.find(delimiter);
    if (at == std::string_view::npos) return std::nullopt;
    body.remove_prefix(at +
                       (at == 0 && body.starts_with(opening) ? opening.size() : delimiter.size()));
    std::vector<Part> parts;
    while (!body.starts_with("--")) {
        at = body.find(delimiter);
        if (at == std::string_view::npos || parts.size() == parts_max) return std::nullopt;
        auto part = part_of(body.substr(0, at));
        if (!part) return std::nullopt;
        parts.push_back(*std::move(part));
        body.remove_prefix(at + delimiter.size());
    }
    return parts;
}

}  // namespace cartulary::http
