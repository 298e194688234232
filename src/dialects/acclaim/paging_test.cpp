#include "dialects/acclaim/paging.h"

#include <gtest/gtest.h>

namespace cartulary::acclaim {

namespace {

http::Request request(const std::string& query) {
    return {.path = "/v1/organizations", .query = query};
}

std::string problem(const std::string& query) {
    const auto asked = page_asked(request(query));
    return asked ? "" : asked.error().fields.at(0).field + " " + asked.error().fields.at(0).problem;
}

json::Value metadata(const std::string& query, std::size_t count, std::int64_t total) {
    json::Writer writer;
    const auto asked = request(query);
    write_metadata(writer, asked, page_asked(asked).value(), {count, total},
                   "https://registry.example");
    return json::parse(writer.take()).value();
}

std::string url(const json::Value& metadata, const std::string& name) {
    const auto* value = metadata.find(name);
    return value->is_null() ? "null" : *value->string();
}

TEST(Paging, the_first_page_is_asked_for_by_saying_nothing) {
    for (const auto* query : {"", "page=", "page=1", "page=+1+", "page=2&page=1"}) {
        EXPECT_EQ(page_asked(request(query)).value().number, 1) << query;
    }
    EXPECT_FALSE(page_asked(request("")).value().given);
    EXPECT_TRUE(page_asked(request("page")).value().given);
    EXPECT_EQ(page_asked(request("page=3")).value().slice().offset, 100);
}

TEST(Paging, refuses_what_is_no_page) {
    for (const auto* query : {"page=0", "page=-1", "page=x", "page=1.5", "page=10000001",
                              "page=99999999999999999999", "page=1x"}) {
        EXPECT_EQ(problem(query), "page must be a number from 1 to 10,000,000") << query;
    }
    EXPECT_EQ(problem("page=10000000"), "");
}

TEST(Paging, writes_the_metadata_in_the_reference_documents_order) {
    json::Writer writer;
    write_metadata(writer, request(""), {}, {1, 1}, "https://registry.example");
    EXPECT_EQ(writer.take(),
              R"({"count":1,"current_page":1,"total_count":1,"total_pages":1,"per":50,)"
              R"("previous_page_url":null,"next_page_url":null})");
}

TEST(Paging, neighbours_keep_every_other_parameter_as_it_was_sent) {
    const auto middle = metadata("filter=state::active|name::a%2Cb&page=2&sort=-name&&", 50, 120);
    EXPECT_EQ(url(middle, "previous_page_url"),
              "https://registry.example/v1/organizations"
              "?filter=state::active|name::a%2Cb&sort=-name&page=1");
    EXPECT_EQ(url(middle, "next_page_url"),
              "https://registry.example/v1/organizations"
              "?filter=state::active|name::a%2Cb&sort=-name&page=3");
}

TEST(Paging, neighbours_hold_nothing_that_a_url_may_not) {
    EXPECT_EQ(url(metadata("q=\"\xc3\xa9 <x>", 50, 51), "next_page_url"),
              "https://registry.example/v1/organizations?q=%22%C3%A9%20%3Cx%3E&page=2");
}

TEST(Paging, neighbours_are_null_at_the_ends) {
    EXPECT_EQ(url(metadata("", 50, 51), "previous_page_url"), "null");
    EXPECT_EQ(url(metadata("page=2", 1, 51), "next_page_url"), "null");
    EXPECT_EQ(url(metadata("", 0, 0), "next_page_url"), "null");
    EXPECT_EQ(*metadata("", 0, 0).find("total_pages")->integer(), 0);
    EXPECT_EQ(*metadata("", 50, 100).find("total_pages")->integer(), 2);
}

TEST(Paging, who_is_behind_the_end_is_led_back_to_the_last_page) {
    const auto behind = metadata("page=9", 0, 120);
    EXPECT_EQ(url(behind, "previous_page_url"), "https://registry.example/v1/organizations?page=3");
    EXPECT_EQ(url(behind, "next_page_url"), "null");
    EXPECT_EQ(*behind.find("current_page")->integer(), 9);
}

TEST(Paging, some_lists_tell_it_only_where_it_is_needed) {
    const auto written = [](const std::string& query, std::int64_t total) {
        json::Writer writer;
        const auto asked = request(query);
        write_metadata_if_needed(writer, asked, page_asked(asked).value(), {1, total}, "");
        return writer.take();
    };
    EXPECT_EQ(written("", 50), "{}");
    EXPECT_NE(written("", 51), "{}");
    EXPECT_NE(written("page=1", 1), "{}");
}

}  // namespace

}  // namespace cartulary::acclaim
