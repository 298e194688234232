#include <span>

#include "operations/account_mails.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/people_markup.h"
#include "web/staff/staff_page.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

StaffPeople::Query query_of(const Visit& visit) {
    return {.text = visit.parameter("text"),
            .staff = !visit.parameter("staff").empty(),
            .after = id_parameter(visit, "after")};
}

Markup search(const Visit& visit, const StaffPeople::Query& query, const Problems& problems) {
    const auto& texts = visit.texts();
    const auto fields = together(field_markup({.name = "text",
                                               .label = texts.staff_search_people,
                                               .type = "search",
                                               .value = query.text,
                                               .required = false},
                                              problems),
                                 tick_markup("staff", texts.staff_only_staff, query.staff));
    return search_form(staff_people_path, fields, texts.staff_search_button);
}

// A page has an end, whatever people have a part in.
constexpr std::size_t parts_listed_max = 5;
constexpr std::size_t parts_shown_max = 200;

Markup parts_markup(const Texts& texts, const std::vector<Part>& parts, std::size_t shown_max) {
    Markup entries;
    for (const auto& part : std::span(parts).first(std::min(parts.size(), shown_max))) {
        const auto link =
            element("a", {{"href", staff_organization_path(part.id)}}, name_markup(part.name));
        entries.add(element(
            "li", {},
            filled(texts.staff_part, {{"organization", link},
                                      {"role", Markup(role_text(texts, part.role))},
                                      {"status", Markup(status_text(texts, part.status))}})));
    }
    if (entries.empty()) return {};
    return together(element("ul", {{"class", "parts"}}, entries),
                    more_markup(texts, parts.size(), shown_max));
}

std::string named(const Person& person) {
    const auto name = full_name(person);
    return name.empty() ? person.email : name;
}

Markup table(const Texts& texts, const std::vector<StaffPeople::Listed::Entry>& people) {
    if (people.empty()) return element("p", {{"class", "lead"}}, texts.staff_none_found);
    Table table(texts.staff_people);
    table.columns({texts.column_member, texts.column_email, texts.column_organization});
    for (const auto& [person, parts] : people) {
        auto name =
            element("a", {{"href", staff_person_path(person.id)}}, name_markup(named(person)));
        if (person.staff) {
            name.add(together(" ", element("span", {{"class", "tag"}}, texts.staff_link)));
        }
        table.row(name, name_markup(person.email), parts_markup(texts, parts, parts_listed_max));
    }
    return table.markup();
}

Response list(Visit& visit, StaffPeople& people) {
    const auto& texts = visit.texts();
    const auto query = query_of(visit);
    const auto listed = people.list(visit.actor(), query);
    const auto problems =
        listed ? Problems()
               : problems_of(texts, listed.error(), {{"text", texts.staff_search_people}});
    if (!listed && !problems.any()) return visit.refuse(listed.error());
    auto content = together(summary_markup(texts.form_problems_title, problems),
                            search(visit, query, problems));
    if (listed) {
        content.add(table(texts, listed->people));
        const auto next =
            listed->more
                ? path_with(staff_people_path, {{"text", query.text},
                                                {"staff", query.staff ? "yes" : ""},
                                                {"after", listed->people.back().person.id.text()}})
                : std::string();
        content.add(next_markup(texts, next));
    }
    return visit.form_page(
        staff_page(texts, staff_people_path, std::string(texts.staff_people), content), problems);
}

Markup about(const Texts& texts, const StaffPeople::Shown& shown) {
    const auto& person = shown.person;
    const auto yes_or_no = [&](bool is_so) { return is_so ? texts.staff_yes : texts.staff_no; };
    const auto log = path_with(staff_activity_path, {{"actor", Actor::actor_name(person.id)}});
    return together(Details()
                        .add(texts.account_email, person.email)
                        .add(texts.staff_entered_person, day(texts, person.created_at))
                        .add(texts.staff_has_password, yes_or_no(!person.password_hash.empty()))
                        .add(texts.staff_has_second_factor, yes_or_no(shown.has_second_factor))
                        .add(texts.staff_is_staff, yes_or_no(person.staff))
                        .markup(),
                    element("p", {}, link_to(log, texts.staff_activity_of)));
}

Markup sessions(const Texts& texts, const std::vector<PersonSession>& all) {
    Markup entries;
    for (const auto& session : all) {
        entries.add(
            element("li", {},
                    filled(texts.staff_session,
                           {{"browser", name_markup(session.browser.empty() ? texts.sessions_unknown
                                                                            : session.browser)},
                            {"network", name_markup(session.address)},
                            {"used", moment(texts, session.used_at)}})));
    }
    return list_section(texts.staff_sessions, "parts", entries);
}

Markup act_form(const Visit& visit, const std::string& path, std::string_view about_it,
                std::string_view label, const Markup& fields = {}) {
    return together(element("p", {}, about_it),
                    visit.form(path, together(fields, button(label, "second"))));
}

// What may be done about somebody; little of it to oneself.
Markup acts(const Visit& visit, const StaffPeople::Shown& shown) {
    const auto& texts = visit.texts();
    const auto& person = shown.person;
    const auto path = staff_person_path(person.id);
    const bool is_own = person.id == visit.actor().person.id;
    auto all = element("h2", {}, texts.staff_person_acts);
    if (!shown.sessions.empty()) {
        all.add(act_form(visit, path + "/end-sessions", texts.staff_end_sessions_about,
                         texts.staff_end_sessions_button));
    }
    if (person.password_hash.empty()) {
        all.add(act_form(visit, path + "/confirmation", texts.staff_confirmation_about,
                         texts.staff_confirmation_button));
    }
    if (is_own) return together(all, element("p", {{"class", "hint"}}, texts.staff_own_account));
    if (shown.has_second_factor) {
        all.add(act_form(visit, path + "/reset-second-factor", texts.staff_reset_about,
                         texts.staff_reset_button,
                         tick_markup("sure", texts.staff_reset_sure, false)));
    }
    all.add(person.staff ? act_form(visit, path + "/staff/remove", texts.staff_remove_about,
                                    texts.staff_remove_button)
                         : act_form(visit, path + "/staff/add", texts.staff_add_about,
                                    texts.staff_add_button,
                                    tick_markup("sure", texts.staff_add_sure, false)));
    return all;
}

Response show(Visit& visit, StaffPeople& people, const Uuid& id) {
    const auto& texts = visit.texts();
    const auto shown = people.show(visit.actor(), id);
    if (!shown) return visit.refuse(shown.error());
    const auto parts = parts_markup(texts, shown->parts, parts_shown_max);
    const auto content =
        together(about(texts, *shown), element("h2", {}, texts.staff_organizations),
                 parts.empty() ? element("p", {}, texts.staff_no_parts) : parts,
                 sessions(texts, shown->sessions), acts(visit, *shown));
    return visit.page(200, staff_page(texts, staff_people_path, named(shown->person), content));
}

// A route whose path names a person.
using Handler = std::function<Response(Visit&, StaffPeople&, const Uuid&)>;

Visits::Handler about_person(StaffPeople& people, Handler handle) {
    return [&people, handle = std::move(handle)](Visit& visit) {
        return handle(visit, people, staff_id_in(visit, "person_id"));
    };
}

Handler act(Result<void> (StaffPeople::*method)(const Actor&, const Uuid&), Notice notice) {
    return [method, notice](Visit& visit, StaffPeople& people, const Uuid& id) {
        return staff_done(visit, (people.*method)(visit.actor(), id), staff_person_path(id),
                          notice);
    };
}

// Done only where the box beside it was ticked.
Handler if_sure(Handler handle) {
    return [handle = std::move(handle)](Visit& visit, StaffPeople& people, const Uuid& id) {
        if (visit.field("sure").empty()) return visit.refuse(422, visit.texts().staff_not_sure);
        return handle(visit, people, id);
    };
}

Handler set_staff(bool staff) {
    return [staff](Visit& visit, StaffPeople& people, const Uuid& id) {
        return staff_done(visit, people.set_staff(visit.actor(), id, staff), staff_person_path(id),
                          staff ? Notice::staff_added : Notice::staff_removed);
    };
}

}  // namespace

std::vector<http::Route> staff_people_routes(const Visits& visits, const StaffDesk& desk) {
    auto& people = desk.staff.people;
    const std::string path = std::string(staff_people_path) + "/{person_id}";
    const auto form = [&](const std::string& rest, std::string operation, Handler handle) {
        return visits.staff_form(path + rest, std::move(operation),
                                 about_person(people, std::move(handle)));
    };
    return {visits.staff_page(staff_people_path, "listAllPeople",
                              [&people](Visit& visit) { return list(visit, people); }),
            visits.staff_page(path, "showPersonToStaff", about_person(people, show)),
            form("/staff/add", "addStaff", if_sure(set_staff(true))),
            form("/staff/remove", "removeStaff", set_staff(false)),
            form("/end-sessions", "endSessionsOfPerson",
                 act(&StaffPeople::end_sessions, Notice::sessions_ended)),
            form("/reset-second-factor", "resetSecondFactor",
                 if_sure(act(&StaffPeople::reset_second_factor, Notice::second_factor_reset))),
            form("/confirmation", "mailConfirmation",
                 act(&StaffPeople::mail_confirmation, Notice::confirmation_mailed))};
}

}  // namespace cartulary::web
