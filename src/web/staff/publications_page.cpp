#include "operations/account_mails.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/resource_view.h"
#include "web/staff/staff_page.h"
#include "web/table.h"
#include "web/texts/refusals.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using http::Response;
using Waiting = Drafts::Waiting;

std::string draft_path(const Ctid& ctid) {
    return std::string(staff_publications_path) + "/" + ctid.text();
}

Markup organization_link(const Waiting& waiting) {
    return element("a", {{"href", staff_organization_path(waiting.organization)}},
                   name_markup(waiting.organization_name));
}

Markup left_markup(const Texts& texts, const Drafts::Done& done) {
    if (done.left_count == 0) return {};
    Markup entries;
    for (const auto& [ctid, name, error] : done.left) {
        entries.add(element(
            "li", {},
            filled(texts.staff_left, {{"name", name_markup(name.empty() ? ctid.text() : name)},
                                      {"problem", Markup(refusal_text(texts, error.message))}})));
    }
    const auto left = number_text(texts, done.left_count);
    const auto count = number_text(texts, done.count);
    const auto title = filled_plain(texts.staff_drafts_left, {{"left", left}, {"count", count}});
    return element("div", {{"class", "summary"}, {"role", "alert"}}, element("h2", {}, title),
                   element("ul", {}, entries));
}

Markup box(const Texts& texts, const Draft& draft) {
    const auto label = filled_plain(texts.staff_choose, {{"name", draft.name}});
    return element("input", {{"type", "checkbox"},
                             {"name", "draft"},
                             {"value", draft.ctid.text()},
                             {"aria-label", label}});
}

Markup table(const Texts& texts, const std::vector<Waiting>& all) {
    Table table(texts.staff_publications);
    table.columns({texts.staff_column_name, texts.staff_column_choose, texts.staff_column_type,
                   texts.column_organization, texts.staff_column_since});
    for (const auto& waiting : all) {
        const auto& draft = waiting.draft;
        table.row(element("a", {{"href", draft_path(draft.ctid)}}, name_markup(draft.name)),
                  box(texts, draft), name_markup(term_label(texts, draft.type)),
                  organization_link(waiting),
                  day(texts, draft.waits_since.value_or(draft.updated_at)));
    }
    return table.markup();
}

Response list(Visit& visit, Drafts& drafts, const Drafts::Done& done = {}) {
    const auto& texts = visit.texts();
    const auto slice = slice_of(visit.parameter("page"));
    const auto waiting = drafts.waiting(visit.actor(), slice);
    if (!waiting) return visit.refuse(waiting.error());
    auto content = left_markup(texts, done);
    const std::string path = staff_publications_path;
    if (waiting->items.empty()) {
        content.add(element("p", {{"class", "lead"}}, texts.staff_nothing_waits));
    } else {
        content.add(visit.form(path + "/publish", together(table(texts, waiting->items),
                                                           button(texts.staff_publish_button))));
        content.add(pages_markup(texts, slice, waiting->total, path));
    }
    return visit.page(done.left_count == 0 ? 200 : 409,
                      staff_page(texts, path, std::string(texts.staff_publications), content));
}

Response publish(Visit& visit, Drafts& drafts) {
    std::vector<Ctid> chosen;
    for (const auto& text : visit.fields("draft")) {
        if (const auto ctid = Ctid::parse(text)) chosen.push_back(*ctid);
    }
    if (chosen.empty()) return visit.refuse(422, visit.texts().staff_none_chosen);
    const auto done = drafts.publish(visit.actor(), chosen);
    if (!done) return visit.refuse(done.error());
    if (done->left_count > 0) return list(visit, drafts, *done);
    return visit.go_to(staff_publications_path, Notice::drafts_published);
}

Markup problems_markup(const Texts& texts, const ctdl::Problems& problems) {
    Markup entries;
    for (const auto& problem : problems) {
        entries.add(element("li", {}, name_markup(problem.path), " ",
                            name_markup(refusal_text(texts, problem.text))));
    }
    return list_section(texts.staff_draft_problems, "parts", entries);
}

Markup send_back_form(const Visit& visit, const Ctid& ctid, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto reason = visit.field("reason");
    const auto fields = together(text_area({.name = "reason",
                                            .label = texts.staff_reason,
                                            .value = reason,
                                            .hint = texts.staff_send_back_hint},
                                           problems),
                                 button(texts.staff_send_back_button, "second"));
    return together(element("h2", {}, texts.staff_send_back_title),
                    visit.form(draft_path(ctid) + "/send-back", fields));
}

Response show(Visit& visit, Drafts& drafts, const Ctid& ctid, const Problems& problems = {}) {
    const auto& texts = visit.texts();
    const auto reviewed = drafts.review(visit.actor(), ctid);
    if (!reviewed) return visit.refuse(reviewed.error());
    const auto& [waiting, preview] = *reviewed;
    const auto& draft = waiting.draft;
    const auto about = Details()
                           .add(texts.column_organization, organization_link(waiting))
                           .add(texts.staff_column_type, term_label(texts, draft.type))
                           .add(texts.staff_ctid, ctid.text())
                           .add(texts.staff_column_since,
                                moment(texts, draft.waits_since.value_or(draft.updated_at)));
    const auto publish_form =
        visit.form(std::string(staff_publications_path) + "/publish",
                   together(hidden_field("draft", ctid.text()), button(texts.staff_publish_one)));
    const auto content =
        together(summary_markup(texts.form_problems_title, problems), about.markup(),
                 problems_markup(texts, preview.problems), publish_form,
                 send_back_form(visit, ctid, problems),
                 element("h2", {}, texts.staff_preview_title), resource_view(texts, preview.graph));
    return visit.form_page(staff_page(texts, staff_publications_path, draft.name, content),
                           problems);
}

Response send_back(Visit& visit, Drafts& drafts, const Ctid& ctid) {
    const auto& texts = visit.texts();
    const auto done = drafts.send_back(visit.actor(), ctid, visit.field("reason"));
    if (done) return visit.go_to(staff_publications_path, Notice::draft_sent_back);
    const auto problems = problems_of(texts, done.error(), {{"reason", texts.staff_reason}});
    if (!problems.any()) return visit.refuse(done.error());
    return show(visit, drafts, ctid, problems);
}

// A route whose path names a draft.
using Handler = std::function<Response(Visit&, Drafts&, const Ctid&)>;

Visits::Handler about(Drafts& drafts, Handler handle) {
    return [&drafts, handle = std::move(handle)](Visit& visit) {
        const auto ctid = Ctid::parse(visit.request().path_parameter("ctid"));
        if (!ctid) return visit.refuse(404, visit.texts().staff_draft_unknown);
        return handle(visit, drafts, *ctid);
    };
}

}  // namespace

std::vector<http::Route> staff_publication_routes(const Visits& visits, const StaffDesk& desk) {
    const std::string path = staff_publications_path;
    auto& drafts = desk.drafts;
    const auto show_one = [](Visit& visit, Drafts& of, const Ctid& ctid) {
        return show(visit, of, ctid);
    };
    return {
        visits.staff_page(path, "listWaitingDrafts",
                          [&drafts](Visit& visit) { return list(visit, drafts); }),
        visits.staff_form(path + "/publish", "publishDrafts",
                          [&drafts](Visit& visit) { return publish(visit, drafts); }),
        visits.staff_page(path + "/{ctid}", "showWaitingDraft", about(drafts, show_one)),
        visits.staff_form(path + "/{ctid}/send-back", "sendDraftBack", about(drafts, send_back))};
}

}  // namespace cartulary::web
