#include "operations/bulk_reading.h"

#include <algorithm>

#include "base/text.h"
#include "operations/bulk_judging.h"
#include "operations/bulk_problems.h"
#include "store/bulk_rows.h"
#include "store/bulk_uploads.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

using namespace ctdl::templates;

// Of a portion, which is one transaction.
constexpr std::size_t rows_at_once = 500;
constexpr std::size_t bytes_at_once = std::size_t{2} << 20;
constexpr std::int64_t things_at_once = 200;

constexpr double part_of_taking = 0.1;  // of the time of the whole, about

constexpr std::size_t problems_told_max = 20;  // of a heading

std::string told(const Error& error) {
    if (error.fields.empty()) return error.message;
    std::string text = "the heading is not that of the template:";
    for (std::size_t i = 0; i < std::min(error.fields.size(), problems_told_max); ++i) {
        const auto& [field, problem] = error.fields[i];
        text += (i == 0 ? " \"" : "; \"") + field + "\" " + problem;
    }
    if (error.fields.size() > problems_told_max) {
        text += "; and " + std::to_string(error.fields.size() - problems_told_max) + " more";
    }
    return text;
}

bool is_problems_column(const std::string& cell) {
    return text::is_utf8(cell) &&
           text::equal_ignoring_ascii_case(text::trimmed(cell), bulk_problems_column);
}

}  // namespace

BulkReading::BulkReading(const Registry& registry, const BulkUpload& upload, std::int64_t attempt)
    : registry_(registry), upload_(upload), attempt_(attempt), begun_at_(registry.now()) {}

void BulkReading::run(const std::stop_token& stop) {
    stop_ = stop;
    read();
    if (!stop_.stop_requested() || is_lost_) return;
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        bulk_uploads::let_go(transaction, upload_.id, attempt_);
        return {};
    });
}

void BulkReading::read() {
    forget_leftovers();
    BulkFile file(registry_, upload_.id);
    const auto heading = read_heading(file);
    if (!heading) return refuse(told(heading.error()));
    const auto organization = registry_.store.read([&](Transaction& transaction) {
        return organizations::find(transaction, upload_.organization).value();
    });
    BulkIdentities identities(registry_, organization, *heading);
    const auto taken = take_rows(file, identities, *heading);
    if (!goes_on()) return;
    if (!taken) return refuse(told(taken.error()));
    upload_.things = static_cast<std::int64_t>(identities.things().size());
    BulkJudging judging(registry_, organization, *heading, identities);
    judge(identities, judging);
    if (goes_on()) end(BulkState::preview);
}

// Of an attempt that came to no end.
void BulkReading::forget_leftovers() {
    upload_.rows_read = upload_.bytes_read = upload_.things = 0;
    upload_.added = upload_.updated = upload_.unchanged = upload_.failed = 0;
    bool has_more = true;
    while (has_more && goes_on()) {
        write([&](Transaction& transaction) {
            has_more = bulk_rows::forget_some(transaction, upload_.id, bulk_rows::Kept::file);
        });
    }
}

Result<Heading> BulkReading::read_heading(BulkFile& file) {
    BulkFile::Row row;
    if (!TRY(file.read(row))) return fail(ErrorKind::invalid, "the file is empty");
    has_problems_column_ = is_problems_column(row.cells.front());
    if (has_problems_column_) row.cells.erase(row.cells.begin());
    auto heading = TRY(Heading::read(template_of(parse_kind(upload_.kind).value()), row.cells));
    row.cells.resize(heading.size());
    upload_.heading = std::move(row.cells);
    return heading;
}

Result<void> BulkReading::take_rows(BulkFile& file, BulkIdentities& identities,
                                    const Heading& heading) {
    std::vector<BulkRowTaken> rows;
    std::size_t bytes = 0;
    BulkFile::Row row;
    while (goes_on() && TRY(file.read(row))) {
        bytes += row.bytes;
        TRY(take(row, heading, rows));
        if (rows.size() < rows_at_once && bytes < bytes_at_once) continue;
        show_progress(part_of_taking * static_cast<double>(file.bytes_read()) /
                      static_cast<double>(upload_.bytes));
        stage(identities, rows);
        bytes = 0;
    }
    if (goes_on() && upload_.rows_read == 0) {
        return fail(ErrorKind::invalid, "the file has a heading and no rows");
    }
    if (goes_on()) stage(identities, rows);
    return {};
}

Result<void> BulkReading::take(BulkFile::Row& row, const Heading& heading,
                               std::vector<BulkRowTaken>& rows) {
    if (has_problems_column_) row.cells.erase(row.cells.begin());
    if (row.cells.empty() || is_passed_over(row.cells)) return {};
    if (upload_.rows_read == static_cast<std::int64_t>(rows_max)) {
        return fail(ErrorKind::too_large,
                    "the file has more than " + std::to_string(rows_max) + " rows");
    }
    ++upload_.rows_read;
    auto& taken = rows.emplace_back();
    taken.bytes = row.bytes;
    taken.row.row = row.number;
    std::vector<CellProblem> problems;
    taken.said = read_row(heading, row.cells, problems);
    // Those of rows that are about something are found when that is judged.
    for (const auto& problem : problems) {
        taken.row.problems.push_back(problem_at(heading, problem));
        if (taken.row.problems.size() == bulk_row_problems_max) break;
    }
    taken.row.cells = std::move(row.cells);
    return {};
}

void BulkReading::stage(BulkIdentities& identities, std::vector<BulkRowTaken>& taken) {
    identities.assign(taken);
    std::vector<BulkRow> rows;
    for (auto& [row, said, bytes] : taken) {
        if (!row.thing) ++upload_.failed;
        if (row.thing) row.problems.clear();
        rows.push_back(std::move(row));
    }
    taken.clear();
    write([&](Transaction& transaction) {
        bulk_rows::insert(transaction, upload_.id, std::span<const BulkRow>(rows));
    });
}

void BulkReading::judge(const BulkIdentities& identities, BulkJudging& judging) {
    const auto& things = identities.things();
    for (std::int64_t first = 1; first <= upload_.things && goes_on();) {
        auto last = first;
        auto bytes = things[static_cast<std::size_t>(first) - 1].bytes;
        while (last < upload_.things && last - first + 1 < things_at_once) {
            bytes += things[static_cast<std::size_t>(last)].bytes;
            if (bytes > bytes_at_once) break;
            ++last;
        }
        const auto portion = registry_.store.read([&](Transaction& transaction) {
            return judging.judge(transaction, upload_, first, last);
        });
        for (const auto& thing : portion.things) ++count_of(upload_, thing.outcome);
        show_progress(part_of_taking + (1 - part_of_taking) * static_cast<double>(last) /
                                           static_cast<double>(upload_.things));
        write([&](Transaction& transaction) {
            bulk_rows::insert(transaction, upload_.id, std::span<const BulkThing>(portion.things));
            for (const auto& row : portion.rows) {
                if (row.problems.empty()) continue;
                bulk_rows::set_problems(transaction, upload_.id, row);
            }
        });
        first = last + 1;
    }
}

void BulkReading::show_progress(double part) {
    upload_.bytes_read = static_cast<std::int64_t>(part * static_cast<double>(upload_.bytes));
}

// Only as long as nobody else does it.
void BulkReading::write(const std::function<void(Transaction&)>& work) {
    const auto written = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto until = registry_.now() + bulk_lease;
        if (!bulk_uploads::go_on(transaction, upload_, attempt_, until)) {
            return fail(ErrorKind::conflict, "somebody else reads it");
        }
        work(transaction);
        return {};
    });
    if (!written) is_lost_ = true;
}

void BulkReading::refuse(std::string problem) {
    upload_.problem = std::move(problem);
    end(BulkState::refused);
}

void BulkReading::end(BulkState state) {
    upload_.state = state;
    upload_.bytes_read = upload_.bytes;
    upload_.ended_at = registry_.now();
    upload_.milliseconds = (*upload_.ended_at - begun_at_).count();
    write([&](Transaction& transaction) {
        bulk_uploads::replace(transaction, upload_);
        bulk_rows::forget_file(transaction, upload_.id);
    });
}

}  // namespace cartulary
