#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "base/error.h"

namespace cartulary {

// A value, or the Error that says why there is none.
//
// Refusals that a caller can act on travel as values. A broken world (database gone, disk full)
// throws, and http turns it into an answer once, in one place.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
    return tl::unexpected(Error{kind, std::move(message)});
}

inline tl::unexpected<Error> fail(std::vector<FieldProblem> problems) {
    return tl::unexpected(
        Error{ErrorKind::invalid, "some fields are invalid", std::move(problems)});
}

namespace detail {
template <class T>
T take(Result<T>& result) {
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}
}  // namespace detail

}  // namespace cartulary

// The value of `expression`, or return its error from the enclosing function. Not nested, not in
// coroutines.
#define TRY(expression)                                                  \
    __extension__({                                                      \
        auto result_ = (expression);                                     \
        if (!result_) return tl::unexpected(std::move(result_).error()); \
        ::cartulary::detail::take(result_);                              \
    })
