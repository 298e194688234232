#include "web/publisher/draft_page.h"

#include <algorithm>

#include "web/fragments.h"
#include "web/publisher/field_control.h"
#include "web/tabs.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Kind;
using http::Response;

bool is_error(const ctdl::Problem& problem) {
    return problem.severity == ctdl::Problem::Severity::error;
}

std::int64_t errors_in(const Desk& desk, const ctdl::Problems& problems, FormSection section) {
    return std::ranges::count_if(problems, [&](const ctdl::Problem& problem) {
        return is_error(problem) && section_of(desk.of(), problem) == section;
    });
}

Markup sections_navigation(const DraftShown& shown) {
    const auto& [desk, judged, section, problems, rival, is_refused] = shown;
    const auto& texts = desk.texts();
    std::vector<Tab> tabs;
    for (const auto each : sections_of(desk.of())) {
        const auto count = errors_in(desk, judged.problems, each);
        const auto words = section_text(texts, each);
        const auto number = std::to_string(count);
        auto label = count == 0 ? std::string(words)
                                : filled_plain(texts.draft_section_problems,
                                               {{"section", words}, {"count", number}});
        tabs.push_back(
            {section_path(desk, judged.draft.ctid, each), std::move(label), each == section});
    }
    return tabs_markup(texts.draft_sections, tabs);
}

std::string standing_sentence(const Desk& desk, const Drafts::Judged& judged) {
    const auto& texts = desk.texts();
    const auto& draft = judged.draft;
    switch (draft.standing) {
        case DraftStanding::approved: return std::string(texts.draft_approved_about);
        case DraftStanding::published: return std::string(texts.draft_published_about);
        case DraftStanding::returned:
            return filled_plain(texts.draft_returned_about, {{"reason", draft.reason}});
        case DraftStanding::unpublished: return std::string(texts.draft_unpublished_about);
        case DraftStanding::editing: break;
    }
    if (desk.kind == Kind::locations) return std::string(texts.draft_location_about);
    if (draft.problem_count > 0) {
        return counted(texts, texts.draft_incomplete, draft.problem_count);
    }
    return std::string(draft.published_version ? texts.draft_changed_about : texts.draft_complete);
}

// Problems that no form shows: of other sections, and of the whole.
Markup problems_elsewhere(const DraftShown& shown) {
    const auto& [desk, judged, section, problems, rival, is_refused] = shown;
    Markup entries;
    for (const auto& problem : judged.problems) {
        const auto where = section_of(desk.of(), problem);
        if (!is_error(problem) || where == section) continue;
        const auto sentence = sentence_of(desk.texts(), desk.of(), problem);
        entries.add(where
                        ? element("li", {},
                                  link_to(section_path(desk, judged.draft.ctid, *where), sentence))
                        : element("li", {}, sentence));
    }
    return list_section(desk.texts().draft_elsewhere, "parts", entries);
}

bool can_be_approved(const Desk& desk, const Draft& draft) {
    return desk.kind != Kind::locations && draft.problem_count == 0 &&
           draft.standing != DraftStanding::approved && draft.standing != DraftStanding::published;
}

Markup doings(const DraftShown& shown) {
    const auto& desk = shown.desk;
    const auto& texts = desk.texts();
    const auto& draft = shown.judged.draft;
    const auto path = desk.draft_path(draft.ctid);
    const auto version = hidden_field("version", std::to_string(draft.version));
    Markup entries;
    if (can_be_approved(desk, draft)) {
        entries.add(desk.visit.form(path + "/approve", button(texts.draft_approve)));
    }
    if (desk.kind != Kind::locations) {
        entries.add(link_to(path + "/preview", texts.draft_preview, "button second"));
    }
    if (draft.published_version) {
        entries.add(
            link_to("/resources/" + draft.ctid.text(), texts.draft_public_page, "button second"));
    }
    entries.add(desk.visit.form(path + "/copy", button(texts.draft_copy, "second")));
    if (draft.published_version) {
        entries.add(link_to(path + "/unpublish", texts.draft_unpublish, "button second"));
    } else {
        entries.add(link_to(path + "/discard", texts.draft_discard, "button second"));
    }
    return together(element("h2", {}, texts.draft_actions),
                    element("div", {{"class", "choices"}}, entries));
}

Markup rival_markup(const DraftShown& shown) {
    if (!shown.rival) return {};
    const auto& desk = shown.desk;
    const auto path = section_path(desk, shown.judged.draft.ctid, shown.section);
    return element("p", {{"class", "standing over"}, {"role", "alert"}},
                   filled(desk.texts().draft_rival,
                          {{"theirs", link_to(path, desk.texts().draft_rival_link)}}));
}

Markup identifier_field(const Desk& desk, const Draft& draft, const Problems& problems) {
    const auto words = field_words(desk.texts(), ctdl::templates::external_identifier_field);
    const auto label = filled_plain(desk.texts().field_optional, {{"field", words.label}});
    return field_markup({.name = ctdl::templates::external_identifier_field,
                         .label = label,
                         .value = draft.external_identifier,
                         .hint = words.hint,
                         .required = false},
                        problems);
}

Markup section_form(const DraftShown& shown) {
    const auto& [desk, judged, section, problems, rival, is_refused] = shown;
    const auto& texts = desk.texts();
    const auto fields = section_markup(texts, desk.of(), section, judged.entry, problems);
    if (!desk.may_write) {
        return element("fieldset", {{"class", "bare"}, {"disabled"}},
                       element("legend", {}, section_text(texts, section)), fields);
    }
    const auto identifier =
        section == FormSection::minimum ? identifier_field(desk, judged.draft, problems) : Markup();
    return desk.visit.form(section_path(desk, judged.draft.ctid, section),
                           together(hidden_field("version", std::to_string(judged.draft.version)),
                                    fields, identifier, button(texts.draft_save)));
}

}  // namespace

std::string section_path(const Desk& desk, const Ctid& draft, FormSection section) {
    return desk.draft_path(draft) + "/" + std::string(name_of(section));
}

std::string name_of(const Desk& desk, const Draft& draft) {
    return draft.name.empty() ? std::string(desk.texts().draft_unnamed) : draft.name;
}

Markup list_link(const Desk& desk) {
    const auto kind = kind_text(desk.texts(), desk.kind);
    return element(
        "p", {},
        link_to(desk.list_path(), filled_plain(desk.texts().back_to_list, {{"kind", kind}})));
}

Response draft_page(const DraftShown& shown) {
    const auto& desk = shown.desk;
    const auto& texts = desk.texts();
    const auto standing = element("p", {{"class", "lead"}}, standing_tag(texts, shown.judged.draft),
                                  " ", standing_sentence(desk, shown.judged));
    Page page{.title = name_of(desk, shown.judged.draft),
              .section = Section::dashboard,
              .wide = true,
              .content = together(list_link(desk), standing, rival_markup(shown),
                                  summary_markup(texts.form_problems_title, shown.problems),
                                  sections_navigation(shown),
                                  element("h2", {}, section_text(texts, shown.section)),
                                  section_form(shown), problems_elsewhere(shown),
                                  desk.may_write ? doings(shown) : Markup())};
    if (shown.rival) return desk.visit.page(409, std::move(page));
    return desk.visit.form_page(std::move(page), shown.is_refused ? shown.problems : Problems());
}

namespace {

// Problems of a draft are shown beside the fields also when nothing was sent.
Response show(Desk& desk, FormSection section) {
    const auto ctid = draft_in(desk);
    if (!ctid) return desk.visit.refuse(404, desk.texts().draft_unknown);
    auto judged = desk.operations.drafts.get(desk.caller, desk.organization, *ctid);
    if (!judged) return desk.visit.refuse(judged.error());
    const auto problems = problems_in_section(desk.texts(), desk.of(), section, judged->problems);
    return draft_page({.desk = desk, .judged = *judged, .section = section, .problems = problems});
}

Response show_first(Desk& desk) {
    return show(desk, FormSection::minimum);
}

Response show_section(Desk& desk) {
    const auto section = parse_section(desk.of(), desk.visit.request().path_parameter("section"));
    if (!section) return desk.visit.refuse(404, desk.texts().draft_unknown);
    return show(desk, *section);
}

}  // namespace

std::vector<http::Route> draft_page_routes(const Desks& desks) {
    return {desks.page("/{kind}/{draft}", "showDraft", show_first),
            desks.page("/{kind}/{draft}/{section}", "showDraftSection", show_section)};
}

}  // namespace cartulary::web
