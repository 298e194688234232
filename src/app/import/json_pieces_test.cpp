#include "app/import/json_pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace cartulary::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Gives a few bytes at a time.
JsonPieces::Source source_of(std::string_view text, std::size_t at_once) {
    return [text, at_once](char* bytes, std::size_t size) mutable -> Checked<std::size_t> {
        const auto count = std::min({text.size(), size, at_once});
        std::copy_n(text.begin(), count, bytes);
        text.remove_prefix(count);
        return count;
    };
}

std::vector<std::string> pieces_of(std::string_view text, std::size_t at_once) {
    JsonPieces pieces(source_of(text, at_once));
    std::vector<std::string> found;
    while (const auto piece = pieces.next().value()) {
        found.push_back(std::to_string(piece->line) + ": " +
                        (piece->problem.empty() ? piece->text : piece->problem));
    }
    return found;
}

// The same, however the file comes.
std::vector<std::string> pieces_of(std::string_view text) {
    const auto found = pieces_of(text, 1);
    for (const std::size_t at_once : {2, 3, 5, 1'000}) {
        EXPECT_EQ(pieces_of(text, at_once), found) << at_once << " bytes at a time";
    }
    return found;
}

TEST(JsonPieces, are_the_elements_of_a_list) {
    EXPECT_THAT(pieces_of(R"([{"a": [1, "]"]}, {"b": {}}])"),
                ElementsAre(R"(1: {"a": [1, "]"]})", R"(1: {"b": {}})"));
    EXPECT_THAT(pieces_of("\xEF\xBB\xBF [\n{\"a\":\n1},\n\n{}]\n"),
                ElementsAre("2: {\"a\":\n1}", "5: {}"));
    EXPECT_THAT(pieces_of("[[1], 2, \"t,]\"]"), ElementsAre("1: [1]", "1: 2", "1: \"t,]\""));
    EXPECT_THAT(pieces_of("[]"), IsEmpty());
}

TEST(JsonPieces, are_the_values_on_lines_and_behind_each_other) {
    EXPECT_THAT(pieces_of("{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}"),
                ElementsAre("1: {\"a\":1}", "2: {\"b\":2}", "4: {\"c\":3}"));
    EXPECT_THAT(pieces_of("{}{} [{}]\n[{}]"), ElementsAre("1: {}", "1: {}", "1: {}", "2: {}"));
    EXPECT_THAT(pieces_of("\x1E{}\n\x1E{}\n"), ElementsAre("1: {}", "2: {}"));
    EXPECT_THAT(pieces_of(""), IsEmpty());
    EXPECT_THAT(pieces_of("\xEF\xBB\xBF\n \n"), IsEmpty());
}

TEST(JsonPieces, read_brackets_and_quotes_in_texts_as_texts) {
    const auto* text = R"({"a\"}": "\\", "b": "}{"})";
    EXPECT_THAT(pieces_of(std::string(text) + text),
                ElementsAre("1: " + std::string(text), "1: " + std::string(text)));
}

TEST(JsonPieces, go_on_behind_a_broken_line) {
    EXPECT_THAT(pieces_of("{\"a\": \"cut\n{\"b\": 1}\n"),
                ElementsAre("1: {\"a\": \"cut\n", "2: {\"b\": 1}"));
    EXPECT_THAT(pieces_of("{\"a\": 1\n{\"b\": 1}\n"),
                ElementsAre("1: {\"a\": 1\n", "2: {\"b\": 1}"));
    EXPECT_THAT(pieces_of("nonsense, \"a\"\n{\"b\": 1}\n"),
                ElementsAre("1: nonsense, \"a\"", "2: {\"b\": 1}"));
    EXPECT_THAT(pieces_of("}\n{\"b\": 1}\n"), ElementsAre("1: }", "2: {\"b\": 1}"));
    EXPECT_THAT(pieces_of("{\n\"list\": [\n{\n},\n{\n}\n]\n}\n{}"),
                ElementsAre("1: {\n\"list\": [\n{\n},\n{\n}\n]\n}", "9: {}"));
}

TEST(JsonPieces, tell_of_a_file_that_ends_too_early) {
    EXPECT_THAT(pieces_of("{\"a\": {"), ElementsAre("1: {\"a\": {"));
    EXPECT_THAT(pieces_of("{\"a"), ElementsAre("1: {\"a"));
    EXPECT_THAT(pieces_of("[{},\n"), ElementsAre("1: {}", "2: is a list that does not end"));
}

TEST(JsonPieces, hold_no_piece_that_is_too_large) {
    constexpr std::size_t bytes_max = std::size_t{1} << 20;
    const auto largest = "\"" + std::string(bytes_max - 4, 'a') + "\"";
    const auto text = "[[" + largest + "], [" + largest + " ], 1]";
    JsonPieces pieces(source_of(text, text.size()), bytes_max);
    EXPECT_EQ(pieces.next().value()->text.size(), bytes_max);
    const auto large = pieces.next().value();
    EXPECT_THAT(large->problem, HasSubstr("larger than 1 MiB"));
    EXPECT_EQ(large->text, "");
    EXPECT_EQ(pieces.next().value()->text, "1");
}

TEST(JsonPieces, tell_why_the_file_cannot_be_read_on) {
    JsonPieces pieces([first = true](char* bytes, std::size_t) mutable -> Checked<std::size_t> {
        if (!std::exchange(first, false)) return problem("is broken");
        bytes[0] = '{';
        return 1;
    });
    EXPECT_EQ(pieces.next().error(), "is broken");
}

}  // namespace
}  // namespace cartulary::import
