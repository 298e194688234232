#include "operations/company_organizations.h"
#include "operations/registrations.h"
#include "operations/resources_for_test.h"
#include "operations/tenant_organizations.h"
#include "operations/tenants.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OrganizationRecordsTest : public ResourcesTest {
protected:
    static constexpr auto password = "correct horse battery";

    Result<Organization> change(const Caller& caller,
                                const std::function<void(OrganizationDraft&)>& apply) {
        return organizations.change(caller, caller.id,
                                    [&](OrganizationDraft& draft) -> Result<void> {
                                        apply(draft);
                                        return {};
                                    });
    }
    Organization stored(const Caller& caller) {
        return organizations.show(caller.id)->organization;
    }
    std::int64_t revision_of(const Caller& organization) {
        return resources.known(ctid_of(organization))->resource.revision;
    }
    std::vector<Ctid> all() {
        std::vector<Ctid> ctids;
        for (const auto& item : resources.list({.deleted_too = true}, {.count = 1'000}).items) {
            ctids.push_back(item.known.resource.ctid);
        }
        return ctids;
    }

    // An organization's document that says no more than this.
    static ctdl::Document about(const Caller& organization, const std::string& name,
                                const std::string& more = "") {
        return document(node(ctid_of(organization), "ceterms:CredentialOrganization", name) + more +
                        "}");
    }

    // As it was before documents were known.
    void forget_documents() {
        write([&](Transaction& transaction) {
            for (const auto* table : {"delete from change", "delete from resource_reference",
                                      "delete from resource_text", "delete from resource_version",
                                      "delete from resource"}) {
                transaction.run(table);
            }
        });
    }

    TenantCaller add_tenant_called(const std::string& name) {
        const auto made =
            add_tenant(registry(), command_line(), {name, name, name + "@x.example", password});
        return {Callers(registry()).by_api_key(made.value().api_key).value()};
    }
    CompanyUserCaller add_company_called(const std::string& name) {
        EXPECT_TRUE(add_company(registry(), command_line(), {name, name, "robot", password}));
        return command_line_for_company(registry(), name, "robot").value();
    }

    Organizations organizations{registry()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, OrganizationRecordsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(OrganizationRecordsTest, are_published_from_the_beginning) {
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor College");
    const auto history = resources.history(ctid_of(own)).value();
    ASSERT_THAT(history, SizeIs(1));
    EXPECT_EQ(history[0].method, PublishMethod::record);
    EXPECT_EQ(history[0].event, ResourceEvent::created);
    const auto known = resources.known(ctid_of(own)).value();
    EXPECT_EQ(known.owner, own.id);
    EXPECT_EQ(known.publisher, std::nullopt);
    EXPECT_THAT(events_of(own), IsEmpty()) << "its registration says it all";
}

TEST_P(OrganizationRecordsTest, of_one_that_a_partner_registers_name_the_partner) {
    Registration registration;
    registration.id = OrganizationId(ctid('7').uuid());
    registration.draft = stored(own).stated;
    registration.draft.profile_name = "lake";
    registration.draft.name = "Lake School";
    registration.draft.website = "https://lake.example";
    registration.draft.phones = {{"207 555 0100", ""}};
    registration.draft.address = {"1 Quay Street", "", "Portland", "Maine", "04101", "US"};
    registration.draft.types = {OrganizationType::four_year};
    registration.draft.publishing.roles = {PublishingRole::credential_organization};
    registration.draft.publishing.methods = {PublishingMethod::bulk_upload};
    Contact contact;
    contact.first_name = "Ada";
    contact.last_name = "Quay";
    contact.email = "ada@lake.example";
    registration.contacts = {contact};
    Registrations registrations(registry());
    const auto render = [](const Registered& registered) {
        return registered.organization.id.ctid();
    };
    const auto registered = registrations.register_organization(own, registration, {}, render);
    ASSERT_TRUE(registered) << refusal_of(registered);
    EXPECT_EQ(name_shown(ctid('7')), "Lake School");
    EXPECT_EQ(resources.known(ctid('7'))->publisher, own.id);
    EXPECT_EQ(resources.graph(ctid('7'))->text->find("ada@"), std::string::npos);

    ASSERT_TRUE(publish(own, certificate(welding, own)));
    registration.id = OrganizationId(welding.uuid());
    registration.draft.profile_name = "pond";
    EXPECT_EQ(refusal_of(registrations.register_organization(own, registration, {}, render)),
              "conflict: id is already registered")
        << "a certificate has this CTID";
    EXPECT_EQ(name_shown(welding), "Welding I");
}

TEST_P(OrganizationRecordsTest, follow_every_change_of_the_record) {
    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(change(own, [](auto& draft) { draft.name = "Harbor University"; }));
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor University");
    EXPECT_EQ(revision_of(own), 2);
    EXPECT_EQ(resources.known(ctid_of(own))->resource.updated_at, under_test.now());
    EXPECT_EQ(name_shown(ctid_of(own), {.revision = 1}), "Harbor College");
    EXPECT_THAT(event_types_of(own), ElementsAre("organization.changed"));
    state_webhook(own);
    EXPECT_EQ(revision_of(own), 2) << "of the webhook nothing is public";
}

TEST_P(OrganizationRecordsTest, keep_what_was_published_and_the_record_does_not_know) {
    ASSERT_TRUE(
        publish(own, about(own, "Harbor College",
                           R"(,"ceterms:missionAndGoalsStatement":"https://h.example/m")")));
    EXPECT_EQ(revision_of(own), 2);
    EXPECT_THAT(event_types_of(own), ElementsAre("resource.published"));
    ASSERT_TRUE(change(own, [](auto& draft) { draft.name = "Harbor University"; }));
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor University");
    EXPECT_THAT(*resources.graph(ctid_of(own))->text, testing::HasSubstr("https://h.example/m"));
}

TEST_P(OrganizationRecordsTest, are_changed_by_what_is_published) {
    const auto email = stored(own).stated.email;
    const auto document =
        about(own, "Harbor University", R"(,"ceterms:description":{"en-US":"By the sea."})");
    const auto published = publish(own, document);
    ASSERT_TRUE(published) << refusal_of(published);
    EXPECT_TRUE(published->changed);
    EXPECT_FALSE(published->created);
    const auto after = stored(own);
    EXPECT_EQ(after.stated.name, "Harbor University");
    EXPECT_EQ(after.stated.description, "By the sea.");
    EXPECT_EQ(after.stated.email, email) << "what it does not mention stays";
    EXPECT_EQ(after.version, 2);
    EXPECT_EQ(revision_of(own), 2) << "one version of the document";
    EXPECT_EQ(resources.history(ctid_of(own))->back().method, PublishMethod::api);
    EXPECT_THAT(event_types_of(own), ElementsAre("organization.changed", "resource.published"));

    EXPECT_FALSE(publish(own, document)->changed);
    EXPECT_EQ(stored(own), after);
    EXPECT_EQ(revision_of(own), 2);
}

TEST_P(OrganizationRecordsTest, refuse_what_the_rules_of_the_record_refuse) {
    const auto refused = publish(own, about(own, "X"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
    ASSERT_THAT(refused.error().fields, SizeIs(1));
    EXPECT_EQ(refused.error().fields[0].field, "name");
    EXPECT_EQ(stored(own).stated.name, "Harbor College");
    EXPECT_EQ(revision_of(own), 1);
}

TEST_P(OrganizationRecordsTest, are_those_of_registered_organizations_alone) {
    const auto text = node(ctid('8'), "ceterms:CredentialOrganization", "Lake School") + "}";
    const auto refused = publish(own, document(text));
    EXPECT_EQ(refusal_of(refused),
              "invalid: ctid is of no organization that is registered here; register it first");
    EXPECT_EQ(refusal_of(publish(own, about(stranger, "Mine"))),
              "conflict: ctid belongs to another organization");
    grant(stranger, own);
    EXPECT_EQ(refusal_of(publish(own, about(stranger, "Mine"))),
              "conflict: ctid belongs to another organization")
        << "it is nobody's but the organization's own";
    EXPECT_TRUE(publish(own, stranger, about(stranger, "Ridge Academy")));
    EXPECT_EQ(resources.known(ctid_of(stranger))->publisher, own.id);
}

TEST_P(OrganizationRecordsTest, cannot_be_deleted_or_given_away) {
    grant(stranger, own);
    const auto refused = "conflict: organization is registered here, and keeps its document";
    EXPECT_EQ(refusal_of(resources.remove(own, ctid_of(own))), refused);
    EXPECT_EQ(refusal_of(resources.transfer(own, ctid_of(own), stranger.id)), refused);
}

TEST_P(OrganizationRecordsTest, end_when_it_is_no_longer_approved_and_begin_again) {
    set_status(own, OrganizationStatus::blocked);
    ASSERT_TRUE(change(own, [](auto& draft) { draft.description = "By the sea."; }));
    EXPECT_EQ(name_shown(ctid_of(own)), "gone");
    EXPECT_EQ(revision_of(own), 2);
    ASSERT_TRUE(change(own, [](auto& draft) { draft.description = "By the lake."; }));
    EXPECT_EQ(revision_of(own), 2) << "it is gone already";
    set_status(own, OrganizationStatus::approved);
    ASSERT_TRUE(change(own, [](auto& draft) { draft.name = "Harbor University"; }));
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor University");
    EXPECT_EQ(resources.history(ctid_of(own))->back().event, ResourceEvent::created);
}

TEST_P(OrganizationRecordsTest, of_companies_and_tenants_and_theirs_are_nobody_s_business) {
    const auto before = all();
    const auto company = add_company_called("Lake Group");
    const auto number = CompanyOrganizations(registry())
                            .create(company,
                                    {.apply =
                                         [](OrganizationDraft& draft) {
                                             draft.name = "Lake School";
                                             draft.identifiers = {{"litmos.key", "L-1"}};
                                         }},
                                    {}, [](const CompanyOrganization& created) {
                                        return std::to_string(created.organization.number);
                                    });
    ASSERT_TRUE(number);
    CompanyOrganizations(registry()).remove(company, std::stoi(number->text));

    const auto tenant = add_tenant_called("pond");
    TenantOrganizations tenants(registry());
    const auto one = tenants.create(
        tenant,
        {.channel = "pond", .apply = [](OrganizationDraft& draft) { draft.name = "Pond School"; }},
        {});
    ASSERT_TRUE(one) << refusal_of(one);
    const auto serial = one->organization.serial;
    ASSERT_TRUE(tenants.change(
        tenant, serial, {.apply = [](OrganizationDraft& draft) { draft.name = "Pond Academy"; }}));
    ASSERT_TRUE(tenants.set_state(tenant, serial, TenantState::inactive));
    ASSERT_TRUE(tenants.set_state(tenant, serial, TenantState::active));
    ASSERT_TRUE(change(tenant.caller, [](auto& draft) { draft.description = "By a pond."; }));
    record_missing_organizations(registry());

    EXPECT_EQ(all(), before);
    EXPECT_EQ(name_shown(ctid_of(tenant.caller)), "not_found");
    EXPECT_THAT(resources.changes_after(0, 1'000), SizeIs(before.size()));
    // What they would publish would be known to be theirs.
    EXPECT_EQ(refusal_of(publish(tenant.caller, certificate(welding, tenant.caller))), "forbidden");
    Caller theirs = tenant.caller;
    theirs.id = one->organization.id;
    EXPECT_EQ(refusal_of(publish(tenant.caller, theirs, about(theirs, "Pond School"))),
              "forbidden");
    EXPECT_EQ(all(), before);
}

TEST_P(OrganizationRecordsTest, of_a_tenant_begin_when_it_publishes_its_own) {
    const auto tenant = add_tenant_called("pond").caller;
    ASSERT_TRUE(publish(tenant, about(tenant, "Pond Group")));
    EXPECT_EQ(name_shown(ctid_of(tenant)), "Pond Group");
    ASSERT_TRUE(change(tenant, [](auto& draft) { draft.name = "Pond Alliance"; }));
    EXPECT_EQ(name_shown(ctid_of(tenant)), "Pond Alliance");
    EXPECT_TRUE(publish(tenant, certificate(welding, tenant)));
}

TEST_P(OrganizationRecordsTest, that_are_missing_are_made_up_for_once) {
    const auto tenant = add_tenant_called("pond");
    std::vector<PartnerMade> more;
    for (int i = 0; i < 250; ++i) {
        more.push_back(under_test.add_partner("College " + std::to_string(i)));
    }
    forget_documents();
    EXPECT_THAT(all(), IsEmpty());
    ASSERT_TRUE(change(own, [](auto& draft) { draft.name = "Harbor University"; }));
    record_missing_organizations(registry());
    EXPECT_THAT(all(), SizeIs(252));
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor University");
    EXPECT_EQ(revision_of(own), 1);
    EXPECT_EQ(name_shown(Ctid(more.back().id.uuid())), "College 249");
    const auto changes = resources.changes_after(0, 1'000).size();
    record_missing_organizations(registry());
    EXPECT_THAT(resources.changes_after(0, 1'000), SizeIs(changes));
}

TEST_P(OrganizationRecordsTest, that_are_missing_are_made_up_for_when_something_is_published) {
    forget_documents();
    EXPECT_TRUE(publish(own, certificate(welding, own)));
    EXPECT_EQ(name_shown(ctid_of(own)), "Harbor College");
}

}  // namespace

}  // namespace cartulary
