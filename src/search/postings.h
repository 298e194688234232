#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cartulary::search {

// Small numbers in their order, each once. Most lists have one or two and take no memory more.
class Postings {
public:
    Postings() = default;
    Postings(Postings&& other) noexcept;
    Postings& operator=(Postings&& other) noexcept;
    Postings(const Postings&) = delete;
    Postings& operator=(const Postings&) = delete;
    ~Postings();

    void add(std::uint32_t number);
    void remove(std::uint32_t number);

    std::span<const std::uint32_t> all() const { return {data(), size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::size_t heap_bytes() const;

private:
    static constexpr std::uint32_t few_max = 2;

    bool is_few() const { return capacity_ <= few_max; }
    const std::uint32_t* data() const { return is_few() ? numbers_.few : numbers_.many; }
    std::uint32_t* data() { return is_few() ? numbers_.few : numbers_.many; }
    void grow();

    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = few_max;
    union {
        std::uint32_t few[few_max];
        std::uint32_t* many;
    } numbers_ = {};
};

// What leads to a list of KeyedPostings.
std::uint64_t key_of(std::string_view text);

// Lists of numbers below 2^31 by a hash of what leads to them. Two texts may share a list: whoever
// asks looks again.
class KeyedPostings {
public:
    void add(std::uint64_t key, std::uint32_t number);
    void remove(std::uint64_t key, std::uint32_t number);
    std::span<const std::uint32_t> find(std::uint64_t key) const;
    std::size_t bytes() const;

private:
    // Most have one, which stands in the slot itself; else a list does.
    static constexpr std::uint32_t list_mark = std::uint32_t{1} << 31;
    static constexpr std::uint32_t nothing = UINT32_MAX;
    struct Slot {
        std::uint32_t key = 0;  // 0: free
        std::uint32_t number = nothing;
        bool has_list() const { return number != nothing && (number & list_mark) != 0; }
    };
    Postings& list_of(const Slot& slot) { return lists_[slot.number & ~list_mark]; }
    static std::uint32_t short_key(std::uint64_t key);
    std::size_t slot_of(std::uint32_t key) const;
    void grow();

    std::vector<Slot> slots_;  // open addressing; a power of two
    std::size_t used_ = 0;     // with those that have nothing any more
    std::vector<Postings> lists_;
};

}  // namespace cartulary::search
