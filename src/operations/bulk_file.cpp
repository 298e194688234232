#include "operations/bulk_file.h"

#include <algorithm>

#include "base/charset.h"
#include "base/text.h"
#include "store/bulk_uploads.h"

namespace cartulary {

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

void keep_piece(const Registry& registry, const Uuid& upload, std::int64_t number,
                std::string_view bytes) {
    registry.store.write([&](Transaction& transaction) -> Result<void> {
        bulk_uploads::add_piece(transaction, upload, number, bytes);
        return {};
    });
}

// CRLF, LF and CR each end a line.
std::size_t line_breaks_in(std::string_view cell) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\r' || (cell[i] == '\n' && (i == 0 || cell[i - 1] != '\r'))) ++count;
    }
    return count;
}

}  // namespace

// Each piece is a transaction of its own, so that nobody waits for a large file; an empty piece
// says that the file is whole.
void keep_bulk_file(const Registry& registry, const Uuid& upload, std::string_view bytes) {
    const bool is_utf8 = text::is_utf8(bytes);
    std::int64_t number = 0;
    for (std::size_t at = 0; at < bytes.size(); at += piece_bytes) {
        const auto piece = bytes.substr(at, piece_bytes);
        if (is_utf8) {
            keep_piece(registry, upload, number++, piece);
        } else {
            keep_piece(registry, upload, number++, utf8_from_windows_1252(piece));
        }
    }
    keep_piece(registry, upload, number, "");
}

BulkFile::BulkFile(const Registry& registry, const Uuid& upload)
    : registry_(registry),
      upload_(upload),
      reader_([this](std::span<char> buffer) { return fill(buffer); }) {}

std::size_t BulkFile::fill(std::span<char> buffer) {
    if (at_ == piece_.size() && !is_whole_) {
        auto piece = registry_.store.read([&](Transaction& transaction) {
            return bulk_uploads::piece(transaction, upload_, next_piece_);
        });
        is_whole_ = piece && piece->empty();
        piece_ = std::move(piece).value_or(std::string());
        ++next_piece_;
        at_ = 0;
    }
    const auto count = std::string_view(piece_).substr(at_).copy(buffer.data(), buffer.size());
    at_ += count;
    bytes_read_ += static_cast<std::int64_t>(count);
    return count;
}

Result<bool> BulkFile::read(Row& row) {
    const bool has_row = TRY(reader_.read(row_));
    if (!has_row && !is_whole_) {
        return fail(ErrorKind::invalid, "the file did not come whole; upload it again");
    }
    if (!has_row) return false;
    // An empty line is a row to who looks at it.
    number_ += static_cast<std::int64_t>(row_.line - std::min(next_line_, row_.line)) + 1;
    next_line_ = row_.line + 1;
    row.number = number_;
    row.bytes = 0;
    for (const auto& cell : row_.cells) {
        row.bytes += cell.size();
        next_line_ += line_breaks_in(cell);
    }
    row.cells = std::move(row_.cells);
    return true;
}

}  // namespace cartulary
