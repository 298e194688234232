#include "operations/example_search.h"
#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FindingByExampleTest : public ResourcesTest {
protected:
    static json::Value json_of(const std::string& text) { return json::parse(text).value(); }

    // Last characters of the CTIDs found.
    std::string found(const std::string& query, const Slice& slice = {}) {
        return told(finding.by_example(json_of(query), slice));
    }
    std::string found(const std::string& query, const ExampleLimits& limits) {
        return told(search_by_example(registry(), json_of(query), {}, limits));
    }
    static std::string told(const Result<Finding::Examples>& examples) {
        if (!examples) return refusal_of(examples);
        std::string last;
        for (const auto& ctid : examples->items) last += ctid.text().back();
        if (static_cast<std::int64_t>(examples->items.size()) != examples->total) {
            last += " of " + std::to_string(examples->total);
        }
        return last;
    }

    void certify(char last, const std::string& name, const std::string& more = "") {
        const auto published = publish(own, certificate(ctid(last), own, name, more));
        ASSERT_TRUE(published) << refusal_of(published);
    }
    void publish_some() {
        certify('1', "Welding I", R"(,"ceterms:dateEffective":"2024-02-29")");
        certify('2', "Welding II",
                R"(,"ceterms:requires":[{"@type":"ceterms:ConditionProfile",)"
                R"("ceterms:targetCredential":[")" +
                    address_of(ctid('1')) + "\"]}]");
        certify('3', "Brazing",
                R"(,"ceterms:isPreparationFor":[")" + address_of(ctid('1')) + "\"]");
        ASSERT_TRUE(publish(own, framework(ctid('4'), {ctid('5'), ctid('6')})));
    }

    Finding finding{registry()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, FindingByExampleTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(FindingByExampleTest, finds_by_class_words_and_references) {
    publish_some();
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})"), "123");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate","ceterms:name":"weld"})"), "12");
    EXPECT_EQ(found(R"({"ceterms:name":"brazing"})"), "3");
    EXPECT_EQ(found("{\"ceterms:ownedBy\":\"" + own.id.ctid() + "\"}"), "123");
    EXPECT_EQ(found("{\"ceterms:ctid\":[\"" + ctid('2').text() + "\"]}"), "2");
    EXPECT_EQ(found(R"({"@type":"ceasn:Competency"})"), "56");
    EXPECT_EQ(found("{\"ceterms:ctid\":\"" + ctid('6').text() + "\"}"), "6");
    EXPECT_EQ(found(R"({"@type":"ceterms:Badge"})"), "");
    EXPECT_EQ(found(R"({"search:operator":"search:orTerms","ceterms:name":"brazing",)"
                    R"("ceasn:name":"joining"})"),
              "34");
}

TEST_P(FindingByExampleTest, follows_references_and_who_refers) {
    publish_some();
    EXPECT_EQ(found(R"({"ceterms:ownedBy":{"ceterms:name":"harbor"}})"), "123");
    EXPECT_EQ(found(R"({"ceterms:ownedBy":{"ceterms:name":"ridge"}})"), "");
    EXPECT_EQ(found(R"({"ceasn:isPartOf":{"ceasn:name":"joining"}})"), "56");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate",)"
                    R"("^ceterms:isPreparationFor":{"ceterms:name":"brazing"}})"),
              "1");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate","^ceterms:targetCredential":)"
                    R"({"ceterms:name":"welding"}})"),
              "1");
    EXPECT_EQ(found(R"({"ceterms:requires":{"ceterms:targetCredential":)"
                    R"({"ceterms:dateEffective":["2024-01-01","2024-12-31"]}}})"),
              "2");
}

TEST_P(FindingByExampleTest, knows_what_was_just_changed_or_deleted) {
    publish_some();
    certify('1', "Riveting");
    EXPECT_EQ(found(R"({"ceterms:name":"welding"})"), "2");
    EXPECT_EQ(found(R"({"ceterms:name":"riveting"})"), "1");
    ASSERT_TRUE(resources.remove(own, ctid('2')));
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})"), "13");
    ASSERT_TRUE(resources.remove(own, ctid('4')));
    EXPECT_EQ(found(R"({"@type":"ceasn:Competency"})"), "");
}

TEST_P(FindingByExampleTest, gives_a_part_of_the_list_and_counts_all) {
    publish_some();
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", {.offset = 1, .count = 1}), "2 of 3");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", {.offset = 2, .count = 5}), "3 of 3");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", {.offset = 9, .count = 5}), " of 3");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", {.offset = 0, .count = 0}), " of 3");
}

TEST_P(FindingByExampleTest, refuses_to_look_through_more_than_so_many) {
    publish_some();
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", ExampleLimits{.candidates_max = 3}),
              "123");
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate"})", ExampleLimits{.candidates_max = 2}),
              "too_large");
    // Where one of the conditions narrows enough, the others need not.
    EXPECT_EQ(found(R"({"@type":"ceterms:Certificate","ceterms:name":"welding"})",
                    ExampleLimits{.candidates_max = 2}),
              "12");
    const auto everything = found("{}", {.offset = 0, .count = 100}).size();
    EXPECT_EQ(found("{}", ExampleLimits{.candidates_max = everything}).size(), everything);
    EXPECT_EQ(found("{}", ExampleLimits{.candidates_max = everything - 1}), "too_large");
}

TEST_P(FindingByExampleTest, refuses_to_follow_more_than_so_many) {
    publish_some();
    const std::string owned = R"({"ceterms:ownedBy":{"ceterms:name":"harbor"},)"
                              R"("@type":"ceterms:Certificate"})";
    EXPECT_EQ(found(owned, ExampleLimits{.lookups_max = 3}), "123");
    EXPECT_EQ(found(owned, ExampleLimits{.lookups_max = 2}), "too_large");
    const std::string reverse = R"({"@type":"ceterms:Certificate",)"
                                R"("^ceterms:isPreparationFor":"search:anyValue"})";
    EXPECT_EQ(found(reverse), "1");
    EXPECT_EQ(found(reverse, ExampleLimits{.lookups_max = 3}), "too_large");
}

TEST_P(FindingByExampleTest, refuses_to_read_more_than_so_many_bytes) {
    publish_some();
    const std::string all = R"({"@type":"ceterms:Certificate"})";
    EXPECT_EQ(found(all, ExampleLimits{.bytes_max = 10'000}), "123");
    EXPECT_EQ(found(all, ExampleLimits{.bytes_max = 1'000}), "too_large");
}

TEST_P(FindingByExampleTest, says_what_is_wrong_with_a_query) {
    EXPECT_EQ(found(R"({"ceterms:unheardOf":"x"})"),
              "invalid: ceterms:unheardOf is no property of CTDL that can be asked for");
}

TEST_P(FindingByExampleTest, takes_the_syntax_of_engines_for_words) {
    publish_some();
    for (const auto* text : {"\\\"", "NEAR(weld, 5)", "weld* OR 1=1", "' ; drop table resource",
                             "a & | ! b", "name:weld"}) {
        const auto query = "{\"ceterms:name\":\"" + std::string(text) + "\"}";
        EXPECT_EQ(found(query).find("invalid"), std::string::npos) << text;
    }
}

}  // namespace

}  // namespace cartulary
