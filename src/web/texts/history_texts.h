#pragma once

#include <array>
#include <string_view>

// The part of the catalogue (see texts.h) that is about what happened.
namespace cartulary::web {

struct HistoryTexts {
    // History.
    std::string_view history_title = "History of {organization}";
    std::string_view history_about = "Every version of the record, the latest first.";
    std::string_view history_caption = "Versions";
    std::string_view activity_title = "Activity of {organization}";
    std::string_view activity_about = "What happened, the latest first.";
    std::string_view activity_link = "All activity";
    std::string_view history_link = "Versions of the record";
    std::string_view column_version = "Version";
    std::string_view column_what = "What happened";
    std::string_view column_who = "Who";
    std::string_view column_changed_fields = "Changed";
    std::string_view version_number = "Version {number}";
    std::string_view version_difference = "See what changed";
    std::string_view version_difference_of = "See what changed in version {number}";
    std::string_view difference_title = "Version {number} of {organization}";
    std::string_view difference_about = "By {who} on {date}, compared with version {before}.";
    std::string_view difference_first_about = "By {who} on {date}: the first version.";
    std::string_view difference_none = "Nothing that is shown here changed.";
    std::string_view column_field = "Field";
    std::string_view column_before = "Before";
    std::string_view column_after = "After";
    std::string_view value_none = "(nothing)";
    std::string_view who_staff = "The registry's staff";
    std::string_view who_registry = "The registry";
    std::string_view who_person = "Somebody who is gone";
    std::string_view who_earner = "The earner of a badge";
    std::string_view organization_picture = "Picture";
    std::string_view published_title = "Published versions";
    std::string_view published_about =
        "What everybody could see at a time, with what was published beside the record.";
    std::string_view published_difference_title = "Published version {number} of {organization}";
    std::string_view moment = "{day}, {time} UTC";

    // What happens, by the names of domain/event.h.
    struct EventName {
        std::string_view type;
        std::string_view text;
    };
    std::array<EventName, 33> event_names = {
        {{"organization.registered", "Organization entered"},
         {"organization.changed", "Record changed"},
         {"organization.deleted", "Organization removed"},
         {"organization.submitted", "Submitted for approval"},
         {"organization.withdrawn", "Taken back from approval"},
         {"organization.approved", "Approved"},
         {"organization.declined", "Declined"},
         {"organization.member_added", "Member added"},
         {"organization.member_changed", "Role of a member changed"},
         {"organization.member_removed", "Member removed"},
         {"organization.member_invited", "Somebody invited"},
         {"organization.join_requested", "Somebody asked to join"},
         {"organization.join_declined", "Request to join declined"},
         {"organization.key_made", "API key made"},
         {"organization.key_revoked", "API key revoked"},
         {"organization.third_party_asked", "Third party asked"},
         {"organization.third_party_granted", "Third party allowed"},
         {"organization.third_party_ended", "Right of a third party ended"},
         {"organization.secret_changed", "New secret of the webhook"},
         {"badge_template.created", "Badge template made"},
         {"badge_template.changed", "Badge template changed"},
         {"badge_template.deleted", "Badge template removed"},
         {"badge.created", "Badge issued"},
         {"badge.deleted", "Badge removed"},
         {"badge.state.changed", "State of a badge changed"},
         {"badge.privacy.changed", "Privacy of a badge changed"},
         {"draft.approved", "Entry approved"},
         {"draft.published", "Entry published"},
         {"draft.returned", "Entry sent back"},
         {"draft.unpublished", "Entry taken out of the registry"},
         {"resource.published", "Published"},
         {"resource.deleted", "Taken out of the registry"},
         {"resource.transferred", "Handed over to another organization"}}};
    std::string_view event_of = "{event}: {name}";
};

}  // namespace cartulary::web
