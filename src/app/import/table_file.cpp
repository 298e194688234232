#include "app/import/table_file.h"

#include <cerrno>
#include <system_error>

namespace cartulary::import {

Checked<csv::Row> TableFile::begin(const std::filesystem::path& path) {
    if (std::filesystem::is_directory(path)) return problem("is a folder");
    stream_ = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*stream_) {
        return problem("cannot be opened: " + std::generic_category().message(errno));
    }
    reader_ = std::make_unique<csv::Reader>(csv::source_of(*stream_));
    csv::Row header;
    const auto read = reader_->read(header);
    if (!read) return problem("is no CSV file: " + read.error().message);
    if (!*read) return problem("is empty");
    return header;
}

}  // namespace cartulary::import
