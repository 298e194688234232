#include "operations/company_organizations.h"

#include <gmock/gmock.h>

#include <atomic>
#include <set>
#include <thread>

#include "operations/attendee_groups.h"
#include "operations/email_domains.h"
#include "operations/verification.h"
#include "testkit/registry.h"

namespace cartulary {

namespace {

using testing::IsEmpty;

// On every database, since rivals meet in different ways there.
class CompanyOrganizationsTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    static CompanyOrganizationStatement statement(const std::string& key,
                                                  const std::string& name = "Harbor College") {
        CompanyOrganizationStatement statement;
        statement.apply = [key, name](OrganizationDraft& draft) {
            draft.name = name;
            draft.identifiers = {{"litmos.key", key}};
        };
        return statement;
    }
    Result<Answer> create(const std::string& key) {
        return organizations.create(user, statement(key), {},
                                    [](const CompanyOrganization& created) {
                                        return std::to_string(created.organization.number);
                                    });
    }
    std::int32_t made(const std::string& key) { return std::stoi(create(key).value().text); }

    template <class Work>
    static void at_once(int count, Work work) {
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
        for (auto& thread : threads) thread.join();
    }
    void TearDown() override { EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty()); }

    testkit::RegistryUnderTest under_test{GetParam().open_empty()};
    CompanyOrganizations organizations{under_test.registry()};
    CompanyUserCaller user = [this] {
        const NewCompany company{"Harbor Group", "harbor", "robot", "long enough secret"};
        if (!add_company(under_test.registry(), command_line(), company)) {
            throw std::runtime_error("no company");
        }
        return command_line_for_company(under_test.registry(), "harbor", "robot").value();
    }();
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, CompanyOrganizationsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(CompanyOrganizationsTest, of_fifty_that_want_one_key_at_once_one_gets_it) {
    std::atomic<int> created{0};
    std::atomic<int> refused{0};
    at_once(50, [&](int i) {
        const auto answer = create(i % 2 == 0 ? "key" : "KEY");
        created += answer.has_value();
        refused += !answer && answer.error().kind == ErrorKind::conflict;
    });
    EXPECT_EQ(created, 1);
    EXPECT_EQ(refused, 49);
    EXPECT_EQ(organizations.page(user, 0).size(), 1U);
}

TEST_P(CompanyOrganizationsTest, changes_of_one_organization_at_once_all_count) {
    const auto number = made("key");
    at_once(20, [&](int i) {
        EXPECT_TRUE(organizations.replace(user, number, statement("key", std::to_string(i + 10))));
    });
    EXPECT_EQ(organizations.get(user, number)->organization.version, 21);
}

TEST_P(CompanyOrganizationsTest, of_many_that_delete_it_at_once_one_does) {
    const auto number = made("key");
    std::atomic<int> removed{0};
    std::atomic<int> missed{0};
    at_once(20, [&](int i) {
        if (i % 2 == 0) {
            const auto outcome = organizations.remove(user, number);
            removed += outcome.has_value();
            missed += !outcome && outcome.error().kind == ErrorKind::not_found;
        } else {
            const auto outcome = organizations.replace(user, number, statement("other"));
            EXPECT_TRUE(outcome || outcome.error().kind == ErrorKind::not_found);
        }
    });
    EXPECT_EQ(removed, 1);
    EXPECT_EQ(missed, 9);
    EXPECT_THAT(organizations.page(user, 0), IsEmpty());
    EXPECT_TRUE(create("key")) << "its key is free again";
}

TEST_P(CompanyOrganizationsTest, a_domain_that_many_organizations_want_at_once_goes_to_one) {
    constexpr int count = 20;
    std::vector<std::int32_t> numbers;
    for (int i = 0; i < count; ++i) numbers.push_back(made(std::to_string(i)));
    EmailDomains domains(under_test.registry());
    std::atomic<int> given{0};
    at_once(count, [&](int i) {
        Several<EmailDomainDraft> stated{{{"harbor.example", true}}};
        given += domains
                     .create(user, numbers[static_cast<std::size_t>(i)], stated, {},
                             [](const auto&) { return std::string(); })
                     .has_value();
    });
    EXPECT_EQ(given, 1);
}

TEST_P(CompanyOrganizationsTest, puts_by_key_what_is_new_what_changed_and_what_is_the_same) {
    const auto put = [&](const std::string& key, const std::string& name) {
        return under_test.store()
            .write([&](Transaction& transaction) {
                return put_by_key(under_test.registry(), transaction, user, key,
                                  statement(key, name));
            })
            .value();
    };
    EXPECT_EQ(put("key", "Harbor"), Put::inserted);
    EXPECT_EQ(put("key", "Harbor"), Put::unchanged);
    EXPECT_EQ(put("KEY", "Harbor"), Put::updated) << "it is written otherwise";
    EXPECT_EQ(put("KEY", "Quay"), Put::updated);
    EXPECT_EQ(organizations.page(user, 0).size(), 1U);
}

TEST_P(CompanyOrganizationsTest, an_attendee_group_that_many_add_at_once_is_added_once) {
    const auto number = made("key");
    AttendeeGroups groups(under_test.registry());
    std::atomic<int> added{0};
    at_once(20, [&](int) {
        Several<AttendeeGroupDraft> stated{{AttendeeGroupDraft{.name = "Deans"}}};
        added += groups.create(user, number, stated, {}, [](const auto&) { return std::string(); })
                     .has_value();
    });
    EXPECT_EQ(added, 1);
}

}  // namespace

}  // namespace cartulary
