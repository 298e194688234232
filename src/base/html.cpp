#include "base/html.h"

namespace cartulary {

void append_html_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += c;
        }
    }
}

std::string html_escaped(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    append_html_escaped(html, text);
    return html;
}

}  // namespace cartulary
