#include "operations/connections.h"

#include "operations/resources_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr auto owned_by = "ceterms:ownedBy";

class ConnectionsTest : public ResourcesTest {
protected:
    // Publishes one more certificate; `more` are further members of its node.
    Ctid certify(const std::string& name, const std::string& more = "") {
        const Ctid ctid(Uuid::named(url_namespace, name));
        const auto published = publish(own, certificate(ctid, own, name, more));
        EXPECT_TRUE(published) << refusal_of(published);
        return ctid;
    }
    static std::string refers(const std::string& property, const Ctid& to) {
        return ",\"" + property + "\":[\"" + address_of(to) + "\"]";
    }

    Connected inward(const Ctid& of, std::vector<std::string> properties, const Slice& slice = {}) {
        return connections_of(registry(), {of, Direction::inward, std::move(properties)}, slice);
    }
    Connected outward(const Ctid& of, std::vector<std::string> properties,
                      const Slice& slice = {}) {
        return connections_of(registry(), {of, Direction::outward, std::move(properties)}, slice);
    }
    static std::vector<std::string> names(const std::vector<Connection>& connections) {
        std::vector<std::string> names;
        for (const auto& one : connections) names.push_back(one.entry.names.front().text);
        return names;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ConnectionsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ConnectionsTest, are_told_in_both_directions) {
    const auto first = certify("First");
    const auto second = certify("Second", refers("ceterms:isPreparationFor", first));
    const auto told = inward(first, {"ceterms:isPreparationFor"});
    EXPECT_EQ(told.total, 1);
    EXPECT_FALSE(told.at_least);
    ASSERT_THAT(told.items, SizeIs(1));
    EXPECT_EQ(told.items.front().entry.ctid, second);
    EXPECT_EQ(told.items.front().entry.type, "ceterms:Certificate");
    EXPECT_THAT(told.items.front().properties, ElementsAre("ceterms:isPreparationFor"));
    EXPECT_EQ(told.items.front().owner_name, "Harbor College");
    EXPECT_THAT(names(outward(second, {"ceterms:isPreparationFor"}).items), ElementsAre("First"));
    EXPECT_THAT(names(outward(second, {}).items), UnorderedElementsAre("First", "Harbor College"));
    EXPECT_THAT(outward(first, {"ceterms:isPreparationFor"}).items, IsEmpty());
    EXPECT_THAT(inward(second, {}).items, IsEmpty());
    EXPECT_THAT(inward(ctid('9'), {}).items, IsEmpty());
    EXPECT_THAT(outward(ctid('9'), {}).items, IsEmpty());
}

TEST_P(ConnectionsTest, are_one_where_a_thing_refers_in_several_ways) {
    const auto owner = ctid_of(own);
    certify("Both", refers("ceterms:offeredBy", owner));
    certify("One");
    const auto told = inward(owner, {"ceterms:offeredBy", owned_by});
    EXPECT_EQ(told.total, 2);
    EXPECT_THAT(names(told.items), ElementsAre("Both", "One"));
    EXPECT_THAT(told.items.at(0).properties, UnorderedElementsAre("ceterms:offeredBy", owned_by));
    EXPECT_THAT(told.items.at(1).properties, ElementsAre(owned_by));
}

TEST_P(ConnectionsTest, are_known_by_the_end_of_their_way) {
    const auto target = certify("Target");
    certify("Asks", R"(,"ceterms:requires":[{"@type":"ceterms:ConditionProfile",
        "ceterms:targetCredential":[")" +
                        address_of(target) + "\"]}]");
    for (const auto* property :
         {"ceterms:targetCredential", "ceterms:requires.ceterms:targetCredential"}) {
        const auto told = inward(target, {property});
        EXPECT_THAT(names(told.items), ElementsAre("Asks"));
        EXPECT_THAT(told.items.at(0).properties, ElementsAre(property));
    }
    EXPECT_THAT(inward(target, {"ceterms:requires"}).items, IsEmpty());
    EXPECT_THAT(inward(target, {"targetCredential"}).items, IsEmpty());
    EXPECT_THAT(inward(target, {"ceterms:recommends.ceterms:targetCredential"}).items, IsEmpty());
}

TEST_P(ConnectionsTest, leave_out_what_is_deleted_and_what_is_not_here) {
    const auto first = certify("First");
    const auto second = certify("Second", refers("ceterms:isPreparationFor", first) +
                                              refers("ceterms:isRecommendedFor", ctid('9')));
    EXPECT_THAT(outward(second, {"ceterms:isRecommendedFor"}).items, IsEmpty());
    ASSERT_TRUE(resources.remove(own, first));
    EXPECT_EQ(outward(second, {"ceterms:isPreparationFor"}).total, 0);
    EXPECT_EQ(inward(first, {}).total, 1);
    ASSERT_TRUE(resources.remove(own, second));
    EXPECT_EQ(inward(first, {}).total, 0);
}

TEST_P(ConnectionsTest, come_a_page_at_a_time) {
    const auto owner = ctid_of(own);
    for (const auto* name : {"A", "B", "C", "D"}) certify(name);
    const auto page = inward(owner, {owned_by}, {.offset = 1, .count = 2});
    EXPECT_THAT(names(page.items), ElementsAre("B", "C"));
    EXPECT_EQ(page.total, 4);
    for (const auto& slice : std::vector<Slice>{
             {.offset = 4}, {.offset = 1'000'000'000}, {.offset = 0, .count = 0}, {.count = -1}}) {
        EXPECT_THAT(inward(owner, {owned_by}, slice).items, IsEmpty());
    }
    EXPECT_THAT(inward(owner, {owned_by}, {.offset = -1, .count = 1}).items, SizeIs(1));
}

TEST_P(ConnectionsTest, are_told_class_by_class) {
    const auto owner = ctid_of(own);
    for (const auto* name : {"A", "B", "C"}) certify(name);
    ASSERT_TRUE(publish(own, document(node(ctid('8'), "ceterms:Course", "Knots") +
                                      R"(,"ceterms:ownedBy":[")" + address_of(owner) + "\"]}")));
    const auto told = connections_by_type(registry(), {owner, Direction::inward, {owned_by}}, 2);
    EXPECT_EQ(told.total, 4);
    ASSERT_THAT(told.types, SizeIs(2));
    EXPECT_EQ(told.types.at(0).type, "ceterms:Certificate");
    EXPECT_EQ(told.types.at(0).total, 3);
    EXPECT_THAT(names(told.types.at(0).items), ElementsAre("A", "B"));
    EXPECT_EQ(told.types.at(1).type, "ceterms:Course");
    EXPECT_THAT(names(told.types.at(1).items), ElementsAre("Knots"));
}

// Of a framework, whose parts all refer to it.
TEST_P(ConnectionsTest, of_what_thousands_refer_to_are_counted_no_further_than_promised) {
    const auto whole = ctid('a');
    std::vector<Ctid> parts;
    for (int i = 0; i < 5'000; ++i) {
        parts.push_back(Ctid(Uuid::named(url_namespace, std::to_string(i))));
    }
    ASSERT_TRUE(publish(own, framework(whole, parts)));
    const auto other = certify("Beside them", refers("ceterms:targetCompetency", whole));
    const auto told = inward(whole, {"ceasn:isPartOf"}, {.offset = 990, .count = 50});
    EXPECT_EQ(told.total, static_cast<std::int64_t>(connections_counted_max));
    EXPECT_TRUE(told.at_least);
    EXPECT_THAT(told.items, SizeIs(10));
    const auto beside = inward(whole, {"ceterms:targetCompetency"});
    EXPECT_EQ(beside.total, 1);
    EXPECT_FALSE(beside.at_least);
    EXPECT_EQ(beside.items.at(0).entry.ctid, other);
}

}  // namespace

}  // namespace cartulary
