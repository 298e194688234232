#include "web/docs/docs_page.h"

#include <algorithm>
#include <functional>
#include <set>

#include "http/form.h"
#include "web/assets.h"
#include "web/docs/described.h"
#include "web/docs/operation_markup.h"
#include "web/docs/try_markup.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

// Where in the pages of its interface an operation stands.
using PlaceOf = std::function<std::string(const Operation&)>;

Markup contents(const Texts& texts, const ApiDocument& document, const PlaceOf& place_of,
                const std::vector<const Data*>& data_here) {
    Markup operations;
    for (const auto& operation : document.operations) {
        const auto to = place_of(operation);
        operations.add(
            element("li", {},
                    element("a", {{"href", to}}, method_mark(operation.method), " ",
                            element("span", {}, described_in_line(texts, operation.summary)))));
    }
    Markup data;
    for (const auto* one : data_here) {
        const auto to = "#" + data_anchor(one->name);
        data.add(element("li", {}, element("a", {{"href", to}}, one->name)));
    }
    auto lists = together(element("p", {}, texts.operations), element("ul", {}, operations));
    if (!data.empty()) lists.add(element("p", {}, texts.data)).add(element("ul", {}, data));
    return element("nav", {{"class", "contents"}, {"aria-label", texts.contents}}, lists);
}

Markup data_part(const Texts& texts, const std::vector<const Data*>& data) {
    if (data.empty()) return {};
    auto parts = element("h2", {}, texts.data);
    for (const auto* one : data) parts.add(data_markup(texts, *one));
    return parts;
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
                            element("p", {}, described_in_line(shell.texts, first_line)),
                            element("p", {}, element("a", {{"href", file}}, label))));
    }
    if (entries.empty()) return element("p", {}, shell.texts.docs_none);
    return element("ul", {{"class", "interfaces"}}, entries);
}

namespace {

// What other programs show of a page that they link to: the first line about it.
Markup preview_of(const Shell& shell, std::string_view path, std::string_view title,
                  std::string_view about) {
    return preview_markup(
        shell,
        {.path = std::string(path), .title = std::string(title), .description = summary_of(about)});
}

}  // namespace

Page docs_page(const Shell& shell, const std::vector<Interface>& interfaces) {
    const auto about = filled(shell.texts.docs_about, {{"registry", Markup(shell.registry_name)}});
    return {.title = std::string(shell.texts.docs_title),
            .section = Section::docs,
            .content = together(element("p", {{"class", "lead"}}, about),
                                interface_list(shell, interfaces, "h2")),
            .for_software = preview_of(
                shell, "/docs", shell.texts.docs_title,
                filled_plain(shell.texts.docs_about, {{"registry", shell.registry_name}}))};
}

namespace {

Page page_of(std::string title, const Markup& navigation, const Markup& parts) {
    return {.title = std::move(title),
            .section = Section::docs,
            .wide = true,
            .content = element("div", {{"class", "with-contents"}}, navigation,
                               element("div", {}, parts))};
}

// With forms that call what the page tells of.
Page with_trials(const Texts& texts, std::string title, const Markup& navigation, Markup parts) {
    auto page = page_of(std::move(title), navigation, parts.add(try_answer(texts)));
    page.script_path = try_script_path();
    return page;
}

Markup introduction(const Shell& shell, const Interface& interface) {
    return together(element("div", {{"class", "lead"}},
                            described(shell.texts, interface.document.introduction)),
                    facts(shell, interface));
}

Page whole_page(const Shell& shell, const Interface& interface) {
    const auto& texts = shell.texts;
    const auto& document = interface.document;
    auto parts = introduction(shell, interface);
    std::vector<const Data*> data;
    for (const auto& one : document.data) data.push_back(&one);
    for (const auto& operation : document.operations) {
        parts.add(operation_markup(texts, operation));
    }
    parts.add(data_part(texts, data));
    const auto within = [](const Operation& operation) { return "#" + anchor_of(operation); };
    return with_trials(texts, document.title, contents(texts, document, within, data), parts);
}

// The data that fields refer to, and what those refer to in turn.
class DataReached {
public:
    explicit DataReached(const ApiDocument& document) : document_(document) {}

    void from(const Operation& operation) {
        for (const auto& parameter : operation.parameters) name(parameter.field.schema);
        from(operation.bodies);
        for (const auto& answer : operation.answers) {
            from(answer.headers);
            from(answer.bodies);
        }
    }

    // In the order of the document.
    std::vector<const Data*> all() const {
        std::vector<const Data*> reached;
        for (const auto& data : document_.data) {
            if (names_.contains(data.name)) reached.push_back(&data);
        }
        return reached;
    }

private:
    void from(const std::vector<Body>& bodies) {
        for (const auto& body : bodies) {
            name(body.schema);
            from(body.fields);
        }
    }
    void from(const std::vector<Field>& fields) {
        for (const auto& field : fields) name(field.schema);
    }
    void name(const std::string& schema) {
        if (schema.empty() || !names_.insert(schema).second) return;
        const auto found = std::ranges::find(document_.data, schema, &Data::name);
        if (found != document_.data.end()) from(found->fields);
    }

    const ApiDocument& document_;
    std::set<std::string> names_;
};

std::vector<InterfacePage> pages_apart(const Shell& shell, const Interface& interface) {
    const auto& texts = shell.texts;
    const auto& document = interface.document;
    const auto place_of = [&](const Operation& operation) {
        return interface.page_path() + "/" + http::percent_encode(anchor_of(operation));
    };
    std::vector<InterfacePage> pages;
    pages.push_back(
        {interface.page_path(), page_of(document.title, contents(texts, document, place_of, {}),
                                        introduction(shell, interface))});
    for (const auto& operation : document.operations) {
        DataReached reached(document);
        reached.from(operation);
        const auto data = reached.all();
        const auto back =
            element("p", {}, element("a", {{"href", interface.page_path()}}, document.title));
        pages.push_back(
            {place_of(operation),
             with_trials(
                 texts, operation.summary, contents(texts, document, place_of, data),
                 together(back, operation_markup(texts, operation), data_part(texts, data)))});
    }
    return pages;
}

}  // namespace

std::vector<InterfacePage> interface_pages(const Shell& shell, const Interface& interface) {
    std::vector<InterfacePage> pages;
    auto whole = whole_page(shell, interface);
    if (whole.content.text().size() > interface_page_bytes_max) {
        pages = pages_apart(shell, interface);
    } else {
        pages.push_back({interface.page_path(), std::move(whole)});
    }
    for (auto& [path, page] : pages) {
        page.for_software = preview_of(shell, path, page.title, interface.document.introduction);
    }
    return pages;
}

}  // namespace cartulary::web
