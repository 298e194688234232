#include <atomic>
#include <set>
#include <thread>

#include "store/contract/store_contract_for_test.h"
#include "store/organizations.h"

namespace cartulary {

INSTANTIATE_TEST_SUITE_P(EveryDatabase, StoreContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

namespace {

Result<void> refused() {
    return fail(ErrorKind::conflict, "refused");
}

std::int64_t organizations_in(Store& store) {
    return store.read([](Transaction& transaction) { return organizations::count(transaction); });
}

TEST_P(StoreContract, keeps_what_was_answered_over_a_restart) {
    const auto organization = stored(store(), college(1));
    reopen();
    const auto found = store().read([&](Transaction& transaction) {
        return organizations::find(transaction, organization.id);
    });
    EXPECT_EQ(found, organization);
}

TEST_P(StoreContract, keeps_nothing_of_what_was_refused) {
    const auto outcome = store().write([&](Transaction& transaction) -> Result<void> {
        EXPECT_TRUE(organizations::insert(transaction, college(1)));
        return refused();
    });
    EXPECT_EQ(outcome.error().message, "refused");
    EXPECT_EQ(organizations_in(store()), 0);
}

TEST_P(StoreContract, keeps_nothing_of_what_threw_and_tells_its_caller_alone) {
    EXPECT_THROW(store().write([&](Transaction& transaction) -> Result<void> {
        EXPECT_TRUE(organizations::insert(transaction, college(1)));
        throw std::domain_error("thrown");
    }),
                 std::domain_error);
    EXPECT_EQ(organizations_in(store()), 0);
    stored(store(), college(2));
    EXPECT_EQ(organizations_in(store()), 1);
}

TEST_P(StoreContract, a_failed_statement_leaves_the_others_work_alone) {
    constexpr auto broken_sql = "insert into migration (name) values (null)";
    std::vector<std::thread> threads;
    std::atomic<int> failures{0};
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&, i] {
            try {
                const auto written = store().write([&](Transaction& transaction) -> Result<void> {
                    if (auto given = organizations::insert(transaction, college(i)); !given) {
                        return tl::unexpected(given.error());
                    }
                    if (i % 2 == 0) transaction.run(broken_sql);
                    return {};
                });
                EXPECT_TRUE(written);
            } catch (const DatabaseError&) {
                ++failures;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failures, 10);
    EXPECT_EQ(organizations_in(store()), 10);
}

TEST_P(StoreContract, a_reader_sees_what_was_answered_before_it_began) {
    for (int i = 0; i < 50; ++i) {
        stored(store(), college(i));
        ASSERT_EQ(organizations_in(store()), i + 1);
    }
}

TEST_P(StoreContract, a_reader_sees_one_state_from_beginning_to_end) {
    store().read([&](Transaction& transaction) {
        const auto before = organizations::count(transaction);
        std::thread([&] { stored(store(), college(1)); }).join();
        EXPECT_EQ(organizations::count(transaction), before);
        return 0;
    });
    EXPECT_EQ(organizations_in(store()), 1);
}

TEST_P(StoreContract, two_writers_that_cross_both_succeed) {
    const auto first = stored(store(), college(1));
    const auto second = stored(store(), college(2));
    constexpr auto touch_sql =
        "update organization set event_count = event_count + 1 where number = $1";
    const auto touch_both = [&](std::int32_t one, std::int32_t other) {
        for (int i = 0; i < 20; ++i) {
            const auto written = store().write([&](Transaction& transaction) -> Result<void> {
                transaction.run(touch_sql, one);
                std::this_thread::yield();
                transaction.run(touch_sql, other);
                return {};
            });
            EXPECT_TRUE(written);
        }
    };
    std::thread there(touch_both, first.number, second.number);
    std::thread back(touch_both, second.number, first.number);
    there.join();
    back.join();
    constexpr auto sum_sql = "select sum(event_count) from organization";
    EXPECT_EQ(store().read([&](Transaction& transaction) {
        auto rows = transaction.query(sum_sql);
        rows.next();
        return rows.integer(0);
    }),
              80);
}

TEST_P(StoreContract, readers_and_writers_at_once_lose_nothing) {
    constexpr int writers = 4;
    constexpr int each = 25;
    std::atomic<bool> done{false};
    std::thread reader([&] {
        std::int64_t last = 0;
        while (!done) {
            const auto now = organizations_in(store());
            EXPECT_GE(now, last);
            last = now;
        }
    });
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) stored(store(), college(writer * each + i));
        });
    }
    for (auto& thread : threads) thread.join();
    done = true;
    reader.join();
    EXPECT_EQ(organizations_in(store()), writers * each);
}

TEST_P(StoreContract, numbers_and_serials_are_unique_and_grow) {
    std::vector<std::thread> threads;
    std::vector<Organization> all(40, college(0));
    for (std::size_t i = 0; i < all.size(); ++i) {
        threads.emplace_back([&, i] { all[i] = stored(store(), college(static_cast<int>(i))); });
    }
    for (auto& thread : threads) thread.join();
    std::set<std::int32_t> numbers;
    std::set<std::int64_t> serials;
    for (const auto& organization : all) {
        numbers.insert(organization.number);
        serials.insert(organization.serial);
    }
    EXPECT_EQ(numbers.size(), all.size());
    EXPECT_EQ(serials.size(), all.size());
    const auto next = stored(store(), college(100));
    EXPECT_GT(next.number, *numbers.rbegin());
    EXPECT_GT(next.serial, *serials.rbegin());
}

TEST_P(StoreContract, tells_that_it_can_be_read) {
    EXPECT_NO_THROW(store().check());
}

TEST_P(StoreContract, its_files_have_no_problem) {
    stored(store(), college(1));
    EXPECT_EQ(store().engine_problems(), std::vector<std::string>{});
}

}  // namespace

Organization college(int index) {
    const auto number = std::to_string(index);
    OrganizationDraft stated;
    stated.name = "College " + number;
    stated.profile_name = "college_" + number;
    stated.description = "Teaches.";
    stated.website = "https://college" + number + ".example";
    stated.email = "info@college" + number + ".example";
    stated.phones = {{"(207) 555-0100", "12"}, {"207 555 0101", ""}};
    stated.address = {"1 Quay Street", "Hall B", "Portland", "Maine", "04101", "US"};
    stated.types = {OrganizationType::two_year, OrganizationType::postsecondary};
    stated.sector = Sector::private_non_profit;
    stated.identifiers = {{"fein", "12-3456789"}, {"opeid", "00123400"}};
    stated.publishing = {.roles = {PublishingRole::credential_organization},
                         .methods = {PublishingMethod::bulk_upload},
                         .consuming_methods = {ConsumingMethod::search_api},
                         .estimates = {{"ceterms:Certificate", 12, "about a \"dozen\""}}};
    stated.particulars = {{"litmos", R"({"AccountingCode":"7"})"}};
    const auto made = timestamp(1'700'000'000'123 + index);
    return {.id = OrganizationId(Uuid::named(url_namespace, "college" + number)),
            .number = 0,
            .serial = 0,
            .status = OrganizationStatus::approved,
            .trusted_partner = index % 2 == 0,
            .tenant = {},
            .stated = std::move(stated),
            .version = 1,
            .created_at = made,
            .updated_at = made,
            .approved_at = made};
}

Organization stored(Store& store, Organization organization) {
    const auto given = store.write(
        [&](Transaction& transaction) { return organizations::insert(transaction, organization); });
    if (!given) throw std::runtime_error(given.error().message);
    organization.number = given->number;
    organization.serial = given->serial;
    return organization;
}

}  // namespace cartulary
