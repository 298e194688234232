#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ResourceReadingTest : public ResourcesTest {
protected:
    std::string competency_shown(const Ctid& ctid, const ResourceMoment& moment = {}) {
        const auto node = shown(ctid, moment);
        if (const auto* refusal = node.string()) return *refusal;
        return *node.find("ceasn:competencyText")->find("en-US")->string();
    }
    std::size_t nodes_of(const Ctid& ctid) {
        const auto text = resources.graph(ctid).value().text;
        return json::parse(*text)->find("@graph")->array()->size();
    }
    std::vector<Ctid> listed(const Resources::ListQuery& query, const Slice& slice = {}) {
        std::vector<Ctid> ctids;
        for (const auto& item : resources.list(query, slice).items) {
            ctids.push_back(item.known.resource.ctid);
        }
        return ctids;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceReadingTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourceReadingTest, gives_the_state_of_a_moment_and_of_a_version) {
    const auto before = under_test.now() - std::chrono::minutes(1);
    ASSERT_TRUE(publish(own, certificate(welding, own, "First")));
    const auto first = under_test.now();
    under_test.pass(std::chrono::minutes(10));
    ASSERT_TRUE(publish(own, certificate(welding, own, "Second")));
    const auto second = under_test.now();
    under_test.pass(std::chrono::minutes(10));
    ASSERT_TRUE(resources.remove(own, welding));
    const auto third = under_test.now();

    EXPECT_EQ(name_shown(welding, {.as_of = before}), "not_found");
    EXPECT_EQ(name_shown(welding, {.as_of = first}), "First");
    EXPECT_EQ(name_shown(welding, {.as_of = second - std::chrono::milliseconds(1)}), "First");
    EXPECT_EQ(name_shown(welding, {.as_of = second}), "Second");
    EXPECT_EQ(name_shown(welding, {.as_of = third}), "gone");
    EXPECT_EQ(name_shown(welding, {.revision = 1}), "First");
    EXPECT_EQ(name_shown(welding, {.revision = 2}), "Second");
    EXPECT_EQ(name_shown(welding, {.revision = 3}), "gone");
    EXPECT_EQ(name_shown(welding, {.revision = 4}), "not_found");
    EXPECT_EQ(name_shown(welding, {.revision = 0}), "not_found");
    EXPECT_EQ(name_shown(welding), "gone");
    EXPECT_EQ(resources.version(welding, 3)->version.event, ResourceEvent::deleted);
    const auto then = resources.version(welding, 1)->known.resource;
    EXPECT_EQ(then.revision, 1);
    EXPECT_EQ(then.updated_at, first);
    EXPECT_EQ(then.deleted_at, std::nullopt);
    EXPECT_EQ(resources.version(welding, 3)->known.resource.deleted_at, third);
    EXPECT_EQ(refusal_of(resources.version(welding, 4)), "not_found");
    const auto text = resources.resource(welding, {.as_of = first}).value();
    EXPECT_EQ(text.revision, 1);
    EXPECT_EQ(text.updated_at, first);
    EXPECT_EQ(text.digest, resources.history(welding)->front().digest);
}

TEST_P(ResourceReadingTest, is_the_same_from_memory) {
    ASSERT_TRUE(publish(own, certificate(welding, own, "First")));
    const auto first = resources.resource(welding).value();
    EXPECT_EQ(resources.resource(welding)->text, first.text) << "the very text";
    EXPECT_NE(*resources.graph(welding)->text, *first.text);
    ASSERT_TRUE(publish(own, certificate(welding, own, "Second")));
    EXPECT_EQ(name_shown(welding), "Second");
    EXPECT_EQ(resources.resource(welding, {.revision = 1})->text, first.text);
    EXPECT_EQ(first.digest, resources.history(welding)->front().digest);
}

TEST_P(ResourceReadingTest, gives_a_part_by_its_own_ctid) {
    const auto one = ctid('2');
    const auto two = ctid('3');
    ASSERT_TRUE(publish(own, framework(welding, {one, two})));
    EXPECT_EQ(competency_shown(one), "Joins " + one.text());
    EXPECT_EQ(competency_shown(two), "Joins " + two.text());
    EXPECT_EQ(competency_shown(one), "Joins " + one.text()) << "from memory";
    EXPECT_EQ(nodes_of(one), 3U) << "the whole graph";
    EXPECT_EQ(resources.graph(one)->text, resources.graph(welding)->text);
    EXPECT_EQ(resources.known(one)->resource.ctid, welding);
    EXPECT_EQ(refusal_of(resources.history(one)), "not_found") << "it has no versions of its own";

    ASSERT_TRUE(publish(own, framework(welding, {two})));
    EXPECT_EQ(competency_shown(one), "gone");
    EXPECT_EQ(competency_shown(one, {.revision = 1}), "Joins " + one.text());
    ASSERT_TRUE(publish(own, framework(welding, {one, two, ctid('4')})));
    EXPECT_EQ(competency_shown(one), "Joins " + one.text());
    EXPECT_EQ(competency_shown(ctid('4'), {.revision = 1}), "not_found");
    ASSERT_TRUE(resources.remove(own, welding));
    EXPECT_EQ(competency_shown(one), "gone");
}

TEST_P(ResourceReadingTest, tells_the_difference_of_two_versions) {
    ASSERT_TRUE(publish(own, certificate(welding, own, "First")));
    ASSERT_TRUE(publish(own, certificate(welding, own, "Second")));
    const auto patch = json::parse(resources.difference(welding, 1, 2).value()).value();
    ASSERT_THAT(*patch.array(), SizeIs(1));
    EXPECT_EQ(*patch.array()->front().find("value")->string(), "Second");
    EXPECT_EQ(resources.difference(welding, 2, 2), "[]");
    EXPECT_EQ(refusal_of(resources.difference(welding, 1, 3)), "not_found");
    EXPECT_EQ(refusal_of(resources.difference(ctid('9'), 1, 2)), "not_found");
}

TEST_P(ResourceReadingTest, lists_what_was_published_in_its_order) {
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    ASSERT_TRUE(publish(stranger, certificate(ctid('2'), stranger)));
    ASSERT_TRUE(publish(own, framework(ctid('3'), {ctid('4')})));
    ASSERT_TRUE(resources.remove(own, welding));
    EXPECT_THAT(listed({}), ElementsAre(ctid_of(own), ctid_of(stranger), ctid('2'), ctid('3')));
    EXPECT_THAT(listed({.deleted_too = true}), SizeIs(5));
    EXPECT_THAT(listed({.owner = own.id}), ElementsAre(ctid_of(own), ctid('3')));
    EXPECT_THAT(listed({.owner = OrganizationId(ctid('9').uuid())}), IsEmpty());
    EXPECT_THAT(listed({.type = "ceterms:Certificate", .deleted_too = true}),
                ElementsAre(welding, ctid('2')));
    EXPECT_THAT(listed({}, {.offset = 1, .count = 2}), ElementsAre(ctid_of(stranger), ctid('2')));
    const auto page = resources.list({.deleted_too = true}, {.offset = 2, .count = 1});
    EXPECT_EQ(page.total, 5);
    ASSERT_THAT(page.items, SizeIs(1));
    EXPECT_EQ(page.items[0].known.owner_name, "Harbor College");
    EXPECT_THAT(page.items[0].history, SizeIs(2));
}

TEST_P(ResourceReadingTest, finds_an_envelope_by_its_own_id) {
    const auto published = publish(own, certificate(welding, own)).value();
    EXPECT_EQ(resources.known_by_envelope(published.resource.envelope)->resource,
              published.resource);
    EXPECT_EQ(refusal_of(resources.known_by_envelope(welding.uuid())), "not_found");
}

TEST_P(ResourceReadingTest, follows_every_change_in_its_order) {
    const auto last = resources.changes_after(0, 100).back().change.number;
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    ASSERT_TRUE(publish(stranger, certificate(ctid('2'), stranger)));
    ASSERT_TRUE(resources.remove(own, welding));
    std::vector<std::pair<Ctid, ResourceEvent>> told;
    for (const auto& [change, known] : resources.changes_after(last, 100)) {
        told.emplace_back(known.resource.ctid, change.event);
    }
    EXPECT_THAT(told, ElementsAre(std::pair(welding, ResourceEvent::created),
                                  std::pair(ctid('2'), ResourceEvent::created),
                                  std::pair(welding, ResourceEvent::deleted)));
    const auto of_one = resources.changes_after(0, 100, welding);
    ASSERT_THAT(of_one, SizeIs(2));
    EXPECT_THAT(resources.changes_after(of_one[0].change.number, 100, welding), SizeIs(1));
    EXPECT_THAT(resources.changes_after(0, 100, ctid('9')), IsEmpty());
    EXPECT_THAT(resources.changes_after(0, 2), SizeIs(2));

    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(publish(own, certificate(welding, own)));
    const auto since = resources.last_change_before(under_test.now());
    EXPECT_THAT(resources.changes_after(since, 100), SizeIs(1)) << "also of that very moment";
    EXPECT_EQ(resources.last_change_before(under_test.now() - std::chrono::hours(1)), 0);
}

}  // namespace

}  // namespace cartulary
