#include "app/command_line.h"

#include <memory>

#include "app/grammar.h"

namespace cartulary {

tl::expected<Command, Outcome> parse_command_line(std::vector<std::string> arguments) {
    // The grammar owns what the command's functions read.
    auto grammar = std::make_shared<Grammar>();
    auto command = grammar->parse(std::move(arguments));
    if (!command) return command;
    const auto keep = [&](auto& function) {
        if (!function) return;
        function = [grammar, inner = std::move(function)](const auto&... values) {
            return inner(values...);
        };
    };
    keep(command->run);
    keep(command->run_alone);
    return command;
}

}  // namespace cartulary
