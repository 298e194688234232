#pragma once

#include "base/error.h"

namespace cartulary::http {

// The status that a refusal has in an interface whose document and clients ask for no other.
int usual_status(ErrorKind kind);

}  // namespace cartulary::http
