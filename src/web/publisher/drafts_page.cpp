#include "web/fragments.h"
#include "web/paging.h"
#include "web/publisher/publisher.h"
#include "web/table.h"
#include "web/texts/refusals.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using http::Response;

// What the list is narrowed to, as the query says it.
struct Narrowing {
    std::string text;
    std::string standing;
    bool with_problems = false;
};

Narrowing narrowing_of(const Visit& visit) {
    return {.text = visit.parameter("find"),
            .standing = visit.parameter("standing"),
            .with_problems = !visit.parameter("problems").empty()};
}

std::string path_of_page(const Desk& desk, const Narrowing& by, std::int64_t page) {
    return path_with(desk.list_path(), {{"page", std::to_string(page)},
                                        {"find", by.text},
                                        {"standing", by.standing},
                                        {"problems", by.with_problems ? "yes" : ""}});
}

std::vector<Option> standings(const Texts& texts) {
    return {{"", texts.drafts_standing_any},
            {name_of(DraftStanding::editing), texts.standing_editing},
            {name_of(DraftStanding::approved), texts.standing_approved},
            {name_of(DraftStanding::published), texts.standing_published},
            {name_of(DraftStanding::returned), texts.standing_returned},
            {name_of(DraftStanding::unpublished), texts.standing_unpublished}};
}

Markup narrowing_form(const Desk& desk, const Narrowing& by) {
    const auto& texts = desk.texts();
    const auto options = standings(texts);
    return element(
        "form", {{"method", "get"}, {"action", desk.list_path()}, {"class", "choices narrowing"}},
        field_markup({.name = "find",
                      .label = texts.drafts_find_label,
                      .type = "search",
                      .value = by.text,
                      .required = false},
                     {}),
        choices_markup({.name = "standing",
                        .label = texts.drafts_standing_label,
                        .options = options,
                        .chosen = by.standing}),
        tick_markup("problems", texts.drafts_problems_label, by.with_problems),
        button(texts.drafts_find, "second"));
}

std::string type_text(const Desk& desk, const Draft& draft) {
    const auto& texts = desk.texts();
    return std::string(draft.type.empty() ? one_text(texts, desk.kind)
                                          : term_label(texts, draft.type));
}

// What can be approved and published; locations are only referred to.
bool is_public_kind(const Desk& desk) {
    return desk.kind != ctdl::templates::Kind::locations;
}

Markup tick(const Desk& desk, const Draft& draft, std::string_view name) {
    const auto label = filled_plain(desk.texts().drafts_choose, {{"name", name}});
    const auto id = "choose-" + draft.ctid.text();
    const bool can_be_chosen =
        draft.standing != DraftStanding::published && draft.standing != DraftStanding::approved;
    if (!can_be_chosen) return {};
    return together(
        element(
            "input",
            {{"type", "checkbox"}, {"name", "draft"}, {"id", id}, {"value", draft.ctid.text()}}),
        element("label", {{"for", id}, {"class", "unseen"}}, label));
}

TableRow row(const Desk& desk, const Draft& draft) {
    const auto& texts = desk.texts();
    const auto name = draft.name.empty() ? std::string(texts.draft_unnamed) : draft.name;
    const auto count =
        draft.problem_count == 0 ? std::string() : std::to_string(draft.problem_count);
    TableRow row;
    if (desk.may_write && is_public_kind(desk)) row.cell(tick(desk, draft, name), "tick");
    row.heading(element("a", {{"href", desk.draft_path(draft.ctid)}}, name_markup(name)))
        .cell(name_markup(draft.external_identifier))
        .cell(type_text(desk, draft));
    if (is_public_kind(desk)) row.cell(standing_tag(texts, draft));
    return row.cell(count).cell(day(texts, draft.updated_at));
}

Markup table(const Desk& desk, const cartulary::Page<Draft>& drafts, const Slice& slice) {
    const auto& texts = desk.texts();
    Table table(range_text(texts.drafts_caption, slice, drafts.items.size(), drafts.total), "list",
                Table::Caption::seen);
    if (desk.may_write && is_public_kind(desk)) table.columns({texts.column_choose});
    table.columns({texts.column_draft, texts.column_identifier, texts.column_type});
    if (is_public_kind(desk)) table.columns({texts.column_draft_standing});
    table.columns({texts.column_problems, texts.column_changed});
    for (const auto& draft : drafts.items) table.add(row(desk, draft));
    return table.markup();
}

// What can be done about what is listed.
Markup doings(const Desk& desk) {
    const auto& texts = desk.texts();
    const auto one = one_text(texts, desk.kind);
    const auto new_one = filled_plain(texts.publisher_new, {{"one", one}});
    return element("p", {{"class", "choices"}},
                   link_to(desk.list_path() + "/new", new_one, "button"),
                   link_to(desk.bulk_path(), texts.publisher_table, "button second"));
}

Markup approvable(const Desk& desk, const Markup& rows) {
    const auto& texts = desk.texts();
    if (!desk.may_write || !is_public_kind(desk)) return rows;
    return together(
        desk.visit.form(
            desk.list_path() + "/approve",
            together(rows, element("p", {{"class", "hint"}}, texts.drafts_approve_about),
                     element("div", {{"class", "choices"}}, button(texts.drafts_approve)))),
        desk.visit.form(desk.list_path() + "/approve-all",
                        button(texts.drafts_approve_all, "second")));
}

Response show(Desk& desk) {
    const auto& texts = desk.texts();
    const auto by = narrowing_of(desk.visit);
    const auto slice = slice_of(desk.visit.parameter("page"));
    const auto drafts = desk.operations.drafts.list(desk.caller, desk.organization,
                                                    {.kind = desk.kind,
                                                     .standing = parse_draft_standing(by.standing),
                                                     .text = by.text,
                                                     .with_problems = by.with_problems},
                                                    slice);
    if (!drafts) return desk.visit.refuse(drafts.error());
    const bool is_narrowed = !by.text.empty() || !by.standing.empty() || by.with_problems;
    const auto rows =
        drafts->items.empty()
            ? element("p", {}, is_narrowed ? texts.drafts_none_match : texts.drafts_none)
            : approvable(desk, table(desk, *drafts, slice));
    const auto kind = kind_text(texts, desk.kind);
    const auto back =
        filled_plain(texts.back_to_publisher, {{"organization", desk.organization_name}});
    return desk.visit.page(
        200, {.title = filled_plain(texts.drafts_title,
                                    {{"kind", kind}, {"organization", desk.organization_name}}),
              .section = Section::dashboard,
              .wide = true,
              .content = together(
                  element("p", {}, link_to(desk.publisher_path(), back)),
                  desk.may_write ? doings(desk) : Markup(), narrowing_form(desk, by), rows,
                  pages_markup(texts, slice, drafts->total,
                               [&](std::int64_t page) { return path_of_page(desk, by, page); }))});
}

// What was approved and what was not, with the reasons.
Response done(Desk& desk, const Result<Drafts::Done>& done) {
    const auto& texts = desk.texts();
    if (!done) return desk.visit.refuse(done.error());
    Markup left;
    for (const auto& [ctid, name, error] : done->left) {
        left.add(element("li", {},
                         element("a", {{"href", desk.draft_path(ctid)}}, name_markup(name)), ": ",
                         refusal_text(texts, error.message)));
    }
    const auto count = std::to_string(done->count);
    const auto left_count = std::to_string(done->left_count);
    const auto kind = kind_text(texts, desk.kind);
    return desk.visit.page(
        200,
        {.title = std::string(texts.approved_title),
         .section = Section::dashboard,
         .content = together(
             element("p", {{"class", "lead"}},
                     filled_plain(texts.approved_some, {{"count", count}})),
             done->left_count == 0
                 ? Markup()
                 : element("p", {}, filled_plain(texts.approved_left, {{"count", left_count}})),
             list_section(texts.approved_left_title, "parts", left),
             element(
                 "p", {},
                 link_to(desk.list_path(), filled_plain(texts.back_to_list, {{"kind", kind}}))))});
}

Response approve(Desk& desk) {
    std::vector<Ctid> chosen;
    for (const auto& text : desk.visit.fields("draft")) {
        if (const auto ctid = Ctid::parse(text)) chosen.push_back(*ctid);
    }
    return done(desk, desk.operations.drafts.approve(desk.caller, desk.organization, chosen));
}

Response approve_all(Desk& desk) {
    return done(desk,
                desk.operations.drafts.approve_all(desk.caller, desk.organization, desk.kind));
}

}  // namespace

std::vector<http::Route> drafts_page_routes(const Desks& desks) {
    return {desks.page("/{kind}", "listDrafts", show),
            desks.form("/{kind}/approve", "approveDrafts", http::Cost::slow, approve),
            desks.form("/{kind}/approve-all", "approveAllDrafts", http::Cost::slow, approve_all)};
}

}  // namespace cartulary::web
