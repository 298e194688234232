#pragma once

#include <filesystem>
#include <memory>

#include "app/import/organization_source.h"

namespace cartulary::import {

// The Exempt Organizations Business Master File of the United States' Internal Revenue Service: a
// CSV table with the columns EIN and NAME, packed by gzip or not.
// https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf
//
// Names and addresses are kept in the capital letters in which they come, as nobody can tell which
// of them belong there; the second line of a name is an alternate one. The EIN becomes the FEIN.
// The kind of exemption and the NTEE code become the organization type that says the same, and
// nothing where none does. An organization's CTID is made of its EIN, and so the same in every
// registry and for ever.
Checked<std::unique_ptr<OrganizationSource>> open_irs(const std::filesystem::path& path);

// `ein` is nine digits.
Ctid ctid_of_ein(std::string_view ein);

}  // namespace cartulary::import
