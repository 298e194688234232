#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/ctid.h"
#include "operations/registry.h"

namespace cartulary::import {

struct CtdlImport {
    std::vector<std::filesystem::path> files;
    std::optional<OrganizationId> owner = {};  // of what names none that is registered
};

// What became of a document.
enum class DocumentOutcome { created, updated, unchanged, deleted, refused, left_out };

std::string_view name_of(DocumentOutcome outcome);

struct CtdlReport {
    static constexpr std::size_t refusals_told_max = 10'000;
    static constexpr std::size_t warnings_told_max = 200;  // different ones

    struct Refusal {
        std::string file;
        std::size_t line = 1;
        std::string ctid = {};  // where that far could be read
        std::vector<std::string> problems = {};
    };

    std::map<DocumentOutcome, std::uint64_t> counts = {};
    std::uint64_t unresolved = 0;  // references to what is not in the registry
    std::map<std::string, std::uint64_t> warnings =
        {};                              // what was mended, or left out of documents
    std::vector<Refusal> refusals = {};  // the first ones

    std::uint64_t count(DocumentOutcome outcome) const;
    std::uint64_t read() const;
};

// Publishes the documents of files of linked data, in whichever order they stand there:
// organizations first, which are registered and approved where they are unknown, then all else for
// whoever owns it. What has not changed since an earlier import is no change. What an envelope says
// was deleted is deleted here, and left out where it is not here or was published later. Each
// document is a transaction of its own, so that an import that is broken off can be run again.
//
// `terminal` gets a progress bar, or is null. invalid: a file cannot be opened; not_found: no such
// owner. A file that cannot be read to its end is a refusal.
Result<CtdlReport> import_ctdl(const Registry& registry, const CtdlImport& import,
                               std::ostream* terminal);

}  // namespace cartulary::import
