#pragma once

#include <array>
#include <string_view>

// The part of the catalogue (see texts.h) that is about people's own organizations.
namespace cartulary::web {

struct OrganizationTexts {
    // What was done.
    std::string_view notice_organization_saved = "The organization is saved.";
    std::string_view notice_organization_submitted =
        "The organization is submitted. You get a mail when the staff have looked at it.";
    std::string_view notice_organization_withdrawn =
        "The organization is a draft again, and waits for nobody.";
    std::string_view notice_organization_discarded = "The organization is discarded.";
    std::string_view notice_key_revoked = "The key is revoked. Nothing opens with it any more.";
    std::string_view notice_third_party_granted =
        "It may publish for your organization from now on, and gets a mail that says so.";
    std::string_view notice_third_party_ended =
        "The right is ended. What was published stays as it is.";
    std::string_view notice_third_party_asked =
        "Your request is on its way. You get a mail when it is answered.";
    std::string_view notice_webhook_saved = "The webhook is saved.";
    std::string_view notice_webhook_secret_changed =
        "There is a new secret. The old one signs too for 24 hours.";
    std::string_view notice_webhook_requeued = "What was given up is tried again now.";

    // On every page of one.
    std::string_view own_navigation = "Pages of {organization}";
    std::string_view own_overview_link = "Overview";
    std::string_view own_edit_link = "Record";
    std::string_view own_publisher_link = "Publish";
    std::string_view own_members_link = "Members";
    std::string_view own_keys_link = "API keys";
    std::string_view own_third_parties_link = "Third parties";
    std::string_view own_webhooks_link = "Webhook";
    std::string_view own_history_link = "History";
    std::string_view own_public_link = "Public page";

    // The dashboard.
    std::string_view dashboard_new_link = "Enter an organization";
    std::string_view dashboard_next = "What to do next";
    std::string_view next_submit = "Complete it and submit it for approval";
    std::string_view next_wait = "Wait for the staff; you get a mail";
    std::string_view next_mend = "Mend what was declined, and submit it again";
    std::string_view next_publish = "Publish what it offers";
    std::string_view next_approve = "Approve what was written: {count}";
    std::string_view next_returned = "Mend what was sent back: {count}";

    // One organization.
    std::string_view own_draft_about =
        "This organization is a draft. Only its members see it. Once all that is needed is there, "
        "submit it: the staff of {registry} look at it then.";
    std::string_view own_submitted_about =
        "This organization waits for the staff of {registry} since {date}. Nothing of it is public "
        "before they have approved it.";
    std::string_view own_approved_about =
        "This organization is approved since {date}. Its record is public.";
    std::string_view own_declined_about =
        "The staff of {registry} declined this organization on {date}. Change what they write, and "
        "submit it again.";
    std::string_view own_resting_about =
        "This organization is neither public nor can it publish. Ask the staff of {registry}.";
    std::string_view own_reason = "They write:";
    std::string_view own_missing_title = "Still needed before it can be submitted";
    std::string_view own_record_title = "Record";
    std::string_view own_ctid = "CTID";
    std::string_view own_status = "Status";
    std::string_view submit_button = "Submit for approval";
    std::string_view withdraw_button = "Take it back to change it";
    std::string_view withdraw_about =
        "You can change it while it waits; taken back, nobody looks at it.";
    std::string_view discard_link = "Discard this organization";
    std::string_view discard_title = "Discard {organization}?";
    std::string_view discard_about =
        "It is gone for all its members, with what was written in it. This cannot be undone.";
    std::string_view discard_button = "Discard it";
    std::string_view keep_link = "Keep it";

    // Entering and changing one.
    std::string_view new_title = "Enter an organization";
    std::string_view new_about =
        "Give what you know; only the name is needed to save a draft. Nothing is public before the "
        "staff of {registry} have approved it.";
    std::string_view edit_title = "Record of {organization}";
    std::string_view edit_draft_about = "Save as often as you like; only members see a draft.";
    std::string_view edit_public_about =
        "What you save here is public at once, but for contact data, which stays with you and the "
        "staff.";
    std::string_view save_draft_button = "Save as draft";
    std::string_view save_and_submit_button = "Save and submit for approval";
    std::string_view changed_meanwhile =
        "Somebody else changed this organization meanwhile. Here is how it is now: please make "
        "your "
        "changes once more.";
    std::string_view too_many_unapproved =
        "You have ten organizations that are not approved yet. Discard one first.";

    std::string_view duplicates_title = "Is it one of these?";
    std::string_view duplicates_about =
        "What you gave looks like an organization that is registered already. Two records of one "
        "organization would split what is published of it, so please look first.";
    std::string_view duplicate_reasons = "{name}: {reasons}";
    std::string_view duplicate_join = "Ask to join {organization}";
    std::string_view duplicate_other_button = "It is another one: save it";
    std::string_view duplicate_other_submit_button = "It is another one: save and submit it";

    std::string_view form_about_title = "What it is";
    std::string_view form_contact_title = "How to reach it";
    std::string_view form_identifiers_title = "Identifiers";
    std::string_view form_publishing_title = "What it will publish";
    std::string_view name_label = "Name";
    std::string_view description_label = "Description";
    std::string_view description_hint = "What it does, in 15 characters or more.";
    std::string_view types_label = "Types";
    std::string_view sector_label = "Sector";
    std::string_view choose_none = "Please choose";
    std::string_view website_label = "Web page";
    std::string_view website_hint = "For example https://college.example/";
    std::string_view organization_email_label = "E-mail address";
    std::string_view organization_email_hint = "An e-mail address or a postal address is needed.";
    std::string_view phone_label = "Telephone";
    std::string_view phone_extension_label = "Extension";
    std::string_view street_label = "Street";
    std::string_view street_2_label = "Second line";
    std::string_view city_label = "City";
    std::string_view region_label = "State or region";
    std::string_view postal_code_label = "Postal code";
    std::string_view country_label = "Country";
    std::string_view fein_label = "FEIN";
    std::string_view fein_hint = "Federal employer identification number: nine digits.";
    std::string_view duns_label = "DUNS";
    std::string_view duns_hint = "Nine digits.";
    std::string_view opeid_label = "OPE ID";
    std::string_view opeid_hint = "Eight digits.";
    std::string_view roles_label = "It publishes as";
    std::string_view methods_label = "Ways of publishing";
    std::string_view consuming_label = "Ways of using what others publish";
    std::string_view estimates_label = "Estimates";
    std::string_view estimates_hint = "How many of each it will publish; leave out what is none.";
    std::string_view profile_name_label = "Name in addresses";
    std::string_view estimate_no_number = "Give a number for {field}, or nothing.";

    // The classes of which a form asks for an estimate, and what people call them.
    struct EstimatedClass {
        std::string_view name;
        std::string_view label;
    };
    std::array<EstimatedClass, 6> estimated_classes = {
        {{"ceterms:Credential", "Credentials"},
         {"ceterms:AssessmentProfile", "Assessments"},
         {"ceterms:LearningOpportunityProfile", "Learning opportunities"},
         {"ceasn:CompetencyFramework", "Competency frameworks"},
         {"ceterms:Pathway", "Pathways"},
         {"ceterms:TransferValueProfile", "Transfer values"}}};

    // In the order of domain/organization_type.h.
    std::array<std::string_view, 27> organization_types = {"Accreditation body",
                                                           "Assessment body",
                                                           "Business",
                                                           "Business or industry association",
                                                           "Certification body",
                                                           "Collaborative",
                                                           "Coordinating body",
                                                           "Four-year college",
                                                           "Government agency",
                                                           "High school",
                                                           "Labor union",
                                                           "Lower secondary school",
                                                           "Magnet school",
                                                           "Military",
                                                           "Non-traditional",
                                                           "Postsecondary",
                                                           "Primarily online",
                                                           "Primary school",
                                                           "Professional association",
                                                           "Quality assurance",
                                                           "Regulator",
                                                           "Secondary school",
                                                           "Career and technical",
                                                           "Education and training provider",
                                                           "Two-year college",
                                                           "Upper secondary school",
                                                           "Vendor"};
    std::array<std::string_view, 3> organization_sectors = {"Public", "Private, not for profit",
                                                            "Private, for profit"};
    // In the order of domain/publishing.h.
    std::array<std::string_view, 4> publishing_role_texts = {
        "An organization that offers credentials",
        "An organization that assures quality and offers credentials",
        "An organization that keeps competency frameworks", "A third party, for others"};
    std::array<std::string_view, 4> publishing_method_texts = {
        "Tables (bulk upload)", "Competency frameworks", "Forms (manual entry)",
        "Programs (Registry Assistant)"};
    std::array<std::string_view, 3> consuming_method_texts = {"A widget on web pages",
                                                              "A copy of one's own", "Searches"};
};

}  // namespace cartulary::web
