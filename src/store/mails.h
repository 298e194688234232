#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/mail.h"
#include "store/store.h"

// The queue of mails. A mail is inserted in the transaction of what it tells of; delivery leases
// it afterwards.
namespace cartulary::mails {

void insert(Transaction& transaction, const Mail& mail);

// A mail that this sender, and no other, may try to send until the lease ends.
struct Leased {
    Mail mail;
    int attempts;  // this one included
};

// Whether a lease would find any: a look that is no write.
bool any_due(Transaction& transaction, Timestamp now);

// The mails whose time has come, oldest first, at most `count`, each leased until `until`. On
// PostgreSQL several nodes lease at once and never the same mail.
std::vector<Leased> lease(Transaction& transaction, Timestamp now, Timestamp until, int count);

// The server took it. Its facts stay, its secret link is erased.
void mark_sent(Transaction& transaction, const Uuid& mail, Timestamp now);

// It is tried again at `next`; `reason` is what the server or the network said.
void mark_delayed(Transaction& transaction, const Uuid& mail, Timestamp next,
                  const std::string& reason);

// It will not be tried again; `reason` is kept for the staff, the secret link is erased.
void mark_given_up(Transaction& transaction, const Uuid& mail, Timestamp now,
                   const std::string& reason);

// A mail as staff see it: never with its link.
struct Kept {
    Uuid id;
    MailKind kind;
    std::string to_address;
    MailState state;
    int attempts;
    Timestamp next_attempt;
    std::string reason;  // what the server or the network said last
    Timestamp created_at;
    std::optional<Timestamp> ended_at;
};

// Newest first, those before `before`, at most `count`.
std::vector<Kept> list(Transaction& transaction, MailState state, const std::optional<Uuid>& before,
                       int count);

std::optional<Kept> find(Transaction& transaction, const Uuid& mail);

// Mails that were given up are due again at once, as if never tried: one, or all of some kinds (at
// least one). Gives how many.
std::int64_t requeue(Transaction& transaction, const Uuid& mail, Timestamp now);
std::int64_t requeue_all(Transaction& transaction, const std::vector<MailKind>& kinds,
                         Timestamp now);

struct Counts {
    std::int64_t waiting;
    std::int64_t sent;
    std::int64_t given_up;
};
Counts count(Transaction& transaction);
std::int64_t count(Transaction& transaction, MailState state);

}  // namespace cartulary::mails
