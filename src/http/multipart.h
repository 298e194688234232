#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartulary::http {

inline constexpr std::size_t parts_max = 20;
inline constexpr std::size_t part_head_bytes_max = 4'096;

// A field of a form, or a file that was put into one.
struct Part {
    std::string name;
    std::string file_name;  // empty: no file
    std::string_view body;  // of the text that was parsed
};

// The parts of multipart/form-data (RFC 7578) in their order; nothing where the type names no good
// boundary, the text breaks the form, or a limit is passed.
std::optional<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                 std::string_view body);

}  // namespace cartulary::http
