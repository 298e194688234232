#include "operations/operations_for_test.h"
#include "operations/webhooks.h"
#include "store/organization_text.h"

namespace cartulary {

namespace {

using Apply = std::function<void(OrganizationDraft&)>;

class OrganizationChangeTest : public testing::Test, protected OperationsUnderTest {
protected:
    Result<Organization> change(const Caller& caller, const Apply& apply) {
        return organizations.change(caller, own.id, [&](OrganizationDraft& draft) -> Result<void> {
            apply(draft);
            return {};
        });
    }
    Result<Organization> change(const Apply& apply) { return change(own, apply); }

    Organization stored() { return organizations.show(own.id)->organization; }

    // Everything that an organization needs before it is approved.
    void complete() {
        ASSERT_TRUE(change([](OrganizationDraft& draft) {
            draft.website = "https://harbor.example";
            draft.phones = {{"207 555 0100", ""}};
            draft.address = {"1 Quay Street", "", "Portland", "Maine", "04101", "US"};
            draft.types = {OrganizationType::four_year};
        }));
    }
    // As an older program may have stored it.
    void spoil(const Apply& apply) {
        write([&](Transaction& transaction) {
            auto found = organizations::find(transaction, own.organization).value();
            apply(found.stated);
            found.version += 1;
            ASSERT_TRUE(organizations::replace(transaction, found));
        });
    }

    Organizations organizations{registry()};
};

TEST_F(OrganizationChangeTest, makes_a_new_version_with_an_event) {
    const auto wakes = under_test.wakes().webhooks;
    under_test.pass(std::chrono::minutes(1));
    const auto changed = change([](auto& draft) { draft.description = "By the sea."; });
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->version, 2);
    EXPECT_EQ(changed->updated_at, under_test.now());
    EXPECT_EQ(changed->stated.description, "By the sea.");
    EXPECT_EQ(stored(), *changed);
    const auto events = events_of(own);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, event_type::organization_changed);
    EXPECT_EQ(organizations::in_snapshot(events[0].snapshot), *changed);
    EXPECT_EQ(under_test.wakes().webhooks, wakes + 1);
}

TEST_F(OrganizationChangeTest, that_changes_nothing_is_none) {
    const auto before = stored();
    const auto wakes = under_test.wakes();
    EXPECT_EQ(change([](auto&) {}), before);
    EXPECT_EQ(change([](auto& draft) { draft.profile_name.clear(); }), before)
        << "every organization has one";
    EXPECT_TRUE(events_of(own).empty());
    EXPECT_EQ(under_test.wakes(), wakes);
}

TEST_F(OrganizationChangeTest, is_for_who_may_write_to_it) {
    const Apply apply = [](auto& draft) { draft.description = "Mine."; };
    EXPECT_EQ(refusal_of(change(with_rights(own, all_but_write), apply)), "forbidden");
    EXPECT_EQ(refusal_of(change(stranger, apply)), "not_found");
    EXPECT_EQ(refusal_of(change(with_rights(stranger, nothing_but_read), apply)), "not_found");
    EXPECT_EQ(refusal_of(change(earner(), apply)), "not_found");
    grant(own, stranger);
    EXPECT_TRUE(change(stranger, apply));
    EXPECT_EQ(events_of(own).back().actor, "organization:" + stranger.id.ctid());
    EXPECT_TRUE(change(command_line(), [](auto& draft) { draft.description = "Ours."; }));
    EXPECT_EQ(events_of(own).back().actor, "command");
}

TEST_F(OrganizationChangeTest, of_an_incomplete_record_may_leave_it_incomplete) {
    EXPECT_TRUE(change([](auto& draft) { draft.website = "https://harbor.example"; }));
    EXPECT_EQ(refusal_of(change([](auto& draft) { draft.name.clear(); })),
              "invalid: name is required");
}

TEST_F(OrganizationChangeTest, must_leave_a_complete_record_complete) {
    complete();
    EXPECT_EQ(refusal_of(change([](auto& draft) {
                  draft.website.clear();
                  draft.address.city.clear();
              })),
              "invalid: website is required; address.city is required");
    EXPECT_EQ(stored().version, 2);
}

TEST_F(OrganizationChangeTest, is_not_held_responsible_for_what_was_wrong_before) {
    complete();
    spoil([](auto& draft) {
        draft.phones = {{"call us", ""}};
        draft.address.country = "Maine";
        draft.website = "harbor";
    });
    EXPECT_TRUE(change([](auto& draft) { draft.address.city = "Rockland"; }));
    EXPECT_EQ(
        change([](auto& draft) { draft.address.country = "Vermont"; }).error().fields.front().field,
        "address.country");
    EXPECT_EQ(change([](auto& draft) {
                  draft.phones = {{"write to us", ""}};
              })
                  .error()
                  .fields.front()
                  .field,
              "phones[0]");
    EXPECT_EQ(refusal_of(change([](auto& draft) { draft.email.clear(); })),
              "invalid: email is required")
        << "it was complete, if not without faults";
}

TEST_F(OrganizationChangeTest, to_another_s_profile_name_is_refused) {
    const auto taken =
        Organizations(registry()).show(stranger.id)->organization.stated.profile_name;
    EXPECT_EQ(refusal_of(change([&](auto& draft) { draft.profile_name = taken; })),
              "conflict: profile_name is already used by another organization");
    EXPECT_EQ(stored().version, 1);
    EXPECT_TRUE(events_of(own).empty());
}

TEST_F(OrganizationChangeTest, that_its_dialect_refuses_leaves_nothing) {
    const auto refused =
        organizations.change(own, own.id, [](OrganizationDraft& draft) -> Result<void> {
            draft.name = "Lost";
            return fail(ErrorKind::gone, "whatever the dialect says");
        });
    EXPECT_EQ(refusal_of(refused), "gone");
    EXPECT_EQ(stored().stated.name, "Harbor College");
}

TEST_F(OrganizationChangeTest, of_the_webhook_is_the_first_thing_that_it_is_told) {
    state_webhook(own);
    EXPECT_EQ(deliveries_waiting(), 1);
    EXPECT_TRUE(Webhooks(registry()).secret(own, own.id));
    ASSERT_TRUE(change([](auto& draft) { draft.description = "By the sea."; }));
    EXPECT_EQ(deliveries_waiting(), 2);
}

TEST_F(OrganizationChangeTest, of_the_webhook_keeps_its_secret_and_enables_it_again) {
    state_webhook(own);
    Webhooks webhooks(registry());
    const auto secret = webhooks.secret(own, own.id)->text;
    write([&](Transaction& transaction) {
        auto receiver = webhooks::find_receiver(transaction, own.organization).value();
        receiver.disabled = "it answered 410";
        webhooks::put_receiver(transaction, receiver, under_test.now());
    });
    ASSERT_TRUE(change([](auto& draft) { draft.description = "By the sea."; }));
    EXPECT_EQ(deliveries_waiting(), 1) << "nothing is told to one that is disabled";
    ASSERT_TRUE(change([](auto& draft) { draft.webhook.url = "https://hooks.example/new"; }));
    EXPECT_EQ(deliveries_waiting(), 2);
    EXPECT_EQ(webhooks.secret(own, own.id)->text, secret);
}

TEST_F(OrganizationChangeTest, without_a_webhook_is_told_to_nobody) {
    state_webhook(own);
    ASSERT_TRUE(change([](auto& draft) { draft.webhook = {}; }));
    EXPECT_EQ(deliveries_waiting(), 1);
}

TEST_F(OrganizationChangeTest, is_told_to_a_webhook_that_wants_such_events) {
    state_webhook(own, {event_type::badge_created});
    ASSERT_TRUE(change([](auto& draft) { draft.description = "By the sea."; }));
    EXPECT_EQ(deliveries_waiting(), 0);
    Badges badges(registry());
    issue(badges, own, badge_for(make_template(own), "ada@harbor.example"));
    EXPECT_EQ(deliveries_waiting(), 1);
}

}  // namespace

}  // namespace cartulary
