// How well organizations are found by what people wrote of where they work, as ROR measures it.
//
//     matching ORGANIZATIONS.ndjson AFFILIATIONS.ndjson [--evidence]
//
// ORGANIZATIONS are ROR's records, AFFILIATIONS objects with "affiliation" and "ror_ids". With
// --evidence it prints for every mention what speaks for it, for weigh.py.
#include "search/matching.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "search/mentions.h"

namespace cartulary {

namespace {

using json::Value;

std::string text_of(const Value* value) {
    const auto* const text = value == nullptr ? nullptr : value->string();
    return text == nullptr ? std::string{} : *text;
}

const json::Array& items_of(const Value& value, std::string_view name) {
    static const json::Array none;
    const auto* const found = value.find(name);
    const auto* const items = found == nullptr ? nullptr : found->array();
    return items == nullptr ? none : *items;
}

void add_text(std::vector<std::string>& texts, const Value* value) {
    if (auto text = text_of(value); !text.empty()) texts.push_back(std::move(text));
}

// The second generation of ROR's records.
void read_locations(const Value& record, ResourceEntry& entry) {
    for (const auto& location : items_of(record, "locations")) {
        const auto* const details = location.find("geonames_details");
        if (details == nullptr) continue;
        add_text(entry.places, details->find("name"));
        add_text(entry.regions, details->find("country_subdivision_name"));
        add_text(entry.countries, details->find("country_code"));
    }
}

void read_names(const Value& record, ResourceEntry& entry) {
    for (const auto& name : items_of(record, "names")) {
        const auto& types = items_of(name, "types");
        const bool is_shown = std::any_of(types.begin(), types.end(), [](const Value& type) {
            return text_of(&type) == "ror_display";
        });
        entry.names.insert(is_shown ? entry.names.begin() : entry.names.end(),
                           {text_of(name.find("value")), text_of(name.find("lang"))});
    }
}

// The first one.
void read_old_record(const Value& record, ResourceEntry& entry) {
    entry.names.push_back({text_of(record.find("name")), ""});
    for (const std::string_view list : {"acronyms", "aliases"}) {
        for (const auto& name : items_of(record, list)) entry.names.push_back({text_of(&name), ""});
    }
    for (const auto& label : items_of(record, "labels")) {
        entry.names.push_back({text_of(label.find("label")), text_of(label.find("iso639"))});
    }
    for (const auto& address : items_of(record, "addresses")) {
        add_text(entry.places, address.find("city"));
        const auto* const city = address.find("geonames_city");
        const auto* const region = city == nullptr ? nullptr : city->find("geonames_admin1");
        if (region != nullptr) add_text(entry.regions, region->find("name"));
    }
    if (const auto* const country = record.find("country")) {
        add_text(entry.countries, country->find("country_code"));
    }
}

Value parsed(const std::string& line) {
    return json::parse(line).value();
}

struct Organizations {
    search::Names names;
    std::unordered_map<std::int64_t, std::string> ids;
    std::set<std::string, std::less<>> known;
};

void load(const char* path, Organizations& organizations) {
    std::ifstream file(path);
    std::vector<ResourceEntry> entries;
    for (std::string line; std::getline(file, line);) {
        const auto record = parsed(line);
        if (text_of(record.find("status")) == "withdrawn") continue;
        ResourceEntry entry;
        entry.number = static_cast<std::int64_t>(entries.size()) + 1;
        entry.type = "ceterms:CredentialOrganization";
        if (record.find("names") == nullptr) {
            read_old_record(record, entry);
        } else {
            read_locations(record, entry);
            read_names(record, entry);
        }
        const auto id = text_of(record.find("id"));
        organizations.ids.emplace(entry.number, id);
        organizations.known.insert(id);
        entries.push_back(std::move(entry));
    }
    organizations.names.put_all(entries);
}

struct Affiliation {
    std::string text;
    std::set<std::string> expected;
};

std::vector<Affiliation> read_affiliations(const char* path) {
    std::ifstream file(path);
    std::vector<Affiliation> affiliations;
    for (std::string line; std::getline(file, line);) {
        const auto record = parsed(line);
        Affiliation affiliation{text_of(record.find("affiliation")), {}};
        for (const auto& id : items_of(record, "ror_ids"))
            affiliation.expected.insert(text_of(&id));
        affiliations.push_back(std::move(affiliation));
    }
    return affiliations;
}

struct Figures {
    int strings = 0;
    int same = 0;
    int chosen = 0;
    int expected = 0;
    int right = 0;

    void add(const std::set<std::string>& found, const std::set<std::string>& wanted) {
        ++strings;
        same += found == wanted ? 1 : 0;
        chosen += static_cast<int>(found.size());
        expected += static_cast<int>(wanted.size());
        right += static_cast<int>(std::count_if(
            found.begin(), found.end(), [&](const auto& id) { return wanted.contains(id); }));
    }
    void print(std::string_view what) const {
        fmt::print("{}: strings {} precision {:.4f} recall {:.4f} accuracy {:.4f}\n", what, strings,
                   chosen == 0 ? 1.0 : double(right) / chosen,
                   expected == 0 ? 1.0 : double(right) / expected,
                   strings == 0 ? 1.0 : double(same) / strings);
    }
};

void measure(const Organizations& organizations, const std::vector<Affiliation>& affiliations) {
    using Clock = std::chrono::steady_clock;
    Figures all;
    Figures known;
    std::vector<double> milliseconds;
    for (const auto& [text, expected] : affiliations) {
        const auto begin = Clock::now();
        const auto candidates = search::match(organizations.names, {.affiliation = text});
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        std::set<std::string> chosen;
        for (const auto& candidate : candidates) {
            if (candidate.chosen) chosen.insert(organizations.ids.at(candidate.number));
        }
        all.add(chosen, expected);
        if (std::includes(organizations.known.begin(), organizations.known.end(), expected.begin(),
                          expected.end())) {
            known.add(chosen, expected);
        }
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    known.print("all meant are here");
    all.print("all");
    fmt::print("milliseconds: p50 {:.3f} p99 {:.3f} most {:.3f}\n",
               milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100],
               milliseconds.back());
}

// One line for each mention: string, begin, end, differences, id, is meant, distinctiveness, signs.
void print_evidence(const Organizations& organizations,
                    const std::vector<Affiliation>& affiliations) {
    for (std::size_t index = 0; index < affiliations.size(); ++index) {
        const auto& [text, expected] = affiliations[index];
        for (const auto& mention : search::mentions_in(organizations.names, text)) {
            if (!mention.fits_best) continue;
            const auto& id = organizations.ids.at(mention.number);
            fmt::print("{} {} {} {} {} {} {}", index, mention.begin, mention.end,
                       mention.differences, id, expected.contains(id) ? 1 : 0,
                       mention.evidence.distinctiveness);
            for (std::size_t sign = 0; sign < search::sign_count; ++sign) {
                if (mention.evidence.signs[sign]) {
                    fmt::print(" {}", search::name_of(static_cast<search::Sign>(sign)));
                }
            }
            fmt::print("\n");
        }
    }
}

}  // namespace

}  // namespace cartulary

int main(int count, char** arguments) {
    if (count < 3) {
        fmt::print(stderr,
                   "usage: matching ORGANIZATIONS.ndjson AFFILIATIONS.ndjson [--evidence]\n");
        return 2;
    }
    cartulary::Organizations organizations;
    cartulary::load(arguments[1], organizations);
    const auto affiliations = cartulary::read_affiliations(arguments[2]);
    if (count > 3) {
        cartulary::print_evidence(organizations, affiliations);
    } else {
        cartulary::measure(organizations, affiliations);
    }
}
