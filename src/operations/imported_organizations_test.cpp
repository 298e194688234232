#include "operations/imported_organizations.h"

#include "operations/operations_for_test.h"
#include "operations/resources.h"
#include "operations/verification.h"

namespace cartulary {
namespace {

class ImportedOrganizations : public testing::TestWithParam<testkit::StoreKind>,
                              protected OperationsUnderTest {
protected:
    ImportedOrganizations() : OperationsUnderTest(GetParam().open_empty()) {}
    void TearDown() override { EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{}); }

    Result<Organization> imported(const OrganizationId& its_id, OrganizationDraft stated) {
        return registry().store.write([&](Transaction& transaction) -> Result<Organization> {
            auto organization =
                TRY(register_imported(registry(), transaction, its_id, std::move(stated)));
            TRY(record_organization(registry(), transaction, command_line(), organization));
            return organization;
        });
    }
    static OrganizationDraft named(const std::string& name) {
        OrganizationDraft draft;
        draft.name = name;
        return draft;
    }

    const OrganizationId id = OrganizationId::parse("1c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50").value();
};

TEST_P(ImportedOrganizations, are_approved_and_public_without_anybody_to_administer_them) {
    const auto mails = under_test.waiting_mail().size();
    const auto made = imported(id, named("Harbor College"));
    ASSERT_TRUE(made) << refusal_of(made);
    EXPECT_EQ(made->id, id);
    EXPECT_GT(made->number, 0);
    const auto shown = Organizations(registry()).show(id);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->organization.status, OrganizationStatus::approved);
    EXPECT_EQ(shown->organization.approved_at, under_test.now());
    EXPECT_EQ(shown->organization.stated.profile_name.substr(0, 8), "profile_");
    EXPECT_TRUE(shown->members.empty());
    EXPECT_TRUE(shown->keys.empty());
    EXPECT_EQ(shown->events, 1);
    EXPECT_EQ(under_test.waiting_mail().size(), mails);
    Resources resources(registry(), std::size_t{1} << 20);
    EXPECT_TRUE(resources.known(Ctid(id.uuid())));
}

TEST_P(ImportedOrganizations, keep_the_profile_name_that_they_bring) {
    auto stated = named("Harbor College");
    stated.profile_name = "harbor";
    ASSERT_TRUE(imported(id, stated));
    EXPECT_TRUE(Organizations(registry()).shown("harbor"));
}

TEST_P(ImportedOrganizations, are_refused_when_their_id_is_taken_or_a_field_is_wrong) {
    ASSERT_TRUE(imported(id, named("Harbor College")));
    EXPECT_EQ(refusal_of(imported(id, named("Harbor University"))).substr(0, 12), "conflict: id");
    const auto other = OrganizationId::parse("2c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50").value();
    EXPECT_EQ(refusal_of(imported(other, {})), "invalid: name is required");
}

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ImportedOrganizations,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

}  // namespace
}  // namespace cartulary
