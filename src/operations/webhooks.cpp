#include "operations/webhooks.h"

#include <array>

#include "base/base64.h"
#include "domain/event.h"
#include "operations/organization_access.h"
#include "operations/organization_events.h"
#include "store/organization_text.h"
#include "store/organizations.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

constexpr std::size_t secret_bytes = 24;
constexpr int forget_count = 1'000;  // in one transaction

std::string make_secret(const Registry& registry) {
    std::array<std::uint8_t, secret_bytes> bytes{};
    registry.randomness(bytes);
    return "whsec_" + base64_encode({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

WebhookSecret secret_of(const Registry& registry, const webhooks::Receiver& receiver) {
    auto text = registry.vault.unseal(receiver.sealed_secret);
    if (!text) throw std::runtime_error("a webhook's secret does not open with the vault's key");
    auto old_until = receiver.old_until;
    if (old_until && *old_until <= registry.now()) old_until.reset();
    return {*std::move(text), old_until};
}

Error no_webhook() {
    return {ErrorKind::not_found, "the organization never stated a webhook"};
}

// What a receiver once said no longer counts.
void enable(const Registry& registry, Transaction& transaction, std::int32_t organization) {
    auto receiver = webhooks::find_receiver(transaction, organization);
    if (!receiver || receiver->disabled.empty()) return;
    receiver->disabled.clear();
    receiver->failures = 0;
    webhooks::put_receiver(transaction, *receiver, registry.now());
}

Result<std::int64_t> requeue_one(const Registry& registry, Transaction& transaction,
                                 const Delivery& delivery) {
    if (delivery.state != DeliveryState::dead) {
        return fail(ErrorKind::not_found, "the delivery is " +
                                              std::string(name_of(delivery.state)) +
                                              ": only dead ones are queued again");
    }
    enable(registry, transaction, delivery.organization);
    return webhooks::requeue(transaction, delivery.id, registry.now());
}

}  // namespace

void stand_ready(const Registry& registry, Transaction& transaction,
                 const Organization& organization) {
    if (organization.stated.webhook.url.empty()) return;
    if (webhooks::find_receiver(transaction, organization.number)) {
        webhooks::start_afresh(transaction, organization.number, registry.now());
        return;
    }
    webhooks::put_receiver(transaction,
                           {.organization = organization.number,
                            .sealed_secret = registry.vault.seal(make_secret(registry)),
                            .sealed_old_secret = {},
                            .old_until = {},
                            .disabled = {}},
                           registry.now());
}

Result<std::int64_t> requeue_delivery(const Registry& registry, Transaction& transaction,
                                      const Uuid& delivery) {
    const auto found = webhooks::find(transaction, delivery);
    if (!found) return fail(ErrorKind::not_found, "no delivery has this id");
    if (found->state != DeliveryState::dead) {
        return fail(ErrorKind::not_found, "the delivery is " + std::string(name_of(found->state)) +
                                              ": only dead ones are queued again");
    }
    enable(registry, transaction, found->organization);
    return webhooks::requeue(transaction, delivery, registry.now());
}

std::int64_t requeue_deliveries(const Registry& registry, Transaction& transaction,
                                std::int32_t organization) {
    enable(registry, transaction, organization);
    return webhooks::requeue_all(transaction, organization, registry.now());
}

Result<WebhookSecret> Webhooks::secret(const Caller& caller, const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<WebhookSecret> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::own, Right::write));
        const auto receiver = webhooks::find_receiver(transaction, number);
        if (!receiver) return tl::unexpected(no_webhook());
        return secret_of(registry_, *receiver);
    });
}

Result<WebhookSecret> Webhooks::rotate_secret(const Caller& caller,
                                              const OrganizationId& organization) {
    auto rotated = registry_.store.write([&](Transaction& transaction) -> Result<WebhookSecret> {
        const auto held =
            TRY(organization_held(transaction, caller, organization, Reach::own, Right::write));
        auto receiver = webhooks::find_receiver(transaction, held.number);
        if (!receiver) return tl::unexpected(no_webhook());
        const auto now = registry_.now();
        receiver->sealed_old_secret = std::move(receiver->sealed_secret);
        receiver->old_until = now + webhook_secret_overlap;
        receiver->sealed_secret = registry_.vault.seal(make_secret(registry_));
        webhooks::put_receiver(transaction, *receiver, now);
        append_event(registry_, transaction, caller, held, event_type::organization_secret_changed,
                     organizations::snapshot_of(held));
        return secret_of(registry_, *receiver);
    });
    if (rotated) registry_.webhooks_wait();
    return rotated;
}

Result<Page<Webhooks::Told>> Webhooks::list(const std::optional<OrganizationId>& organization,
                                            std::optional<DeliveryState> state,
                                            const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<Told>> {
        std::optional<std::int32_t> number;
        if (organization) {
            number = TRY(
                number_within(transaction, command_line(), *organization, Reach::own, Right::read));
        }
        auto deliveries = webhooks::list(transaction, number, state, slice);
        Page<Told> page{.items = {}, .total = deliveries.total};
        for (auto& delivery : deliveries.items) {
            auto attempts = webhooks::attempts_of(transaction, delivery.id);
            page.items.push_back({std::move(delivery), std::move(attempts)});
        }
        return page;
    });
}

Result<std::int64_t> Webhooks::requeue(const Uuid& delivery) {
    auto requeued = registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
        const auto found = webhooks::find(transaction, delivery);
        if (!found) return fail(ErrorKind::not_found, "no delivery has this id");
        return requeue_one(registry_, transaction, *found);
    });
    if (requeued) registry_.webhooks_wait();
    return requeued;
}

Result<std::int64_t> Webhooks::requeue_all(const OrganizationId& organization) {
    return requeue_all(command_line(), organization);
}

Result<Webhooks::Standing> Webhooks::standing(const Caller& caller,
                                              const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Standing> {
        const auto own =
            TRY(organization_within(transaction, caller, organization, Reach::own, Right::read));
        const auto receiver = webhooks::find_receiver(transaction, own.number);
        const auto dead =
            webhooks::list(transaction, own.number, DeliveryState::dead, {.offset = 0, .count = 0});
        return Standing{own.stated.webhook, receiver ? receiver->disabled : std::string(),
                        dead.total};
    });
}

Result<Page<Delivery>> Webhooks::of_own(const Caller& caller, const OrganizationId& organization,
                                        const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<Delivery>> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::own, Right::read));
        return webhooks::list(transaction, number, std::nullopt, slice);
    });
}

namespace {

Result<Delivery> delivery_of(Transaction& transaction, std::int32_t organization,
                             const Uuid& delivery) {
    auto found = webhooks::find(transaction, delivery);
    if (found && found->organization == organization) return *std::move(found);
    return fail(ErrorKind::not_found, "no delivery of the organization has this id");
}

}  // namespace

Result<Webhooks::Told> Webhooks::of_own(const Caller& caller, const OrganizationId& organization,
                                        const Uuid& delivery) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Told> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::own, Right::read));
        auto found = TRY(delivery_of(transaction, number, delivery));
        return Told{std::move(found), webhooks::attempts_of(transaction, delivery)};
    });
}

Result<std::int64_t> Webhooks::requeue(const Caller& caller, const OrganizationId& organization,
                                       const Uuid& delivery) {
    auto requeued = registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
        const auto held =
            TRY(organization_held(transaction, caller, organization, Reach::own, Right::write));
        const auto found = TRY(delivery_of(transaction, held.number, delivery));
        return requeue_one(registry_, transaction, found);
    });
    if (requeued) registry_.webhooks_wait();
    return requeued;
}

Result<std::int64_t> Webhooks::requeue_all(const Caller& caller,
                                           const OrganizationId& organization) {
    auto requeued = registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
        const auto held =
            TRY(organization_held(transaction, caller, organization, Reach::own, Right::write));
        enable(registry_, transaction, held.number);
        return webhooks::requeue_all(transaction, held.number, registry_.now());
    });
    if (requeued) registry_.webhooks_wait();
    return requeued;
}

void Webhooks::forget_delivered() {
    const auto before = registry_.now() - delivered_kept;
    for (std::int64_t forgotten = forget_count; forgotten == forget_count;) {
        forgotten = *registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
            return webhooks::forget_delivered(transaction, before, forget_count);
        });
    }
}

}  // namespace cartulary
