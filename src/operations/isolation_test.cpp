#include "operations/events.h"
#include "operations/operations_for_test.h"
#include "operations/tokens.h"
#include "operations/webhooks.h"

namespace cartulary {

namespace {

// What an organization's own operations say to another's token, one line for each.
class IsolationTest : public testing::Test, protected OperationsUnderTest {
protected:
    IsolationTest() {
        state_webhook(own);
        mine = make_template(own);
        badge = issue(badges, own, badge_for(mine, "ada@harbor.example"));
    }

    // Every operation on `organization`, with ids that are not the caller's.
    std::map<std::string, std::string> refusals(const Caller& caller,
                                                const OrganizationId& target) {
        const auto render = [](const auto&) { return std::string(); };
        const auto keep = [](auto&) -> Result<void> { return {}; };
        const auto wanted = badge_for(mine, "bob@harbor.example");
        const auto event = events_of(own).front().id;
        Tokens tokens(registry());
        Webhooks hooks(registry());
        Events events(registry());
        BoundedCache cache(1'000);
        return {
            {"template", refusal_of(templates.get(caller, target, mine))},
            {"change template", refusal_of(templates.change(caller, target, mine, keep))},
            {"delete template", refusal_of(templates.remove(caller, target, mine))},
            {"badge", refusal_of(badges.get(caller, target, badge))},
            {"replace", refusal_of(badges.replace(caller, target, badge, keep, {}, render))},
            {"revoke", refusal_of(badges.revoke(caller, target, badge, {"why", true}))},
            {"delete badge", refusal_of(badges.remove(caller, target, badge))},
            {"event", refusal_of(events.get(caller, target, event))},
            {"webhook", refusal_of(hooks.secret(caller, target))},
            {"rotate webhook", refusal_of(hooks.rotate_secret(caller, target))},
            {"revoke token", refusal_of(tokens.revoke(caller, target, Uuid()))},
            {"issue", refusal_of(badges.issue(caller, target, wanted, {}, render))},
            {"batch", refusal_of(badges.issue_all(caller, target, {wanted}, {}, render))},
        };
    }
    // Those that name nothing but the organization.
    std::map<std::string, std::string> refusals_of_lists(const Caller& caller) {
        const auto render = [](const auto&) { return std::string(); };
        Events events(registry());
        BoundedCache cache(100'000);
        Tokens tokens(registry());
        return {
            {"organization", refusal_of(organizations.get(caller, own.id, cache, render))},
            {"templates", refusal_of(templates.list(caller, own.id, {}, {}, {}))},
            {"new template", refusal_of(templates.create(caller, own.id, {}, {}, render))},
            {"badges", refusal_of(badges.list(caller, own.id, {}, {}, {}))},
            {"events", refusal_of(events.list(caller, own.id, {}, cache, render))},
            {"tokens", refusal_of(tokens.list(caller, own.id, {}))},
            {"new token", refusal_of(tokens.create(caller, own.id, {}, {}, render))},
            {"rotate token", refusal_of(tokens.rotate(caller, own.id, {}, render))},
        };
    }

    Organizations organizations{registry()};
    BadgeTemplates templates{registry()};
    Badges badges{registry()};
    Uuid mine;
    Uuid badge;
};

TEST_F(IsolationTest, another_organization_s_things_are_not_there) {
    const auto before = events_of(own).size();
    for (const auto& caller : {stranger, with_rights(stranger, nothing_but_read), earner()}) {
        for (const auto& [operation, refusal] : refusals(caller, own.id)) {
            EXPECT_EQ(refusal, "not_found") << operation;
        }
        for (const auto& [operation, refusal] : refusals_of_lists(caller)) {
            EXPECT_EQ(refusal, "not_found") << operation;
        }
    }
    EXPECT_EQ(events_of(own).size(), before);
}

TEST_F(IsolationTest, another_organization_s_things_are_not_there_under_one_s_own_name) {
    const auto no_template =
        "invalid: badge_template is no active badge template of the organization";
    for (const auto& [operation, refusal] : refusals(stranger, stranger.id)) {
        if (operation == "issue") {
            EXPECT_EQ(refusal, no_template);
        } else if (operation == "batch") {
            EXPECT_EQ(refusal, "invalid: badges[0]." + std::string(no_template).substr(9));
        } else {
            EXPECT_EQ(refusal, "not_found") << operation;
        }
    }
}

TEST_F(IsolationTest, who_may_publish_for_an_organization_still_sees_no_secret_of_it) {
    grant(own, stranger);
    const auto refused = refusals(stranger, own.id);
    EXPECT_EQ(refused.at("template"), "nothing");
    EXPECT_EQ(refused.at("event"), "nothing");
    EXPECT_EQ(refused.at("webhook"), "not_found");
    EXPECT_EQ(refused.at("rotate webhook"), "not_found");
    EXPECT_EQ(refused.at("revoke token"), "not_found");
    EXPECT_EQ(refusals_of_lists(stranger).at("tokens"), "not_found");
}

TEST_F(IsolationTest, the_list_of_organizations_has_one_s_own_and_those_that_granted_it) {
    const auto names = [&](const Caller& caller) {
        std::vector<std::string> listed;
        const auto page = organizations.list(caller, {}).value();
        for (const auto& organization : page.items) listed.push_back(organization.stated.name);
        EXPECT_EQ(page.total, std::ssize(listed));
        return listed;
    };
    EXPECT_EQ(names(stranger), std::vector<std::string>{"Ridge School"});
    grant(own, stranger);
    EXPECT_EQ(names(stranger), (std::vector<std::string>{"Harbor College", "Ridge School"}));
    EXPECT_EQ(names(own), std::vector<std::string>{"Harbor College"});
    EXPECT_EQ(refusal_of(organizations.list(with_rights(own, all_but_read), {})), "forbidden");
    BoundedCache cache(1'000);
    EXPECT_EQ(refusal_of(organizations.get(with_rights(own, all_but_read), own.id, cache,
                                           [](const auto&) { return ""; })),
              "forbidden");
}

TEST_F(IsolationTest, everybody_sees_approved_organizations) {
    const auto profile_name = organizations.shown(own.id)->stated.profile_name;
    auto shouted = profile_name;
    std::ranges::transform(shouted, shouted.begin(), [](char c) { return std::toupper(c); });
    EXPECT_EQ(organizations.shown(shouted)->id, own.id);
    EXPECT_EQ(refusal_of(organizations.shown("nobody")), "not_found");
    EXPECT_EQ(refusal_of(organizations.shown(OrganizationId())), "not_found");
    set_status(own, OrganizationStatus::declined);
    EXPECT_EQ(refusal_of(organizations.shown(own.id)), "not_found");
    EXPECT_EQ(refusal_of(organizations.shown(profile_name)), "not_found");
}

}  // namespace

}  // namespace cartulary
