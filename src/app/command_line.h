#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/commands/registry_commands.h"
#include "app/outcome.h"
#include "app/settings.h"

namespace cartulary {

// What a command line asks for.
struct Command {
    enum class Kind {
        serve,
        on_registry,  // beside a running server, or alone: `run`
        alone,        // on the data directory while nothing else is: `restore`
        client,       // needs no registry: `run_client`
    };

    Settings settings;
    Kind kind = Kind::client;
    bool json = false;
    bool reads_input = false;            // a password comes on standard input
    std::vector<std::string> arguments;  // as given, file names made absolute
    std::function<Outcome(const commands::Target&)> run = {};
    std::function<Outcome(const DataFolder&)> run_alone = {};
    std::function<int()> run_client = {};
};

// Reads the arguments (without the program's name) and the environment. When they ask for nothing
// that can be run (--help, a mistake), gives what to say and how to end instead.
tl::expected<Command, Outcome> parse_command_line(std::vector<std::string> arguments);

}  // namespace cartulary
