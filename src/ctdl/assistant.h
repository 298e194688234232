#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "ctdl/document.h"

// The plain input of the Registry Assistant API, made into documents by the vocabulary: one table
// of what its classes and properties mean, no mapper for each class.
namespace cartulary::ctdl::assistant {

// "credential", "learningopportunity", or any top-level class ("bachelordegree"); null when there
// is none. Without regard to case.
struct Entity {
    std::string_view name;    // of the request's member: "Credential"
    std::string_view family;  // the class that its types are of: "ceterms:Credential"
};
const Entity* find_entity(std::string_view name);

// The document of a request {"DefaultLanguage", "ReferenceObjects", "Credential": {…}, …}, with
// every problem, errors first: what is unknown, what does not fit, what is missing by the minimum
// data of the class. Paths are the request's own ("Credential.Requires[0].TargetCredential[1]").
Reading map(const Entity& entity, const json::Value& request, const Addresses& addresses);

// Where a request has many of one kind: the document of one of them, with paths that begin at its
// place ("Credentials[3]").
struct Listed {
    std::string_view member;  // of the request
    std::size_t index;
    const json::Value& input;
};
Reading map(const Entity& entity, const json::Value& request, const Listed& listed,
            const Addresses& addresses);

}  // namespace cartulary::ctdl::assistant
