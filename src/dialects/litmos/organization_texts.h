#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "domain/organization.h"

// The texts of an organization as this interface knows them, and where each is kept.
namespace cartulary::litmos {

// What only this interface knows of an organization.
struct Particulars {
    std::map<std::string, std::string, std::less<>> texts;  // by their names here
    bool is_tax_exempt = false;
    bool notifies_super_user = false;

    bool operator==(const Particulars&) const = default;
};

Particulars particulars_of(const OrganizationDraft& draft);
void put_particulars(OrganizationDraft& draft, const Particulars& particulars);

struct OrganizationText {
    std::string_view name;
    std::string_view ours;       // as problems name it
    std::size_t characters_max;  // in a request; longer than in the document's answer for some
    bool required = false;
    bool has_lines = false;
    // Shared with other interfaces; null where it is a particular of this one.
    std::string (*get)(const OrganizationDraft&) = nullptr;
    // Whether it could be kept there: what other interfaces would not understand is a particular.
    bool (*set)(OrganizationDraft&, const std::string&) = nullptr;
};

// In the order of an answer.
std::span<const OrganizationText> organization_texts();

// Empty: none.
std::string text_of(const OrganizationText& text, const OrganizationDraft& draft,
                    const Particulars& particulars);
void set_text(const OrganizationText& text, OrganizationDraft& draft, Particulars& particulars,
              const std::string& value);

}  // namespace cartulary::litmos
