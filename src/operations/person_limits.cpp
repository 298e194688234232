#include "operations/person_limits.h"

#include <algorithm>

#include "base/base64.h"
#include "domain/browser.h"

namespace cartulary {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t buckets_max = 100'000;
constexpr std::string_view mark_beginning = "browser of ";

constexpr TokenBuckets::Options of_addresses{5s, 60, buckets_max};
constexpr TokenBuckets::Options of_accounts{120s, 10, buckets_max};
constexpr TokenBuckets::Options of_marks{30s, 10, buckets_max};
constexpr TokenBuckets::Options of_proofs{300s, 10, buckets_max};
constexpr TokenBuckets::Options of_forms{60s, 30, buckets_max};
constexpr TokenBuckets::Options of_mails{1200s, 3, buckets_max};
constexpr TokenBuckets::Options of_mails_of_all{120s, 30, buckets_max};

PersonLimits::Wait waiting(TokenBuckets::Time missing) {
    if (missing <= TokenBuckets::Time(0)) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(missing);
}

}  // namespace

// The two buckets of one try to log in.
struct PersonLimits::Tried {
    Tried(PersonLimits& limits, std::string_view account, const Browser& browser, bool is_marked)
        : addresses(limits.addresses_),
          address(TokenBuckets::key_of(counted_address(browser.address))),
          accounts(is_marked ? limits.marks_ : limits.accounts_),
          who(TokenBuckets::key_of(is_marked ? std::string_view(browser.mark) : account)) {}

    TokenBuckets& addresses;
    std::uint64_t address;
    TokenBuckets& accounts;
    std::uint64_t who;
};

PersonLimits::PersonLimits(const Registry& registry)
    : registry_(registry),
      addresses_(of_addresses),
      accounts_(of_accounts),
      marks_(of_marks),
      proofs_(of_proofs),
      forms_(of_forms),
      mails_(of_mails),
      mails_of_all_(of_mails_of_all) {}

TokenBuckets::Time PersonLimits::now() const {
    return registry_.now().time_since_epoch();
}

PersonLimits::Wait PersonLimits::take_log_in(std::string_view account, const Browser& browser,
                                             bool is_marked) {
    Tried tried(*this, account, browser, is_marked);
    const std::lock_guard lock(mutex_);
    const auto wait = std::max(tried.addresses.missing(tried.address, now()),
                               tried.accounts.missing(tried.who, now()));
    if (const auto seconds = waiting(wait)) return seconds;
    tried.addresses.take(tried.address, now());
    tried.accounts.take(tried.who, now());
    return std::nullopt;
}

void PersonLimits::give_back_log_in(std::string_view account, const Browser& browser,
                                    bool is_marked) {
    Tried tried(*this, account, browser, is_marked);
    const std::lock_guard lock(mutex_);
    tried.addresses.give_back(tried.address, now());
    tried.accounts.give_back(tried.who, now());
}

PersonLimits::Wait PersonLimits::take_proof(const Uuid& person) {
    const auto key = TokenBuckets::key_of(person.text());
    const std::lock_guard lock(mutex_);
    if (const auto seconds = waiting(proofs_.missing(key, now()))) return seconds;
    proofs_.take(key, now());
    return std::nullopt;
}

void PersonLimits::give_back_proof(const Uuid& person) {
    const std::lock_guard lock(mutex_);
    proofs_.give_back(TokenBuckets::key_of(person.text()), now());
}

PersonLimits::Wait PersonLimits::take_form(std::string_view who) {
    const auto bucket = TokenBuckets::key_of(counted_address(who));
    const std::lock_guard lock(mutex_);
    if (const auto seconds = waiting(forms_.missing(bucket, now()))) return seconds;
    forms_.take(bucket, now());
    return std::nullopt;
}

bool PersonLimits::take_mail(MailKind kind, std::string_view email_folded, std::string_view who) {
    const auto mail = std::string(name_of(kind)) + " to " + std::string(email_folded);
    const auto of_all = TokenBuckets::key_of(mail);
    const auto of_one = TokenBuckets::key_of(mail + " for " + counted_address(who));
    const std::lock_guard lock(mutex_);
    if (waiting(mails_.missing(of_one, now())) || waiting(mails_of_all_.missing(of_all, now()))) {
        return false;
    }
    mails_.take(of_one, now());
    mails_of_all_.take(of_all, now());
    return true;
}

// Sealed, so that nobody can make one.
std::string PersonLimits::mark_for(const Uuid& person) const {
    return base64_url_encode(registry_.vault.seal(std::string(mark_beginning) + person.text()));
}

bool PersonLimits::is_mark_of(const Uuid& person, std::string_view mark) const {
    constexpr std::size_t mark_bytes_max = 400;
    if (mark.empty() || mark.size() > mark_bytes_max) return false;
    const auto sealed = base64_decode(mark);
    return sealed && registry_.vault.unseal(*sealed) == std::string(mark_beginning) + person.text();
}

}  // namespace cartulary
