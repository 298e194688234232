#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

#include "app/import/cells.h"

namespace cartulary::import {

// What became of the rows of a table.
class Tally {
public:
    void accept() { ++accepted_; }
    // `row` names it to a person.
    void refuse(const std::string& reason, const std::string& row);
    void repair(const Repairs& repairs);

    std::uint64_t read() const { return accepted_ + refused_; }
    std::uint64_t accepted() const { return accepted_; }
    std::uint64_t refused() const { return refused_; }
    // Whether `reason` is the only one for which rows were refused, or none was refused at all.
    bool refused_only_for(std::string_view reason) const;

    void print_table(std::ostream& out, double seconds) const;
    void print_json(std::ostream& out, double seconds) const;  // one line

private:
    struct Refused {
        std::uint64_t count = 0;
        std::string example;
    };
    std::uint64_t accepted_ = 0;
    std::uint64_t refused_ = 0;
    std::map<std::string, Refused> reasons_;
    std::map<std::string, std::uint64_t> repairs_;
};

}  // namespace cartulary::import
