#pragma once

#include <string_view>

#include "web/texts/plural.h"

// The part of the catalogue (see texts.h) that is about what is published: a credential, a course,
// a framework, any other thing.
namespace cartulary::web {

struct Texts;

struct CredentialTexts {
    // Around every one of them.
    std::string_view kind_by = "{kind} of {owner}";
    std::string_view breadcrumbs = "Where this is";
    std::string_view part_untitled = "Without a name";
    std::string_view data_title = "About this page";
    std::string_view data_ctid = "CTID";
    std::string_view data_published = "First published";
    std::string_view data_updated = "Last changed";
    std::string_view data_verified = "Confirmed as still true";
    std::string_view data_version = "This version";
    std::string_view data_for_software = "For software";
    std::string_view data_document = "Its whole document (JSON)";
    std::string_view data_negotiated =
        "Programs that ask for `application/ld+json` get linked data at the address of this page.";
    std::string_view history_link = "History of its versions";

    // What stands together.
    std::string_view section_requirements = "What is required";
    std::string_view section_costs = "Costs";
    std::string_view section_content = "What it is about, and how";
    std::string_view section_fields = "Occupations, industries and subjects";
    std::string_view section_places = "Where and when";
    std::string_view section_quality = "Quality assurance";
    std::string_view section_ways = "Where it leads, and what leads here";
    std::string_view section_identity = "Names, identifiers and dates";
    std::string_view section_badges = "Badges";
    std::string_view section_others = "Others that refer to it";
    std::string_view section_more = "More";
    std::string_view section_competencies = "Competencies";
    std::string_view section_parts = "Parts";
    std::string_view parts_shown = "{from}–{to} of {total}";
    std::string_view picture_link = "Picture";
    std::string_view compare_link = "Compare with others";
    std::string_view said_by = "{name} says so itself";
    std::string_view confirmed_by = "✓ Confirmed by {name} itself";

    // Costs.
    std::string_view costs_caption = "Costs";
    std::string_view cost_what = "What";
    std::string_view cost_amount = "Amount";
    std::string_view cost_details = "Details";
    std::string_view cost_unknown = "Not said";

    // What a document says.
    Plural values_more = {"And {count} more", "And {count} more"};
    std::string_view range = "{from} to {to}";
    std::string_view at_least = "at least {amount}";
    std::string_view at_most = "up to {amount}";
    std::string_view page_full = "This says more than has room on one page: see {data}.";

    // As of a date.
    std::string_view as_of_about = "This is how it was on {date}, version {number}.";
    std::string_view as_of_now = "See how it is now";
    std::string_view as_of_wrong =
        "as_of must be a date or a time, for example 2026-09-21 or 2026-09-21T14:41:00Z";
    std::string_view as_of_before_title = "Not published yet at that time";
    std::string_view as_of_before_about =
        "This was not yet in the registry on {date}. It was first published on {first}.";
    std::string_view as_of_not_there = "It was not there on {date}.";

    // What is not there (any more).
    std::string_view unknown_title = "Nothing is published here";
    std::string_view unknown_about =
        "No credential, organization or other thing has the CTID {ctid} in this registry.";
    std::string_view unknown_no_ctid =
        "This address names no CTID. One looks like ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301.";
    std::string_view search_link = "Search the registry";
    std::string_view removed_title = "{name} was removed";
    std::string_view removed_by = "{who} removed it from the registry on {date}.";
    std::string_view removed_on = "It was removed from the registry on {date}.";
    std::string_view removed_kept =
        "All its versions are kept: see {history}, or its owner, {owner}.";
    std::string_view removed_part =
        "This was a part of {whole}, which no longer has it. Older versions do.";
};

// In the language of the page.
const CredentialTexts& credential_texts(const Texts& page);

}  // namespace cartulary::web
