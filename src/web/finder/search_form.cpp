#include "web/finder/search_form.h"

#include "search/words.h"
#include "web/form_markup.h"

namespace cartulary::web {

namespace {

Markup magnifier() {
    return element("svg",
                   {{"viewBox", "0 0 20 20"},
                    {"width", "20"},
                    {"height", "20"},
                    {"aria-hidden", "true"},
                    {"fill", "none"},
                    {"stroke", "currentColor"},
                    {"stroke-width", "2"},
                    {"stroke-linecap", "round"}},
                   element("circle", {{"cx", "8.5"}, {"cy", "8.5"}, {"r", "5.5"}}),
                   element("path", {{"d", "M12.8 12.8 17.5 17.5"}}));
}

}  // namespace

Markup search_form(const Texts& texts, std::string_view text, Sought::Sort sort) {
    const auto& words = search_texts(texts);
    const auto length_max = std::to_string(search::query_length_max);
    const auto input = element("input", {{"id", "q"},
                                         {"name", "q"},
                                         {"type", "search"},
                                         {"value", text},
                                         {"placeholder", words.placeholder},
                                         {"maxlength", length_max},
                                         {"autocomplete", "off"},
                                         {"autocapitalize", "none"},
                                         {"spellcheck", "false"},
                                         {"enterkeyhint", "search"},
                                         {"dir", "auto"}});
    const auto sorted = name_of(sort);
    return element("form",
                   {{"id", search_form_id},
                    {"class", "finder"},
                    {"role", "search"},
                    {"method", "get"},
                    {"action", "/"},
                    {"aria-label", words.button},
                    {"data-suggest", "/search/suggest"},
                    {"data-label", words.suggestions},
                    {"data-one", words.suggestion_count.one},
                    {"data-many", words.suggestion_count.many}},
                   element("label", {{"for", "q"}}, words.label),
                   element("div", {{"class", "box"}}, magnifier(), input,
                           element("button", {{"type", "submit"}}, words.button)),
                   sorted.empty() ? Markup() : hidden_field("sort", sorted));
}

Markup banner_search_form(const Texts& texts) {
    const auto& words = search_texts(texts);
    const auto length_max = std::to_string(search::query_length_max);
    return element(
        "form",
        {{"class", "banner-search"},
         {"role", "search"},
         {"method", "get"},
         {"action", "/"},
         {"aria-label", words.banner_button}},
        element("label", {{"class", "unseen"}, {"for", "banner-search"}}, words.label),
        element("input", {{"id", "banner-search"},
                          {"name", "q"},
                          {"type", "search"},
                          {"placeholder", words.banner_button},
                          {"maxlength", length_max},
                          {"autocomplete", "off"},
                          {"dir", "auto"}}),
        element("button", {{"type", "submit"}, {"aria-label", words.banner_button}}, magnifier()));
}

}  // namespace cartulary::web
