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
};

// As a cookie carries it to the next page.
std::string_view name_of(Notice notice);
std::optional<Notice> parse_notice(std::string_view name);

// What the page says.
std::string_view notice_text(const Texts& texts, Notice notice);

}  // namespace cartulary::web
