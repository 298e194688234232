#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/resource.h"
#include "search/facet_values.h"
#include "search/packing.h"
#include "search/word_table.h"

namespace cartulary::search {

using EntryNumber = std::uint32_t;

// Words of a name beyond this many lead to nothing; texts that long are no names.
inline constexpr std::size_t name_words_max = 64;

struct NameWordList {
    std::array<WordNumber, name_words_max> numbers;
    std::size_t count = 0;

    std::span<const WordNumber> all() const { return {numbers.data(), count}; }
};

// What search::Names keeps, without the lock around it. Entries and names have small numbers of
// their own, which are used again; nothing that is answered depends on them.
class Index {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    void put(const ResourceEntry& entry);
    void put_all(std::span<const ResourceEntry> entries);
    void remove(std::int64_t number);

    std::size_t size() const { return by_name_.size(); }
    std::size_t bytes() const;

    // --- names ---
    const WordTable& words() const { return words_; }
    std::uint32_t names_end() const { return static_cast<std::uint32_t>(names_.size()); }
    std::size_t names_count() const { return names_.size() - free_names_.size(); }
    EntryNumber entry_of(NameNumber name) const { return names_[name].entry; }
    std::string_view text(NameNumber name) const;  // as written
    NameWordList words_of(NameNumber name) const;
    // Characters of its folded words.
    std::size_t length(NameNumber name) const { return names_[name].key >> length_shift; }
    // By length, then as far as can be told at once by folded text: see compare().
    std::uint64_t key(NameNumber name) const { return names_[name].key; }
    std::strong_ordering compare(NameNumber left, NameNumber right) const;  // by folded text

    // --- entries ---
    EntryNumber find(std::int64_t number) const;
    std::int64_t number(EntryNumber entry) const { return entries_[entry].number; }
    std::span<const EntryNumber> by_name() const { return by_name_; }
    bool stands_before(EntryNumber left, EntryNumber right) const;  // by name
    std::uint32_t entries_end() const { return static_cast<std::uint32_t>(entries_.size()); }
    bool is_used(EntryNumber entry) const { return entries_[entry].packed != nullptr; }
    std::int32_t owner(EntryNumber entry) const { return entries_[entry].owner; }
    std::int32_t publisher(EntryNumber entry) const { return entries_[entry].publisher; }
    Timestamp updated_at(EntryNumber entry) const { return entries_[entry].updated_at; }
    ResourceEntry unpacked(EntryNumber entry) const;
    const FacetValues& values() const { return values_; }
    template <class Take>  // of each value but owner and publisher, until it returns false
    void for_values(EntryNumber entry, Take take) const {
        PackReader reader(entries_[entry].packed.get());
        for (auto count = reader.number(); count > 0; --count) {
            if (!take(reader.small_number())) return;
        }
    }
    template <class Take>
    void for_names(EntryNumber entry, Take take) const;
    // Nothing where more than `count_max` share it.
    using Sharing = std::optional<std::vector<std::int64_t>>;
    Sharing with_host(std::string_view host, std::size_t count_max) const;
    Sharing with_identifier(std::string_view identifier, std::size_t count_max) const;

private:
    static constexpr int length_shift = 48;

    struct NameRow {
        std::uint64_t key = 0;
        EntryNumber entry = none;
        std::uint32_t at = 0;  // in the packed entry
    };
    struct EntryRow {
        std::int64_t number = 0;
        std::unique_ptr<char[]> packed;
        NameNumber main_name = none;
        std::int32_t owner = 0;
        std::int32_t publisher = 0;
        Timestamp updated_at = {};
    };

    static void skip_name(PackReader& reader);
    EntryNumber add(const ResourceEntry& entry);
    void drop(EntryNumber entry);
    void settle();
    NameNumber add_name(EntryNumber entry, const ResourceName& name, PackWriter& packed);
    void drop_name(NameNumber name);
    EntryNumber& slot(std::int64_t number);
    ResourceEntry read(EntryNumber entry, PackReader& reader) const;
    std::size_t packed_size(EntryNumber entry) const;

    WordTable words_;
    FacetValues values_;
    std::vector<NameRow> names_;
    std::vector<NameNumber> free_names_;
    std::vector<EntryRow> entries_;
    std::vector<EntryNumber> free_entries_;
    std::vector<EntryNumber> by_name_;  // by main name, then number
    std::vector<EntryNumber> fresh_;    // not yet in `by_name_`
    // Numbers of the store are dense: pages of a plain table.
    static constexpr std::int64_t page_size = 4'096;
    using NumberPage = std::array<EntryNumber, page_size>;
    std::vector<std::unique_ptr<NumberPage>> pages_;
    KeyedPostings by_host_;
    KeyedPostings by_identifier_;
    std::size_t packed_bytes_ = 0;
};

template <class Take>
void Index::for_names(EntryNumber entry, Take take) const {
    PackReader reader(entries_[entry].packed.get());
    for (auto count = reader.number(); count > 0; --count) reader.number();
    for (auto count = reader.number(); count > 0; --count) {
        take(reader.small_number());
        skip_name(reader);
    }
}

// What of a website leads to its entry: its host without "www.", or nothing.
std::string host_of(std::string_view website);

}  // namespace cartulary::search
