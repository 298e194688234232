#include "app/import/college.h"

#include "base/json.h"
#include "base/text.h"
#include "base/uuid.h"
#include "domain/ctid.h"
#include "domain/identifier.h"
#include "domain/publishing.h"

namespace cartulary::import {
namespace {

// In the order of Column.
constexpr std::array<std::string_view, column_count> column_names{
    "UNITID",  "INSTNM",  "ADDR",    "CITY", "STABBR", "ZIP",   "GENTELE",
    "WEBADDR", "CONTROL", "ICLEVEL", "EIN",  "DUNS",   "OPEID", "POSTSEC"};
constexpr auto first_optional = Column::ein;

constexpr std::string_view name_of(Column column) {
    return column_names.at(static_cast<std::size_t>(column));
}

std::string list_of(const std::vector<std::string_view>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " and " : ", ";
        list += names[i];
    }
    return list;
}

std::optional<Sector> sector_of(std::string_view control) {
    if (control == "1") return Sector::public_;
    if (control == "2") return Sector::private_non_profit;
    if (control == "3") return Sector::private_for_profit;
    return std::nullopt;
}

std::optional<OrganizationType> type_of(std::string_view level) {
    if (level == "1") return OrganizationType::four_year;
    if (level == "2") return OrganizationType::two_year;
    if (level == "3") return OrganizationType::training_provider;
    return std::nullopt;
}

// Reads one row and collects all that keeps it from being a registration.
class RowReader {
public:
    RowReader(const Columns& columns, const csv::Row& row) : columns_(columns), row_(row) {
        college_.line = row.line;
    }

    tl::expected<College, Refusal> read() {
        college_.unitid = text(Column::unitid);
        if (!parse_unitid(college_.unitid)) problems_.emplace_back("UNITID is not six digits");
        college_.ctid = ctid_of(college_.unitid);
        college_.name = text(Column::instnm);
        college_.street = text(Column::addr);
        college_.city = text(Column::city);
        college_.state = text(Column::stabbr);
        read_identifiers();
        if (states(Column::zip)) {
            college_.postal_code = read_postal_code(cell(Column::zip), college_.repairs);
        }
        read_web();
        read_telephone();
        read_kind();
        if (!unstated_.empty() || !problems_.empty()) {
            return tl::unexpected(Refusal{college_.unitid, reason()});
        }
        return std::move(college_);
    }

private:
    std::string_view cell(Column column) const { return columns_.cell(row_, column); }

    bool states(Column column) {
        if (!says_nothing(cell(column))) return true;
        unstated_.push_back(name_of(column));
        return false;
    }

    std::string text(Column column) {
        if (!states(column)) return {};
        return read_text(name_of(column), cell(column), college_.repairs);
    }

    void read_identifiers() {
        college_.fein = read_number(ein_column, cell(Column::ein), college_.repairs);
        college_.duns = read_number(duns_column, cell(Column::duns), college_.repairs);
        college_.opeid = read_number(opeid_column, cell(Column::opeid), college_.repairs);
    }

    void read_web() {
        if (!states(Column::webaddr)) return;
        auto address = read_web_address(cell(Column::webaddr), college_.repairs);
        if (!address) {
            problems_.push_back("WEBADDR " + address.error());
            return;
        }
        college_.web_address = *std::move(address);
        college_.domain = own_domain(college_.web_address);
        if (college_.domain.empty()) {
            problems_.emplace_back("WEBADDR is on somebody else's site, so no contact is known");
        }
    }

    void read_telephone() {
        if (!states(Column::gentele)) return;
        auto phone = read_phone(cell(Column::gentele), college_.repairs);
        if (phone) {
            college_.phone = *std::move(phone);
        } else {
            problems_.push_back("GENTELE " + phone.error());
        }
    }

    void read_kind() {
        if (states(Column::control)) {
            const auto sector = sector_of(text::trimmed(cell(Column::control)));
            if (!sector) problems_.emplace_back("CONTROL is not 1, 2 or 3");
            college_.sector = sector.value_or(Sector::public_);
        }
        if (states(Column::iclevel)) {
            const auto type = type_of(text::trimmed(cell(Column::iclevel)));
            if (!type) problems_.emplace_back("ICLEVEL is not 1, 2 or 3");
            college_.types.push_back(type.value_or(OrganizationType::postsecondary));
        }
        if (text::trimmed(cell(Column::postsec)) == "1") {
            college_.types.push_back(OrganizationType::postsecondary);
        }
    }

    std::string reason() const {
        std::string reason;
        if (!unstated_.empty()) {
            reason = list_of(unstated_) + (unstated_.size() == 1 ? " is" : " are") + " not stated";
        }
        for (const auto& problem : problems_) {
            if (!reason.empty()) reason += "; ";
            reason += problem;
        }
        return reason;
    }

    const Columns& columns_;
    const csv::Row& row_;
    College college_;
    std::vector<std::string_view> unstated_;
    std::vector<std::string> problems_;
};

}  // namespace

Checked<Columns> Columns::of(const csv::Row& header) {
    Columns columns;
    columns.width_ = header.cells.size();
    for (std::size_t place = 0; place < header.cells.size(); ++place) {
        const auto written = text::trimmed(header.cells[place]);
        for (std::size_t i = 0; i < column_count; ++i) {
            if (text::equal_ignoring_ascii_case(written, column_names[i])) {
                columns.places_[i] = place;
            }
        }
    }
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < static_cast<std::size_t>(first_optional); ++i) {
        if (!columns.places_[i]) missing.push_back(column_names[i]);
    }
    if (!missing.empty()) return problem("has no column " + list_of(missing));
    return columns;
}

std::string_view Columns::cell(const csv::Row& row, Column column) const {
    const auto place = places_.at(static_cast<std::size_t>(column));
    if (!place || *place >= row.cells.size()) return {};
    return row.cells[*place];
}

tl::expected<College, Refusal> college_of(const Columns& columns, const csv::Row& row) {
    return RowReader(columns, row).read();
}

std::string ctid_of(std::string_view unitid) {
    // Made once at random. Another one would register every college a second time.
    static const Uuid colleges = *Uuid::parse("92c1076b-4fb1-4b24-9238-ff520f7bb0e8");
    return Ctid(Uuid::named(colleges, unitid)).text();
}

std::string registration_of(const College& college) {
    json::Writer writer;
    const auto known = [&writer](std::string_view name, const std::string& value) {
        if (!value.empty()) writer.member(name, value);
    };
    writer.begin_object().member("CTID", college.ctid).member("Name", college.name);
    known("FEIN", college.fein);
    known("DUNS", college.duns);
    known("OPEID", college.opeid);
    writer.member("Url", college.web_address.text)
        .member("PrimaryEmail", "info@" + college.domain)
        .member("PrimaryPhoneNumber", college.phone.number);
    known("PrimaryPhoneExtension", college.phone.extension);
    writer.key("OrganizationPublishingRoleUris")
        .begin_array()
        .value(publishing_roles.curie_of(PublishingRole::credential_organization))
        .end_array();
    writer.key("OrganizationPublishingMethodUris").begin_array();
    for (const auto method : {PublishingMethod::manual_entry, PublishingMethod::bulk_upload,
                              PublishingMethod::registry_assistant}) {
        writer.value(publishing_methods.curie_of(method));
    }
    writer.end_array().key("OrganizationTypeUris").begin_array();
    for (const auto type : college.types) writer.value(organization_types.curie_of(type));
    writer.end_array().member("OrganizationSectorUri", sectors.curie_of(college.sector));
    writer.key("Contacts")
        .begin_array()
        .begin_object()
        .member("Email", "registrar@" + college.domain)
        .member("FirstName", "Registrar")
        .member("LastName", "Office")
        .end_object()
        .end_array();
    writer.member("StreetAddress", college.street)
        .member("City", college.city)
        .member("StateProvince", college.state)
        .member("Country", "United States")  // of which the territories' addresses are a part too
        .member("PostalCode", college.postal_code)
        .end_object();
    return writer.take();
}

}  // namespace cartulary::import
