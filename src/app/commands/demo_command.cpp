#include "app/commands/demo_command.h"

#include <algorithm>
#include <optional>

#include "app/demo/demo.h"
#include "app/import/progress.h"
#include "base/secrets.h"

namespace cartulary::commands {

namespace {

constexpr std::size_t password_bytes = 12;  // 96 bits, as 16 characters

std::string as_json(const demo::Loaded& loaded) {
    json::Writer writer;
    writer.begin_object()
        .member("organizations", loaded.organizations)
        .member("resources", loaded.resources)
        .key("log_ins")
        .begin_array();
    for (const auto& [role, place, values] : loaded.log_ins) {
        writer.begin_object().member("role", role).member("address", place);
        writer.key("with").begin_object();
        for (const auto& [name, value] : values) writer.member(name, value);
        writer.end_object().end_object();
    }
    writer.end_array().key("try").begin_array();
    for (const auto& [text, address] : loaded.suggestions) {
        writer.begin_object().member("what", text).member("address", address).end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

std::string as_text(const demo::Loaded& loaded) {
    std::size_t width = 0;
    for (const auto& log_in : loaded.log_ins) width = std::max(width, log_in.role.size());
    auto text = "The demonstration is loaded: " + std::to_string(loaded.organizations) +
                " organizations, " + std::to_string(loaded.resources) +
                " resources, half a year of what happened to them.\n\nLog in as\n";
    for (const auto& [role, place, values] : loaded.log_ins) {
        text += "  " + padded(role, width) + "  " + place + "\n";
        for (const auto& [name, value] : values) {
            text += "  " + padded("", width) + "    " + padded(name, 14) + value + "\n";
        }
    }
    text += "\nFive things to try\n";
    int number = 0;
    for (const auto& [what, address] : loaded.suggestions) {
        text += "  " + std::to_string(++number) + ". " + what + "\n     " + address + "\n";
    }
    return text;
}

Outcome in_use(const Target& target) {
    return {.status = 1,
            .err =
                "this registry holds organizations already, so that a demonstration would mix "
                "with them: name an empty folder (cartulary demo --data ./demo-data), or stop "
                "its server and remove " +
                target.folder.path().string() + " if nobody needs it"};
}

}  // namespace

Outcome load_demo(const Target& target, const Demo& demo) {
    auto password = demo.password;
    if (password.empty()) password = random_token(password_bytes, target.registry.randomness);
    std::optional<import::Progress> progress;
    const auto loaded = demo::load(target.registry, {.seed = demo.seed, .password = password},
                                   [&](std::size_t done, std::size_t count) {
                                       if (!progress) progress.emplace(target.terminal, count);
                                       progress->show(done, 0);
                                   });
    progress.reset();
    if (!loaded) {
        return loaded.error().kind == ErrorKind::conflict ? in_use(target)
                                                          : refused(loaded.error());
    }
    return {.out = (target.json ? as_json(*loaded) + "\n" : as_text(*loaded))};
}

}  // namespace cartulary::commands
