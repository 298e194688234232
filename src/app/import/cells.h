#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checked.h"
#include "domain/web_address.h"

// What a cell of an IPEDS table says once what people and spreadsheet programs did to it is undone.
namespace cartulary::import {

// What was mended in one row, in words that are the same for every row: "EIN: lost zeros put back".
using Repairs = std::vector<std::string>;

// Blank, or one of IPEDS' codes for "not reported", "not applicable" and "not available".
bool says_nothing(std::string_view cell);

// Without white space around it and with single spaces inside; empty when the cell says nothing.
std::string read_text(std::string_view column, std::string_view cell, Repairs& repairs);

// A number that identifies, which may have lost zeros at its front and may stand with others of
// its kind, separated by "|": the first good one counts.
struct NumberColumn {
    std::string_view name;
    std::size_t digits;
    std::size_t digits_min;  // with fewer left nobody can tell that only zeros were lost
};
inline constexpr NumberColumn ein_column{"EIN", 9, 7};
inline constexpr NumberColumn duns_column{"DUNS", 9, 7};
inline constexpr NumberColumn opeid_column{"OPEID", 8, 6};

// Empty when the cell says nothing or nothing that can be read; the latter is told as a repair.
std::string read_number(const NumberColumn& column, std::string_view cell, Repairs& repairs);

// "35762" or "35762-0110". What cannot be read is left as it is, for the server to judge.
std::string read_postal_code(std::string_view cell, Repairs& repairs);

struct Phone {
    std::string number;     // ten digits
    std::string extension;  // digits, or empty

    bool operator==(const Phone&) const = default;
};

// IPEDS writes ten digits and up to five of an extension after them, with nothing in between.
// The problem goes on after the column's name.
Checked<Phone> read_phone(std::string_view cell, Repairs& repairs);

// The first good address of the cell. The problem goes on after the column's name.
Checked<WebAddress> read_web_address(std::string_view cell, Repairs& repairs);

// The domain that the college reads mail at: the host without "www." or "www2.". Empty when the
// address is a page on somebody else's site or the host is nobody's.
std::string own_domain(const WebAddress& address);

}  // namespace cartulary::import
