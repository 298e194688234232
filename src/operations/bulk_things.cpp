#include "operations/bulk_things.h"

#include <algorithm>

#include "base/text.h"
#include "operations/bulk_problems.h"

namespace cartulary {

using namespace ctdl::templates;

BulkThingSaid::BulkThingSaid(const Heading& heading, const bulk_drafts::Content* draft,
                             std::span<BulkRow> rows)
    : heading_(heading), draft_(draft), rows_(rows) {
    if (draft_) {
        before_ = entry_of_text(draft_->entry);
        external_identifier_ = draft_->external_identifier;
    }
    entry_ = before_;
    for (const auto& [group, stored] : before_.groups) group_writers_[group].resize(stored.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) take(i);
}

void BulkThingSaid::take(std::size_t index) {
    std::vector<CellProblem> problems;
    const auto said = read_row(heading_, rows_[index].cells, problems);
    for (const auto& problem : problems) refuse(index, problem_at(heading_, problem));
    if (!said.external_identifier.empty()) external_identifier_ = said.external_identifier;
    owners_.push_back(said.owner);
    for (const auto& [field, values] : said.entry.fields) field_writers_[field] = index;
    for (const auto& field : said.emptied) field_writers_[field] = index;
    // Most rows say nothing of groups, which need not be copied then.
    const bool has_groups = !said.entry.groups.empty() || !said.emptied.empty();
    const auto groups = has_groups ? entry_.groups : Groups();
    entry_ = with_row(std::move(entry_), said);
    if (has_groups) note_groups(index, groups);
}

void BulkThingSaid::note_groups(std::size_t index, const Groups& before) {
    for (const auto& [group, rows] : entry_.groups) {
        std::vector<Writer> writers(rows.size(), index);
        const auto known = before.find(group);
        for (std::size_t i = 0; known != before.end() && i < rows.size(); ++i) {
            const auto same = std::ranges::find(known->second, rows[i]);
            if (same == known->second.end()) continue;
            writers[i] =
                group_writers_[group][static_cast<std::size_t>(same - known->second.begin())];
        }
        group_writers_[group] = std::move(writers);
    }
}

bool BulkThingSaid::is_unchanged() const {
    return draft_ && !was_refused_ && entry_ == before_ &&
           external_identifier_ == draft_->external_identifier;
}

void BulkThingSaid::check_owner(const Ctid& owner, std::string_view name) {
    const bool has_owner = std::ranges::any_of(
        heading_.of().identifying, [](const Field& field) { return field.name == owner_field; });
    if (!has_owner) return;
    bool is_said = false;
    for (std::size_t i = 0; i < owners_.size(); ++i) {
        const auto& said = owners_[i];
        if (said.empty()) continue;
        is_said = true;
        const bool is_owner = text::equal_ignoring_ascii_case(said, same_as_owner) ||
                              Ctid::parse(said) == owner ||
                              text::folded(said) == text::folded(name);
        if (is_owner) continue;
        refuse(i, problem_at(heading_, owner_field, "must be the organization of this upload"));
    }
    if (!is_said && !draft_) refuse(0, problem_at(heading_, owner_field, "is required"));
}

std::optional<std::size_t> BulkThingSaid::writer_of(const Spot& spot) const {
    if (spot.group.empty()) {
        if (!spot.field) return std::nullopt;
        const auto found = field_writers_.find(spot.field->name);
        return found == field_writers_.end() ? std::nullopt : Writer(found->second);
    }
    const auto found = group_writers_.find(spot.group);
    const auto row = spot.row.value_or(0);
    if (found == group_writers_.end() || row >= found->second.size()) return std::nullopt;
    return found->second[row];
}

bool BulkThingSaid::concerns_rows(const ctdl::Problem& problem) const {
    return !draft_ || writer_of(spot_of(heading_.of(), problem.path)).has_value();
}

void BulkThingSaid::refuse(const ctdl::Problem& problem) {
    const auto spot = spot_of(heading_.of(), problem.path);
    const auto writer = writer_of(spot);
    auto told = problem_at(heading_, spot.field ? spot.field->name : "", problem.text);
    // The row of a group that was there before has no cell here.
    if (!spot.group.empty() && !writer) told.column = BulkProblem::whole_row;
    refuse(writer.value_or(0), std::move(told));
}

void BulkThingSaid::refuse(std::size_t index, BulkProblem problem) {
    was_refused_ = true;
    auto& problems = rows_[index].problems;
    // What cannot be read is not told to be missing too.
    const bool is_told = problem.column != BulkProblem::whole_row &&
                         std::ranges::any_of(problems, [&](const BulkProblem& known) {
                             return known.column == problem.column;
                         });
    if (!is_told && problems.size() < bulk_row_problems_max) problems.push_back(std::move(problem));
}

}  // namespace cartulary
