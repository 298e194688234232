#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "operations/applications.h"
#include "operations/drafts.h"
#include "operations/staff_operations.h"
#include "web/visit.h"

// The pages of the registry's staff, and what they have in common.
namespace cartulary::web {

struct StaffDesk {
    StaffOperations& staff;
    Applications& applications;
    Drafts& drafts;
};

std::vector<http::Route> staff_overview_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_waiting_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_organization_list_routes(const Visits& visits,
                                                        const StaffDesk& desk);
std::vector<http::Route> staff_organization_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_publication_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_people_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_activity_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_mail_routes(const Visits& visits, const StaffDesk& desk);
std::vector<http::Route> staff_webhook_routes(const Visits& visits, const StaffDesk& desk);

// All of them.
std::vector<http::Route> staff_routes(const Visits& visits, const StaffDesk& desk);

// Their addresses.
inline constexpr auto staff_path = "/staff";
inline constexpr auto staff_organizations_path = "/staff/organizations";
inline constexpr auto staff_waiting_path = "/staff/organizations/waiting";
inline constexpr auto staff_publications_path = "/staff/publications";
inline constexpr auto staff_people_path = "/staff/people";
inline constexpr auto staff_activity_path = "/staff/activity";
inline constexpr auto staff_mail_path = "/staff/mail";
inline constexpr auto staff_webhooks_path = "/staff/webhooks";

std::string staff_organization_path(const OrganizationId& organization);
std::string staff_person_path(const Uuid& person);

// A page of theirs with the links to the others; `here` is the address of the one it belongs to.
Page staff_page(const Texts& texts, std::string_view here, std::string title, Markup content);

// A table whose rows begin with what they are about.
class Table {
public:
    explicit Table(std::string_view caption) : caption_(caption) {}

    Table& columns(std::initializer_list<std::string_view> names);
    template <class... Cells>
    Table& row(const Markup& heading, const Cells&... cells) {
        auto row = element("th", {{"scope", "row"}}, heading);
        (row.add(element("td", {}, cells)), ...);
        rows_.add(element("tr", {}, row));
        return *this;
    }

    bool empty() const { return rows_.empty(); }
    Markup markup() const;

private:
    std::string_view caption_;
    Markup columns_;
    Markup rows_;
};

// How many more there are than are shown; nothing where there are none.
Markup more_markup(const Texts& texts, std::size_t all, std::size_t shown_max);

// Leads to the next page of a list; nothing where `path` is empty.
Markup next_markup(const Texts& texts, const std::string& path);

// "/staff/people?text=quay&staff=yes": those parameters that say something.
using Parameters = std::initializer_list<std::pair<std::string_view, std::string>>;
std::string path_with(std::string_view path, Parameters parameters);

// A form that asks for another page; it changes nothing.
Markup search_form(std::string_view path, const Markup& fields, std::string_view label);

// One of a few, such as states, as links.
struct Tab {
    std::string path;
    std::string_view label;
    bool is_here = false;
};
Markup tabs_markup(std::string_view label, const std::vector<Tab>& tabs);

// "21 September 2026, 14:05 UTC"
Markup moment_markup(const Texts& texts, Timestamp time);
std::string number_text(const Texts& texts, std::int64_t number);

// A button among several of its kind, which says for whom it is to those who do not see its row.
Markup button_about(std::string_view words, std::string_view label, std::string_view looks);

// Where somebody is known by an id alone.
Uuid staff_id_in(const Visit& visit, std::string_view parameter);
std::optional<Uuid> id_parameter(const Visit& visit, std::string_view name);

// Back to a page, or to what was refused.
http::Response staff_done(Visit& visit, const Result<void>& result, const std::string& path,
                          Notice notice);

}  // namespace cartulary::web
