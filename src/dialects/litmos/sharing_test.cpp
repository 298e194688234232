// What this interface shares with the others, and what it leaves alone.
#include <gmock/gmock.h>

#include "dialects/litmos/litmos_for_test.h"
#include "operations/organizations.h"
#include "operations/verification.h"
#include "store/organizations.h"

namespace cartulary::litmos {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SharingTest : public LitmosTest {
protected:
    // As another interface writes into the record.
    void write_elsewhere(std::int64_t id, const std::function<void(OrganizationDraft&)>& apply) {
        const auto changed = Organizations(under_test.registry())
                                 .change(company(), stored(id).id, [&](OrganizationDraft& draft) {
                                     apply(draft);
                                     return Result<void>{};
                                 });
        ASSERT_TRUE(changed) << changed.error().message;
    }
    Caller company() {
        const auto organization = stored(number_of(harbor.login_id));
        return {.id = organization.id, .organization = organization.number, .name = "Harbor Group"};
    }
    void TearDown() override { EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty()); }
};

TEST_F(SharingTest, what_is_stated_here_is_the_record_of_all) {
    const auto organization = stored(made(whole_organization()));
    const auto& stated = organization.stated;
    EXPECT_EQ(organization.status, OrganizationStatus::approved);
    EXPECT_EQ(organization.approved_at, organization.created_at);
    EXPECT_EQ(organization.tenant, number_of(harbor.login_id));
    EXPECT_EQ(stated.name, "Harbor College");
    EXPECT_EQ(stated.address,
              (Address{"1 Quay Street", "Suite 1", "Portland", "ME", "04101", "US"}));
    EXPECT_THAT(stated.phones, ElementsAre(Phone{"(207) 555-0100", ""}));
    EXPECT_THAT(stated.identifiers, ElementsAre(Identifier{"litmos.key", "harbor"},
                                                Identifier{"litmos.external_id", "H-1"},
                                                Identifier{"tax_exempt", "T-9"}));
    EXPECT_TRUE(stated.profile_name.starts_with("profile_"));
}

TEST_F(SharingTest, a_replacement_leaves_alone_what_others_wrote) {
    const auto id = made(whole_organization());
    write_elsewhere(id, [](OrganizationDraft& draft) {
        draft.description = "a college by the sea";
        draft.website = "https://harbor.example";
        draft.email = "info@harbor.example";
        draft.profile_name = "harbor";
        draft.types = {OrganizationType::two_year};
        draft.identifiers.push_back({"fein", "12-3456789"});
        draft.phones.push_back({"207-555-0199", "7"});
        draft.particulars["acclaim"] = R"({"x":1})";
    });
    const auto before = stored(id).stated;
    put(id, organization("harbor"));
    const auto after = stored(id).stated;
    EXPECT_EQ(after.description, before.description);
    EXPECT_EQ(after.website, before.website);
    EXPECT_EQ(after.email, before.email);
    EXPECT_EQ(after.profile_name, "harbor");
    EXPECT_EQ(after.types, before.types);
    EXPECT_EQ(identifier_of(after, "fein"), "12-3456789");
    EXPECT_EQ(after.particulars.at("acclaim"), R"({"x":1})");
    EXPECT_THAT(after.phones, ElementsAre(Phone{}, Phone{"207-555-0199", "7"}));
    EXPECT_EQ(after.address, Address{});
    EXPECT_TRUE(only(get(path_of(id))).find("Phone")->is_null());
}

TEST_F(SharingTest, what_is_the_same_here_stays_as_others_wrote_it) {
    const auto id = made(organization("harbor"));
    write_elsewhere(id, [](OrganizationDraft& draft) {
        draft.phones = {{"207-555-0100", "12"}};
        draft.address.region = "Maine";
        draft.address.country = "US";
    });
    const auto seen = only(get(path_of(id)));
    EXPECT_EQ(*seen.find("StateProvince")->string(), "ME");
    EXPECT_EQ(*seen.find("Phone")->string(), "207-555-0100");
    EXPECT_TRUE(seen.find("Modified")->find("UpdatedBy")->is_null());
    put(id, *seen.object());
    EXPECT_EQ(stored(id).stated.address.region, "Maine");
    EXPECT_THAT(stored(id).stated.phones, ElementsAre(Phone{"207-555-0100", "12"}));
    EXPECT_EQ(stored(id).version, 2) << "nothing was changed";
}

TEST_F(SharingTest, a_phone_that_is_none_is_kept_for_this_interface) {
    const auto id = made(organization("harbor", {{"Phone", text("ask at the gate")}}));
    EXPECT_EQ(*only(get(path_of(id))).find("Phone")->string(), "ask at the gate");
    EXPECT_THAT(stored(id).stated.phones, IsEmpty());
    put(id, organization("harbor", {{"Phone", text("207-555-0100")}}));
    EXPECT_EQ(*only(get(path_of(id))).find("Phone")->string(), "207-555-0100");
    put(id, organization("harbor"));
    EXPECT_TRUE(only(get(path_of(id))).find("Phone")->is_null());
}

TEST_F(SharingTest, a_tax_exempt_id_that_is_too_long_for_others_is_kept_for_this_interface) {
    const std::string long_id(1'024, 't');
    const auto id = made(organization("harbor", {{"TaxExemptId", text(long_id)}}));
    EXPECT_EQ(*only(get(path_of(id))).find("TaxExemptId")->string(), long_id);
    EXPECT_EQ(identifier_of(stored(id).stated, "tax_exempt"), "");
    put(id, organization("harbor", {{"TaxExemptId", text("T-9")}}));
    EXPECT_EQ(identifier_of(stored(id).stated, "tax_exempt"), "T-9");
    EXPECT_EQ(*only(get(path_of(id))).find("TaxExemptId")->string(), "T-9");
}

TEST_F(SharingTest, active_is_approved_and_what_staff_blocked_stays_blocked) {
    const auto id = made(organization("harbor", {{"Active", json::Value(false)}}));
    EXPECT_EQ(stored(id).status, OrganizationStatus::inactive);
    EXPECT_EQ(stored(id).approved_at, std::nullopt);
    const json::Object active{{"Active", json::Value(true)}};
    put(id, organization("harbor", active));
    EXPECT_EQ(stored(id).status, OrganizationStatus::approved);
    EXPECT_TRUE(stored(id).approved_at);
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) {
        auto blocked = organizations::find(transaction, static_cast<std::int32_t>(id)).value();
        blocked.status = OrganizationStatus::blocked;
        blocked.version += 1;
        return organizations::replace(transaction, blocked);
    }));
    EXPECT_EQ(*only(put(id, organization("harbor", active))).find("Active"), json::Value(false));
    EXPECT_EQ(stored(id).status, OrganizationStatus::blocked);
}

TEST_F(SharingTest, a_companys_organizations_are_seen_by_its_other_credentials) {
    const auto first = stored(made(organization("b")));
    const auto second = stored(made(organization("a")));
    const auto gone = made(organization("c"));
    call(http::Method::del, path_of(gone));
    Organizations everywhere(under_test.registry());
    const auto listed = everywhere.list(company(), {});
    ASSERT_TRUE(listed);
    EXPECT_EQ(listed->total, 3) << "the company, and its two";
    EXPECT_EQ(listed->items.at(0).id, first.id);
    EXPECT_EQ(listed->items.at(1).id, second.id);

    BoundedCache cache(0);
    const auto name_of_it = [](const Organization& organization) {
        return organization.stated.name;
    };
    EXPECT_TRUE(everywhere.get(company(), first.id, cache, name_of_it));
    const auto stranger = stored(number_of(rival.login_id));
    EXPECT_EQ(everywhere
                  .get({.id = stranger.id, .organization = stranger.number, .name = "Rival"},
                       first.id, cache, name_of_it)
                  .error()
                  .kind,
              ErrorKind::not_found);
}

}  // namespace

}  // namespace cartulary::litmos
