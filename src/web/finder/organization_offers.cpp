#include "web/finder/organization_offers.h"

#include <algorithm>

#include "operations/connections.h"
#include "web/finder/said_markup.h"
#include "web/finder/sought.h"
#include "web/fragments.h"
#include "web/texts/organization_page_texts.h"
#include "web/texts/plural.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

constexpr int shown_of_each_max = 10;
constexpr std::size_t kinds_shown_max = 12;

const std::vector<std::string> owning = {"ceterms:ownedBy", "ceasn:publisher", "ceasn:creator",
                                         "qdata:dataProvider"};
constexpr auto offering = "ceterms:offeredBy";

// To the results that have this owner, and this class.
std::string search_path(const ShownResource& shown, std::string_view type = {}) {
    auto sought = Sought().with({search::Facet::owner, shown.ctid.text()});
    if (!type.empty()) sought = sought.with({search::Facet::type, std::string(type)});
    return sought.path();
}

// Whose it is, where it is not the organization's that only offers it.
Markup owner_of(const ShownResource& shown, const Connection& offer) {
    const bool is_own = std::ranges::any_of(
        offer.properties, [](const std::string& property) { return property != offering; });
    if (is_own) return {};
    const auto& words = organization_page_texts(shown.texts());
    return together(" ",
                    element("span", {{"class", "hint"}},
                            filled(words.offers_of, {{"owner", name_markup(offer.owner_name)}})));
}

Markup entry_of(const ShownResource& shown, const Connection& offer) {
    const auto& names = offer.entry.names;
    const auto name =
        names.empty() ? Markup(offer.entry.ctid.text())
                      : said_markup(shown.texts(), {names.front().text, names.front().language});
    return element("li", {}, element("a", {{"href", resource_path(offer.entry.ctid)}}, name),
                   owner_of(shown, offer));
}

Markup kind_of(const ShownResource& shown, const ConnectedOfType& kind) {
    const auto& words = organization_page_texts(shown.texts());
    Markup entries;
    for (const auto& offer : kind.items) entries.add(entry_of(shown, offer));
    const auto title =
        filled(words.offers_counted, {{"kind", Markup(term_label(shown.texts(), kind.type))},
                                      {"count", Markup(number_text(shown.texts(), kind.total))}});
    const bool is_more = kind.total > static_cast<std::int64_t>(kind.items.size());
    const auto more =
        is_more ? element("p", {}, link_to(search_path(shown, kind.type), words.offers_all_of_kind))
                : Markup();
    return element("section", {}, element("h3", {}, title),
                   element("ul", {{"class", "values"}}, entries), more);
}

}  // namespace

Markup organization_offers(const ShownResource& shown) {
    const auto& words = organization_page_texts(shown.texts());
    ConnectionQuery query{shown.ctid, Direction::inward, owning};
    query.properties.emplace_back(offering);
    const auto offers = connections_by_type(shown.operations.registry, query, shown_of_each_max);
    const auto title = element("h2", {}, words.offers);
    if (offers.types.empty()) {
        return together(title, element("p", {{"class", "hint"}}, words.offers_none));
    }
    Markup kinds;
    for (std::size_t i = 0; i < std::min(offers.types.size(), kinds_shown_max); ++i) {
        kinds.add(kind_of(shown, offers.types[i]));
    }
    const auto counted =
        offers.at_least
            ? element("p", {{"class", "hint"}},
                      filled(words.offers_at_least,
                             {{"count", Markup(number_text(shown.texts(), offers.total))}}))
            : Markup();
    return together(title, counted, element("div", {{"class", "kinds"}}, kinds),
                    element("p", {}, link_to(search_path(shown), words.offers_all)));
}

}  // namespace cartulary::web
