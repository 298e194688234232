#pragma once

#include <optional>
#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// What a page says once, after something was done.
enum class Notice {
    address_confirmed,
    logged_out,
    logged_out_everywhere,
    password_reset,
    password_changed,
    name_changed,
    email_mailed,
    email_changed,
    second_factor_needed,
    second_factor_off,
    session_ended,
    invitation_mailed,
    invitation_cancelled,
    invitation_accepted,
    role_changed,
    member_removed,
    left,
    join_asked,
    member_let_in,
    join_declined,
    organization_saved,
    organization_submitted,
    organization_withdrawn,
    organization_discarded,
    key_revoked,
    third_party_granted,
    third_party_ended,
    third_party_asked,
    webhook_saved,
    webhook_secret_changed,
    webhook_requeued,
    draft_saved,
    draft_approved,
    draft_published,
    draft_unpublished,
    draft_discarded,
    draft_copied,
    table_saved,
    table_given_up,
    organizations_approved,
    organization_declined,
    organization_blocked,
    organization_unblocked,
    partner_trusted,
    partner_distrusted,
    drafts_published,
    draft_sent_back,
    staff_added,
    staff_removed,
    sessions_ended,
    second_factor_reset,
    confirmation_mailed,
    mail_requeued,
    mails_requeued,
    delivery_requeued,
};

// As a cookie carries it to the next page.
std::string_view name_of(Notice notice);
std::optional<Notice> parse_notice(std::string_view name);

// What the page says.
std::string_view notice_text(const Texts& texts, Notice notice);

}  // namespace cartulary::web
