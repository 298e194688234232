#include "dialects/acclaim/filters.h"

#include <gmock/gmock.h>

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const std::vector<std::string_view> known = {"state", "name", "created_at"};

auto filters(const std::string& query) {
    return filters_asked({.path = "/", .query = query}, known);
}

std::string problem(const std::string& query) {
    const auto refused = filters(query);
    if (refused) return {};
    return refused.error().fields.at(0).field + " " + refused.error().fields.at(0).problem;
}

std::string sorts(const std::string& query) {
    const auto asked = sort_asked({.path = "/", .query = query}, known);
    if (!asked) return asked.error().fields.at(0).field + " " + asked.error().fields.at(0).problem;
    std::string text;
    for (const auto& [key, descending] : *asked) text += (descending ? "-" : "+") + key;
    return text;
}

TEST(Filters, are_read_raw_and_escaped) {
    const auto both = ElementsAre(Pair("name", "a,b"), Pair("state", "active"));
    EXPECT_THAT(filters("filter=state::active|name::a,b").value(), both);
    EXPECT_THAT(filters("filter=state%3A%3Aactive%7Cname%3A%3Aa%2Cb").value(), both);
    EXPECT_THAT(filters("filter[state]=active&page=2&filter%5Bname%5D=a,b").value(), both);
    EXPECT_THAT(filters("filter=state::active&filter[name]=a,b").value(), both);
}

TEST(Filters, are_none_where_nothing_was_asked) {
    for (const auto* query : {"", "page=2", "filter=", "filter", "filter=|", "filters=x"}) {
        EXPECT_THAT(filters(query).value(), IsEmpty()) << query;
    }
}

TEST(Filters, of_one_key_given_twice_the_last_counts) {
    EXPECT_THAT(filters("filter=state::draft|state::active").value(),
                ElementsAre(Pair("state", "active")));
    EXPECT_THAT(filters("filter[state]=draft&filter[state]=active").value(),
                ElementsAre(Pair("state", "active")));
    EXPECT_THAT(filters("filter=name::x&filter=state::active").value(),
                ElementsAre(Pair("state", "active")));
}

TEST(Filters, keep_what_follows_the_first_two_colons) {
    EXPECT_THAT(filters("filter=created_at::2014-04-01T14:41:00::x").value(),
                ElementsAre(Pair("created_at", "2014-04-01T14:41:00::x")));
    EXPECT_THAT(filters("filter=name::").value(), ElementsAre(Pair("name", "")));
}

TEST(Filters, tell_what_is_wrong) {
    EXPECT_EQ(problem("filter=active"), "filter must be of the form key::value|key::value");
    EXPECT_EQ(problem("filter=color::red"), "filter takes only state, name, created_at");
    EXPECT_EQ(problem("filter[color]=red"), "filter takes only state, name, created_at");
    EXPECT_EQ(problem("filter=name::%00"), "filter must be text without control characters");
    EXPECT_EQ(problem("filter=name::%ff"), "filter must be text without control characters");
}

TEST(Filters, are_bounded) {
    const auto of_size = [](std::size_t bytes) {
        return "filter=name::" + std::string(bytes - std::string("name::").size(), 'x');
    };
    EXPECT_EQ(problem(of_size(filter_bytes_max)), "");
    EXPECT_EQ(problem(of_size(filter_bytes_max + 1)), "filter must be at most 2,000 bytes");
    std::string list = "filter=";
    for (std::size_t i = 0; i < filters_max; ++i) list += "name::x|";
    EXPECT_EQ(problem(list), "");
    EXPECT_EQ(problem(list + "name::x"), "filter must have at most 20 parts");
}

TEST(Sort, is_read_in_its_forms) {
    EXPECT_EQ(sorts(""), "");
    EXPECT_EQ(sorts("sort="), "");
    EXPECT_EQ(sorts("sort=name"), "+name");
    EXPECT_EQ(sorts("sort=name|-created_at"), "+name-created_at");
    EXPECT_EQ(sorts("sort=name%7C-created_at"), "+name-created_at");
    EXPECT_EQ(sorts("sort=name,-created_at"), "+name-created_at");
    EXPECT_EQ(sorts("sort=name&sort=-state"), "-state");
}

TEST(Sort, tells_what_is_wrong) {
    EXPECT_EQ(sorts("sort=color"), "sort takes only state, name, created_at");
    EXPECT_EQ(sorts("sort=--name"), "sort takes only state, name, created_at");
    EXPECT_EQ(sorts("sort=name|state|created_at|name"), "sort must be at most three keys");
    EXPECT_EQ(sorts("sort=" + std::string(201, 'x')), "sort must be at most 200 bytes");
}

}  // namespace

}  // namespace cartulary::acclaim
