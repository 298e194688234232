#include "app/demo/webhooks.h"

#include "domain/event.h"
#include "operations/organizations.h"
#include "store/webhooks.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr int told_at_once = 200;
constexpr int service_unavailable = 503;
constexpr int tries = 4;  // before a delivery is given up here

void state(Stage& stage, const Caller& caller, const std::string& url) {
    granted(Organizations(stage.registry())
                .change(caller, caller.id,
                        [&](OrganizationDraft& draft) -> Result<void> {
                            draft.webhook = {
                                url,
                                {event_type::badge_created, event_type::badge_state_changed,
                                 event_type::resource_published, event_type::organization_changed}};
                            return {};
                        }),
            "webhook");
}

// What a sender would have written down, without any call.
class Receivers {
public:
    Receivers(Stage& stage, Cast& cast) : stage_(stage), cast_(cast) {}

    // Whoever answers is told at once; whoever does not, some times in vain.
    void tell() {
        const auto now = stage_.registry().now();
        write([&](Transaction& transaction) {
            const auto leased = webhooks::lease(transaction, now, now + minutes(1), told_at_once);
            for (const auto& receiver : leased) {
                for (const auto& delivery :
                     webhooks::due(transaction, receiver.organization, now, told_at_once)) {
                    tell(transaction, delivery, now);
                }
                webhooks::release(transaction, receiver.organization, now, 0);
            }
        });
    }

private:
    void tell(Transaction& transaction, const Delivery& delivery, Timestamp now) {
        DeliveryAttempt attempt{.number = delivery.attempts + 1,
                                .started_at = now,
                                .duration = milliseconds(140),
                                .status = 200,
                                .problem = {}};
        if (delivery.organization == cast_.harbor().organization) {
            webhooks::mark_delivered(transaction, delivery.id, attempt);
            return;
        }
        attempt.duration = milliseconds(9'800);
        attempt.status = service_unavailable;
        attempt.problem = "answered 503";
        if (attempt.number < tries) {
            webhooks::mark_delayed(transaction, delivery.id, attempt, now + hours(10));
        } else {
            webhooks::mark_dead(transaction, delivery.id, attempt);
        }
    }
    void write(const std::function<void(Transaction&)>& work) {
        stage_.registry().store.write([&](Transaction& transaction) -> Result<void> {
            work(transaction);
            return {};
        });
    }

    Stage& stage_;
    Cast& cast_;
};

}  // namespace

void plan_webhooks(Stage& stage, Script& script, Cast& cast) {
    script.at(days(155), [&] { state(stage, cast.harbor(), "https://hooks.example/harbor"); });
    script.at(days(145),
              [&] { state(stage, cast.institutions.at("ridge"), "https://hooks.example/ridge"); });
    const auto receivers = std::make_shared<Receivers>(stage, cast);
    script.keep(receivers);
    for (auto ago = hours(24 * 155); ago >= hours(24); ago -= hours(12)) {
        script.at(ago - minutes(30), [=] { receivers->tell(); });
    }
}

}  // namespace cartulary::demo
