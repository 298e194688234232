#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/random.h"
#include "delivery/mail_sender.h"
#include "delivery/testing/smtp_server_for_test.h"
#include "testkit/stores.h"

namespace cartulary::delivery {

inline constexpr auto secret_link = "https://registry.example.org/account/confirm?token=secret";

// A real store that a test can take away.
class InterruptedStore final : public Store {
public:
    explicit InterruptedStore(Store& inner) : inner_(inner) {}

    // So many more writes succeed.
    void fail_after(int writes) { writes_left_ = writes; }
    void mend() { writes_left_ = always; }
    int failures() const { return failures_; }

    Engine engine() const override { return inner_.engine(); }
    std::optional<std::uint64_t> commits() const override { return inner_.commits(); }
    Result<void> copy_to(const std::filesystem::path& file) override {
        return inner_.copy_to(file);
    }
    std::vector<std::string> engine_problems() override { return inner_.engine_problems(); }

protected:
    void run_read(const std::function<void(Transaction&)>& work) override {
        inner_.read([&](Transaction& transaction) {
            work(transaction);
            return true;
        });
    }
    void run_write(const std::function<bool(Transaction&)>& work) override {
        if (writes_left_ == 0) {
            ++failures_;
            throw Unavailable("the database is away");
        }
        if (writes_left_ != always) --writes_left_;
        (void)inner_.write([&](Transaction& transaction) -> Result<void> {
            if (work(transaction)) return {};
            return fail(ErrorKind::invalid, "not kept");
        });
    }

private:
    static constexpr int always = -1;
    Store& inner_;
    std::atomic<int> writes_left_ = always;
    std::atomic<int> failures_ = 0;
};

struct Kept {
    std::string state;
    std::string reason;
    bool has_link;
    Timestamp next_attempt;
};

class MailSenderTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    Store& store() { return under_test_->store(); }

    Mail mail_to(const std::string& address) {
        return {.id = Uuid::ordered(milliseconds(now_), system_randomness),
                .kind = MailKind::confirm_account,
                .to_address = address,
                .to_name = "Ada Example",
                .facts = {{"organization", "Harbor College"}},
                .sealed_link = vault_.seal(secret_link),
                .created_at = now_};
    }

    Mail queue(const Mail& mail) {
        const auto queued = store().write([&](Transaction& transaction) -> Result<void> {
            mails::insert(transaction, mail);
            return {};
        });
        if (!queued) throw std::runtime_error("a mail could not be queued");
        return mail;
    }
    Mail queue(const std::string& address = "ada@example.org") { return queue(mail_to(address)); }

    MailOptions options(MailOptions::Way way) const {
        MailOptions options;
        options.registry_name = "Example Registry";
        options.public_url = "https://registry.example.org";
        options.way = way;
        options.folder = folder_.path() / "mail";
        return options;
    }
    MailOptions options(const SmtpServer& server) const {
        auto smtp = options(MailOptions::Way::smtp);
        smtp.smtp.url = server.url();
        return smtp;
    }

    std::unique_ptr<MailSender> sender(MailOptions options, Store& store) {
        return std::make_unique<MailSender>(
            store, vault_, std::move(options), [this] { return now_; }, metrics_);
    }
    std::unique_ptr<MailSender> sender(MailOptions options) {
        return sender(std::move(options), store());
    }

    mails::Counts counts() {
        return store().read([](Transaction& transaction) { return mails::count(transaction); });
    }

    Kept kept(const Mail& mail) {
        return store().read([&](Transaction& transaction) {
            auto rows = transaction.query(kept_sql, mail.id);
            rows.next();
            return Kept{rows.text(0), rows.text(1), !rows.blob(2).empty(), rows.time(3)};
        });
    }

    static constexpr auto kept_sql =
        "select state, reason, sealed_link, next_attempt from mail where id = $1";
    const Vault vault_ = Vault::with_key({1, 2, 3});
    Timestamp now_ = timestamp(1'700'000'000'000);
    testkit::TemporaryFolder folder_;
    Metrics metrics_;

private:
    std::unique_ptr<testkit::StoreUnderTest> under_test_ = GetParam().open_empty();
};

}  // namespace cartulary::delivery
