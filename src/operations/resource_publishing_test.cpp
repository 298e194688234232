#include "operations/resources_for_test.h"
#include "store/told_resource.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ResourcePublishingTest : public ResourcesTest {
protected:
    Result<Resources::Published> publish_if(const std::string& digest,
                                            const ctdl::Document& document) {
        return resources.publish(own, {.owner = own.id, .document = document, .if_match = digest});
    }
    Result<Resources::Published> publish_expecting(Publication::Expect expect,
                                                   const ctdl::Document& document) {
        return resources.publish(own, {.owner = own.id, .document = document, .expect = expect});
    }

    static constexpr auto taken = "conflict: ctid belongs to another organization";
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourcePublishingTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourcePublishingTest, makes_a_version_with_its_event) {
    const auto wakes = under_test.wakes().webhooks;
    const auto published = publish(own, certificate(welding, own));
    ASSERT_TRUE(published) << refusal_of(published);
    EXPECT_TRUE(published->created);
    EXPECT_TRUE(published->changed);
    EXPECT_EQ(published->resource.revision, 1);
    EXPECT_EQ(published->resource.type, "ceterms:Certificate");
    EXPECT_EQ(published->resource.owner, own.organization);
    EXPECT_EQ(published->resource.publisher, std::nullopt);
    EXPECT_EQ(published->resource.updated_at, under_test.now());
    EXPECT_EQ(name_shown(welding), "Welding I");
    ASSERT_THAT(event_types_of(own), ElementsAre("resource.published"));
    EXPECT_EQ(resources::in_snapshot(events_of(own).front().snapshot),
              (ToldResource{welding, "ceterms:Certificate", "Welding I", 1}));
    EXPECT_EQ(under_test.wakes().webhooks, wakes + 1);
    const auto history = resources.history(welding).value();
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].event, ResourceEvent::created);
    EXPECT_EQ(history[0].method, PublishMethod::api);
    EXPECT_EQ(history[0].actor, "organization:" + own.id.ctid());
    EXPECT_EQ(history[0].digest, published->resource.digest);
}

TEST_P(ResourcePublishingTest, of_the_same_document_is_no_change) {
    const auto first = publish(own, certificate(welding, own)).value();
    under_test.pass(std::chrono::minutes(1));
    const auto wakes = under_test.wakes();
    const auto again = publish(own, certificate(welding, own)).value();
    EXPECT_FALSE(again.created);
    EXPECT_FALSE(again.changed);
    EXPECT_EQ(again.resource, first.resource);
    EXPECT_EQ(events_of(own).size(), 1U);
    EXPECT_EQ(under_test.wakes(), wakes);
    const auto changed = publish(own, certificate(welding, own, "Welding II")).value();
    EXPECT_FALSE(changed.created);
    EXPECT_TRUE(changed.changed);
    EXPECT_EQ(changed.resource.revision, 2);
    EXPECT_EQ(changed.resource.created_at, first.resource.created_at);
    EXPECT_EQ(changed.resource.updated_at, under_test.now());
    EXPECT_EQ(name_shown(welding), "Welding II");
}

TEST_P(ResourcePublishingTest, is_for_the_owner_and_whom_it_allows) {
    const auto document = certificate(welding, own);
    EXPECT_EQ(refusal_of(publish(stranger, own, document)), "forbidden");
    EXPECT_EQ(refusal_of(publish(with_rights(own, all_but_write), document)), "forbidden");
    EXPECT_EQ(refusal_of(publish(earner(), own, document)), "forbidden");
    const auto nobody = OrganizationId(ctid('9').uuid());
    EXPECT_EQ(
        refusal_of(resources.publish(own, {.owner = nobody, .document = framework(ctid('2'), {})})),
        "not_found");
    EXPECT_EQ(name_shown(welding), "not_found");
    grant(own, stranger);
    const auto published = publish(stranger, own, document);
    ASSERT_TRUE(published) << refusal_of(published);
    const auto known = resources.known(welding).value();
    EXPECT_EQ(known.owner, own.id);
    EXPECT_EQ(known.owner_name, "Harbor College");
    EXPECT_EQ(known.publisher, stranger.id);
    ASSERT_TRUE(publish(command_line(), own, certificate(welding, own, "Welding II")));
    EXPECT_EQ(resources.known(welding)->publisher, std::nullopt);
}

TEST_P(ResourcePublishingTest, needs_organizations_that_are_approved) {
    grant(own, stranger);
    const auto document = certificate(welding, own);
    for (const auto status : {OrganizationStatus::submitted, OrganizationStatus::inactive,
                              OrganizationStatus::blocked, OrganizationStatus::retired}) {
        set_status(own, status);
        EXPECT_EQ(refusal_of(publish(own, document)), "forbidden") << name_of(status);
        EXPECT_EQ(refusal_of(publish(command_line(), own, document)), "forbidden");
    }
    set_status(own, OrganizationStatus::approved);
    set_status(stranger, OrganizationStatus::blocked);
    EXPECT_EQ(refusal_of(publish(stranger, own, document)), "forbidden") << "the third party";
    EXPECT_TRUE(publish(own, document));
}

TEST_P(ResourcePublishingTest, of_another_s_ctid_is_refused) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    EXPECT_EQ(refusal_of(publish(stranger, certificate(welding, stranger))), taken);
    grant(own, stranger);
    EXPECT_EQ(refusal_of(publish(stranger, certificate(welding, stranger))), taken)
        << "who may publish for another still has its own";
    ASSERT_TRUE(resources.remove(own, welding));
    EXPECT_EQ(refusal_of(publish(stranger, certificate(welding, stranger))), taken) << "for ever";
    EXPECT_EQ(refusal_of(publish(stranger, certificate(ctid_of(own), stranger))), taken)
        << "an organization's";
    EXPECT_EQ(refusal_of(publish(own, certificate(ctid_of(own), own))),
              "conflict: ctid is an organization's");
    EXPECT_TRUE(events_of(stranger).empty());
}

TEST_P(ResourcePublishingTest, of_a_part_that_stands_elsewhere_is_refused) {
    ASSERT_TRUE(publish(own, framework(welding, {ctid('2'), ctid('3')})));
    for (const auto& caller : {own, stranger}) {
        EXPECT_THAT(refusal_of(publish(caller, certificate(ctid('2'), caller))),
                    testing::StartsWith("conflict: ctid "));
        EXPECT_THAT(refusal_of(publish(caller, framework(ctid('4'), {ctid('3')}))),
                    testing::StartsWith("conflict: ctid of a part"));
        EXPECT_EQ(name_shown(ctid('4')), "not_found") << "nothing of it is kept";
    }
}

TEST_P(ResourcePublishingTest, for_one_whom_the_document_does_not_name_is_refused) {
    EXPECT_EQ(
        refusal_of(publish(own, certificate(welding, stranger))),
        "invalid: owners do not name the organization that it is published for, " + own.id.ctid());
    EXPECT_TRUE(publish(own, framework(ctid('2'), {}))) << "it names none";
}

TEST_P(ResourcePublishingTest, may_be_bound_to_the_version_that_was_read) {
    EXPECT_EQ(refusal_of(publish_if("nothing", certificate(welding, own))),
              "conflict: revision is another by now");
    const auto first = publish(own, certificate(welding, own))->resource.digest;
    const auto second = publish_if(first, certificate(welding, own, "Welding II"));
    ASSERT_TRUE(second) << refusal_of(second);
    EXPECT_EQ(refusal_of(publish_if(first, certificate(welding, own, "Welding III"))),
              "conflict: revision is another by now");
    EXPECT_EQ(refusal_of(publish_if(first, certificate(welding, own, "Welding II"))),
              "conflict: revision is another by now")
        << "also where it would change nothing";
    EXPECT_EQ(name_shown(welding), "Welding II");
}

TEST_P(ResourcePublishingTest, may_be_bound_to_whether_it_is_there) {
    using Expect = Publication::Expect;
    const auto document = certificate(welding, own);
    EXPECT_EQ(refusal_of(publish_expecting(Expect::known, document)),
              "conflict: revision is not there");
    EXPECT_TRUE(publish_expecting(Expect::unknown, document));
    EXPECT_EQ(refusal_of(publish_expecting(Expect::unknown, document)),
              "conflict: revision is there already");
    EXPECT_TRUE(publish_expecting(Expect::known, document));
    ASSERT_TRUE(resources.remove(own, welding));
    EXPECT_EQ(refusal_of(publish_expecting(Expect::known, document)), "gone");
    EXPECT_TRUE(publish_expecting(Expect::unknown, document));
}

TEST_P(ResourcePublishingTest, warns_of_what_it_refers_to_that_is_not_here) {
    ASSERT_TRUE(publish(own, framework(ctid('2'), {ctid('3')})));
    const auto requires_all = R"(,"ceterms:prerequisite":[")" + address_of(ctid('3')) + "\",\"" +
                              address_of(ctid('8')) + "\",\"" + address_of(welding) + "\"]";
    const auto published = publish(own, certificate(welding, own, "Welding I", requires_all));
    ASSERT_TRUE(published) << refusal_of(published);
    EXPECT_THAT(published->unresolved, ElementsAre(ctid('8')));
    EXPECT_THAT(publish(own, framework(ctid('4'), {ctid('5')}))->unresolved, IsEmpty());
}

TEST_P(ResourcePublishingTest, may_be_taken_back_and_done_again_by_the_owner) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    EXPECT_EQ(refusal_of(resources.remove(stranger, welding)), "forbidden");
    EXPECT_EQ(refusal_of(resources.remove(with_rights(own, all_but_delete), welding)), "forbidden");
    EXPECT_EQ(refusal_of(resources.remove(own, welding, "another version's")),
              "conflict: revision is another by now");
    const auto removed = resources.remove(own, welding, resources.known(welding)->resource.digest);
    ASSERT_TRUE(removed) << refusal_of(removed);
    EXPECT_EQ(removed->resource.revision, 2);
    EXPECT_EQ(removed->resource.deleted_at, under_test.now());
    EXPECT_EQ(name_shown(welding), "gone");
    EXPECT_EQ(refusal_of(resources.remove(own, welding)), "gone");
    EXPECT_EQ(refusal_of(resources.verify(own, welding)), "gone");
    EXPECT_EQ(refusal_of(resources.transfer(own, welding, stranger.id)), "gone");
    EXPECT_EQ(refusal_of(resources.remove(own, ctid('9'))), "not_found");

    const auto revived = publish(own, certificate(welding, own));
    ASSERT_TRUE(revived) << refusal_of(revived);
    EXPECT_TRUE(revived->created);
    EXPECT_EQ(revived->resource.revision, 3);
    EXPECT_EQ(name_shown(welding), "Welding I");
    EXPECT_THAT(event_types_of(own),
                ElementsAre("resource.published", "resource.deleted", "resource.published"));
    EXPECT_EQ(resources::in_snapshot(events_of(own)[1].snapshot),
              (ToldResource{welding, "ceterms:Certificate", "Welding I", 2}));
}

TEST_P(ResourcePublishingTest, of_a_blocked_organization_can_be_taken_back_by_staff_alone) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    set_status(own, OrganizationStatus::blocked);
    EXPECT_EQ(refusal_of(resources.remove(own, welding)), "forbidden");
    EXPECT_TRUE(resources.remove(command_line(), welding));
}

TEST_P(ResourcePublishingTest, is_transferred_by_who_may_publish_for_both) {
    const auto first = publish(own, certificate(welding, own))->resource;
    EXPECT_EQ(refusal_of(resources.transfer(own, welding, stranger.id)), "forbidden");
    EXPECT_EQ(refusal_of(resources.transfer(stranger, welding, stranger.id)), "forbidden");
    grant(stranger, own);
    EXPECT_EQ(resources.transfer(own, welding, own.id)->resource, first) << "it is already";
    const auto moved = resources.transfer(own, welding, stranger.id);
    ASSERT_TRUE(moved) << refusal_of(moved);
    EXPECT_EQ(moved->owner, stranger.id);
    EXPECT_EQ(moved->publisher, own.id);
    EXPECT_EQ(moved->resource.revision, 2);
    EXPECT_EQ(moved->resource.digest, first.digest) << "what it says stays";
    EXPECT_EQ(event_types_of(own).back(), "resource.transferred");
    EXPECT_EQ(event_types_of(stranger).back(), "resource.transferred");
    EXPECT_EQ(refusal_of(publish(own, certificate(welding, own, "Mine"))), taken);
    EXPECT_TRUE(publish(stranger, certificate(welding, stranger, "Mine")));
    set_status(own, OrganizationStatus::retired);
    EXPECT_EQ(refusal_of(resources.transfer(command_line(), welding, own.id)), "forbidden");
}

TEST_P(ResourcePublishingTest, can_be_said_to_be_still_true) {
    const auto published = publish(own, certificate(welding, own))->resource;
    under_test.pass(std::chrono::hours(24));
    EXPECT_EQ(refusal_of(resources.verify(stranger, welding)), "forbidden");
    EXPECT_EQ(resources.known(welding)->resource.verified_at, std::nullopt);
    EXPECT_EQ(resources.verify(own, welding)->resource.verified_at, under_test.now());
    const auto known = resources.known(welding)->resource;
    EXPECT_EQ(known.verified_at, under_test.now());
    EXPECT_EQ(known.revision, 1);
    EXPECT_EQ(known.updated_at, published.updated_at);
}

TEST_P(ResourcePublishingTest, is_told_to_the_owner_s_webhook) {
    state_webhook(own, {event_type::resource_published});
    ASSERT_EQ(deliveries_waiting(), 0);
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    EXPECT_EQ(deliveries_waiting(), 1);
}

}  // namespace

}  // namespace cartulary
