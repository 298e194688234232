#include <algorithm>

#include "ctdl/vocabulary.h"
#include "web/finder/search_page.h"
#include "web/form_markup.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

constexpr std::size_t kinds_shown_max = 3;
constexpr auto compare_form_id = "compare";

bool is_credential(const Finding::Found& found) {
    return ctdl::is_credential(found.entry.type);
}

Markup name_of(const Finding::Found& found) {
    const auto& names = found.entry.names;
    return name_markup(names.empty() ? found.entry.ctid.text() : names.front().text);
}

// Of the first address; each part as it was published.
std::string place_of(const ResourceEntry& entry) {
    std::string place;
    for (const auto* parts : {&entry.places, &entry.regions, &entry.countries}) {
        if (parts->empty() || parts->front() == place) continue;
        if (!place.empty()) place += ", ";
        place += parts->front();
    }
    return place;
}

Markup owner_of(const Texts& texts, const Finding::Found& found) {
    if (found.owner == found.entry.ctid) return {};
    const auto owner =
        element("a", {{"href", resource_path(found.owner)}}, name_markup(found.owner_name));
    return element("span", {}, filled(search_texts(texts).from, {{"owner", owner}}));
}

Markup facts_of(const Texts& texts, const Finding::Found& found) {
    const auto& entry = found.entry;
    auto facts = element("span", {{"class", "class"}}, term_label(texts, entry.type));
    facts.add(owner_of(texts, found));
    if (const auto place = place_of(entry); !place.empty()) {
        facts.add(element("span", {}, name_markup(place)));
    }
    facts.add(element(
        "span", {}, filled(search_texts(texts).changed, {{"day", day(texts, entry.updated_at)}})));
    return element("p", {{"class", "facts"}}, facts);
}

Markup kinds_of(const Texts& texts, const ResourceEntry& entry) {
    Markup kinds;
    for (std::size_t i = 0; i < std::min(entry.kinds.size(), kinds_shown_max); ++i) {
        kinds.add(element("li", {}, term_label(texts, entry.kinds[i])));
    }
    if (kinds.empty()) return {};
    return element("ul", {{"class", "kinds-of"}}, kinds);
}

Markup compare_box(const Texts& texts, const Finding::Found& found) {
    const auto ctid = found.entry.ctid.text();
    const auto id = "compare-" + ctid;
    return element("p", {{"class", "tick"}},
                   element("input", {{"type", "checkbox"},
                                     {"id", id},
                                     {"name", "ctid"},
                                     {"value", ctid},
                                     {"form", compare_form_id}}),
                   element("label", {{"for", id}}, search_texts(texts).compare_one,
                           element("span", {{"class", "unseen"}}, " ", name_of(found))));
}

Markup result(const Texts& texts, const Finding::Found& found, bool may_compare) {
    const auto& entry = found.entry;
    const auto excerpt = entry.excerpt.empty()
                             ? Markup()
                             : element("p", {{"class", "excerpt"}, {"dir", "auto"}}, entry.excerpt);
    return element(
        "li", {},
        element("h3", {}, element("a", {{"href", resource_path(entry.ctid)}}, name_of(found))),
        facts_of(texts, found), kinds_of(texts, entry), excerpt,
        may_compare && is_credential(found) ? compare_box(texts, found) : Markup());
}

}  // namespace

Markup results_markup(const Texts& texts, const std::vector<Finding::Found>& items,
                      std::int64_t first_number, bool may_compare) {
    Markup entries;
    for (const auto& found : items) entries.add(result(texts, found, may_compare));
    return element("ol", {{"class", "results"}, {"start", std::to_string(first_number)}}, entries);
}

bool can_be_compared(const std::vector<Finding::Found>& items) {
    return std::ranges::count_if(items, is_credential) > 1;
}

Markup compare_markup(const Texts& texts) {
    const auto& words = search_texts(texts);
    return element(
        "form",
        {{"id", compare_form_id}, {"class", "ticked"}, {"method", "get"}, {"action", "/compare"}},
        button(words.compare, "second"), element("span", {{"class", "hint"}}, words.compare_about));
}

}  // namespace cartulary::web
