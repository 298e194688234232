#pragma once

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

// How many more there are than are shown; nothing where there are none.
Markup more_markup(const Texts& texts, std::size_t all, std::size_t shown_max);

// A form that asks for another page; it changes nothing.
Markup search_form(std::string_view path, const Markup& fields, std::string_view label);

// Where somebody is known by an id alone.
Uuid staff_id_in(const Visit& visit, std::string_view parameter);
std::optional<Uuid> id_parameter(const Visit& visit, std::string_view name);

// Back to a page, or to what was refused.
http::Response staff_done(Visit& visit, const Result<void>& result, const std::string& path,
                          Notice notice);

}  // namespace cartulary::web
