#include "operations/events.h"

#include "operations/operations_for_test.h"

namespace cartulary {

namespace {

using Texts = std::vector<std::string>;

class EventsTest : public testing::Test, protected OperationsUnderTest {
protected:
    // So many of them, but that of the registration: "change 1", "change 2", ….
    void make_changes(int count) {
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(Organizations(registry())
                            .change(own, own.id, [&](OrganizationDraft& draft) -> Result<void> {
                                draft.description = "change " + std::to_string(++changes_);
                                return {};
                            }));
        }
    }
    Result<Page<BoundedCache::Text>> list(const Caller& caller, const Slice& slice) {
        return events.list(caller, own.id, slice, *rendered, [this](const EventTold& told) {
            ++renders;
            const auto& subject = std::get<Organization>(told.subject);
            EXPECT_EQ(told.organization, own.id);
            return told.event.type + " " + subject.stated.description;
        });
    }
    Texts texts(const Slice& slice) {
        const auto page = list(own, slice).value();
        Texts listed;
        for (const auto& text : page.items) listed.push_back(*text);
        return listed;
    }

    Events events{registry()};
    std::unique_ptr<BoundedCache> rendered = std::make_unique<BoundedCache>(1'000'000);
    int renders = 0;

private:
    int changes_ = 0;
};

TEST_F(EventsTest, come_newest_first_each_as_things_were_then) {
    make_changes(2);
    EXPECT_EQ(texts({}), (Texts{"organization.changed change 2", "organization.changed change 1",
                                "organization.registered "}));
    EXPECT_EQ(list(own, {})->total, 3);
}

TEST_F(EventsTest, come_in_slices) {
    make_changes(4);
    EXPECT_EQ(texts({.offset = 1, .count = 2}),
              (Texts{"organization.changed change 3", "organization.changed change 2"}));
    EXPECT_EQ(texts({.offset = 4, .count = 2}), Texts{"organization.registered "});
    EXPECT_EQ(texts({.offset = 5, .count = 2}), Texts{});
    EXPECT_EQ(texts({.offset = 1'000'000'000'000, .count = 2}), Texts{});
    EXPECT_EQ(list(own, {.offset = 9, .count = 2})->total, 5);
}

TEST_F(EventsTest, are_made_into_text_once) {
    make_changes(3);
    texts({});
    EXPECT_EQ(renders, 4);
    texts({});
    EXPECT_EQ(renders, 4);
    make_changes(1);
    EXPECT_EQ(texts({}).front(), "organization.changed change 4");
    EXPECT_EQ(renders, 5);
}

TEST_F(EventsTest, are_read_where_some_of_a_page_are_known_and_others_not) {
    make_changes(5);
    texts({.offset = 2, .count = 1});
    texts({.offset = 4, .count = 1});
    const auto page = texts({});
    EXPECT_EQ(page[2], "organization.changed change 3");
    EXPECT_EQ(page[3], "organization.changed change 2");
    EXPECT_EQ(page.size(), 6U);
    EXPECT_EQ(renders, 6);
}

TEST_F(EventsTest, are_told_where_nothing_can_be_kept) {
    rendered = std::make_unique<BoundedCache>(0);
    make_changes(1);
    EXPECT_EQ(texts({}).size(), 2U);
    EXPECT_EQ(texts({}).size(), 2U);
}

TEST_F(EventsTest, of_every_noun_can_be_read_back) {
    Badges badges(registry());
    const auto badge_template = make_template(own);
    const auto badge = issue(badges, own, badge_for(badge_template, "ada@harbor.example"));
    const auto stored = events_of(own);
    const auto about_template = events.get(own, own.id, stored[0].id);
    EXPECT_EQ(std::get<IssuedTemplate>(about_template->subject).badge_template.id, badge_template);
    const auto about_badge = events.get(own, own.id, stored[1].id);
    EXPECT_EQ(about_badge->event, stored[1]);
    EXPECT_EQ(about_badge->organization, own.id);
    EXPECT_EQ(std::get<IssuedBadge>(about_badge->subject).badge.id, badge);
}

TEST_F(EventsTest, are_for_who_may_read) {
    make_changes(1);
    const auto id = events_of(own).front().id;
    const auto blind = with_rights(own, all_but_read);
    EXPECT_EQ(refusal_of(list(blind, {})), "forbidden");
    EXPECT_EQ(refusal_of(events.get(blind, own.id, id)), "forbidden");
    EXPECT_EQ(refusal_of(list(stranger, {})), "not_found");
    EXPECT_EQ(refusal_of(events.get(stranger, own.id, id)), "not_found");
    EXPECT_EQ(refusal_of(events.get(stranger, stranger.id, id)), "not_found");
    EXPECT_EQ(refusal_of(events.get(own, own.id, Uuid())), "not_found");
}

}  // namespace

}  // namespace cartulary
