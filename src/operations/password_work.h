#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace cartulary {

// Making and comparing hashes of passwords, for so many people at a time and no more: whoever comes
// beyond is asked to come again, so that a flood of log-ins holds up nobody else. For any number of
// threads.
class PasswordWork {
public:
    // In work or waiting for it. Each takes some tens of milliseconds of a core.
    static constexpr std::size_t waiting_max = 16;

    struct Functions {
        std::function<std::string(std::string_view password)> hash;
        std::function<bool(std::string_view hash, std::string_view password)> verify;
    };

    explicit PasswordWork(const Randomness& randomness);
    PasswordWork(const Randomness& randomness, Functions functions);

    // Both throw Unavailable when too many wait already.
    std::string hash(std::string_view password);

    // An empty hash is nobody's: no password is right, which takes as long to find out.
    bool is_right(std::string_view hash, std::string_view password);

private:
    class Place;
    Functions functions_;
    std::string nobodys_hash_;
    std::atomic<std::size_t> waiting_ = 0;
};

}  // namespace cartulary
