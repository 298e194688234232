#pragma once

#include "http/router.h"
#include "operations/callers.h"
#include "operations/finding.h"
#include "operations/organizations.h"
#include "operations/registrations.h"

namespace cartulary::accounts {

struct Operations {
    Callers& callers;
    Organizations& organizations;
    Registrations& registrations;
    std::string community;               // the name of this registry's community, "ce-registry"
    std::size_t rendered_bytes_max = 0;  // of records kept as text for who reads them again
    Finding* finding = nullptr;          // null: nobody is warned of likely duplicates
};

// The Organization Register API of Credential Engine's accounts system, for trusted partners.
// `operations` outlives the routes.
http::Area area(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::accounts
