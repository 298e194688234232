#include "search/index.h"

#include <algorithm>

#include "domain/web_address.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

constexpr std::size_t key_text_bytes = 6;
constexpr std::size_t key_length_max = 0xFFFF;

// A heap's own bookkeeping for each piece of memory.
constexpr std::size_t piece_bytes = 16;

std::uint64_t key_text(std::string_view folded) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < key_text_bytes; ++i) {
        bits = bits << 8 | (i < folded.size() ? static_cast<unsigned char>(folded[i]) : 0);
    }
    return bits;
}

void pack_values(const ResourceEntry& entry, FacetValues& values, PackWriter& packed) {
    std::vector<ValueNumber> numbers;
    const auto add = [&](Facet facet, std::string_view text) {
        if (text.empty()) return;
        const auto number = values.add(facet, text);
        // One that is said twice counts once.
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) return;
        numbers.push_back(number);
        values.count_one_more(number);
    };
    add(Facet::type, entry.type);
    for (const auto& kind : entry.kinds) add(Facet::kind, kind);
    add(Facet::sector, entry.sector);
    for (const auto& region : entry.regions) add(Facet::region, region);
    for (const auto& country : entry.countries) add(Facet::country, country);
    for (const auto& subject : entry.subjects) add(Facet::subject, subject);
    packed.number(numbers.size());
    for (const auto number : numbers) packed.number(number);
}

void pack_rest(const ResourceEntry& entry, PackWriter& packed) {
    packed.number(static_cast<std::uint64_t>(entry.resource));
    const auto& id = entry.ctid.uuid().bytes();
    packed.text({reinterpret_cast<const char*>(id.data()), id.size()});
    packed.text(entry.website);
    packed.number(entry.places.size());
    for (const auto& place : entry.places) packed.text(place);
    packed.number(entry.identifiers.size());
    for (const auto& identifier : entry.identifiers) packed.text(identifier);
}

}  // namespace

std::string host_of(std::string_view website) {
    if (website.empty()) return {};
    const auto address = parse_web_address(website);
    return address ? address->comparable_host() : std::string();
}

EntryNumber& Index::slot(std::int64_t number) {
    const auto page = static_cast<std::size_t>(number / page_size);
    if (page >= pages_.size()) pages_.resize(page + 1);
    if (pages_[page] == nullptr) {
        pages_[page] = std::make_unique<NumberPage>();
        pages_[page]->fill(none);
    }
    return (*pages_[page])[static_cast<std::size_t>(number % page_size)];
}

EntryNumber Index::find(std::int64_t number) const {
    const auto page = static_cast<std::size_t>(number / page_size);
    if (number < 0 || page >= pages_.size() || pages_[page] == nullptr) return none;
    return (*pages_[page])[static_cast<std::size_t>(number % page_size)];
}

void Index::put(const ResourceEntry& entry) {
    put_all({&entry, 1});
}

void Index::put_all(std::span<const ResourceEntry> entries) {
    std::vector<EntryNumber> replaced;
    for (const auto& entry : entries) {
        auto& known = slot(entry.number);
        if (known != none) replaced.push_back(known);
        const auto added = add(entry);
        known = added;
        fresh_.push_back(added);
    }
    settle();
    // Only now, so that words which stay are not forgotten in between.
    for (const auto old : replaced) drop(old);
}

void Index::remove(std::int64_t number) {
    const auto entry = find(number);
    if (entry == none) return;
    slot(number) = none;
    drop(entry);
}

EntryNumber Index::add(const ResourceEntry& entry) {
    auto number = static_cast<EntryNumber>(entries_.size());
    if (free_entries_.empty()) {
        entries_.emplace_back();
    } else {
        number = free_entries_.back();
        free_entries_.pop_back();
    }
    auto& row = entries_[number];
    row.number = entry.number;
    row.owner = entry.owner;
    row.publisher = entry.publisher;
    row.updated_at = entry.updated_at;
    PackWriter packed;
    pack_values(entry, values_, packed);
    packed.number(entry.names.size());
    for (const auto& name : entry.names) {
        const auto added = add_name(number, name, packed);
        if (row.main_name == none) row.main_name = added;
    }
    pack_rest(entry, packed);
    row.packed = std::make_unique<char[]>(packed.size());
    packed.bytes().copy(row.packed.get(), packed.size());
    packed_bytes_ += packed.size() + piece_bytes;
    if (const auto host = host_of(entry.website); !host.empty()) {
        by_host_.add(key_of(host), number);
    }
    for (const auto& identifier : entry.identifiers) {
        by_identifier_.add(key_of(identifier), number);
    }
    return number;
}

NameNumber Index::add_name(EntryNumber entry, const ResourceName& name, PackWriter& packed) {
    auto number = static_cast<NameNumber>(names_.size());
    if (free_names_.empty()) {
        names_.emplace_back();
    } else {
        number = free_names_.back();
        free_names_.pop_back();
    }
    packed.number(number);
    auto& row = names_[number];
    row.entry = entry;
    row.at = static_cast<std::uint32_t>(packed.size());
    packed.text(name.language);
    packed.text(name.text);
    auto words = search::words_of(name.text);
    if (words.size() > name_words_max) words.resize(name_words_max);
    packed.number(words.size());
    std::string folded;
    std::size_t length = 0;
    NameWordList list;
    for (const auto& word : words) {
        const auto word_number = words_.add(word);
        packed.number(word_number);
        const auto earlier = list.all();
        if (std::find(earlier.begin(), earlier.end(), word_number) == earlier.end()) {
            words_.add_occurrence(word_number, number, list.count == 0);
        }
        list.numbers.at(list.count++) = word_number;
        length += words_.length(word_number) + 1;
        if (folded.size() < key_text_bytes) folded.append(word).append(1, ' ');
    }
    if (length > 0) --length;
    row.key = std::uint64_t{std::min(length, key_length_max)} << length_shift | key_text(folded);
    return number;
}

void Index::drop(EntryNumber entry) {
    auto& row = entries_[entry];
    const auto before = [&](EntryNumber left, EntryNumber right) {
        return stands_before(left, right);
    };
    const auto [begin, end] = std::equal_range(by_name_.begin(), by_name_.end(), entry, before);
    by_name_.erase(std::find(begin, end, entry));
    const auto kept = unpacked(entry);
    if (const auto host = host_of(kept.website); !host.empty()) {
        by_host_.remove(key_of(host), entry);
    }
    for (const auto& identifier : kept.identifiers) {
        by_identifier_.remove(key_of(identifier), entry);
    }
    for_values(entry, [&](ValueNumber value) {
        values_.count_one_less(value);
        return true;
    });
    std::vector<NameNumber> dropped;
    for_names(entry, [&](NameNumber name) { dropped.push_back(name); });
    for (const auto name : dropped) drop_name(name);
    packed_bytes_ -= packed_size(entry) + piece_bytes;
    row = {};
    free_entries_.push_back(entry);
}

void Index::drop_name(NameNumber name) {
    const auto list = words_of(name);
    const auto all = list.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool known = std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                     all[i]) != all.begin() + static_cast<std::ptrdiff_t>(i);
        if (!known) words_.remove_occurrence(all[i], name, i == 0);
    }
    names_[name] = {};
    free_names_.push_back(name);
}

bool Index::stands_before(EntryNumber left, EntryNumber right) const {
    const auto& a = entries_[left];
    const auto& b = entries_[right];
    if (a.main_name == none || b.main_name == none) {
        if (a.main_name != b.main_name) return a.main_name == none;
    } else if (const auto order = compare(a.main_name, b.main_name); order != 0) {
        return order < 0;
    }
    return a.number < b.number;
}

void Index::settle() {
    words_.settle();
    const auto before = [&](EntryNumber left, EntryNumber right) {
        return stands_before(left, right);
    };
    std::sort(fresh_.begin(), fresh_.end(), before);
    merge_into(by_name_, fresh_, before);
    fresh_.clear();
}

}  // namespace cartulary::search
