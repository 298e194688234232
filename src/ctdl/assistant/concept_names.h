#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cartulary::ctdl::assistant {

// What to tell of a text that is in none of these concept schemes: all that are, where they are
// few, or those that look like it.
std::string unknown_concept_problem(std::span<const std::string_view> schemes,
                                    std::string_view text);

}  // namespace cartulary::ctdl::assistant
