#pragma once

#include <cstdint>
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

struct Counts {
    std::int64_t waiting;
    std::int64_t sent;
    std::int64_t given_up;
};
Counts count(Transaction& transaction);

}  // namespace cartulary::mails
