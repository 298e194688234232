#include "store/resource_summary.h"

#include <charconv>

#include "base/json.h"
#include "base/secrets.h"
#include "store/stored_json.h"

namespace cartulary::resources {

namespace {

using Texts = std::vector<std::string>;

// Short, as there is one for each of many parts. A member that would be empty is left out.
constexpr std::string_view names_key = "n";  // [text, language, text, language, …]
constexpr std::string_view excerpt_key = "x";
constexpr std::string_view website_key = "w";
constexpr std::string_view sector_key = "s";

struct ListMember {
    std::string_view key;
    Texts ResourceEntry::*texts;
};
constexpr ListMember lists[] = {
    {"k", &ResourceEntry::kinds},    {"p", &ResourceEntry::places},
    {"r", &ResourceEntry::regions},  {"c", &ResourceEntry::countries},
    {"u", &ResourceEntry::subjects}, {"i", &ResourceEntry::identifiers},
};

void write_text(json::Writer& writer, std::string_view key, const std::string& text) {
    if (!text.empty()) writer.member(key, text);
}

}  // namespace

std::string summary_of(const ResourceEntry& entry) {
    json::Writer writer;
    writer.begin_object();
    if (!entry.names.empty()) {
        writer.key(names_key).begin_array();
        for (const auto& [text, language] : entry.names) writer.value(text).value(language);
        writer.end_array();
    }
    write_text(writer, excerpt_key, entry.excerpt);
    write_text(writer, website_key, entry.website);
    write_text(writer, sector_key, entry.sector);
    for (const auto& [key, texts] : lists) {
        if ((entry.*texts).empty()) continue;
        writer.key(key).begin_array();
        for (const auto& text : entry.*texts) writer.value(text);
        writer.end_array();
    }
    writer.end_object();
    return writer.take();
}

void read_summary(std::string_view summary, ResourceEntry& entry) {
    const auto value = stored::parsed(summary);
    const auto& names = stored::array_in(value.find(names_key));
    for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
        entry.names.push_back({stored::text_in(&names[i]), stored::text_in(&names[i + 1])});
    }
    entry.excerpt = stored::text_in(value.find(excerpt_key));
    entry.website = stored::text_in(value.find(website_key));
    entry.sector = stored::text_in(value.find(sector_key));
    for (const auto& [key, texts] : lists) {
        for (const auto& text : stored::array_in(value.find(key))) {
            (entry.*texts).push_back(stored::text_in(&text));
        }
    }
}

std::int64_t hash_of(const ResourceEntry& entry, std::string_view summary) {
    // Each part begins with its length, so that no two entries give one text.
    std::string whole;
    whole.reserve(summary.size() + entry.text.size() + 200);
    const auto add = [&](std::string_view part) {
        whole += std::to_string(part.size());
        whole += ' ';
        whole += part;
    };
    add(entry.type);
    add(summary);
    add(entry.text);
    for (const auto& [property, target] : entry.references) {
        add(property);
        add(target);
    }
    const auto digest = sha256_hex(whole);
    std::uint64_t bits = 0;
    std::from_chars(digest.data(), digest.data() + 16, bits, 16);
    return static_cast<std::int64_t>(bits | 1U);
}

}  // namespace cartulary::resources
