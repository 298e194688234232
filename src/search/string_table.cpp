#include "search/string_table.h"

#include <cstring>
#include <functional>

namespace cartulary::search {

namespace {

constexpr std::size_t chunk_bytes_usual = 65'536;

std::size_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

}  // namespace

std::string_view StringTable::at(std::uint32_t number) const {
    const char* const kept = texts_[number];
    std::uint32_t length = 0;
    std::memcpy(&length, kept, sizeof length);
    return {kept + sizeof length, length};
}

// Where the text stands, or the free slot where it would.
std::size_t StringTable::slot_of(std::string_view text) const {
    const auto mask = slots_.size() - 1;
    auto slot = hash_of(text) & mask;
    while (slots_[slot] != none && at(slots_[slot]) != text) slot = (slot + 1) & mask;
    return slot;
}

std::uint32_t StringTable::find(std::string_view text) const {
    return slots_.empty() ? none : slots_[slot_of(text)];
}

std::uint32_t StringTable::add(std::string_view text) {
    if (count_ * 2 >= slots_.size()) grow();
    const auto slot = slot_of(text);
    if (slots_[slot] != none) return slots_[slot];
    auto number = static_cast<std::uint32_t>(texts_.size());
    if (free_.empty()) {
        texts_.push_back(nullptr);
    } else {
        number = free_.back();
        free_.pop_back();
    }
    texts_[number] = keep(text);
    slots_[slot] = number;
    ++count_;
    return number;
}

void StringTable::remove(std::uint32_t number) {
    const auto mask = slots_.size() - 1;
    auto gap = slot_of(at(number));
    // Moves those back that were put behind it for want of room, so that they are still found.
    for (auto slot = (gap + 1) & mask; slots_[slot] != none; slot = (slot + 1) & mask) {
        const auto wanted = hash_of(at(slots_[slot])) & mask;
        if (((slot - wanted) & mask) >= ((slot - gap) & mask)) {
            slots_[gap] = slots_[slot];
            gap = slot;
        }
    }
    slots_[gap] = none;
    texts_[number] = nullptr;
    free_.push_back(number);
    --count_;
}

void StringTable::grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, none);
    for (std::uint32_t number = 0; number < end(); ++number) {
        if (texts_[number] != nullptr) slots_[slot_of(at(number))] = number;
    }
}

const char* StringTable::keep(std::string_view text) {
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto needed = sizeof length + text.size();
    if (needed > chunk_left_) {
        const auto made = std::max(needed, chunk_bytes_usual);
        chunks_.push_back(std::make_unique<char[]>(made));
        chunk_at_ = chunks_.back().get();
        chunk_left_ = made;
        chunk_bytes_ += made;
    }
    char* const kept = chunk_at_;
    std::memcpy(kept, &length, sizeof length);
    text.copy(kept + sizeof length, text.size());
    chunk_at_ += needed;
    chunk_left_ -= needed;
    return kept;
}

std::size_t StringTable::bytes() const {
    return texts_.capacity() * sizeof(char*) + slots_.capacity() * sizeof(std::uint32_t) +
           free_.capacity() * sizeof(std::uint32_t) + chunk_bytes_;
}

}  // namespace cartulary::search
