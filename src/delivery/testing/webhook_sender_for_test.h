#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "delivery/testing/mail_sender_for_test.h"
#include "delivery/webhook_sender.h"
#include "outbound/testing/http_server_for_test.h"
#include "store/events.h"
#include "store/organizations.h"
#include "store/webhooks.h"
#include "testkit/stores.h"

namespace cartulary::delivery {

using outbound::answering;
using outbound::HttpServer;

inline constexpr auto webhook_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
inline constexpr auto old_webhook_secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

inline HttpServer::Answer thanks(const std::string& /*request*/) {
    return answering(204);
}

// Waits without a limit of its own: a test that hangs here has failed.
inline void wait_until(const std::function<bool()>& happened) {
    while (!happened()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

// The value of a header as it came.
inline std::string header_of(const std::string& request, const std::string& name) {
    const auto line = request.find("\r\n" + name + ": ");
    if (line == std::string::npos) return {};
    const auto begin = line + name.size() + 4;
    return request.substr(begin, request.find("\r\n", begin) - begin);
}
inline std::string body_of(const std::string& request) {
    return request.substr(request.find("\r\n\r\n") + 4);
}

class WebhookSenderTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    Store& store() { return under_test_->store(); }

    template <class Work>
    void write(Work&& work) {
        const auto written = store().write([&](Transaction& transaction) -> Result<void> {
            work(transaction);
            return {};
        });
        if (!written) throw std::runtime_error(written.error().message);
    }

    // An organization that wants to be told at `url`; its number.
    std::int32_t add_receiver(const std::string& url) {
        Organization organization{.id = OrganizationId(Uuid::random(system_randomness)),
                                  .number = 0,
                                  .serial = 0,
                                  .status = OrganizationStatus::approved,
                                  .trusted_partner = false,
                                  .tenant = {},
                                  .stated = {},
                                  .version = 1,
                                  .created_at = now_,
                                  .updated_at = now_};
        organization.stated.name = "Harbor College";
        organization.stated.profile_name = organization.id.text();
        organization.stated.webhook.url = url;
        write([&](Transaction& transaction) {
            organization.number = organizations::insert(transaction, organization).value().number;
            webhooks::put_receiver(transaction, receiver_of(organization.number), now_);
        });
        return organization.number;
    }

    webhooks::Receiver receiver_of(std::int32_t organization) const {
        return {.organization = organization,
                .sealed_secret = vault_.seal(webhook_secret),
                .sealed_old_secret = {},
                .old_until = {},
                .disabled = {}};
    }

    void change_url(std::int32_t organization, const std::string& url) {
        write([&](Transaction& transaction) {
            auto changed = organizations::find(transaction, organization).value();
            changed.stated.webhook.url = url;
            ++changed.version;
            if (!organizations::replace(transaction, changed))
                throw std::runtime_error("no change");
        });
    }

    // An event that waits to be told.
    Uuid queue(std::int32_t organization) {
        const auto id = Uuid::ordered(milliseconds(now_), system_randomness);
        write([&](Transaction& transaction) {
            events::append(transaction, {.id = id,
                                         .organization = organization,
                                         .sequence = 0,
                                         .type = event_type::organization_changed,
                                         .actor = "command",
                                         .snapshot = "{}",
                                         .occurred_at = now_});
            webhooks::queue(transaction, organization, id, now_);
        });
        return id;
    }
    std::vector<Uuid> queue(std::int32_t organization, int count) {
        std::vector<Uuid> events;
        for (int i = 0; i < count; ++i) events.push_back(queue(organization));
        return events;
    }

    WebhookOptions options() const {
        return {.rule = outbound::NetworkRule::parse("127.0.0.0/8").value()};
    }

    std::unique_ptr<WebhookSender> sender(WebhookOptions options, Store& store) {
        return std::make_unique<WebhookSender>(
            store, vault_, std::move(options), [this] { return now_; }, no_jitter, metrics_);
    }
    std::unique_ptr<WebhookSender> sender() { return sender(options(), store()); }

    Delivery kept(const Uuid& event) {
        return store().read(
            [&](Transaction& transaction) { return webhooks::find(transaction, event).value(); });
    }
    std::vector<DeliveryAttempt> attempts(const Uuid& event) {
        return store().read(
            [&](Transaction& transaction) { return webhooks::attempts_of(transaction, event); });
    }
    webhooks::Receiver receiver(std::int32_t organization) {
        return store().read([&](Transaction& transaction) {
            return webhooks::find_receiver(transaction, organization).value();
        });
    }
    bool any_due() {
        return store().read(
            [&](Transaction& transaction) { return webhooks::any_due(transaction, now_); });
    }
    std::int64_t waiting() { return store().read(webhooks::count).waiting; }

    static void no_jitter(std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) byte = 127;
    }

    const Vault vault_ = Vault::with_key({1, 2, 3});
    Timestamp now_ = timestamp(1'700'000'000'000);
    Metrics metrics_;

private:
    std::unique_ptr<testkit::StoreUnderTest> under_test_ = GetParam().open_empty();
};

}  // namespace cartulary::delivery
