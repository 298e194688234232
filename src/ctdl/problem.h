#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace cartulary::ctdl {

// Something wrong with one spot of a document that somebody wants to publish.
struct Problem {
    enum class Severity { error, warning };

    Severity severity = Severity::error;
    // The way to the spot as whoever sent it wrote it: "Credential.Requires[0].Name", or
    // "@graph[2].ceterms:name"; empty: the whole.
    std::string path;
    std::string text;  // goes on after the path: "is required"

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

inline bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.severity == Problem::Severity::error;
    });
}

// As many as are told of one document; the last one then says how many more there are.
inline constexpr std::size_t problems_max = 1'000;

}  // namespace cartulary::ctdl
