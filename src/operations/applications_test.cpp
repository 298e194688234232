#include "operations/applications.h"

#include "operations/finding.h"
#include "operations/people_for_test.h"
#include "operations/resources.h"
#include "operations/verification.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

OrganizationDraft stated() {
    OrganizationDraft draft;
    draft.name = "Beacon Academy";
    draft.description = "Teaches lighthouse keepers.";
    draft.website = "https://beacon.example/";
    draft.email = "office@beacon.example";
    draft.types = {OrganizationType::technical};
    draft.sector = Sector::public_;
    return draft;
}

class ApplicationsTest : public testing::TestWithParam<testkit::StoreKind>,
                         protected PeopleUnderTest {
protected:
    ApplicationsTest() : PeopleUnderTest({}, GetParam().open_empty()) {
        make_person("ada@quay.example");
        make_person("vic@quay.example");
    }
    void TearDown() override { EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{}); }

    Actor ada() { return logged_in("ada@quay.example"); }
    Actor vic() { return logged_in("vic@quay.example"); }
    Actor clerk() {
        if (!clerk_) {
            EXPECT_TRUE(add_staff(registry(), "clerk@registry.example", good_password));
            clerk_ = enrol(session_of("clerk@registry.example")).token;
        }
        return actor(*clerk_);
    }

    Organization begun(const OrganizationDraft& draft = stated()) {
        return applications.begin(ada(), draft).value();
    }
    Organization submitted() { return applications.submit(ada(), begun().id).value(); }
    Result<Applications::Approved> approve(const OrganizationId& id) {
        return applications.approve(clerk(), std::vector{id});
    }
    Caller as_caller(const Organization& organization) {
        return {.id = organization.id, .organization = organization.number, .name = "it"};
    }
    std::vector<std::string> types_of(const Organization& organization) {
        return event_types_of(as_caller(organization));
    }
    void add_viewer(const Organization& organization) {
        ASSERT_TRUE(add_member(registry(), command_line(),
                               {"vic@quay.example", organization.id, Role::viewer, {}}));
    }

    Finding finding{registry()};
    Applications applications{registry(), finding};
    Resources resources{registry(), 1'000'000};

private:
    std::optional<std::string> clerk_;
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ApplicationsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ApplicationsTest, begins_a_draft_of_which_its_author_is_administrator) {
    OrganizationDraft bare;
    bare.name = "Beacon Academy";
    const auto begun = applications.begin(ada(), bare);
    ASSERT_TRUE(begun);
    EXPECT_EQ(begun->status, OrganizationStatus::draft);
    EXPECT_THAT(begun->stated.profile_name, testing::StartsWith("profile_"));
    EXPECT_EQ(ada().part_in(begun->id)->role, Role::administrator);
    EXPECT_EQ(refusal_of(resources.known(Ctid(begun->id.uuid()))), "not_found");
    EXPECT_THAT(mail_of(MailKind::organization_submitted), IsEmpty());
}

TEST_P(ApplicationsTest, judges_only_what_is_there_when_one_is_begun) {
    OrganizationDraft draft;
    EXPECT_EQ(refusal_of(applications.begin(ada(), draft)), "invalid: name is required");
    draft = stated();
    draft.website = "javascript:alert(1)";
    EXPECT_THAT(refusal_of(applications.begin(ada(), draft)), HasSubstr("invalid: website"));
    draft = stated();
    draft.profile_name = "beacon";
    ASSERT_TRUE(applications.begin(ada(), draft));
    EXPECT_THAT(refusal_of(applications.begin(ada(), draft)), HasSubstr("conflict: profile_name"));
}

TEST_P(ApplicationsTest, a_person_has_ten_that_are_not_approved) {
    for (std::size_t i = 0; i < unapproved_organizations_max; ++i) begun();
    EXPECT_EQ(refusal_of(applications.begin(ada(), stated())), "limited");
    ASSERT_TRUE(applications.discard(ada(), ada().parts.front().id));
    EXPECT_TRUE(applications.begin(ada(), stated()));
    EXPECT_TRUE(applications.begin(vic(), stated())) << "another person's do not count";
}

TEST_P(ApplicationsTest, a_draft_is_changed_field_by_field) {
    const auto id = begun().id;
    const auto saved = applications.save(ada(), id, 1, [](OrganizationDraft& draft) {
        draft.description.clear();
        draft.types.clear();
    });
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->version, 2);
    EXPECT_THAT(types_of(*saved), ElementsAre(event_type::organization_changed));
    EXPECT_THAT(refusal_of(applications.save(ada(), id, 1, [](auto&) {})), HasSubstr("version"));
    EXPECT_EQ(applications.save(ada(), id, 2, [](auto&) {})->version, 2) << "no change is none";
    EXPECT_THAT(refusal_of(applications.save(ada(), id, 2,
                                             [](OrganizationDraft& draft) { draft.name.clear(); })),
                HasSubstr("invalid: name"));
}

TEST_P(ApplicationsTest, submitting_says_what_is_missing_and_mails_the_staff) {
    clerk();
    OrganizationDraft bare;
    bare.name = "Beacon Academy";
    const auto id = begun(bare).id;
    EXPECT_EQ(refusal_of(applications.submit(ada(), id)),
              "invalid: description must be at least 15 characters; types must be at least one; "
              "sector is required; website is required; email is required where there is no "
              "postal address");
    ASSERT_TRUE(applications.save(ada(), id, 1, [](OrganizationDraft& draft) {
        const auto profile_name = draft.profile_name;
        draft = stated();
        draft.profile_name = profile_name;
    }));
    const auto submitted = applications.submit(ada(), id);
    ASSERT_TRUE(submitted);
    EXPECT_EQ(submitted->status, OrganizationStatus::submitted);
    const auto mails = mail_of(MailKind::organization_submitted);
    ASSERT_THAT(mails, SizeIs(1));
    EXPECT_EQ(mails[0].to_address, "clerk@registry.example");
    EXPECT_EQ(mails[0].facts.at("organization"), "Beacon Academy");
    EXPECT_EQ(types_of(*submitted).back(), event_type::organization_submitted);
    EXPECT_EQ(refusal_of(applications.submit(ada(), id)), "conflict");
}

TEST_P(ApplicationsTest, what_is_submitted_stays_complete) {
    const auto one = submitted();
    EXPECT_THAT(
        refusal_of(applications.save(ada(), one.id, one.version,
                                     [](OrganizationDraft& draft) { draft.types.clear(); })),
        HasSubstr("invalid: types"));
    EXPECT_TRUE(applications.save(ada(), one.id, one.version, [](OrganizationDraft& draft) {
        draft.description = "Teaches keepers of all lights.";
    }));
}

TEST_P(ApplicationsTest, approving_publishes_it_and_mails_its_administrators) {
    const auto one = submitted();
    add_viewer(one);
    ASSERT_EQ(approve(one.id)->count, 1);
    const auto shown = applications.show(ada(), one.id);
    EXPECT_EQ(shown->organization.status, OrganizationStatus::approved);
    EXPECT_TRUE(shown->organization.approved_at);
    ASSERT_THAT(shown->decisions, SizeIs(2));
    EXPECT_EQ(shown->decisions[1].kind, OrganizationDecisionKind::approved);
    EXPECT_EQ(shown->decisions[1].actor, clerk().name());
    EXPECT_TRUE(resources.known(Ctid(one.id.uuid())));
    const auto mails = mail_of(MailKind::organization_approved);
    ASSERT_THAT(mails, SizeIs(1));
    EXPECT_EQ(mails[0].to_address, "ada@quay.example");
    EXPECT_THAT(mails[0].facts.at("page_url"), HasSubstr(one.id.ctid()));
    EXPECT_EQ(types_of(one).back(), event_type::organization_approved);
    EXPECT_EQ(refusal_of(applications.submit(ada(), one.id)), "conflict");
    EXPECT_EQ(refusal_of(applications.withdraw(ada(), one.id)), "conflict");
    EXPECT_EQ(refusal_of(applications.discard(ada(), one.id)), "conflict");
}

TEST_P(ApplicationsTest, a_change_of_what_is_approved_is_published_at_once) {
    const auto one = submitted();
    ASSERT_TRUE(approve(one.id));
    const auto version = applications.show(ada(), one.id)->organization.version;
    ASSERT_TRUE(applications.save(ada(), one.id, version, [](OrganizationDraft& draft) {
        draft.name = "Beacon College";
        draft.phones.clear();
    }));
    const auto known = resources.known(Ctid(one.id.uuid()));
    EXPECT_EQ(known->resource.revision, 2);
    EXPECT_EQ(known->owner_name, "Beacon College");
}

TEST_P(ApplicationsTest, approving_many_names_those_that_were_left) {
    const auto one = submitted();
    const auto other = begun();
    const OrganizationId unknown;
    const auto approved =
        applications.approve(clerk(), std::vector{one.id, other.id, unknown, one.id});
    ASSERT_TRUE(approved);
    EXPECT_EQ(approved->count, 1);
    ASSERT_THAT(approved->left, SizeIs(3));
    EXPECT_EQ(approved->left[0].second.kind, ErrorKind::conflict);
    EXPECT_EQ(approved->left[1].second.kind, ErrorKind::not_found);
    EXPECT_EQ(approved->left[2].second.kind, ErrorKind::conflict) << "once";
    const std::vector<OrganizationId> many(decided_together_max + 1, one.id);
    EXPECT_THAT(refusal_of(applications.approve(clerk(), many)),
                HasSubstr("invalid: organizations"));
}

TEST_P(ApplicationsTest, declining_gives_a_reason_and_it_may_be_submitted_again) {
    const auto one = submitted();
    EXPECT_THAT(refusal_of(applications.decline(clerk(), one.id, " ")),
                HasSubstr("invalid: reason"));
    EXPECT_THAT(refusal_of(applications.decline(clerk(), one.id, std::string(2'001, 'a'))),
                HasSubstr("invalid: reason"));
    ASSERT_TRUE(applications.decline(clerk(), one.id, "Who are you?"));
    const auto mails = mail_of(MailKind::organization_declined);
    ASSERT_THAT(mails, SizeIs(1));
    EXPECT_EQ(mails[0].facts.at("reason"), "Who are you?");
    EXPECT_EQ(applications.show(ada(), one.id)->decisions.back().reason, "Who are you?");
    EXPECT_EQ(refusal_of(applications.decline(clerk(), one.id, "Again.")), "conflict");
    EXPECT_THAT(approve(one.id)->left, SizeIs(1));
    EXPECT_TRUE(applications.submit(ada(), one.id));
    EXPECT_EQ(approve(one.id)->count, 1);
}

TEST_P(ApplicationsTest, who_withdraws_has_a_draft_again) {
    const auto one = submitted();
    ASSERT_TRUE(applications.withdraw(ada(), one.id));
    EXPECT_EQ(applications.show(ada(), one.id)->organization.status, OrganizationStatus::draft);
    EXPECT_EQ(refusal_of(applications.withdraw(ada(), one.id)), "conflict");
    EXPECT_EQ(types_of(one).back(), event_type::organization_withdrawn);
    EXPECT_THAT(applications.waiting(clerk(), {})->items, IsEmpty());
}

TEST_P(ApplicationsTest, what_is_discarded_is_seen_by_nobody_and_gives_its_name_back) {
    auto draft = stated();
    draft.profile_name = "beacon";
    const auto one = begun(draft);
    add_viewer(one);
    EXPECT_EQ(refusal_of(applications.discard(vic(), one.id)), "forbidden");
    ASSERT_TRUE(applications.discard(ada(), one.id));
    EXPECT_EQ(refusal_of(applications.show(ada(), one.id)), "not_found");
    EXPECT_THAT(vic().parts, IsEmpty());
    EXPECT_EQ(types_of(one).back(), event_type::organization_deleted);
    EXPECT_TRUE(applications.begin(ada(), draft));
}

TEST_P(ApplicationsTest, the_longest_waiting_come_first_whatever_was_changed_since) {
    const auto first = submitted();
    under_test.pass(std::chrono::hours(1));
    const auto second = submitted();
    under_test.pass(std::chrono::hours(1));
    ASSERT_TRUE(applications.save(ada(), first.id, first.version, [](OrganizationDraft& draft) {
        draft.description = "Teaches keepers of all lights.";
    }));
    const auto page = applications.waiting(clerk(), {.offset = 0, .count = 1});
    EXPECT_EQ(page->total, 2);
    ASSERT_THAT(page->items, SizeIs(1));
    EXPECT_EQ(page->items[0].organization.id, first.id);
    EXPECT_THAT(page->items[0].decisions, SizeIs(1));
}

TEST_P(ApplicationsTest, says_which_organization_it_may_be) {
    auto draft = stated();
    draft.name = "Harbor College";
    const auto found = applications.duplicates(draft);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].ctid, Ctid(college.id.uuid()));
    const auto one = begun(draft);
    EXPECT_THAT(applications.show(ada(), one.id)->duplicates, SizeIs(1));
    EXPECT_THAT(applications.duplicates(stated()), IsEmpty());
}

TEST_P(ApplicationsTest, each_role_does_what_is_its_own) {
    const auto one = submitted();
    add_viewer(one);
    make_person("out@quay.example");
    const auto tried = [&](const Actor& who) {
        return std::vector<std::string>{
            refusal_of(applications.save(who, one.id, one.version, [](auto&) {})),
            refusal_of(applications.submit(who, one.id)),
            refusal_of(applications.withdraw(who, one.id)),
            refusal_of(applications.discard(who, one.id))};
    };
    EXPECT_THAT(tried(vic()), testing::Each("forbidden"));
    EXPECT_TRUE(applications.show(vic(), one.id));
    const auto out = logged_in("out@quay.example");
    EXPECT_THAT(tried(out), testing::Each("not_found"));
    EXPECT_EQ(refusal_of(applications.show(out, one.id)), "not_found");
    EXPECT_THAT(tried(clerk()), testing::Each("not_found")) << "staff look, and decide";
    EXPECT_TRUE(applications.show(clerk(), one.id));
    EXPECT_EQ(refusal_of(applications.approve(ada(), std::vector{one.id})), "forbidden");
    EXPECT_EQ(refusal_of(applications.decline(ada(), one.id, "No.")), "forbidden");
    EXPECT_EQ(refusal_of(applications.waiting(ada(), {})), "forbidden");
}

}  // namespace

}  // namespace cartulary
