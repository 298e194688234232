#include <charconv>

#include "web/dashboard/organization_words.h"
#include "web/dashboard/own_pages.h"
#include "web/event_text.h"
#include "web/fragments.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

Markup who(const Texts& texts, const Doer& doer) {
    if (!doer.name.empty()) return name_markup(doer.name);
    switch (doer.kind) {
        case Doer::Kind::person: return Markup(texts.who_person);
        case Doer::Kind::staff: return Markup(texts.who_staff);
        case Doer::Kind::organization:
        case Doer::Kind::registry: return Markup(texts.who_registry);
        case Doer::Kind::earner: return Markup(texts.who_earner);
    }
    __builtin_unreachable();
}

void add_version(const Own& own, const RecordHistory::Version& version, Table& table) {
    const auto& texts = own.texts();
    const auto number = std::to_string(version.record.version);
    const auto path = own.path("history/" + std::to_string(version.sequence));
    const auto label = filled_plain(texts.version_difference_of, {{"number", number}});
    table.row(filled_plain(texts.version_number, {{"number", number}}), moment(texts, version.at),
              event_text(texts, version.event_type), who(texts, version.doer),
              element("a", {{"href", path}, {"aria-label", label}}, texts.version_difference));
}

Response show_versions(const Own& own) {
    const auto& texts = own.texts();
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto versions = own.operations.record_history.versions(own.actor(), own.id, slice);
    if (!versions) return own.visit.refuse(versions.error());
    Table table(texts.history_caption);
    table.columns({texts.column_version, texts.column_when, texts.column_what, texts.column_who,
                   texts.column_changed_fields});
    for (const auto& version : versions->page.items) add_version(own, version, table);
    const auto activity = own.path("activity");
    const auto& name = versions->organization.stated.name;
    const auto content =
        together(element("p", {{"class", "lead"}}, texts.history_about), table.markup(),
                 pages_markup(texts, slice, versions->page.total, own.path("history")),
                 element("p", {}, element("a", {{"href", activity}}, texts.activity_link)));
    return own.visit.page(
        200, own_page(own, name, "history",
                      filled_plain(texts.history_title, {{"organization", name}}), content));
}

Markup value(const Texts& texts, const std::string& text) {
    if (text.empty()) return element("span", {{"class", "hint"}}, texts.value_none);
    return description_markup(text);
}

// The fields in which two records differ.
Markup difference(const Texts& texts, const std::optional<Organization>& before,
                  const Organization& after) {
    const auto now = said_in(texts, after);
    const auto then = before ? said_in(texts, *before) : std::vector<Said>(now.size());
    Table table(texts.column_changed_fields);
    table.columns({texts.column_field, texts.column_before, texts.column_after});
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].text == then[i].text) continue;
        table.row(now[i].label, value(texts, then[i].text), value(texts, now[i].text));
    }
    if (table.empty()) return element("p", {}, texts.difference_none);
    return table.markup();
}

Response show_difference(const Own& own) {
    const auto& texts = own.texts();
    const auto text = own.visit.request().path_parameter("sequence");
    std::int64_t sequence = 0;
    std::from_chars(text.data(), text.data() + text.size(), sequence);
    const auto compared = own.operations.record_history.compared(own.actor(), own.id, sequence);
    if (!compared) return own.visit.refuse(compared.error());
    const auto& [version, before] = *compared;
    const auto number = std::to_string(version.record.version);
    const auto before_number = before ? std::to_string(before->version) : std::string();
    const auto about = filled(before ? texts.difference_about : texts.difference_first_about,
                              {{"who", who(texts, version.doer)},
                               {"date", moment(texts, version.at)},
                               {"before", Markup(before_number)}});
    const auto back = own.path("history");
    const auto& name = version.record.stated.name;
    const auto content = together(
        element("p", {{"class", "lead"}}, about), difference(texts, before, version.record),
        element("p", {}, element("a", {{"href", back}}, texts.history_link)));
    return own.visit.page(200, own_page(own, name, "history",
                                        filled_plain(texts.difference_title,
                                                     {{"number", number}, {"organization", name}}),
                                        content));
}

void add_happened(const Texts& texts, const RecordHistory::Happened& happened, Table& table) {
    const auto type = event_text(texts, happened.type);
    const auto what = happened.subject.empty()
                          ? Markup(type)
                          : filled(texts.event_of, {{"event", Markup(type)},
                                                    {"name", name_markup(happened.subject)}});
    table.row(what, moment(texts, happened.at), who(texts, happened.doer));
}

Response show_activity(const Own& own) {
    const auto& texts = own.texts();
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto activity = own.operations.record_history.activity(own.actor(), own.id, slice);
    if (!activity) return own.visit.refuse(activity.error());
    const auto& name = activity->organization.stated.name;
    const auto title = filled_plain(texts.activity_title, {{"organization", name}});
    Table table(title);
    table.columns({texts.column_what, texts.column_when, texts.column_who});
    for (const auto& happened : activity->page.items) add_happened(texts, happened, table);
    const auto back = own.path("history");
    const auto content =
        together(element("p", {{"class", "lead"}}, texts.activity_about), table.markup(),
                 pages_markup(texts, slice, activity->page.total, own.path("activity")),
                 element("p", {}, element("a", {{"href", back}}, texts.history_link)));
    return own.visit.page(200, own_page(own, name, "history", title, content));
}

}  // namespace

std::vector<http::Route> history_routes(const OwnPages& pages) {
    return {pages.page("/history", "listRecordVersions", show_versions),
            pages.page("/history/{sequence}", "showRecordVersion", show_difference),
            pages.page("/activity", "listActivity", show_activity)};
}

}  // namespace cartulary::web
