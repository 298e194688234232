#include "search/near_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "search/edit_distance.h"

namespace cartulary::search {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

// By its definition, without any short cut.
int plain_distance(const std::u32string& left, const std::u32string& right) {
    std::vector<std::vector<int>> cells(left.size() + 1, std::vector<int>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                cells[i][j] = static_cast<int>(i + j);
                continue;
            }
            auto& cell = cells[i][j];
            cell = std::min({cells[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1),
                             cells[i - 1][j] + 1, cells[i][j - 1] + 1});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                cell = std::min(cell, cells[i - 2][j - 2] + 1);
            }
        }
    }
    return cells.back().back();
}

std::string random_word(std::mt19937& random, std::size_t length_max = 12) {
    constexpr const char* letters[] = {"a", "b", "c", "é", "ж"};
    std::string word;
    for (auto left = 1 + random() % length_max; left > 0; --left) {
        word += letters[random() % std::size(letters)];
    }
    return word;
}

TEST(EditDistance, is_that_of_its_definition) {
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        const auto left = characters_of(random_word(random));
        const auto right = characters_of(random_word(random));
        for (int limit = 0; limit <= distance_limit_max; ++limit) {
            const auto distance = plain_distance(left, right);
            ASSERT_EQ(edit_distance(left, right, limit), std::min(distance, limit + 1));
            int least = distance;
            for (std::size_t length = 0; length <= right.size(); ++length) {
                least = std::min(least, plain_distance(left, right.substr(0, length)));
            }
            ASSERT_EQ(edit_distance_to_beginning(left, right, limit), std::min(least, limit + 1));
        }
    }
    EXPECT_EQ(edit_distance(U"", U"", 1), 0);
    EXPECT_EQ(edit_distance(U"", U"ab", 1), 2);
    EXPECT_EQ(edit_distance_to_beginning(U"", U"ab", 1), 0);
    EXPECT_EQ(edit_distance(U"ab", U"ba", 1), 1);
}

// Around 64 characters another way is taken.
TEST(EditDistance, is_the_same_for_long_texts) {
    std::mt19937 random(2);
    for (int round = 0; round < 2'000; ++round) {
        auto left = characters_of(random_word(random, 90));
        auto right = left;
        for (auto slips = random() % 4; slips > 0 && right.size() > 1; --slips) {
            const auto place = random() % (right.size() - 1);
            if (random() % 2 == 0) std::swap(right[place], right[place + 1]);
            if (random() % 2 == 0) right.erase(place, 1);
            if (random() % 2 == 0) right.insert(place, 1, U'b');
        }
        const auto distance = std::min(plain_distance(left, right), distance_limit_max + 1);
        ASSERT_EQ(edit_distance(left, right, distance_limit_max), distance);
        ASSERT_EQ(edit_distance(right, left, distance_limit_max), distance);
        const auto more = right + characters_of(random_word(random));
        ASSERT_LE(edit_distance_to_beginning(left, more, distance_limit_max), distance);
    }
}

class NearWordsTest : public ::testing::Test {
protected:
    void add(const std::string& word) {
        if (table.find(word) != StringTable::none) return;
        words.push_back(word);
        near.add(table.add(word));
    }
    std::vector<std::string> found(const std::string& word, int limit) const {
        std::vector<std::string> found;
        for (const auto& one : near.find(word, limit)) found.emplace_back(table.at(one.word));
        std::sort(found.begin(), found.end());
        return found;
    }

    StringTable table;
    NearWords near{table};
    std::vector<std::string> words;
};

TEST_F(NearWordsTest, are_all_that_are_near) {
    std::mt19937 random(2);
    for (int i = 0; i < 3'000; ++i) add(random_word(random));
    for (int round = 0; round < 300; ++round) {
        const auto asked = random_word(random);
        const auto length = characters_of(asked).size();
        const int limit = length < 8 ? 1 : 2;
        if (length < 4) continue;  // of so short ones not every slip leaves a group whole
        std::vector<std::string> expected;
        for (const auto& word : words) {
            if (plain_distance(characters_of(asked), characters_of(word)) <= limit) {
                expected.push_back(word);
            }
        }
        std::sort(expected.begin(), expected.end());
        EXPECT_THAT(found(asked, limit), ElementsAreArray(expected)) << asked;
    }
}

TEST_F(NearWordsTest, are_found_by_a_mistyped_beginning) {
    std::mt19937 random(3);
    for (int i = 0; i < 2'000; ++i) add(random_word(random));
    for (int round = 0; round < 200; ++round) {
        const auto asked = random_word(random);
        const auto characters = characters_of(asked);
        if (characters.size() < 5) continue;
        std::vector<std::string> expected;
        for (const auto& word : words) {
            if (edit_distance_to_beginning(characters, characters_of(word), 1) <= 1) {
                expected.push_back(word);
            }
        }
        std::vector<std::string> found;
        for (const auto& one : near.find_by_beginning(asked, 1)) {
            found.emplace_back(table.at(one.word));
        }
        std::sort(found.begin(), found.end());
        std::sort(expected.begin(), expected.end());
        EXPECT_THAT(found, ElementsAreArray(expected)) << asked;
    }
}

TEST_F(NearWordsTest, are_forgotten_when_they_are_removed) {
    add("college");
    add("collage");
    near.remove(table.find("college"));
    EXPECT_THAT(found("colege", 2), ::testing::ElementsAre("collage"));
    near.remove(table.find("collage"));
    EXPECT_THAT(found("colege", 2), IsEmpty());
}

}  // namespace
}  // namespace cartulary::search
