#include "http/list_stream.h"

#include <gtest/gtest.h>

namespace cartulary::http {

namespace {

// All that a list of the numbers from 1 gives, and in how many pieces.
std::pair<std::string, int> told(int count) {
    int number = 0;
    const auto pieces = list_in_pieces(R"({"data":[)",
                                       [&]() -> std::optional<std::string> {
                                           if (number == count) return std::nullopt;
                                           return std::to_string(++number);
                                       },
                                       R"(],"total":9})");
    std::pair<std::string, int> all;
    while (const auto piece = pieces()) {
        all.first += *piece;
        ++all.second;
    }
    EXPECT_EQ(pieces(), std::nullopt) << "it stays at its end";
    return all;
}

TEST(ListStream, has_commas_between_its_items) {
    EXPECT_EQ(told(3), std::pair(std::string(R"({"data":[1,2,3],"total":9})"), 4));
    EXPECT_EQ(told(1).first, R"({"data":[1],"total":9})");
}

TEST(ListStream, may_be_empty) {
    EXPECT_EQ(told(0).first, R"({"data":[],"total":9})");
}

}  // namespace

}  // namespace cartulary::http
