#include "app/commands/export_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "app/commands/ctdl_commands.h"
#include "app/commands/source_commands.h"
#include "operations/verification.h"
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
    ASSERT_EQ(export_registry(here.target(), {here.file("all.jsonl.gz"), {}}).status, 0);
    ASSERT_EQ(export_registry(here.target(), {here.file("all.jsonl"), {}}).status, 0);
    Place there;
    there.under_test.pass(std::chrono::hours(7));
    const auto imported =
        import_ctdl(there.target(), {.files = {here.file("all.jsonl.gz").string()}, .owner = ""});
    ASSERT_EQ(imported.status, 0) << imported.err << imported.out;
    ASSERT_EQ(export_registry(there.target(), {there.file("all.jsonl"), {}}).status, 0);
    EXPECT_EQ(content(there.file("all.jsonl")), content(here.file("all.jsonl")));
    EXPECT_EQ(verify(there.under_test.registry()).problems, std::vector<std::string>{});
}

}  // namespace

}  // namespace cartulary::commands
