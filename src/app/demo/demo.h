#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/demo/cast.h"
#include "operations/registry.h"

namespace cartulary::demo {

// What to try first, and where.
struct Suggestion {
    std::string text;
    std::string address;
};

struct Loaded {
    std::vector<LogIn> log_ins;
    std::vector<Suggestion> suggestions;
    std::int64_t organizations = 0;
    std::int64_t resources = 0;  // that are public, organizations among them
};

struct Options {
    std::uint64_t seed = 1;  // decides what is chosen, and nothing that must not be guessed
    std::string password;    // of everybody
};

// Whether there are organizations already, and so no room for a demonstration.
bool is_in_use(const Registry& registry);

// Loads all of it by the operations that everybody uses, as if it had happened in the last half
// year. Nobody is mailed or called. `told`: how many steps of how many are done.
//
// conflict: the registry is in use; invalid: the password. Nothing is changed then.
Result<Loaded> load(const Registry& registry, const Options& options,
                    const std::function<void(std::size_t, std::size_t)>& told);

}  // namespace cartulary::demo
