#pragma once

#include "http/message.h"
#include "operations/activity.h"

// The log of the registry as files, made while they are sent.
namespace cartulary::web {

// For spreadsheet programs: CSV, in which no cell is a formula.
http::Response activity_csv(Activity::Export entries);

// For programs: one JSON object a line.
http::Response activity_lines(Activity::Export entries);

}  // namespace cartulary::web
