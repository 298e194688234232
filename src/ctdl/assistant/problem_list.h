#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "ctdl/problem.h"

namespace cartulary::ctdl::assistant {

// The problems of one input, each once: errors first, and not more than are told of one document.
class ProblemList {
public:
    void error(std::string_view path, std::string text);
    void warn(std::string_view path, std::string text);
    void add(Problem problem);

    // Whether another error of this length would still be told: what is costly to say need not be
    // made up otherwise.
    bool has_room() const { return errors_.size() < problems_max; }
    bool has_errors() const { return !errors_.empty(); }

    // Whether an error is told of this spot; or of one within too.
    bool has_error_at(const std::string& path) const { return exact_.contains(path); }
    bool blames(const std::string& path) const { return blamed_.contains(path); }

    Problems take();

private:
    Problems errors_;
    Problems warnings_;
    std::size_t untold_ = 0;
    std::unordered_set<std::string> told_;
    std::unordered_set<std::string> exact_;   // the spots of errors
    std::unordered_set<std::string> blamed_;  // and those around them
};

}  // namespace cartulary::ctdl::assistant
