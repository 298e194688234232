#include "base/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <iterator>
#include <stdexcept>
#include <system_error>

#include "base/random.h"

namespace cartulary {

namespace {

[[noreturn]] void throw_errno(const std::filesystem::path& file) {
    throw std::system_error(errno, std::generic_category(), file.string());
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

}  // namespace

// Written under another name first, so that no half of a key is ever taken for one.
void make_key_file(const std::filesystem::path& file) {
    SecretKey key{};
    system_randomness(key);
    auto fresh = file;
    fresh += ".new";
    {
        const Descriptor out(
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (out.number() < 0) throw_errno(fresh);
        if (::write(out.number(), key.data(), key.size()) != std::ssize(key)) throw_errno(fresh);
        if (::fsync(out.number()) != 0) throw_errno(fresh);
    }
    // link() refuses when another process was faster; then that one's key counts.
    if (::link(fresh.c_str(), file.c_str()) != 0 && errno != EEXIST) throw_errno(file);
    ::unlink(fresh.c_str());
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_CLOEXEC));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0) throw_errno(file.parent_path());
}

SecretKey read_key_file(const std::filesystem::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.number() < 0) throw_errno(file);
    struct stat status {};
    if (::fstat(in.number(), &status) != 0) throw_errno(file);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw std::runtime_error(file.string() + " may be read by others: chmod 600 it");
    }
    SecretKey key{};
    if (status.st_size != std::ssize(key) ||
        ::read(in.number(), key.data(), key.size()) != std::ssize(key)) {
        throw std::runtime_error(file.string() + " is not a key of 32 bytes");
    }
    return key;
}

}  // namespace cartulary
