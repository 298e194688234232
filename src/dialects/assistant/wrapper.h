#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ctdl/assistant.h"
#include "dialects/assistant/answer.h"

// What stands around the thing that is published.
namespace cartulary::assistant {

inline constexpr std::size_t list_length_max = 50;  // of things in one request

struct Wrapper {
    std::optional<OrganizationId> owner;     // PublishForOrganizationIdentifier
    bool leaves_payload_out = false;         // ExcludingPayloadInResponse
    std::vector<std::string> messages = {};  // what is wrong with it, as errors
};
Wrapper wrapper_of(const Operations& operations, const json::Value& request);

// The kind of thing that the path names. not_found.
Result<ctdl::assistant::Entity> entity_in(const http::Request& request);

// The list of a request for many: "Credentials", "CredentialList" or the like. Null where there
// is none.
struct ListStated {
    std::string name;
    const json::Array* values = nullptr;
};
ListStated find_list(const json::Value& request, const ctdl::assistant::Entity& entity);

// The graphs of a request: "GraphInput" or "PathwayGraph", one or a list.
ListStated find_graphs(const json::Value& request);

// {"@context", "@id", "@graph"}, its names also without the sign; a graph may be JSON in a text.
json::Value payload_of(const json::Value& graph);

}  // namespace cartulary::assistant
