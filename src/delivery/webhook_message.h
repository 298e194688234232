#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "domain/webhook.h"
#include "outbound/posts.h"

namespace cartulary::delivery {

// Where an organization is told of its events, and by what it knows that it is us.
struct WebhookAddress {
    std::string url;
    std::vector<std::string> secrets;  // each of them signs; empty: see problem
    std::string problem = {};          // why nothing can be sent now; empty: it can
};

// What tells of an event: the same text at every attempt.
std::string webhook_body(const Delivery& delivery);

// An attempt to deliver that begins at `at`.
outbound::Post webhook_post(const Delivery& delivery, const WebhookAddress& address, Timestamp at,
                            const std::string& user_agent, std::chrono::milliseconds timeout);

}  // namespace cartulary::delivery
