#include <CLI/CLI.hpp>

#include "app/grammar.h"

namespace cartulary {

void Grammar::add_company() {
    auto* company = group("company", "Companies of the Litmos interface");
    auto* add = declare(company, "add", "Make a company and its first user",
                        "company add --name 'Harbor Group' --login harbor --username robot "
                        "--password-stdin < password.txt");
    add->add_option("--name", company_.name, "Its name")->required();
    add->add_option("--login", company_.login_id, "Its login id")->required();
    add->add_option("--username", company_.username, "The user's name")->required();
    add->add_option("--email", company_.email, "Its address, for mail");
    needs_password(add);
    on_registry(add,
                [this](const Target& target) { return commands::add_company(target, company_); });

    auto* set = declare(company, "set-user", "Add a user, or change its password",
                        "company set-user --login harbor --username robot --password-stdin "
                        "< password.txt");
    name_company_user(set);
    needs_password(set);
    on_registry(set, [this](const Target& target) {
        return commands::set_company_user(target, company_user_);
    });

    auto* remove = declare(company, "remove-user", "Take a user away",
                           "company remove-user --login harbor --username robot");
    name_company_user(remove);
    on_registry(remove, [this](const Target& target) {
        return commands::remove_company_user(target, company_user_);
    });
}

void Grammar::name_company_user(CLI::App* command) {
    command->add_option("--login", company_user_.login_id, "The company's login id")->required();
    command->add_option("--username", company_user_.username, "The user's name")->required();
}

void Grammar::needs_password(CLI::App* command) {
    command
        ->add_flag("--password-stdin", command_.reads_input,
                   "Read the password from standard input")
        ->required();
}

void Grammar::add_tenant() {
    auto* tenant = group("tenant", "Tenants of the Sunbird interface");
    auto* add =
        declare(tenant, "add", "Make a tenant, its first person and an API key",
                "tenant add --name 'Archeology' --channel arch --username gita@arch.example "
                "--password-stdin < password.txt");
    add->add_option("--name", tenant_.name, "Its name")->required();
    add->add_option("--channel", tenant_.channel, "Its channel")->required();
    add->add_option("--username", tenant_.username, "The person's name for logging in")->required();
    needs_password(add);
    on_registry(add,
                [this](const Target& target) { return commands::add_tenant(target, tenant_); });
}

void Grammar::add_keys() {
    auto* keys = group("keys", "The keys that sign the tokens of the Sunbird interface");
    on_registry(declare(keys, "rotate", "Make the key that signs from now on", "keys rotate"),
                commands::rotate_keys);
}

}  // namespace cartulary
