#include "app/import/irs.h"

#include <algorithm>

#include "app/import/packed_table.h"
#include "base/uuid.h"
#include "domain/country.h"
#include "domain/identifier.h"

namespace cartulary::import {

namespace {

constexpr std::string_view needed_columns[] = {"EIN", "NAME"};
constexpr std::size_t ein_digits = 9;
constexpr auto language = "en-US";

// Codes of the National Taxonomy of Exempt Entities that mean a type of CTDL's.
struct CodeMeaning {
    std::string_view code;
    OrganizationType type;
};
constexpr CodeMeaning code_meanings[] = {
    {"B24", OrganizationType::primary_school}, {"B25", OrganizationType::secondary_school},
    {"B30", OrganizationType::technical},      {"B40", OrganizationType::postsecondary},
    {"B41", OrganizationType::two_year},       {"B42", OrganizationType::four_year},
    {"B43", OrganizationType::four_year},      {"B50", OrganizationType::postsecondary},
    {"J40", OrganizationType::labor_union},
};
// In every field of activity.
constexpr std::string_view society_code = "03";
// Section 501(c)(6) of the tax code: chambers of commerce and business leagues.
constexpr std::string_view business_league = "06";

std::vector<OrganizationType> types_of(std::string_view subsection, std::string_view code) {
    std::vector<OrganizationType> types;
    code = code.substr(0, 3);
    for (const auto& meaning : code_meanings) {
        if (meaning.code == code) types.push_back(meaning.type);
    }
    if (code.size() == 3 && code.substr(1) == society_code) {
        types.push_back(OrganizationType::professional_association);
    }
    if (subsection == business_league) types.push_back(OrganizationType::business_association);
    return types;
}

// "04401-0000" says no more than its first half, and "00000" nothing.
std::string postal_code_of(std::string_view zip) {
    if (zip.ends_with("-0000")) zip.remove_suffix(5);
    return zip == "00000" ? std::string() : std::string(zip);
}

SourceOrganization::Place place_of(const PackedTable& row) {
    SourceOrganization::Place place;
    place.street = row.cell("STREET");
    place.city = row.cell("CITY");
    place.postal_code = postal_code_of(row.cell("ZIP"));
    const auto state = row.cell("STATE");
    if (state.empty()) return place;  // abroad, wherever that is
    const auto& country = *find_country("US");
    const auto* subdivision = find_subdivision(country, state);
    place.region = subdivision ? subdivision->name : state;
    place.country = country.name;
    return place;
}

class Rows final : public OrganizationSource {
public:
    explicit Rows(PackedTable table) : table_(std::move(table)) {}

    Checked<std::optional<SourceRecord>> next() override {
        const auto more = table_.next();
        if (!more) return problem(more.error());
        if (!*more) return std::nullopt;
        return record();
    }
    std::uint64_t bytes() const override { return table_.bytes(); }
    std::uint64_t bytes_read() const override { return table_.bytes_read(); }

private:
    SourceRecord record() const {
        SourceRecord record{.line = table_.line(), .key = "EIN " + std::string(table_.cell("EIN"))};
        // A spreadsheet program may have eaten zeros.
        const auto ein = with_lost_zeros(table_.cell("EIN"), ein_digits);
        const auto fein = parse_fein(ein);
        if (!table_.is_utf8()) {
            record.problem = "is not UTF-8";
        } else if (!fein || ein.size() != ein_digits) {
            record.problem = "EIN must be nine digits";
        } else if (table_.cell("NAME").empty()) {
            record.problem = "has no name";
        } else {
            record.organization = organization(ein, *fein);
        }
        return record;
    }

    SourceOrganization organization(const std::string& ein, const std::string& fein) const {
        SourceOrganization organization{
            .line = table_.line(), .key = "EIN " + ein, .ctid = ctid_of_ein(ein)};
        organization.name = {std::string(table_.cell("NAME")), language};
        const auto second = table_.cell("SORT_NAME");
        if (!second.empty()) organization.alternates.push_back({std::string(second), language});
        organization.fein = fein;
        organization.types = types_of(table_.cell("SUBSECTION"), table_.cell("NTEE_CD"));
        organization.sector = Sector::private_non_profit;
        organization.places.push_back(place_of(table_));
        return organization;
    }

    PackedTable table_;
};

}  // namespace

Checked<std::unique_ptr<OrganizationSource>> open_irs(const std::filesystem::path& path) {
    auto table = PackedTable::open(path, needed_columns);
    if (!table) return problem(table.error());
    return std::make_unique<Rows>(*std::move(table));
}

Ctid ctid_of_ein(std::string_view ein) {
    // Made once at random. Another one would register every organization a second time.
    static const Uuid exempt = *Uuid::parse("3d0305bc-2ec8-4de5-ac8f-9ba22e2bae29");
    return Ctid(Uuid::named(exempt, ein));
}

}  // namespace cartulary::import
