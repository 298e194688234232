#include "web/docs/described.h"

namespace cartulary::web {

namespace {

constexpr std::string_view described_language = "en";

Markup marked(const Texts& texts, std::string_view tag, const Markup& content) {
    if (content.empty() || texts.language == described_language) return content;
    return element(tag, {{"lang", described_language}}, content);
}

}  // namespace

Markup described(const Texts& texts, std::string_view plain) {
    return marked(texts, "div", paragraphs(plain));
}

Markup described_in_line(const Texts& texts, std::string_view plain) {
    return marked(texts, "span", phrase(plain));
}

}  // namespace cartulary::web
