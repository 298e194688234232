#pragma once

#include <string_view>

#include "web/texts/plural.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What the search says, and the page that it begins with.
struct SearchTexts {
    // The box.
    std::string_view label = "Search organizations and credentials";
    std::string_view placeholder = "A school, a certificate, a skill …";
    std::string_view button = "Search";
    std::string_view banner_button = "Search the registry";
    std::string_view suggestions = "Suggestions";
    Plural suggestion_count = {"{count} suggestion. Use the arrow keys to choose.",
                               "{count} suggestions. Use the arrow keys to choose."};

    // Home.
    std::string_view home_title = "Find organizations and what they offer";
    std::string_view home_lead =
        "Schools, colleges, agencies and employers, and the credentials that they offer or vouch "
        "for: one record of each, open to everybody.";
    Plural organizations = {"organization", "organizations"};
    Plural credentials = {"credential", "credentials"};
    Plural learning = {"learning opportunity", "learning opportunities"};
    Plural assessments = {"assessment", "assessments"};
    Plural competencies = {"competency", "competencies"};
    Plural frameworks = {"competency framework", "competency frameworks"};
    Plural pathways = {"pathway", "pathways"};
    std::string_view home_newest = "Latest changes";
    std::string_view home_newest_all = "All, the latest first";
    std::string_view home_nothing =
        "Nothing is published here yet. The first organization may be yours.";
    std::string_view home_join = "Take part";
    std::string_view home_join_organization = "For organizations";
    std::string_view home_join_organization_about =
        "Register yours, say who may speak for it, and publish what it offers: by a form, a table "
        "or a program.";
    std::string_view home_join_log_in = "You have an account: log in";
    std::string_view home_join_software = "For software";
    std::string_view home_join_software_about =
        "Every interface of this registry is described with its fields, answers and a ready "
        "example.";
    std::string_view home_join_docs = "All interfaces";

    // What was found.
    std::string_view results_for = "Results for “{text}”";
    std::string_view results_all = "Everything in the registry";
    std::string_view results_chosen = "Results";
    std::string_view search_title = "{page} – Search";
    Plural total = {"{count} result", "{count} results"};
    Plural total_more = {"More than {count} result", "More than {count} results"};
    std::string_view corrected = "Showing results for {text}.";
    std::string_view corrected_instead = "Search instead for {text}";
    std::string_view exactly = "Only these very words are searched.";
    std::string_view exactly_instead = "Forgive typing mistakes";
    std::string_view from = "from {owner}";
    std::string_view changed = "changed {day}";
    std::string_view compare_one = "Compare";
    std::string_view compare = "Compare those ticked";
    std::string_view compare_about = "Up to four, side by side.";
    std::string_view as_data = "These results as data (JSON)";

    // Orders and pages.
    std::string_view sorted = "Order";
    std::string_view by_relevance = "Best match";
    std::string_view by_name = "Name";
    std::string_view by_newest = "Latest change";
    std::string_view pages = "Pages of results";
    std::string_view page = "Page {number}";
    std::string_view page_before = "Previous";
    std::string_view page_after = "Next";
    std::string_view deepest =
        "Only the first {count} results can be looked through. More words, or a filter, bring what "
        "you look for to the front.";

    // Filters.
    std::string_view filters = "Filters";
    Plural filters_chosen = {"{count} chosen", "{count} chosen"};
    std::string_view type = "Type";
    std::string_view kind = "Kind of organization";
    std::string_view sector = "Sector";
    std::string_view region = "Region";
    std::string_view country = "Country";
    std::string_view subject = "Subject";
    std::string_view owner = "Owner";
    std::string_view publisher = "Published by";
    std::string_view apply = "Apply";
    std::string_view chosen = "Chosen filters";
    std::string_view remove = "Remove the filter {value}";
    std::string_view remove_all = "Remove all filters";
    std::string_view more_values = "Show more: {facet}";

    // Nothing.
    std::string_view none_for = "Nothing found for “{text}”";
    std::string_view none_chosen = "Nothing found with these filters";
    std::string_view none_try = "What you can try";
    Plural none_without_filters = {"Without the filters there is {count} result",
                                   "Without the filters there are {count} results"};
    std::string_view none_forgiving = "Search again and forgive typing mistakes";
    std::string_view none_fewer = "Search with fewer words:";
    std::string_view none_spelling = "Look at the spelling, or try a more general word.";
    std::string_view none_near = "Names that are near";
    std::string_view none_home = "Begin anew";
    std::string_view none_everything = "Look through everything";

    // What cannot be searched.
    std::string_view refused_title = "This cannot be searched";
    std::string_view refused_length =
        "The text has {count} characters; {most} are the most. Leave some out, and search again.";
    std::string_view refused_words =
        "The text has more than {most} words. Leave some out, and search again.";
    std::string_view refused_values =
        "The address chooses more than {most} values of “{facet}”. Remove some filters, and search "
        "again.";
    std::string_view refused_bytes =
        "The address holds what is no text (UTF-8). Write it once more, and search again.";
};

// In the language of a page.
const SearchTexts& search_texts(const Texts& page);

}  // namespace cartulary::web
