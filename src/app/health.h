#pragma once

#include <vector>

#include "base/metrics.h"
#include "http/router.h"
#include "store/store.h"

namespace cartulary {

// /healthz (the process answers), /readyz (the database does, else 503) and /metrics.
std::vector<http::Area> health_areas(Store& store, Metrics& metrics);

}  // namespace cartulary
