#include "operations/password_work.h"

#include "base/error.h"
#include "base/secrets.h"
#include "domain/password.h"

namespace cartulary {

class PasswordWork::Place {
public:
    explicit Place(std::atomic<std::size_t>& waiting) : waiting_(waiting) {
        if (waiting_.fetch_add(1) < waiting_max) return;
        waiting_.fetch_sub(1);
        throw Unavailable("too many passwords wait");
    }
    ~Place() { waiting_.fetch_sub(1); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    std::atomic<std::size_t>& waiting_;
};

PasswordWork::PasswordWork(const Randomness& randomness)
    : PasswordWork(randomness, {hash_password, verifies}) {}

PasswordWork::PasswordWork(const Randomness& randomness, Functions functions)
    : functions_(std::move(functions)),
      nobodys_hash_(functions_.hash(random_token(32, randomness))) {}

std::string PasswordWork::hash(std::string_view password) {
    const Place place(waiting_);
    return functions_.hash(password);
}

bool PasswordWork::is_right(std::string_view hash, std::string_view password) {
    if (password.size() > password_bytes_max) return false;
    const Place place(waiting_);
    const bool right = functions_.verify(hash.empty() ? nobodys_hash_ : hash, password);
    return right && !hash.empty();
}

}  // namespace cartulary
