#pragma once

#include <string>
#include <vector>

#include "operations/registrations.h"

namespace cartulary::accounts {

// "Error - <their field> <problem>" for each problem, or the refusal itself where no field is to
// blame.
std::vector<std::string> messages_of(const Error& error);

std::string render_registered(const Registered& registered,
                              const std::vector<std::string>& warnings);
std::string render_refused(const std::vector<std::string>& messages);

// The record under the names of the registration's own properties. Contacts are people, and left
// out.
std::string render_organization(const Organization& organization);

}  // namespace cartulary::accounts
