#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>

#include "app/import/organization_source.h"
#include "operations/registry.h"

namespace cartulary::import {

// What became of a record.
enum class RecordOutcome { registered, changed, unchanged, left_out, refused };

std::string_view name_of(RecordOutcome outcome);

struct OrganizationsReport {
    static constexpr std::size_t reasons_told_max = 200;  // different ones

    // Why, with the first record that it happened to.
    struct Reason {
        std::uint64_t count = 0;
        std::string example = {};
    };
    using Reasons = std::map<std::string, Reason>;

    std::map<RecordOutcome, std::uint64_t> counts = {};
    Reasons refused = {};
    Reasons left_out = {};
    Reasons warnings = {};        // what was mended or left out of a record
    std::string broken_off = {};  // why the file could not be read to its end
    std::chrono::duration<double> taken = {};

    std::uint64_t count(RecordOutcome outcome) const;
    std::uint64_t read() const;
};

// Registers the organizations of a list, approved, and publishes what it says of each as its
// document; of those that are known both are brought up to date. Some hundred are a transaction, so
// that one that was broken off can be run again: what is there already is no change.
//
// `terminal` gets a progress bar, or is null.
OrganizationsReport import_organizations(const Registry& registry, OrganizationSource& source,
                                         std::ostream* terminal);

}  // namespace cartulary::import
