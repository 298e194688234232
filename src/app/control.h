#pragma once

#include <optional>
#include <string>

#include "app/command_line.h"
#include "app/data_folder.h"
#include "http/router.h"

// Commands that reach the server which holds the data directory: only one process may ever write
// to a SQLite file, so they run inside it, asked through a socket that only its owner can open.
namespace cartulary::control {

// The routes of the socket.
http::Area area(const Registry& registry, const DataFolder& folder);

// Has the server run the command. Nothing when no server answers at the socket.
std::optional<Outcome> run_through_server(const DataFolder& folder, const Command& command,
                                          const std::string& input);

}  // namespace cartulary::control
