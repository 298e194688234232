#include "web/check_group.h"

#include <algorithm>

namespace cartulary::web {

Markup named_button(std::string_view label, std::string_view name, std::string_view value,
                    std::string_view looks) {
    return element("button",
                   {{"type", "submit"},
                    {"name", name},
                    {"value", value},
                    looks.empty() ? Attribute{} : Attribute{"class", looks}},
                   label);
}

Markup check_group(const CheckGroup& group, const Problems& problems) {
    const auto problem = problems.of(group.name);
    const auto problem_id = std::string(group.name) + "-problem";
    Markup entries;
    std::size_t number = 0;
    for (const auto& [value, label] : group.options) {
        const auto id = std::string(group.name) + "-choice-" + std::to_string(++number);
        const bool is_chosen = std::ranges::find(group.chosen, value) != group.chosen.end();
        entries.add(element("li", {},
                            element("input", {{"type", "checkbox"},
                                              {"id", id},
                                              {"name", group.name},
                                              {"value", value},
                                              is_chosen ? Attribute{"checked"} : Attribute{}}),
                            element("label", {{"for", id}}, label)));
    }
    return element("fieldset",
                   {{"class", "ticks"},
                    {"id", group.name},
                    {"tabindex", "-1"},
                    problem.empty() ? Attribute{} : Attribute{"aria-describedby", problem_id}},
                   element("legend", {}, group.label),
                   group.hint.empty() ? Markup() : element("p", {{"class", "hint"}}, group.hint),
                   problem.empty()
                       ? Markup()
                       : element("p", {{"id", problem_id}, {"class", "problem"}}, problem),
                   element("ul", {}, entries));
}

}  // namespace cartulary::web
