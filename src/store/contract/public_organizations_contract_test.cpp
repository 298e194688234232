#include "store/companies.h"
#include "store/contract/resources_contract_for_test.h"
#include "store/public_organizations.h"
#include "store/tenant_organizations.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PublicOrganizationsContract : public ResourcesContract {
protected:
    std::vector<std::int32_t> without_document(std::int32_t after = 0, int count = 100) {
        return read([&](Transaction& transaction) {
            return organizations::without_document(transaction, after, count);
        });
    }
    bool keeps_others(std::int32_t number) {
        return read([&](Transaction& transaction) {
            return organizations::keeps_others(transaction, number);
        });
    }
    std::int32_t company() {
        const auto number = stored(store(), college(3)).number;
        write([&](Transaction& transaction) {
            ASSERT_TRUE(companies::insert(transaction, {number, "harbor", sample_time(0)}));
        });
        return number;
    }
    // Not `part_of` anything: a tenant itself.
    std::int32_t tenant(std::optional<std::int32_t> part_of = {}) {
        auto organization = college(part_of ? 5 : 4);
        organization.tenant = part_of;
        organization.stated.identifiers.clear();
        if (!part_of) organization.stated.identifiers = {{"sunbird.channel", "quay"}};
        organization = stored(store(), organization);
        write([&](Transaction& transaction) {
            tenant_organizations::insert(transaction,
                                         {.organization = organization,
                                          .root = part_of.value_or(organization.number),
                                          .root_serial = organization.serial,
                                          .channel = "quay",
                                          .created_by = "",
                                          .updated_by = ""},
                                         {});
        });
        return organization.number;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, PublicOrganizationsContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(PublicOrganizationsContract, knows_who_keeps_others) {
    EXPECT_FALSE(keeps_others(owner));
    EXPECT_TRUE(keeps_others(company()));
    EXPECT_TRUE(keeps_others(tenant()));
}

TEST_P(PublicOrganizationsContract, finds_approved_ones_that_have_no_document) {
    company();
    tenant(tenant());
    auto blocked = college(6);
    blocked.status = OrganizationStatus::blocked;
    stored(store(), blocked);
    EXPECT_THAT(without_document(), ElementsAre(owner, other_owner));
    EXPECT_THAT(without_document(owner), ElementsAre(other_owner));
    EXPECT_THAT(without_document(0, 1), ElementsAre(owner));

    auto document = sample_resource(owner, "harbor");
    document.resource.ctid = Ctid(college(1).id.uuid());
    document.entries[0].ctid = document.resource.ctid;
    added(document);
    EXPECT_THAT(without_document(), ElementsAre(other_owner));
    EXPECT_THAT(without_document(other_owner), IsEmpty());
}

}  // namespace

}  // namespace cartulary
