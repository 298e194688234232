#include "search/postings.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace cartulary::search {

Postings::Postings(Postings&& other) noexcept {
    *this = std::move(other);
}

Postings& Postings::operator=(Postings&& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(numbers_, other.numbers_);
    return *this;
}

Postings::~Postings() {
    if (!is_few()) delete[] numbers_.many;
}

void Postings::grow() {
    const auto wider = capacity_ + std::max(few_max, capacity_ / 2);
    auto* const moved = new std::uint32_t[wider];
    std::copy_n(data(), size_, moved);
    if (!is_few()) delete[] numbers_.many;
    numbers_.many = moved;
    capacity_ = wider;
}

void Postings::add(std::uint32_t number) {
    const auto at =
        static_cast<std::size_t>(size_ == 0 || data()[size_ - 1] < number
                                     ? size_
                                     : std::lower_bound(data(), data() + size_, number) - data());
    if (at < size_ && data()[at] == number) return;
    if (size_ == capacity_) grow();
    auto* const numbers = data();
    std::copy_backward(numbers + at, numbers + size_, numbers + size_ + 1);
    numbers[at] = number;
    ++size_;
}

void Postings::remove(std::uint32_t number) {
    auto* const numbers = data();
    auto* const found = std::lower_bound(numbers, numbers + size_, number);
    if (found == numbers + size_ || *found != number) return;
    std::copy(found + 1, numbers + size_, found);
    --size_;
}

std::size_t Postings::heap_bytes() const {
    return is_few() ? 0 : capacity_ * sizeof(std::uint32_t);
}

std::uint64_t key_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

std::uint32_t KeyedPostings::short_key(std::uint64_t key) {
    return std::max(static_cast<std::uint32_t>(key >> 32), std::uint32_t{1});
}

// Where the key stands, or the free slot where it would.
std::size_t KeyedPostings::slot_of(std::uint32_t key) const {
    const auto mask = slots_.size() - 1;
    auto slot = key & mask;
    while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
}

void KeyedPostings::grow() {
    const auto old = std::exchange(slots_, {});
    const auto is_used = [](const Slot& slot) { return slot.number != nothing; };
    used_ = static_cast<std::size_t>(std::count_if(old.begin(), old.end(), is_used));
    std::size_t wanted = 64;
    while (wanted < used_ * 2) wanted *= 2;
    slots_.resize(wanted);
    for (const auto& slot : old) {
        if (is_used(slot)) slots_[slot_of(slot.key)] = slot;
    }
}

void KeyedPostings::add(std::uint64_t key, std::uint32_t number) {
    if (used_ * 10 >= slots_.size() * 7) grow();
    auto& slot = slots_[slot_of(short_key(key))];
    if (slot.key == 0) ++used_;
    slot.key = short_key(key);
    if (slot.has_list()) {
        list_of(slot).add(number);
    } else if (slot.number == nothing) {
        slot.number = number;
    } else if (slot.number != number) {
        auto& list = lists_.emplace_back();
        list.add(slot.number);
        list.add(number);
        slot.number = static_cast<std::uint32_t>(lists_.size() - 1) | list_mark;
    }
}

void KeyedPostings::remove(std::uint64_t key, std::uint32_t number) {
    if (slots_.empty()) return;
    auto& slot = slots_[slot_of(short_key(key))];
    if (slot.has_list()) {
        list_of(slot).remove(number);
    } else if (slot.number == number) {
        slot.number = nothing;
    }
}

std::span<const std::uint32_t> KeyedPostings::find(std::uint64_t key) const {
    if (slots_.empty()) return {};
    const auto& slot = slots_[slot_of(short_key(key))];
    if (slot.number == nothing) return {};
    if (slot.has_list()) return lists_[slot.number & ~list_mark].all();
    return {&slot.number, 1};
}

std::size_t KeyedPostings::bytes() const {
    std::size_t sum = slots_.capacity() * sizeof(Slot) + lists_.capacity() * sizeof(Postings);
    for (const auto& list : lists_) sum += list.heap_bytes();
    return sum;
}

}  // namespace cartulary::search
