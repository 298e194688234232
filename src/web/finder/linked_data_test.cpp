#include "web/finder/linked_data.h"

#include "ctdl/schema_org.h"
#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class LinkedDataTest : public ThingPagesTest {
protected:
    // What stands in a page for programs that read linked data.
    static std::vector<json::Value> blocks_in(const std::string& page) {
        constexpr std::string_view begin = R"(<script type="application/ld+json">)";
        std::vector<json::Value> blocks;
        for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
            at += begin.size();
            auto block = json::parse(page.substr(at, page.find("</script>", at) - at));
            EXPECT_TRUE(block);
            if (block) blocks.push_back(*std::move(block));
        }
        return blocks;
    }
    std::vector<json::Value> blocks_of(const Ctid& ctid) { return blocks_in(page_of(ctid)); }
    static std::string text_at(const json::Value& value, std::string_view name) {
        const auto* found = value.find(name);
        return found && found->string() ? *found->string() : "";
    }
};

TEST_F(LinkedDataTest, says_what_a_thing_is_as_it_is_served_and_for_search_engines) {
    publish_certificate('1', "</script><b>&");
    const auto page = page_of(welding);
    EXPECT_THAT(page, Not(HasSubstr("</script><b>")));
    const auto blocks = blocks_in(page);
    ASSERT_THAT(blocks, SizeIs(2));
    EXPECT_EQ(json::text_of(blocks[0]),
              json::text_of(*json::parse(*resources.graph(welding)->text)));
    EXPECT_EQ(text_at(blocks[1], "@context"), "https://schema.org");
    EXPECT_EQ(text_at(blocks[1], "@type"), "EducationalOccupationalCredential");
    EXPECT_EQ(text_at(blocks[1], "@id"), "https://registry.example/resources/" + welding.text());
    EXPECT_EQ(text_at(*blocks[1].find("name"), "@value"), "</script><b>&");
    EXPECT_EQ(text_at(*blocks[1].find("provider"), "name"), "Harbor College");
}

TEST_F(LinkedDataTest, leads_to_the_data_and_to_its_owners_changes) {
    publish_certificate('1', "Welding I", R"(,"ceterms:description":{"en-US":"Joins metal."})");
    const auto page = page_of(welding);
    const auto address = "https://registry.example/resources/" + welding.text();
    for (const std::string& expected :
         {"rel=\"canonical\" href=\"" + address + "\"",
          "rel=\"alternate\" type=\"application/ld+json\" href=\"" + address + "\"",
          std::string("type=\"application/atom+xml\" title=\"What changed of Harbor College in"),
          "https://registry.example/changes.atom?owner=" + college_ctid().text(),
          std::string("property=\"og:title\" content=\"Welding I\""),
          std::string("property=\"og:description\" content=\"Joins metal.\""),
          std::string("property=\"og:locale\" content=\"en_US\""),
          std::string("name=\"twitter:card\" content=\"summary\"")}) {
        EXPECT_THAT(page, HasSubstr(expected));
    }
    EXPECT_THAT(page, Not(HasSubstr("noindex")));
}

TEST_F(LinkedDataTest, of_what_is_past_leaves_the_rest_to_the_page_of_today) {
    publish_certificate('1');
    const auto then = page_of(welding, "as_of=" + iso_8601(under_test.now()).substr(0, 10));
    EXPECT_THAT(blocks_in(then), SizeIs(0));
    EXPECT_THAT(then, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
}

TEST_F(LinkedDataTest, tells_of_a_long_document_only_what_a_page_can_hold) {
    const std::string words(document_in_page_bytes_max, 'w');
    publish_certificate('1', "Welding I", R"(,"ceterms:description":{"en-US":")" + words + "\"}");
    const auto blocks = blocks_of(welding);
    ASSERT_THAT(blocks, SizeIs(1));
    EXPECT_EQ(text_at(blocks[0], "@context"), "https://schema.org");
    EXPECT_LE(json::text_of(blocks[0]).size(), ctdl::schema_org_bytes_max);
}

TEST_F(LinkedDataTest, of_the_registry_says_how_it_is_searched) {
    const auto home = get("/").body;
    const auto blocks = blocks_in(home);
    ASSERT_THAT(blocks, SizeIs(1));
    EXPECT_EQ(text_at(blocks[0], "@type"), "WebSite");
    EXPECT_EQ(text_at(*blocks[0].find("potentialAction")->find("target"), "urlTemplate"),
              "https://registry.example/?q={search_term_string}");
    EXPECT_THAT(home, HasSubstr("href=\"https://registry.example/changes.atom\""));
}

}  // namespace

}  // namespace cartulary::web
