#include "web/notice.h"

#include <algorithm>
#include <array>

namespace cartulary::web {

namespace {

struct NoticeText {
    Notice notice;
    std::string_view name;  // never changed: a cookie may still hold it
    std::string_view Texts::*text;
};
constexpr auto notices = std::to_array<NoticeText>({
    {Notice::address_confirmed, "address-confirmed", &Texts::notice_address_confirmed},
    {Notice::logged_out, "logged-out", &Texts::notice_logged_out},
    {Notice::logged_out_everywhere, "logged-out-everywhere", &Texts::notice_logged_out_everywhere},
    {Notice::password_reset, "password-reset", &Texts::notice_password_reset},
    {Notice::password_changed, "password-changed", &Texts::notice_password_changed},
    {Notice::name_changed, "name-changed", &Texts::notice_name_changed},
    {Notice::email_mailed, "email-mailed", &Texts::notice_email_mailed},
    {Notice::email_changed, "email-changed", &Texts::notice_email_changed},
    {Notice::second_factor_needed, "second-factor-needed", &Texts::notice_second_factor_needed},
    {Notice::second_factor_off, "second-factor-off", &Texts::notice_second_factor_off},
    {Notice::session_ended, "session-ended", &Texts::notice_session_ended},
    {Notice::invitation_mailed, "invitation-mailed", &Texts::notice_invitation_mailed},
    {Notice::invitation_cancelled, "invitation-cancelled", &Texts::notice_invitation_cancelled},
    {Notice::invitation_accepted, "invitation-accepted", &Texts::notice_invitation_accepted},
    {Notice::role_changed, "role-changed", &Texts::notice_role_changed},
    {Notice::member_removed, "member-removed", &Texts::notice_member_removed},
    {Notice::left, "left", &Texts::notice_left},
    {Notice::join_asked, "join-asked", &Texts::notice_join_asked},
    {Notice::member_let_in, "member-let-in", &Texts::notice_member_let_in},
    {Notice::join_declined, "join-declined", &Texts::notice_join_declined},
    {Notice::organization_saved, "organization-saved", &Texts::notice_organization_saved},
    {Notice::organization_submitted, "organization-submitted",
     &Texts::notice_organization_submitted},
    {Notice::organization_withdrawn, "organization-withdrawn",
     &Texts::notice_organization_withdrawn},
    {Notice::organization_discarded, "organization-discarded",
     &Texts::notice_organization_discarded},
    {Notice::key_revoked, "key-revoked", &Texts::notice_key_revoked},
    {Notice::third_party_granted, "third-party-granted", &Texts::notice_third_party_granted},
    {Notice::third_party_ended, "third-party-ended", &Texts::notice_third_party_ended},
    {Notice::third_party_asked, "third-party-asked", &Texts::notice_third_party_asked},
    {Notice::webhook_saved, "webhook-saved", &Texts::notice_webhook_saved},
    {Notice::webhook_secret_changed, "webhook-secret-changed",
     &Texts::notice_webhook_secret_changed},
    {Notice::webhook_requeued, "webhook-requeued", &Texts::notice_webhook_requeued},
    {Notice::draft_saved, "draft-saved", &Texts::notice_draft_saved},
    {Notice::draft_approved, "draft-approved", &Texts::notice_draft_approved},
    {Notice::draft_published, "draft-published", &Texts::notice_draft_published},
    {Notice::draft_unpublished, "draft-unpublished", &Texts::notice_draft_unpublished},
    {Notice::draft_discarded, "draft-discarded", &Texts::notice_draft_discarded},
    {Notice::draft_copied, "draft-copied", &Texts::notice_draft_copied},
    {Notice::table_saved, "table-saved", &Texts::notice_table_saved},
    {Notice::table_given_up, "table-given-up", &Texts::notice_table_given_up},
    {Notice::organizations_approved, "organizations-approved",
     &Texts::notice_organizations_approved},
    {Notice::organization_declined, "organization-declined", &Texts::notice_organization_declined},
    {Notice::organization_blocked, "organization-blocked", &Texts::notice_organization_blocked},
    {Notice::organization_unblocked, "organization-unblocked",
     &Texts::notice_organization_unblocked},
    {Notice::partner_trusted, "partner-trusted", &Texts::notice_partner_trusted},
    {Notice::partner_distrusted, "partner-distrusted", &Texts::notice_partner_distrusted},
    {Notice::drafts_published, "drafts-published", &Texts::notice_drafts_published},
    {Notice::draft_sent_back, "draft-sent-back", &Texts::notice_draft_sent_back},
    {Notice::staff_added, "staff-added", &Texts::notice_staff_added},
    {Notice::staff_removed, "staff-removed", &Texts::notice_staff_removed},
    {Notice::sessions_ended, "sessions-ended", &Texts::notice_sessions_ended},
    {Notice::second_factor_reset, "second-factor-reset", &Texts::notice_second_factor_reset},
    {Notice::confirmation_mailed, "confirmation-mailed", &Texts::notice_confirmation_mailed},
    {Notice::mail_requeued, "mail-requeued", &Texts::notice_mail_requeued},
    {Notice::mails_requeued, "mails-requeued", &Texts::notice_mails_requeued},
    {Notice::delivery_requeued, "delivery-requeued", &Texts::notice_delivery_requeued},
});

const NoticeText& entry_of(Notice notice) {
    return *std::ranges::find(notices, notice, &NoticeText::notice);
}

}  // namespace

std::string_view name_of(Notice notice) {
    return entry_of(notice).name;
}

std::optional<Notice> parse_notice(std::string_view name) {
    const auto* found = std::ranges::find(notices, name, &NoticeText::name);
    if (found == notices.end()) return std::nullopt;
    return found->notice;
}

std::string_view notice_text(const Texts& texts, Notice notice) {
    return texts.*entry_of(notice).text;
}

}  // namespace cartulary::web
