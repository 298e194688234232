#pragma once

#include <string>
#include <vector>

#include "dialects/reconciliation/query.h"
#include "dialects/reconciliation/reconciliation.h"

namespace cartulary::reconciliation {

// The answer to one query: {"result":[…]}, best candidates first.
Result<std::string> answer_of(const Operations& operations, const Query& query);

}  // namespace cartulary::reconciliation
