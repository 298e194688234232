#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// Where a table is that somebody uploaded.
enum class BulkState {
    reading,  // its rows are being judged
    preview,  // all are; nothing is saved yet
    saved,
    refused,  // the whole file: it is no table, or its heading is wrong
    given_up,
};

std::string_view name_of(BulkState state);
std::optional<BulkState> parse_bulk_state(std::string_view name);

// What becomes of one thing of it.
enum class BulkOutcome { added, updated, unchanged, failed };

std::string_view name_of(BulkOutcome outcome);
std::optional<BulkOutcome> parse_bulk_outcome(std::string_view name);

struct BulkUpload {
    Uuid id;
    std::int32_t organization = 0;               // number
    std::optional<std::int32_t> publisher = {};  // the third party that uploads it
    std::string kind;                            // ctdl/templates/template.h: "credentials"
    std::string file_name;
    BulkState state = BulkState::reading;
    std::vector<std::string> heading = {};  // the columns as they stand in the file
    std::int64_t bytes = 0;                 // of the file
    std::int64_t bytes_read = 0;            // how far its rows are judged, as a part of these
    std::int64_t rows_read = 0;             // without the heading and those passed over
    std::int64_t things = 0;                // distinct identifiers
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t failed = 0;        // also rows of which it cannot be told what they are about
    std::int64_t milliseconds = 0;  // spent on reading, then on saving too
    std::string problem = {};       // with the whole file
    std::string actor;              // as events name who did something
    Timestamp created_at;
    std::optional<Timestamp> ended_at = {};  // of reading, then of saving

    bool operator==(const BulkUpload&) const = default;
};

// One thing wrong with a row.
struct BulkProblem {
    static constexpr std::int64_t whole_row = -1;

    std::int64_t column = whole_row;  // of the heading, from 0
    std::string text;                 // a sentence of its own: "Subject Webpage is required"

    bool operator==(const BulkProblem&) const = default;
};

struct BulkRow {
    std::int64_t row = 0;                    // in the file, the heading being 1
    std::optional<std::int64_t> thing = {};  // of which it says something; none: it cannot be told
    std::vector<std::string> cells;
    std::vector<BulkProblem> problems = {};

    bool operator==(const BulkRow&) const = default;
};

// What becomes of the rows of one thing when they are saved.
struct BulkThing {
    std::int64_t thing = 0;  // within the upload, from 1
    Uuid id;                 // of its draft
    BulkOutcome outcome = BulkOutcome::failed;
    std::string type = {};
    std::string external_identifier = {};
    std::string name = {};
    std::string words = {};          // of its name, by which it is found
    std::string entry = {};          // as it will be; empty where it failed
    std::int64_t problem_count = 0;  // errors that keep it from being approved
    std::int64_t base_version = 0;   // of the draft that it was made from; 0: there was none

    bool operator==(const BulkThing&) const = default;
};

// How many things came to this.
std::int64_t& count_of(BulkUpload& upload, BulkOutcome outcome);

inline constexpr std::size_t bulk_file_bytes_max = std::size_t{64} << 20;
// With what a form puts around it.
inline constexpr std::size_t bulk_request_bytes_max = bulk_file_bytes_max + (std::size_t{64} << 10);
// Files that are read at the same time: whoever waits for one keeps a thread of the server, of
// which there are four by default.
inline constexpr std::int64_t bulk_reading_max = 3;
// Of one organization, looked at and not saved; the oldest gives way to a new one.
inline constexpr std::int64_t bulk_previews_max = 5;
inline constexpr std::size_t bulk_row_problems_max = 50;  // that are told of one row
inline constexpr std::chrono::days bulk_uploads_kept{7};

}  // namespace cartulary
