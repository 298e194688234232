#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/data_folder.h"
#include "app/outcome.h"
#include "operations/registry.h"

// The commands that work on a registry, beside a running server or alone. Each gives JSON when
// `json` is set, else text for people.
namespace cartulary::commands {

struct Target {
    const Registry& registry;
    const DataFolder& folder;
    std::string input;  // what came on standard input, for a command that asks for it
    bool json = false;
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

// `file` is absolute and must not be there yet.
Outcome back_up(const Target& target, const std::filesystem::path& file);
Outcome verify(const Target& target);

// The one line that tells a refusal.
Outcome refused(const Error& error);

}  // namespace cartulary::commands
