#include "base/uuid.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Uuid, reads_either_case_and_writes_lower) {
    const auto uuid = Uuid::parse("6BA7B811-9dad-11d1-80B4-00c04fd430c8");
    ASSERT_TRUE(uuid);
    EXPECT_EQ(uuid->text(), "6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    EXPECT_EQ(uuid->version(), 1);
}

TEST(Uuid, takes_no_other_text) {
    for (const auto* wrong :
         {"", "6ba7b8119dad11d180b400c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c",
          "6ba7b811-9dad-11d1-80b4-00c04fd430c80", "6ba7b811-9dad-11d1-80b4-00c04fd430cg",
          "6ba7b8119-dad-11d1-80b4-00c04fd430c8", "{6ba7b811-9dad-11d1-80b4-00c04fd430}"}) {
        EXPECT_FALSE(Uuid::parse(wrong)) << wrong;
    }
}

TEST(Uuid, named_ones_are_those_of_the_rfc) {
    const auto dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    EXPECT_EQ(Uuid::named(dns, "www.example.com").text(), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(Uuid, random_ones_differ_and_say_version_four) {
    const auto one = Uuid::random(system_randomness);
    EXPECT_EQ(one.version(), 4);
    EXPECT_EQ(one.bytes()[8] & 0xC0, 0x80);
    EXPECT_NE(one, Uuid::random(system_randomness));
}

TEST(Uuid, ordered_ones_sort_by_their_time) {
    const auto earlier = Uuid::ordered(1'700'000'000'000, system_randomness);
    const auto later = Uuid::ordered(1'700'000'000'001, system_randomness);
    EXPECT_LT(earlier, later);
    EXPECT_LT(earlier.text(), later.text());
    EXPECT_EQ(earlier.version(), 7);
}

}  // namespace

}  // namespace cartulary
