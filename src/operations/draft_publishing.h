#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "operations/draft_judging.h"
#include "operations/drafts.h"
#include "operations/resource_publishing.h"

// Drafts on their way to the public, many at a time.
namespace cartulary {

// A draft as it was judged, with all that publishing it stores, made before the transaction.
struct PreparedDraft {
    Draft draft;
    EntryJudged judged;
    WrittenDocument document;
};
PreparedDraft prepared(const Registry& registry, Transaction& transaction,
                       const Organization& owner, Draft draft);

// Publishes what the draft says and stores that it did, with its event. The owner is held. The
// refusals are those of Resources::publish, and of Registrations where an organization is
// registered.
Result<void> publish_draft(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Organization& owner, PreparedDraft& prepared);

Drafts::Preview preview_of(const Registry& registry, Transaction& transaction,
                           const Organization& owner, const Draft& draft);

void append_draft_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const Organization& owner, const std::string& type, const Draft& draft);

// As many as are done in one transaction.
inline constexpr std::size_t portion_size = 200;

// `work` for all in one transaction, then `finish`, where one is given, with how many there are.
// Where one is refused, nothing of that is kept: each has a transaction of its own then, and
// `finish` one more. Gives how many were done; `done` is told of all.
using DraftWork = std::function<Result<void>(Transaction&, PreparedDraft&)>;
using DraftFinish = std::function<void(Transaction&, std::int64_t count)>;
std::int64_t do_together(Store& store, std::span<PreparedDraft> portion, const DraftWork& work,
                         const DraftFinish& finish, Drafts::Done& done);

void leave(Drafts::Done& done, const Ctid& ctid, std::string name, Error error);

// too_large: more than Drafts::named_max.
Result<void> require_few_enough(std::span<const Ctid> ctids);
// Each once, in their order.
std::vector<Ctid> each_once(std::span<const Ctid> ctids);

}  // namespace cartulary
