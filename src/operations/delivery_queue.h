#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/actor.h"
#include "operations/webhooks.h"

namespace cartulary {

// What webhooks of all organizations are told, for the registry's staff. Every refusal is forbidden
// for anybody else.
class DeliveryQueue {
public:
    explicit DeliveryQueue(const Registry& registry) : registry_(registry) {}

    struct Entry {
        Webhooks::Told told;
        std::string organization_name;
    };
    struct Listed {
        std::vector<Entry> deliveries;  // newest first
        bool more = false;
    };
    // `after` is the last one of the page before.
    Result<Listed> list(const Actor& actor, DeliveryState state, const std::optional<Uuid>& after);

    // As Webhooks does for the command line. not_found.
    Result<void> requeue(const Actor& actor, const Uuid& delivery);
    Result<std::int64_t> requeue_all(const Actor& actor, const OrganizationId& organization);

private:
    const Registry& registry_;
};

}  // namespace cartulary
