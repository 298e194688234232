#include <algorithm>
#include <array>

#include "ctdl/vocabulary.h"
#include "web/assets.h"
#include "web/finder/linked_data.h"
#include "web/finder/search_form.h"
#include "web/finder/search_page.h"
#include "web/finder/search_words.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"
#include "web/texts/widget_texts.h"

namespace cartulary::web {

namespace {

constexpr std::size_t values_shown_max = 10;

// What people look for by kind: each with all classes below it.
struct Kind {
    std::string_view type;
    Plural SearchTexts::*words;
};
constexpr auto kinds = std::to_array<Kind>({
    {"ceterms:Organization", &SearchTexts::organizations},
    {"ceterms:Credential", &SearchTexts::credentials},
    {"ceterms:LearningOpportunityProfile", &SearchTexts::learning},
    {"ceterms:AssessmentProfile", &SearchTexts::assessments},
    {"ceasn:CompetencyFramework", &SearchTexts::frameworks},
    {"ceasn:Competency", &SearchTexts::competencies},
    {"ceterms:Pathway", &SearchTexts::pathways},
});

std::string path_of(const ChosenValue& value) {
    return Sought{.chosen = {value}}.path();
}

std::int64_t count_of(const Finding::Holdings& holdings, std::string_view type) {
    std::int64_t count = 0;
    for (const auto& one : holdings.types) {
        if (ctdl::is_a(one.value, type)) count += one.count;
    }
    return count;
}

Markup kind_counts(const Texts& texts, const Finding::Holdings& holdings) {
    const auto& words = search_texts(texts);
    Markup entries;
    for (const auto& [type, label] : kinds) {
        const auto count = count_of(holdings, type);
        if (count == 0) continue;
        entries.add(
            element("li", {},
                    element("a", {{"href", path_of({search::Facet::type, std::string(type)})}},
                            element("strong", {}, number_text(texts, count)), " ",
                            (words.*label).form(texts, count))));
    }
    if (entries.empty()) return element("p", {{"class", "lead"}}, words.home_nothing);
    return element("ul", {{"class", "holdings"}}, entries);
}

// The most frequent values of a facet, where there are several.
Markup value_links(const Texts& texts, search::Facet facet,
                   const std::vector<search::Names::Count>& counts) {
    if (counts.size() < 2) return {};
    Markup entries;
    for (std::size_t i = 0; i < std::min(counts.size(), values_shown_max); ++i) {
        const auto& [value, count] = counts[i];
        const ChosenValue chosen{facet, value};
        entries.add(
            element("li", {},
                    element("a", {{"href", path_of(chosen)}}, value_label(texts, chosen), " ",
                            element("span", {{"class", "how-many"}}, number_text(texts, count)))));
    }
    return element("div", {}, element("h2", {}, facet_label(texts, facet)),
                   element("ul", {{"class", "types"}}, entries));
}

Markup ways(const Texts& texts, const Finding::Holdings& holdings) {
    const auto entries = together(value_links(texts, search::Facet::type, holdings.types),
                                  value_links(texts, search::Facet::kind, holdings.kinds));
    return entries.empty() ? entries : element("div", {{"class", "ways"}}, entries);
}

Markup newest(const Texts& texts, const Finding::Holdings& holdings) {
    if (holdings.newest.empty()) return {};
    const auto& words = search_texts(texts);
    Markup entries;
    for (const auto& found : holdings.newest) {
        const auto& names = found.entry.names;
        const auto name = names.empty() ? found.entry.ctid.text() : names.front().text;
        const auto owner =
            found.owner == found.entry.ctid
                ? Markup()
                : element("span", {},
                          filled(words.from, {{"owner", name_markup(found.owner_name)}}));
        entries.add(element(
            "li", {}, element("a", {{"href", resource_path(found.entry.ctid)}}, name_markup(name)),
            element("p", {{"class", "facts"}},
                    element("span", {{"class", "class"}}, term_label(texts, found.entry.type)),
                    owner, element("span", {}, day(texts, found.entry.updated_at)))));
    }
    Sought all;
    all.sort = Sought::Sort::newest;
    return element("section", {{"aria-labelledby", "newest"}},
                   element("h2", {{"id", "newest"}}, words.home_newest),
                   element("ul", {{"class", "newest"}}, entries),
                   element("p", {}, link_to(all.path(), words.home_newest_all)));
}

Markup join(const Visit& visit) {
    const auto& texts = visit.texts();
    const auto& words = search_texts(texts);
    const auto log_in = visit.is_logged_in()
                            ? Markup()
                            : element("p", {}, link_to("/log-in", words.home_join_log_in));
    const auto begin = visit.is_logged_in()
                           ? link_to("/dashboard", texts.dashboard_link, "button second")
                           : link_to("/sign-up", texts.sign_up_title, "button second");
    return element(
        "section", {{"aria-labelledby", "join"}}, element("h2", {{"id", "join"}}, words.home_join),
        element(
            "div", {{"class", "join"}},
            element("div", {}, element("h3", {}, words.home_join_organization),
                    element("p", {}, words.home_join_organization_about), element("p", {}, begin),
                    log_in),
            element("div", {}, element("h3", {}, words.home_join_software),
                    element("p", {}, words.home_join_software_about),
                    element("p", {}, link_to("/docs", words.home_join_docs, "button second")),
                    element("p", {}, link_to("/widget/make", widget_texts(texts).make_title)))));
}

}  // namespace

Page home_page(const Visit& visit, Finding& finding) {
    const auto& texts = visit.texts();
    const auto& words = search_texts(texts);
    const auto holdings = finding.holdings();
    const auto& registry_name = visit.shell().registry_name;
    return {.title = std::string(words.home_title),
            .section = Section::home,
            .title_in_window = registry_name,
            .wide = true,
            .content = element("div", {{"class", "home"}},
                               element("div", {{"class", "hero"}},
                                       element("p", {{"class", "lead"}}, words.home_lead),
                                       search_form(texts, ""), kind_counts(texts, *holdings)),
                               ways(texts, *holdings), newest(texts, *holdings), join(visit)),
            .for_software = together(
                preview_markup(visit.shell(), {.path = "/",
                                               .title = registry_name,
                                               .description = std::string(words.home_lead)}),
                web_site_markup(visit.shell())),
            .script_path = finder_script_path()};
}

}  // namespace cartulary::web
