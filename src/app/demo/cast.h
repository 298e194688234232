#pragma once

#include <map>
#include <string>
#include <vector>

#include "operations/caller.h"

namespace cartulary::demo {

// Who can be told to log in, and what with. Each value is shown in the order here.
struct LogIn {
    std::string role;                                         // "administrator of an institution"
    std::string place;                                        // address to begin at
    std::vector<std::pair<std::string, std::string>> values;  // "e-mail", "password", …
};

// Who is known to several parts of the demonstration.
struct Cast {
    std::map<std::string, OrganizationId> bodies;    // by their keys in bodies.csv
    std::map<std::string, OrganizationId> of_state;  // whoever accredits there
    Caller partner;                                  // the trusted one
    std::string partner_key;
    std::map<std::string, Caller> institutions;  // "harbor", …: those that people log in to
    std::string harbor_key;
    std::vector<LogIn> log_ins;

    const Caller& harbor() const { return institutions.at("harbor"); }
};

inline constexpr auto clerk = "clerk@registry.example";          // of the staff
inline constexpr auto archivist = "archivist@registry.example";  // likewise
inline constexpr auto dean = "dean@harbor.example";              // administers the institution
inline constexpr auto writer = "writer@harbor.example";          // publishes for it
inline constexpr auto reader = "reader@harbor.example";          // looks at it
inline constexpr auto officer = "office@agency.example";         // of the trusted partner
inline constexpr auto newcomer = "newcomer@mail.example";        // without an organization

}  // namespace cartulary::demo
