#include "store/connections.h"
#include "store/contract/resources_contract_for_test.h"

namespace cartulary {

namespace {

using connections::Typed;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ConnectionsContract : public ResourcesContract {
protected:
    // Stores a certificate that refers so.
    std::int64_t add(const std::string& name, std::vector<ResourceReference> references,
                     const std::string& type = "ceterms:Certificate") {
        auto sample = sample_resource(owner, name);
        sample.resource.type = type;
        sample.entries.front().type = type;
        sample.entries.front().references = std::move(references);
        return added(sample);
    }
    static std::string target(const std::string& name) { return sample_ctid(name).text(); }

    std::vector<std::string> ways_to(const std::string& name, int count = 9) {
        return read([&](Transaction& transaction) {
            return connections::ways_to(transaction, sample_ctid(name), count);
        });
    }
    std::vector<std::string> ways_from(std::int64_t number, int count = 9) {
        return read([&](Transaction& transaction) {
            return connections::ways_from(transaction, number, count);
        });
    }
    std::vector<std::int64_t> referring(const std::string& name, const std::string& way,
                                        int count = 9) {
        return read([&](Transaction& transaction) {
            return connections::referring(transaction, sample_ctid(name), way, count);
        });
    }
    std::vector<Ctid> referred(std::int64_t number, const std::string& way, int count = 9) {
        return read([&](Transaction& transaction) {
            return connections::referred(transaction, number, way, count);
        });
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ConnectionsContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ConnectionsContract, are_known_by_their_ways_in_both_directions) {
    const auto first = add("first", {{"p:b", target("x")},
                                     {"p:a", target("y")},
                                     {"p:a.p:b", target("x")},
                                     {"p:concept", "orgType:FourYear"}});
    const auto second = add("second", {{"p:b", target("x")}, {"p:b", target("y")}});
    EXPECT_THAT(ways_from(first), ElementsAre("p:a", "p:a.p:b", "p:b", "p:concept"));
    EXPECT_THAT(ways_from(first, 2), ElementsAre("p:a", "p:a.p:b"));
    EXPECT_THAT(ways_from(999'999), IsEmpty());
    EXPECT_THAT(ways_to("x"), ElementsAre("p:a.p:b", "p:b"));
    EXPECT_THAT(ways_to("x", 1), ElementsAre("p:a.p:b"));
    EXPECT_THAT(ways_to("first"), IsEmpty());
    EXPECT_THAT(referring("x", "p:b"), ElementsAre(first, second));
    EXPECT_THAT(referring("x", "p:b", 1), ElementsAre(first));
    EXPECT_THAT(referring("x", "p:a"), IsEmpty());
    EXPECT_THAT(referred(second, "p:b"), SizeIs(2));
    EXPECT_THAT(referred(second, "p:b", 1), SizeIs(1));
    EXPECT_THAT(referred(first, "p:a"), ElementsAre(sample_ctid("y")));
    EXPECT_THAT(referred(first, "p:concept"), IsEmpty());
}

TEST_P(ConnectionsContract, end_with_what_is_deleted) {
    auto sample = sample_resource(owner, "first");
    sample.entries.front().references = {{"p:b", target("x")}};
    const auto number = added(sample);
    const auto other = add("x", {}, "ceterms:Course");
    const auto numbers = [&] {
        const Ctid ctids[] = {sample_ctid("x"), sample_ctid("never"), sample_ctid("first")};
        return read(
            [&](Transaction& transaction) { return connections::numbers_of(transaction, ctids); });
    };
    const auto types = [&] {
        const std::int64_t asked[] = {other, number, 999'999};
        return read(
            [&](Transaction& transaction) { return connections::types_of(transaction, asked); });
    };
    EXPECT_THAT(numbers(), ElementsAre(number, other));
    EXPECT_THAT(types(),
                ElementsAre(Typed{number, "ceterms:Certificate"}, Typed{other, "ceterms:Course"}));
    ASSERT_TRUE(put(next_version(sample, number, 1, ResourceEvent::deleted)));
    EXPECT_THAT(numbers(), ElementsAre(other));
    EXPECT_THAT(types(), ElementsAre(Typed{other, "ceterms:Course"}));
    EXPECT_THAT(ways_to("x"), IsEmpty());
    EXPECT_THAT(ways_from(number), IsEmpty());
    EXPECT_THAT(
        read([](Transaction& transaction) { return connections::numbers_of(transaction, {}); }),
        IsEmpty());
    EXPECT_THAT(
        read([](Transaction& transaction) { return connections::types_of(transaction, {}); }),
        IsEmpty());
}

}  // namespace

}  // namespace cartulary
