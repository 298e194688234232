#include "app/commands/demo_command.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/demo/demo.h"
#include "app/import/progress.h"
#include "base/base32.h"
#include "base/text.h"

namespace cartulary::commands {

namespace {

// Of small letters and digits alone, as it is copied and typed.
std::string made_up_password(const Randomness& randomness) {
    std::array<std::uint8_t, 10> bytes{};  // 80 bits, as 16 characters
    randomness(bytes);
    return text::lower_ascii(
        base32_encode({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

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

bool is_person(const demo::LogIn& log_in) {
    return log_in.values.front().first == "e-mail";
}

// People in a table, as all of them log in in the same way.
std::string table_of(const std::vector<demo::LogIn>& log_ins) {
    std::vector<std::vector<std::string>> rows = {{"role", "log in at", "e-mail", "password"}};
    for (const auto& log_in : log_ins) {
        if (!is_person(log_in)) continue;
        rows.push_back(
            {log_in.role, log_in.place, log_in.values[0].second, log_in.values[1].second});
    }
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) text += "  " + padded(row[i], widths[i]);
        text += "  " + row.back() + "\n";
    }
    return text;
}

std::string as_text(const demo::Loaded& loaded) {
    constexpr std::size_t name_width = 16;
    auto text = "The demonstration is loaded: " + std::to_string(loaded.organizations) +
                " organizations, " + std::to_string(loaded.resources) +
                " public resources, half a year of history.\n\nPeople\n" +
                table_of(loaded.log_ins) + "\nPrograms\n";
    for (const auto& log_in : loaded.log_ins) {
        if (is_person(log_in)) continue;
        text += "  " + log_in.role + "  " + log_in.place + "\n";
        for (const auto& [name, value] : log_in.values) {
            text += "    " + padded(name, name_width) + value + "\n";
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
    if (password.empty()) password = made_up_password(target.registry.randomness);
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
