#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "base/secrets.h"
#include "base/time.h"
#include "operations/organization_access.h"

namespace cartulary {

// The caller's word that requests under one name are one request.
struct Repetition {
    std::string name;         // the Idempotency-Key; empty: none was given
    std::string fingerprint;  // a digest of the request
};

struct Answer {
    std::string text;
    bool repeated = false;  // it was given before
};

inline constexpr std::chrono::hours answer_life{24};

// What a caller needs for something that is done at most once.
struct Within {
    OrganizationId organization;
    Reach reach;
    Right right;
};

// Does something at most once for each name of a caller's, and gives the same answer again.
class Repetitions {
public:
    Repetitions(Store& store, const Vault& vault, Clock now)
        : store_(store), vault_(vault), now_(std::move(now)) {}

    // Runs `work` in a transaction; the answer that it gives is kept in the same transaction.
    // key_reused: another request was made under this name. A refusal is not kept, since nothing
    // was done.
    Result<Answer> once(const Caller& caller, const Repetition& repetition,
                        const std::function<Result<std::string>(Transaction&)>& work);

    // The same within an organization, which is held. A repeated answer too is only for who has
    // the right to it now: not_found, forbidden, as organization_within() gives them.
    Result<Answer> once_within(
        const Caller& caller, const Within& within, const Repetition& repetition,
        const std::function<Result<std::string>(Transaction&, const Organization&)>& work);

    // Drops the answers that no longer count.
    void forget_old();

private:
    Result<Answer> answer(Transaction& transaction, const Caller& caller,
                          const Repetition& repetition,
                          const std::function<Result<std::string>(Transaction&)>& work);
    Result<Answer> repeated(const std::string& fingerprint, const std::string& stored_fingerprint,
                            const std::string& sealed) const;

    Store& store_;
    const Vault& vault_;
    Clock now_;
};

}  // namespace cartulary
