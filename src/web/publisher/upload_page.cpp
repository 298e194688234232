#include <chrono>

#include "web/fragments.h"
#include "web/paging.h"
#include "web/publisher/bulk_markup.h"
#include "web/publisher/upload_rows.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto look_again_seconds = "2";

std::optional<Uuid> upload_in(const Desk& desk) {
    return Uuid::parse(desk.visit.request().path_parameter("upload"));
}

// While nobody has to do anything the page asks anew, also without scripts.
Markup refresh_markup(const BulkUpload& upload) {
    if (upload.state != BulkState::reading) return {};
    return element("meta", {{"http-equiv", "refresh"}, {"content", look_again_seconds}});
}

std::int64_t percent_read(const BulkUpload& upload) {
    constexpr std::int64_t whole = 100;
    return upload.bytes == 0 ? 0 : upload.bytes_read * whole / upload.bytes;
}

Markup progress(const Desk& desk, const BulkUpload& upload) {
    const auto& texts = desk.texts();
    const auto percent = std::to_string(percent_read(upload));
    const auto rows = number_text(texts, upload.rows_read);
    const auto sentence = filled_plain(texts.upload_reading.form(texts, upload.rows_read),
                                       {{"count", rows}, {"percent", percent}});
    return together(
        element("p", {{"class", "lead"}}, sentence),
        element("progress",
                {{"max", "100"}, {"value", percent}, {"aria-label", texts.upload_progress}},
                sentence),
        element("p", {}, link_to(upload_path(desk, upload.id), texts.upload_look_again)));
}

Markup sum(const Texts& texts, const BulkUpload& upload) {
    const std::chrono::milliseconds took(upload.milliseconds);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(took).count();
    return element("p", {{"class", "lead"}},
                   filled_plain(texts.upload_sum, {{"rows", std::to_string(upload.rows_read)},
                                                   {"things", std::to_string(upload.things)},
                                                   {"added", std::to_string(upload.added)},
                                                   {"updated", std::to_string(upload.updated)},
                                                   {"unchanged", std::to_string(upload.unchanged)},
                                                   {"failed", std::to_string(upload.failed)},
                                                   {"seconds", std::to_string(seconds)}}));
}

// What to do about a table that was read.
Markup decision(const Desk& desk, const BulkUpload& upload) {
    if (!desk.may_write) return {};
    const auto& texts = desk.texts();
    const auto path = upload_path(desk, upload.id);
    const bool all_good = upload.failed == 0;
    const bool some_good = upload.failed < upload.things;
    Markup buttons;
    if (all_good && some_good) {
        buttons.add(desk.visit.form(path + "/save", button(texts.upload_save)));
    }
    if (!all_good && some_good) {
        buttons.add(desk.visit.form(path + "/save", together(hidden_field("good_ones_only", "yes"),
                                                             button(texts.upload_save_good))));
    }
    buttons.add(desk.visit.form(path + "/give-up", button(texts.upload_give_up, "second")));
    const auto about = all_good    ? texts.upload_good
                       : some_good ? texts.upload_bad
                                   : texts.upload_all_bad;
    const auto looks = all_good ? "standing good" : "standing over";
    const auto file =
        all_good ? Markup()
                 : element("p", {}, link_to(path + "/problems.csv", texts.upload_problems_link));
    return together(element("p", {{"class", looks}}, about), file,
                    element("div", {{"class", "choices"}}, buttons));
}

Markup rows_part(const Desk& desk, const BulkUpload& upload) {
    const auto& texts = desk.texts();
    const bool all = desk.visit.parameter("rows") == "all" || upload.failed == 0;
    const auto slice = slice_of(desk.visit.parameter("page"));
    const auto rows =
        desk.operations.bulk_uploads.rows(desk.caller, desk.organization, upload.id, !all, slice);
    if (!rows) return {};
    const auto path = upload_path(desk, upload.id);
    const auto of_page = [&](std::int64_t page) {
        return path + "?page=" + std::to_string(page) + (all ? "&rows=all" : "");
    };
    const auto other = all ? link_to(path, texts.upload_show_bad)
                           : link_to(path + "?rows=all", texts.upload_show_all);
    const auto caption = range_text(texts.drafts_caption, slice, rows->items.size(), rows->total);
    return together(element("h2", {}, all ? texts.upload_show_all : texts.upload_show_bad),
                    upload.failed == 0 ? Markup() : element("p", {}, other),
                    upload_rows(desk, upload.heading, rows->items, caption),
                    pages_markup(texts, slice, rows->total, of_page));
}

Markup content_of(const Desk& desk, const BulkUpload& upload) {
    const auto& texts = desk.texts();
    const auto kind = kind_text(texts, desk.kind);
    const auto list = element(
        "p", {},
        link_to(desk.list_path(), filled_plain(texts.back_to_list, {{"kind", kind}}), "button"));
    switch (upload.state) {
        case BulkState::reading: return progress(desk, upload);
        case BulkState::preview:
            return together(sum(texts, upload), decision(desk, upload), rows_part(desk, upload));
        case BulkState::saved:
            return together(element("p", {{"class", "standing good"}}, texts.upload_saved),
                            sum(texts, upload), list);
        case BulkState::refused:
            return element("p", {{"class", "standing bad"}},
                           filled(texts.upload_refused,
                                  {{"problem", name_markup(refusal_text(texts, upload.problem))}}));
        case BulkState::given_up: return element("p", {{"class", "lead"}}, texts.upload_given_up);
    }
    __builtin_unreachable();
}

Response show(Desk& desk, const Uuid& id) {
    const auto upload = desk.operations.bulk_uploads.get(desk.caller, desk.organization, id);
    if (!upload) return desk.visit.refuse(upload.error());
    const auto& texts = desk.texts();
    const auto kind = kind_text(texts, desk.kind);
    return desk.visit.page(
        200,
        {.title = filled_plain(texts.upload_title, {{"file", upload->file_name}}),
         .section = Section::dashboard,
         .wide = true,
         .content = together(
             element("p", {},
                     link_to(desk.bulk_path(), filled_plain(texts.bulk_title, {{"kind", kind}}))),
             content_of(desk, *upload)),
         .for_software = refresh_markup(*upload)});
}

Response save(Desk& desk, const Uuid& id) {
    const bool good_ones_only = !desk.visit.field("good_ones_only").empty();
    const auto saved =
        desk.operations.bulk_uploads.save(desk.caller, desk.organization, id, good_ones_only);
    if (!saved) return desk.visit.refuse(saved.error());
    return desk.visit.go_to(upload_path(desk, id), Notice::table_saved);
}

Response give_up(Desk& desk, const Uuid& id) {
    const auto done = desk.operations.bulk_uploads.give_up(desk.caller, desk.organization, id);
    if (!done) return desk.visit.refuse(done.error());
    return desk.visit.go_to(desk.bulk_path(), Notice::table_given_up);
}

Desks::Handler about_upload(std::function<Response(Desk&, const Uuid&)> doing) {
    return [doing = std::move(doing)](Desk& desk) {
        const auto id = upload_in(desk);
        if (!id) return desk.visit.refuse(404, desk.texts().draft_unknown);
        return doing(desk, *id);
    };
}

}  // namespace

std::vector<http::Route> bulk_upload_routes(const Desks& desks) {
    return {desks.page("/{kind}/bulk/{upload}", "showUpload", about_upload(show)),
            desks.form("/{kind}/bulk/{upload}/save", "saveUpload", http::Cost::slow,
                       about_upload(save)),
            desks.form("/{kind}/bulk/{upload}/give-up", "giveUpUpload", http::Cost::write,
                       about_upload(give_up))};
}

}  // namespace cartulary::web
