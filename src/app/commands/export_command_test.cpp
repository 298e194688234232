#include "app/commands/export_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "app/commands/ctdl_commands.h"
#include "app/commands/source_commands.h"
#include "operations/callers.h"
#include "operations/resources.h"
#include "operations/verification.h"
#include "store/organizations.h"
#include "store/relationships.h"
#include "testkit/registry.h"

namespace cartulary::commands {

namespace {

using testing::HasSubstr;

constexpr auto college = R"({"id": "https://ror.org/000000001", "status": "active",
    "types": ["education"], "links": [{"type": "website", "value": "https://quay.example"}],
    "names": [{"types": ["ror_display"], "lang": "en", "value": "Quay College"}]})";

class ExportCommand : public testing::Test {
protected:
    struct Place {
        testkit::RegistryUnderTest under_test;
        testkit::TemporaryFolder data;
        DataFolder folder{data.path()};

        Target target() { return {under_test.registry(), folder, "", true}; }
        std::filesystem::path file(const std::string& name) { return data.path() / name; }
    };

    void SetUp() override {
        std::ofstream(here.file("list.json")) << college;
        ASSERT_EQ(import_ror(here.target(), here.file("list.json")).err, "");
    }

    // A certificate of one organization, which another publishes for it.
    void publish_certificate() {
        const auto& registry = here.under_test.registry();
        const auto owner = here.under_test.add_partner("Harbor College", "office@harbor.example");
        const auto agency = here.under_test.add_partner("Agency", "office@agency.example");
        const auto granted = here.under_test.store().write([&](Transaction& transaction) {
            const auto number_of = [&](const PartnerMade& partner) {
                return organizations::number_of(transaction, partner.id).value();
            };
            relationships::put(transaction, {number_of(owner), number_of(agency),
                                             RelationshipStatus::approved, registry.now()});
            return Result<void>();
        });
        ASSERT_TRUE(granted);
        const auto node =
            json::parse(R"({"@id": "/resources/ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001",
                "@type": "ceterms:Certificate",
                "ceterms:ctid": "ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001",
                "ceterms:name": {"en-US": "Welding\\n\"I\""},
                "ceterms:ownedBy": ["/resources/)" +
                        owner.id.ctid() + "\"]}")
                .value();
        here.under_test.pass(std::chrono::minutes(1));
        Resources resources(registry, 1 << 20);
        const auto published =
            resources.publish(Callers(registry).by_api_key(agency.api_key).value(),
                              {.owner = owner.id, .document = ctdl::Document({*node.object()})});
        ASSERT_TRUE(published) << published.error().message;
    }

    // In whatever order: an import takes organizations first.
    static std::vector<std::string> lines_of(const std::filesystem::path& path) {
        std::vector<std::string> lines;
        std::ifstream stream(path);
        for (std::string line; std::getline(stream, line);) lines.push_back(line);
        std::ranges::sort(lines);
        return lines;
    }

    static std::string content(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    Place here;
};

TEST_F(ExportCommand, writes_a_line_for_each_resource) {
    const auto exported = export_registry(here.target(), {here.file("all.jsonl"), {}});
    ASSERT_EQ(exported.status, 0) << exported.err;
    EXPECT_THAT(exported.out, HasSubstr(R"("resources":1,"last_change":1})"));
    const auto lines = content(here.file("all.jsonl"));
    EXPECT_THAT(lines, HasSubstr("Quay College"));
    EXPECT_EQ(std::ranges::count(lines, '\n'), 1);
    ASSERT_EQ(export_registry(here.target(), {here.file("later.jsonl"), 1}).status, 0);
    EXPECT_EQ(content(here.file("later.jsonl")), "");
}

TEST_F(ExportCommand, never_writes_over_a_file) {
    std::ofstream(here.file("all.jsonl")) << "mine";
    const auto exported = export_registry(here.target(), {here.file("all.jsonl"), {}});
    EXPECT_EQ(exported.status, 1);
    EXPECT_THAT(exported.err, HasSubstr("is there already"));
    EXPECT_EQ(content(here.file("all.jsonl")), "mine");
}

TEST_F(ExportCommand, gives_the_same_again_where_it_was_imported) {
    here.under_test.pass(std::chrono::hours(1));
    publish_certificate();
    ASSERT_EQ(export_registry(here.target(), {here.file("all.jsonl.gz"), {}}).status, 0);
    ASSERT_EQ(export_registry(here.target(), {here.file("all.jsonl"), {}}).status, 0);
    Place there;
    there.under_test.pass(std::chrono::hours(7));
    const auto imported =
        import_ctdl(there.target(), {.files = {here.file("all.jsonl.gz").string()}, .owner = ""});
    ASSERT_EQ(imported.status, 0) << imported.err << imported.out;
    ASSERT_EQ(export_registry(there.target(), {there.file("all.jsonl"), {}}).status, 0);
    const auto lines = lines_of(here.file("all.jsonl"));
    EXPECT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines_of(there.file("all.jsonl")), lines);
    EXPECT_EQ(verify(there.under_test.registry()).problems, std::vector<std::string>{});
}

}  // namespace

}  // namespace cartulary::commands
