#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ctdl/problem.h"

namespace cartulary::ctdl {

// The way to a spot of what somebody sent, as he wrote it: "@graph[2].ceterms:name". A link of a
// chain that lies on the stack, so that only what is wrong costs a text.
class Way {
public:
    Way() = default;  // to the whole

    Way member(std::string_view name) const { return Way(this, name, 0); }
    Way element(std::size_t index) const { return Way(this, {}, index); }

    std::string text() const;

private:
    Way(const Way* before, std::string_view name, std::size_t index)
        : before_(before), name_(name), index_(index) {}

    const Way* before_ = nullptr;
    std::string_view name_ = {};  // empty: an element
    std::size_t index_ = 0;
};

// Problems up to problems_max, and how many more there are.
class ProblemCollector {
public:
    explicit ProblemCollector(bool is_tolerant) : is_tolerant_(is_tolerant) {}

    bool is_tolerant() const { return is_tolerant_; }

    void error(const Way& way, std::string text);
    void warning(const Way& way, std::string text);
    // What can be mended or left out: a warning where that is wanted, else an error.
    void fault(const Way& way, std::string text);

    bool has_errors() const { return has_errors_; }
    Problems take();

private:
    void add(Problem::Severity severity, const Way& way, std::string text);

    bool is_tolerant_;
    bool has_errors_ = false;
    Problems problems_;
    std::size_t count_ = 0;
};

}  // namespace cartulary::ctdl
