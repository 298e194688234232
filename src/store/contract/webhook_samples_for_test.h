#pragma once

#include "store/badge_samples_for_test.h"
#include "store/contract/store_contract_for_test.h"
#include "store/events.h"
#include "store/webhooks.h"

namespace cartulary {

inline webhooks::Receiver sample_receiver(std::int32_t organization) {
    return {.organization = organization,
            .sealed_secret = std::string("\0secret", 7),
            .sealed_old_secret = "",
            .old_until = {},
            .disabled = ""};
}

// Appends an event with the id of its name, and queues it.
inline Uuid queue_sample(Transaction& transaction, std::int32_t organization,
                         const std::string& name, int minutes) {
    const auto id = sample_id(name);
    events::append(transaction,
                   {id, organization, 0, "badge.created", "staff", "{}", sample_time(minutes)});
    webhooks::queue(transaction, organization, id, sample_time(minutes));
    return id;
}

inline DeliveryAttempt sample_attempt(int minutes, std::optional<int> status,
                                      const std::string& problem = "") {
    return {.number = 0,
            .started_at = sample_time(minutes),
            .duration = std::chrono::milliseconds(1'250),
            .status = status,
            .problem = problem};
}

// The organizations of the receivers that can be leased at that time; they are held for an hour.
inline std::vector<std::int32_t> leased_at(Transaction& transaction, int minutes, int count = 100) {
    std::vector<std::int32_t> organizations;
    for (const auto& receiver :
         webhooks::lease(transaction, sample_time(minutes), sample_time(minutes + 60), count)) {
        organizations.push_back(receiver.organization);
    }
    return organizations;
}

inline std::vector<Uuid> due_at(Transaction& transaction, std::int32_t organization, int minutes,
                                int count = 100) {
    std::vector<Uuid> ids;
    for (const auto& delivery :
         webhooks::due(transaction, organization, sample_time(minutes), count)) {
        ids.push_back(delivery.id);
    }
    return ids;
}

}  // namespace cartulary
