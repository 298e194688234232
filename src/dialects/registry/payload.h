#pragma once

#include <optional>
#include <string_view>

#include "ctdl/document.h"
#include "dialects/registry/registry.h"

namespace cartulary::registry {

// A document as it is published: a graph, one resource, or an envelope around either.
struct Payload {
    ctdl::Document document;
    ctdl::Problems warnings;
};

// invalid: no JSON (400); or every problem of the document, by the way to each. too_large.
Result<Payload> payload_in(const http::Request& request, const std::string& public_url);

// As answers tell a problem.
std::string text_of(const ctdl::Problem& problem);

}  // namespace cartulary::registry
