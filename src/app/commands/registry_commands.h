#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "app/data_folder.h"
#include "app/outcome.h"
#include "base/json.h"
#include "operations/registry.h"

// The commands that work on a registry, beside a running server or alone. Each gives JSON when
// `json` is set, else text for people.
namespace cartulary::commands {

struct Target {
    const Registry& registry;
    const DataFolder& folder;
    std::string input;  // what came on standard input, for a command that asks for it
    bool json = false;
    std::ostream* terminal = nullptr;  // where progress is shown; null: nowhere
};

Outcome migrate(const Target& target);
Outcome add_staff(const Target& target, const std::string& email, bool password_given);

struct Partner {
    std::string name;
    std::string email;
    std::string ctid;
};
Outcome add_partner(const Target& target, const Partner& partner);

struct Member {
    std::string email;
    std::string organization;
    std::string role;
    bool password_given = false;
};
Outcome add_person(const Target& target, const Member& member);

Outcome list_organizations(const Target& target);
Outcome show_organization(const Target& target, const std::string& ctid);

struct Token {
    std::string organization;
    bool read = false;
    bool write = false;
    bool del = false;
    std::string description;
};
Outcome create_token(const Target& target, const Token& token);

// Webhooks: the secret of one, what became of what they were told, and the dead deliveries again.
Outcome webhook_secret(const Target& target, const std::string& ctid, bool rotate);
struct DeliveryQuery {
    std::string organization;  // CTID; empty: all
    std::string state;         // empty: all
    int count = 50;
};
Outcome list_deliveries(const Target& target, const DeliveryQuery& query);
struct Requeue {
    std::string delivery;      // id; or
    std::string organization;  // CTID
};
Outcome requeue_deliveries(const Target& target, const Requeue& requeue);

// The key that signs tokens from now on; those before it verify until their files are removed.
Outcome rotate_keys(const Target& target);

// `file` is absolute and must not be there yet.
Outcome back_up(const Target& target, const std::filesystem::path& file);
Outcome verify(const Target& target);

// A password comes as the first line of the input.
std::string password_in(const Target& target);

// The one line that tells a refusal.
Outcome refused(const Error& error);
Outcome no_ctid(const std::string& written);
Outcome unknown_organization(const std::string& ctid);

// The writer's JSON, or the text, as the target wants it.
Outcome answer(const Target& target, json::Writer& writer, const std::string& text);

}  // namespace cartulary::commands
