#pragma once

#include <vector>

#include "web/visit.h"

// The pages of people's own accounts, and of their work with each other.
namespace cartulary::web {

std::vector<http::Route> sign_up_routes(const Visits& visits);
std::vector<http::Route> log_in_routes(const Visits& visits);
std::vector<http::Route> forgotten_password_routes(const Visits& visits);
std::vector<http::Route> own_account_routes(const Visits& visits);
std::vector<http::Route> second_factor_routes(const Visits& visits);
std::vector<http::Route> session_routes(const Visits& visits);
std::vector<http::Route> member_routes(const Visits& visits);
std::vector<http::Route> member_change_routes(const Visits& visits);
std::vector<http::Route> joining_routes(const Visits& visits);

// All of them.
std::vector<http::Route> people_routes(const Visits& visits);

}  // namespace cartulary::web
