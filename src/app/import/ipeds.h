#pragma once

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>

namespace cartulary::import {

struct IpedsOptions {
    std::filesystem::path file;
    std::string url;  // of the server: "http://host:port"
    std::string api_key;
    std::size_t connections = 16;
    bool json = false;
};

// Registers the colleges of an IPEDS HD table through the accounts interface of a server. At the
// end `out` gets a table, or with `json` one line of JSON; `err` gets one line when it could not
// run, and a progress bar while it does when it is a terminal.
//
// Exit status: 0 all read rows were accepted or were registered before; 1 some were refused; 2
// could not run.
int import_ipeds(const IpedsOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cartulary::import
