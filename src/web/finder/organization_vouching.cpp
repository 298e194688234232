#include "web/finder/organization_vouching.h"

#include "web/fragments.h"

namespace cartulary::web {

namespace {

using Words = OrganizationPageTexts;

constexpr ClaimKind vouched_kinds[] = {
    {.label = &Words::accredited,
     .here = "ceterms:accreditedBy",
     .there = "ceterms:accredits",
     .profile_here = "ceterms:accreditedIn",
     .drawn = &Words::accredited_by,
     .is_above = true},
    {.label = &Words::approved,
     .here = "ceterms:approvedBy",
     .there = "ceterms:approves",
     .profile_here = "ceterms:approvedIn",
     .drawn = &Words::approved_by,
     .is_above = true},
    {.label = &Words::recognized,
     .here = "ceterms:recognizedBy",
     .there = "ceterms:recognizes",
     .profile_here = "ceterms:recognizedIn",
     .drawn = &Words::recognized_by,
     .is_above = true},
    {.label = &Words::regulated,
     .here = "ceterms:regulatedBy",
     .there = "ceterms:regulates",
     .profile_here = "ceterms:regulatedIn",
     .drawn = &Words::regulated_by,
     .is_above = true},
};
constexpr ClaimKind vouches_kinds[] = {
    {&Words::accredited, "ceterms:accredits", "ceterms:accreditedBy", {}, "ceterms:accreditedIn"},
    {&Words::approved, "ceterms:approves", "ceterms:approvedBy", {}, "ceterms:approvedIn"},
    {&Words::recognized, "ceterms:recognizes", "ceterms:recognizedBy", {}, "ceterms:recognizedIn"},
    {&Words::regulated, "ceterms:regulates", "ceterms:regulatedBy", {}, "ceterms:regulatedIn"},
};

Markup who_says(const Words& words, const Claim& claim) {
    if (claim.said_here && claim.said_there) {
        return element("span", {{"class", "tag good"}}, words.says_both);
    }
    return Markup(claim.said_here ? words.says_itself : words.says_other);
}

struct Table {
    std::string_view title;
    std::string_view caption;
    std::string_view others_column;
};

Markup table_of(const ShownResource& shown, const Table& table, const Claims& claims) {
    if (claims.items.empty()) return {};
    const auto& words = organization_page_texts(shown.texts());
    const auto heading = [](std::string_view text) {
        return element("th", {{"scope", "col"}}, text);
    };
    Markup rows;
    for (const auto& claim : claims.items) {
        rows.add(element("tr", {}, element("td", {}, words.*claim.kind->label),
                         element("th", {{"scope", "row"}}, claim_link(shown.texts(), claim)),
                         element("td", {}, who_says(words, claim))));
    }
    return together(
        element("h2", {}, table.title),
        element("table", {{"class", "vouching"}}, element("caption", {}, table.caption),
                element("thead", {},
                        element("tr", {}, heading(words.column_how), heading(table.others_column),
                                heading(words.column_says))),
                element("tbody", {}, rows)),
        more_markup(shown.texts(), claims));
}

}  // namespace

Vouching vouching_of(const ShownResource& shown) {
    return {claims_of(shown, vouched_kinds), claims_of(shown, vouches_kinds)};
}

Markup vouching_markup(const ShownResource& shown, const Vouching& vouching) {
    const auto& words = organization_page_texts(shown.texts());
    return together(
        table_of(shown, {words.vouched, words.vouched_caption, words.column_by}, vouching.vouched),
        table_of(shown, {words.vouches, words.vouches_caption, words.column_what},
                 vouching.vouches));
}

}  // namespace cartulary::web
