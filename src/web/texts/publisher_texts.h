#pragma once

#include <span>
#include <string_view>

#include "web/texts/field_texts.h"
#include "web/texts/plural.h"

// The part of the catalogue (see texts.h) that is about publishing by forms and tables.
namespace cartulary::web {

struct PublisherTexts {
    std::span<const FieldText> field_texts = english_field_texts;

    // Kinds of things.
    std::string_view kind_credentials = "Credentials";
    std::string_view kind_assessments = "Assessments";
    std::string_view kind_learning_opportunities = "Learning opportunities";
    std::string_view kind_organizations = "Organizations";
    std::string_view kind_locations = "Locations";
    std::string_view one_credential = "credential";
    std::string_view one_assessment = "assessment";
    std::string_view one_learning_opportunity = "learning opportunity";
    std::string_view one_organization = "organization";
    std::string_view one_location = "location";

    // Sections of forms.
    std::string_view section_minimum = "Basics";
    std::string_view section_identification = "Identification";
    std::string_view section_availability = "Availability";
    std::string_view section_requirements = "Requirements";
    std::string_view section_costs = "Costs";
    std::string_view section_duration = "Duration and credit";
    std::string_view section_occupations = "Occupations and industries";
    std::string_view section_quality = "Quality assurance";
    std::string_view section_relationships = "Relationships";
    std::string_view section_contact = "Contact";

    // Fields.
    std::string_view field_optional = "{field} (optional)";
    std::string_view group_row = "{group} {number}";
    std::string_view group_field = "{group} {number}: {field}";
    std::string_view group_remove = "Remove this one";
    std::string_view group_more = "One more? Fill in the last one and save: another one appears.";
    std::string_view whole_problem = "It {problem}.";
    std::string_view hint_duration = "For example \"2 years\", \"6-8 weeks\" or \"P1Y\".";
    std::string_view hint_language = "For example \"en-US\" or \"es\".";
    std::string_view hint_reference =
        "Your own identifier, a CTID, a web address, or a name, ~ and a web address.";
    std::string_view hint_code = "A code or a name.";
    std::string_view hint_lines = "One in each line.";
    std::string_view choice_none = "– not said –";
    std::string_view choice_yes = "Yes";
    std::string_view choice_no = "No";

    // How drafts stand.
    std::string_view standing_editing = "Draft";
    std::string_view standing_approve_again = "Needs approval again";
    std::string_view standing_changed = "Published, with changes that need approval";
    std::string_view standing_approved = "Approved, waits for the registry";
    std::string_view standing_published = "Published";
    std::string_view standing_returned = "Sent back";
    std::string_view standing_unpublished = "No longer public";

    // The publisher.
    std::string_view publisher_link = "Publish";
    std::string_view publisher_title = "What {organization} publishes";
    std::string_view publisher_about =
        "Enter things one by one in a form, or many at once in a table. What you approve is "
        "published by the registry, and then found by everybody.";
    std::string_view publisher_look_only =
        "your part in this organization lets you look, not publish; ask an administrator of it";
    std::string_view publisher_kind_unknown = "there is no such kind of things";
    std::string_view publisher_not_approved =
        "This organization is not approved yet: you can write and keep everything, and publish it "
        "once it is.";
    std::string_view publisher_steps = "How things stand";
    std::string_view publisher_counts = "Drafts by how they stand";
    std::string_view publisher_kinds = "What to publish";
    std::string_view publisher_all = "All {kind}";
    std::string_view publisher_new = "New {one}";
    std::string_view publisher_table = "Upload a table";
    std::string_view publisher_own = "The organization's own description";
    std::string_view publisher_own_about =
        "What everybody sees of {organization}: purpose, mission, who accredits it, and more.";
    std::string_view publisher_own_button = "Describe the organization";
    std::string_view column_kind = "Kind";
    std::string_view column_count = "Number";
    std::string_view back_to_publisher = "All that {organization} publishes";
    std::string_view back_to_list = "All {kind}";

    // Lists.
    std::string_view drafts_title = "{kind} of {organization}";
    std::string_view drafts_none = "There are none yet.";
    std::string_view drafts_none_match = "None of them is like that.";
    std::string_view drafts_caption = "{from}–{to} of {total}";
    std::string_view drafts_find = "Find";
    std::string_view drafts_find_label = "Name or own identifier";
    std::string_view drafts_standing_label = "Standing";
    std::string_view drafts_standing_any = "Any";
    std::string_view drafts_problems_label = "Only those with problems";
    std::string_view drafts_choose = "Choose {name}";
    std::string_view drafts_approve = "Approve what is chosen";
    std::string_view drafts_approve_all = "Approve all drafts";
    std::string_view drafts_approve_about =
        "Each is looked at once more. What is missing something stays a draft.";
    std::string_view column_choose = "Choose";
    std::string_view column_draft = "Name";
    std::string_view column_identifier = "Own identifier";
    std::string_view column_type = "Type";
    std::string_view column_draft_standing = "Standing";
    std::string_view column_changed = "Changed";
    std::string_view column_problems = "Problems";
    std::string_view page_before = "Previous page";
    std::string_view page_after = "Next page";
    std::string_view pages_label = "Pages";
    std::string_view approved_some = "Approved: {count}.";
    std::string_view approved_left = "Not approved: {count}.";
    std::string_view approved_title = "What became of it";
    std::string_view approved_left_title = "Still drafts";

    // One draft.
    std::string_view draft_new_title = "New {one}";
    std::string_view draft_new_about =
        "First what every {one} needs. You can save it whenever you like; what is still missing is "
        "asked for before it is approved.";
    std::string_view draft_unnamed = "Without a name";
    std::string_view draft_sections = "Parts of the form";
    std::string_view draft_section_problems = "{section} ({count} to mend)";
    std::string_view draft_save = "Save";
    std::string_view draft_actions = "What you can do";
    std::string_view draft_elsewhere = "Other parts of the form have something to mend as well";
    std::string_view draft_complete = "Nothing is missing. Approve it, and it can be published.";
    Plural draft_incomplete = {
        "Saved. Before you can approve it, one thing is to be mended.",
        "Saved. Before you can approve it, {count} things are to be mended."};
    std::string_view draft_approved_about =
        "Approved. The registry's staff publish it; every change needs your approval again.";
    std::string_view draft_published_about = "Published: everybody can see it.";
    std::string_view draft_changed_about =
        "What everybody sees is what was published before. Approve your changes to publish them.";
    std::string_view draft_returned_about = "The registry's staff sent it back: {reason}";
    std::string_view draft_unpublished_about =
        "It was public and no longer is. Approve it to publish it again.";
    std::string_view draft_location_about = "Locations are published with what is offered there.";
    std::string_view draft_approve = "Approve";
    std::string_view draft_preview = "Preview";
    std::string_view draft_copy = "Make a copy";
    std::string_view draft_public_page = "The public page";
    std::string_view draft_unpublish = "Unpublish";
    std::string_view draft_unpublish_title = "Unpublish {name}?";
    std::string_view draft_unpublish_about =
        "Nobody finds it any more, and programs are told that it was deleted. Its history and your "
        "draft stay, and you can publish it again.";
    std::string_view draft_discard = "Discard the draft";
    std::string_view draft_discard_title = "Discard {name}?";
    std::string_view draft_discard_about =
        "What you wrote is gone then. Nothing public depends on it.";
    std::string_view draft_keep = "No, keep it";
    std::string_view draft_rival =
        "Somebody else saved this in the meantime. What you wrote is below, and not saved yet: "
        "look at {theirs}, then save again to write over it.";
    std::string_view draft_rival_link = "what is saved now";
    std::string_view draft_unknown = "there is no such draft";
    std::string_view preview_title = "Preview of {name}";
    std::string_view preview_none = "There is no preview yet: these are the things to mend before.";
    std::string_view preview_about = "This is what would be published.";
    std::string_view preview_data = "As data (JSON-LD)";
    std::string_view preview_warnings = "Worth another look";

    // Tables.
    std::string_view bulk_title = "Upload {kind} as a table";
    std::string_view bulk_step_organization = "1. Your organization";
    std::string_view bulk_step_organization_about =
        "{organization} has the CTID {ctid}. It goes into the column \"Owned By\"; \"same as "
        "owner\" stands for it everywhere else.";
    std::string_view bulk_locations =
        "Identifiers of your locations, for the column \"Available At\"";
    std::string_view bulk_locations_none =
        "You entered no locations yet; the column \"Available At\" needs them.";
    std::string_view bulk_step_template = "2. Download the template";
    std::string_view bulk_template_link = "Template for {kind} (CSV)";
    std::string_view bulk_all_link = "All your {kind} as a table (CSV)";
    std::string_view bulk_step_fill = "3. Fill it in";
    std::string_view bulk_step_fill_about =
        "One row for each, in any spreadsheet program, saved as CSV. | parts several values, ~ a "
        "name from its value; #DELETE empties a cell's field. Rows with the same identifier add "
        "conditions or costs. A row whose identifier is known changes what is there.";
    std::string_view bulk_step_choose = "4. Choose the file";
    std::string_view bulk_file_label = "File";
    std::string_view bulk_file_hint = "CSV, at most 50,000 rows. Nothing is saved yet.";
    std::string_view bulk_upload_button = "Upload and look at it";
    std::string_view bulk_file_missing = "Choose a file first.";
    std::string_view bulk_step_approve = "5. Review and approve";
    std::string_view bulk_step_approve_about =
        "After saving, the rows are drafts: {list}, where you approve them.";
    std::string_view bulk_uploads = "Tables of the last days";
    std::string_view bulk_none = "None yet.";
    std::string_view column_file = "File";
    std::string_view column_uploaded = "Uploaded";
    std::string_view column_upload_state = "State";
    std::string_view column_rows = "Rows";

    std::string_view bulk_state_reading = "Is being read";
    std::string_view bulk_state_preview = "Waits to be saved";
    std::string_view bulk_state_saved = "Saved";
    std::string_view bulk_state_refused = "Refused";
    std::string_view bulk_state_given_up = "Given up";

    std::string_view upload_title = "{file}";
    Plural upload_reading = {
        "{count} row is read ({percent} % of the file). This page looks again by itself.",
        "{count} rows are read ({percent} % of the file). This page looks again by itself."};
    std::string_view upload_progress = "How much of the file is read";
    std::string_view upload_look_again = "Look again now";
    std::string_view upload_refused = "The file was refused as a whole: {problem}";
    std::string_view upload_given_up = "You gave this table up; nothing of it was saved.";
    std::string_view upload_sum =
        "Rows read: {rows}. Distinct identifiers: {things}. New: {added}. Changed: {updated}. "
        "Unchanged: {unchanged}. With problems: {failed}. Seconds: {seconds}.";
    std::string_view upload_saved = "Saved.";
    std::string_view upload_good = "Every row is good.";
    std::string_view upload_bad =
        "Some rows have problems. Mend them in your file and upload it again, or save the good "
        "rows alone.";
    std::string_view upload_all_bad = "No row could be taken.";
    std::string_view upload_save = "Save data";
    std::string_view upload_save_good = "Save the good rows";
    std::string_view upload_give_up = "Give up this table";
    std::string_view upload_problems_link = "Rows with problems as a file (CSV)";
    std::string_view column_said = "What it says";
    std::string_view upload_show_all = "All rows";
    std::string_view upload_show_bad = "Rows with problems";
    std::string_view upload_row = "Row {number}";
    std::string_view upload_row_problems = "Problems of row {number}";
    std::string_view upload_cell_problem = "{column}: {problem}";
    Plural upload_more_cells = {"and {count} more cell", "and {count} more cells"};
    std::string_view column_row = "Row";
    std::string_view column_outcome = "What happens";
    std::string_view outcome_added = "New";
    std::string_view outcome_updated = "Changed";
    std::string_view outcome_unchanged = "Unchanged";
    std::string_view outcome_failed = "Has problems";

    // After something was done.
    std::string_view notice_draft_saved = "Saved.";
    std::string_view notice_draft_approved =
        "Approved. The registry's staff are asked to publish it.";
    std::string_view notice_draft_published = "Published.";
    std::string_view notice_draft_unpublished = "It is no longer public.";
    std::string_view notice_draft_discarded = "The draft is gone.";
    std::string_view notice_draft_copied = "This is the copy.";
    std::string_view notice_table_saved = "The rows are saved as drafts.";
    std::string_view notice_table_given_up = "The table was given up; nothing was saved.";
};

}  // namespace cartulary::web
