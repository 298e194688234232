#pragma once

#include <string>

#include "web/visit.h"

// What the pages about people have in common.
namespace cartulary::web {

// A form whose tries are used up: says how long to wait, beside its first field.
http::Response limited(Visit& visit, const Error& error, Page page);
std::string wait_sentence(const Texts& texts, const Error& error);

// A link from a mail that does not work (any more), and where to get another one; nowhere where
// `again_path` is empty.
http::Response link_over(Visit& visit, std::string_view again_label, std::string_view again_path);

// To look at one's mailbox now.
http::Response look_at_mail(Visit& visit, std::string_view about);

// The e-mail address that an account has, for password managers, which keep it beside the password.
Markup account_email(const Texts& texts, std::string_view email);

FormField password_field(const Texts& texts);      // that is there already
FormField new_password_field(const Texts& texts);  // that is being chosen

std::string_view role_text(const Texts& texts, Role role);
std::string_view status_text(const Texts& texts, OrganizationStatus status);

// "/dashboard/organizations/ce-…"
std::string own_organization_path(const OrganizationId& organization);

// The links from one page of an organization to the others; `here` is the part that is shown
// ("members"; empty: its first page).
Markup own_navigation(const Visit& visit, const OrganizationId& organization, std::string_view name,
                      std::string_view here);

}  // namespace cartulary::web
