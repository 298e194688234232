#pragma once

#include <string>

namespace cartulary {

// How a command ended: its exit status and what it says.
struct Outcome {
    int status = 0;
    std::string out = {};
    std::string err = {};  // one clear line, when it failed
};

}  // namespace cartulary
