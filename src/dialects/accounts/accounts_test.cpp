#include "dialects/accounts/accounts.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "dialects/accounts/accounts_for_test.h"
#include "operations/people.h"
#include "operations/verification.h"
#include "store/events.h"
#include "store/organizations.h"

namespace cartulary::accounts {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(AccountsTest, offers_exactly_what_it_describes) {
    EXPECT_EQ(description.operations(), testkit::ApiDescription::operations(router.areas()[0]));
}

TEST_F(AccountsTest, registers_an_organization) {
    const auto response = post(good_registration());
    EXPECT_EQ(response.status, 200) << response.body;
    const auto body = json::parse(response.body);
    const auto key = *body->find("OrganizationApiKey")->string();
    EXPECT_TRUE(Uuid::parse(key));
    EXPECT_EQ(response.body, R"({"Successful":true,"Messages":[],"OrganizationApiKey":")" + key +
                                 R"(","ApprovedToPublish":true})");
}

TEST_F(AccountsTest, makes_everything_that_belongs_to_a_registration) {
    post(good_registration());
    const auto whole = organizations.show(*OrganizationId::from_ctid(ctid));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->organization.status, OrganizationStatus::approved);
    ASSERT_EQ(whole->members.size(), 1U);
    EXPECT_EQ(whole->members[0].person.email, "dean@harbor.example");
    EXPECT_EQ(whole->members[0].role, Role::administrator);
    ASSERT_EQ(whole->third_parties.size(), 1U);
    EXPECT_EQ(whole->third_parties[0].id, partner.id);
    EXPECT_EQ(whole->relationships[0].status, RelationshipStatus::approved);
    EXPECT_EQ(whole->keys.size(), 1U);
    EXPECT_EQ(whole->events, 1);
    EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty());
}

TEST_F(AccountsTest, writes_an_event_with_the_state_it_left) {
    post(good_registration());
    const auto events = under_test.store().read([&](Transaction& transaction) {
        const auto number =
            organizations::number_of(transaction, *OrganizationId::from_ctid(ctid)).value();
        return events::list(transaction, number, 1, 10);
    });
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "organization.registered");
    EXPECT_EQ(events[0].actor, "organization:" + partner.id.ctid());
    EXPECT_EQ(*json::parse(events[0].snapshot)->find("name")->string(), "Harbor College");
}

TEST_F(AccountsTest, reads_back_what_was_registered) {
    post(with("FEIN", text("123456789")));
    const auto response =
        get(std::string("/accountsapi/organization/") + ctid, {{"authorization", key_header()}});
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, HasSubstr(R"("Name":"Harbor College")"));
    EXPECT_THAT(response.body, HasSubstr(R"("FEIN":"12-3456789")"));
    EXPECT_THAT(response.body, HasSubstr(R"("Country":"United States")"));
    EXPECT_THAT(
        response.body,
        HasSubstr(R"("OrganizationTypeUris":["orgType:TwoYear","orgType:CertificationBody"])"));
    EXPECT_EQ(response.body.find("dean@"), std::string::npos) << "contacts are people";
}

TEST_F(AccountsTest, answers_not_modified_for_a_version_that_the_caller_has) {
    post(good_registration());
    const auto path = std::string("/accountsapi/organization/") + ctid;
    const auto response = get(path, {{"authorization", key_header()}, {"if-none-match", "\"1\""}});
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(get(path, {{"authorization", key_header()}, {"if-match", "\"9\""}}).status, 412);
}

TEST_F(AccountsTest, an_organization_reads_itself_and_nobody_elses) {
    const auto registered = post(good_registration());
    const auto own_key = *json::parse(registered.body)->find("OrganizationApiKey")->string();
    const auto stranger = under_test.add_partner("Other Agency", "other@agency.example");
    const auto path = std::string("/accountsapi/organization/") + ctid;
    EXPECT_EQ(get(path, {{"authorization", "ApiToken " + own_key}}).status, 200);
    EXPECT_EQ(get(path, {{"authorization", "ApiToken " + stranger.api_key}}).status, 404);
    EXPECT_EQ(get("/accountsapi/organization/" + partner.id.ctid(),
                  {{"authorization", "ApiToken " + own_key}})
                  .status,
              404);
    EXPECT_EQ(get("/accountsapi/organization/nonsense", {{"authorization", key_header()}}).status,
              404);
}

TEST_F(AccountsTest, refuses_who_has_no_good_key) {
    for (const auto* value : {"", "ApiToken", "ApiToken nonsense", "Bearer x",
                              "ApiToken 5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13"}) {
        const auto response = post_text("{}", {{"authorization", value}});
        EXPECT_EQ(response.status, 401) << value;
        EXPECT_EQ(messages(response).size(), 1U);
    }
}

TEST_F(AccountsTest, the_scheme_and_the_path_have_no_case) {
    const auto response =
        router.dispatch({.method = http::Method::post,
                         .path = "/AccountsApi/Organization/Register/",
                         .headers = {{"authorization", "apitoken " + partner.api_key}},
                         .body = json::text_of(json::Value(good_registration()))});
    EXPECT_EQ(response.status, 200) << response.body;
}

TEST_F(AccountsTest, refuses_an_organization_that_is_no_partner) {
    const auto registered = post(good_registration());
    const auto own_key = *json::parse(registered.body)->find("OrganizationApiKey")->string();
    const auto response = post_text("not even JSON", {{"authorization", "ApiToken " + own_key}});
    EXPECT_EQ(response.status, 403);
}

TEST_F(AccountsTest, a_ctid_is_registered_once) {
    EXPECT_EQ(post(good_registration()).status, 200);
    const auto again = post(good_registration());
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(messages(again), ElementsAre("Error - CTID is already registered"));
}

TEST_F(AccountsTest, warns_of_what_is_registered_already_under_another_ctid) {
    post(good_registration());
    auto registration = with("CTID", text("ce-5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b14"));
    const auto response = post(registration);
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_THAT(messages(response),
                ElementsAre(testing::AllOf(
                    HasSubstr("Warning - it may be registered already as \"Harbor College\" (" +
                              std::string(ctid) + "): the name is the same"),
                    HasSubstr("the same city"))));
    EXPECT_THAT(messages(post(with("CTID", text(ctid)))), ElementsAre(HasSubstr("Error - CTID")));
}

TEST_F(AccountsTest, a_profile_name_is_given_once_in_any_case) {
    post(with("ProfileName", text("Harbor")));
    auto second = with("ProfileName", text("HARBOR"));
    second[0].value = text("ce-00000000-0000-4000-8000-000000000001");
    const auto refused = post(second);
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(messages(refused),
                ElementsAre("Error - ProfileName is already used by another organization"));
}

TEST_F(AccountsTest, of_fifty_at_once_one_succeeds) {
    std::vector<std::thread> threads;
    std::atomic<int> successes{0};
    std::atomic<int> conflicts{0};
    const auto body = json::text_of(json::Value(good_registration()));
    for (int i = 0; i < 50; ++i) {
        threads.emplace_back([&] {
            const auto response = router.dispatch({.method = http::Method::post,
                                                   .path = "/accountsapi/organization/register",
                                                   .headers = {{"authorization", key_header()}},
                                                   .body = body});
            successes += response.status == 200;
            conflicts += response.status == 409;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(successes, 1);
    EXPECT_EQ(conflicts, 49);
}

TEST_F(AccountsTest, tells_everybody_concerned) {
    ASSERT_TRUE(add_staff(under_test.registry(), "clerk@registry.example", "long enough secret"));
    under_test.waiting_mail();
    post(good_registration());
    std::vector<std::string> told;
    for (const auto& mail : under_test.waiting_mail()) {
        if (mail.facts.at("organization") != "Harbor College") continue;
        told.push_back(mail.to_address + " " + std::string(name_of(mail.kind)));
        EXPECT_EQ(mail.sealed_link.empty(), mail.kind != MailKind::confirm_account);
    }
    EXPECT_THAT(told, testing::UnorderedElementsAre("dean@harbor.example confirm_account",
                                                    "office@agency.example partner_registered",
                                                    "clerk@registry.example staff_registered"));
}

TEST_F(AccountsTest, a_known_contact_is_told_of_the_organization_alone) {
    post(good_registration());
    auto second = good_registration();
    second[0].value = text("ce-00000000-0000-4000-8000-000000000001");
    second[1].value = text("Harbor University");
    post(second);
    int made_administrator = 0;
    for (const auto& mail : under_test.waiting_mail()) {
        made_administrator += mail.kind == MailKind::made_administrator &&
                              mail.facts.at("organization") == "Harbor University";
    }
    EXPECT_EQ(made_administrator, 1);
}

TEST_F(AccountsTest, contacts_are_not_told_when_the_partner_says_so) {
    under_test.waiting_mail();
    post(with("SendingOrgContactEmails", json::Value(false)));
    for (const auto& mail : under_test.waiting_mail()) {
        EXPECT_NE(mail.to_address, "dean@harbor.example");
    }
}

TEST_F(AccountsTest, a_refused_registration_leaves_nothing) {
    post(good_registration());
    const auto mails_before = under_test.waiting_mail().size();
    auto second = with("ProfileName", text("unused_name"));
    second.push_back({"Name", text("Other")});
    EXPECT_EQ(post(second).status, 409);
    EXPECT_EQ(under_test.waiting_mail().size(), mails_before);
    EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty());
}

TEST_F(AccountsTest, repeats_its_answer_under_the_same_idempotency_key) {
    const http::Header key{"idempotency-key", "first try"};
    const auto first = post(good_registration(), {key});
    const auto again = post(good_registration(), {key});
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
    ASSERT_EQ(again.headers.size(), 1U);
    EXPECT_EQ(again.headers[0].name, "Idempotency-Replayed");
    EXPECT_EQ(post(with("Name", text("Other")), {key}).status, 422);
    under_test.pass(std::chrono::hours(25));
    EXPECT_EQ(post(good_registration(), {key}).status, 409) << "after a day it is a new request";
}

TEST_F(AccountsTest, a_key_of_another_partner_is_another_key) {
    const auto other = under_test.add_partner("Other Agency", "other@agency.example");
    post(good_registration(), {{"idempotency-key", "1"}});
    const auto response =
        post(with("Name", text("Other")),
             {{"idempotency-key", "1"}, {"authorization", "ApiToken " + other.api_key}});
    EXPECT_EQ(response.status, 409);
}

TEST_F(AccountsTest, refuses_an_idempotency_key_that_is_too_long) {
    EXPECT_EQ(post(good_registration(), {{"idempotency-key", std::string(256, 'k')}}).status, 400);
    EXPECT_EQ(post(good_registration(), {{"idempotency-key", std::string(255, 'k')}}).status, 200);
}

TEST_F(AccountsTest, tells_whether_a_key_is_good) {
    const auto validate = [&](const std::string& query) {
        return get("/accountsapi/apikey/validate?" + query).body;
    };
    EXPECT_EQ(validate("apikey=" + partner.api_key + "&community=ce-registry"),
              R"({"valid":true})");
    EXPECT_EQ(validate("apikey=" + partner.api_key), R"({"valid":true})");
    EXPECT_EQ(validate("apikey=" + partner.api_key + "&community=other"), R"({"valid":false})");
    EXPECT_EQ(validate("apikey=nonsense&community=ce-registry"), R"({"valid":false})");
    EXPECT_EQ(validate(""), R"({"valid":false})");
}

TEST_F(AccountsTest, refuses_unknown_paths_and_methods_in_its_own_shape) {
    for (const auto& [method, path, status] :
         {std::tuple{http::Method::get, "/accountsapi/nonsense", 404},
          std::tuple{http::Method::put, "/accountsapi/organization/register", 405},
          std::tuple{http::Method::get, "/accountsapi", 404}}) {
        const auto response = router.dispatch({.method = method, .path = path});
        EXPECT_EQ(response.status, status) << path;
        EXPECT_EQ(messages(response).size(), 1U);
    }
}

}  // namespace

}  // namespace cartulary::accounts
