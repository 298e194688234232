#include "app/commands/export_command.h"

#include <algorithm>
#include <fstream>

#include "base/error.h"
#include "base/gzip.h"
#include "operations/resource_export.h"

namespace cartulary::commands {

namespace {

namespace fs = std::filesystem;

// A file that has its name only once it is whole.
class NewFile {
public:
    explicit NewFile(const fs::path& path) : path_(path), unfinished_(path) {
        unfinished_ += ".unfinished";
        stream_.open(unfinished_, std::ios::binary | std::ios::trunc);
    }
    void write(const std::string& bytes) {
        stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    void finish() {
        stream_.close();
        if (!stream_) throw Unavailable("cannot write " + unfinished_.string());
        fs::rename(unfinished_, path_);
    }

private:
    fs::path path_;
    fs::path unfinished_;
    std::ofstream stream_;
};

// The number of lines.
std::int64_t write_lines(ResourceExport& lines, NewFile& file, bool is_packed) {
    Gzip gzip;
    std::int64_t count = 0;
    while (const auto next = lines.next_lines()) {
        count += std::ranges::count(*next, '\n');
        file.write(is_packed ? gzip.pack(*next) : *next);
    }
    if (is_packed) file.write(gzip.end());
    file.finish();
    return count;
}

}  // namespace

Outcome export_registry(const Target& target, const Export& wanted) {
    if (fs::exists(wanted.file)) {
        return {.status = 1, .err = wanted.file.string() + " is there already; name a new file"};
    }
    ResourceExport lines(target.registry, wanted.since);
    NewFile file(wanted.file);
    const auto count = write_lines(lines, file, wanted.file.extension() == ".gz");
    json::Writer writer;
    writer.begin_object()
        .member("file", wanted.file.string())
        .member("resources", count)
        .member("last_change", lines.last_change())
        .end_object();
    return answer(target, writer,
                  std::to_string(count) + " resources exported to " + wanted.file.string() +
                      "\nThe next one goes on with  --since " +
                      std::to_string(lines.last_change()));
}

}  // namespace cartulary::commands
