#include "delivery/mail_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

namespace cartulary::delivery {

namespace {

[[noreturn]] void fail_with_errno(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

// An open file or folder.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail_with_errno("a mail's file cannot be opened");
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail_with_errno("a mail's file cannot be written");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void sync() const {
        if (::fsync(number_) != 0) fail_with_errno("a mail's file cannot be kept on disk");
    }

private:
    int number_;
};

std::string file_name(const Uuid& mail, Timestamp created) {
    std::string time = iso_8601(created);
    std::replace(time.begin(), time.end(), ':', '-');  // which some file systems refuse
    return time + "-" + mail.text() + ".eml";
}

}  // namespace

std::filesystem::path keep_mail(const std::filesystem::path& folder, const Uuid& mail,
                                Timestamp created, std::string_view message) {
    if (std::filesystem::create_directories(folder)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    const auto name = file_name(mail, created);
    auto path = folder / name;
    const auto unfinished = folder / ("." + name + ".unfinished");
    const Descriptor file(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    file.write(message);
    file.sync();
    std::filesystem::rename(unfinished, path);
    Descriptor(folder, O_RDONLY | O_DIRECTORY).sync();
    return path;
}

}  // namespace cartulary::delivery
