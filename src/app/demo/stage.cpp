#include "app/demo/stage.h"

#include "ctdl/assistant.h"
#include "domain/email_address.h"
#include "store/persons.h"

namespace cartulary::demo {

namespace {

constexpr std::size_t rendered_bytes_max = std::size_t{1} << 20;  // nothing is read often here

Registry with_clock(const Registry& registry, const Timestamp& now) {
    return {.store = registry.store,
            .vault = registry.vault,
            .now = [&now] { return now; },
            .randomness = registry.randomness,
            .name = registry.name,
            .public_url = registry.public_url,
            .token_life = registry.token_life};
}

}  // namespace

std::string text_of(const Error& error) {
    std::string text = error.message;
    for (const auto& [field, problem] : error.fields) text += "; " + field + " " + problem;
    return text;
}

Stage::Stage(const Registry& registry, std::uint64_t seed, std::string password)
    : now_(registry.now() - demonstrated),
      ends_(registry.now()),
      registry_(with_clock(registry, now_)),
      password_(std::move(password)),
      dice(seed),
      resources(registry_, rendered_bytes_max),
      finding(registry_),
      people(registry_, {.second_factor_for_staff = false}) {}

Timestamp Stage::begins() const {
    return ends_ - demonstrated;
}

void Stage::go_to(Timestamp moment) {
    now_ = std::min(std::max(now_, moment), ends_);
}

ctdl::Document Stage::document(std::string_view entity, const json::Object& request) const {
    const auto* known = ctdl::assistant::find_entity(entity);
    if (!known) throw std::logic_error("the Assistant does not know " + std::string(entity));
    auto reading =
        ctdl::assistant::map(*known, json::Value(request), ctdl::Addresses{registry_.public_url});
    if (!reading.document) {
        throw std::logic_error("a document of the demonstration is wrong: " +
                               reading.problems.at(0).path + " " + reading.problems.at(0).text);
    }
    return *std::move(reading.document);
}

Ctid Stage::publish(const Caller& caller, const OrganizationId& owner, std::string_view entity,
                    const json::Object& request, PublishMethod method) {
    const auto made = document(entity, request);
    granted(resources.publish(caller, {.owner = owner, .document = made, .method = method}),
            entity);
    return made.ctid();
}

Actor Stage::actor(const std::string& email) {
    auto& token = sessions_[email];
    if (auto found = people.sessions.find(token)) return *std::move(found);
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto folded = EmailAddress::parse(email).value().folded();
        const auto person = persons::find_by_email(transaction, folded).value();
        token = people.sessions.begin(transaction, person.id,
                                      {.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) "
                                                "Gecko/20100101 Firefox/128.0",
                                       .address = "203.0.113.7"},
                                      {});
        return {};
    });
    return people.sessions.find(token).value();
}

}  // namespace cartulary::demo
