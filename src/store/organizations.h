#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "domain/organization.h"
#include "store/store.h"

// Organizations.
namespace cartulary::organizations {

std::optional<Organization> find(Transaction& transaction, const OrganizationId& id);
std::optional<Organization> find(Transaction& transaction, std::int32_t number);

// What `viewer` needs to know before it asks for the record: its number and version, and whether it
// may see it (it is the viewer itself, one of the viewer's own as its tenant, or one for which the
// viewer may publish). One look-up.
struct Sight {
    std::int32_t number;
    std::int64_t version;
    bool may_see;
};
std::optional<Sight> sight_of(Transaction& transaction, const OrganizationId& id,
                              std::int32_t viewer);

std::optional<std::int32_t> number_of(Transaction& transaction, const OrganizationId& id);

// Stores a new one and gives it the number and serial that it has from now on; both increase,
// whatever nodes insert. conflict, with the field "id", "profile_name" or "identifiers.<scheme>":
// another organization has it.
struct Given {
    std::int32_t number;
    std::int64_t serial;
};
Result<Given> insert(Transaction& transaction, const Organization& organization);

// Stores a change of everything but id, number, serial and time of creation. conflict: the stored
// version is not `organization.version - 1`, or, with the field as above, another has its profile
// name or identifier.
Result<void> replace(Transaction& transaction, const Organization& organization);

// Holds it until this transaction ends: another one that wants to hold it waits, and then reads
// what this one wrote.
void hold(Transaction& transaction, std::int32_t number);

// The identifiers by which it is found, in the order of their schemes: those that it states, or the
// index is wrong.
std::vector<Identifier> indexed_identifiers(Transaction& transaction, std::int32_t number);

std::optional<Organization> find_by_profile_name(Transaction& transaction, std::string_view folded);

// Within what an identifier that is unique within a tenant, or in the registry, is unique, as its
// index has it.
std::string within_tenant(std::int32_t tenant);
inline constexpr auto within_registry = "registry";

// Those that `viewer` may see: itself, its own as their tenant but for retired ones, and those for
// which it may publish, in the order of their folded names, then numbers.
Page<Organization> list_seen_by(Transaction& transaction, std::int32_t viewer, const Slice& slice);

// By their folded names, then numbers, at most `count`: those after `after`, in one status or in
// all, with `text` somewhere in the name (blank: all).
struct Search {
    std::string text = {};
    std::optional<OrganizationStatus> status = {};
    std::string after_name = {};  // folded
    std::int32_t after_number = 0;
};
std::vector<Organization> search(Transaction& transaction, const Search& search, int count);

// How many there are in a status.
std::int64_t count(Transaction& transaction, OrganizationStatus status);

// One after the other in the order of their folded names, then numbers, without keeping them.
void for_each(Transaction& transaction, const std::function<void(const Organization&)>& visit);

std::int64_t count(Transaction& transaction);

}  // namespace cartulary::organizations
