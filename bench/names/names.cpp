// How fast the index of names answers, and how well it forgives one slip of the finger, without a
// server around it.
//
//     names IRS.csv ROR.csv
//
// IRS has the columns NAME and SORT_NAME, ROR the column name, each with a heading. Prints a table.
#include "search/names.h"

#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/csv.h"
#include "search/words.h"

namespace cartulary {

namespace {

using search::Names;

constexpr std::size_t page = 10'000;
constexpr int questions = 3'000;  // of each kind
constexpr std::size_t shown = 20;

std::size_t column_of(const csv::Row& heading, std::string_view name) {
    const auto found = std::ranges::find(heading.cells, name);
    if (found == heading.cells.end()) throw std::runtime_error("no column " + std::string(name));
    return static_cast<std::size_t>(found - heading.cells.begin());
}

// The names of each organization of a file; of columns after the first only what they add.
void read(const char* file, const std::vector<std::string>& columns,
          const std::function<void(std::vector<std::string>)>& take) {
    std::ifstream stream(file);
    if (!stream) throw std::runtime_error(std::string("cannot read ") + file);
    csv::Reader reader(csv::source_of(stream));
    csv::Row row;
    if (!reader.read(row).value()) throw std::runtime_error(std::string("empty: ") + file);
    std::vector<std::size_t> places;
    for (const auto& column : columns) places.push_back(column_of(row, column));
    while (reader.read(row).value()) {
        std::vector<std::string> names;
        for (const auto place : places) {
            const auto& name = row.cells.at(place);
            if (!name.empty() && std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
        if (!names.empty()) take(std::move(names));
    }
}

// Of the processor, which is all that it waits for: what else runs beside it does not count.
double milliseconds_of(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const auto begin = now();
    work();
    return now() - begin;
}

class Measurement {
public:
    void load(const char* irs, const char* ror) {
        std::vector<ResourceEntry> entries;
        double spent = 0;
        const auto put = [&] {
            spent += milliseconds_of([&] { names_.put_all(entries); });
            entries.clear();
        };
        const auto take = [&](const std::vector<std::string>& names) {
            ResourceEntry entry;
            entry.number = static_cast<std::int64_t>(main_names_.size() + 1);
            entry.resource = entry.number;
            entry.type = "ceterms:CredentialOrganization";
            for (const auto& name : names) entry.names.push_back({name, ""});
            main_names_.push_back(names.front());
            entries.push_back(std::move(entry));
            if (entries.size() == page) put();
        };
        read(irs, {"NAME", "SORT_NAME"}, take);
        read(ror, {"name"}, take);
        put();
        const auto bytes = static_cast<double>(names_.bytes());
        fmt::print("{} organizations in {:.1f} s, {:.0f} MB, {:.0f} bytes each\n\n", names_.size(),
                   spent / 1e3, bytes / 1e6, bytes / static_cast<double>(names_.size()));
    }

    void run() {
        fmt::print(
            "|                | p50 ms | p90 ms | p99 ms | right one first |\n"
            "|----------------|--------|--------|--------|-----------------|\n");
        ask(
            "exact name", [](const std::string& name) { return name; }, true);
        ask("one word", [&](const std::string& name) { return some_words(name, 1); });
        ask("two words", [&](const std::string& name) { return some_words(name, 2); });
        ask("prefix of 3", [](const std::string& name) { return name.substr(0, 3); });
        ask("prefix of 5", [](const std::string& name) { return name.substr(0, 5); });
        ask(
            "one typo", [&](const std::string& name) { return mistyped(name); }, true);
        ask(
            "two typos", [&](const std::string& name) { return mistyped(mistyped(name)); }, true);
        ask("no hit", [&](const std::string&) { return gibberish(); });
        suggest("suggestion", [&](const std::string& name) {
            return name.substr(0, 1 + random_() % name.size());
        });
        suggest("after a typo", [&](const std::string& name) {
            const auto text = mistyped(name);
            return text.substr(0, 1 + random_() % text.size());
        });
    }

private:
    using Make = std::function<std::string(const std::string& name)>;

    const std::string& drawn() { return main_names_.at(random_() % main_names_.size()); }

    void ask(std::string_view kind, const Make& make, bool is_whole = false) {
        int first = 0;
        std::vector<double> spent;
        for (int i = 0; i < questions; ++i) {
            const auto& name = drawn();
            const auto text = make(name);
            std::vector<Names::Hit> hits;
            spent.push_back(
                milliseconds_of([&] { hits = names_.find({.text = text, .count = shown}); }));
            // Several may have the very name: each of them is right.
            const bool is_right = !hits.empty() && (search::folded_words(hits.front().name) ==
                                                    search::folded_words(name));
            first += is_right ? 1 : 0;
        }
        print(kind, spent, is_whole ? fmt::format("{:.1f} %", 100.0 * first / questions) : "–");
    }

    void suggest(std::string_view kind, const Make& make) {
        std::vector<double> spent;
        for (int i = 0; i < questions; ++i) {
            const auto text = make(drawn());
            spent.push_back(milliseconds_of([&] { names_.suggest(text, {}, shown); }));
        }
        print(kind, spent, "–");
    }

    static void print(std::string_view kind, std::vector<double>& spent, const std::string& right) {
        std::ranges::sort(spent);
        const auto part = [&](std::size_t percent) {
            return spent.at(spent.size() * percent / 100);
        };
        fmt::print("| {:<14} | {:6.3f} | {:6.3f} | {:6.3f} | {:>15} |\n", kind, part(50), part(90),
                   part(99), right);
    }

    std::string some_words(const std::string& name, std::size_t count) {
        auto words = search::words_of(name);
        std::ranges::shuffle(words, random_);
        words.resize(std::min(words.size(), count));
        std::string text;
        for (const auto& word : words) text += word + ' ';
        return text;
    }

    // One letter put in, left out, exchanged for another or with the next; spaces are letters too.
    std::string mistyped(const std::string& name) {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
        for (;;) {
            auto text = name;
            const auto place = random_() % text.size();
            const auto letter = letters.at(random_() % letters.size());
            switch (random_() % 4) {
                case 0: text.insert(place, 1, letter); break;
                case 1: text.erase(place, 1); break;
                case 2: text.at(place) = letter; break;
                case 3:
                    if (place + 1 < text.size()) std::swap(text.at(place), text.at(place + 1));
                    break;
            }
            // What is lost with a letter's mark, or with punctuation, is no typing error.
            if (!text.empty() && search::folded_words(text) != search::folded_words(name)) {
                return text;
            }
        }
    }

    std::string gibberish() {
        std::string text;
        while (text.size() < 12) text += "qxzjkvw"[random_() % 7];
        return text;
    }

    Names names_;
    std::vector<std::string> main_names_;
    std::mt19937 random_{20'260'101};
};

}  // namespace

}  // namespace cartulary

int main(int count, char** arguments) {
    if (count != 3) {
        fmt::print(stderr, "usage: names IRS.csv ROR.csv\n");
        return 2;
    }
    cartulary::Measurement measurement;
    measurement.load(arguments[1], arguments[2]);
    measurement.run();
}
