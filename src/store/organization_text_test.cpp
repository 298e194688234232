#include "store/organization_text.h"

#include <gtest/gtest.h>

#include "store/contract/store_contract_for_test.h"
#include "store/statement.h"

namespace cartulary {

namespace {

using organizations::in_snapshot;
using organizations::snapshot_of;

Organization numbered() {
    auto organization = college(1);
    organization.number = 7;
    organization.serial = 123'456'789'012;
    organization.tenant = 3;
    organization.stated.picture = Uuid::named(url_namespace, "picture").text();
    organization.stated.webhook = {"https://harbor.example/hook", {"badge.created", "a\"b"}};
    return organization;
}

TEST(OrganizationText, a_snapshot_is_read_back_whole) {
    auto organization = numbered();
    EXPECT_EQ(in_snapshot(snapshot_of(organization)), organization);
    organization.tenant = {};
    organization.approved_at = {};
    organization.stated.sector = {};
    organization.stated.webhook = {};
    EXPECT_EQ(in_snapshot(snapshot_of(organization)), organization);
}

TEST(OrganizationText, a_snapshot_from_before_there_were_webhooks_is_read_too) {
    constexpr auto text =
        R"({"ctid":"ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301","number":2,"serial":14,)"
        R"("status":"approved","trusted_partner":false,"name":"Harbor College",)"
        R"("profile_name":"harbor","description":"Teaches.","website":"https://harbor.example",)"
        R"("email":"info@harbor.example","picture":"","sector":"Public","address":)"
        R"({"street":"1 Quay Street","street_2":"","city":"Portland","region":"Maine",)"
        R"("postal_code":"04101","country":"US"},"phones":[["207 555 0100",""]],)"
        R"("types":["TwoYear"],"identifiers":[["fein","12-3456789"]],"publishing":{"roles":[],)"
        R"("methods":[],"consuming":[],"estimates":[]},"particulars":{},"version":1,)"
        R"("created_at":"2026-02-28T23:59:59.999Z","updated_at":"2026-02-28T23:59:59.999Z"})";
    const auto organization = in_snapshot(text);
    EXPECT_EQ(organization.id.ctid(), "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    EXPECT_EQ(organization.stated.sector, Sector::public_);
    EXPECT_EQ(organization.stated.address.city, "Portland");
    EXPECT_EQ(organization.stated.phones.at(0).number, "207 555 0100");
    EXPECT_EQ(iso_8601(organization.created_at), "2026-02-28T23:59:59.999Z");
    EXPECT_EQ(organization.stated.webhook, Webhook{});
    EXPECT_EQ(organization.approved_at, std::nullopt);
    EXPECT_EQ(organization.tenant, std::nullopt);
}

TEST(OrganizationText, what_is_no_snapshot_throws) {
    for (const auto* text : {"", "{}", "[]", R"({"ctid":"ce-1"})"}) {
        EXPECT_THROW(in_snapshot(text), DatabaseError) << text;
    }
    auto text = snapshot_of(numbered());
    const auto year = text.find("2023-");
    ASSERT_NE(year, std::string::npos);
    EXPECT_THROW(in_snapshot(text.replace(year, 5, "soon-")), DatabaseError);
}

}  // namespace

}  // namespace cartulary
