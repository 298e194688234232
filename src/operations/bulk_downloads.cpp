#include "base/csv.h"
#include "operations/bulk_access.h"
#include "operations/bulk_problems.h"
#include "operations/bulk_uploads.h"
#include "operations/organization_access.h"
#include "store/bulk_drafts.h"
#include "store/bulk_rows.h"

namespace cartulary {

namespace {

using namespace ctdl::templates;

constexpr int rows_at_once = 200;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // by which spreadsheets know UTF-8

void write_row(csv::Writer& writer, const std::vector<std::string>& cells) {
    for (const auto& cell : cells) writer.cell(cell);
    writer.end_row();
}

class ProblemsDownload final : public BulkUploads::Download {
public:
    ProblemsDownload(const Registry& registry, BulkUpload upload)
        : registry_(registry), upload_(std::move(upload)) {}

    std::optional<std::string> next() override {
        csv::Writer writer(csv::Formulas::harmless);
        if (!std::exchange(begun_, true)) {
            writer.cell(bulk_problems_column);
            write_row(writer, upload_.heading);
            return std::string(byte_order_mark) + writer.take();
        }
        const auto rows = registry_.store.read([&](Transaction& transaction) {
            return bulk_rows::with_problems_after(transaction, upload_.id, after_, rows_at_once);
        });
        if (rows.empty()) return std::nullopt;
        for (const auto& row : rows) {
            std::string problems;
            for (const auto& problem : row.problems) {
                problems += (problems.empty() ? "" : "\n") + told(row.row, problem);
            }
            writer.cell(problems);
            write_row(writer, row.cells);
        }
        after_ = rows.back().row;
        return writer.take();
    }

private:
    const Registry& registry_;
    BulkUpload upload_;
    std::int64_t after_ = 0;
    bool begun_ = false;
};

class DraftsDownload final : public BulkUploads::Download {
public:
    DraftsDownload(const Registry& registry, std::int32_t organization, std::string owner,
                   Kind kind)
        : registry_(registry),
          organization_(organization),
          owner_(std::move(owner)),
          of_(template_of(kind)) {}

    std::optional<std::string> next() override {
        csv::Writer writer(csv::Formulas::harmless);
        if (!std::exchange(begun_, true)) {
            write_row(writer, heading_of(of_));
            return std::string(byte_order_mark) + writer.take();
        }
        const auto drafts = registry_.store.read([&](Transaction& transaction) {
            return bulk_drafts::after(transaction, organization_, name_of(of_.kind), place_,
                                      rows_at_once);
        });
        if (drafts.empty()) return std::nullopt;
        for (const auto& draft : drafts) {
            const Identified identified{.ctid = Ctid(draft.id).text(),
                                        .external_identifier = draft.external_identifier,
                                        .owner = owner_};
            for (const auto& cells : rows_of(of_, entry_of_text(draft.entry), identified)) {
                write_row(writer, cells);
            }
        }
        place_ = {drafts.back().external_identifier, drafts.back().id};
        return writer.take();
    }

private:
    const Registry& registry_;
    std::int32_t organization_;
    std::string owner_;  // CTID
    const Template& of_;
    bulk_drafts::Place place_;
    bool begun_ = false;
};

}  // namespace

Result<std::unique_ptr<BulkUploads::Download>> BulkUploads::problems(
    const Caller& caller, const OrganizationId& organization, const Uuid& id) {
    auto upload = TRY(get(caller, organization, id));
    return std::make_unique<ProblemsDownload>(registry_, std::move(upload));
}

Result<std::unique_ptr<BulkUploads::Download>> BulkUploads::download(
    const Caller& caller, const OrganizationId& organization, Kind kind) {
    const auto number = TRY(registry_.store.read([&](Transaction& transaction) {
        return number_within(transaction, caller, organization, Reach::granted, Right::read);
    }));
    return std::make_unique<DraftsDownload>(registry_, number, organization.ctid(), kind);
}

}  // namespace cartulary
