#include "app/commands/vocabulary_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/json.h"

namespace cartulary::commands {
namespace {

using testing::HasSubstr;

class VocabularyCommands : public testing::Test {
protected:
    VocabularyCommands() { std::filesystem::create_directory(folder_); }
    ~VocabularyCommands() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path written(const std::string& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    const std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() /
        ("vocabulary-commands-test-" + std::to_string(::getpid()));
};

constexpr auto newer = R"({"@context": "https://credreg.net/ctdlasn/schema/context/json",
    "@graph": [
      {"@type": "rdfs:Class", "@id": "ceasn:Portfolio", "rdfs:label": {"en-US": "Portfolio"}},
      {"@type": "rdfs:Class", "@id": "ceasn:Competency", "rdfs:label": {"en-US": "Skill"},
       "vs:term_status": "vs:stable"}]})";

TEST_F(VocabularyCommands, print_what_a_newer_schema_changes) {
    const auto outcome = check_vocabulary({written("schema.json", newer)}, false);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
    EXPECT_THAT(outcome.out, HasSubstr("added  class ceasn:Portfolio\n"));
    EXPECT_THAT(outcome.out, HasSubstr("changed  class ceasn:Competency; label: now Skill, "
                                       "no longer Competency\n"));
    EXPECT_THAT(outcome.out, HasSubstr("removed  class ceasn:Rubric\n"));
    EXPECT_THAT(outcome.out, testing::EndsWith("removed, 1 changed\n"));
}

TEST_F(VocabularyCommands, print_it_as_json) {
    const auto outcome = check_vocabulary({written("schema.json", newer)}, true);
    const auto answer = json::parse(outcome.out);
    ASSERT_TRUE(answer) << outcome.out;
    EXPECT_EQ(*answer->find("added")->integer(), 1);
    EXPECT_EQ(*answer->find("changed")->integer(), 1);
    const auto& terms = *answer->find("terms")->array();
    ASSERT_GT(terms.size(), 2U);
    EXPECT_EQ(*terms.front().find("kind")->string(), "class");
}

TEST_F(VocabularyCommands, read_a_schema_behind_a_byte_order_mark) {
    const auto file = written("schema.json", "\xEF\xBB\xBF" + std::string(newer));
    EXPECT_EQ(check_vocabulary({file}, false).status, 0);
}

TEST_F(VocabularyCommands, say_which_file_they_cannot_read) {
    const auto good = written("schema.json", newer);
    const auto expect_refusal = [&](const std::filesystem::path& file, const std::string& why) {
        const auto outcome = check_vocabulary({good, file}, false);
        EXPECT_NE(outcome.status, 0);
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr(file.string()));
        EXPECT_THAT(outcome.err, HasSubstr(why));
    };
    expect_refusal(folder_ / "none.json", "cannot be read");
    expect_refusal(folder_, "cannot be read");
    expect_refusal(written("cut.json", R"({"@context": )"), "is not JSON");
    expect_refusal(written("other.json", R"({"@graph": []})"), "not the JSON-LD schema");
    const auto big = written("big.json", "");
    std::filesystem::resize_file(big, schema_bytes_max + 1);
    expect_refusal(big, "more than 64 MiB");
}

}  // namespace
}  // namespace cartulary::commands
