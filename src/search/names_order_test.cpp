#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "search/entries_for_test.h"
#include "search/names.h"
#include "search/words.h"

namespace cartulary::search {
namespace {

// Names of a few words each, of which many are alike.
std::vector<ResourceEntry> random_entries(std::mt19937& random, std::size_t count) {
    constexpr const char* words[] = {"college", "colleges", "collage", "of",     "the",   "state",
                                     "estate",  "states",   "new",     "york",   "yorks", "news",
                                     "saint",   "paul",     "pauls",   "church", "4",     "42"};
    std::vector<ResourceEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<std::string> names(1 + random() % 3);
        for (auto& name : names) {
            for (auto left = 1 + random() % 5; left > 0; --left) {
                name += std::string(words[random() % std::size(words)]) + " ";
            }
        }
        entries.push_back(entry_named(static_cast<std::int64_t>(i + 1), names));
        entries.back().regions = {names.front().substr(0, 3)};
    }
    return entries;
}

std::string told(const std::vector<Names::Hit>& hits) {
    std::string told;
    for (const auto& hit : hits) {
        told += std::to_string(hit.number) + "/" + std::to_string(static_cast<int>(hit.match)) +
                "/" + std::to_string(hit.score) + "/" + hit.name + "\n";
    }
    return told;
}

// Everything that can be asked, as one text.
std::string answers(const Names& names, std::string_view query) {
    std::string answers = told(names.find({.text = query}));
    answers += told(names.find({.text = query, .last_word_begins = false, .count = 7}));
    for (const auto& one : names.suggest(query, {}, 5)) answers += one.name + ";";
    answers += names.corrected(query).value_or("-");
    return answers + std::to_string(names.rarity(query));
}

constexpr const char* queries[] = {"college",
                                   "colleg",
                                   "collge of the",
                                   "new york",
                                   "newyork state",
                                   "the state of new",
                                   "saint pauls",
                                   "s",
                                   "chruch of paul",
                                   "estates of york",
                                   "4",
                                   "college 42 new",
                                   "sant pual",
                                   "yorknew",
                                   "zzz"};

TEST(NamesOrder, does_not_depend_on_the_order_of_arrival) {
    std::mt19937 random(3);
    auto entries = random_entries(random, 400);
    Names straight;
    straight.put_all(entries);
    Names mixed;
    // What came, changed and went in between leaves no trace.
    auto others = random_entries(random, 500);
    mixed.put_all(others);
    std::shuffle(entries.begin(), entries.end(), random);
    for (const auto& entry : entries) mixed.put(entry);
    for (const auto& other : others) {
        if (other.number > 400) mixed.remove(other.number);
    }
    ASSERT_EQ(straight.size(), mixed.size());
    for (const auto* query : queries) EXPECT_EQ(answers(straight, query), answers(mixed, query));
    EXPECT_EQ(straight.meeting({}), mixed.meeting({}));
}

TEST(NamesOrder, is_that_of_looking_at_every_name) {
    std::mt19937 random(4);
    const auto entries = random_entries(random, 300);
    Names names;
    names.put_all(entries);
    for (const auto* query : queries) {
        const auto asked = words_of(query);
        std::vector<std::int64_t> expected;
        for (const auto& entry : entries) {
            const bool has =
                std::any_of(entry.names.begin(), entry.names.end(), [&](const ResourceName& name) {
                    const auto words = words_of(name.text);
                    const auto stands = [&](const std::string& one) {
                        return std::find(words.begin(), words.end(), one) != words.end();
                    };
                    return std::all_of(asked.begin(), asked.end() - 1, stands) &&
                           std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                               return word.starts_with(asked.back());
                           });
                });
            if (has) expected.push_back(entry.number);
        }
        std::vector<std::int64_t> found;
        for (const auto& hit : names.find({.text = query, .typos = false})) {
            found.push_back(hit.number);
        }
        EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected)) << query;
    }
}

TEST(NamesOrder, holds_while_names_come_and_go) {
    std::mt19937 random(5);
    const auto entries = random_entries(random, 200);
    Names names;
    names.put_all(entries);
    std::jthread changing([&](const std::stop_token& stop) {
        std::mt19937 own(6);
        while (!stop.stop_requested()) {
            const auto& entry = entries[100 + own() % 100];
            own() % 2 == 0 ? names.remove(entry.number) : names.put(entry);
        }
    });
    for (int round = 0; round < 40; ++round) {
        for (const auto* query : queries) {
            for (const auto& hit : names.find({.text = query})) ASSERT_FALSE(hit.name.empty());
        }
    }
}

}  // namespace
}  // namespace cartulary::search
