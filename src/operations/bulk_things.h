#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ctdl/templates/table.h"
#include "domain/bulk_upload.h"
#include "store/bulk_drafts.h"

namespace cartulary {

// What the rows of a table say of one thing, written over what was there.
class BulkThingSaid {
public:
    // `draft`: what was there; null: nothing. What is wrong with cells is added to the rows. All
    // of it outlives this.
    BulkThingSaid(const ctdl::templates::Heading& heading, const bulk_drafts::Content* draft,
                  std::span<BulkRow> rows);

    const ctdl::templates::Entry& entry() const { return entry_; }
    const std::string& external_identifier() const { return external_identifier_; }

    bool is_unchanged() const;
    bool was_refused() const { return was_refused_; }

    // What the rows say of the owner must be this organization, as "same as owner", or by its CTID
    // or name.
    void check_owner(const Ctid& owner, std::string_view name);

    // Whether this problem keeps the thing from being saved: of a new thing every one, of a draft
    // only with what the rows say; the rest may have been incomplete before.
    bool concerns_rows(const ctdl::Problem& problem) const;

    // Adds it to the cell that says so: in the row that wrote the value last.
    void refuse(const ctdl::Problem& problem);

private:
    void take(std::size_t index);
    using Groups = decltype(ctdl::templates::Entry::groups);
    void note_groups(std::size_t index, const Groups& before);
    std::optional<std::size_t> writer_of(const ctdl::templates::Spot& spot) const;
    void refuse(std::size_t index, BulkProblem problem);

    const ctdl::templates::Heading& heading_;
    const bulk_drafts::Content* draft_;
    std::span<BulkRow> rows_;
    ctdl::templates::Entry before_;
    ctdl::templates::Entry entry_;
    std::string external_identifier_;
    std::vector<std::string> owners_;  // of each row
    bool was_refused_ = false;

    // Which row wrote a field last, and which each row of a group; none: it was there before.
    using Writer = std::optional<std::size_t>;
    std::map<std::string, std::size_t, std::less<>> field_writers_;
    std::map<std::string, std::vector<Writer>, std::less<>> group_writers_;
};

}  // namespace cartulary
