#include <atomic>
#include <thread>

#include "store/contract/resources_contract_for_test.h"
#include "store/resource_addresses.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourcesContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourcesContract, finds_a_resource_as_it_was_stored) {
    auto sample = sample_resource(owner, "a");
    sample.resource.publisher = sample.version.publisher = other_owner;
    sample.resource.verified_at = sample_time(5);
    const auto number = added(sample);
    sample.resource.number = number;
    read([&](Transaction& transaction) {
        EXPECT_EQ(resources::find(transaction, sample_ctid("a")), sample.resource);
        EXPECT_EQ(resources::find(transaction, number), sample.resource);
        EXPECT_EQ(resources::find_by_envelope(transaction, sample.resource.envelope),
                  sample.resource);
        EXPECT_EQ(resources::version(transaction, number, 1), sample.version);
        EXPECT_EQ(resources::find(transaction, sample_ctid("b")), std::nullopt);
        EXPECT_EQ(resources::find_by_envelope(transaction, sample_id("b")), std::nullopt);
        EXPECT_EQ(resources::whole_of(transaction, sample_ctid("a")), number);
        EXPECT_EQ(resources::whole_of(transaction, sample_ctid("b")), std::nullopt);
        return 0;
    });
}

TEST_P(ResourcesContract, keeps_every_version) {
    const auto first = sample_resource(owner, "a", 0);
    const auto number = added(first);
    const auto second = next_version(first, number, 10);
    ASSERT_EQ(put(second), number);
    const auto third = next_version(second, number, 20, ResourceEvent::deleted);
    ASSERT_EQ(put(third), number);
    read([&](Transaction& transaction) {
        const auto at = [&](int minutes) {
            return resources::version_at(transaction, number, sample_time(minutes));
        };
        EXPECT_EQ(resources::version(transaction, number, 1), first.version);
        EXPECT_EQ(resources::version(transaction, number, 3), third.version);
        EXPECT_EQ(resources::version(transaction, number, 4), std::nullopt);
        EXPECT_EQ(at(-1), std::nullopt);
        EXPECT_EQ(at(0), first.version);
        EXPECT_EQ(at(19), second.version);
        EXPECT_EQ(at(1'000), third.version);
        auto bare = first.version;
        bare.document = "";
        const auto history = resources::history(transaction, number);
        EXPECT_THAT(history, SizeIs(3));
        EXPECT_EQ(history.at(0), bare);
        EXPECT_EQ(resources::find(transaction, number), third.resource);
        return 0;
    });
}

TEST_P(ResourcesContract, a_ctid_is_one_things_for_ever) {
    auto framework = sample_resource(owner, "framework");
    framework.entries.push_back(sample_entry("part"));
    const auto number = added(framework);
    EXPECT_THAT(fields(put(sample_resource(other_owner, "framework"))), ElementsAre("ctid"));
    EXPECT_THAT(fields(put(sample_resource(other_owner, "part"))), ElementsAre("ctid"));
    auto rival = sample_resource(other_owner, "rival");
    rival.entries.push_back(sample_entry("free"));
    rival.entries.push_back(sample_entry("part"));
    rival.entries.push_back(sample_entry("framework"));
    const auto refused = put(rival);
    EXPECT_THAT(fields(refused), ElementsAre("ctid of a part", "ctid of a part"));
    EXPECT_EQ(refused.error().fields.at(0).problem,
              "is already used by another resource: " + sample_ctid("part").text());
    EXPECT_EQ(found("rival"), std::nullopt);
    auto same_envelope = sample_resource(owner, "other");
    same_envelope.resource.envelope = framework.resource.envelope;
    EXPECT_THAT(fields(put(same_envelope)), ElementsAre("envelope"));

    framework.entries.pop_back();
    ASSERT_TRUE(put(next_version(framework, number, 1)));
    EXPECT_THAT(fields(put(rival)), SizeIs(2));
}

TEST_P(ResourcesContract, refuses_a_version_that_is_not_the_next) {
    const auto first = sample_resource(owner, "a");
    const auto number = added(first);
    const auto second = next_version(first, number, 1);
    ASSERT_TRUE(put(second));
    EXPECT_THAT(fields(put(second)), ElementsAre("revision"));
    EXPECT_THAT(fields(put(next_version(next_version(second, number, 2), number, 3))),
                ElementsAre("revision"));
    EXPECT_EQ(found("a")->revision, 2);
}

TEST_P(ResourcesContract, of_two_that_store_the_same_version_one_is_refused) {
    const auto first = sample_resource(owner, "a");
    const auto number = added(first);
    std::atomic<int> kept{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            if (put(next_version(first, number, 1))) ++kept;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(kept, 1);
}

TEST_P(ResourcesContract, parts_go_with_their_whole_to_another_owner) {
    auto sample = sample_resource(owner, "framework");
    sample.entries.push_back(sample_entry("part"));
    const auto number = added(sample);
    auto given = next_version(sample, number, 1, ResourceEvent::transferred);
    given.resource.owner = given.version.owner = other_owner;
    ASSERT_TRUE(put(given));
    for (const auto& entry : entries_of(number)) EXPECT_EQ(entry.owner, other_owner);
}

TEST_P(ResourcesContract, writes_only_the_entries_that_changed) {
    constexpr int parts = 300;
    auto sample = sample_resource(owner, "framework");
    for (int i = 0; i < parts; ++i) {
        sample.entries.push_back(sample_entry("part " + std::to_string(i)));
    }
    const auto number = added(sample);
    auto changed = next_version(sample, number, 1);
    changed.entries.at(7).names.front().text = "Renamed";
    ASSERT_TRUE(put(changed));
    constexpr auto written_sql = "select count(*) from resource where revision = 2";
    EXPECT_EQ(read([&](Transaction& transaction) {
                  auto rows = transaction.query(written_sql);
                  rows.next();
                  return rows.integer(0);
              }),
              2);  // its own, and the part's
}

TEST_P(ResourcesContract, a_resource_may_have_ten_thousand_parts) {
    auto sample = sample_resource(owner, "framework");
    for (int i = 0; i < 10'000; ++i) {
        const auto name = "part " + std::to_string(i);
        sample.entries.push_back(sample_entry(name, "number" + std::to_string(i) + " of many"));
    }
    const auto number = added(sample);
    EXPECT_THAT(entries_of(number), SizeIs(10'001));
    EXPECT_THAT(with_words({{"number9999", false}, {"many", false}}), SizeIs(1));
    EXPECT_THAT(with_words({{"many", false}}, 20'000), SizeIs(10'000));
    EXPECT_THAT(with_words({{"many", false}}, 10), SizeIs(10));
    ASSERT_TRUE(put(next_version(sample, number, 1, ResourceEvent::deleted)));
    EXPECT_THAT(with_words({{"many", false}}), IsEmpty());
}

TEST_P(ResourcesContract, lists_by_owner_and_type) {
    const auto first = added(sample_resource(owner, "a"));
    auto degree = sample_resource(owner, "b");
    degree.resource.type = degree.entries.front().type = "ceterms:Degree";
    degree.entries.push_back(sample_entry("part"));
    const auto second = added(degree);
    const auto third = added(sample_resource(other_owner, "c"));
    ASSERT_TRUE(put(next_version(sample_resource(owner, "a"), first, 1, ResourceEvent::deleted)));
    using resources::Filter;
    const std::vector<std::pair<Filter, std::vector<std::int64_t>>> cases{
        {{}, {second, third}},
        {{.deleted_too = true}, {first, second, third}},
        {{.owner = owner}, {second}},
        {{.owner = owner, .deleted_too = true}, {first, second}},
        {{.owner = owner, .type = "ceterms:Certificate"}, {}},
        {{.owner = other_owner, .type = "ceterms:Certificate"}, {third}},
        {{.type = "ceterms:Certificate"}, {third}},
        {{.type = "ceterms:Certificate", .deleted_too = true}, {first, third}},
        {{.type = "ceterms:Degree"}, {second}},
        {{.type = "ceterms:Course"}, {}},
    };
    for (const auto& [filter, expected] : cases) {
        const auto page = read(
            [&](Transaction& transaction) { return resources::list(transaction, filter, {}); });
        std::vector<std::int64_t> numbers;
        for (const auto& resource : page.items) numbers.push_back(resource.number);
        EXPECT_EQ(numbers, expected) << filter.type;
        EXPECT_EQ(page.total, static_cast<std::int64_t>(expected.size())) << filter.type;
    }
    read([&](Transaction& transaction) {
        const auto page =
            resources::list(transaction, {.deleted_too = true}, {.offset = 1, .count = 1});
        EXPECT_EQ(page.total, 3);
        EXPECT_EQ(page.items.at(0).number, second);
        const auto wholes = resources::whole_after(transaction, first, 9);
        EXPECT_THAT(wholes, SizeIs(2));
        EXPECT_EQ(wholes.at(0).resource.ctid, sample_ctid("b"));
        EXPECT_EQ(wholes.at(0).version, degree.version);
        EXPECT_EQ(resources::whole_after(transaction, 0, 1).at(0).version.revision, 2);
        return 0;
    });
}

TEST_P(ResourcesContract, tells_the_addresses_of_what_is_there) {
    auto whole = sample_resource(owner, "a", 5);
    whole.entries.push_back(sample_entry("part of a"));
    const auto first = added(whole);
    const auto second = added(sample_resource(owner, "b"));
    const auto third = added(sample_resource(owner, "c"));
    ASSERT_TRUE(put(next_version(sample_resource(owner, "b"), second, 1, ResourceEvent::deleted)));
    const auto between = [&](std::int64_t after, std::int64_t until, int count) {
        return read([&](Transaction& transaction) {
            return resources::addresses_between(transaction, after, until, count);
        });
    };
    const auto after = [&](std::int64_t number) {
        return read([&](Transaction& transaction) {
            return resources::address_after(transaction, number);
        });
    };
    const resources::ResourceAddress a{first, sample_ctid("a"), sample_time(5)};
    const resources::ResourceAddress c{third, sample_ctid("c"), sample_time(0)};
    EXPECT_THAT(between(0, third, 9), ElementsAre(a, c)) << "neither the part nor the deleted one";
    EXPECT_THAT(between(0, third, 1), ElementsAre(a));
    EXPECT_THAT(between(0, third - 1, 9), ElementsAre(a));
    EXPECT_THAT(between(first, third, 9), ElementsAre(c));
    EXPECT_EQ(after(0), first);
    EXPECT_EQ(after(first), third);
    EXPECT_EQ(after(third), std::nullopt);
}

TEST_P(ResourcesContract, reads_a_document_that_is_short) {
    const auto sample = sample_resource(owner, "a");
    const auto number = added(sample);
    const auto read_up_to = [&](std::int64_t revision, std::size_t length) {
        return read([&](Transaction& transaction) {
            return resources::short_document(transaction, number, revision, length);
        });
    };
    const auto length = sample.version.document.size();
    EXPECT_EQ(read_up_to(1, length), sample.version.document);
    EXPECT_EQ(read_up_to(1, length - 1), std::nullopt);
    EXPECT_EQ(read_up_to(2, length), std::nullopt);
}

TEST_P(ResourcesContract, that_it_is_still_true_makes_no_version) {
    const auto number = added(sample_resource(owner, "a"));
    write([&](Transaction& transaction) {
        resources::hold(transaction, number);
        resources::set_verified(transaction, number, sample_time(9));
    });
    EXPECT_EQ(found("a")->verified_at, sample_time(9));
    EXPECT_EQ(found("a")->revision, 1);
    EXPECT_EQ(found("a")->updated_at, sample_time(0));
}

}  // namespace

}  // namespace cartulary
