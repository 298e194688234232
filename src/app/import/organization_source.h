#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/import/source_organization.h"
#include "domain/checked.h"

namespace cartulary::import {

// A record of a list of organizations.
struct SourceRecord {
    std::size_t line = 1;
    std::string key = {};  // names it to a person, where that far could be read
    std::optional<SourceOrganization> organization = {};
    std::string left_out = {};  // why there is none, though nothing is wrong
    std::string problem = {};   // why there is none; the same words for every such record
};

// A file of them, read from its beginning to its end without holding more than one.
class OrganizationSource {
public:
    OrganizationSource() = default;
    virtual ~OrganizationSource() = default;
    OrganizationSource(const OrganizationSource&) = delete;
    OrganizationSource& operator=(const OrganizationSource&) = delete;

    // Nothing after the last. Problem: the file cannot be read on.
    virtual Checked<std::optional<SourceRecord>> next() = 0;

    // Of the file as it lies there.
    virtual std::uint64_t bytes() const = 0;
    virtual std::uint64_t bytes_read() const = 0;
};

}  // namespace cartulary::import
