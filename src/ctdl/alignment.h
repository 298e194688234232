#pragma once

#include "base/json.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

// A ceterms:CredentialAlignmentObject that points at a concept of CTDL.
json::Value alignment_of(const Concept& target);

}  // namespace cartulary::ctdl
