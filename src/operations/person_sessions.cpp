#include "operations/person_sessions.h"

#include "base/secrets.h"
#include "domain/browser.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/second_factors.h"

namespace cartulary {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_length = 43;  // in base64

std::optional<Actor> actor_of(Transaction& transaction, std::string_view digest,
                              const SessionOptions& options) {
    auto session = person_sessions::find(transaction, digest);
    if (!session) return std::nullopt;
    Actor actor{.person = persons::find(transaction, session->person).value(),
                .session = *std::move(session),
                .parts = {}};
    actor.parts = persons::parts_of(transaction, actor.person.id);
    const auto factor = second_factors::find(transaction, actor.person.id);
    actor.has_second_factor = factor && factor->confirmed_at;
    const bool is_asked = actor.person.staff && options.second_factor_for_staff;
    actor.needs_enrolment = is_asked && !actor.has_second_factor;
    actor.staff = actor.person.staff &&
                  (!is_asked || (actor.has_second_factor && actor.session.second_factor));
    return actor;
}

}  // namespace

std::optional<Actor> PersonSessions::find(std::string_view token) {
    auto actor = look_up(token, false);
    if (actor) uses_.note(actor->session.id, registry_.now());
    return actor;
}

std::optional<Actor> PersonSessions::find_waiting(std::string_view token) {
    return look_up(token, true);
}

std::optional<Actor> PersonSessions::look_up(std::string_view token, bool awaits_code) {
    if (token.size() != token_length) return std::nullopt;
    const auto token_digest = digest(token);
    auto actor = known_.get(token_digest, [&] {
        return registry_.store.read([&](Transaction& transaction) {
            return actor_of(transaction, token_digest, options_);
        });
    });
    if (!actor || actor->session.awaits_code != awaits_code || !is_good(actor->session)) {
        return std::nullopt;
    }
    return actor;
}

bool PersonSessions::is_good(const PersonSession& session) {
    const auto now = registry_.now();
    const auto used_at = uses_.latest(session.id, session.used_at);
    return now < session.expires_at && now - used_at < options_.idle_life;
}

std::vector<PersonSession> PersonSessions::of(const Actor& actor) {
    auto sessions = registry_.store.read([&](Transaction& transaction) {
        return person_sessions::of_person(transaction, actor.person.id);
    });
    std::erase_if(sessions, [&](const PersonSession& session) {
        return session.awaits_code || !is_good(session);
    });
    for (auto& session : sessions) session.used_at = uses_.latest(session.id, session.used_at);
    return sessions;
}

Result<void> PersonSessions::end(const Actor& actor, const Uuid& session) {
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        if (person_sessions::remove(transaction, actor.person.id, session)) return {};
        return fail(ErrorKind::not_found, "you are logged in nowhere under this id");
    });
}

void PersonSessions::end_all(const Actor& actor) {
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        person_sessions::remove_others(transaction, actor.person.id);
        return {};
    });
}

std::string PersonSessions::begin(Transaction& transaction, const Uuid& person,
                                  const Browser& browser, const Begin& with) {
    const auto sessions = person_sessions::of_person(transaction, person);
    for (std::size_t i = person_sessions_max - 1; i < sessions.size(); ++i) {
        person_sessions::remove(transaction, person, sessions[i].id);
    }
    const auto now = registry_.now();
    const auto life = with.awaits_code ? code_wait : options_.life;
    return insert(transaction, {.id = {},
                                .digest = {},
                                .person = person,
                                .awaits_code = with.awaits_code,
                                .second_factor = with.second_factor,
                                .browser = browser_name(browser.agent),
                                .address = network_of(browser.address),
                                .created_at = now,
                                .expires_at = now + life,
                                .used_at = now});
}

std::string PersonSessions::renew(Transaction& transaction, const PersonSession& session,
                                  const Begin& with) {
    person_sessions::remove(transaction, session.person, session.id);
    auto renewed = session;
    renewed.awaits_code = with.awaits_code;
    renewed.second_factor = with.second_factor;
    renewed.used_at = registry_.now();
    if (session.awaits_code) renewed.expires_at = renewed.used_at + options_.life;
    return insert(transaction, std::move(renewed));
}

std::string PersonSessions::insert(Transaction& transaction, PersonSession session) {
    const auto token = random_token(token_bytes, registry_.randomness);
    session.id = Uuid::ordered(milliseconds(session.created_at), registry_.randomness);
    session.digest = digest(token);
    session.used_at = std::chrono::floor<std::chrono::minutes>(session.used_at);
    person_sessions::insert(transaction, session);
    return token;
}

void PersonSessions::record_uses() {
    uses_.record(registry_.now(), [&](const auto& uses) {
        registry_.store.write([&](Transaction& transaction) -> Result<void> {
            for (const auto& [session, at] : uses) {
                person_sessions::set_used(transaction, session, at);
            }
            return {};
        });
    });
}

void PersonSessions::forget_ended() {
    const auto unused_since = registry_.now() - options_.idle_life;
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        person_sessions::forget(transaction, unused_since);
        return {};
    });
}

}  // namespace cartulary
