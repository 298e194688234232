#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/organization.h"
#include "operations/bulk_identities.h"
#include "operations/bulk_things.h"

namespace cartulary {

// What becomes of each thing of a table: its entry as it will be, judged as a draft is.
class BulkJudging {
public:
    // All of it outlives this.
    BulkJudging(const Registry& registry, const Organization& organization,
                const ctdl::templates::Heading& heading, const BulkIdentities& identities);

    // Of the things from `first` to `last`, with their rows, whose problems are now known.
    struct Portion {
        std::vector<BulkThing> things;
        std::vector<BulkRow> rows;
    };
    Portion judge(Transaction& transaction, const BulkUpload& upload, std::int64_t first,
                  std::int64_t last);

private:
    BulkThing judge_one(Transaction& transaction, std::int64_t number,
                        const bulk_drafts::Content* draft, std::span<BulkRow> rows);
    void judge_entry(Transaction& transaction, BulkThingSaid& said, BulkThing& thing);
    ctdl::templates::Surroundings surroundings(Transaction& transaction, const Uuid& id);

    const Registry& registry_;
    const Organization& organization_;
    const ctdl::templates::Heading& heading_;
    const BulkIdentities& identities_;
    // Of the portion at hand: many things are in one place.
    std::map<std::string, std::optional<ctdl::templates::Entry>, std::less<>> locations_;
};

}  // namespace cartulary
