#include "operations/delivery_queue.h"

#include "operations/staff_acts.h"
#include "store/organizations.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

constexpr int page_count = 25;  // each with its attempts

}  // namespace

Result<DeliveryQueue::Listed> DeliveryQueue::list(const Actor& actor, DeliveryState state,
                                                  const std::optional<Uuid>& after) {
    TRY(acting_as_staff(actor));
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        std::optional<webhooks::DeliveryPlace> from;
        if (const auto last = after ? webhooks::find(transaction, *after) : std::nullopt) {
            from = webhooks::place_of(*last, state);
        }
        auto found = webhooks::in_state(transaction, state, from, page_count + 1);
        Listed listed{.deliveries = {}, .more = std::ssize(found) > page_count};
        if (listed.more) found.pop_back();
        for (auto& delivery : found) {
            auto name = organizations::find(transaction, delivery.organization)->stated.name;
            auto attempts = webhooks::attempts_of(transaction, delivery.id);
            listed.deliveries.push_back(
                {{std::move(delivery), std::move(attempts)}, std::move(name)});
        }
        return listed;
    });
}

Result<void> DeliveryQueue::requeue(const Actor& actor, const Uuid& delivery) {
    TRY(acting_as_staff(actor));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        TRY(requeue_delivery(registry_, transaction, delivery));
        append_staff_act(registry_, transaction, actor, staff_act::delivery_requeued,
                         "delivery:" + delivery.text());
        return {};
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<std::int64_t> DeliveryQueue::requeue_all(const Actor& actor,
                                                const OrganizationId& organization) {
    TRY(acting_as_staff(actor));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
        const auto number = organizations::number_of(transaction, organization);
        if (!number) return fail(ErrorKind::not_found, "no organization has this CTID");
        organizations::hold(transaction, *number);
        const auto count = requeue_deliveries(registry_, transaction, *number);
        if (count > 0) {
            append_staff_act(registry_, transaction, actor, staff_act::deliveries_requeued,
                             "organization:" + organization.ctid());
        }
        return count;
    });
    if (done) registry_.webhooks_wait();
    return done;
}

}  // namespace cartulary
