#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the descriptions of interfaces.
namespace cartulary::web {

struct DocsTexts {
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
    std::string_view column_type_and_limits = "Type and limits";
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
};

}  // namespace cartulary::web
