#include "app/command_line.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace cartulary {

namespace {

TEST(CommandLine, reads_a_command_with_settings_anywhere) {
    const auto command = parse_command_line(
        {"partner", "add", "--data", "/there", "--name", "A", "--email", "a@b.example", "--json"});
    ASSERT_TRUE(command);
    EXPECT_EQ(command->kind, Command::Kind::on_registry);
    EXPECT_EQ(command->settings.data, "/there");
    EXPECT_TRUE(command->json);
    EXPECT_FALSE(command->reads_input);
}

TEST(CommandLine, knows_which_commands_read_a_password) {
    EXPECT_TRUE(
        parse_command_line({"staff", "add", "a@b.example", "--password-stdin"})->reads_input);
    EXPECT_TRUE(parse_command_line({"person", "add", "a@b.example", "--organization", "ce-1",
                                    "--role", "viewer", "--password-stdin"})
                    ->reads_input);
}

TEST(CommandLine, names_files_so_that_a_server_elsewhere_finds_them) {
    const auto command = parse_command_line({"backup", "here.backup"});
    ASSERT_TRUE(command);
    EXPECT_EQ(command->arguments.back(), std::filesystem::absolute("here.backup").string());
}

TEST(CommandLine, explains_itself_on_standard_output) {
    const auto help = parse_command_line({"backup", "--help"});
    ASSERT_FALSE(help);
    EXPECT_EQ(help.error().status, 0);
    EXPECT_NE(help.error().out.find("Example:"), std::string::npos);
}

TEST(CommandLine, refuses_what_it_does_not_know_on_standard_error) {
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                  {"dance"},
                                                  {"serve", "--dance"},
                                                  {"partner"},
                                                  {"serve", "--writers", "many"},
                                                  {"serve", "--listen", "nowhere"}}) {
        const auto refused = parse_command_line(wrong);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().status, 2);
        EXPECT_TRUE(refused.error().out.empty());
        EXPECT_FALSE(refused.error().err.empty());
    }
}

}  // namespace

}  // namespace cartulary
