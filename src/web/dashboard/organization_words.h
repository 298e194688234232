#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/organization.h"
#include "web/texts/texts.h"

// What a record says, in people's words.
namespace cartulary::web {

std::string_view type_text(const Texts& texts, OrganizationType type);
std::string_view sector_text(const Texts& texts, Sector sector);
std::string_view text_of(const Texts& texts, PublishingRole role);
std::string_view text_of(const Texts& texts, PublishingMethod method);
std::string_view text_of(const Texts& texts, ConsumingMethod method);

// A field of a record; what it says is empty where nothing is said.
struct Said {
    std::string_view label;
    std::string text;  // may have lines
    bool operator==(const Said&) const = default;
};

// All fields, always the same ones in the same order, so that two records can be compared.
std::vector<Said> said_in(const Texts& texts, const Organization& organization);

}  // namespace cartulary::web
