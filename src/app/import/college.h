#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/cells.h"
#include "base/csv.h"
#include "domain/organization_type.h"

namespace cartulary::import {

// The columns that are read of an IPEDS HD ("institutional characteristics, header") table.
enum class Column {
    unitid,
    instnm,
    addr,
    city,
    stabbr,
    zip,
    gentele,
    webaddr,
    control,
    iclevel,
    ein,   // from here on a table may lack them
    duns,  // until 2020
    opeid,
    postsec,
};
inline constexpr std::size_t column_count = 14;

// Where the columns stand in one table.
class Columns {
public:
    // The problem names the columns that the header lacks.
    static Checked<Columns> of(const csv::Row& header);

    // Empty when the table has no such column.
    std::string_view cell(const csv::Row& row, Column column) const;
    std::size_t width() const { return width_; }

private:
    std::array<std::optional<std::size_t>, column_count> places_;
    std::size_t width_ = 0;
};

// A college as the accounts interface takes it.
struct College {
    std::size_t line = 0;  // where its row begins
    std::string unitid;
    std::string ctid;
    std::string name;
    WebAddress web_address;
    std::string domain;  // where its people read mail
    Phone phone;
    std::string fein;  // these three are empty when unknown
    std::string duns;
    std::string opeid;
    std::string street;
    std::string city;
    std::string state;
    std::string postal_code;
    Sector sector = Sector::public_;
    std::vector<OrganizationType> types;
    Repairs repairs;
};

// Why a row is no registration, in words that are the same for every such row.
struct Refusal {
    std::string unitid;
    std::string reason;
};

// The cells must be UTF-8.
tl::expected<College, Refusal> college_of(const Columns& columns, const csv::Row& row);

// The same CTID for a college in every table and for ever: a UUIDv5 of its UNITID.
std::string ctid_of(std::string_view unitid);

// The body that registers it.
std::string registration_of(const College& college);

}  // namespace cartulary::import
