#pragma once

#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "app/demo/dice.h"
#include "base/json.h"
#include "ctdl/document.h"
#include "operations/finding.h"
#include "operations/people_operations.h"
#include "operations/registry.h"
#include "operations/resources.h"

// A registry that somebody could have used for half a year, made by the operations that everybody
// uses, in their order of time.
namespace cartulary::demo {

// What a refusal says, in one line.
std::string text_of(const Error& error);

// What the demonstration itself says is never refused: that would be a mistake in this program.
template <class T>
T granted(Result<T> result, std::string_view what) {
    if (!result) {
        throw std::logic_error("the demonstration's " + std::string(what) +
                               " was refused: " + text_of(result.error()));
    }
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// The registry as the demonstration plays in it: with a clock of its own, which runs from the past
// to now, and with nobody woken to send mail or call webhooks.
class Stage {
    // Before all that refers to them.
    Timestamp now_;
    const Timestamp ends_;
    const Registry registry_;
    const std::string password_;
    std::map<std::string, std::string> sessions_;  // by address: their tokens

public:
    // `seed` decides what is chosen; what must not be guessed comes from the registry's randomness.
    Stage(const Registry& registry, std::uint64_t seed, std::string password);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const Registry& registry() const { return registry_; }
    const std::string& password() const { return password_; }  // of everybody
    Timestamp begins() const;
    Timestamp ends() const { return ends_; }
    void go_to(Timestamp moment);
    void pass(std::chrono::milliseconds time) { go_to(now_ + time); }

    // The address of a page of this registry.
    std::string page(std::string_view path) const {
        return registry_.public_url + std::string(path);
    }

    // Of a request of the Assistant's, for the entity that it calls so.
    ctdl::Document document(std::string_view entity, const json::Object& request) const;
    // Publishes it for its owner; gives its CTID.
    Ctid publish(const Caller& caller, const OrganizationId& owner, std::string_view entity,
                 const json::Object& request, PublishMethod method = PublishMethod::api);

    // Somebody with an account, logged in at this moment.
    Actor actor(const std::string& email);

    Dice dice;
    Resources resources;
    Finding finding;
    PeopleOperations people;
};

inline constexpr std::chrono::days demonstrated{180};

}  // namespace cartulary::demo
