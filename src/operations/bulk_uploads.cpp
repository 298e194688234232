#include "operations/bulk_uploads.h"

#include "base/text.h"
#include "operations/bulk_access.h"
#include "operations/bulk_file.h"
#include "operations/bulk_problems.h"
#include "operations/bulk_readers.h"
#include "operations/bulk_reading.h"
#include "operations/draft_keeping.h"
#include "operations/organization_access.h"
#include "store/bulk_drafts.h"
#include "store/bulk_rows.h"
#include "store/bulk_uploads.h"

namespace cartulary {

namespace {

constexpr std::size_t file_name_length_max = 200;              // characters
constexpr std::string_view workbook_beginning = "PK\x03\x04";  // of a ZIP file
constexpr int overtaken_told_max = 20;

Result<void> require_table(const BulkUploads::File& file) {
    if (file.bytes.empty()) return fail(ErrorKind::invalid, "the file is empty");
    if (file.bytes.size() > bulk_file_bytes_max) {
        return fail(ErrorKind::too_large,
                    "the file has more than " + std::to_string(bulk_file_bytes_max) + " bytes");
    }
    if (file.bytes.starts_with(workbook_beginning)) {
        return fail(ErrorKind::invalid,
                    "the file is a workbook of a spreadsheet program; save it as CSV (UTF-8)");
    }
    if (file.bytes.find('\0') != std::string::npos) {
        return fail(ErrorKind::invalid, "the file is no text; save the table as CSV (UTF-8)");
    }
    return {};
}

// What people call it, where that can be kept.
std::string kept_name(const std::string& name) {
    const bool is_good = !name.empty() && text::is_utf8(name) &&
                         !text::has_control_character(name) &&
                         text::length(name) <= file_name_length_max;
    return is_good ? name : "table.csv";
}

Result<void> require_room(Transaction& transaction, std::int32_t organization) {
    const auto reading = bulk_uploads::count_reading(transaction, organization);
    Error error{ErrorKind::limited, "", {}, std::chrono::seconds(10)};
    if (reading.own > 0) {
        error.message = "another table of this organization is being read; wait for its end";
        return tl::unexpected(error);
    }
    if (reading.all >= bulk_reading_max) {
        error.message = "too many tables are being read; try again in a moment";
        return tl::unexpected(error);
    }
    return {};
}

tl::unexpected<Error> conflict(std::string message) {
    return fail(ErrorKind::conflict, std::move(message));
}

Result<void> require_savable(const BulkUpload& upload, bool good_ones_only) {
    switch (upload.state) {
        case BulkState::preview: break;
        case BulkState::reading: return conflict("the table is still being read");
        case BulkState::saved: return conflict("the table is saved already");
        case BulkState::refused: return conflict("the table was refused");
        case BulkState::given_up: return conflict("the table was given up");
    }
    if (upload.failed == 0 || good_ones_only) return {};
    return conflict("some rows have problems, so that none is saved");
}

// Nothing that others did since the table was read may be lost.
Result<void> require_still_true(Transaction& transaction, const BulkUpload& upload) {
    const auto rows = bulk_drafts::rows_overtaken(transaction, upload, overtaken_told_max);
    if (rows.empty()) return {};
    Error error{ErrorKind::conflict, "somebody has changed what is in the table; upload it again"};
    for (const auto row : rows) {
        error.fields.push_back({"row", std::to_string(row) + " is of a draft that was changed"});
    }
    return tl::unexpected(std::move(error));
}

// Some at a time, so that nobody waits for long.
void forget_rows(const Registry& registry, const Uuid& id, bulk_rows::Kept kept) {
    bool has_more = true;
    while (has_more) {
        registry.store.write([&](Transaction& transaction) -> Result<void> {
            has_more = bulk_rows::forget_some(transaction, id, kept);
            return {};
        });
    }
}

BulkUploads::RowShown shown(bulk_rows::Judged judged) {
    BulkUploads::RowShown row{.row = judged.row.row,
                              .cells = std::move(judged.row.cells),
                              .problems = {},
                              .outcome = judged.outcome};
    for (auto& [column, text] : judged.row.problems) {
        row.problems.push_back({column == BulkProblem::whole_row
                                    ? ctdl::templates::CellProblem::whole_row
                                    : static_cast<std::size_t>(column),
                                std::move(text)});
    }
    return row;
}

}  // namespace

Result<BulkUpload> bulk_upload_of(Transaction& transaction, const Caller& caller,
                                  const OrganizationId& organization, const Uuid& id, Right right) {
    const auto number =
        TRY(number_within(transaction, caller, organization, Reach::granted, right));
    auto upload = bulk_uploads::find(transaction, id);
    if (!upload || upload->organization != number) {
        return fail(ErrorKind::not_found, "the organization has no such upload");
    }
    return *std::move(upload);
}

BulkUploads::BulkUploads(const Registry& registry)
    : registry_(registry),
      started_at_(registry.now()),
      readers_(std::make_unique<BulkReaders>(registry)) {}

BulkUploads::~BulkUploads() = default;

Result<BulkUpload> BulkUploads::begin(const Caller& caller, const OrganizationId& organization,
                                      const File& file) {
    TRY(require_table(file));
    BulkUpload upload{.id = Uuid::ordered(milliseconds(registry_.now()), registry_.randomness),
                      .kind = std::string(name_of(file.kind)),
                      .file_name = kept_name(file.name),
                      .bytes = static_cast<std::int64_t>(file.bytes.size()),
                      .actor = caller.actor(),
                      .created_at = registry_.now()};
    const auto outdated = TRY(insert(caller, organization, upload));
    for (const auto& id : outdated) forget(id);
    keep_bulk_file(registry_, upload.id, file.bytes);
    readers_->start(upload.id, true);
    return upload;
}

// Tells which others give way to it.
Result<std::vector<Uuid>> BulkUploads::insert(const Caller& caller,
                                              const OrganizationId& organization,
                                              BulkUpload& upload) {
    return registry_.store.write([&](Transaction& transaction) -> Result<std::vector<Uuid>> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        TRY(require_room(transaction, owner.number));
        upload.organization = owner.number;
        const bool is_own = caller.organization == 0 || caller.organization == owner.number;
        if (!is_own) upload.publisher = caller.organization;
        bulk_uploads::insert(transaction, upload);
        const auto until = upload.created_at + bulk_lease;
        bulk_uploads::take(transaction, upload.id, upload.created_at, until, true);
        return bulk_uploads::previews_but(transaction, owner.number, bulk_previews_max - 1);
    });
}

Result<BulkUpload> BulkUploads::read_now(const Caller& caller, const OrganizationId& organization,
                                         const File& file) {
    const auto begun = TRY(begin(caller, organization, file));
    wait_for(begun.id);
    return registry_.store.read([&](Transaction& transaction) -> Result<BulkUpload> {
        return bulk_uploads::find(transaction, begun.id).value_or(begun);
    });
}

void BulkUploads::wait_for(const Uuid& id) {
    readers_->wait_for(id);
}

Result<BulkUpload> BulkUploads::get(const Caller& caller, const OrganizationId& organization,
                                    const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) {
        return bulk_upload_of(transaction, caller, organization, id, Right::read);
    });
}

Result<std::vector<BulkUpload>> BulkUploads::list(const Caller& caller,
                                                  const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<std::vector<BulkUpload>> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::granted, Right::read));
        return bulk_uploads::list(transaction, number, registry_.now() - bulk_uploads_kept);
    });
}

Result<Page<BulkUploads::RowShown>> BulkUploads::rows(const Caller& caller,
                                                      const OrganizationId& organization,
                                                      const Uuid& id, bool with_problems,
                                                      const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<RowShown>> {
        TRY(bulk_upload_of(transaction, caller, organization, id, Right::read));
        auto judged = bulk_rows::list(transaction, id, with_problems, slice);
        Page<RowShown> page{.items = {}, .total = judged.total};
        for (auto& row : judged.items) page.items.push_back(shown(std::move(row)));
        return page;
    });
}

Result<BulkUpload> BulkUploads::save(const Caller& caller, const OrganizationId& organization,
                                     const Uuid& id, bool good_ones_only) {
    const auto begun_at = registry_.now();
    auto saved = registry_.store.write([&](Transaction& transaction) -> Result<BulkUpload> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        auto upload = TRY(bulk_upload_of(transaction, caller, organization, id, Right::write));
        TRY(require_savable(upload, good_ones_only));
        TRY(require_still_true(transaction, upload));
        TRY(require_room_for_drafts(transaction, owner, upload.added));
        bulk_drafts::save(transaction, upload, caller.actor(), registry_.now());
        upload.state = BulkState::saved;
        upload.ended_at = registry_.now();
        upload.milliseconds += (*upload.ended_at - begun_at).count();
        bulk_uploads::replace(transaction, upload);
        return upload;
    });
    if (saved) forget_rows(registry_, id, bulk_rows::Kept::problems);
    return saved;
}

Result<void> BulkUploads::give_up(const Caller& caller, const OrganizationId& organization,
                                  const Uuid& id) {
    const auto given_up = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        auto upload = TRY(bulk_upload_of(transaction, caller, organization, id, Right::write));
        if (upload.state == BulkState::saved) return conflict("the table is saved already");
        upload.state = BulkState::given_up;
        upload.ended_at = registry_.now();
        bulk_uploads::replace(transaction, upload);
        return {};
    });
    if (!given_up) return given_up;
    forget_rows(registry_, id, bulk_rows::Kept::nothing);
    return {};
}

void BulkUploads::stop() {
    readers_->stop();
}

void BulkUploads::resume() {
    // On SQLite nobody else can be reading what was begun before this process.
    const bool is_alone = registry_.store.engine() == Engine::sqlite;
    const auto uploads = registry_.store.read(
        [](Transaction& transaction) { return bulk_uploads::being_read(transaction); });
    for (const auto& [id, created_at] : uploads) {
        readers_->start(id, is_alone && created_at < started_at_);
    }
}

void BulkUploads::forget_old() {
    const auto old = registry_.store.read([&](Transaction& transaction) {
        return bulk_uploads::begun_before(transaction, registry_.now() - bulk_uploads_kept);
    });
    for (const auto& id : old) forget(id);
}

void BulkUploads::forget(const Uuid& id) {
    forget_rows(registry_, id, bulk_rows::Kept::nothing);
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        bulk_uploads::remove(transaction, id);
        return {};
    });
}

}  // namespace cartulary
