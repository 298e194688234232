#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demo/cast.h"
#include "app/demo/colleges.h"
#include "app/demo/organization_input.h"
#include "app/demo/programs.h"
#include "app/demo/script.h"

// What colleges and bodies of the demonstration offer. All of it is invented, and says so.
namespace cartulary::demo {

// Every college offers some programs from the day on that it came; some cost more later on, one in
// many is offered no longer, and bodies license and certify in their trades.
void plan_credentials(Stage& stage, Script& script, Cast& cast,
                      const std::vector<College>& colleges);

// One credential, as the Assistant takes it.
struct CredentialInput {
    Ctid ctid;
    OrganizationId owner;
    const Program* program = nullptr;
    const Level* level = nullptr;
    std::string owner_name;
    std::string webpage;
    std::optional<Place> place = {};  // nothing: online
    bool in_spanish = false;
    int tuition = 0;  // US dollars
    std::string version = "1";
    std::string effective = {};  // "2026-01-15"
    std::vector<Ctid> accredited_by = {};
    std::vector<Ctid> approved_by = {};
    std::vector<Ctid> recognized_by = {};
    std::vector<Ctid> courses = {};  // that it requires
    std::vector<Ctid> assessments = {};
    std::optional<Ctid> after = {};              // a credential that it goes on from
    std::optional<Ctid> leads_to = {};           // one that it prepares for
    std::vector<std::string> competencies = {};  // that it requires, by name
};
json::Object request_of(const CredentialInput& credential);

// "2026-01-15"
std::string day_of(Timestamp moment);

// Codes as linked data names them.
json::Value occupation_input(const Program& program);
json::Value instruction_input(const Program& program);

}  // namespace cartulary::demo
