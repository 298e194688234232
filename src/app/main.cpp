#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <iterator>
#include <thread>

#include "app/assembly.h"
#include "app/command_line.h"
#include "app/control.h"
#include "app/serve.h"
#include "base/log.h"
#include "imaging/picture_maker.h"

using namespace cartulary;

namespace {

std::string input_for(const Command& command) {
    if (!command.reads_input) return {};
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

// On SQLite a command takes the data directory's lock, or asks the server that holds it; two
// commands at a time wait for each other.
Outcome run_on_registry(const Command& command) {
    const auto input = input_for(command);
    const DataFolder folder(command.settings.data);
    const auto run = [&](std::optional<DataLock> lock) {
        const Assembly assembly(command.settings, folder, std::move(lock));
        const bool shows_progress = !command.json && ::isatty(STDERR_FILENO) == 1;
        return command.run({assembly.registry(), folder, input, command.json,
                            shows_progress ? &std::cerr : nullptr});
    };
    if (!command.settings.database.empty()) return run(std::nullopt);
    constexpr int tries = 200;
    for (int number = 0; number < tries; ++number) {
        if (auto lock = DataLock::take(folder)) return run(std::move(lock));
        if (auto outcome = control::run_through_server(folder, command, input)) return *outcome;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {.status = 1,
            .err = "another process holds the data directory " + folder.path().string() +
                   " and does not answer"};
}

Outcome run_alone(const Command& command) {
    const DataFolder folder(command.settings.data);
    const auto lock = DataLock::take(folder);
    if (!lock) {
        return {.status = 1,
                .err = "a server is running on the data directory " + folder.path().string() +
                       ": stop it first"};
    }
    return command.run_alone(folder);
}

int run(const Command& command) {
    if (command.kind != Command::Kind::serve) log::start(log::Level::warning);
    switch (command.kind) {
        case Command::Kind::serve: return serve(command.settings);
        case Command::Kind::on_registry: return end_with(run_on_registry(command));
        case Command::Kind::alone: return end_with(run_alone(command));
        case Command::Kind::client: return command.run_client();
    }
    __builtin_unreachable();
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && words[1] == imaging::worker_argument) return imaging::run_worker();
    ::umask(S_IRWXG | S_IRWXO);  // nothing that this program makes is for others
    try {
        const auto command = parse_command_line({words + 1, words + count});
        return command ? run(*command) : end_with(command.error());
    } catch (const std::exception& error) {
        log::flush();
        std::cerr << "cartulary: " << error.what() << '\n';
        return 1;
    }
}
