#pragma once

#include <string>
#include <vector>

#include "web/docs/json_reference.h"

namespace cartulary::web {

// A command that calls an operation, for a shell.
struct CurlExample {
    std::string command;
    std::vector<std::string> variables;  // "$API_KEY": what its reader must set
};

// One operation of a description, with the parts of it that a call is made of.
struct Call {
    std::string method;  // "POST"
    std::string url;     // with {names} of path parameters
    const json::Value& operation;
    std::vector<const json::Value*> parameters;  // references followed
    const json::Value* security;                 // the requirements that hold; null: none
    const json::Value& whole;
};

CurlExample curl_example(const Call& call);

// A value that a schema would take: from its examples, or as simple as can be.
json::Value example_of(const References& references, const json::Value& schema);

// The body that a request may have, from the form of it (a "media type object").
json::Value body_example(const References& references, const json::Value& form);

// With line breaks and two spaces for each level.
std::string indented(const json::Value& value);

}  // namespace cartulary::web
