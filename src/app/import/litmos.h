#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "operations/company_organizations.h"

namespace cartulary::import {

// What became of a row.
enum class RowOutcome { inserted, updated, unchanged, refused, left_out };

std::string_view name_of(RowOutcome outcome);

struct RowReport {
    std::size_t line;
    std::string key;
    RowOutcome outcome;
    std::vector<std::string> problems = {};  // "Name is required"
};

struct LitmosImport {
    std::filesystem::path file;  // CSV, its columns named as the interface's properties
    std::string company;         // login id
    bool keeps_good = false;     // stores the good rows though others are refused
};

// Makes the organizations of a company as a table says, by their keys: new ones, and changes of
// known ones. An empty cell takes a value away; what the table has no column for stays as it was.
// Nobody is told by mail. Unless `keeps_good`, all of it happens in one transaction, or nothing:
// then good rows are left out where one was refused.
//
// `terminal` gets a progress bar, or is null. not_found: no such company; invalid: the file is no
// such table.
Result<std::vector<RowReport>> import_litmos(const Registry& registry, const LitmosImport& import,
                                             std::ostream* terminal);

}  // namespace cartulary::import
