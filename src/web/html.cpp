#include "web/html.h"

#include <algorithm>
#include <array>

#include "base/html.h"
#include "base/text.h"

namespace cartulary::web {

namespace {

constexpr std::array<std::string_view, 6> without_content = {"meta", "link", "input",
                                                             "img",  "br",   "wbr"};

bool has_content(std::string_view name) {
    return std::ranges::find(without_content, name) == without_content.end();
}

// Gives the wording piece by piece: what is ours, and the values of names.
template <class Values, class AddOurs, class AddValue>
void fill(std::string_view wording, const Values& values, AddOurs add_ours, AddValue add_value) {
    while (!wording.empty()) {
        const auto open = wording.find('{');
        const auto close = open == std::string_view::npos ? open : wording.find('}', open);
        if (close == std::string_view::npos) break;
        const auto name = wording.substr(open + 1, close - open - 1);
        const auto* value = std::ranges::find(values, name, &Values::value_type::first);
        add_ours(wording.substr(0, value == values.end() ? close + 1 : open));
        if (value != values.end()) add_value(value->second);
        wording.remove_prefix(close + 1);
    }
    add_ours(wording);
}

}  // namespace

Markup& Markup::add(std::string_view plain) {
    append_html_escaped(text_, plain);
    return *this;
}

Markup& Markup::add(const Markup& markup) {
    text_ += markup.text_;
    return *this;
}

Markup open_tag(std::string_view name, Attributes attributes) {
    Markup markup;
    markup.text_.append("<").append(name);
    for (const auto& [key, value] : attributes) {
        if (key.empty()) continue;
        markup.text_.append(" ").append(key);
        if (value.data() == nullptr) continue;
        markup.text_ += "=\"";
        append_html_escaped(markup.text_, value);
        markup.text_ += '"';
    }
    markup.text_ += '>';
    return markup;
}

Markup close_tag(std::string_view name) {
    Markup markup;
    if (has_content(name)) markup.text_.append("</").append(name).append(">");
    return markup;
}

Markup data_block(std::string_view type, std::string_view json) {
    auto block = open_tag("script", {{"type", type}});
    for (const char c : json) {
        if (c == '<')
            block.text_ += "\\u003c";
        else
            block.text_ += c;
    }
    block.add(close_tag("script"));
    return block;
}

Markup document_type() {
    Markup markup;
    markup.text_ = "<!DOCTYPE html>\n";
    return markup;
}

Markup paragraphs(std::string_view plain) {
    Markup markup;
    while (!plain.empty()) {
        const auto line = plain.substr(0, plain.find('\n'));
        plain.remove_prefix(std::min(line.size() + 1, plain.size()));
        if (!text::is_blank(line)) markup.add(element("p", {}, phrase(line)));
    }
    return markup;
}

Markup phrase(std::string_view plain) {
    Markup markup;
    while (!plain.empty()) {
        const auto open = plain.find('`');
        const auto close = open == std::string_view::npos ? open : plain.find('`', open + 1);
        if (close == std::string_view::npos) break;
        markup.add(plain.substr(0, open));
        markup.add(element("code", {}, plain.substr(open + 1, close - open - 1)));
        plain.remove_prefix(close + 1);
    }
    return markup.add(plain);
}

Markup filled(std::string_view wording, Values values) {
    Markup markup;
    fill(
        wording, values, [&](std::string_view ours) { markup.add(ours); },
        [&](const Markup& value) { markup.add(value); });
    return markup;
}

std::string filled_plain(std::string_view wording, PlainValues values) {
    std::string plain;
    const auto add = [&](std::string_view piece) { plain += piece; };
    fill(wording, values, add, add);
    return plain;
}

}  // namespace cartulary::web
