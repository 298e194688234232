#include "domain/email_address.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "domain/host_name.h"

namespace cartulary {

namespace {

constexpr auto shape_problem = "must be an e-mail address, for example name@example.org";

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// RFC 5322, 3.2.3 "atext", and everything outside ASCII (RFC 6531, 3.3).
bool is_atom_character(char c) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           !is_ascii(c) || others.find(c) != std::string_view::npos;
}

bool holds_white_space(std::string_view text) {
    // Folding makes every run of white space one ASCII space and drops it at the ends.
    return text::trimmed(text).size() != text.size() ||
           text::folded(text).find(' ') != std::string::npos;
}

bool is_local_part(std::string_view local_part) {
    return !local_part.empty() && local_part.front() != '.' && local_part.back() != '.' &&
           local_part.find("..") == std::string_view::npos &&
           std::all_of(local_part.begin(), local_part.end(),
                       [](char c) { return c == '.' || is_atom_character(c); }) &&
           !text::has_control_character(local_part) && !holds_white_space(local_part);
}

}  // namespace

Checked<EmailAddress> EmailAddress::parse(std::string_view text) {
    text = text::trimmed(text);
    if (text.empty()) return problem("is required");
    const auto at = text.rfind('@');
    if (at == std::string_view::npos) return problem(shape_problem);
    const auto local_part = text.substr(0, at);
    if (!text::is_utf8(text) || !is_local_part(local_part)) return problem(shape_problem);
    auto domain = ascii_host_name(text.substr(at + 1));
    if (!domain) return problem(shape_problem);
    if (local_part.size() > email_local_part_bytes_max) {
        return problem("must have at most 64 bytes before the @");
    }
    if (local_part.size() + 1 + domain->size() > email_address_bytes_max) {
        return problem("must have at most 254 bytes");
    }
    EmailAddress address;
    address.text_ = text;
    address.local_part_ = local_part;
    address.folded_ = text::folded(local_part) + "@" + *domain;
    address.domain_ = *std::move(domain);
    return address;
}

bool EmailAddress::needs_smtputf8() const {
    return !std::all_of(local_part_.begin(), local_part_.end(), is_ascii);
}

}  // namespace cartulary
