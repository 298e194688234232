#include "web/widget/widget_page.h"

#include "web/finder/sought.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"
#include "web/widget/widget_choice.h"
#include "web/widget/widget_files.h"

namespace cartulary::web {

namespace {

// Of a list that is meant to stand beside other things; the registry itself shows all.
constexpr int results_shown = 10;

// What is framed, in the language that the site chose.
struct Widget {
    const FinderOperations& operations;
    const Shell& shell;
    WidgetChoice choice;
    std::string text;        // what is looked for
    std::string owner_name;  // empty: it finds everybody's

    const WidgetTexts& words() const { return widget_texts(shell.texts); }
    bool looks_for_something() const { return !text.empty() || choice.owner; }
};

// The registry's own pages replace nothing of the site around it.
Markup leading_out(const Widget& widget, const std::string& path, const Markup& label) {
    return element("a", {{"href", path}, {"target", "_blank"}, {"rel", "noopener"}}, label,
                   element("span", {{"class", "unseen"}}, " ", widget.words().new_tab));
}

Markup search_form(const Widget& widget) {
    const auto& words = widget.words();
    Markup hidden;
    for (const auto& [name, value] : widget.choice.parameters()) {
        hidden.add(hidden_field(name, value));
    }
    return element("form", {{"method", "get"}, {"action", widget_path}, {"role", "search"}}, hidden,
                   element("label", {{"for", "q"}, {"class", "unseen"}}, words.field),
                   element("input", {{"type", "search"},
                                     {"id", "q"},
                                     {"name", "q"},
                                     {"value", widget.text},
                                     {"placeholder", words.field},
                                     {"dir", "auto"}}),
                   button(words.button));
}

Markup result(const Widget& widget, const Finding::Found& found) {
    const auto& names = found.entry.names;
    const auto name = names.empty() ? found.entry.ctid.text() : names.front().text;
    const auto kind = term_label(widget.shell.texts, found.entry.type);
    const bool says_owner = !widget.choice.owner && found.owner != found.entry.ctid;
    const auto about =
        says_owner ? filled(widget.words().kind_by,
                            {{"kind", Markup(kind)}, {"owner", name_markup(found.owner_name)}})
                   : Markup(kind);
    return element("li", {},
                   leading_out(widget, resource_path(found.entry.ctid), name_markup(name)),
                   element("span", {{"class", "hint"}}, about));
}

// Where the registry itself shows what is found here.
std::string results_path(const Widget& widget) {
    Sought sought;
    sought.text = widget.text;
    const auto kind = widget.choice.kind->class_name;
    if (!kind.empty()) sought.chosen.push_back({search::Facet::type, std::string(kind)});
    const auto& owner = widget.choice.owner;
    if (owner) sought.chosen.push_back({search::Facet::owner, owner->text()});
    return sought.path();
}

Markup nothing(const Widget& widget) {
    const auto& words = widget.words();
    const auto sentence =
        widget.text.empty()
            ? filled(words.nothing_of, {{"organization", name_markup(widget.owner_name)}})
            : filled(words.none, {{"text", name_markup(widget.text)}});
    return element("p", {{"role", "status"}}, sentence);
}

Markup results(const Widget& widget) {
    if (!widget.looks_for_something()) return {};
    const auto answer =
        widget.operations.finding.search({.text = widget.text,
                                          .conditions = widget.choice.conditions(),
                                          .slice = {.offset = 0, .count = results_shown}});
    if (!answer) return element("p", {{"class", "problem"}}, widget.words().wrong);
    if (answer->items.empty()) return nothing(widget);
    Markup entries;
    for (const auto& found : answer->items) entries.add(result(widget, found));
    const auto corrected =
        answer->corrected
            ? element("p", {{"role", "status"}},
                      filled(widget.words().corrected, {{"text", name_markup(*answer->corrected)}}))
            : Markup();
    return together(element("h2", {{"class", "unseen"}}, widget.words().results), corrected,
                    element("ul", {{"class", "found"}}, entries));
}

Markup way_out(const Widget& widget) {
    const bool leads_on = widget.looks_for_something();
    const auto wording = leads_on ? widget.words().all_results : widget.words().home;
    return element(
        "p", {{"class", "hint"}},
        leading_out(widget, leads_on ? results_path(widget) : "/",
                    filled(wording, {{"registry", Markup(widget.shell.registry_name)}})));
}

std::string title_of(const Widget& widget) {
    const auto& words = widget.words();
    if (widget.owner_name.empty()) {
        return filled_plain(words.title, {{"registry", widget.shell.registry_name}});
    }
    return filled_plain(words.title_of, {{"organization", widget.owner_name},
                                         {"registry", widget.shell.registry_name}});
}

// Nothing is known of who looks: the page is the same for everybody, and no cookie comes with it.
http::Response answer(const Widget& widget, const Markup& content) {
    return lasting(widget.shell, {.title = title_of(widget),
                                  .content = content,
                                  .script_path = std::string(widget_frame_script_path),
                                  .indexed = false,
                                  .widget = widget.choice.theme->theme});
}

http::Response show(Visit& visit, const FinderOperations& operations) {
    const auto choice = widget_choice(visit);
    const auto shell = widget_shell(visit, *choice.language);
    Widget widget{.operations = operations,
                  .shell = shell,
                  .choice = choice,
                  .text = visit.parameter("q"),
                  .owner_name = {}};
    if (choice.owner) {
        const auto owner = operations.finding.entry(*choice.owner);
        if (!owner || owner->names.empty()) {
            return answer(
                widget, together(element("p", {{"class", "problem"}}, widget.words().owner_unknown),
                                 way_out({operations, shell, {}, {}, {}})));
        }
        widget.owner_name = owner->names.front().text;
    }
    return answer(widget, together(search_form(widget), results(widget), way_out(widget)));
}

}  // namespace

http::Route widget_page_route(const Visits& visits, const FinderOperations& operations) {
    auto route = visits.page(widget_path, "showWidget",
                             [operations](Visit& visit) { return show(visit, operations); });
    route.cost = http::Cost::slow;  // as other searches
    return route;
}

}  // namespace cartulary::web
