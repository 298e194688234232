#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace cartulary::json {

namespace {

TEST(Json, keeps_what_was_written) {
    const auto value = parse(R"({"b":[1,-2.5,true,null,"x"],"a":{"deep":[]}})");
    ASSERT_TRUE(value);
    EXPECT_EQ(text_of(*value), R"({"b":[1,-2.5,true,null,"x"],"a":{"deep":[]}})");
}

TEST(Json, the_last_of_members_with_one_name_counts) {
    const auto value = parse(R"({"name":"first","name":"last"})");
    ASSERT_TRUE(value);
    EXPECT_EQ(*value->find("name")->string(), "last");
    EXPECT_EQ(value->find("other"), nullptr);
}

TEST(Json, tells_the_line_and_column_where_a_text_stops_being_json) {
    const auto value = parse("{\n  \"a\": 1,\n  \"b\": tru\n}");
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().line, 3U);
    EXPECT_EQ(value.error().column, 8U) << value.error().message;
    EXPECT_TRUE(value.error().message.starts_with("line 3, column 8: ")) << value.error().message;
}

TEST(Json, refuses_a_trailing_comma_with_its_place) {
    const auto value = parse("{\"a\":1,}");
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().line, 1U);
    EXPECT_EQ(value.error().column, 8U) << value.error().message;
}

TEST(Json, refuses_lone_surrogates_and_broken_utf_8) {
    EXPECT_FALSE(parse(R"(["\ud800"])"));
    EXPECT_FALSE(parse("[\"\xff\"]"));
    EXPECT_FALSE(parse("[\"\xed\xa0\x80\"]"));
}

TEST(Json, takes_the_deepest_nesting_allowed_and_no_deeper) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_TRUE(parse(nested(nesting_max - 1)));
    EXPECT_FALSE(parse(nested(nesting_max + 1)));
    EXPECT_FALSE(parse(nested(100'000)));
    EXPECT_TRUE(parse("[]")) << "a refused text leaves nothing behind";
}

TEST(Json, forgives_a_byte_order_mark) {
    EXPECT_TRUE(parse("\xEF\xBB\xBF{}"));
}

TEST(Json, refuses_nothing_at_all) {
    const auto value = parse("");
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().line, 1U);
    EXPECT_EQ(value.error().column, 1U);
}

TEST(Json, escapes_what_must_be_escaped_and_nothing_else) {
    EXPECT_EQ(Writer().value("\"\\\n\r\t\x01\x7fé/").take(), "\"\\\"\\\\\\n\\r\\t\\u0001\x7fé/\"");
}

TEST(Json, writes_what_it_reads_back) {
    const std::string all_bytes = [] {
        std::string text;
        for (char c = 0; c < 127; ++c) text += c;
        return text + "é漢😀";
    }();
    const auto read = parse(Writer().value(all_bytes).take());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read->string(), all_bytes);
}

TEST(Json, numbers_beyond_int64_become_doubles) {
    const auto value = parse("[9223372036854775807,9223372036854775808,1e400]");
    EXPECT_FALSE(value) << "no double holds 1e400";
    const auto two = parse("[9223372036854775807,9223372036854775808]");
    ASSERT_TRUE(two);
    EXPECT_EQ(*two->array()->at(0).integer(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(*two->array()->at(1).real(), 9223372036854775808.0);
}

TEST(Json, puts_commas_between_and_nowhere_else) {
    Writer writer;
    writer.begin_object().member("a", 1).key("b").begin_array().value(2).value("c").end_array();
    writer.member("d", nullptr).key("e").begin_object().end_object().member("f", true).end_object();
    EXPECT_EQ(writer.take(), R"({"a":1,"b":[2,"c"],"d":null,"e":{},"f":true})");
}

}  // namespace

}  // namespace cartulary::json
