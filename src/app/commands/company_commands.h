#pragma once

#include <filesystem>
#include <string>

#include "app/commands/registry_commands.h"

// The commands about companies. Passwords come as the first line of the input.
namespace cartulary::commands {

struct Company {
    std::string name;
    std::string login_id;
    std::string username;
    std::string email;  // or empty
};
Outcome add_company(const Target& target, const Company& company);

struct CompanyUser {
    std::string login_id;
    std::string username;
};
// Adds it, or changes its password.
Outcome set_company_user(const Target& target, const CompanyUser& user);
Outcome remove_company_user(const Target& target, const CompanyUser& user);

struct LitmosTable {
    std::string file;     // absolute
    std::string company;  // login id
    bool keep_good = false;
};
// Exit status: 0 all rows were stored; 1 some were refused, or it could not run.
Outcome import_litmos(const Target& target, const LitmosTable& table);

}  // namespace cartulary::commands
