#include "search/postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "search/string_table.h"

namespace cartulary::search {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

TEST(Postings, hold_what_a_set_holds) {
    std::mt19937 random(1);
    Postings postings;
    std::set<std::uint32_t> expected;
    for (int step = 0; step < 5'000; ++step) {
        const auto number = static_cast<std::uint32_t>(random() % 300);
        if (random() % 3 == 0) {
            postings.remove(number);
            expected.erase(number);
        } else {
            postings.add(number);
            expected.insert(number);
        }
        ASSERT_THAT(postings.all(), ElementsAreArray(expected));
    }
    Postings moved = std::move(postings);
    EXPECT_THAT(moved.all(), ElementsAreArray(expected));
}

TEST(KeyedPostings, hold_a_list_for_each_key) {
    std::mt19937_64 random(2);
    KeyedPostings lists;
    std::map<std::uint64_t, std::set<std::uint32_t>> expected;
    std::vector<std::uint64_t> keys(500);
    for (auto& key : keys) key = random();
    for (int step = 0; step < 20'000; ++step) {
        const auto key = keys.at(random() % keys.size());
        const auto number = static_cast<std::uint32_t>(random() % 4);
        if (random() % 2 == 0) {
            lists.remove(key, number);
            expected[key].erase(number);
        } else {
            lists.add(key, number);
            expected[key].insert(number);
        }
    }
    for (const auto key : keys) EXPECT_THAT(lists.find(key), ElementsAreArray(expected[key]));
    EXPECT_THAT(lists.find(random()), IsEmpty());
    EXPECT_THAT(KeyedPostings().find(7), IsEmpty());
}

TEST(StringTable, gives_every_text_a_number_until_it_is_removed) {
    std::mt19937 random(3);
    StringTable table;
    std::map<std::string, std::uint32_t> expected;
    for (int step = 0; step < 20'000; ++step) {
        const auto text = std::to_string(random() % 500);
        const auto known = expected.find(text);
        if (known == expected.end()) {
            ASSERT_EQ(table.find(text), StringTable::none);
            expected[text] = table.add(text);
        } else if (random() % 2 == 0) {
            ASSERT_EQ(table.add(text), known->second);
        } else {
            table.remove(known->second);
            expected.erase(known);
        }
    }
    for (const auto& [text, number] : expected) {
        EXPECT_EQ(table.find(text), number);
        EXPECT_EQ(table.at(number), text);
    }
    EXPECT_LE(table.end(), 500U);
    const std::string longer(200'000, 'x');
    EXPECT_EQ(table.at(table.add(longer)), longer);
    EXPECT_EQ(table.at(table.add("")), "");
}

}  // namespace
}  // namespace cartulary::search
