#pragma once

#include <optional>
#include <string>

#include "domain/resource.h"
#include "http/message.h"

namespace cartulary::reconciliation {

// A small page about an entity, made to stand in a frame of another site's page; one that says so
// where there is none.
http::Response preview(const std::optional<ResourceEntry>& entry, const std::string& public_url);

}  // namespace cartulary::reconciliation
