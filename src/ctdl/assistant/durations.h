#pragma once

#include "base/json.h"
#include "domain/checked.h"

namespace cartulary::ctdl::assistant {

// {"Years": 1, "Months": 6} as ISO 8601: "P1Y6M". What is no whole number is told in the next
// smaller unit; weeks beside other units are told as days. Empty where nothing is stated.
Checked<std::string> duration_of(const json::Object& item);

}  // namespace cartulary::ctdl::assistant
