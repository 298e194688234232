#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/token_buckets.h"
#include "domain/mail.h"
#include "operations/registry.h"

namespace cartulary {

// A person's browser, as far as it tells.
struct Browser {
    std::string agent = {};    // User-Agent
    std::string address = {};  // of the client
    std::string mark = {};     // by which we know it again; see PersonLimits
};

// How often passwords and codes may be tried, and mails be asked for, in this process. Everything
// is a token bucket: some tries at once, then one in each interval.
//
// Who tries to log in is counted by address, and by account. A browser in which the account's owner
// was logged in before has a mark and is counted by that instead, so that strangers who try an
// account all the time keep out other strangers, not its owner.
class PersonLimits {
public:
    explicit PersonLimits(const Registry& registry);

    using Wait = std::optional<std::chrono::seconds>;  // nothing: go on

    // One try to log in to `account` (a folded address). Taken before the password is looked at,
    // and given back when it was right.
    Wait take_log_in(std::string_view account, const Browser& browser, bool is_marked);
    void give_back_log_in(std::string_view account, const Browser& browser, bool is_marked);

    // One try of somebody who is already known: a code, or a password asked for once more.
    Wait take_proof(const Uuid& person);
    void give_back_proof(const Uuid& person);

    // One form that makes work for others: a sign-up, a forgotten password, an invitation. By the
    // client's address, or by who is logged in.
    Wait take_form(std::string_view who);

    // Whether one more mail of a kind that anybody can ask for may go to this address: few for each
    // who asks, and more in all, so that nobody can ask so often that others get none.
    bool take_mail(MailKind kind, std::string_view email_folded, std::string_view who);

    // The mark for a browser in which this person is logged in, and whether one is this person's.
    std::string mark_for(const Uuid& person) const;
    bool is_mark_of(const Uuid& person, std::string_view mark) const;

private:
    struct Tried;
    TokenBuckets::Time now() const;

    const Registry& registry_;
    std::mutex mutex_;
    TokenBuckets addresses_;  // all under mutex_
    TokenBuckets accounts_;
    TokenBuckets marks_;
    TokenBuckets proofs_;
    TokenBuckets forms_;
    TokenBuckets mails_;         // to one address by one who asks
    TokenBuckets mails_of_all_;  // to one address
};

}  // namespace cartulary
