#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Several values in one cell: parted by `|`, and `||` is one within a value.
namespace cartulary::ctdl::templates {

// Trimmed, without blank ones; at most `count_max` of them.
std::vector<std::string> split_values(std::string_view cell, std::size_t count_max);

// The other way round, of trimmed values.
std::string joined_values(const std::vector<std::string>& values);

}  // namespace cartulary::ctdl::templates
