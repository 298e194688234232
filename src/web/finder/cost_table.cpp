#include "web/finder/cost_table.h"

#include "base/locale_words.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/texts/credential_texts.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using json::Value;

// Its amount is the price; all else stands in its own columns.
const std::set<std::string_view> told_elsewhere = {"ceterms:name", "ceterms:description",
                                                   "ceterms:directCostType", "ceterms:price",
                                                   "ceterms:currency"};

Markup kind_of(NodeView& view, const Value& profile) {
    auto kind = said_markup(view.texts(), view.said(profile, "ceterms:name"));
    const auto type = view.values(profile, "ceterms:directCostType");
    if (kind.empty()) return type;
    if (!type.empty()) kind.add(element("span", {{"class", "hint"}}, " · ", type));
    return kind;
}

Markup amount_of(NodeView& view, const Value& profile) {
    const auto price = view.graph().number(profile, "ceterms:price");
    if (!price) return {};
    const auto currency = view.said(profile, "ceterms:currency").text;
    return name_markup(money_words(*price, currency, view.texts().language));
}

Markup row_of(NodeView& view, const Value& profile) {
    const auto& words = credential_texts(view.texts());
    const auto kind = kind_of(view, profile);
    const auto amount = amount_of(view, profile);
    const auto about = words_markup(view.texts(), view.said(profile, "ceterms:description"));
    const auto details = view.details(profile, view.properties_of(profile, told_elsewhere));
    const auto not_said = element("span", {{"class", "hint"}}, words.cost_unknown);
    return element("tr", {},
                   element("th", {{"scope", "row"}}, kind.empty() ? Markup(words.cost_what) : kind),
                   element("td", {{"class", "amount"}}, amount.empty() ? not_said : amount),
                   element("td", {}, about, details));
}

}  // namespace

Markup cost_table(NodeView& view, const Value& node, std::string_view property) {
    Markup rows;
    std::size_t count = 0;
    for (const auto* profile : view.graph().things(node, property)) {
        if (++count > NodeView::values_shown_max || view.is_full()) break;
        rows.add(view.leaf(row_of(view, *profile)));
    }
    if (rows.empty()) return {};
    const auto& words = credential_texts(view.texts());
    return element("table", {{"class", "costs"}},
                   element("caption", {{"class", "unseen"}}, words.costs_caption),
                   element("thead", {},
                           element("tr", {}, element("th", {{"scope", "col"}}, words.cost_what),
                                   element("th", {{"scope", "col"}}, words.cost_amount),
                                   element("th", {{"scope", "col"}}, words.cost_details))),
                   element("tbody", {}, rows));
}

Markup cost_line(NodeView& view, const Value& profile) {
    auto line = kind_of(view, profile);
    const auto amount = amount_of(view, profile);
    if (!line.empty() && !amount.empty()) line.add(": ");
    line.add(amount);
    line.add(words_markup(view.texts(), view.said(profile, "ceterms:description")));
    return view.leaf(line);
}

}  // namespace cartulary::web
