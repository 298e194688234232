#include "delivery/mail_sender.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/log.h"
#include "delivery/mail_folder.h"
#include "delivery/mail_text.h"
#include "domain/email_address.h"
#include "domain/host_name.h"
#include "domain/web_address.h"

namespace cartulary::delivery {

namespace {

constexpr std::array<std::chrono::minutes, 6> first_delays = {
    std::chrono::minutes(1),  std::chrono::minutes(5),   std::chrono::minutes(15),
    std::chrono::minutes(60), std::chrono::minutes(120), std::chrono::minutes(240)};

constexpr std::chrono::seconds gauge_age_max{5};

std::string host_of(const std::string& public_url) {
    const auto address = parse_web_address(public_url);
    return address ? address->host : "localhost";
}

std::string checked_sender(const MailOptions& options, const std::string& host) {
    if (options.from_address.empty()) return "no-reply@" + host;
    const auto address = EmailAddress::parse(options.from_address);
    if (!address) throw std::invalid_argument("the sender's address " + address.error());
    return address->for_sending();
}

std::string or_else(const std::string& text, const std::string& otherwise) {
    return text.empty() ? otherwise : text;
}

}  // namespace

// The number of waiting mails, counted only when somebody asked for it since.
struct MailSender::Gauge {
    std::atomic<std::int64_t> waiting = 0;
    std::atomic<bool> asked = true;
    Timestamp counted_at = {};
};

std::optional<std::chrono::minutes> delay_after(int attempts) {
    std::chrono::minutes waited{0};
    for (int attempt = 1;; ++attempt) {
        if (waited >= mail_patience) return std::nullopt;
        const auto index = std::min(static_cast<std::size_t>(attempt), first_delays.size()) - 1;
        if (attempt >= attempts) return first_delays[index];
        waited += first_delays[index];
    }
}

MailSender::MailSender(Store& store, const Vault& vault, MailOptions options, Clock now,
                       Metrics& metrics)
    : store_(store),
      vault_(vault),
      options_(std::move(options)),
      now_(std::move(now)),
      host_(host_of(options_.public_url)),
      from_{or_else(options_.from_name, options_.registry_name), checked_sender(options_, host_)},
      sent_(metrics.counter("cartulary_mails_sent_total", "Mails that a mail server took.")),
      delayed_(metrics.counter("cartulary_mails_delayed_total",
                               "Attempts to send a mail that will be repeated.")),
      given_up_(
          metrics.counter("cartulary_mails_given_up_total", "Mails that will not be tried again.")),
      waiting_(std::make_shared<Gauge>()) {
    if (options_.way == MailOptions::Way::smtp) {
        SmtpOptions smtp = options_.smtp;
        // Mail servers distrust a client that greets without a name of the public Internet.
        if (smtp.hello_name.empty() && ascii_host_name(host_)) smtp.hello_name = host_;
        connection_.emplace(std::move(smtp));
    }
    metrics.gauge("cartulary_mails_waiting", "Mails that wait to be sent, as of the last scrape.",
                  [gauge = waiting_] {
                      gauge->asked = true;
                      return static_cast<double>(gauge->waiting.load());
                  });
}

MailSender::~MailSender() {
    stop();
}

void MailSender::start() {
    stopping_ = false;
    thread_ = std::thread([this] { run(); });
}

void MailSender::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void MailSender::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void MailSender::run() {
    std::chrono::milliseconds wait = mail_poll_interval;
    bool failing = false;
    while (!stopping_) {
        int dealt_with = 0;
        try {
            dealt_with = send_due();
            failing = false;
        } catch (const std::exception& problem) {
            // The database is away, which ends some time; mail waits for it.
            if (!failing) log::error("mail_sender_waits", {{"problem", problem.what()}});
            wait = failing ? std::min<std::chrono::milliseconds>(2 * wait, mail_pause_max)
                           : mail_poll_interval;
            failing = true;
        }
        if (!failing) wait = mail_poll_interval;
        if (dealt_with == 0) pause(wait, !failing);
    }
    try {
        put_back_untried();
        mark_outcomes();
    } catch (const std::exception& problem) {
        log::error("mails_sent_but_not_marked", {{"problem", problem.what()}});
    }
}

void MailSender::pause(std::chrono::milliseconds longest, bool may_be_woken) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] { return stopping_ || (woken_ && may_be_woken); });
    woken_ = false;
}

int MailSender::send_due() {
    // What the database could not be told in an earlier round comes before anything new.
    put_back_untried();
    mark_outcomes();
    refresh_gauge();
    if (options_.way == MailOptions::Way::hold || !lease()) return 0;

    int dealt_with = 0;
    server_failure_.clear();
    while (!untried_.empty() && !stopping_ && lease_lasts()) {
        const auto leased = std::move(untried_.front());
        untried_.pop_front();
        if (unmarked_.empty()) unmarked_since_ = now_();
        unmarked_.push_back(attempt(leased));
        ++dealt_with;
        if (now_() - unmarked_since_ >= mail_marking_delay_max) mark_outcomes();
    }
    if (connection_) connection_->close();
    put_back_untried();
    mark_outcomes();
    return dealt_with;
}

bool MailSender::lease() {
    const auto now = now_();
    const auto until = now + mail_lease;
    // Most looks find nothing; they disturb neither writers nor those who watch for commits.
    const auto any_due = [&](Transaction& transaction) { return mails::any_due(transaction, now); };
    if (!store_.read(any_due)) return false;
    auto leased = store_.write([&](Transaction& transaction) -> Result<std::vector<mails::Leased>> {
        return mails::lease(transaction, now, until, mails_per_round);
    });
    if (!leased) throw std::runtime_error(leased.error().message);
    untried_.assign(std::make_move_iterator(leased->begin()),
                    std::make_move_iterator(leased->end()));
    leased_until_ = until;
    return !untried_.empty();
}

// A mail is begun only if it is over before another node may lease it.
bool MailSender::lease_lasts() const {
    return now_() + options_.smtp.total_timeout < leased_until_;
}

MailSender::Outcome MailSender::attempt(const mails::Leased& leased) {
    const auto& mail = leased.mail;
    if (!server_failure_.empty()) return delayed(leased, server_failure_);
    const auto address = EmailAddress::parse(mail.to_address);
    if (!address) return given_up(mail, "the address " + address.error());
    std::string link;
    if (!mail.sealed_link.empty()) {
        const auto unsealed = vault_.unseal(mail.sealed_link);
        if (!unsealed) return delayed(leased, "its link was sealed with another key than ours");
        link = *unsealed;
    }
    const auto outcome = deliver(mail, address->for_sending(), link);
    switch (outcome.kind) {
        case SmtpOutcome::Kind::accepted:
            sent_.add();
            known_failure_.clear();
            log::info("mail_sent", {{"mail", mail.id.text()}, {"kind", name_of(mail.kind)}});
            return {mail.id, Outcome::Kind::sent, {}};
        case SmtpOutcome::Kind::refused: return given_up(mail, outcome.reason);
        case SmtpOutcome::Kind::delayed: break;
    }
    if (outcome.server_failed) {
        server_failure_ = outcome.reason;
        if (known_failure_ != outcome.reason) {
            log::warning("mail_server_failed", {{"reason", outcome.reason}});
        }
        known_failure_ = outcome.reason;
    }
    return delayed(leased, outcome.reason);
}

SmtpOutcome MailSender::deliver(const Mail& mail, const std::string& address,
                                const std::string& link) {
    const auto message = mime_of(message_of(mail, address, link));
    if (connection_) return connection_->send(from_.address, address, message);
    try {
        keep_mail(options_.folder, mail.id, mail.created_at, message);
        return {SmtpOutcome::Kind::accepted, {}};
    } catch (const std::system_error& problem) {  // a full disk mends itself as a server does
        return {SmtpOutcome::Kind::delayed, problem.code().message(), true};
    }
}

Message MailSender::message_of(const Mail& mail, const std::string& address,
                               const std::string& link) const {
    Mail complete = mail;
    complete.facts.emplace(fact::registry, options_.registry_name);
    complete.facts.emplace(fact::public_url, options_.public_url);
    auto text = text_of(complete, link);
    // The same bytes at every attempt, so that a copy can be known.
    return {.id = mail.id.text() + "@" + host_,
            .date = mail.created_at,
            .from = from_,
            .reply_to = {},
            .to = {mail.to_name, address},
            .subject = std::move(text.subject),
            .text = std::move(text.text),
            .html = std::move(text.html)};
}

MailSender::Outcome MailSender::delayed(const mails::Leased& leased, const std::string& reason) {
    const auto delay = delay_after(leased.attempts);
    if (!delay) return given_up(leased.mail, reason);
    delayed_.add();
    log::info("mail_delayed",
              {{"mail", leased.mail.id.text()}, {"attempts", std::int64_t{leased.attempts}}});
    return {leased.mail.id, Outcome::Kind::delayed, reason, now_() + *delay};
}

// The log has no reason, since servers like to name the recipient in it; the store keeps it.
MailSender::Outcome MailSender::given_up(const Mail& mail, const std::string& reason) {
    given_up_.add();
    log::warning("mail_given_up", {{"mail", mail.id.text()}, {"kind", name_of(mail.kind)}});
    return {mail.id, Outcome::Kind::given_up, reason};
}

void MailSender::put_back_untried() {
    const auto now = now_();
    for (const auto& leased : untried_) {
        unmarked_.push_back(
            {leased.mail.id, Outcome::Kind::delayed, "the sender was interrupted", now});
    }
    untried_.clear();
}

void MailSender::mark_outcomes() {
    if (unmarked_.empty()) return;
    const auto now = now_();
    const auto mark = [&](Transaction& transaction, const Outcome& outcome) {
        switch (outcome.kind) {
            case Outcome::Kind::sent: return mails::mark_sent(transaction, outcome.mail, now);
            case Outcome::Kind::delayed:
                return mails::mark_delayed(transaction, outcome.mail, outcome.next, outcome.reason);
            case Outcome::Kind::given_up:
                return mails::mark_given_up(transaction, outcome.mail, now, outcome.reason);
        }
    };
    auto marked = store_.write([&](Transaction& transaction) -> Result<void> {
        for (const auto& outcome : unmarked_) mark(transaction, outcome);
        return {};
    });
    if (!marked) throw std::runtime_error(marked.error().message);
    unmarked_.clear();
}

void MailSender::refresh_gauge() {
    const auto now = now_();
    if (!waiting_->asked || now - waiting_->counted_at < gauge_age_max) return;
    waiting_->asked = false;
    waiting_->counted_at = now;
    waiting_->waiting =
        store_.read([](Transaction& transaction) { return mails::count(transaction); }).waiting;
}

}  // namespace cartulary::delivery
