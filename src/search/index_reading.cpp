#include <algorithm>

#include "search/index.h"

namespace cartulary::search {

void Index::skip_name(PackReader& reader) {
    reader.text();
    reader.text();
    for (auto count = reader.number(); count > 0; --count) reader.number();
}

std::string_view Index::text(NameNumber name) const {
    const auto& row = names_[name];
    PackReader reader(entries_[row.entry].packed.get() + row.at);
    reader.text();
    return reader.text();
}

NameWordList Index::words_of(NameNumber name) const {
    const auto& row = names_[name];
    PackReader reader(entries_[row.entry].packed.get() + row.at);
    reader.text();
    reader.text();
    NameWordList list;
    list.count = reader.number();
    for (std::size_t i = 0; i < list.count; ++i) list.numbers[i] = reader.small_number();
    return list;
}

std::strong_ordering Index::compare(NameNumber left, NameNumber right) const {
    constexpr auto text_bits = (std::uint64_t{1} << length_shift) - 1;
    const auto by_beginning = (key(left) & text_bits) <=> (key(right) & text_bits);
    if (by_beginning != 0 || left == right) return by_beginning;
    // Word by word is the same as by the whole text: a space comes before all that is in words.
    const auto left_words = words_of(left);
    const auto right_words = words_of(right);
    const auto shared = std::min(left_words.count, right_words.count);
    for (std::size_t i = 0; i < shared; ++i) {
        if (left_words.numbers[i] == right_words.numbers[i]) continue;
        return words_.text(left_words.numbers[i]) <=> words_.text(right_words.numbers[i]);
    }
    return left_words.count <=> right_words.count;
}

namespace {

void take_value(ResourceEntry& entry, Facet facet, std::string_view text) {
    switch (facet) {
        case Facet::type: entry.type = text; break;
        case Facet::kind: entry.kinds.emplace_back(text); break;
        case Facet::sector: entry.sector = text; break;
        case Facet::region: entry.regions.emplace_back(text); break;
        case Facet::country: entry.countries.emplace_back(text); break;
        case Facet::subject: entry.subjects.emplace_back(text); break;
        case Facet::owner:
        case Facet::publisher: break;  // are none of the values
    }
}

Ctid ctid_of(std::string_view bytes) {
    // A UUID is read from its text alone.
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4];
        text += digits[value & 15U];
        const auto length = text.size();
        if (length == 8 || length == 13 || length == 18 || length == 23) text += '-';
    }
    return Ctid(Uuid::parse(text).value());
}

}  // namespace

ResourceEntry Index::unpacked(EntryNumber entry) const {
    PackReader reader(entries_[entry].packed.get());
    return read(entry, reader);
}

std::size_t Index::packed_size(EntryNumber entry) const {
    PackReader reader(entries_[entry].packed.get());
    read(entry, reader);
    return static_cast<std::size_t>(reader.at() - entries_[entry].packed.get());
}

ResourceEntry Index::read(EntryNumber entry, PackReader& reader) const {
    ResourceEntry unpacked;
    unpacked.number = entries_[entry].number;
    unpacked.owner = entries_[entry].owner;
    unpacked.publisher = entries_[entry].publisher;
    unpacked.updated_at = entries_[entry].updated_at;
    for (auto count = reader.number(); count > 0; --count) {
        const auto value = reader.small_number();
        take_value(unpacked, values_.facet(value), values_.text(value));
    }
    for (auto count = reader.number(); count > 0; --count) {
        reader.number();
        const std::string language(reader.text());
        unpacked.names.push_back({std::string(reader.text()), language});
        for (auto words = reader.number(); words > 0; --words) reader.number();
    }
    unpacked.resource = static_cast<std::int64_t>(reader.number());
    unpacked.ctid = ctid_of(reader.text());
    unpacked.website = reader.text();
    for (auto count = reader.number(); count > 0; --count) {
        unpacked.places.emplace_back(reader.text());
    }
    for (auto count = reader.number(); count > 0; --count) {
        unpacked.identifiers.emplace_back(reader.text());
    }
    return unpacked;
}

Index::Sharing Index::with_host(std::string_view host, std::size_t count_max) const {
    const auto entries = by_host_.find(key_of(host));
    if (entries.size() > count_max) return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const auto entry : entries) {
        if (host_of(unpacked(entry).website) == host) numbers.push_back(number(entry));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Index::Sharing Index::with_identifier(std::string_view identifier, std::size_t count_max) const {
    const auto entries = by_identifier_.find(key_of(identifier));
    if (entries.size() > count_max) return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const auto entry : entries) {
        const auto& known = unpacked(entry).identifiers;
        if (std::find(known.begin(), known.end(), identifier) != known.end()) {
            numbers.push_back(number(entry));
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::size_t Index::bytes() const {
    return words_.bytes() + values_.bytes() + names_.capacity() * sizeof(NameRow) +
           free_names_.capacity() * sizeof(NameNumber) + entries_.capacity() * sizeof(EntryRow) +
           (free_entries_.capacity() + by_name_.capacity() + fresh_.capacity()) *
               sizeof(EntryNumber) +
           pages_.capacity() * sizeof(void*) + pages_.size() * sizeof(NumberPage) +
           by_host_.bytes() + by_identifier_.bytes() + packed_bytes_;
}

}  // namespace cartulary::search
