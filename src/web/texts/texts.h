#pragma once

#include <array>
#include <string_view>

#include "web/texts/organization_texts.h"
#include "web/texts/people_texts.h"
#include "web/texts/publisher_texts.h"
#include "web/texts/staff_texts.h"

// Every word that the pages say, so that another language is another of these. {names} stand for
// what is filled in; `backticks` mark code.
namespace cartulary::web {

struct Texts : PeopleTexts, OrganizationTexts, PublisherTexts, StaffTexts {
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
        "{sign_up} to look after your organization, or {log_in} where you have an account. Did you "
        "get a mail that names you as an administrator? Open its link to set your password.";

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
        "mail is used up; you may delete the mail.";
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

    // Dates, in UTC.
    std::string_view date = "{day} {month} {year}";
    std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};

    // An organization.
    std::string_view organization_unknown =
        "there is no organization of this name here, or it is not approved yet";
    std::string_view verified = "Verified by {registry}";
    std::string_view website = "Web site";
    std::string_view place = "Place";
    std::string_view place_next = ", ";
    std::string_view email = "E-mail";
    std::string_view badges = "Badges";
    std::string_view badges_none = "This organization offers no badges here at present.";

    // Badges, and what their issuer says of them.
    std::string_view template_unknown =
        "there is no badge of this name here, or it is not open to everybody";
    std::string_view template_title = "{badge}, a badge of {issuer}";
    std::string_view template_archived =
        "{issuer} no longer issues this badge. Those that were issued stay as they are.";
    std::string_view badge_picture = "Picture of the badge {badge}";
    std::string_view issued_by = "Issued by";
    std::string_view level = "Level";
    std::string_view cost = "Cost";
    std::string_view time_to_earn = "Time to earn";
    std::string_view type_category = "Kind";
    std::string_view more_about_it = "More about it";
    std::string_view skills = "Skills";
    std::string_view criteria = "Criteria";
    std::string_view activities = "How it is earned";
    std::string_view alignments = "Standards it is aligned to";
    std::string_view recommendations = "What to do next";
    std::string_view machine_data = "For software: this badge as Open Badges 2.0 data";

    // A badge that was issued.
    std::string_view badge_unknown =
        "there is no badge at this address, or it is not open to everybody";
    std::string_view badge_title = "{badge}, issued to {earner}";
    std::string_view badge_title_nameless = "{badge}, issued by {issuer}";
    std::string_view issued_to = "Issued to";
    std::string_view issued_on = "Issued on";
    std::string_view expires_on = "Expires on";
    std::string_view expired_on = "Expired on";
    std::string_view badge_about = "About this badge";
    std::string_view badge_template_link = "Everything about {badge}";
    std::string_view evidence = "Evidence";
    std::string_view standing_pending = "Not accepted yet";
    std::string_view standing_valid = "Valid";
    std::string_view standing_expired = "Expired";
    std::string_view standing_declined = "Declined";
    std::string_view standing_revoked = "Revoked";
    std::string_view pending_about =
        "{issuer} issued this badge. Its recipient has not accepted it yet, and is not named until "
        "then.";
    std::string_view valid_about = "{issuer} issued this badge, and its recipient accepted it.";
    std::string_view expired_about = "This badge is no longer valid, as its time is over.";
    std::string_view declined_about = "The recipient of this badge did not want it.";
    std::string_view revoked_about = "{issuer} revoked this badge. It is no longer valid.";
    std::string_view revoked_on_about =
        "{issuer} revoked this badge on {date}. It is no longer valid.";
    std::string_view replaced_about = "Another badge was issued in its place.";

    // The page where an earner decides about a badge.
    std::string_view earner_title = "Your badge: {badge}";
    std::string_view yours_pending = "{issuer} issued you this badge. You have not decided yet.";
    std::string_view yours_valid = "{issuer} issued you this badge, and you accepted it.";
    std::string_view yours_declined =
        "You declined this badge. Only {issuer} still knows that it was issued to you.";
    std::string_view decide_title = "Do you want this badge?";
    std::string_view decide_public =
        "Once you accept it, everybody who has the address of its public page can see it with your "
        "name, its dates and its evidence. You can make it private first, and change that at any "
        "time. Your e-mail address is never shown.";
    std::string_view decide_private =
        "It is private: when you accept it, nobody but you and {issuer} can see it, unless you "
        "make it public. Your e-mail address is never shown.";
    std::string_view accept_button = "Accept this badge";
    std::string_view decline_button = "Decline it";
    std::string_view privacy_title = "Who can see it";
    std::string_view privacy_pending =
        "The badge is public: it has a page for everybody, which does not name you before you "
        "accept it.";
    std::string_view privacy_public =
        "The badge is public: everybody who has the address of its page can see it with your name. "
        "Pass on that address, not the one of this page:";
    std::string_view privacy_private = "The badge is private: only you and {issuer} can see it.";
    std::string_view hide_button = "Make it private";
    std::string_view publish_button = "Make it public";
    std::string_view regret_title = "Changed your mind?";
    std::string_view decline_about =
        "You can still decline the badge. Its public page is then gone.";
    std::string_view accept_about = "You can still accept the badge.";
    std::string_view done_accept = "You accepted this badge.";
    std::string_view done_decline = "You declined this badge.";
    std::string_view done_publish = "This badge is now public.";
    std::string_view done_hide = "This badge is now private.";
    std::string_view not_done_revoked = "Nothing was changed, as the badge was revoked meanwhile.";
    std::string_view decision_unknown = "the form did not say what to do";
    std::string_view link_wrong_title = "This link does not work";
    std::string_view link_wrong_about =
        "It was not copied whole, or the badge it is about no longer exists. Nothing was changed.";
    std::string_view link_wrong_whole =
        "Look at the mail again: the link must be opened from its first to its last character.";
    std::string_view link_wrong_ask =
        "Otherwise ask the organization that issued the badge. Only it can issue another one.";

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

inline constexpr Texts english = {};

}  // namespace cartulary::web
