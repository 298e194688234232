#include "web/fragments.h"
#include "web/publisher/bulk_markup.h"
#include "web/table.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Kind;
using http::Response;

constexpr auto file_field = "file";
constexpr int locations_shown_max = 50;

Markup step(std::string_view title, const Markup& content) {
    return element("section", {{"class", "step"}}, element("h2", {}, title), content);
}

Markup locations_part(const Desk& desk) {
    const auto& texts = desk.texts();
    if (desk.kind == Kind::locations || desk.kind == Kind::organizations) return {};
    const auto locations =
        desk.operations.drafts.list(desk.caller, desk.organization, {.kind = Kind::locations},
                                    {.offset = 0, .count = locations_shown_max});
    Markup entries;
    if (locations) {
        for (const auto& location : locations->items) {
            const auto& known_by = location.external_identifier.empty()
                                       ? location.ctid.text()
                                       : location.external_identifier;
            entries.add(
                element("li", {}, element("code", {}, known_by), " ", name_markup(location.name)));
        }
    }
    if (entries.empty()) return element("p", {}, texts.bulk_locations_none);
    return together(element("p", {}, texts.bulk_locations),
                    element("ul", {{"class", "parts"}}, entries));
}

Markup organization_step(const Desk& desk) {
    const auto& texts = desk.texts();
    const auto about = filled(texts.bulk_step_organization_about,
                              {{"organization", name_markup(desk.organization_name)},
                               {"ctid", element("code", {}, desk.organization.ctid())}});
    return step(texts.bulk_step_organization,
                together(element("p", {}, about), locations_part(desk)));
}

Markup template_step(const Desk& desk) {
    const auto& texts = desk.texts();
    const auto kind = kind_text(texts, desk.kind);
    return step(texts.bulk_step_template,
                element("ul", {{"class", "parts"}},
                        element("li", {},
                                link_to(desk.list_path() + "/template.csv",
                                        filled_plain(texts.bulk_template_link, {{"kind", kind}}))),
                        element("li", {},
                                link_to(desk.list_path() + "/all.csv",
                                        filled_plain(texts.bulk_all_link, {{"kind", kind}})))));
}

Markup file_step(const Desk& desk, const Problems& problems) {
    const auto& texts = desk.texts();
    if (!desk.may_write) {
        return step(texts.bulk_step_choose, element("p", {}, texts.publisher_look_only));
    }
    const auto form = desk.visit.file_form(desk.bulk_path(),
                                           together(field_markup({.name = file_field,
                                                                  .label = texts.bulk_file_label,
                                                                  .type = "file",
                                                                  .hint = texts.bulk_file_hint},
                                                                 problems),
                                                    button(texts.bulk_upload_button)));
    return step(texts.bulk_step_choose, form);
}

Markup approve_step(const Desk& desk) {
    const auto& texts = desk.texts();
    const auto kind = kind_text(texts, desk.kind);
    const auto list = link_to(desk.list_path(), filled_plain(texts.back_to_list, {{"kind", kind}}));
    return step(texts.bulk_step_approve,
                element("p", {}, filled(texts.bulk_step_approve_about, {{"list", list}})));
}

Markup uploads_part(const Desk& desk) {
    const auto& texts = desk.texts();
    const auto uploads = desk.operations.bulk_uploads.list(desk.caller, desk.organization);
    const auto kind = ctdl::templates::name_of(desk.kind);
    Table table(texts.bulk_uploads);
    table.columns(
        {texts.column_file, texts.column_uploaded, texts.column_upload_state, texts.column_rows});
    if (uploads) {
        for (const auto& upload : *uploads) {
            if (upload.kind != kind) continue;
            const auto path = upload_path(desk, upload.id);
            table.row(element("a", {{"href", path}}, name_markup(upload.file_name)),
                      day(texts, upload.created_at), state_text(texts, upload.state),
                      std::to_string(upload.rows_read));
        }
    }
    if (table.empty()) return {};
    return together(element("h2", {}, texts.bulk_uploads), table.markup());
}

Response page(Desk& desk, const Problems& problems) {
    const auto& texts = desk.texts();
    const auto kind = kind_text(texts, desk.kind);
    return desk.visit.form_page(
        {.title = filled_plain(texts.bulk_title, {{"kind", kind}}),
         .section = Section::dashboard,
         .content =
             together(element("p", {},
                              link_to(desk.publisher_path(),
                                      filled_plain(texts.back_to_publisher,
                                                   {{"organization", desk.organization_name}}))),
                      summary_markup(texts.form_problems_title, problems), organization_step(desk),
                      template_step(desk),
                      step(texts.bulk_step_fill, element("p", {}, texts.bulk_step_fill_about)),
                      file_step(desk, problems), approve_step(desk), uploads_part(desk))},
        problems);
}

Response show(Desk& desk) {
    return page(desk, {});
}

Response upload(Desk& desk) {
    const auto* file = desk.visit.file(file_field);
    Problems problems;
    if (!file) {
        problems.add(file_field, std::string(desk.texts().bulk_file_missing));
        return page(desk, problems);
    }
    const auto begun = desk.operations.bulk_uploads.begin(
        desk.caller, desk.organization,
        {.kind = desk.kind, .name = file->file_name, .bytes = file->body});
    if (begun) return desk.visit.go_to(upload_path(desk, begun->id));
    if (begun.error().kind != ErrorKind::invalid) return desk.visit.refuse(begun.error());
    problems.add(file_field,
                 filled_plain(desk.texts().field_problem,
                              {{"field", desk.texts().bulk_file_label},
                               {"problem", refusal_text(desk.texts(), begun.error().message)}}));
    return page(desk, problems);
}

}  // namespace

std::vector<http::Route> bulk_page_routes(const Desks& desks) {
    auto uploading = desks.form("/{kind}/bulk", "uploadTable", http::Cost::slow, upload);
    uploading.body_bytes_max = bulk_request_bytes_max;
    return {desks.page("/{kind}/bulk", "showBulkUpload", show), std::move(uploading)};
}

}  // namespace cartulary::web
