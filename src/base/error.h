#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace cartulary {

// Why an operation was refused. Each dialect maps these to its own statuses and bodies.
enum class ErrorKind {
    invalid,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    gone,
    too_large,
    limited,
    key_reused,  // another request was made under this Idempotency-Key
};

// One thing wrong with one field of what a caller sent. `field` is the domain's name of it
// ("contacts[0].email"); a dialect shows its own. `problem` goes on after the name: "is required".
struct FieldProblem {
    std::string field;
    std::string problem;

    bool operator==(const FieldProblem&) const = default;
};

// A refusal that the caller can act on.
struct Error {
    ErrorKind kind;
    std::string message;                             // safe to show to the caller
    std::vector<FieldProblem> fields = {};           // what exactly is wrong, where that is known
    std::optional<std::chrono::seconds> retry = {};  // when trying again may help

    bool operator==(const Error&) const = default;
};

// The broken world that mends itself: the database is away, or every retry met a rival. It is
// thrown; http answers it with 503 and Retry-After.
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace cartulary
