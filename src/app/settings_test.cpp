#include "app/settings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"

namespace cartulary {

namespace {

TEST(Settings, the_defaults_make_sense) {
    EXPECT_TRUE(check(Settings{}));
}

TEST(Settings, reports_every_wrong_one_at_once) {
    Settings settings;
    settings.listen = "nowhere";
    settings.mail = "pigeon";
    settings.writers = 0;
    settings.tls_key = "key.pem";
    settings.log_level = "loud";
    const auto refused = check(settings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.size(), 5U);
}

TEST(Settings, each_has_a_name_of_its_own_and_a_meaning) {
    std::vector<std::string> names;
    for (const auto& setting : settings_table()) {
        EXPECT_FALSE(setting.meaning.empty()) << setting.name;
        EXPECT_EQ(std::ranges::count(names, setting.name), 0) << setting.name;
        names.emplace_back(setting.name);
    }
}

TEST(Settings, never_shows_a_secret) {
    Settings settings;
    settings.smtp_password = "hunter2";
    settings.database = "postgresql://registry:hunter2@db.example/registry";
    settings.smtp_url = "smtp://user:hunter2@mail.example";
    EXPECT_EQ(settings_json(settings).find("hunter2"), std::string::npos);
    EXPECT_NE(settings_json(settings).find("postgresql://registry:(set)@db.example/registry"),
              std::string::npos);
}

TEST(Settings, the_reference_names_flag_and_variable) {
    const auto reference = settings_reference();
    EXPECT_NE(reference.find("| `--rate-limit-per-key` | `CARTULARY_RATE_LIMIT_PER_KEY` | 120000 "),
              std::string::npos);
    EXPECT_TRUE(json::parse(settings_json(Settings{})));
}

TEST(ListenAddress, is_an_address_and_a_port) {
    EXPECT_EQ(parse_listen("127.0.0.1:8080")->port, 8080);
    EXPECT_EQ(parse_listen("[::1]:0")->host, "::1");
    for (const auto* wrong : {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "a:65536"}) {
        EXPECT_FALSE(parse_listen(wrong)) << wrong;
    }
}

}  // namespace

}  // namespace cartulary
