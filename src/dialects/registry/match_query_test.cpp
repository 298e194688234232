#include "dialects/registry/match_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cartulary::registry {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Result<MatchRequest> read(const std::string& body) {
    return match_request(json::parse(body).value());
}

std::vector<std::string> problems_of(const std::string& body) {
    std::vector<std::string> problems;
    const auto request = read(body);
    if (request) return {"nothing"};
    for (const auto& [field, problem] : request.error().fields) {
        problems.push_back(field + ' ' + problem);
    }
    return problems;
}

TEST(MatchQueryTest, reads_a_text) {
    const auto request = read(R"({"affiliation":" Marlow College, Lyon ","limit":3})").value();
    EXPECT_FALSE(request.is_list);
    ASSERT_THAT(request.queries, SizeIs(1));
    EXPECT_EQ(request.queries[0].described.affiliation, "Marlow College, Lyon");
    EXPECT_EQ(request.queries[0].count, 3U);
}

TEST(MatchQueryTest, reads_a_record) {
    const auto request =
        read(R"({"name":"Marlow College","website":"marlow.example","city":"Lyon","region":null,)"
             R"("country":"FR","FEIN":"12-3456789",)"
             R"("identifiers":{"opeid":["00123400","00123500"],"ror":"05x"}})")
            .value();
    const auto& described = request.queries.at(0).described;
    EXPECT_EQ(described.name, "Marlow College");
    EXPECT_EQ(described.website, "marlow.example");
    EXPECT_EQ(described.country, "FR");
    EXPECT_THAT(described.identifiers,
                ElementsAre("fein:12-3456789", "opeid:00123400", "opeid:00123500", "ror:05x"));
    EXPECT_EQ(request.queries[0].count, match_count_default);
}

TEST(MatchQueryTest, reads_several_queries) {
    const auto request = read(R"({"queries":[{"name":"a"},{"affiliation":"b"}]})").value();
    EXPECT_TRUE(request.is_list);
    EXPECT_THAT(request.queries, SizeIs(2));
}

TEST(MatchQueryTest, tells_every_problem_with_its_path) {
    EXPECT_THAT(problems_of("[]"), ElementsAre(" must be an object"));
    EXPECT_THAT(problems_of("{}"),
                ElementsAre("affiliation or name, website or identifiers must be given"));
    EXPECT_THAT(problems_of(R"({"city":"Lyon"})"), SizeIs(1));
    EXPECT_THAT(problems_of(R"({"name":1,"colour":"red","limit":0,"identifiers":[]})"), SizeIs(4));
    EXPECT_THAT(problems_of(R"({"queries":[{"name":"a"},{"fein":1}]})"),
                ElementsAre("queries[1].fein must be a text"));
}

TEST(MatchQueryTest, takes_what_its_limits_allow_and_no_more) {
    const auto text_of = [](const std::string& name, std::size_t characters) {
        std::string text;
        for (std::size_t index = 0; index < characters; ++index) text += "é";
        return "{\"" + name + "\":\"" + text + "\"}";
    };
    EXPECT_TRUE(read(text_of("affiliation", search::affiliation_length_max)));
    EXPECT_THAT(problems_of(text_of("affiliation", search::affiliation_length_max + 1)),
                ElementsAre("affiliation must not be longer than 2000 characters"));
    EXPECT_TRUE(read(text_of("name", match_text_length_max)));
    EXPECT_THAT(problems_of(text_of("name", match_text_length_max + 1)),
                ElementsAre(HasSubstr("name must not be longer than 500")));

    const auto list_of = [](const std::string& before, std::size_t count, const std::string& one,
                            const std::string& after) {
        std::string text = before;
        for (std::size_t index = 0; index < count; ++index) text += (index == 0 ? "" : ",") + one;
        return text + after;
    };
    EXPECT_TRUE(read(list_of("{\"queries\":[", match_queries_max, "{\"name\":\"a\"}", "]}")));
    EXPECT_THAT(
        problems_of(list_of("{\"queries\":[", match_queries_max + 1, "{\"name\":\"a\"}", "]}")),
        ElementsAre("queries must be a list of 1 to 100"));
    EXPECT_THAT(problems_of(R"({"queries":[]})"), SizeIs(1));
    EXPECT_TRUE(read(list_of(R"({"identifiers":{"x":[)", match_identifiers_max, "\"1\"", "]}}")));
    EXPECT_THAT(
        problems_of(list_of(R"({"identifiers":{"x":[)", match_identifiers_max + 1, "\"1\"", "]}}")),
        ElementsAre("identifiers must not be more than 20"));
    EXPECT_TRUE(read(R"({"name":"a","limit":50})"));
    EXPECT_THAT(problems_of(R"({"name":"a","limit":51})"), SizeIs(1));
}

}  // namespace
}  // namespace cartulary::registry
