#include <algorithm>

#include "base/text.h"
#include "web/finder/search_page.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

constexpr std::size_t near_max = 5;
constexpr std::size_t telling_max = 3;

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!(text = text::trimmed(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

Markup entry(const Markup& markup) {
    return element("li", {}, markup);
}

// The longest ones, which tell most.
std::vector<std::string> telling_words(const SearchView& view) {
    auto words = words_in(view.sought.text);
    std::ranges::stable_sort(words, std::greater(),
                             [](const auto& word) { return text::length(word); });
    words.resize(std::min(words.size(), telling_max));
    return words;
}

Markup fewer_words(const SearchView& view) {
    const auto words = telling_words(view);
    if (words.size() < 2) return {};
    Markup links;
    for (const auto& word : words) {
        links.add(together(
            " ", element("a", {{"href", view.sought.for_text(word).path()}, {"rel", "nofollow"}},
                         name_markup(word))));
    }
    return entry(together(view.words().none_fewer, links));
}

// What the same search finds without filters, and the first of it.
struct Without {
    Markup link = {};
    Markup found = {};
};
Without without_filters(const SearchView& view, Finding& finding) {
    const auto& words = view.words();
    const auto wider = view.sought.without_filters();
    auto query = wider.query();
    query.slice = {0, static_cast<int>(near_max)};
    const auto answer = finding.search(query);
    if (!answer || answer->total == 0) return {};
    const auto label = counted(view.texts(), words.none_without_filters, answer->total);
    return {.link = entry(link_to(wider.path(), label)),
            .found = together(element("h2", {}, words.none_near),
                              results_markup(view.texts(), answer->items, 1, false))};
}

// Of the first word that any name is near to.
Markup near_names(const SearchView& view, Finding& finding) {
    Markup entries;
    for (const auto& word : telling_words(view)) {
        const auto suggestions = finding.suggest(word, {}, near_max);
        if (!suggestions) continue;
        for (const auto& one : *suggestions) {
            entries.add(
                entry(element("a", {{"href", resource_path(one.ctid)}}, name_markup(one.name))));
        }
        if (!entries.empty()) break;
    }
    if (entries.empty()) return {};
    return together(element("h2", {}, view.words().none_near), element("ul", {}, entries));
}

}  // namespace

Markup nothing_markup(const SearchView& view, Finding& finding) {
    const auto& words = view.words();
    Markup tries;
    Markup near;
    if (view.sought.chosen.empty()) {
        near = near_names(view, finding);
    } else {
        auto without = without_filters(view, finding);
        tries.add(without.link);
        near = std::move(without.found);
    }
    if (view.sought.exact) {
        auto forgiving = view.sought.at(1);
        forgiving.exact = false;
        tries.add(entry(link_to(forgiving.path(), words.none_forgiving)));
    }
    if (!view.sought.text.empty()) tries.add(entry(Markup(words.none_spelling)));
    tries.add(fewer_words(view));
    tries.add(entry(link_to(Sought().path(), words.none_everything)));
    tries.add(entry(link_to("/", words.none_home)));
    return element("div", {{"class", "nothing"}}, element("h2", {}, words.none_try),
                   element("ul", {}, tries), near);
}

}  // namespace cartulary::web
