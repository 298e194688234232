#pragma once

#include <variant>

#include "domain/badge.h"
#include "domain/event.h"
#include "domain/organization.h"
#include "domain/resource.h"

namespace cartulary {

using EventSubject = std::variant<Organization, IssuedTemplate, IssuedBadge, ToldResource>;

// What an event was about, as its snapshot has it. Throws where that cannot be read.
EventSubject subject_of(const Event& event);

}  // namespace cartulary
