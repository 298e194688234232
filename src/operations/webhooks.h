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

// In the transaction of whoever wants it: a dead delivery is due again at once, or all of an
// organization that is held, which is enabled again. Gives how many. not_found: no delivery has
// this id, or it is not dead. Who commits calls registry.webhooks_wait() afterwards.
Result<std::int64_t> requeue_delivery(const Registry& registry, Transaction& transaction,
                                      const Uuid& delivery);
std::int64_t requeue_deliveries(const Registry& registry, Transaction& transaction,
                                std::int32_t organization);

// What became of what webhooks are told. What takes a caller is for the organization's own
// credential, and needs the right to read, or to write where it changes anything; the rest is for
// staff and command line.
class Webhooks {
public:
    explicit Webhooks(const Registry& registry) : registry_(registry) {}

    // Needs write. not_found: as always, and where no webhook was ever stated.
    Result<WebhookSecret> secret(const Caller& caller, const OrganizationId& organization);
    Result<WebhookSecret> rotate_secret(const Caller& caller, const OrganizationId& organization);

    struct Told {
        Delivery delivery;
        std::vector<DeliveryAttempt> attempts;  // oldest first
    };

    // How it stands with an organization's receiver.
    struct Standing {
        Webhook stated;
        std::string disabled;  // why nothing is sent; empty: it is
        std::int64_t dead = 0;
    };
    Result<Standing> standing(const Caller& caller, const OrganizationId& organization);

    // Newest first.
    Result<Page<Delivery>> of_own(const Caller& caller, const OrganizationId& organization,
                                  const Slice& slice);
    // not_found also: it is another's.
    Result<Told> of_own(const Caller& caller, const OrganizationId& organization,
                        const Uuid& delivery);
    // As below. not_found also: it is another's.
    Result<std::int64_t> requeue(const Caller& caller, const OrganizationId& organization,
                                 const Uuid& delivery);
    Result<std::int64_t> requeue_all(const Caller& caller, const OrganizationId& organization);

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
