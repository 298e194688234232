#pragma once

#include "base/one_time_code.h"
#include "operations/operations_for_test.h"
#include "operations/people.h"
#include "operations/people_operations.h"
#include "store/persons.h"

namespace cartulary {

inline constexpr auto good_password = "kestrels over the meadow";
inline constexpr auto other_password = "herons under the bridge";

// A registry in which people log in.
class PeopleUnderTest : protected OperationsUnderTest {
protected:
    explicit PeopleUnderTest(
        SessionOptions options = {},
        std::unique_ptr<testkit::StoreUnderTest> store = testkit::sqlite_store())
        : OperationsUnderTest(std::move(store)), people(registry(), options) {}

    // A person with a password, and a part where one is named.
    Person make_person(const std::string& email, std::optional<Role> role = {},
                       const OrganizationId* organization = nullptr) {
        const auto added = add_member(registry(), command_line(),
                                      {email, organization ? *organization : college.id,
                                       role.value_or(Role::viewer), good_password});
        EXPECT_TRUE(added) << (added ? "" : added.error().message);
        if (!role) {
            write([&](Transaction& transaction) {
                persons::remove_membership(transaction, own.organization, added->id);
            });
        }
        return added.value();
    }

    Result<LogIns::LoggedIn> log_in(const std::string& email,
                                    const std::string& password = good_password,
                                    const Browser& browser = {}) {
        return people.log_ins.log_in(email, password, browser);
    }

    // The token of a session of somebody without a second factor.
    std::string session_of(const std::string& email) { return log_in(email).value().token; }

    Actor actor(const std::string& token) { return people.sessions.find(token).value(); }
    Actor logged_in(const std::string& email) { return actor(session_of(email)); }

    // The path and the token of the latest mail of a kind.
    std::string link_of(MailKind kind) {
        const auto mails = mail_of(kind);
        EXPECT_FALSE(mails.empty());
        return mails.empty() ? "" : registry().vault.unseal(mails.back().sealed_link).value();
    }
    std::string token_of(MailKind kind) {
        const auto link = link_of(kind);
        return link.substr(link.find("token=") + 6);
    }

    // Turns the second factor on in the session of this token; gives the new token.
    struct Enrolled {
        std::string token;
        std::string secret;
        std::vector<std::string> recovery_codes;
    };
    Enrolled enrol(const std::string& token);

    std::string code_now(const std::string& secret) {
        return one_time_code(secret, one_time_step_at(under_test.now()));
    }

    PeopleOperations people;
};

// The bytes of base32, which only tests read.
inline std::string base32_decode(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    unsigned bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        bits = (bits << 5) | static_cast<unsigned>(alphabet.find(c));
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((bits >> count) & 255U);
    }
    return bytes;
}

inline PeopleUnderTest::Enrolled PeopleUnderTest::enrol(const std::string& token) {
    EXPECT_TRUE(people.second_factors.begin(actor(token)));
    const auto secret = base32_decode(people.second_factors.waiting(actor(token)).value().secret);
    const auto confirmed = people.second_factors.confirm(actor(token), code_now(secret));
    EXPECT_TRUE(confirmed);
    return {confirmed->token, secret, confirmed->recovery_codes};
}

}  // namespace cartulary
