#include "operations/drafts_for_test.h"

namespace cartulary {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class DraftOrganizationsTest : public DraftsTest {
protected:
    static Entry organization(const std::string& name = "Beacon Academy") {
        Entry entry;
        entry.fields["Name"] = {name};
        entry.fields["Description"] = {"Teaches what is done beside the water."};
        entry.fields["SubjectWebpage"] = {"https://beacon.example/"};
        entry.fields["AgentType"] = {"Four-Year College"};
        entry.fields["AgentSectorType"] = {"Public"};
        entry.fields["Email"] = {"office@beacon.example"};
        entry.fields["PrimaryPhoneNumber"] = {"(207) 555-0100"};
        entry.fields["Address1"] = {"1 Quay Street"};
        entry.fields["City"] = {"Portland"};
        entry.fields["AddressRegion"] = {"Maine"};
        entry.fields["PostalCode"] = {"04101"};
        entry.fields["Country"] = {"United States"};
        entry.fields["ProfileName"] = {"beacon_academy"};
        entry.fields["PublishingRoles"] = {"CredentialOrganization"};
        entry.fields["PublishingMethods"] = {"ManualEntry"};
        entry.groups["Contact"] = {{{"Contact.Email", {"bea@beacon.example"}},
                                    {"Contact.FirstName", {"Bea"}},
                                    {"Contact.LastName", {"Quay"}}}};
        return entry;
    }
    Result<Drafts::Judged> save_organization(const Caller& caller, const Entry& entry,
                                             std::optional<Ctid> named = {},
                                             std::int64_t version = 0) {
        return drafts.save(
            caller, caller.id,
            {.kind = Kind::organizations, .ctid = named, .entry = entry, .version = version});
    }
    std::string approve_own(const Caller& caller, const Ctid& named) {
        return told(drafts.approve(caller, caller.id, std::vector{named}));
    }
    std::optional<Organization> record_of(const Ctid& named) {
        return under_test.store().read([&](Transaction& transaction) {
            return organizations::find(transaction, OrganizationId(named.uuid()));
        });
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftOrganizationsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftOrganizationsTest, a_trusted_third_party_registers_one) {
    const auto kept = save_organization(stranger, organization());
    ASSERT_TRUE(kept) << refusal_of(kept);
    const auto made = kept->draft.ctid;
    EXPECT_EQ(kept->draft.problem_count, 0)
        << kept->problems.front().path << " " << kept->problems.front().text;
    EXPECT_EQ(record_of(made), std::nullopt);
    EXPECT_EQ(approve_own(stranger, made), "1 done");
    const auto record = record_of(made);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->status, OrganizationStatus::approved);
    EXPECT_EQ(record->stated.name, "Beacon Academy");
    EXPECT_EQ(record->stated.profile_name, "beacon_academy");
    EXPECT_EQ(record->stated.email, "office@beacon.example");
    EXPECT_EQ(record->stated.address.city, "Portland");
    EXPECT_EQ(record->stated.types, std::vector{OrganizationType::four_year});
    EXPECT_EQ(record->stated.publishing.methods, std::vector{PublishingMethod::manual_entry});
    const auto members = under_test.store().read([&](Transaction& transaction) {
        const auto relationship =
            relationships::find(transaction, record->number, stranger.organization);
        EXPECT_TRUE(relationship);
        EXPECT_EQ(relationship->status, RelationshipStatus::approved);
        return persons::members(transaction, record->number);
    });
    ASSERT_THAT(members, SizeIs(1));
    EXPECT_EQ(members[0].person.email, "bea@beacon.example");
    EXPECT_EQ(members[0].role, Role::administrator);
    std::vector<std::string> told_addresses;
    for (const auto& mail : mail_of(MailKind::confirm_account)) {
        told_addresses.push_back(mail.to_address);
    }
    EXPECT_THAT(told_addresses, Contains("bea@beacon.example"));
    EXPECT_EQ(name_shown(made), "Beacon Academy");
    EXPECT_THAT(json::text_of(shown(made)), testing::Not(HasSubstr("bea@beacon.example")));
}

TEST_P(DraftOrganizationsTest, staff_let_others_register_one) {
    set_trusted(stranger, false);
    const auto draft = save_organization(stranger, organization())->draft;
    EXPECT_EQ(approve_own(stranger, draft.ctid), "1 done");
    EXPECT_EQ(record_of(draft.ctid), std::nullopt);
    EXPECT_EQ(told(publish({draft.ctid})), "1 done");
    EXPECT_EQ(record_of(draft.ctid)->stated.name, "Beacon Academy");
    EXPECT_EQ(standing_of(now(draft)), "published");
    EXPECT_THAT(event_types_of(stranger), ElementsAre("draft.approved", "draft.published"));
}

TEST_P(DraftOrganizationsTest, what_a_registration_needs_is_told_beside_its_field) {
    auto entry = organization();
    entry.groups.clear();
    entry.fields.erase("PublishingRoles");
    entry.fields.erase("PrimaryPhoneNumber");
    const auto kept = save_organization(stranger, entry);
    ASSERT_TRUE(kept) << refusal_of(kept);
    std::vector<std::string> paths;
    for (const auto& problem : kept->problems) paths.push_back(problem.path);
    EXPECT_THAT(paths, Contains("Contact"));
    EXPECT_THAT(paths, Contains("PublishingRoles"));
    EXPECT_THAT(paths, Contains("PrimaryPhoneNumber"));
    EXPECT_THAT(approve_own(stranger, kept->draft.ctid), HasSubstr("0 done"));

    entry = organization();
    entry.groups["Contact"].front()["Contact.Email"] = {"nobody"};
    const auto wrong = save_organization(stranger, entry).value();
    paths.clear();
    for (const auto& problem : wrong.problems) paths.push_back(problem.path);
    EXPECT_THAT(paths, Contains("Contact[0].Email"));
}

TEST_P(DraftOrganizationsTest, a_name_that_is_another_s_is_refused_when_it_is_registered) {
    const auto taken = record_of(ctid_of(own))->stated.profile_name;
    auto entry = organization();
    entry.fields["ProfileName"] = {taken};
    const auto draft = save_organization(stranger, entry)->draft;
    EXPECT_EQ(approve_own(stranger, draft.ctid),
              "0 done; Beacon Academy: conflict: profile_name is already used by another "
              "organization");
    EXPECT_EQ(record_of(draft.ctid), std::nullopt);
    EXPECT_EQ(standing_of(now(draft)), "editing");
}

TEST_P(DraftOrganizationsTest, a_third_party_changes_what_it_registered_while_it_may) {
    const auto draft = save_organization(stranger, organization())->draft;
    EXPECT_EQ(approve_own(stranger, draft.ctid), "1 done");
    ASSERT_TRUE(save_organization(stranger, organization("Beacon College"), draft.ctid, 1));
    EXPECT_EQ(approve_own(stranger, draft.ctid), "1 done");
    EXPECT_EQ(record_of(draft.ctid)->stated.name, "Beacon College");

    const Caller beacon{.id = OrganizationId(draft.ctid.uuid()),
                        .organization = record_of(draft.ctid)->number,
                        .name = "Beacon College"};
    revoke(beacon, stranger);
    ASSERT_TRUE(save_organization(stranger, organization("Beacon Hall"), draft.ctid, 2));
    EXPECT_THAT(approve_own(stranger, draft.ctid), HasSubstr("0 done; Beacon Hall: invalid: CTID"));
    EXPECT_EQ(record_of(draft.ctid)->stated.name, "Beacon College");
    EXPECT_EQ(refusal_of(drafts.discard(stranger, stranger.id, draft.ctid, 3)), "nothing");
}

TEST_P(DraftOrganizationsTest, the_organization_s_own_is_its_record) {
    auto entry = organization("Harbor University");
    entry.fields["ProfileName"] = {"harbor_university"};
    const auto kept = save_organization(ada, entry, ctid_of(own));
    ASSERT_TRUE(kept) << refusal_of(kept);
    EXPECT_EQ(approve_own(ada, ctid_of(own)), "1 done");
    EXPECT_EQ(record_of(ctid_of(own))->stated.name, "Harbor College");
    EXPECT_EQ(told(publish({ctid_of(own)})), "1 done");
    const auto record = record_of(ctid_of(own)).value();
    EXPECT_EQ(record.stated.name, "Harbor University");
    EXPECT_EQ(record.stated.profile_name, "harbor_university");
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor University");
    EXPECT_THAT(event_types_of(own), Contains("organization.changed"));
    EXPECT_EQ(refusal_of(drafts.unpublish(ada, own.id, ctid_of(own), 1)),
              "conflict: organization is registered here, and keeps its document");
}

TEST_P(DraftOrganizationsTest, both_write_of_one_organization_each_for_themselves) {
    const auto draft = save_organization(stranger, organization())->draft;
    EXPECT_EQ(approve_own(stranger, draft.ctid), "1 done");
    const Caller beacon{.id = OrganizationId(draft.ctid.uuid()),
                        .organization = record_of(draft.ctid)->number,
                        .name = "Beacon Academy"};
    const auto own_record = save_organization(beacon, organization("Beacon Hall"), draft.ctid);
    ASSERT_TRUE(own_record) << refusal_of(own_record);
    EXPECT_EQ(now(draft).name, "Beacon Academy");
    EXPECT_EQ(refusal_of(drafts.get(own, own.id, draft.ctid)), "not_found");
}

}  // namespace

}  // namespace cartulary
