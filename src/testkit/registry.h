#pragma once

#include <memory>
#include <vector>

#include "domain/mail.h"
#include "operations/partners.h"
#include "operations/registry.h"
#include "testkit/stores.h"

namespace cartulary::testkit {

// A registry for tests: an empty store, a clock that stands still, randomness that repeats.
class RegistryUnderTest {
public:
    explicit RegistryUnderTest(std::unique_ptr<StoreUnderTest> store = sqlite_store());

    const Registry& registry() const { return registry_; }
    Store& store() { return under_test_->store(); }
    Timestamp now() const { return now_; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

    PartnerMade add_partner(const std::string& name = "State Agency",
                            const std::string& email = "office@agency.example");

    // All mail that waits, oldest first.
    std::vector<Mail> waiting_mail();

    // How often senders were told that something waits for them.
    struct Wakes {
        int mail = 0;
        int webhooks = 0;
        bool operator==(const Wakes&) const = default;
    };
    Wakes wakes() const { return wakes_; }

private:
    std::unique_ptr<StoreUnderTest> under_test_;
    Vault vault_;
    Timestamp now_;
    std::uint64_t dice_ = 1;
    Wakes wakes_;
    Registry registry_;
};

}  // namespace cartulary::testkit
