#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

// Numbers and texts one after another in as few bytes as they need.
namespace cartulary::search {

class PackWriter {
public:
    void number(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
        bytes_ += static_cast<char>(number);
    }
    void text(std::string_view text) {
        number(text.size());
        bytes_ += text;
    }
    std::size_t size() const { return bytes_.size(); }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

// Reads in the order in which it was written.
class PackReader {
public:
    explicit PackReader(const char* at) : at_(at) {}

    std::uint64_t number() {
        std::uint64_t number = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            number |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return number;
        }
    }
    std::uint32_t small_number() { return static_cast<std::uint32_t>(number()); }
    std::string_view text() {
        const auto length = number();
        const std::string_view text(at_, length);
        at_ += length;
        return text;
    }
    const char* at() const { return at_; }

private:
    const char* at_;
};

}  // namespace cartulary::search
