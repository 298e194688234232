#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about badges, and the organizations that issue
// them.
namespace cartulary::web {

struct BadgeTexts {
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
};

}  // namespace cartulary::web
