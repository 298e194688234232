#include <charconv>

#include "web/dashboard/organization_words.h"
#include "web/dashboard/own_pages.h"
#include "web/dashboard/webhook_markup.h"
#include "web/fragments.h"

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

Markup version_row(const Own& own, const RecordHistory::Version& version) {
    const auto& texts = own.texts();
    const auto number = std::to_string(version.record.version);
    const auto path = own.path("history/" + std::to_string(version.sequence));
    const auto label = filled_plain(texts.version_difference_of, {{"number", number}});
    return element(
        "tr", {},
        element("th", {{"scope", "row"}}, filled_plain(texts.version_number, {{"number", number}})),
        element("td", {}, moment(texts, version.at)),
        element("td", {}, event_text(texts, version.event_type)),
        element("td", {}, who(texts, version.doer)),
        element("td", {},
                element("a", {{"href", path}, {"aria-label", label}}, texts.version_difference)));
}

Response show_versions(const Own& own) {
    const auto& texts = own.texts();
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto versions = own.operations.record_history.versions(own.actor(), own.id, slice);
    if (!versions) return own.visit.refuse(versions.error());
    Markup rows;
    for (const auto& version : versions->page.items) rows.add(version_row(own, version));
    const auto activity = own.path("activity");
    const auto& name = versions->organization.stated.name;
    const auto content =
        together(element("p", {{"class", "lead"}}, texts.history_about),
                 plain_table(texts.history_caption,
                             {texts.column_version, texts.column_when, texts.column_what,
                              texts.column_who, texts.column_changed_fields},
                             rows),
                 list_links(texts, own.path("history"), slice, versions->page.total),
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
    Markup rows;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].text == then[i].text) continue;
        rows.add(element("tr", {}, element("th", {{"scope", "row"}}, now[i].label),
                         element("td", {}, value(texts, then[i].text)),
                         element("td", {}, value(texts, now[i].text))));
    }
    if (rows.empty()) return element("p", {}, texts.difference_none);
    return plain_table(texts.column_changed_fields,
                       {texts.column_field, texts.column_before, texts.column_after}, rows);
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

Markup activity_row(const Texts& texts, const RecordHistory::Happened& happened) {
    const auto type = event_text(texts, happened.type);
    const auto what = happened.subject.empty()
                          ? Markup(type)
                          : filled(texts.event_of, {{"event", Markup(type)},
                                                    {"name", name_markup(happened.subject)}});
    return element("tr", {}, element("th", {{"scope", "row"}}, what),
                   element("td", {}, moment(texts, happened.at)),
                   element("td", {}, who(texts, happened.doer)));
}

Response show_activity(const Own& own) {
    const auto& texts = own.texts();
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto activity = own.operations.record_history.activity(own.actor(), own.id, slice);
    if (!activity) return own.visit.refuse(activity.error());
    Markup rows;
    for (const auto& happened : activity->page.items) rows.add(activity_row(texts, happened));
    const auto& name = activity->organization.stated.name;
    const auto title = filled_plain(texts.activity_title, {{"organization", name}});
    const auto back = own.path("history");
    const auto content =
        together(element("p", {{"class", "lead"}}, texts.activity_about),
                 plain_table(title, {texts.column_what, texts.column_when, texts.column_who}, rows),
                 list_links(texts, own.path("activity"), slice, activity->page.total),
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
