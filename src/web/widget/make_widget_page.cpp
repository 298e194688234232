#include "web/widget/make_widget_page.h"

#include <algorithm>

#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "http/form.h"
#include "web/fragments.h"
#include "web/widget/widget_choice.h"
#include "web/widget/widget_files.h"

namespace cartulary::web {

namespace {

constexpr auto make_path = "/widget/make";
constexpr auto frame_height = "480";  // pixels, of one that no script makes higher
constexpr int owners_offered = 8;

// What somebody chose so far.
struct Making {
    Visit& visit;
    WidgetChoice choice;
    std::string owner;                        // as written
    std::string heading;                      // of the frame
    std::vector<Finding::Found> owners = {};  // of which one may be meant
    Problems problems = {};

    const WidgetTexts& words() const { return widget_texts(visit.texts()); }
    std::string usual_title() const {
        return filled_plain(words().title, {{"registry", visit.shell().registry_name}});
    }
    std::string title() const { return heading.empty() ? usual_title() : heading; }
};

std::string name_of(const ResourceEntry& entry) {
    return entry.names.empty() ? entry.ctid.text() : entry.names.front().text;
}

// One whose name is just that, where there is no other; else all that may be meant.
void find_owner(Making& making, Finding& finding) {
    const auto& words = making.words();
    if (text::length(making.owner) > widget_owner_length_max) {
        making.problems.add("owner", std::string(words.make_owner_long));
        return;
    }
    WidgetChoice organizations;
    organizations.kind = &widget_kinds()[1];
    const auto answer = finding.search({.text = making.owner,
                                        .conditions = organizations.conditions(),
                                        .slice = {.offset = 0, .count = owners_offered}});
    if (!answer || answer->items.empty()) {
        making.problems.add("owner", std::string(words.make_owner_none));
        return;
    }
    const auto is_exact = [](const Finding::Found& found) {
        return found.match == search::NameMatch::exact;
    };
    const auto exact = std::ranges::count_if(answer->items, is_exact);
    if (exact == 1 || answer->items.size() == 1) {
        making.choice.owner = answer->items.front().entry.ctid;
        return;
    }
    making.owners = answer->items;
}

void read_owner(Making& making, Finding& finding) {
    if (making.owner.empty()) return;
    if (!making.choice.owner) return find_owner(making, finding);
    if (finding.entry(*making.choice.owner)) return;
    making.choice.owner.reset();
    making.problems.add("owner", std::string(making.words().make_owner_none));
}

template <class Chosen>
Markup choices(const Making& making, std::string_view name, std::string_view label,
               std::span<const Chosen> all, std::string_view chosen) {
    std::vector<Option> options;
    for (const auto& one : all) options.push_back({one.name, making.words().*one.label});
    return choices_markup({.name = name, .label = label, .options = options, .chosen = chosen});
}

Markup form(const Making& making) {
    const auto& words = making.words();
    const auto& choice = making.choice;
    const auto heading_hint =
        filled_plain(words.make_heading_hint, {{"title", making.usual_title()}});
    return element(
        "form", {{"method", "get"}, {"action", make_path}},
        field_markup({.name = "owner",
                      .label = words.make_owner,
                      .value = making.owner,
                      .hint = words.make_owner_hint,
                      .required = false},
                     making.problems),
        choices(making, "type", words.make_kind, widget_kinds(), choice.kind->name),
        field_markup({.name = "title",
                      .label = words.make_heading,
                      .value = making.heading,
                      .hint = heading_hint,
                      .required = false},
                     making.problems),
        choices(making, "lang", words.make_language, widget_languages(), choice.language->name),
        choices(making, "theme", words.make_theme, widget_themes(), choice.theme->name),
        button(words.make_button));
}

// The same choices with this organization.
std::string path_with(const Making& making, const Ctid& owner) {
    auto path = std::string(make_path) + "?owner=" + owner.text();
    for (const auto& [name, value] : making.choice.parameters()) {
        path.append("&").append(name).append("=").append(http::percent_encode(value));
    }
    return path + "&title=" + http::percent_encode(making.heading);
}

Markup owners(const Making& making) {
    Markup entries;
    for (const auto& found : making.owners) {
        const auto& places = found.entry.places;
        const auto place = places.empty() ? std::string() : " · " + places.front();
        entries.add(element("li", {},
                            element("a", {{"href", path_with(making, found.entry.ctid)}},
                                    name_markup(name_of(found.entry))),
                            element("span", {{"class", "hint"}}, place)));
    }
    return together(element("h2", {}, making.words().make_owner_which), element("ul", {}, entries));
}

// As it stands in an HTML page.
std::string script_text(const Making& making) {
    const auto address = making.visit.shell().public_url + std::string(widget_script_path);
    auto tag = open_tag("script", {{"src", address}}).text();
    tag.pop_back();  // what follows are further attributes
    auto parameters = making.choice.parameters();
    parameters.emplace_back("title", making.title());
    for (const auto& [name, value] : parameters) {
        tag.append(" data-").append(name).append("=\"").append(Markup(value).text()).append("\"");
    }
    return tag + " async></script>";
}

std::string frame_text(const Making& making) {
    return element("iframe", {{"src", making.visit.shell().public_url + making.choice.path()},
                              {"title", making.title()},
                              {"width", "100%"},
                              {"height", frame_height}})
        .text();
}

Markup to_copy(std::string_view id, std::string_view label, const std::string& text) {
    return element(
        "div", {{"class", "field snippet"}}, element("label", {{"for", id}}, label),
        element("textarea", {{"id", id}, {"rows", "4"}, {"readonly"}, {"spellcheck", "false"}},
                text));
}

Markup snippet(const Making& making) {
    const auto& words = making.words();
    const auto policy =
        filled_plain(words.policy_about, {{"address", making.visit.shell().public_url}});
    return together(element("h2", {}, words.snippet), element("p", {}, words.snippet_about),
                    to_copy("script", words.snippet_label, script_text(making)),
                    to_copy("frame", words.frame_label, frame_text(making)),
                    element("p", {{"class", "hint"}}, phrase(policy)),
                    element("h2", {}, words.preview),
                    element("iframe", {{"class", "widget"},
                                       {"src", making.choice.path()},
                                       {"title", making.title()},
                                       {"height", frame_height}}));
}

http::Response show(Visit& visit, const FinderOperations& operations) {
    Making making{.visit = visit,
                  .choice = widget_choice(visit),
                  .owner = std::string(text::trimmed(visit.parameter("owner"))),
                  .heading = std::string(text::trimmed(visit.parameter("title")))};
    const auto& words = making.words();
    if (text::length(making.heading) > widget_heading_length_max) {
        making.heading.clear();
        making.problems.add("title", std::string(words.make_heading_long));
    }
    read_owner(making, operations.finding);
    const bool is_ready = making.owners.empty() && !making.problems.any();
    const auto about =
        filled(words.make_about, {{"registry", Markup(visit.shell().registry_name)}});
    return visit.open_page(
        {.title = std::string(words.make_title),
         .content = together(summary_markup(visit.texts().form_problems_title, making.problems),
                             element("p", {{"class", "lead"}}, about), form(making),
                             making.owners.empty() ? Markup() : owners(making),
                             is_ready ? snippet(making) : Markup()),
         .indexed = false,
         .shows_widget = true});
}

}  // namespace

http::Route make_widget_route(const Visits& visits, const FinderOperations& operations) {
    auto route = visits.page(make_path, "makeWidget",
                             [operations](Visit& visit) { return show(visit, operations); });
    route.cost = http::Cost::slow;  // as other searches
    return route;
}

}  // namespace cartulary::web
