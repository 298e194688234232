#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"
#include "operations/api_keys.h"
#include "operations/applications.h"
#include "operations/badge_templates.h"
#include "operations/badges.h"
#include "operations/bulk_uploads.h"
#include "operations/drafts.h"
#include "operations/finding.h"
#include "operations/organizations.h"
#include "operations/people_operations.h"
#include "operations/pictures.h"
#include "operations/record_history.h"
#include "operations/registry.h"
#include "operations/resources.h"
#include "operations/staff_operations.h"
#include "operations/third_parties.h"
#include "operations/webhooks.h"

namespace cartulary::web {

// One interface of the registry, as its OpenAPI 3.1 description tells of it.
struct Description {
    std::string name;  // "accounts": in its paths /docs/accounts and /openapi/accounts.json
    std::string_view openapi;
};

struct Operations {
    Organizations& organizations;
    BadgeTemplates& badge_templates;
    Badges& badges;
    Pictures& pictures;
    PeopleOperations& people;
    Applications& applications;
    ApiKeys& api_keys;
    ThirdParties& third_parties;
    Webhooks& webhooks;
    RecordHistory& record_history;
    Drafts& drafts;
    BulkUploads& bulk_uploads;
    StaffOperations& staff;
    Finding& finding;
    Resources& resources;
};

// The page of a resource, at the address that its interface serves data from: see Operations::page
// of the dialect. What is passed outlives it.
http::Handler resource_page(const Registry& registry, const Operations& operations);

// Everything that people see: prefix "" (owns every path that no dialect owns). `registry` and
// what `operations` refers to outlive it. Throws std::runtime_error where a description cannot be
// read.
http::Area area(const Registry& registry, const Operations& operations,
                std::vector<Description> descriptions);

}  // namespace cartulary::web
