#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about an organization's public page.
namespace cartulary::web {

struct Texts;

struct OrganizationPageTexts {
    // What it is.
    std::string_view website = "Website";
    std::string_view kinds = "Kind";
    std::string_view sector = "Sector";
    std::string_view status = "Status";
    std::string_view founded = "Founded";
    std::string_view purpose = "Purpose";
    std::string_view services = "Services";
    std::string_view industries = "Industries";
    std::string_view keywords = "Subjects";
    std::string_view email = "E-mail";
    std::string_view other_names = "Other names";
    std::string_view other_addresses = "Also described at";
    std::string_view not_dated =
        "What it offers, what others say of it and its badges are shown on the page of how it is "
        "now.";

    // What it offers.
    std::string_view offers = "What it offers";
    std::string_view offers_none = "Nothing that it offers is published here yet.";
    std::string_view offers_counted = "{kind}: {count}";
    std::string_view offers_at_least = "Only the first {count} are counted here; there are more.";
    std::string_view offers_all_of_kind = "All of this kind";
    std::string_view offers_of = "of {owner}";
    std::string_view offers_all = "Search all that it publishes";

    // Who vouches for whom.
    std::string_view vouched = "Who vouches for it";
    std::string_view vouched_caption =
        "Who has accredited, approved or recognized it, or regulates it, and who says so";
    std::string_view vouches = "What it vouches for";
    std::string_view vouches_caption =
        "What it has accredited, approved or recognized, or regulates, and who says so";
    std::string_view column_how = "How";
    std::string_view column_by = "By";
    std::string_view column_what = "What";
    std::string_view column_says = "Who says so";
    std::string_view accredited = "Accredited";
    std::string_view approved = "Approved";
    std::string_view recognized = "Recognized";
    std::string_view regulated = "Regulated";
    std::string_view says_both = "Both";
    std::string_view says_itself = "This organization";
    std::string_view says_other = "Not this organization, but what is named here";
    std::string_view more_of_them = "And {count} more.";
    std::string_view more_at_least = "And more than {count} others.";

    // Other organizations.
    std::string_view relations = "Related organizations";
    std::string_view relations_drawn = "How {organization} is related to others";
    std::string_view part_of = "Part of";
    std::string_view has_part = "Has as a part";
    std::string_view department_of = "Department of";
    std::string_view has_department = "Has the department";
    std::string_view successor_of = "Successor of";
    std::string_view succeeded_by = "Succeeded by";
    std::string_view accredited_by = "Accredited by";
    std::string_view approved_by = "Approved by";
    std::string_view recognized_by = "Recognized by";
    std::string_view regulated_by = "Regulated by";
    std::string_view says_other_alone = "as it says itself";

    // Where it is.
    std::string_view places = "Where it is";
    std::string_view place_unnamed = "A place";
    std::string_view map_label = "Map: {places}";

    // Numbers that others gave it.
    std::string_view identifiers = "Identifiers";
    std::string_view identifiers_caption = "What others know it by; a link leads to what they know";
    std::string_view column_scheme = "Given by";
    std::string_view column_number = "Number";
    std::string_view scheme_fein = "Internal Revenue Service (FEIN)";
    std::string_view scheme_duns = "Dun & Bradstreet (DUNS)";
    std::string_view scheme_opeid = "Office of Postsecondary Education (OPE ID)";
    std::string_view scheme_ipeds = "Integrated Postsecondary Education Data System (IPEDS)";
    std::string_view scheme_nces = "National Center for Education Statistics (NCES)";
    std::string_view scheme_lei = "Global Legal Entity Identifier Foundation (LEI)";
    std::string_view scheme_isic = "International Standard Industrial Classification (ISIC)";
    std::string_view scheme_naics = "North American Industry Classification System (NAICS)";
    std::string_view scheme_uei = "SAM.gov (Unique Entity ID)";
    std::string_view scheme_ror = "Research Organization Registry (ROR)";
    std::string_view scheme_isni = "International Standard Name Identifier (ISNI)";
    std::string_view scheme_fundref = "Crossref's registry of funders";
    std::string_view scheme_unnamed = "Not said";
};

// In the language of the page.
const OrganizationPageTexts& organization_page_texts(const Texts& page);

}  // namespace cartulary::web
