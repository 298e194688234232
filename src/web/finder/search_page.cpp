#include "web/finder/search_page.h"

#include <algorithm>

#include "web/assets.h"
#include "web/finder/search_form.h"
#include "web/finder/search_words.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using http::Response;
using Sort = Sought::Sort;

std::int64_t last_page(std::int64_t total) {
    const auto shown = std::min<std::int64_t>(total, Finding::depth_max);
    return std::max<std::int64_t>(1, (shown + results_per_page - 1) / results_per_page);
}

std::string title_of(const SearchView& view) {
    const auto& words = view.words();
    const auto text = isolated(view.sought.text);
    const bool none = view.answer.total == 0;
    if (!view.sought.text.empty()) {
        return filled_plain(none ? words.none_for : words.results_for, {{"text", text}});
    }
    if (view.sought.chosen.empty()) return std::string(words.results_all);
    return std::string(none ? words.none_chosen : words.results_chosen);
}

Markup corrected_markup(const SearchView& view) {
    const auto& words = view.words();
    auto other = view.sought.at(1);
    if (view.sought.exact) {
        other.exact = false;
        return element("p", {{"class", "hint"}}, words.exactly, " ",
                       link_to(other.path(), words.exactly_instead));
    }
    if (!view.answer.corrected) return {};
    other.exact = true;
    const auto searched = filled(
        words.corrected, {{"text", element("strong", {}, name_markup(*view.answer.corrected))}});
    const auto instead = filled(words.corrected_instead, {{"text", name_markup(view.sought.text)}});
    return element("p", {{"class", "corrected"}}, searched, " ",
                   element("a", {{"href", other.path()}, {"rel", "nofollow"}}, instead));
}

Markup order_link(const SearchView& view, Sort sort, std::string_view label) {
    if (sort == view.sought.sort) {
        return element("li", {}, element("span", {{"aria-current", "true"}}, label));
    }
    auto other = view.sought.at(1);
    other.sort = sort;
    return element("li", {}, element("a", {{"href", other.path()}, {"rel", "nofollow"}}, label));
}

// Without a text the best match is the order of names.
Markup orders(const SearchView& view) {
    const auto& words = view.words();
    const bool by_name = view.sought.text.empty();
    const auto best = by_name ? Markup() : order_link(view, Sort::relevance, words.by_relevance);
    return element("nav", {{"class", "orders"}, {"aria-label", words.sorted}},
                   element("span", {{"aria-hidden", "true"}}, words.sorted),
                   element("ul", {}, best,
                           order_link(view, by_name ? Sort::relevance : Sort::name, words.by_name),
                           order_link(view, Sort::newest, words.by_newest)));
}

Markup count_line(const SearchView& view) {
    const auto& plural = view.answer.at_least ? view.words().total_more : view.words().total;
    return element("div", {{"class", "count"}},
                   element("h2", {}, counted(view.texts(), plural, view.answer.total)),
                   orders(view));
}

Markup page_link(const SearchView& view, std::int64_t page, std::string_view label,
                 std::string_view relation) {
    const auto rel = relation.empty() ? Attribute{} : Attribute{"rel", relation};
    return element("li", {}, element("a", {{"href", view.sought.at(page).path()}, rel}, label));
}

// The first, the last, and some around this one.
Markup page_numbers(const SearchView& view, std::int64_t last) {
    constexpr std::int64_t around = 2;
    const auto here = view.sought.page;
    Markup numbers;
    std::int64_t before = 0;
    for (std::int64_t page = 1; page <= last; ++page) {
        if (page != 1 && page != last && std::abs(page - here) > around) continue;
        if (page > before + 1) numbers.add(element("li", {{"aria-hidden", "true"}}, "…"));
        before = page;
        const auto number = number_text(view.texts(), page);
        const auto label = filled_plain(view.words().page, {{"number", number}});
        const auto current = page == here ? Attribute{"aria-current", "page"} : Attribute{};
        numbers.add(element(
            "li", {},
            element("a", {{"href", view.sought.at(page).path()}, {"aria-label", label}, current},
                    number)));
    }
    return numbers;
}

Markup pages(const SearchView& view) {
    const auto& words = view.words();
    const auto last = last_page(view.answer.total);
    const auto here = view.sought.page;
    if (last == 1) return {};
    Markup entries;
    if (here > 1) entries.add(page_link(view, here - 1, words.page_before, "prev"));
    entries.add(page_numbers(view, last));
    if (here < last) entries.add(page_link(view, here + 1, words.page_after, "next"));
    Markup deepest;
    if (here == last && (view.answer.at_least || view.answer.total > Finding::depth_max)) {
        const auto count = number_text(view.texts(), Finding::depth_max);
        deepest =
            element("p", {{"class", "notice"}}, filled_plain(words.deepest, {{"count", count}}));
    }
    return together(deepest,
                    element("nav", {{"class", "pages numbers"}, {"aria-label", words.pages}},
                            element("ul", {}, entries)));
}

Markup found_markup(const SearchView& view) {
    const auto& items = view.answer.items;
    const auto data = view.sought.exact ? Markup()
                                        : element("p", {{"class", "data"}},
                                                  element("a",
                                                          {{"href", view.sought.data_path()},
                                                           {"rel", "nofollow"},
                                                           {"type", "application/json"}},
                                                          view.words().as_data));
    const auto& texts = view.texts();
    const auto first = (view.sought.page - 1) * results_per_page + 1;
    const bool may_compare = can_be_compared(items);
    return together(count_line(view), results_markup(texts, items, first, may_compare),
                    may_compare ? compare_markup(texts) : Markup(), pages(view), data);
}

// Its own address, and those beside it.
Markup for_software(const SearchView& view, const std::string& title) {
    const auto& shell = view.visit.shell();
    const auto link = [](std::string_view relation, const std::string& path) {
        return element("link", {{"rel", relation}, {"href", path}});
    };
    auto markup = preview_markup(shell, {.path = view.sought.path(),
                                         .title = title,
                                         .description = std::string(view.words().home_lead)});
    if (view.sought.page > 1) markup.add(link("prev", view.sought.at(view.sought.page - 1).path()));
    if (view.sought.page < last_page(view.answer.total)) {
        markup.add(link("next", view.sought.at(view.sought.page + 1).path()));
    }
    if (!view.sought.exact) {
        markup.add(element("link", {{"rel", "alternate"},
                                    {"type", "application/json"},
                                    {"href", view.sought.data_path()}}));
    }
    return markup;
}

// What others may list: words that find something. Filters and further pages are without number,
// and lead to nothing else.
bool is_plain(const SearchView& view) {
    return view.answer.total > 0 &&
           view.sought.path() == Sought().for_text(view.sought.text).path();
}

Page results_page(const SearchView& view, Finding& finding) {
    const auto title = title_of(view);
    const auto content =
        view.answer.total == 0 ? nothing_markup(view, finding) : found_markup(view);
    const auto filters = filters_markup(view);
    return {.title = title,
            .section = Section::home,
            .title_in_window = filled_plain(view.words().search_title, {{"page", title}}),
            .wide = true,
            .content = together(
                search_form(view.texts(), view.sought.text, view.sought.sort),
                element("div", {{"class", filters.empty() ? "found" : "found filtered"}}, filters,
                        element("div", {}, corrected_markup(view), chosen_markup(view), content))),
            .for_software = for_software(view, title),
            .script_path = finder_script_path(),
            .indexed = is_plain(view)};
}

Response refused_search(Visit& visit, std::string_view sentence) {
    const auto& texts = visit.texts();
    const auto& words = search_texts(texts);
    return visit.page(
        400,
        {.title = std::string(words.refused_title),
         .section = Section::home,
         .content = together(element("p", {{"class", "standing bad"}, {"role", "alert"}}, sentence),
                             search_form(texts, visit.parameter("q"))),
         .script_path = finder_script_path()});
}

Response show(Visit& visit, Finding& finding) {
    const auto sought = sought_in(visit.texts(), visit.request());
    if (!sought) return refused_search(visit, sought.error().message);
    if (!*sought) return visit.open_page(home_page(visit, finding));
    const auto answer = finding.search((*sought)->query());
    if (!answer) return refused_search(visit, answer.error().message);
    // An address of before, of which less is left.
    if (const auto last = last_page(answer->total); (*sought)->page > last) {
        return visit.go_to((*sought)->at(last).path());
    }
    return visit.open_page(results_page({visit, **sought, *answer}, finding));
}

}  // namespace

std::string_view SearchView::label_of(const ChosenValue& value) const {
    if (value.facet != search::Facet::owner) return value_label(texts(), value);
    for (const auto& found : answer.items) {
        if (found.owner.text() == value.value) return found.owner_name;
    }
    const auto& owners = answer.facets.at(static_cast<std::size_t>(value.facet)).counts;
    const auto known = std::ranges::find(owners, value.value, &Finding::Counted::value);
    return known == owners.end() ? std::string_view(value.value) : std::string_view(known->label);
}

std::vector<http::Route> search_routes(const Visits& visits, const FinderOperations& operations) {
    auto route = visits.page("/", "search", [&finding = operations.finding](Visit& visit) {
        return show(visit, finding);
    });
    route.cost = http::Cost::slow;
    return {route};
}

}  // namespace cartulary::web
