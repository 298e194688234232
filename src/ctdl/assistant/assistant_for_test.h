#pragma once

#include <string>
#include <string_view>

#include "ctdl/assistant.h"

namespace cartulary::ctdl::assistant {

inline const Addresses test_addresses{"https://registry.example"};

// Of a request as JSON.
Reading mapped(std::string_view entity, std::string_view request);

// The problems, a line each: "error Credential.Name is required".
std::string problems_of(const Reading& reading);
std::string problems_in(std::string_view entity, std::string_view request);

// The graph that is served, in canonical form; the problems where there is none.
std::string graph_of(std::string_view entity, std::string_view request);

// The text as canonical JSON, "own:" in it replaced by the registry's address of resources, and
// "concept costType:Tuition" by an alignment object with this concept.
std::string expected_graph(std::string text);

// One thing with nothing wrong: what is required of its class, and `more` ("\"Keyword\": …").
std::string credential_with(std::string_view more);
std::string organization_with(std::string_view more);

}  // namespace cartulary::ctdl::assistant
