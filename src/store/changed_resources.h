#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// The resources that changed, for whoever copies the registry.
namespace cartulary::changes {

struct ChangedResource {
    std::int64_t change;  // number of the last one of this span
    Resource resource;    // as it is now
    OrganizationId owner;
    std::optional<OrganizationId> publisher;
    std::string document;  // of its latest version; empty where it is deleted
};

// A page ends at so many, and after so many bytes of documents.
inline constexpr int changed_resources_max = 1'000;
inline constexpr std::size_t changed_bytes_max = std::size_t{2} << 20;

struct Span {
    std::int64_t after;  // numbers of changes
    std::int64_t until;  // settled
    bool deleted_too = false;
};

// Those with a change in the span, in the order of the last one there; the first page of them,
// which is empty only where there are none.
std::vector<ChangedResource> changed_in(Transaction& transaction, const Span& span);

}  // namespace cartulary::changes
