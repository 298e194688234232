#include "operations/resource_export.h"

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ResourceExportTest : public ResourcesTest {
protected:
    struct Exported {
        std::vector<json::Value> lines;
        std::int64_t last;
    };
    Exported exported(std::optional<std::int64_t> since = {}) {
        auto whole = resources.exported(since);
        std::string text;
        while (const auto lines = whole.next_lines()) text += *lines;
        Exported exported{{}, whole.last_change()};
        while (!text.empty()) {
            const auto end = text.find('\n');
            exported.lines.push_back(json::parse(text.substr(0, end)).value());
            text.erase(0, end + 1);
        }
        return exported;
    }
    static std::string text_in(const json::Value& line, const char* name) {
        const auto* value = line.find(name);
        return value && value->string() ? *value->string() : "";
    }
    static std::vector<std::string> ctids_in(const Exported& exported) {
        std::vector<std::string> ctids;
        for (const auto& line : exported.lines) {
            ctids.push_back(text_in(line, "envelope_ceterms_ctid"));
        }
        return ctids;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceExportTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourceExportTest, tells_each_resource_as_it_is) {
    grant(own, stranger);
    const auto published = publish(stranger, own, certificate(welding, own)).value().resource;
    const auto all = exported();
    ASSERT_EQ(ctids_in(all).back(), welding.text());
    const auto& line = all.lines.back();
    EXPECT_EQ(text_in(line, "envelope_ctdl_type"), "ceterms:Certificate");
    EXPECT_EQ(text_in(line, "envelope_id"), published.envelope.text());
    EXPECT_EQ(text_in(line, "owned_by"), own.id.ctid());
    EXPECT_EQ(text_in(line, "published_by"), stranger.id.ctid());
    const auto& headers = *line.find("node_headers");
    EXPECT_EQ(text_in(headers, "resource_digest"), published.digest);
    EXPECT_EQ(text_in(headers, "created_at"), iso_8601(under_test.now()));
    EXPECT_EQ(text_in(headers, "updated_at"), iso_8601(under_test.now()));
    EXPECT_EQ(headers.find("deleted_at"), nullptr);
    const auto& graph = *line.find("decoded_resource")->find("@graph")->array();
    EXPECT_EQ(text_in(graph.front(), "@id"), address_of(welding));
}

TEST_P(ResourceExportTest, goes_on_after_the_last_change_and_tells_of_deletions_then) {
    const auto first = exported();
    EXPECT_THAT(exported(first.last).lines, IsEmpty());
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    ASSERT_TRUE(publish(own, certificate(ctid('2'), own)));
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding II")));
    const auto second = exported(first.last);
    EXPECT_THAT(ctids_in(second), ElementsAre(ctid('2').text(), welding.text()));
    EXPECT_EQ(ctids_in(exported()).size(), ctids_in(first).size() + 2);

    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(resources.remove(own, welding));
    const auto third = exported(second.last);
    ASSERT_THAT(ctids_in(third), ElementsAre(welding.text()));
    const auto& tombstone = third.lines.front();
    EXPECT_EQ(text_in(*tombstone.find("node_headers"), "deleted_at"), iso_8601(under_test.now()));
    EXPECT_EQ(tombstone.find("decoded_resource"), nullptr);
    EXPECT_EQ(ctids_in(exported()).size(), ctids_in(first).size() + 1);
}

TEST_P(ResourceExportTest, what_changes_meanwhile_is_told_as_it_is_by_then) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    auto whole = resources.exported({});
    ASSERT_TRUE(publish(own, certificate(welding, own, "Welding II")));
    std::string text;
    while (const auto lines = whole.next_lines()) text += *lines;
    EXPECT_THAT(text, testing::HasSubstr("Welding II"));
    EXPECT_THAT(ctids_in(exported(whole.last_change())), ElementsAre(welding.text()));
}

}  // namespace

}  // namespace cartulary
