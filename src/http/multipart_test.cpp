#include "http/multipart.h"

#include <gtest/gtest.h>

namespace cartulary::http {

namespace {

constexpr auto type = "multipart/form-data; boundary=xyz";

std::string form(const std::string& disposition, const std::string& body) {
    return "--xyz\r\nContent-Disposition: " + disposition + "\r\n\r\n" + body + "\r\n--xyz--\r\n";
}

TEST(Multipart, has_fields_and_files_as_clients_write_them) {
    const auto body =
        "before\r\n--xyz\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
        "--xyz\r\nContent-Type: text/csv\r\n"
        "Content-Disposition: form-data; name=\"f\"; filename=\"a;\\\"b\\\".csv\"\r\n\r\n"
        "x,y\r\n1,2\r\n\r\n--xyz--\r\nafter";
    const auto parts = parse_multipart(type, body);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ(parts->at(0).name, "a");
    EXPECT_EQ(parts->at(0).file_name, "");
    EXPECT_EQ(parts->at(0).body, "1");
    EXPECT_EQ(parts->at(1).name, "f");
    EXPECT_EQ(parts->at(1).file_name, "a;\"b\".csv");
    EXPECT_EQ(parts->at(1).body, "x,y\r\n1,2\r\n");
}

TEST(Multipart, a_boundary_may_be_quoted_and_the_type_in_capitals) {
    const auto body = form("form-data; name=a", "1");
    const auto parts =
        parse_multipart("Multipart/Form-Data; charset=utf-8; Boundary=\"xyz\"", body);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->at(0).name, "a");
}

TEST(Multipart, a_part_may_be_empty_and_a_form_without_parts) {
    const auto empty_part = form("form-data; name=\"a\"", "");
    EXPECT_EQ(parse_multipart(type, empty_part)->at(0).body, "");
    EXPECT_TRUE(parse_multipart(type, "--xyz--")->empty());
}

TEST(Multipart, nothing_is_made_of_what_is_broken) {
    const auto good = form("form-data; name=\"a\"", "1");
    ASSERT_TRUE(parse_multipart(type, good));
    for (const auto* wrong_type :
         {"", "text/csv", "multipart/form-data", "multipart/form-data; boundary=",
          "multipart/mixed; boundary=xyz", "multipart/form-data; boundary=\"xyz"}) {
        EXPECT_FALSE(parse_multipart(wrong_type, good)) << wrong_type;
    }
    EXPECT_FALSE(parse_multipart("multipart/form-data; boundary=" + std::string(71, 'x'), good));
    for (std::size_t length = 0; length + 4 < good.size(); ++length) {
        EXPECT_FALSE(parse_multipart(type, std::string_view(good).substr(0, length))) << length;
    }
    for (const auto& broken :
         {form("attachment; name=\"a\"", "1"), std::string("--xyz\r\n\r\n1\r\n--xyz--"),
          std::string("--xyzContent-Disposition: form-data\r\n\r\n1\r\n--xyz--")}) {
        EXPECT_FALSE(parse_multipart(type, broken)) << broken;
    }
}

TEST(Multipart, has_no_more_parts_and_no_longer_heads_than_its_limits) {
    std::string many;
    for (std::size_t i = 0; i < parts_max; ++i) {
        many += "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n";
    }
    EXPECT_EQ(parse_multipart(type, many + "--xyz--")->size(), parts_max);
    const auto one_more = "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + many;
    EXPECT_FALSE(parse_multipart(type, one_more + "--xyz--"));
    const auto long_name = "form-data; name=\"" + std::string(part_head_bytes_max, 'x') + "\"";
    EXPECT_FALSE(parse_multipart(type, form(long_name, "1")));
}

}  // namespace

}  // namespace cartulary::http
