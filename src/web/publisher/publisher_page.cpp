#include "web/fragments.h"
#include "web/people_markup.h"
#include "web/publisher/publisher.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Kind;
using http::Response;

Markup kind_card(Desk& desk, Kind kind) {
    const auto& texts = desk.texts();
    desk.kind = kind;
    const auto words = kind_text(texts, kind);
    const auto one = one_text(texts, kind);
    auto links = element(
        "li", {}, link_to(desk.list_path(), filled_plain(texts.publisher_all, {{"kind", words}})));
    if (desk.may_write) {
        links.add(element(
            "li", {},
            link_to(desk.list_path() + "/new", filled_plain(texts.publisher_new, {{"one", one}}))));
        links.add(element("li", {}, link_to(desk.bulk_path(), texts.publisher_table)));
    }
    return element("li", {}, element("h3", {}, words), element("ul", {{"class", "facts"}}, links));
}

Markup counts_table(const Texts& texts, const Drafts::Counts& counts) {
    Table table(texts.publisher_counts, "small");
    table.columns({texts.column_draft_standing, texts.column_count});
    const auto add = [&](std::string_view standing, std::int64_t count) {
        table.row(standing, std::to_string(count));
    };
    add(texts.standing_editing, counts.editing);
    add(texts.standing_returned, counts.returned);
    add(texts.standing_approved, counts.approved);
    add(texts.standing_published, counts.published);
    add(texts.standing_unpublished, counts.unpublished);
    return table.markup();
}

Markup own_part(const Desk& desk) {
    if (!desk.may_write) return {};
    const auto& texts = desk.texts();
    return together(element("h2", {}, texts.publisher_own),
                    element("p", {},
                            filled(texts.publisher_own_about,
                                   {{"organization", name_markup(desk.organization_name)}})),
                    desk.visit.form(desk.publisher_path() + "/own",
                                    button(texts.publisher_own_button, "second")));
}

Response show(Desk& desk) {
    const auto& texts = desk.texts();
    const auto counts = desk.operations.drafts.count(desk.caller, desk.organization);
    if (!counts) return desk.visit.refuse(counts.error());
    const auto* part = desk.visit.actor().part_in(desk.organization);
    const bool waits = part && part->status != OrganizationStatus::approved;
    Markup kinds;
    for (const auto kind : {Kind::credentials, Kind::learning_opportunities, Kind::assessments,
                            Kind::locations, Kind::organizations}) {
        kinds.add(kind_card(desk, kind));
    }
    return desk.visit.page(
        200,
        {.title = filled_plain(texts.publisher_title, {{"organization", desk.organization_name}}),
         .section = Section::dashboard,
         .content = together(
             element("p", {{"class", "lead"}}, texts.publisher_about),
             waits ? element("p", {{"class", "standing over"}}, texts.publisher_not_approved)
                   : Markup(),
             element("h2", {}, texts.publisher_steps), counts_table(texts, *counts),
             element("h2", {}, texts.publisher_kinds),
             element("ul", {{"class", "interfaces"}}, kinds), own_part(desk))});
}

}  // namespace

std::vector<http::Route> publisher_page_routes(const Desks& desks) {
    return {desks.page("", "showPublisher", show)};
}

}  // namespace cartulary::web
