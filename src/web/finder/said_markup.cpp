#include "web/finder/said_markup.h"

#include "base/text.h"

namespace cartulary::web {

namespace {

constexpr std::size_t text_shown_bytes_max = 3'000;

Attribute language_of(const Texts& texts, const GraphReader::Said& said) {
    if (said.language.empty() || said.language.starts_with(texts.language)) return {};
    return {"lang", said.language};
}

}  // namespace

std::string shortened(const std::string& text) {
    if (text.size() <= text_shown_bytes_max) return text;
    auto end = text_shown_bytes_max;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

GraphReader::Said shortened(const GraphReader::Said& said) {
    return {shortened(said.text), said.language};
}

Markup said_markup(const Texts& texts, const GraphReader::Said& said) {
    if (text::is_blank(said.text)) return {};
    return element("bdi", {language_of(texts, said)}, said.text);
}

Markup words_markup(const Texts& texts, const GraphReader::Said& said) {
    if (text::is_blank(said.text)) return {};
    return element("div", {{"class", "words"}, {"dir", "auto"}, language_of(texts, said)},
                   paragraphs(said.text));
}

}  // namespace cartulary::web
