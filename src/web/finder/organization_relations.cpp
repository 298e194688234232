#include "web/finder/organization_relations.h"

#include "web/finder/relation_drawing.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using Words = OrganizationPageTexts;

constexpr ClaimKind relation_kinds[] = {
    {.label = &Words::part_of,
     .here = "ceterms:parentOrganization",
     .there = "ceterms:subOrganization",
     .drawn = &Words::part_of,
     .is_above = true},
    {.label = &Words::department_of,
     .here = {},
     .there = "ceterms:department",
     .drawn = &Words::department_of,
     .is_above = true},
    {.label = &Words::successor_of,
     .here = "ceterms:supersedes",
     .there = "ceterms:supersededBy",
     .drawn = &Words::successor_of,
     .is_above = true},
    {.label = &Words::succeeded_by,
     .here = "ceterms:supersededBy",
     .there = "ceterms:supersedes",
     .drawn = &Words::succeeded_by},
    {.label = &Words::has_department,
     .here = "ceterms:department",
     .there = {},
     .drawn = &Words::has_department},
    {.label = &Words::has_part,
     .here = "ceterms:subOrganization",
     .there = "ceterms:parentOrganization",
     .drawn = &Words::has_part},
};

Markup entry_of(const ShownResource& shown, const Claim& claim) {
    const auto& words = organization_page_texts(shown.texts());
    const auto link = claim_link(shown.texts(), claim);
    if (claim.said_here) return element("li", {}, link);
    return element("li", {}, link, " ",
                   element("span", {{"class", "hint"}}, "(", words.says_other_alone, ")"));
}

// The names of one relation after the other.
Markup list_of(const ShownResource& shown, const Claims& relations) {
    const auto& words = organization_page_texts(shown.texts());
    Details details;
    for (const auto& kind : relation_kinds) {
        Markup entries;
        for (const auto& claim : relations.items) {
            if (claim.kind == &kind) entries.add(entry_of(shown, claim));
        }
        if (entries.empty()) continue;
        details.add(words.*kind.label, element("ul", {{"class", "values"}}, entries));
    }
    return together(details.markup(), more_markup(shown.texts(), relations));
}

Neighbour neighbour_of(const Words& words, const Claim& claim) {
    auto name = claim.name.text;
    if (name.empty()) name = claim.ctid ? claim.ctid->text() : claim.address;
    return {.relation = words.*claim.kind->drawn,
            .name = std::move(name),
            .path = claim.ctid ? resource_path(*claim.ctid) : "",
            .is_above = claim.kind->is_above};
}

}  // namespace

Claims relations_of(const ShownResource& shown) {
    return claims_of(shown, relation_kinds);
}

Markup relations_markup(const ShownResource& shown, const Claims& relations,
                        const Claims& vouched) {
    if (relations.items.empty() && vouched.items.empty()) return {};
    const auto& words = organization_page_texts(shown.texts());
    std::vector<Neighbour> neighbours;
    for (const auto* claims : {&relations, &vouched}) {
        for (const auto& claim : claims->items) neighbours.push_back(neighbour_of(words, claim));
    }
    return together(
        element("h2", {}, words.relations),
        element("div", {{"class", "related"}}, element("div", {}, list_of(shown, relations)),
                relation_drawing(title_of(shown).text, neighbours)));
}

}  // namespace cartulary::web
