#include "operations/second_factors.h"

#include "base/base32.h"
#include "base/one_time_code.h"
#include "base/secrets.h"
#include "operations/account_mails.h"
#include "operations/sign_ups.h"
#include "store/person_sessions.h"
#include "store/second_factors.h"

namespace cartulary {

namespace {

// 125 bits as five groups of five letters and digits.
constexpr std::size_t recovery_code_length = 25;
constexpr std::size_t recovery_code_group = 5;
constexpr std::size_t recovery_code_bytes = 16;

std::string random_bytes(std::size_t count, const Randomness& randomness) {
    std::string bytes(count, '\0');
    randomness({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

// "ABCDE-FGHIJ-…"
std::string make_recovery_code(const Randomness& randomness) {
    const auto letters = base32_encode(random_bytes(recovery_code_bytes, randomness));
    std::string code;
    for (std::size_t i = 0; i < recovery_code_length; ++i) {
        if (i > 0 && i % recovery_code_group == 0) code += '-';
        code += letters[i];
    }
    return code;
}

tl::unexpected<Error> wrong_code() {
    return fail(ErrorKind::unauthenticated, "this code is wrong, or was used already");
}

tl::unexpected<Error> no_factor() {
    return fail(ErrorKind::not_found, "there is no second factor");
}

}  // namespace

Result<void> require_password(PasswordWork& passwords, PersonLimits& limits, const Person& person,
                              const std::string& password) {
    if (const auto wait = limits.take_proof(person.id)) return tl::unexpected(too_often(*wait));
    if (!passwords.is_right(person.password_hash, password)) {
        return fail(ErrorKind::unauthenticated, "this is not your password");
    }
    limits.give_back_proof(person.id);
    return {};
}

std::string digest_of_recovery_code(const std::string& code) {
    std::string letters;
    for (const char c : code) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter) letters += static_cast<char>(c & ~0x20);
        if (c >= '0' && c <= '9') letters += c;
        if (letters.size() > recovery_code_length) break;  // it is none
    }
    return digest(letters);
}

Result<void> use_code(const Registry& registry, Transaction& transaction, const Uuid& person,
                      const std::string& code) {
    const auto factor = second_factors::find(transaction, person);
    if (!factor) return wrong_code();
    const auto secret = registry.vault.unseal(factor->sealed);
    if (!secret) throw std::runtime_error("a second factor was sealed with another key than ours");
    std::string digits;
    for (const char c : code) {
        if (c != ' ') digits += c;
        if (digits.size() > one_time_code_length) return wrong_code();
    }
    const auto step = step_of_one_time_code(*secret, digits, registry.now());
    if (!step || !second_factors::use_step(transaction, person, *step, registry.now())) {
        return wrong_code();
    }
    return {};
}

Result<void> SecondFactors::begin(const Actor& actor) {
    const auto secret = random_bytes(one_time_secret_bytes, registry_.randomness);
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto factor = second_factors::find(transaction, actor.person.id);
        if (factor && factor->confirmed_at) {
            return fail(ErrorKind::conflict, "there is a second factor already");
        }
        second_factors::put(transaction, actor.person.id,
                            {registry_.vault.seal(secret), 0, registry_.now(), std::nullopt});
        return {};
    });
}

Result<SecondFactors::Waiting> SecondFactors::waiting(const Actor& actor) {
    const auto factor = registry_.store.read([&](Transaction& transaction) {
        return second_factors::find(transaction, actor.person.id);
    });
    if (!factor || factor->confirmed_at) return no_factor();
    const auto secret = registry_.vault.unseal(factor->sealed);
    if (!secret) return no_factor();
    return Waiting{base32_encode(*secret),
                   one_time_uri(*secret, actor.person.email, registry_.name)};
}

Result<SecondFactors::Confirmed> SecondFactors::confirm(const Actor& actor,
                                                        const std::string& code) {
    if (const auto wait = limits_.take_proof(actor.person.id)) {
        return tl::unexpected(too_often(*wait));
    }
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<Confirmed> {
        const auto factor = second_factors::find(transaction, actor.person.id);
        if (!factor || factor->confirmed_at) return no_factor();
        TRY(use_code(registry_, transaction, actor.person.id, code));
        person_sessions::remove_others(transaction, actor.person.id, actor.session.id);
        return Confirmed{sessions_.renew(transaction, actor.session,
                                         {.awaits_code = false, .second_factor = true}),
                         make_recovery_codes(transaction, actor.person.id)};
    });
    if (done) limits_.give_back_proof(actor.person.id);
    return done;
}

Result<void> SecondFactors::turn_off(const Actor& actor, const std::string& password) {
    TRY(require_password(passwords_, limits_, actor.person, password));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto factor = second_factors::find(transaction, actor.person.id);
        if (!factor) return no_factor();
        second_factors::remove(transaction, actor.person.id);
        if (factor->confirmed_at) {
            queue_account_mail(registry_, transaction, MailKind::second_factor_off, actor.person,
                               "/account/second-factor");
        }
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<std::vector<std::string>> SecondFactors::renew_recovery_codes(const Actor& actor,
                                                                     const std::string& password) {
    TRY(require_password(passwords_, limits_, actor.person, password));
    return registry_.store.write([&](Transaction& transaction) -> Result<std::vector<std::string>> {
        const auto factor = second_factors::find(transaction, actor.person.id);
        if (!factor || !factor->confirmed_at) return no_factor();
        return make_recovery_codes(transaction, actor.person.id);
    });
}

std::int64_t SecondFactors::recovery_codes_left(const Actor& actor) {
    return registry_.store.read([&](Transaction& transaction) {
        return second_factors::count_recovery_codes(transaction, actor.person.id);
    });
}

std::vector<std::string> SecondFactors::make_recovery_codes(Transaction& transaction,
                                                            const Uuid& person) {
    std::vector<std::string> codes;
    std::vector<std::string> digests;
    for (std::size_t i = 0; i < recovery_codes_count; ++i) {
        codes.push_back(make_recovery_code(registry_.randomness));
        digests.push_back(digest_of_recovery_code(codes.back()));
    }
    second_factors::put_recovery_codes(transaction, person, digests);
    return codes;
}

}  // namespace cartulary
