#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/company.h"
#include "store/store.h"

// The attendee groups of organizations of companies.
namespace cartulary::attendee_groups {

// Gives it its number; `group.number` is not looked at. conflict, with the field "name": the
// organization has one of this name.
Result<std::int32_t> insert(Transaction& transaction, std::int32_t organization,
                            const AttendeeGroup& group);

// Everything but who made it, and when. conflict, as above.
Result<void> replace(Transaction& transaction, std::int32_t organization,
                     const AttendeeGroup& group);

// False: the organization has none of this number.
bool remove(Transaction& transaction, std::int32_t organization, std::int32_t number);

std::optional<AttendeeGroup> find(Transaction& transaction, std::int32_t organization,
                                  std::int32_t number);

// In the order of their numbers; those of this name without regard to case, where one is given.
std::vector<AttendeeGroup> list(Transaction& transaction, std::int32_t organization,
                                const std::optional<std::string>& name);

std::int64_t count(Transaction& transaction, std::int32_t organization);

}  // namespace cartulary::attendee_groups
