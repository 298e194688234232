#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// Which resources refer to one another, by the entries that are found now; see ResourceReference.
// Each question reads no more than it gives, however many there are.
namespace cartulary::connections {

// The ways by which an entry refers to CTIDs and to all else, or by which others refer to a CTID
// ("ceterms:requires.ceterms:targetCredential"), in their order; at most `count`.
std::vector<std::string> ways_from(Transaction& transaction, std::int64_t number, int count);
std::vector<std::string> ways_to(Transaction& transaction, const Ctid& ctid, int count);

// What the entry refers to by this way, in the order of the CTIDs, also what is not here; at most
// `count`.
std::vector<Ctid> referred(Transaction& transaction, std::int64_t number, std::string_view way,
                           int count);

// Numbers of the entries that refer to the CTID by this way, in their order; at most `count`.
std::vector<std::int64_t> referring(Transaction& transaction, const Ctid& ctid,
                                    std::string_view way, int count);

// Numbers of the entries with these CTIDs, in their order; those that are deleted, or never were,
// are left out.
std::vector<std::int64_t> numbers_of(Transaction& transaction, std::span<const Ctid> ctids);

// The classes of these entries, in the order of their numbers; without those that are deleted.
struct Typed {
    std::int64_t number;
    std::string type;

    bool operator==(const Typed&) const = default;
};
std::vector<Typed> types_of(Transaction& transaction, std::span<const std::int64_t> numbers);

}  // namespace cartulary::connections
