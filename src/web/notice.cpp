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
