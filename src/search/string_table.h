#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace cartulary::search {

// Texts kept once each and known by a small number.
class StringTable {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    // The number of a text, or `none`.
    std::uint32_t find(std::string_view text) const;
    // The same, after it was given one if it had none; a removed text's number may come back.
    std::uint32_t add(std::string_view text);
    void remove(std::uint32_t number);

    std::string_view at(std::uint32_t number) const;
    // Above every number given.
    std::uint32_t end() const { return static_cast<std::uint32_t>(texts_.size()); }
    std::size_t bytes() const;

private:
    std::size_t slot_of(std::string_view text) const;
    void grow();
    const char* keep(std::string_view text);

    std::vector<const char*> texts_;    // the length stands before the characters; null: removed
    std::vector<std::uint32_t> slots_;  // open addressing; a power of two
    std::vector<std::uint32_t> free_;
    std::size_t count_ = 0;
    std::vector<std::unique_ptr<char[]>> chunks_;
    char* chunk_at_ = nullptr;
    std::size_t chunk_left_ = 0;
    std::size_t chunk_bytes_ = 0;
};

}  // namespace cartulary::search
