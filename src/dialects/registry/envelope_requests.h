#pragma once

#include "dialects/registry/envelope_text.h"
#include "dialects/registry/registry.h"

// What routes about envelopes ask.
namespace cartulary::registry {

EnvelopePlace place_of(const Operations& operations);

// The envelope that a path names by its UUID or by a CTID in it, a deleted one too. not_found.
Result<Resources::Listed> envelope_in(const Operations& operations, const http::Request& request);

// The document of a version as it is served; also of one that says that it was deleted.
std::string document_text(const Operations& operations, const Ctid& ctid, std::int64_t revision);

// The envelope as it is now, with its document unless `metadata_only`.
std::string envelope_text(const Operations& operations, const Resources::Listed& listed,
                          bool metadata_only, bool changed = false,
                          std::vector<std::string> warnings = {});

}  // namespace cartulary::registry
