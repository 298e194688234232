#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// The part of the catalogue (see texts.h) that is about every page, and about pages that are
// nobody's in particular.
namespace cartulary::web {

struct PageTexts {
    // Every page.
    std::string_view skip = "Skip to the content";
    std::string_view page_title = "{page} – {registry}";
    std::string_view main_navigation = "Main";
    std::string_view home_link = "Home";
    std::string_view docs_link = "Interfaces";
    std::string_view made_with = "Kept with Cartulary, the registry of organizations.";

    // Languages.
    std::string_view language_name = "English";
    std::string_view language_navigation = "Language";
    std::string_view language_unknown = "the pages are not there in this language";

    // Dates, in UTC.
    std::string_view date = "{day} {month} {year}";
    std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};

    // Numbers: what stands between groups of three digits, in numbers of this many or more.
    std::string_view thousands = ",";
    std::size_t grouped_digits_min = 4;

    // A resource.
    std::string_view resource_unknown = "nothing is published under this CTID";

    // Pictures.
    std::string_view picture_unknown = "there is no picture of this name";

    // Forms.
    std::string_view foreign_form =
        "the form was sent by a page of another site; open this one and try again";

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

}  // namespace cartulary::web
