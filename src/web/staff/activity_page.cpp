#include "web/event_text.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/staff/activity_export.h"
#include "web/staff/staff_page.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;
using Told = Activity::Told;

constexpr std::chrono::days one_day{1};

// What somebody asked for; what is no date or CTID is a problem of its field.
struct Asked {
    Activity::Query query;
    Problems problems;
};

std::optional<Timestamp> date_in(const Visit& visit, std::string_view name, Problems& problems) {
    const auto text = visit.parameter(name);
    if (text.empty()) return std::nullopt;
    const auto moment = parse_iso_8601(text);
    if (!moment) problems.add(std::string(name), std::string(visit.texts().staff_no_date));
    return moment;
}

Asked asked(const Visit& visit) {
    Asked asked{{.actor = visit.parameter("actor"), .type = visit.parameter("type")}, {}};
    const auto organization = visit.parameter("organization");
    if (!organization.empty()) {
        asked.query.organization = OrganizationId::from_ctid(organization);
        if (!asked.query.organization) {
            asked.problems.add("organization", std::string(visit.texts().staff_no_ctid));
        }
    }
    asked.query.from = date_in(visit, "from", asked.problems);
    asked.query.until = date_in(visit, "to", asked.problems);
    // A day that is named last is still part of it.
    constexpr std::size_t day_length = 10;
    if (asked.query.until && visit.parameter("to").size() == day_length) {
        *asked.query.until += one_day;
    }
    return asked;
}

std::string path_as_asked(const Visit& visit, const std::string& path,
                          const std::string& before = {}) {
    return path_with(path, {{"organization", visit.parameter("organization")},
                            {"actor", visit.parameter("actor")},
                            {"type", visit.parameter("type")},
                            {"from", visit.parameter("from")},
                            {"to", visit.parameter("to")},
                            {"before", before}});
}

Markup field(const Visit& visit, std::string_view name, std::string_view label,
             const Problems& problems, std::string_view type = "text", std::string_view hint = {}) {
    const auto value = visit.parameter(name);
    return field_markup({.name = name,
                         .label = label,
                         .type = type,
                         .value = value,
                         .hint = hint,
                         .required = false},
                        problems);
}

Markup type_choices(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto chosen = visit.parameter("type");
    std::vector<Option> options = {{"", texts.staff_any_type}};
    for (const auto type : Activity::types()) options.push_back({type, event_text(texts, type)});
    return choices_markup({.name = "type",
                           .label = texts.staff_column_type,
                           .options = options,
                           .chosen = chosen,
                           .problem = problems.of("type")});
}

Markup search(const Visit& visit, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto fields = together(
        field(visit, "organization", texts.staff_ctid_of_organization, problems),
        field(visit, "actor", texts.staff_column_actor, problems, "text", texts.staff_actor_hint),
        type_choices(visit, problems), field(visit, "from", texts.staff_from, problems, "date"),
        field(visit, "to", texts.staff_to, problems, "date"));
    return search_form(staff_activity_path, fields, texts.staff_search_button);
}

Markup actor_markup(const Told& told) {
    constexpr std::string_view person = "person:";
    const auto& actor = told.entry.actor;
    const auto name = name_markup(told.actor_name.empty() ? actor : told.actor_name);
    if (!actor.starts_with(person)) return name;
    const auto id = Uuid::parse(std::string_view(actor).substr(person.size()));
    if (!id) return name;
    return element("a", {{"href", staff_person_path(*id)}}, name);
}

Markup organization_markup(const Told& told) {
    const auto& entry = told.entry;
    if (!entry.organization) return {};
    return element("a", {{"href", staff_organization_path(*entry.organization)}},
                   name_markup(entry.organization_name));
}

Markup what_markup(const Texts& texts, const Told& told) {
    const auto& entry = told.entry;
    Markup what(event_text(texts, entry.act.empty() ? entry.type : entry.act));
    if (!entry.reason.empty()) {
        what.add(together(" ", name_markup(summary_of(entry.reason))));
    }
    return what;
}

Markup table(const Texts& texts, const std::vector<Told>& entries) {
    if (entries.empty()) return element("p", {{"class", "lead"}}, texts.staff_none_found);
    Table table(texts.staff_activity);
    table.columns({texts.staff_column_when, texts.staff_column_type, texts.staff_column_about,
                   texts.column_organization, texts.staff_column_actor});
    for (const auto& told : entries) {
        const auto& about = told.subject.empty() ? told.entry.about : told.subject;
        table.row(moment(texts, told.entry.place.occurred_at), what_markup(texts, told),
                  name_markup(about), organization_markup(told), actor_markup(told));
    }
    return table.markup();
}

Markup files(const Visit& visit) {
    const auto& texts = visit.texts();
    const auto csv = path_as_asked(visit, std::string(staff_activity_path) + ".csv");
    const auto lines = path_as_asked(visit, std::string(staff_activity_path) + ".jsonl");
    return element("ul", {{"class", "parts"}}, element("li", {}, link_to(csv, texts.staff_csv)),
                   element("li", {}, link_to(lines, texts.staff_json_lines)));
}

Problems problems_in(const Texts& texts, const Error& error) {
    if (error.kind == ErrorKind::not_found) {
        Problems problems;
        problems.add("organization", std::string(texts.staff_no_such_organization));
        return problems;
    }
    return problems_of(texts, error,
                       {{"actor", texts.staff_column_actor}, {"type", texts.staff_column_type}});
}

Response show(Visit& visit, Activity& activity) {
    const auto& texts = visit.texts();
    auto [query, problems] = asked(visit);
    Activity::Listed listed;
    if (!problems.any()) {
        auto found = activity.list(visit.actor(), query, visit.parameter("before"));
        if (!found) problems = problems_in(texts, found.error());
        if (!found && !problems.any()) return visit.refuse(found.error());
        if (found) listed = *std::move(found);
    }
    auto content =
        together(summary_markup(texts.form_problems_title, problems), search(visit, problems));
    if (!problems.any()) {
        content.add(table(texts, listed.entries));
        const auto next = listed.next.empty()
                              ? std::string()
                              : path_as_asked(visit, staff_activity_path, listed.next);
        content.add(together(next_markup(texts, next), files(visit)));
    }
    return visit.form_page(
        staff_page(texts, staff_activity_path, std::string(texts.staff_activity), content),
        problems);
}

using Begin = std::function<Response(Activity::Export)>;

Visits::Handler file(Activity& activity, Begin begin) {
    return [&activity, begin = std::move(begin)](Visit& visit) {
        const auto [query, problems] = asked(visit);
        if (problems.any()) return visit.refuse(422, problems.entries().front().second);
        auto exported = activity.exported(visit.actor(), query);
        if (!exported) return visit.refuse(exported.error());
        return begin(*std::move(exported));
    };
}

}  // namespace

std::vector<http::Route> staff_activity_routes(const Visits& visits, const StaffDesk& desk) {
    auto& activity = desk.staff.activity;
    const std::string path = staff_activity_path;
    return {visits.staff_page(path, "showActivity",
                              [&activity](Visit& visit) { return show(visit, activity); }),
            visits.staff_page(path + ".csv", "exportActivityAsTable", file(activity, activity_csv)),
            visits.staff_page(path + ".jsonl", "exportActivityAsLines",
                              file(activity, activity_lines))};
}

}  // namespace cartulary::web
