#include "app/grammar.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <utility>

namespace cartulary {

Grammar::Grammar()
    : app_(std::make_unique<CLI::App>(
          "Cartulary, the organization registry of a credentialing ecosystem", "cartulary")) {
    app_->require_subcommand(1);
    app_->fallthrough();
    app_->set_help_flag("-h,--help", "Say what this does");
    app_->set_version_flag("--version", CARTULARY_VERSION);
    add_settings();
    add_serve();
    add_migrate();
    add_staff();
    add_partner();
    add_person();
    add_organization();
    add_token();
    add_webhook();
    add_company();
    add_tenant();
    add_keys();
    add_import();
    add_export();
    add_backup();
    add_vocabulary();
    add_demo();
    add_config();
}

Grammar::~Grammar() = default;

tl::expected<Command, Outcome> Grammar::parse(std::vector<std::string> arguments) {
    command_.arguments = arguments;
    std::ranges::reverse(arguments);  // as CLI11 takes them
    try {
        app_->parse(arguments);
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream err;
        const int status = app_->exit(error, out, err);
        return tl::unexpected(Outcome{status == 0 ? 0 : 2, out.str(), err.str()});
    }
    if (const auto good = check(command_.settings); !good) {
        auto outcome = commands::refused(good.error());
        outcome.status = 2;
        return tl::unexpected(outcome);
    }
    make_paths_absolute();
    return command_;
}

CLI::App* Grammar::group(const std::string& name, const std::string& about) {
    auto* group = app_->add_subcommand(name, about);
    group->require_subcommand(1);
    group->fallthrough();
    return group;
}

CLI::App* Grammar::declare(CLI::App* parent, const std::string& name, const std::string& about,
                           const std::string& example) {
    auto* command = parent->add_subcommand(name, about);
    command->fallthrough();
    command->footer("Example:\n  cartulary " + example);
    command->add_flag("--json", command_.json, "Answer in JSON");
    return command;
}

void Grammar::on_registry(CLI::App* command, std::function<Outcome(const Target&)> run) {
    command->callback([this, run = std::move(run)] {
        command_.kind = Command::Kind::on_registry;
        command_.run = run;
    });
}

void Grammar::add_settings() {
    for (const auto& setting : settings_table()) {
        std::visit(
            [&](auto member) {
                app_->add_option("--" + std::string(setting.name), command_.settings.*member,
                                 std::string(setting.meaning))
                    ->envname(setting.variable())
                    ->group("Settings (of every command)");
            },
            setting.member);
    }
}

void Grammar::add_serve() {
    auto* serve = declare(app_.get(), "serve", "Serve the registry until SIGTERM or SIGINT",
                          "serve --listen 127.0.0.1:8080 --data ./data");
    serve->callback([this] { command_.kind = Command::Kind::serve; });
}

void Grammar::add_migrate() {
    on_registry(declare(app_.get(), "migrate", "Bring the database to this program's version",
                        "migrate --database postgresql:///cartulary"),
                commands::migrate);
}

void Grammar::add_config() {
    auto* config = declare(app_.get(), "config", "The reference of all settings", "config");
    config->callback([this] {
        command_.run_client = [settings = command_.settings, json = command_.json] {
            std::cout << (json ? settings_json(settings) + "\n" : settings_reference());
            return 0;
        };
    });
}

// A server that runs the command has a working directory of its own.
void Grammar::make_paths_absolute() {
    const auto make_absolute = [this](std::string& file) {
        if (file.empty()) return;
        const auto written = std::exchange(file, std::filesystem::absolute(file).string());
        std::ranges::replace(command_.arguments, written, file);
    };
    make_absolute(file_);
    for (auto& file : ctdl_.files) make_absolute(file);
}

}  // namespace cartulary
