#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "domain/organization.h"
#include "domain/webhook.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

inline constexpr std::chrono::hours webhook_secret_overlap{24};
inline constexpr std::chrono::days delivered_kept{30};  // for who looks at attempts

// How a receiver knows that it is us: "whsec_" and base64, as Standard Webhooks writes it.
struct WebhookSecret {
    std::string text;
    std::optional<Timestamp> old_until;  // until then the one before it signs too
};

// Makes sure that an organization whose webhook was stated can be told, in the transaction of that
// statement: it gets a secret at the first; what its receiver did before no longer counts, and what
// waits is due at once.
void stand_ready(const Registry& registry, Transaction& transaction,
                 const Organization& organization);

// What became of what webhooks are told. The secret is for the organization's own credential with
// the right to write; the rest is for staff and command line.
class Webhooks {
public:
    explicit Webhooks(const Registry& registry) : registry_(registry) {}

    // not_found: as always, and where no webhook was ever stated.
    Result<WebhookSecret> secret(const Caller& caller, const OrganizationId& organization);
    Result<WebhookSecret> rotate_secret(const Caller& caller, const OrganizationId& organization);

    struct Told {
        Delivery delivery;
        std::vector<DeliveryAttempt> attempts;  // oldest first
    };
    // Newest first. not_found: no such organization.
    Result<Page<Told>> list(const std::optional<OrganizationId>& organization,
                            std::optional<DeliveryState> state, const Slice& slice);

    // Dead deliveries are due again at once: one, or all of an organization, which is enabled
    // again. Gives how many. not_found.
    Result<std::int64_t> requeue(const Uuid& delivery);
    Result<std::int64_t> requeue_all(const OrganizationId& organization);

    void forget_delivered();

private:
    const Registry& registry_;
};

}  // namespace cartulary
