#include "app/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace cartulary {

namespace {

constexpr mode_t owner_only = S_IRWXU;

[[noreturn]] void throw_errno(const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

void make_folder(const std::filesystem::path& path) {
    if (::mkdir(path.c_str(), owner_only) != 0 && errno != EEXIST) throw_errno(path);
}

}  // namespace

DataFolder::DataFolder(const std::filesystem::path& path) : path_(std::filesystem::absolute(path)) {
    if (path_.has_parent_path()) std::filesystem::create_directories(path_.parent_path());
    for (const auto& folder : {path_, keys(), mail()}) make_folder(folder);
}

std::optional<DataLock> DataLock::take(const DataFolder& folder) {
    const auto file = folder.path() / "lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw_errno(file);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return DataLock(descriptor);
    const int reason = errno;
    ::close(descriptor);
    if (reason == EWOULDBLOCK) return std::nullopt;
    errno = reason;
    throw_errno(file);
}

DataLock::~DataLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

DataLock::DataLock(DataLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

void write_file(const std::filesystem::path& file, std::string_view content) {
    auto fresh = file;
    fresh += ".new";
    ::unlink(fresh.c_str());
    const int descriptor =
        ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw_errno(fresh);
    const bool written = ::write(descriptor, content.data(), content.size()) ==
                             static_cast<ssize_t>(content.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written || ::rename(fresh.c_str(), file.c_str()) != 0) throw_errno(file);
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw_errno(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace cartulary
