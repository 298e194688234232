#include <charconv>

#include "ctdl/templates/organization_entry.h"
#include "web/fragments.h"
#include "web/publisher/draft_page.h"
#include "web/publisher/field_control.h"
#include "web/question.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

using ctdl::templates::Kind;
using http::Response;

constexpr auto identifier_field = ctdl::templates::external_identifier_field;

std::int64_t version_sent(const Visit& visit) {
    const auto text = visit.field("version");
    std::int64_t version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

// What an operation refuses, beside the fields of this section.
Problems refused_fields(const Desk& desk, FormSection section, const Error& error) {
    ctdl::Problems problems;
    Problems told;
    for (const auto& [field, problem] : error.fields) {
        if (field == identifier_field) {
            const auto label = field_words(desk.texts(), field).label;
            told.add(field, filled_plain(desk.texts().field_problem,
                                         {{"field", label},
                                          {"problem", refusal_text(desk.texts(), problem)}}));
        }
        problems.push_back({.path = field, .text = problem});
    }
    const auto beside_fields = problems_in_section(desk.texts(), desk.of(), section, problems);
    for (const auto& [name, sentence] : beside_fields.entries()) told.add(name, sentence);
    return told;
}

bool is_rivalry(const Error& error) {
    return error.kind == ErrorKind::conflict && !error.fields.empty() &&
           error.fields.front().field == "version";
}

// --- a new one ----------------------------------------------------------------------------------

Entry proposed(const ctdl::templates::Template& of) {
    Entry entry;
    for (const auto& field : of.fields) {
        if (field.usual.empty() || !ctdl::templates::group_of(field).empty()) continue;
        entry.fields[std::string(field.name)] = {std::string(field.usual)};
    }
    return entry;
}

Response new_page(Desk& desk, const Entry& entry, const Problems& problems) {
    const auto& texts = desk.texts();
    const auto one = one_text(texts, desk.kind);
    const auto words = field_words(texts, identifier_field);
    const auto label = filled_plain(texts.field_optional, {{"field", words.label}});
    const auto identifier = desk.visit.field(identifier_field);
    const auto form = desk.visit.form(
        desk.list_path() + "/new",
        together(section_markup(texts, desk.of(), FormSection::minimum, entry, problems),
                 field_markup({.name = identifier_field,
                               .label = label,
                               .value = identifier,
                               .hint = words.hint,
                               .required = false},
                              problems),
                 button(texts.draft_save)));
    return desk.visit.form_page(
        {.title = filled_plain(texts.draft_new_title, {{"one", one}}),
         .section = Section::dashboard,
         .content = together(
             list_link(desk), summary_markup(texts.form_problems_title, problems),
             element("p", {{"class", "lead"}}, filled_plain(texts.draft_new_about, {{"one", one}})),
             form)},
        problems);
}

Response show_new(Desk& desk) {
    if (!desk.may_write) return desk.visit.refuse(403, desk.texts().publisher_look_only);
    return new_page(desk, proposed(desk.of()), {});
}

Response create(Desk& desk) {
    auto entry = with_section(proposed(desk.of()), desk.of(), FormSection::minimum, desk.visit);
    const auto saved =
        desk.operations.drafts.save(desk.caller, desk.organization,
                                    {.kind = desk.kind,
                                     .external_identifier = desk.visit.field(identifier_field),
                                     .entry = entry});
    if (saved) return desk.visit.go_to(desk.draft_path(saved->draft.ctid), Notice::draft_saved);
    const auto problems = refused_fields(desk, FormSection::minimum, saved.error());
    if (!problems.any()) return desk.visit.refuse(saved.error());
    return new_page(desk, entry, problems);
}

// What the organization's record says, as the beginning of its description.
Result<Entry> entry_of_record(const Desk& desk) {
    BoundedCache kept_nowhere(0);
    const auto text = TRY(desk.operations.organizations.get(
        desk.caller, desk.organization, kept_nowhere, [](const Organization& organization) {
            return text_of(ctdl::templates::entry_of(organization.stated));
        }));
    return ctdl::templates::entry_of_text(*text.text);
}

// The organization's own description: a draft under its own CTID.
Response describe_organization(Desk& desk) {
    desk.kind = Kind::organizations;
    const Ctid own(desk.organization.uuid());
    auto& drafts = desk.operations.drafts;
    if (drafts.get(desk.caller, desk.organization, own)) {
        return desk.visit.go_to(desk.draft_path(own));
    }
    const auto entry = entry_of_record(desk);
    if (!entry) return desk.visit.refuse(entry.error());
    const auto begun = drafts.save(desk.caller, desk.organization,
                                   {.kind = desk.kind, .ctid = own, .entry = *entry});
    if (!begun) return desk.visit.refuse(begun.error());
    return desk.visit.go_to(desk.draft_path(own));
}

// --- changes of one -----------------------------------------------------------------------------

// What was sent is shown again, over what is saved by now.
Response show_rivalry(Desk& desk, FormSection section, const Ctid& ctid) {
    auto theirs = desk.operations.drafts.get(desk.caller, desk.organization, ctid);
    if (!theirs) return desk.visit.refuse(theirs.error());
    theirs->entry = with_section(theirs->entry, desk.of(), section, desk.visit);
    if (section == FormSection::minimum) {
        theirs->draft.external_identifier = desk.visit.field(identifier_field);
    }
    return draft_page({.desk = desk,
                       .judged = *theirs,
                       .section = section,
                       .problems = {},
                       .rival = true,
                       .is_refused = true});
}

Response save(Desk& desk) {
    const auto ctid = draft_in(desk);
    const auto section = parse_section(desk.of(), desk.visit.request().path_parameter("section"));
    if (!ctid || !section) return desk.visit.refuse(404, desk.texts().draft_unknown);
    auto before = desk.operations.drafts.get(desk.caller, desk.organization, *ctid);
    if (!before) return desk.visit.refuse(before.error());
    const auto entry = with_section(before->entry, desk.of(), *section, desk.visit);
    const auto identifier = *section == FormSection::minimum ? desk.visit.field(identifier_field)
                                                             : before->draft.external_identifier;
    const auto saved = desk.operations.drafts.save(desk.caller, desk.organization,
                                                   {.kind = desk.kind,
                                                    .ctid = *ctid,
                                                    .external_identifier = identifier,
                                                    .entry = entry,
                                                    .version = version_sent(desk.visit)});
    if (saved) return desk.visit.go_to(section_path(desk, *ctid, *section), Notice::draft_saved);
    if (is_rivalry(saved.error())) return show_rivalry(desk, *section, *ctid);
    const auto problems = refused_fields(desk, *section, saved.error());
    if (!problems.any()) return desk.visit.refuse(saved.error());
    before->entry = entry;
    return draft_page({.desk = desk,
                       .judged = *before,
                       .section = *section,
                       .problems = problems,
                       .is_refused = true});
}

// Does something about the draft that the path names.
using Doing = std::function<Response(Desk&, const Ctid&)>;
Desks::Handler about_draft(Doing doing) {
    return [doing = std::move(doing)](Desk& desk) {
        const auto ctid = draft_in(desk);
        if (!ctid) return desk.visit.refuse(404, desk.texts().draft_unknown);
        return doing(desk, *ctid);
    };
}

Response approve(Desk& desk, const Ctid& ctid) {
    auto& drafts = desk.operations.drafts;
    const auto done = drafts.approve(desk.caller, desk.organization, std::span(&ctid, 1));
    if (!done) return desk.visit.refuse(done.error());
    if (!done->left.empty()) return desk.visit.refuse(done->left.front().error);
    const auto now = drafts.get(desk.caller, desk.organization, ctid);
    const bool is_public = now && now->draft.standing == DraftStanding::published;
    return desk.visit.go_to(desk.draft_path(ctid),
                            is_public ? Notice::draft_published : Notice::draft_approved);
}

Response copy(Desk& desk, const Ctid& ctid) {
    const auto made = desk.operations.drafts.copy(desk.caller, desk.organization, ctid);
    if (!made) return desk.visit.refuse(made.error());
    return desk.visit.go_to(desk.draft_path(made->ctid), Notice::draft_copied);
}

// Asks before something is done about a draft, at its version that is shown.
Response ask(Desk& desk, const Ctid& ctid, std::string_view title, Question question) {
    const auto judged = desk.operations.drafts.get(desk.caller, desk.organization, ctid);
    if (!judged) return desk.visit.refuse(judged.error());
    question.back_label = desk.texts().draft_keep;
    question.back = desk.draft_path(ctid);
    question.fields = hidden_field("version", std::to_string(judged->draft.version));
    return desk.visit.page(200,
                           {.title = filled_plain(title, {{"name", name_of(desk, judged->draft)}}),
                            .section = Section::dashboard,
                            .content = question_markup(desk.visit, question)});
}

Response ask_unpublish(Desk& desk, const Ctid& ctid) {
    const auto& texts = desk.texts();
    return ask(desk, ctid, texts.draft_unpublish_title,
               {.about = texts.draft_unpublish_about,
                .button = texts.draft_unpublish,
                .action = desk.draft_path(ctid) + "/unpublish"});
}

Response unpublish(Desk& desk, const Ctid& ctid) {
    const auto done = desk.operations.drafts.unpublish(desk.caller, desk.organization, ctid,
                                                       version_sent(desk.visit));
    if (!done) return desk.visit.refuse(done.error());
    return desk.visit.go_to(desk.draft_path(ctid), Notice::draft_unpublished);
}

Response ask_discard(Desk& desk, const Ctid& ctid) {
    const auto& texts = desk.texts();
    return ask(desk, ctid, texts.draft_discard_title,
               {.about = texts.draft_discard_about,
                .button = texts.draft_discard,
                .action = desk.draft_path(ctid) + "/discard"});
}

Response discard(Desk& desk, const Ctid& ctid) {
    const auto done = desk.operations.drafts.discard(desk.caller, desk.organization, ctid,
                                                     version_sent(desk.visit));
    if (!done) return desk.visit.refuse(done.error());
    return desk.visit.go_to(desk.list_path(), Notice::draft_discarded);
}

}  // namespace

std::vector<http::Route> draft_change_routes(const Desks& desks) {
    using http::Cost;
    return {
        desks.page("/{kind}/new", "showNewDraft", show_new),
        desks.form("/{kind}/new", "createDraft", Cost::write, create),
        desks.form("/own", "describeOrganization", Cost::write, describe_organization),
        desks.form("/{kind}/{draft}/{section}", "saveDraftSection", Cost::write, save),
        desks.form("/{kind}/{draft}/approve", "approveDraft", Cost::write, about_draft(approve)),
        desks.form("/{kind}/{draft}/copy", "copyDraft", Cost::write, about_draft(copy)),
        desks.page("/{kind}/{draft}/unpublish", "askToUnpublishDraft", about_draft(ask_unpublish)),
        desks.form("/{kind}/{draft}/unpublish", "unpublishDraft", Cost::write,
                   about_draft(unpublish)),
        desks.page("/{kind}/{draft}/discard", "askToDiscardDraft", about_draft(ask_discard)),
        desks.form("/{kind}/{draft}/discard", "discardDraft", Cost::write, about_draft(discard))};
}

}  // namespace cartulary::web
