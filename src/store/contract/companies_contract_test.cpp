#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "store/attendee_groups.h"
#include "store/companies.h"
#include "store/contract/store_contract_for_test.h"
#include "store/email_domains.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto moment = Timestamp(std::chrono::milliseconds(1'790'000'000'123));

Organization kept_by(std::int32_t company, int index, std::string key) {
    auto organization = college(index);
    organization.tenant = company;
    organization.stated.identifiers = {{"litmos.key", std::move(key)}};
    return organization;
}

class CompanyContract : public StoreContract {
protected:
    // The organization of a new company.
    Organization company(int index, const std::string& login_id) {
        auto organization = stored(store(), college(index));
        write([&](Transaction& transaction) {
            ASSERT_TRUE(companies::insert(transaction, {organization.number, login_id, moment}));
        });
        return organization;
    }

    Result<companies::Member> added(const Organization& organization) {
        return store().write([&](Transaction& transaction) -> Result<companies::Member> {
            companies::Member member{organization, "maker", "changer", 1};
            const auto given = TRY(organizations::insert(transaction, organization));
            member.organization.number = given.number;
            member.organization.serial = given.serial;
            companies::insert_member(transaction, organization.tenant.value(), member);
            return member;
        });
    }

    template <class Work>
    auto read(Work&& work) {
        return store().read(std::forward<Work>(work));
    }
    std::vector<std::int32_t> members_after(std::int32_t company, std::int32_t after, int count) {
        return read([&](Transaction& transaction) {
            std::vector<std::int32_t> numbers;
            for (const auto& member : companies::members(transaction, company, after, count)) {
                numbers.push_back(member.organization.number);
            }
            return numbers;
        });
    }

    Organization harbor = company(1, "Harbor-Group");
    Organization rival = company(2, "rival");
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, CompanyContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(CompanyContract, finds_a_company_by_its_folded_login_id_that_no_other_gets) {
    const auto found =
        read([](Transaction& transaction) { return companies::find(transaction, "harbor-group"); });
    EXPECT_EQ(found, (Company{harbor.number, "Harbor-Group", moment}));
    const auto other = stored(store(), college(3));
    const auto refused = store().write([&](Transaction& transaction) {
        return companies::insert(transaction, {other.number, "HARBOR-group", moment});
    });
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().fields.at(0).field, "login_id");
}

TEST_P(CompanyContract, keeps_users_and_changes_their_passwords) {
    write([&](Transaction& transaction) {
        EXPECT_TRUE(companies::put_user(transaction, harbor.number, {"Robot", "hash 1", moment}));
        EXPECT_TRUE(companies::put_user(transaction, rival.number, {"robot", "other", moment}));
        EXPECT_FALSE(companies::put_user(transaction, harbor.number, {"ROBOT", "hash 2", moment}));
    });
    const auto owner = read([](Transaction& transaction) {
        return companies::owner_of(transaction, "harbor-group", "robot");
    });
    ASSERT_TRUE(owner);
    EXPECT_EQ(owner->id, harbor.id);
    EXPECT_EQ(owner->number, harbor.number);
    EXPECT_EQ(owner->name, harbor.stated.name);
    EXPECT_TRUE(owner->approved);
    EXPECT_EQ(owner->username, "Robot");
    EXPECT_EQ(owner->password_hash, "hash 2");
    write([&](Transaction& transaction) {
        EXPECT_THAT(companies::users_of(transaction, harbor.number),
                    ElementsAre(CompanyUser{"Robot", "hash 2", moment}));
        EXPECT_TRUE(companies::remove_user(transaction, harbor.number, "robot"));
        EXPECT_FALSE(companies::remove_user(transaction, harbor.number, "robot"));
        EXPECT_EQ(companies::owner_of(transaction, "harbor-group", "robot"), std::nullopt);
        EXPECT_TRUE(companies::owner_of(transaction, "rival", "robot"));
    });
}

TEST_P(CompanyContract, gives_a_companys_organizations_page_by_page) {
    std::vector<std::int32_t> numbers;
    for (int i = 10; i < 17; ++i) {
        numbers.push_back(added(kept_by(harbor.number, i, std::to_string(i)))->organization.number);
    }
    added(kept_by(rival.number, 20, "10")).value();
    EXPECT_EQ(members_after(harbor.number, 0, 100), numbers);
    EXPECT_THAT(members_after(harbor.number, 0, 2), ElementsAre(numbers[0], numbers[1]));
    EXPECT_THAT(members_after(harbor.number, numbers[4], 5), ElementsAre(numbers[5], numbers[6]));
    EXPECT_THAT(members_after(harbor.number, numbers[6], 5), IsEmpty());
}

TEST_P(CompanyContract, knows_who_made_and_changed_an_organization) {
    const auto member = added(kept_by(harbor.number, 3, "k")).value();
    const auto number = member.organization.number;
    write([&](Transaction& transaction) {
        companies::note_update(transaction, number, "another", 7);
        const auto found = companies::find_member(transaction, harbor.number, number);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->organization, member.organization);
        EXPECT_EQ(found->created_by, "maker");
        EXPECT_EQ(found->updated_by, "another");
        EXPECT_EQ(found->updated_version, 7);
        EXPECT_FALSE(companies::find_member(transaction, rival.number, number));
        EXPECT_FALSE(companies::has(transaction, rival.number, number));
        EXPECT_TRUE(companies::has(transaction, harbor.number, number));
    });
}

TEST_P(CompanyContract, finds_an_organization_by_its_key_within_its_company) {
    const auto number = added(kept_by(harbor.number, 3, "Straße"))->organization.number;
    write([&](Transaction& transaction) {
        const auto by = [&](std::int32_t company, const char* scheme, const char* value) {
            return companies::number_by(transaction, company, scheme, value);
        };
        EXPECT_EQ(by(harbor.number, "litmos.key", "STRASSE"), number);
        EXPECT_EQ(by(rival.number, "litmos.key", "Straße"), std::nullopt);
        EXPECT_EQ(by(harbor.number, "litmos.external_id", "Straße"), std::nullopt);
    });
}

TEST_P(CompanyContract, of_fifty_that_want_one_key_at_once_one_gets_it) {
    std::vector<std::thread> threads;
    std::atomic<int> inserted{0};
    std::atomic<int> refused{0};
    for (int i = 0; i < 50; ++i) {
        threads.emplace_back([&, i] {
            const auto outcome = added(kept_by(harbor.number, 100 + i, i % 2 == 0 ? "k" : "K"));
            inserted += outcome.has_value();
            refused += !outcome && outcome.error().kind == ErrorKind::conflict;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(inserted, 1);
    EXPECT_EQ(refused, 49);
    EXPECT_EQ(members_after(harbor.number, 0, 100).size(), 1U);
}

AttendeeGroup group_named(const std::string& name) {
    return {.number = 0,
            .stated = {.name = name,
                       .active = true,
                       .starts_at = moment,
                       .ends_at = {},
                       .unique_id = "u",
                       .applies_expiry = true,
                       .applies_expiry_to_replay = false},
            .modified = {"maker", moment, "maker", moment}};
}

TEST_P(CompanyContract, keeps_attendee_groups_of_an_organization) {
    const auto number = added(kept_by(harbor.number, 3, "k"))->organization.number;
    const auto other = added(kept_by(harbor.number, 4, "l"))->organization.number;
    write([&](Transaction& transaction) {
        auto deans = group_named("Deans");
        deans.number = attendee_groups::insert(transaction, number, deans).value();
        auto clerks = group_named("Clerks");
        clerks.number = attendee_groups::insert(transaction, number, clerks).value();
        EXPECT_GT(clerks.number, deans.number);
        EXPECT_EQ(attendee_groups::insert(transaction, number, group_named("DEANS")).error().kind,
                  ErrorKind::conflict);
        EXPECT_TRUE(attendee_groups::insert(transaction, other, group_named("Deans")));
        EXPECT_THAT(attendee_groups::list(transaction, number, std::nullopt),
                    ElementsAre(deans, clerks));
        EXPECT_THAT(attendee_groups::list(transaction, number, "clerks"), ElementsAre(clerks));
        EXPECT_EQ(attendee_groups::count(transaction, number), 2);

        clerks.stated = {.name = "Heads", .active = false, .ends_at = moment};
        clerks.modified.updated_by = "changer";
        ASSERT_TRUE(attendee_groups::replace(transaction, number, clerks));
        EXPECT_EQ(attendee_groups::find(transaction, number, clerks.number), clerks);
        clerks.stated.name = "deans";
        EXPECT_EQ(attendee_groups::replace(transaction, number, clerks).error().fields.at(0).field,
                  "name");
        EXPECT_FALSE(attendee_groups::remove(transaction, other, deans.number));
        EXPECT_TRUE(attendee_groups::remove(transaction, number, deans.number));
        EXPECT_EQ(attendee_groups::find(transaction, number, deans.number), std::nullopt);
    });
}

TEST_P(CompanyContract, keeps_an_e_mail_domain_once_in_a_company) {
    const auto number = added(kept_by(harbor.number, 3, "k"))->organization.number;
    const auto other = added(kept_by(harbor.number, 4, "l"))->organization.number;
    const auto foreign = added(kept_by(rival.number, 5, "k"))->organization.number;
    const EmailDomain domain{{"Harbor.example", true}, {"maker", moment, "maker", moment}};
    write([&](Transaction& transaction) {
        ASSERT_TRUE(email_domains::insert(transaction, harbor.number, number, domain));
        EXPECT_EQ(email_domains::insert(transaction, harbor.number, other,
                                        {{"HARBOR.example", true}, domain.modified})
                      .error()
                      .fields.at(0)
                      .field,
                  "domain");
        EXPECT_TRUE(email_domains::insert(transaction, rival.number, foreign, domain));
        EXPECT_EQ(email_domains::find(transaction, number, "harbor.example"), domain);
        EXPECT_EQ(email_domains::find(transaction, other, "harbor.example"), std::nullopt);

        EmailDomain renamed{{"bücher.example", false}, {"changer", moment, "changer", moment}};
        ASSERT_TRUE(email_domains::replace(transaction, number, "harbor.example", renamed));
        EXPECT_THAT(email_domains::list(transaction, number, std::nullopt), ElementsAre(renamed));
        EXPECT_THAT(email_domains::list(transaction, number, "harbor.example"), IsEmpty());
        renamed.stated.active = true;
        ASSERT_TRUE(email_domains::replace(transaction, number, "xn--bcher-kva.example", renamed));
        EXPECT_THAT(email_domains::list(transaction, number, "xn--bcher-kva.example"),
                    ElementsAre(renamed));
        EXPECT_EQ(email_domains::count(transaction, number), 1);
        EXPECT_FALSE(email_domains::remove(transaction, other, "xn--bcher-kva.example"));
        EXPECT_TRUE(email_domains::remove(transaction, number, "xn--bcher-kva.example"));
    });
}

TEST_P(CompanyContract, what_an_organization_had_goes_when_it_is_no_longer_the_companys) {
    const auto number = added(kept_by(harbor.number, 3, "k"))->organization.number;
    write([&](Transaction& transaction) {
        ASSERT_TRUE(attendee_groups::insert(transaction, number, group_named("Deans")));
        ASSERT_TRUE(email_domains::insert(transaction, harbor.number, number,
                                          {{"harbor.example", true}, {"a", moment, "a", moment}}));
        companies::remove_member(transaction, number);
        EXPECT_FALSE(companies::has(transaction, harbor.number, number));
        EXPECT_EQ(attendee_groups::count(transaction, number), 0);
        EXPECT_EQ(email_domains::count(transaction, number), 0);
        EXPECT_TRUE(organizations::find(transaction, number));
    });
}

TEST_P(CompanyContract, a_companys_organizations_are_for_it_to_see_but_for_retired_ones) {
    const auto member = added(kept_by(harbor.number, 3, "k")).value();
    auto retired = added(kept_by(harbor.number, 4, "l")).value().organization;
    retired.version = 2;
    retired.status = OrganizationStatus::retired;
    write([&](Transaction& transaction) {
        ASSERT_TRUE(organizations::replace(transaction, retired));
        const auto sees = [&](const Organization& viewer) {
            return organizations::sight_of(transaction, member.organization.id, viewer.number)
                ->may_see;
        };
        EXPECT_TRUE(sees(harbor));
        EXPECT_FALSE(sees(rival));
        const auto listed = organizations::list_seen_by(transaction, harbor.number, {});
        EXPECT_EQ(listed.total, 2);
        EXPECT_THAT(listed.items, testing::UnorderedElementsAre(harbor, member.organization));
    });
}

}  // namespace

}  // namespace cartulary
