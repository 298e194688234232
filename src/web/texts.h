#pragma once

#include <string_view>

// Every word that the pages say, so that another language is another of these. {names} stand for
// what is filled in; `backticks` mark code.
namespace cartulary::web {

struct Texts {
    std::string_view language = "en";  // BCP 47

    // Every page.
    std::string_view skip = "Skip to the content";
    std::string_view page_title = "{page} – {registry}";
    std::string_view main_navigation = "Main";
    std::string_view home_link = "Home";
    std::string_view docs_link = "Interfaces";
    std::string_view made_with = "Kept with Cartulary, the registry of organizations.";

    // Home.
    std::string_view home_about =
        "This is a registry of organizations: schools, colleges, employers, agencies and all "
        "others "
        "that offer or vouch for credentials. It keeps one record of each, and gives it to the "
        "software of its partners through the interfaces that they already speak.";
    std::string_view home_interfaces = "For software";
    std::string_view home_interfaces_about =
        "Every interface is described with its fields, answers and a ready example.";
    std::string_view home_interfaces_all = "All interfaces";
    std::string_view home_people = "For people";
    std::string_view home_people_about =
        "Did you get a mail that names you as an administrator? Open its link to set your "
        "password. "
        "The link works only once; when it is over, ask whoever registered your organization, or "
        "the staff of this registry, for a new one.";

    // The list of interfaces.
    std::string_view docs_title = "Interfaces";
    std::string_view docs_about =
        "What software can ask of {registry}, and how. Each is also there as an OpenAPI 3.1 file, "
        "for programs that make clients and tests from it.";
    std::string_view docs_none = "This registry offers no interface yet.";
    std::string_view docs_file = "OpenAPI file of {interface}";

    // One interface.
    std::string_view version = "Version {version}";
    std::string_view address = "Address";
    std::string_view contents = "Contents";
    std::string_view operations = "Operations";
    std::string_view data = "Data in answers";
    std::string_view openapi_file = "OpenAPI 3.1 file";
    std::string_view parameters = "Parameters";
    std::string_view body = "Request body";
    std::string_view body_type = "{type} as {media}";
    std::string_view body_optional = "may be left out";
    std::string_view answers = "Answers";
    std::string_view example = "Example";
    std::string_view example_about =
        "Ready to paste into a shell once {variables} are set to your own values.";
    std::string_view example_about_one =
        "Ready to paste into a shell once {variables} is set to your own value.";
    std::string_view example_about_none = "Ready to paste into a shell.";
    std::string_view needs = "Needs";
    std::string_view need_in_header = "in the header `{name}`";
    std::string_view need_in_query = "in the query parameter `{name}`";
    std::string_view need_in_cookie = "in the cookie `{name}`";
    std::string_view need_bearer = "a token, as `Authorization: Bearer …`";
    std::string_view need_basic = "a name and a password (HTTP Basic)";
    std::string_view need_or = "or";

    // Tables of an interface.
    std::string_view column_name = "Name";
    std::string_view column_type = "Type and limits";
    std::string_view column_meaning = "Meaning";
    std::string_view column_status = "Status";
    std::string_view column_body = "Body";
    std::string_view required = "required";
    std::string_view deprecated = "outdated";
    std::string_view in_path = "in the path";
    std::string_view in_query = "in the query";
    std::string_view in_header = "header";
    std::string_view in_cookie = "cookie";
    std::string_view header = "Header {name}";
    std::string_view examples = "Example: {values}";
    std::string_view caption_parameters = "Parameters of {operation}";
    std::string_view caption_body = "Fields of the request body of {operation}";
    std::string_view caption_answers = "Answers of {operation}";
    std::string_view caption_answer = "Fields of the answer {status} of {operation}";
    std::string_view caption_data = "Fields of {name}";
    std::string_view no_fields = "{type}, without fields of its own.";

    // Types and limits.
    std::string_view type_any = "anything";
    std::string_view type_or = " or ";
    std::string_view type_list_of = "list of {type}";
    std::string_view type_format = "{type} ({format})";
    std::string_view limit_between = "{least} to {most} {unit}";
    std::string_view limit_least = "at least {least} {unit}";
    std::string_view limit_most = "at most {most} {unit}";
    std::string_view limit_exactly = "exactly {least} {unit}";
    std::string_view unit_characters = "characters";
    std::string_view unit_items = "items";
    std::string_view limit_number_between = "{least} to {most}";
    std::string_view limit_number_least = "{least} or more";
    std::string_view limit_number_most = "{most} or less";
    std::string_view limit_above = "more than {least}";
    std::string_view limit_below = "less than {most}";
    std::string_view limit_one_of = "one of {values}";
    std::string_view limit_always = "always {values}";
    std::string_view limit_pattern = "matches `{pattern}`";
    std::string_view limit_unique = "each only once";
    std::string_view limit_default = "when missing: `{value}`";
    std::string_view limit_each = "each: {limit}";

    // Setting a password by a mailed link.
    std::string_view confirm_title = "Set your password";
    std::string_view confirm_about = "Choose the password for your account in {registry}.";
    std::string_view email_label = "E-mail address";
    std::string_view password_label = "New password";
    std::string_view password_hint =
        "At least 12 characters. A few words that you will remember make a good one.";
    std::string_view repeated_label = "The same password again";
    std::string_view confirm_button = "Set password";
    std::string_view problems_title = "Your password is not set yet";
    std::string_view problem_title = "Problem: {page}";
    std::string_view password_missing = "Enter a password.";
    std::string_view password_problem = "The password {problem}.";
    std::string_view repeated_missing = "Enter the password a second time.";
    std::string_view repeated_differs =
        "The two passwords differ. Enter the same password in both fields.";
    std::string_view confirmed_title = "Your password is set";
    std::string_view confirmed_about =
        "The account {email} in {registry} now has the password that you chose. The link in the "
        "mail is used up; you may delete the mail and close this page.";
    std::string_view gone_title = "This link is over";
    std::string_view gone_about =
        "It was used already, is too old, or was not copied whole. No password was changed.";
    std::string_view gone_whole =
        "Look at the mail again: the link must be opened from its first to its last character.";
    std::string_view gone_used =
        "Did you set a password with it before? Then that password holds, and you need no link.";
    std::string_view gone_new =
        "Otherwise ask whoever registered your organization, or the staff of {registry}, to send "
        "you a new link.";

    // Refusals.
    std::string_view not_found_title = "Page not found";
    std::string_view wrong_method_title = "That cannot be done here";
    std::string_view too_much_title = "That was too much";
    std::string_view limited_title = "Too many requests";
    std::string_view bad_request_title = "The request was not understood";
    std::string_view server_title = "Something went wrong on our side";
    std::string_view busy_title = "Please try again in a moment";
    std::string_view refusal_home = "Go to the home page of {registry}";
    std::string_view refusal_id = "If you ask somebody for help, name this request: {id}";
};

inline constexpr Texts english = {};

}  // namespace cartulary::web
