#pragma once

#include <vector>

#include "app/demo/cast.h"
#include "app/demo/colleges.h"
#include "app/demo/script.h"

// Who is in the registry: bodies that vouch for others, systems of colleges, and colleges.
namespace cartulary::demo {

// The bodies are there from the first day on.
void enter_bodies(Stage& stage, Cast& cast);

// A system is there before its colleges, these some at a time until today; some are described
// better later on. The arguments outlive the script.
void plan_colleges(Stage& stage, Script& script, Cast& cast, const std::vector<College>& colleges);

// When a college of these comes into the registry, at most `directory_begins` ago.
std::chrono::minutes entered_ago(std::size_t index, std::size_t count);
inline constexpr std::chrono::days directory_begins{176};

// Of a state or territory: "Hawaii"; the code itself where it is none.
std::string state_name(const std::string& code);

}  // namespace cartulary::demo
