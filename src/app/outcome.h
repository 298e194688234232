#pragma once

#include <string>

namespace cartulary {

// How a command ended: its exit status and what it says.
struct Outcome {
    int status = 0;
    std::string out = {};
    std::string err = {};  // one clear line, when it failed
};

// Says it on standard output and standard error; gives the exit status.
int end_with(const Outcome& outcome);

}  // namespace cartulary
