#pragma once

#include <optional>
#include <vector>

#include "operations/actor.h"
#include "store/mails.h"

namespace cartulary {

// The mails that the registry sends, for its staff. Every refusal is forbidden for anybody else.
class MailQueue {
public:
    explicit MailQueue(const Registry& registry) : registry_(registry) {}

    struct Listed {
        std::vector<mails::Kept> mails;  // newest first
        bool more = false;
    };
    // `after` is the last one of the page before.
    Result<Listed> list(const Actor& actor, MailState state, const std::optional<Uuid>& after);

    // One that was given up is sent again, as if never tried. not_found; conflict: it was not given
    // up, or its link was erased and it is of no use without.
    Result<void> requeue(const Actor& actor, const Uuid& mail);

    // All that were given up and are of use; gives how many.
    Result<std::int64_t> requeue_all(const Actor& actor);

private:
    const Registry& registry_;
};

}  // namespace cartulary
