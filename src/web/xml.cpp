#include "web/xml.h"

#include "base/html.h"

namespace cartulary::web {

namespace {

// U+FFFE and U+FFFF, the only ones beyond ASCII.
bool begins_with_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

bool is_held(unsigned char c) {
    return c >= ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

std::string xml_text(std::string_view plain) {
    std::string held;
    held.reserve(plain.size());
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (begins_with_no_character(plain.substr(at))) {
            at += 2;
        } else if (is_held(static_cast<unsigned char>(plain[at]))) {
            held += plain[at];
        }
    }
    std::string escaped;
    append_html_escaped(escaped, held);
    return escaped;
}

std::string xml_element(std::string_view name, Attributes attributes, std::string_view content) {
    std::string text = "<";
    text += name;
    for (const auto& [key, value] : attributes) {
        if (key.empty()) continue;
        text.append(" ").append(key).append("=\"").append(xml_text(value)).append("\"");
    }
    if (content.empty()) return text + "/>";
    return text.append(">").append(content).append("</").append(name).append(">");
}

}  // namespace cartulary::web
