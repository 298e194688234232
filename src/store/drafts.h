#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "domain/draft.h"
#include "store/store.h"

// What people write by form or table. Whoever changes something holds its organization first.
namespace cartulary::drafts {

// `words`: those of its name by which it is found, folded, with single spaces between them
// (search/words.h).
//
// conflict, with the field "ctid" or "external_identifier": the organization has it already.
Result<void> insert(Transaction& transaction, const Draft& draft, std::string_view words);

// Stores what was written anew, with its standing; organization, CTID, kind and time of creation
// stay. conflict: as above, with the field "external_identifier"; or with the field "version": the
// stored one is not `draft.version - 1`.
Result<void> replace(Transaction& transaction, const Draft& draft, std::string_view words);

// Stores what became of it: its standing, the versions that were approved and published, approver,
// reason, and since when it waits. conflict, with the field "version": the stored one is not
// `draft.version`; with the field "ctid": another organization's with this CTID waits already.
Result<void> set_standing(Transaction& transaction, const Draft& draft);

// False: the organization has none of this CTID.
bool remove(Transaction& transaction, std::int32_t organization, const Ctid& ctid);

std::optional<Draft> find(Transaction& transaction, std::int32_t organization, const Ctid& ctid);
std::optional<Draft> find_by_identifier(Transaction& transaction, std::int32_t organization,
                                        std::string_view kind, std::string_view identifier);
// The CTID alone.
std::optional<Ctid> ctid_by_identifier(Transaction& transaction, std::int32_t organization,
                                       std::string_view kind, std::string_view identifier);

struct Filter {
    std::optional<std::string> kind = {};
    std::optional<DraftStanding> standing = {};
    std::string words = {};       // folded, as above; the last may be the beginning of one
    std::string identifier = {};  // or the own identifier is this
    bool with_problems = false;
};
// Without their entries, written last first. The total is counted.
Page<Draft> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                 const Slice& slice);

// How many there are of each standing, in the order of draft_standings.
std::array<std::int64_t, std::size(draft_standings)> count_by_standing(Transaction& transaction,
                                                                       std::int32_t organization);
std::int64_t count(Transaction& transaction, std::int32_t organization);

// Of one kind, with their entries, in the order of their CTIDs, after this one, at most `count`.
std::vector<Draft> after(Transaction& transaction, std::int32_t organization, std::string_view kind,
                         const Ctid& ctid, int count);
// Those of one standing; the same.
std::vector<Draft> after(Transaction& transaction, std::int32_t organization,
                         DraftStanding standing, std::string_view kind, const Ctid& ctid,
                         int count);

// --- what waits for staff, of all organizations ---

// Without their entries, longest first.
Page<Draft> waiting(Transaction& transaction, const Slice& slice);
std::optional<Draft> find_waiting(Transaction& transaction, const Ctid& ctid);

}  // namespace cartulary::drafts
