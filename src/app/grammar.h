#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/commands/company_commands.h"
#include "app/commands/tenant_commands.h"
#include "app/import/ipeds.h"

namespace cartulary {

using commands::Target;

// The grammar of the command line. Each add_…() declares one command: its options, an example,
// and what it becomes.
class Grammar {
public:
    Grammar();

    tl::expected<Command, Outcome> parse(std::vector<std::string> arguments);

private:
    CLI::App* group(const std::string& name, const std::string& about) {
        auto* group = app_.add_subcommand(name, about);
        group->require_subcommand(1);
        group->fallthrough();
        return group;
    }
    CLI::App* declare(CLI::App* parent, const std::string& name, const std::string& about,
                      const std::string& example) {
        auto* command = parent->add_subcommand(name, about);
        command->fallthrough();
        command->footer("Example:\n  cartulary " + example);
        command->add_flag("--json", command_.json, "Answer in JSON");
        return command;
    }
    // A command that is run on the registry.
    void on_registry(CLI::App* command, std::function<Outcome(const Target&)> run) {
        command->callback([this, run = std::move(run)] {
            command_.kind = Command::Kind::on_registry;
            command_.run = run;
        });
    }

    void add_settings();
    void add_serve();
    void add_migrate();
    void add_staff();
    void add_partner();
    void add_person();
    void add_organization();
    void add_token();
    void add_webhook();
    void add_company();
    void add_tenant();
    void add_keys();
    void add_import();
    void add_backup();
    void add_config();
    void name_company_user(CLI::App* command);
    void needs_password(CLI::App* command);
    void make_paths_absolute();

    CLI::App app_{"Cartulary, the organization registry of a credentialing ecosystem", "cartulary"};
    Command command_;

    // What options write into; copied into what runs.
    std::string email_;
    std::string ctid_;
    std::string file_;
    commands::Partner partner_;
    commands::Member member_;
    commands::Token token_;
    commands::DeliveryQuery deliveries_;
    commands::Requeue requeue_;
    bool rotate_ = false;
    commands::Company company_;
    commands::CompanyUser company_user_;
    commands::LitmosTable litmos_table_;
    commands::Tenant tenant_;
    import::IpedsOptions import_;
};

}  // namespace cartulary
