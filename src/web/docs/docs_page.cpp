#include "web/docs/docs_page.h"

#include "web/docs/operation_markup.h"

namespace cartulary::web {

namespace {

Markup contents(const Texts& texts, const ApiDocument& document) {
    Markup operations;
    for (const auto& operation : document.operations) {
        const auto to = "#" + anchor_of(operation);
        operations.add(element("li", {},
                               element("a", {{"href", to}}, method_mark(operation.method), " ",
                                       element("span", {}, operation.summary))));
    }
    Markup data;
    for (const auto& one : document.data) {
        const auto to = "#" + data_anchor(one.name);
        data.add(element("li", {}, element("a", {{"href", to}}, one.name)));
    }
    auto lists = together(element("p", {}, texts.operations), element("ul", {}, operations));
    if (!data.empty()) lists.add(element("p", {}, texts.data)).add(element("ul", {}, data));
    return element("nav", {{"class", "contents"}, {"aria-label", texts.contents}}, lists);
}

Markup facts(const Shell& shell, const Interface& interface) {
    const auto& texts = shell.texts;
    const auto version = Markup(interface.document.version);
    const auto file = interface.file_path();
    return element("ul", {{"class", "facts"}},
                   element("li", {}, filled(texts.version, {{"version", version}})),
                   element("li", {}, texts.address, " ", element("code", {}, shell.public_url)),
                   element("li", {}, element("a", {{"href", file}}, texts.openapi_file)));
}

}  // namespace

Markup interface_list(const Shell& shell, const std::vector<Interface>& interfaces,
                      std::string_view heading) {
    Markup entries;
    for (const auto& interface : interfaces) {
        const auto& document = interface.document;
        const auto first_line = document.introduction.substr(0, document.introduction.find('\n'));
        const auto page = interface.page_path();
        const auto file = interface.file_path();
        const auto label = filled_plain(shell.texts.docs_file, {{"interface", document.title}});
        entries.add(element("li", {},
                            element(heading, {}, element("a", {{"href", page}}, document.title)),
                            element("p", {}, phrase(first_line)),
                            element("p", {}, element("a", {{"href", file}}, label))));
    }
    if (entries.empty()) return element("p", {}, shell.texts.docs_none);
    return element("ul", {{"class", "interfaces"}}, entries);
}

Page docs_page(const Shell& shell, const std::vector<Interface>& interfaces) {
    const auto about = filled(shell.texts.docs_about, {{"registry", Markup(shell.registry_name)}});
    return {.title = std::string(shell.texts.docs_title),
            .section = Section::docs,
            .content = together(element("p", {{"class", "lead"}}, about),
                                interface_list(shell, interfaces, "h2"))};
}

Page interface_page(const Shell& shell, const Interface& interface) {
    const auto& texts = shell.texts;
    const auto& document = interface.document;
    Markup parts = element("div", {{"class", "lead"}}, paragraphs(document.introduction));
    parts.add(facts(shell, interface));
    for (const auto& operation : document.operations) {
        parts.add(operation_markup(texts, operation));
    }
    if (!document.data.empty()) {
        parts.add(element("h2", {}, texts.data));
        for (const auto& data : document.data) parts.add(data_markup(texts, data));
    }
    return {.title = document.title,
            .section = Section::docs,
            .wide = true,
            .content = element("div", {{"class", "with-contents"}}, contents(texts, document),
                               element("div", {}, parts))};
}

}  // namespace cartulary::web
