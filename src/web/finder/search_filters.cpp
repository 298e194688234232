#include <algorithm>

#include "ctdl/vocabulary.h"
#include "search/facet_names.h"
#include "web/finder/search_form.h"
#include "web/finder/search_page.h"
#include "web/finder/search_words.h"
#include "web/form_markup.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using search::Facet;

constexpr std::size_t values_shown = 8;

// Every value repeats the address: beyond this many bytes it is only to be ticked.
constexpr std::size_t linked_bytes_max = 500;

// What comes first is what most people narrow by.
constexpr Facet shown_facets[] = {Facet::type,   Facet::kind,    Facet::sector, Facet::country,
                                  Facet::region, Facet::subject, Facet::owner};

struct Value {
    ChosenValue value;
    std::optional<std::int64_t> count;
};

// Of a class also all below it.
std::optional<std::int64_t> count_of(const ChosenValue& value,
                                     const std::vector<Finding::Counted>& counts) {
    std::optional<std::int64_t> sum;
    for (const auto& one : counts) {
        const bool counts_too = value.facet == Facet::type ? ctdl::is_a(one.value, value.value)
                                                           : one.value == value.value;
        if (counts_too) sum = sum.value_or(0) + one.count;
    }
    return sum;
}

// Those chosen, then the most frequent others.
std::vector<Value> values_of(const SearchView& view, Facet facet) {
    const auto& counts = view.answer.facets.at(static_cast<std::size_t>(facet)).counts;
    std::vector<Value> values;
    for (const auto& chosen : view.sought.chosen) {
        if (chosen.facet == facet) values.push_back({chosen, count_of(chosen, counts)});
    }
    for (const auto& one : counts) {
        ChosenValue value{facet, one.value};
        if (!view.sought.has(value)) values.push_back({std::move(value), one.count});
    }
    return values;
}

// What all have, or of which each has its own, narrows nothing.
bool is_telling(const SearchView& view, Facet facet, const std::vector<Value>& values) {
    if (values.empty()) return false;
    if (!view.sought.values_of(facet).empty()) return true;
    if (facet == Facet::owner && values.front().count.value_or(0) <= 1) return false;
    return values.size() > 1 || values.front().count != view.answer.total;
}

std::string id_of(Facet facet, std::size_t place) {
    return std::string(name_of(facet)) + "-" + std::to_string(place);
}

Markup value_markup(const SearchView& view, const Value& one, const std::string& id) {
    const auto& [value, count] = one;
    const bool is_chosen = view.sought.has(value);
    const auto label = view.label_of(value);
    const auto narrowed = view.sought.with(value).path();
    const bool is_linked = !is_chosen && narrowed.size() <= linked_bytes_max;
    const auto shown = name_markup(label);
    const auto words = is_linked ? element("a", {{"href", narrowed}, {"rel", "nofollow"}}, shown)
                                 : element("label", {{"for", id}}, shown);
    const auto number = count ? number_text(view.texts(), *count) : std::string();
    return element("li", {},
                   element("input", {{"type", "checkbox"},
                                     {"id", id},
                                     {"name", name_of(value.facet)},
                                     {"value", written_value(value)},
                                     {"form", search_form_id},
                                     is_linked ? Attribute{"aria-label", label} : Attribute{},
                                     is_chosen ? Attribute{"checked"} : Attribute{}}),
                   words, element("span", {{"class", "how-many"}}, number));
}

Markup facet_markup(const SearchView& view, Facet facet) {
    const auto values = values_of(view, facet);
    if (!is_telling(view, facet, values)) return {};
    const auto label = facet_label(view.texts(), facet);
    const auto chosen = view.sought.values_of(facet).size();
    const bool is_opened = view.sought.opened == facet;
    const auto shown = is_opened ? values.size() : std::min(values.size(), chosen + values_shown);
    Markup entries;
    for (std::size_t i = 0; i < shown; ++i) {
        entries.add(value_markup(view, values[i], id_of(facet, i + 1)));
    }
    Markup more;
    if (shown < values.size()) {
        auto opened = view.sought.at(view.sought.page);
        opened.opened = facet;
        const auto id = "#" + id_of(facet, 1);
        more = element("p", {},
                       element("a", {{"href", opened.path() + id}, {"rel", "nofollow"}},
                               filled_plain(view.words().more_values, {{"facet", label}})));
    }
    return element("fieldset", {{"class", "facet"}}, element("legend", {}, label),
                   element("ul", {}, entries), more);
}

// Sends the box's form with all that is ticked.
Markup apply_button(const SearchView& view) {
    const bool exact = view.sought.exact;
    return element("button",
                   {{"type", "submit"},
                    {"class", "second"},
                    {"form", search_form_id},
                    exact ? Attribute{"name", "exact"} : Attribute{},
                    exact ? Attribute{"value", "1"} : Attribute{}},
                   view.words().apply);
}

}  // namespace

Markup filters_markup(const SearchView& view) {
    Markup facets;
    for (const auto facet : shown_facets) facets.add(facet_markup(view, facet));
    if (facets.empty()) return {};
    const auto& words = view.words();
    const auto count = static_cast<std::int64_t>(view.sought.chosen.size());
    const auto chosen = count == 0 ? Markup()
                                   : element("span", {{"class", "tag"}},
                                             counted(view.texts(), words.filters_chosen, count));
    return element("details",
                   {{"class", "filters"}, view.sought.opened ? Attribute{"open"} : Attribute{}},
                   element("summary", {}, element("h2", {}, words.filters), chosen),
                   element("div", {}, facets, apply_button(view)));
}

Markup chosen_markup(const SearchView& view) {
    const auto& chosen = view.sought.chosen;
    if (chosen.empty()) return {};
    const auto& words = view.words();
    Markup entries;
    for (const auto& value : chosen) {
        const auto label = view.label_of(value);
        const auto facet = facet_label(view.texts(), value.facet);
        // What is read out holds what is seen.
        const auto seen = std::string(facet) + " " + std::string(label);
        const auto name = filled_plain(words.remove, {{"value", seen}});
        entries.add(
            element("li", {},
                    element("a",
                            {{"href", view.sought.without(value).path()},
                             {"rel", "nofollow"},
                             {"aria-label", name}},
                            element("span", {{"class", "of"}}, facet), " ", name_markup(label),
                            element("span", {{"aria-hidden", "true"}}, " ×"))));
    }
    if (chosen.size() > 1) {
        entries.add(element(
            "li", {{"class", "all"}},
            element("a", {{"href", view.sought.without_filters().path()}, {"rel", "nofollow"}},
                    words.remove_all)));
    }
    return element("ul", {{"class", "chosen"}, {"aria-label", words.chosen}}, entries);
}

}  // namespace cartulary::web
