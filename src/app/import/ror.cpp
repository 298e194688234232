#include "app/import/ror.h"

#include "app/import/json_pieces.h"
#include "app/import/ror_record.h"

namespace cartulary::import {

namespace {

// Beyond the largest record that there is by far.
constexpr std::size_t record_bytes_max = std::size_t{4} << 20;

class Records final : public OrganizationSource {
public:
    explicit Records(PackedFile file)
        : file_(std::move(file)),
          pieces_([this](char* bytes, std::size_t size) { return file_.read(bytes, size); },
                  record_bytes_max) {}

    Checked<std::optional<SourceRecord>> next() override {
        const auto piece = pieces_.next();
        if (!piece) return problem(piece.error());
        if (!*piece) return std::nullopt;
        auto record = record_of(**piece);
        record.line = (*piece)->line;
        if (record.organization) record.organization->line = record.line;
        return record;
    }
    std::uint64_t bytes() const override { return file_.bytes(); }
    std::uint64_t bytes_read() const override { return file_.bytes_read(); }

private:
    static SourceRecord record_of(const JsonPiece& piece) {
        SourceRecord broken;
        broken.problem = piece.problem;
        if (!broken.problem.empty()) return broken;
        const auto value = json::parse(piece.text);
        if (value) return ror_record(*value);
        broken.problem = "is not JSON";
        return broken;
    }

    PackedFile file_;
    JsonPieces pieces_;
};

class Table final : public OrganizationSource {
public:
    explicit Table(PackedTable table) : table_(std::move(table)) {}

    Checked<std::optional<SourceRecord>> next() override {
        const auto more = table_.next();
        if (!more) return problem(more.error());
        if (!*more) return std::nullopt;
        SourceRecord record;
        if (table_.is_utf8()) {
            record = ror_row(table_);
        } else {
            record.problem = "is not UTF-8";
        }
        record.line = table_.line();
        if (record.organization) record.organization->line = record.line;
        return record;
    }
    std::uint64_t bytes() const override { return table_.bytes(); }
    std::uint64_t bytes_read() const override { return table_.bytes_read(); }

private:
    PackedTable table_;
};

// By its first characters, behind a byte order mark and white space.
Checked<bool> is_json(const std::filesystem::path& path) {
    auto file = PackedFile::open(path);
    if (!file) return problem(file.error());
    std::string beginning(64, '\0');
    const auto count = file->read(beginning.data(), beginning.size());
    if (!count) return problem(count.error());
    beginning.resize(*count);
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (beginning.starts_with(mark)) beginning.erase(0, mark.size());
    const auto first = beginning.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return problem("is empty");
    return beginning[first] == '{' || beginning[first] == '[';
}

}  // namespace

Checked<std::unique_ptr<OrganizationSource>> open_ror(const std::filesystem::path& path) {
    const auto holds_json = is_json(path);
    if (!holds_json) return problem(holds_json.error());
    if (*holds_json) {
        auto file = PackedFile::open(path);
        if (!file) return problem(file.error());
        return std::make_unique<Records>(*std::move(file));
    }
    auto table = PackedTable::open(path, ror_columns);
    if (!table) return problem(table.error());
    return std::make_unique<Table>(*std::move(table));
}

}  // namespace cartulary::import
