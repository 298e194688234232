#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/checked.h"

namespace cartulary {

inline constexpr std::size_t email_address_bytes_max = 254;  // RFC 5321, 4.5.3.1.3 without < >
inline constexpr std::size_t email_local_part_bytes_max = 64;

// An address that mail can be sent to: RFC 5321 without quoted local parts and address literals,
// with the international local parts of RFC 6531 and the domains of IDNA 2008.
class EmailAddress {
public:
    // White space around it is dropped.
    static Checked<EmailAddress> parse(std::string_view text);

    const std::string& text() const { return text_; }  // as written
    // Equal for two spellings of what is taken for one mailbox.
    const std::string& folded() const { return folded_; }
    // In ASCII, in lower case: "xn--bcher-kva.example".
    const std::string& domain() const { return domain_; }
    // As written, but with the ASCII domain: what a mail server is told.
    std::string for_sending() const { return local_part_ + "@" + domain_; }
    // The local part is not ASCII, so only servers with SMTPUTF8 can take it.
    bool needs_smtputf8() const;

    bool operator==(const EmailAddress&) const = default;

private:
    EmailAddress() = default;
    std::string text_;
    std::string local_part_;
    std::string domain_;
    std::string folded_;
};

}  // namespace cartulary
