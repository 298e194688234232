#include <numeric>

#include "web/fragments.h"
#include "web/staff/chart.h"
#include "web/staff/staff_page.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;
using Overview = Statistics::Overview;
using Day = Statistics::Day;

struct Chart {
    std::string_view Texts::*label;
    std::int64_t Day::*count;
};
constexpr Chart charts[] = {
    {&Texts::staff_registrations, &Day::registrations},
    {&Texts::staff_publications_by_day, &Day::publications},
    {&Texts::staff_searches, &Day::searches},
};

Markup chart(const Texts& texts, const Chart& shown, const std::vector<Day>& days) {
    std::vector<std::int64_t> numbers;
    for (const auto& day : days) numbers.push_back(day.*shown.count);
    const auto sum = std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
    const auto caption =
        filled(texts.staff_chart, {{"what", Markup(texts.*shown.label)},
                                   {"count", Markup(number_text(texts, sum))},
                                   {"days", Markup(std::to_string(days.size()))},
                                   {"today", Markup(number_text(texts, numbers.back()))}});
    return chart_markup(caption, numbers);
}

// The same numbers as text, newest first.
Markup numbers(const Texts& texts, const std::vector<Day>& days) {
    Table table(texts.staff_numbers);
    table.columns({texts.staff_column_day, texts.staff_registrations,
                   texts.staff_publications_by_day, texts.staff_searches});
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        table.row(web::day(texts, day->begin), number_text(texts, day->registrations),
                  number_text(texts, day->publications), number_text(texts, day->searches));
    }
    return element("details", {}, element("summary", {}, texts.staff_numbers), table.markup());
}

Markup charts_markup(const Texts& texts, const std::vector<Day>& days) {
    Markup all;
    for (const auto& shown : charts) all.add(chart(texts, shown, days));
    return together(element("h2", {}, texts.staff_charts_title),
                    element("div", {{"class", "charts"}}, all), numbers(texts, days));
}

Markup waiting(const Texts& texts, const Overview& overview) {
    Table table(texts.staff_waits_title);
    table.columns({texts.staff_column_what, texts.staff_column_count});
    const auto row = [&](const std::string& path, std::string_view label, std::int64_t count) {
        table.row(link_to(path, label), number_text(texts, count));
    };
    const std::string mail = staff_mail_path;
    const std::string webhooks = staff_webhooks_path;
    row(staff_waiting_path, texts.staff_waits_organizations, overview.organizations_submitted);
    row(staff_publications_path, texts.staff_waits_drafts, overview.drafts_waiting);
    row(mail, texts.staff_waits_mails, overview.mails_waiting);
    row(mail + "?state=given_up", texts.staff_given_up_mails, overview.mails_given_up);
    row(webhooks, texts.staff_waits_deliveries, overview.deliveries_waiting);
    row(webhooks + "?state=dead", texts.staff_dead_deliveries, overview.deliveries_dead);
    return together(element("h2", {}, texts.staff_waits_title), table.markup());
}

// "12.3 MB"
std::string size_text(const Texts& texts, std::int64_t bytes) {
    constexpr std::int64_t tenth_of_megabyte = 100'000;
    const auto tenths = (bytes + tenth_of_megabyte - 1) / tenth_of_megabyte;
    const auto whole = number_text(texts, tenths / 10);
    const auto part = std::to_string(tenths % 10);
    return filled_plain(texts.staff_megabytes, {{"whole", whole}, {"tenth", part}});
}

// The two largest units of a time: "3 days, 4 hours".
std::string life_text(const Texts& texts, std::chrono::milliseconds life) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(life).count();
    const auto days = std::to_string(minutes / (24 * 60));
    const auto hours = std::to_string(minutes / 60 % 24);
    const auto rest = std::to_string(minutes % 60);
    return minutes < 24 * 60
               ? filled_plain(texts.staff_life_hours, {{"hours", hours}, {"minutes", rest}})
               : filled_plain(texts.staff_life_days, {{"days", days}, {"hours", hours}});
}

Markup health(const Texts& texts, const Overview& overview) {
    const auto& [version, started_at] = overview.program;
    const auto started = filled(texts.staff_started,
                                {{"moment", moment(texts, started_at)},
                                 {"life", Markup(life_text(texts, overview.now - started_at))}});
    const auto details =
        Details()
            .add(texts.staff_approved, number_text(texts, overview.organizations_approved))
            .add(texts.staff_blocked, number_text(texts, overview.organizations_blocked))
            .add(texts.staff_people, number_text(texts, overview.people))
            .add(texts.staff_database, size_text(texts, overview.database_bytes))
            .add(texts.staff_version, version)
            .add(texts.staff_since, started);
    return together(element("h2", {}, texts.staff_health_title), details.markup());
}

Response show(Visit& visit, StaffOperations& staff) {
    const auto& texts = visit.texts();
    const auto overview = staff.statistics.look(visit.actor());
    if (!overview) return visit.refuse(overview.error());
    return visit.page(
        200, staff_page(texts, staff_path, std::string(texts.staff_title),
                        together(waiting(texts, *overview), charts_markup(texts, overview->days),
                                 health(texts, *overview))));
}

}  // namespace

std::vector<http::Route> staff_overview_routes(const Visits& visits, const StaffDesk& desk) {
    return {visits.staff_page(staff_path, "showStaffOverview",
                              [&staff = desk.staff](Visit& visit) { return show(visit, staff); })};
}

}  // namespace cartulary::web
