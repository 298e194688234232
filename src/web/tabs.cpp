#include "web/tabs.h"

namespace cartulary::web {

Markup tabs_markup(std::string_view label, const std::vector<Tab>& tabs) {
    Markup entries;
    for (const auto& [path, words, is_here] : tabs) {
        const auto here = is_here ? Attribute{"aria-current", "page"} : Attribute{};
        entries.add(element("li", {}, element("a", {{"href", path}, here}, words)));
    }
    return element("nav", {{"class", "tabs"}, {"aria-label", label}}, element("ul", {}, entries));
}

}  // namespace cartulary::web
