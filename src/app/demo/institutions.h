#pragma once

#include "app/demo/cast.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// The institutions that the trusted partner registers as programs do, with the people who look
// after them. Invented ones: people log in to them, and real colleges are nobody's to play with.
void enter_institutions(Stage& stage, Cast& cast);

// An address in the room of an institution's own people.
std::string dashboard_of(const OrganizationId& organization);

}  // namespace cartulary::demo
