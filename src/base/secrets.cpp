#include "base/secrets.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <semaphore>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace cartulary {

namespace {

// libsodium asks to be started once, before anything else of it is used.
const bool sodium_started = [] {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    return true;
}();

std::counting_semaphore<> password_slots(password_hashes_at_once);

class PasswordSlot {
public:
    PasswordSlot() { password_slots.acquire(); }
    ~PasswordSlot() { password_slots.release(); }
    PasswordSlot(const PasswordSlot&) = delete;
    PasswordSlot& operator=(const PasswordSlot&) = delete;
};

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

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

using Key = std::array<std::uint8_t, 32>;

// Written under another name first, so that no half of a key is ever taken for one.
void make_key_file(const std::filesystem::path& file) {
    Key key{};
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

Key read_key_file(const std::filesystem::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.number() < 0) throw_errno(file);
    struct stat status {};
    if (::fstat(in.number(), &status) != 0) throw_errno(file);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw std::runtime_error(file.string() + " may be read by others: chmod 600 it");
    }
    Key key{};
    if (status.st_size != std::ssize(key) ||
        ::read(in.number(), key.data(), key.size()) != std::ssize(key)) {
        throw std::runtime_error(file.string() + " is not a key of 32 bytes");
    }
    return key;
}

}  // namespace

std::string digest(std::string_view secret) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(secret), secret.size(), nullptr, 0);
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::string random_token(std::size_t bytes, const Randomness& randomness) {
    std::vector<std::uint8_t> raw(bytes);
    randomness(raw);
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(), variant);
    text.pop_back();
    return text;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string hash_password(std::string_view password) {
    const PasswordSlot slot;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    constexpr unsigned long long passes = 2;
    constexpr std::size_t memory_bytes = 19 << 20;
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool verifies(std::string_view hash, std::string_view password) {
    const PasswordSlot slot;
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) ==
           0;
}

Vault Vault::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) make_key_file(file);
    return Vault(read_key_file(file));
}

std::string Vault::seal(std::string_view plain) const {
    constexpr auto nonce_bytes = crypto_secretbox_NONCEBYTES;
    std::string sealed(nonce_bytes + crypto_secretbox_MACBYTES + plain.size(), '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_secretbox_easy(bytes_of(sealed) + nonce_bytes, bytes_of(plain), plain.size(),
                          bytes_of(sealed), key_.data());
    return sealed;
}

std::optional<std::string> Vault::unseal(std::string_view sealed) const {
    constexpr auto nonce_bytes = crypto_secretbox_NONCEBYTES;
    constexpr auto overhead = nonce_bytes + crypto_secretbox_MACBYTES;
    if (sealed.size() < overhead) return std::nullopt;
    std::string plain(sealed.size() - overhead, '\0');
    if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(sealed) + nonce_bytes,
                                   sealed.size() - nonce_bytes, bytes_of(sealed),
                                   key_.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

}  // namespace cartulary
