#include "web/fragments.h"
#include "web/publisher/draft_page.h"
#include "web/resource_view.h"

namespace cartulary::web {

namespace {

using http::Response;

Markup problem_list(const Desk& desk, const ctdl::Problems& problems) {
    Markup entries;
    for (const auto& problem : problems) {
        entries.add(element("li", {}, sentence_of(desk.texts(), desk.of(), problem)));
    }
    return entries;
}

Markup content_of(const Desk& desk, const Drafts::Preview& preview) {
    const auto& texts = desk.texts();
    const auto problems = problem_list(desk, preview.problems);
    if (preview.graph.empty()) {
        return together(element("p", {{"class", "lead"}}, texts.preview_none),
                        element("ul", {{"class", "parts"}}, problems));
    }
    return together(element("p", {{"class", "lead"}}, texts.preview_about),
                    resource_view(texts, preview.graph),
                    list_section(texts.preview_warnings, "parts", problems),
                    element("details", {}, element("summary", {}, texts.preview_data),
                            element("pre", {{"tabindex", "0"}}, preview.graph)));
}

Response show(Desk& desk) {
    const auto ctid = draft_in(desk);
    if (!ctid) return desk.visit.refuse(404, desk.texts().draft_unknown);
    auto& drafts = desk.operations.drafts;
    const auto judged = drafts.get(desk.caller, desk.organization, *ctid);
    if (!judged) return desk.visit.refuse(judged.error());
    const auto preview = drafts.preview(desk.caller, desk.organization, *ctid);
    if (!preview) return desk.visit.refuse(preview.error());
    const auto name = name_of(desk, judged->draft);
    return desk.visit.page(
        200, {.title = filled_plain(desk.texts().preview_title, {{"name", name}}),
              .section = Section::dashboard,
              .content = together(element("p", {}, link_to(desk.draft_path(*ctid), name)),
                                  content_of(desk, *preview))});
}

}  // namespace

std::vector<http::Route> draft_preview_routes(const Desks& desks) {
    return {desks.page("/{kind}/{draft}/preview", "previewDraft", show)};
}

}  // namespace cartulary::web
