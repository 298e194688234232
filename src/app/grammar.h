#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/commands/company_commands.h"
#include "app/commands/ctdl_commands.h"
#include "app/commands/demo_command.h"
#include "app/commands/tenant_commands.h"
#include "app/import/ipeds.h"

namespace CLI {
class App;
}

namespace cartulary {

using commands::Target;

// The grammar of the command line. Each add_…() declares one command: its options, an example,
// and what it becomes.
class Grammar {
public:
    Grammar();
    ~Grammar();
    Grammar(const Grammar&) = delete;
    Grammar& operator=(const Grammar&) = delete;

    tl::expected<Command, Outcome> parse(std::vector<std::string> arguments);

private:
    CLI::App* group(const std::string& name, const std::string& about);
    CLI::App* declare(CLI::App* parent, const std::string& name, const std::string& about,
                      const std::string& example);
    // A command that is run on the registry.
    void on_registry(CLI::App* command, std::function<Outcome(const Target&)> run);

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
    void add_export();
    void add_backup();
    void add_vocabulary();
    void add_demo();
    void add_config();
    void name_company_user(CLI::App* command);
    void needs_password(CLI::App* command);
    void add_import_ipeds(CLI::App* import);
    void add_import_litmos(CLI::App* import);
    void add_import_ctdl(CLI::App* import);
    void add_import_sources(CLI::App* import);
    void make_paths_absolute();

    std::unique_ptr<CLI::App> app_;
    Command command_;

    // What options write into; copied into what runs.
    std::string email_;
    std::string ctid_;
    std::string file_;
    std::optional<std::int64_t> since_;
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
    commands::CtdlFiles ctdl_;
    std::vector<std::filesystem::path> schemas_;
    commands::Demo demo_;
};

}  // namespace cartulary
