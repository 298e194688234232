#include "operations/people_operations.h"

#include "store/invitations.h"
#include "store/persons.h"
#include "store/sign_ups.h"

namespace cartulary {

namespace {

// Links that ran out long ago: until then somebody may ask what became of one.
constexpr std::chrono::days links_kept{30};

}  // namespace

void PeopleOperations::forget_ended() {
    sessions.forget_ended();
    const auto now = registry.now();
    registry.store.write([&](Transaction& transaction) -> Result<void> {
        sign_ups::forget(transaction, now);
        invitations::forget(transaction, now);
        persons::forget_tokens(transaction, now - links_kept);
        return {};
    });
}

}  // namespace cartulary
