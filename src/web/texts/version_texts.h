#pragma once

#include <string_view>

#include "web/texts/plural.h"

// The part of the catalogue (see texts.h) that is about versions of what is published, and about
// things side by side.
namespace cartulary::web {

struct Texts;

struct VersionTexts {
    // All versions.
    std::string_view title = "History of {name}";
    std::string_view about = "Every version is kept. The latest one comes first; times are in UTC.";
    std::string_view caption = "Versions, the latest first";
    std::string_view column_version = "Version";
    std::string_view column_when = "When";
    std::string_view column_what = "What happened";
    std::string_view column_way = "By which way";
    std::string_view column_look = "Look";
    std::string_view number = "Version {number}";
    std::string_view shown = "{from}–{to} of {total}";
    std::string_view event_created = "Published first";
    std::string_view event_updated = "Changed";
    std::string_view event_deleted = "Removed";
    std::string_view event_transferred = "Given to another organization";
    std::string_view way_api = "By an interface for software";
    std::string_view way_form = "By a form";
    std::string_view way_table = "By a table";
    std::string_view way_record = "With the organization's record";
    std::string_view way_import = "Brought in from elsewhere";
    std::string_view as_of_link = "As it was then";
    std::string_view as_of_link_of = "Version {number} as it was then";
    std::string_view changes_link = "What changed";
    std::string_view changes_link_of = "What changed in version {number}";
    std::string_view thing_link = "Back to {name}";

    // Two of them.
    std::string_view choose_title = "Compare two versions";
    std::string_view choose_from = "This version";
    std::string_view choose_to = "With this version";
    std::string_view choose_button = "Show what differs";
    std::string_view difference_title = "{name}: from version {from} to version {to}";
    std::string_view difference_about =
        "Version {from} is of {from_day}, version {to} of {to_day}.";
    std::string_view difference_caption = "What changed";
    std::string_view difference_none = "These two versions say the same.";
    std::string_view column_property = "What";
    std::string_view column_before = "Version {number}";
    std::string_view of_part = "{part}: {property}";
    std::string_view part_itself = "Part";
    std::string_view class_label = "Class";
    std::string_view nothing = "–";
    std::string_view nothing_unseen = "not there";
    std::string_view difference_wrong = "it has the versions 1 to {last}; choose two of them";
    Plural changes_more = {"And {count} more change", "And {count} more changes"};
    std::string_view history_link = "All versions";

    // Things side by side.
    std::string_view compare_title = "Side by side";
    std::string_view compare_about =
        "Up to four things of this registry, row by row. Rows in which they differ are marked.";
    std::string_view compare_empty =
        "Nothing is chosen yet. Search for the first thing, and then for others beside it.";
    std::string_view compare_region = "Comparison; it can be scrolled sideways";
    std::string_view compare_caption = "Things side by side";
    std::string_view compare_column_what = "What";
    std::string_view compare_kind = "Kind";
    std::string_view compare_owner = "Organization";
    std::string_view compare_differs = "differs";
    std::string_view compare_missing = "Not said";
    std::string_view compare_remove = "Remove";
    std::string_view compare_remove_of = "Remove {name}";
    std::string_view compare_too_many = "Only the first four are shown: more have no room.";
    std::string_view compare_unknown = "Nothing is published under {ctid}; it is left out.";
    std::string_view compare_no_ctid = "{text} is no CTID; it is left out.";
    std::string_view compare_search = "Search for another one";
    std::string_view compare_search_button = "Search";
    std::string_view compare_found = "Found";
    std::string_view compare_add_of = "{name}, {kind} of {owner}";
    std::string_view compare_none_found = "Nothing is found for {text}.";
    std::string_view compare_overview = "At a glance";
};

// In the language of the page.
const VersionTexts& version_texts(const Texts& page);

}  // namespace cartulary::web
