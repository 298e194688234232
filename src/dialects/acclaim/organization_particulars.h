#pragma once

#include <string>

#include "dialects/acclaim/body.h"
#include "domain/organization.h"

namespace cartulary::acclaim {

// What only this dialect knows of an organization. It is kept as a JSON object of what is not
// empty, under the keys of the answers.
struct Particulars {
    std::string organization_type;
    std::string twitter_url;
    std::string facebook_url;
    std::string linked_in_url;
    std::string primary_hex_color;
    std::string support_email;
    std::string support_url;
    std::string technical_contact_email;

    bool operator==(const Particulars&) const = default;
};

Particulars particulars_of(const OrganizationDraft& draft);

// The type in the organization's own words; who never said any has the types that all dialects
// share: "Two Year, Training Provider".
std::string type_shown(const OrganizationDraft& draft, const Particulars& particulars);

// Reads what a PUT says of them into the draft. Its problems are kept in `body`.
void apply_particulars(Body& body, OrganizationDraft& draft);

}  // namespace cartulary::acclaim
