#include "web/finder/cost_table.h"

#include "base/locale_words.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/table.h"
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

TableRow row_of(NodeView& view, const Value& profile) {
    const auto& words = credential_texts(view.texts());
    const auto kind = kind_of(view, profile);
    const auto amount = amount_of(view, profile);
    const auto about = words_markup(view.texts(), view.said(profile, "ceterms:description"));
    const auto details = view.details(profile, view.properties_of(profile, told_elsewhere));
    const auto not_said = element("span", {{"class", "hint"}}, words.cost_unknown);
    return TableRow()
        .heading(kind.empty() ? Markup(words.cost_what) : kind)
        .cell(amount.empty() ? not_said : amount, "amount")
        .cell(together(view.leaf(about), details));
}

}  // namespace

Markup cost_table(NodeView& view, const Value& node, std::string_view property) {
    const auto& words = credential_texts(view.texts());
    Table table(words.costs_caption, "costs");
    table.columns({words.cost_what, words.cost_amount, words.cost_details});
    std::size_t count = 0;
    for (const auto* profile : view.graph().things(node, property)) {
        if (++count > NodeView::values_shown_max || view.is_full()) break;
        table.add(row_of(view, *profile));
    }
    return table.empty() ? Markup() : table.markup();
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
