#include <atomic>
#include <thread>

#include "operations/operations_for_test.h"
#include "operations/tokens.h"
#include "operations/verification.h"

namespace cartulary {

namespace {

// Several who want the same thing at the same time.
class RivalsTest : public testing::TestWithParam<testkit::StoreKind>,
                   protected OperationsUnderTest {
protected:
    static constexpr int rivals = 8;

    RivalsTest() : OperationsUnderTest(GetParam().open_empty()) {}

    // How many of them succeed. `work` is given the number of the rival.
    int at_once(const std::function<bool(int)>& work) {
        std::atomic<int> successes{0};
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < rivals; ++i) {
                threads.emplace_back([&, i] { successes += work(i); });
            }
        }
        EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
        return successes;
    }

    // Its randomness, unlike the tests' own, is for any number of threads.
    Registry shared{.store = under_test.store(),
                    .vault = registry().vault,
                    .now = registry().now,
                    .randomness = system_randomness,
                    .name = "Test Registry",
                    .public_url = "https://registry.example"};
    Badges badges{shared};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, RivalsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(RivalsTest, one_earner_gets_a_badge_once) {
    const auto welding = make_template(own);
    EXPECT_EQ(at_once([&](int) {
                  return badges
                      .issue(own, own.id, badge_for(welding, "ada@harbor.example"), {}, id_of)
                      .has_value();
              }),
              1);
    EXPECT_EQ(BadgeTemplates(shared).get(own, own.id, welding)->badge_template.badge_count, 1);
}

TEST_P(RivalsTest, batches_that_cross_each_other_are_all_issued) {
    const Uuid templates[] = {make_template(own), make_template(own)};
    EXPECT_EQ(at_once([&](int rival) {
                  const auto email = "rival" + std::to_string(rival) + "@harbor.example";
                  const auto first = static_cast<std::size_t>(rival % 2);
                  return badges
                      .issue_all(own, own.id,
                                 {badge_for(templates[first], email),
                                  badge_for(templates[1 - first], email)},
                                 {}, [](const auto&) { return std::string(); })
                      .has_value();
              }),
              rivals);
    EXPECT_EQ(events_of(own).size(), 2U + 2U * rivals);
}

TEST_P(RivalsTest, changes_of_one_organization_come_one_after_the_other) {
    Organizations organizations(shared);
    EXPECT_EQ(at_once([&](int rival) {
                  return organizations
                      .change(own, own.id,
                              [&](OrganizationDraft& draft) -> Result<void> {
                                  draft.description += std::to_string(rival);
                                  return {};
                              })
                      .has_value();
              }),
              rivals);
    const auto organization = organizations.show(own.id)->organization;
    EXPECT_EQ(organization.version, 1 + rivals);
    EXPECT_EQ(organization.stated.description.size(), static_cast<std::size_t>(rivals));
}

TEST_P(RivalsTest, an_earner_and_an_issuer_decide_one_after_the_other) {
    const auto id = issue(badges, own, badge_for(make_template(own), "ada@harbor.example"));
    const auto link =
        registry().vault.unseal(mail_of(MailKind::badge_issued).front().sealed_link).value();
    const auto secret = link.substr(link.find("secret=") + 7);
    at_once([&](int rival) {
        if (rival == 0) return badges.revoke(own, own.id, id, {"Mistake", true}).has_value();
        const auto decision = rival % 2 ? Badges::Decision::accept : Badges::Decision::reject;
        return badges.decide(secret, decision).has_value();
    });
    EXPECT_EQ(badges.get(own, own.id, id)->badge.state, BadgeState::revoked);
}

TEST_P(RivalsTest, a_warning_is_mailed_once) {
    ASSERT_TRUE(make_token(registry(), own.id, {"for badges", {}}));
    under_test.pass(authorization_token_life - std::chrono::days(5));
    at_once([&](int) {
        look_after_tokens(shared);
        return true;
    });
    EXPECT_EQ(mail_of(MailKind::token_expires).size(), 1U);
}

TEST_P(RivalsTest, one_name_of_a_request_makes_one_badge) {
    const auto often = make_template(own, [](auto& draft) { draft.allow_duplicates = true; });
    EXPECT_EQ(at_once([&](int) {
                  return badges
                      .issue(own, own.id, badge_for(often, "ada@harbor.example"),
                             {"key", "fingerprint"}, id_of)
                      .has_value();
              }),
              rivals);
    EXPECT_EQ(badges.list(own, own.id, {}, {}, {})->total, 1);
}

}  // namespace

}  // namespace cartulary
