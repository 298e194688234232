#include "domain/ctid.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

constexpr std::string_view known = "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301";

TEST(Ctid, is_kept_in_lower_case) {
    EXPECT_EQ(Ctid::parse(known)->text(), known);
    EXPECT_EQ(Ctid::parse("CE-3F2504E0-4F89-41D3-9A0C-0305E82C3301")->text(), known);
    EXPECT_EQ(Ctid::parse("Ce-3F2504e0-4f89-41D3-9a0c-0305E82c3301"), Ctid::parse(known));
}

TEST(Ctid, is_ce_and_a_uuid_and_nothing_else) {
    for (const std::string_view refused :
         {"", "ce", "ce-", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "ce-3f2504e04f8941d39a0c0305e82c3301", "cf-3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "ce-3f2504e0-4f89-41d3-9a0c-0305e82c330", "ce-3f2504e0-4f89-41d3-9a0c-0305e82c33011",
          "ce-3f2504e0-4f89-41d3-9a0c-0305e82c330g", " ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "ce-{3f2504e0-4f89-41d3-9a0c-0305e82c3301}", "urn:ctid:ce-3f2504e0"}) {
        EXPECT_FALSE(Ctid::parse(refused)) << refused;
        EXPECT_FALSE(OrganizationId::from_ctid(refused)) << refused;
    }
}

TEST(Ctid, tells_whether_it_is_random) {
    EXPECT_TRUE(Ctid::parse(known)->is_random());
    EXPECT_FALSE(Ctid::parse("ce-3f2504e0-4f89-51d3-9a0c-0305e82c3301")->is_random());
    EXPECT_FALSE(Ctid::parse("ce-00000000-0000-0000-0000-000000000000")->is_random());
}

TEST(OrganizationId, has_the_uuid_of_its_ctid) {
    const auto id = OrganizationId::from_ctid("CE-3F2504E0-4F89-41D3-9A0C-0305E82C3301");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->ctid(), known);
    EXPECT_EQ(id->text(), known.substr(3));
    EXPECT_EQ(OrganizationId::parse(id->text()), id);
    EXPECT_EQ(OrganizationId(id->uuid()), *id);
    EXPECT_FALSE(OrganizationId::parse(known));
    EXPECT_LT(OrganizationId(), *id);
}

}  // namespace
}  // namespace cartulary
