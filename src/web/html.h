#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

// HTML that cannot be broken by what people write: text is escaped wherever it is put, and only
// what these functions made is markup.
namespace cartulary::web {

class Markup;

// One attribute of an element. Without a value it is a boolean one, such as `required`; without a
// name it is left out.
struct Attribute {
    std::string_view name = {};
    std::string_view value = {};
};
using Attributes = std::initializer_list<Attribute>;

class Markup {
public:
    Markup() = default;

    // Text of people, escaped.
    explicit Markup(std::string_view plain) { add(plain); }

    Markup& add(std::string_view plain);
    Markup& add(const Markup& markup);

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    friend Markup open_tag(std::string_view name, Attributes attributes);
    friend Markup close_tag(std::string_view name);
    friend Markup document_type();
    friend Markup data_block(std::string_view type, std::string_view json);

    std::string text_;
};

// What an element is made of. Names of elements and attributes are ours, never people's.
Markup open_tag(std::string_view name, Attributes attributes);
Markup close_tag(std::string_view name);  // nothing for elements without content
Markup document_type();

// JSON for programs that read the page ("application/ld+json"); nothing in it can end the element.
Markup data_block(std::string_view type, std::string_view json);

// An element with its content: any of text, which is escaped, and markup.
template <class... Content>
Markup element(std::string_view name, Attributes attributes, const Content&... content) {
    auto markup = open_tag(name, attributes);
    (markup.add(content), ...);
    markup.add(close_tag(name));
    return markup;
}

// All of them, one after the other.
template <class... Content>
Markup together(const Content&... content) {
    Markup markup;
    (markup.add(content), ...);
    return markup;
}

// What people wrote in several lines, as paragraphs; `code` in backticks is marked as such.
Markup paragraphs(std::string_view plain);

// The same in one line.
Markup phrase(std::string_view plain);

// A wording of ours with every {name} replaced by its value; a name without one stays as it is.
// One pass, so that braces in a value are only braces.
using Values = std::initializer_list<std::pair<std::string_view, Markup>>;
Markup filled(std::string_view wording, Values values);

// The same as plain text.
using PlainValues = std::initializer_list<std::pair<std::string_view, std::string_view>>;
std::string filled_plain(std::string_view wording, PlainValues values);

}  // namespace cartulary::web
