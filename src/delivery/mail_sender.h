#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/metrics.h"
#include "base/secrets.h"
#include "base/time.h"
#include "delivery/mime.h"
#include "delivery/smtp.h"
#include "store/mails.h"
#include "store/store.h"

namespace cartulary::delivery {

struct MailOptions {
    enum class Way {
        smtp,
        folder,  // each mail becomes a file
        hold,    // mails wait in the store
    };

    std::string registry_name = {};
    std::string from_address = {};  // empty: no-reply at the host of public_url
    std::string from_name = {};     // empty: the registry's name
    std::string public_url = {};
    Way way = Way::hold;
    SmtpOptions smtp = {};
    std::filesystem::path folder = {};
};

inline constexpr int mails_per_round = 50;
inline constexpr std::chrono::minutes mail_lease{5};
inline constexpr std::chrono::seconds mail_poll_interval{1};
inline constexpr std::chrono::seconds mail_marking_delay_max{1};
inline constexpr std::chrono::seconds mail_pause_max{60};  // while the database is away
inline constexpr std::chrono::days mail_patience{4};  // RFC 5321, 4.5.4.1: at least 4 to 5 days

// How long a mail waits after so many attempts; nothing when its time is over.
std::optional<std::chrono::minutes> delay_after(int attempts);

// Sends the mails of the store.
//
// What a server accepted is never sent again while this process lives, even when the database
// cannot be told for a while. A process that dies between the server's word and the database's
// leaves that mail to be sent once more when its lease ends; it then carries the same Message-ID,
// by which mail servers and programs drop the copy.
class MailSender {
public:
    // Throws std::invalid_argument for an address or a server URL that cannot be used. Store,
    // vault and metrics must outlive it.
    MailSender(Store& store, const Vault& vault, MailOptions options, Clock now, Metrics& metrics);
    ~MailSender();  // stops
    MailSender(const MailSender&) = delete;
    MailSender& operator=(const MailSender&) = delete;

    void start();  // one thread
    void stop();   // after the mail in hand
    void wake();   // something may have been queued; from any thread

    // One round: the number of mails dealt with. Not while the thread runs. Throws what the store
    // throws.
    int send_due();

private:
    struct Outcome {
        enum class Kind { sent, delayed, given_up };
        Uuid mail;
        Kind kind;
        std::string reason;
        Timestamp next = {};  // of a delayed one
    };

    struct Gauge;

    void run();
    void pause(std::chrono::milliseconds longest, bool may_be_woken);
    bool lease();
    bool lease_lasts() const;
    Outcome attempt(const mails::Leased& leased);
    SmtpOutcome deliver(const Mail& mail, const std::string& address, const std::string& link);
    Message message_of(const Mail& mail, const std::string& address, const std::string& link) const;
    Outcome delayed(const mails::Leased& leased, const std::string& reason);
    Outcome given_up(const Mail& mail, const std::string& reason);
    void put_back_untried();
    void mark_outcomes();
    void refresh_gauge();

    Store& store_;
    const Vault& vault_;
    const MailOptions options_;
    const Clock now_;
    std::string host_;  // of the public URL
    Mailbox from_;
    std::optional<SmtpConnection> connection_;

    std::deque<mails::Leased> untried_;
    Timestamp leased_until_ = {};
    std::vector<Outcome> unmarked_;
    Timestamp unmarked_since_ = {};
    std::string server_failure_;  // why the rest of this round is not tried; empty: it is

    std::string known_failure_;  // what the log was told; empty since a mail was sent

    Counter& sent_;
    Counter& delayed_;
    Counter& given_up_;
    std::shared_ptr<Gauge> waiting_;

    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;  // under mutex_
    std::atomic<bool> stopping_ = false;
};

}  // namespace cartulary::delivery
