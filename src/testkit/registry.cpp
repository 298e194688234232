#include "testkit/registry.h"

#include "store/mails.h"

namespace cartulary::testkit {

namespace {

// xorshift64: enough for ids that differ.
void fill(std::uint64_t& state, std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte = static_cast<std::uint8_t>(state >> 24);
    }
}

}  // namespace

RegistryUnderTest::RegistryUnderTest(std::unique_ptr<StoreUnderTest> store)
    : under_test_(std::move(store)),
      vault_(Vault::with_key({7})),
      now_(timestamp(1'790'000'000'000)),
      registry_{.store = under_test_->store(),
                .vault = vault_,
                .now = [this] { return now_; },
                .randomness = [this](std::span<std::uint8_t> bytes) { fill(dice_, bytes); },
                .name = "Test Registry",
                .public_url = "https://registry.example",
                .mail_waits = [this] { ++wakes_.mail; },
                .webhooks_wait = [this] { ++wakes_.webhooks; }} {}

PartnerMade RegistryUnderTest::add_partner(const std::string& name, const std::string& email) {
    auto made = cartulary::add_partner(registry_, command_line(), {name, email, {}});
    if (!made) throw std::runtime_error(made.error().message);
    return *std::move(made);
}

std::vector<Mail> RegistryUnderTest::waiting_mail() {
    std::vector<Mail> waiting;
    const auto read = store().write([&](Transaction& transaction) -> Result<void> {
        for (auto& leased : mails::lease(transaction, now_, now_, 10'000)) {
            waiting.push_back(std::move(leased.mail));
        }
        return {};
    });
    if (!read) throw std::runtime_error(read.error().message);
    return waiting;
}

}  // namespace cartulary::testkit
