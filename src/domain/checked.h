#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace cartulary {

// A value, or the problem that goes on after the name of its field: "is required".
template <class T>
using Checked = tl::expected<T, std::string>;

inline tl::unexpected<std::string> problem(std::string text) {
    return tl::unexpected(std::move(text));
}

// What is wrong; empty when nothing is.
template <class T>
std::string problem_of(const Checked<T>& checked) {
    return checked ? std::string() : checked.error();
}

}  // namespace cartulary
