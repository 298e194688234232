#include "dialects/litmos/litmos.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "dialects/litmos/litmos_for_test.h"
#include "dialects/litmos/wire.h"
#include "operations/people.h"
#include "operations/verification.h"
#include "store/events.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using testing::UnorderedElementsAre;

TEST_F(LitmosTest, offers_exactly_what_it_describes) {
    EXPECT_EQ(description.operations(), testkit::ApiDescription::operations(router.areas()[0]));
}

TEST_F(LitmosTest, answers_a_creation_as_the_document_shows_it) {
    const auto response = post(whole_organization());
    EXPECT_EQ(response.status, 201);
    const auto id = std::to_string(*only(response).find("Id")->integer());
    EXPECT_EQ(
        response.body,
        R"({"Success":true,"Error":null,"Data":[{"Id":)" + id +
            R"(,"Key":"harbor","Name":"Harbor College","Type":"College","ExternalId":"H-1","Active":true,"City":"Portland","Country":"US","PostalCode":"04101","Street1":"1 Quay Street","Street2":"Suite 1","Phone":"(207) 555-0100","StateProvince":"ME","AccountingCode":"A-17","Comments":"two\nlines","CustomDetail1":"detail 1","CustomDetail2":"detail 2","CustomDetail3":"detail 3","CustomDetail4":"detail 4","CustomDetail5":"detail 5","CustomDetail6":"detail 6","CustomDetail7":"detail 7","CustomDetail8":"detail 8","TaxExemptId":"T-9","IsTaxExempt":true,"NotificationToSuperUser":true,"Modified":{"CreatedBy":"robot","CreatedDate":"2026-09-21T14:13:20Z","UpdatedBy":"robot","UpdatedDate":"2026-09-21T14:13:20Z"},"Links":[{"Rel":"Self","Href":"/organizations/)" +
            id + R"(","Method":"GET"},{"Rel":"AttendeeGroups","Href":"/organizations/)" + id +
            R"(/attendee_groups","Method":"GET"},{"Rel":"EmailDomains","Href":"/organizations/)" +
            id + R"(/emaildomains","Method":"GET"}]}]})");
}

TEST_F(LitmosTest, reads_back_what_was_created) {
    const auto created = post(whole_organization());
    const auto id = *only(created).find("Id")->integer();
    EXPECT_EQ(get(path_of(id)).body, created.body);
    EXPECT_EQ(get("/api/organizations").body, created.body);
    EXPECT_EQ(get("/api/organizations?key=HARBOR&ExternalId=h-1").body, created.body);
}

TEST_F(LitmosTest, an_organization_needs_a_key_and_a_name_alone) {
    const auto created = only(post(organization("k")));
    EXPECT_EQ(*created.find("Active"), json::Value(true));
    EXPECT_EQ(*created.find("IsTaxExempt"), json::Value(false));
    for (const auto* name : {"Type", "ExternalId", "City", "Country", "StateProvince", "Phone",
                             "Comments", "CustomDetail8", "TaxExemptId"}) {
        EXPECT_TRUE(created.find(name)->is_null()) << name;
    }
}

TEST_F(LitmosTest, a_replacement_takes_away_what_it_does_not_say) {
    const auto id = made(whole_organization());
    const auto replaced =
        only(put(id, organization("harbor", {{"Street1", text("2 Quay Street")}})));
    EXPECT_EQ(*replaced.find("Street1")->string(), "2 Quay Street");
    EXPECT_EQ(*replaced.find("Active"), json::Value(false));
    EXPECT_EQ(*replaced.find("IsTaxExempt"), json::Value(false));
    for (const auto* name :
         {"Type", "ExternalId", "City", "Country", "PostalCode", "Street2", "Phone",
          "StateProvince", "AccountingCode", "Comments", "CustomDetail1", "TaxExemptId"}) {
        EXPECT_TRUE(replaced.find(name)->is_null()) << name;
    }
    EXPECT_EQ(only(get(path_of(id))), replaced);
    EXPECT_EQ(stored(id).status, OrganizationStatus::inactive);
}

TEST_F(LitmosTest, a_replacement_needs_key_and_name_too) {
    const auto id = made(whole_organization());
    EXPECT_THAT(details(put(id, {})), ElementsAre("Key is required", "Name is required"));
    EXPECT_EQ(*only(get(path_of(id))).find("Name")->string(), "Harbor College");
}

TEST_F(LitmosTest, deletes_on_both_paths_and_keeps_the_history) {
    for (const auto* path : {"/api/organizations/", "/api/organization/"}) {
        const auto created = post(whole_organization());
        const auto id = *only(created).find("Id")->integer();
        const auto deleted = call(Method::del, path + std::to_string(id));
        EXPECT_EQ(deleted.status, 200);
        EXPECT_EQ(only(deleted), only(created)) << "as it was";
        EXPECT_EQ(call(Method::del, path + std::to_string(id)).status, 404);
        EXPECT_EQ(get(path_of(id)).status, 404);
        EXPECT_EQ(put(id, organization("harbor")).status, 404);
        EXPECT_THAT(data(get("/api/organizations")), IsEmpty());
        EXPECT_THAT(data(get("/api/organizations?key=harbor")), IsEmpty());
        EXPECT_EQ(stored(id).status, OrganizationStatus::retired);
        const auto events = under_test.store().read([&](Transaction& transaction) {
            return events::list(transaction, static_cast<std::int32_t>(id), 10, 10);
        });
        ASSERT_EQ(events.size(), 2U);
        EXPECT_EQ(events[0].type, "organization.deleted");
        EXPECT_EQ(events[1].type, "organization.registered");
        EXPECT_THAT(events[1].actor, StartsWith("organization:ce-"));
    }
    EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty());
}

TEST_F(LitmosTest, an_id_is_never_used_again) {
    const auto first = made(organization("a"));
    call(Method::del, path_of(first));
    EXPECT_GT(made(organization("a")), first);
}

TEST_F(LitmosTest, a_key_and_an_external_id_are_given_once_in_any_case) {
    made(organization("harbor", {{"ExternalId", text("H-1")}}));
    const auto second = post(organization("HARBOR"));
    EXPECT_EQ(second.status, 400);
    EXPECT_THAT(details(second), ElementsAre("Key is already used by another organization"));
    EXPECT_THAT(details(post(organization("other", {{"ExternalId", text("h-1")}}))),
                ElementsAre("ExternalId is already used by another organization"));
    const auto other = made(organization("other"));
    EXPECT_THAT(details(put(other, organization("Harbor"))),
                ElementsAre("Key is already used by another organization"));
    EXPECT_EQ(call_as(rival, Method::post, "/api/organizations",
                      R"({"Key":"harbor","Name":"Rival College","ExternalId":"H-1"})")
                  .status,
              201);
}

TEST_F(LitmosTest, of_fifty_at_once_one_gets_the_key) {
    std::vector<std::thread> threads;
    std::atomic<int> created{0};
    std::atomic<int> refused{0};
    for (int i = 0; i < 50; ++i) {
        threads.emplace_back([&] {
            const auto response = router.dispatch({.method = Method::post,
                                                   .path = "/api/organizations",
                                                   .headers = harbor.headers(),
                                                   .body = R"({"Key":"K","Name":"Harbor"})"});
            created += response.status == 201;
            refused += response.status == 400;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(created, 1);
    EXPECT_EQ(refused, 49);
}

TEST_F(LitmosTest, filters_by_all_that_is_asked_and_takes_an_empty_value_for_none) {
    const auto first = made(organization("a", {{"ExternalId", text("x")}}));
    made(organization("b", {{"ExternalId", text("y")}}));
    const auto count = [&](const std::string& query) {
        return data(get("/api/organizations?" + query)).size();
    };
    EXPECT_EQ(count("key=&ExternalId="), 2U);
    EXPECT_EQ(count("KEY=a"), 1U);
    EXPECT_EQ(count("externalid=Y"), 1U);
    EXPECT_EQ(count("key=a&ExternalId=y"), 0U);
    EXPECT_EQ(count("key=none"), 0U);
    EXPECT_EQ(count("id=" + std::to_string(first)), 1U);
    EXPECT_EQ(count("Id=" + std::to_string(first) + "&key=b"), 0U);
    EXPECT_EQ(count("unknown=1"), 2U);
    EXPECT_THAT(details(get("/api/organizations?Id=one")),
                ElementsAre("Id must be a whole number above 0"));
}

TEST_F(LitmosTest, lists_a_great_many_in_pieces_that_are_one_json_text) {
    constexpr int count = 2'500;
    const CompanyUserCaller importer =
        command_line_for_company(under_test.registry(), harbor.login_id, "import").value();
    const auto added = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            const auto key = "k" + std::to_string(i);
            TRY(put_by_key(under_test.registry(), transaction, importer, key,
                           statement_of(organization(key), Absent::becomes_default)));
        }
        return {};
    });
    ASSERT_TRUE(added);
    auto streamed = router.dispatch({.path = "/api/organizations", .headers = harbor.headers()});
    int pieces = 0;
    while (auto piece = streamed.stream()) {
        streamed.body += *piece;
        ++pieces;
        EXPECT_FALSE(piece->empty());
    }
    EXPECT_EQ(streamed.stream(), std::nullopt);
    EXPECT_GE(pieces, count / CompanyOrganizations::page_size);
    const auto listed = data(streamed);
    ASSERT_EQ(listed.size(), static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        EXPECT_EQ(*listed[static_cast<std::size_t>(i)].find("Key")->string(),
                  "k" + std::to_string(i));
    }
}

TEST_F(LitmosTest, an_empty_list_is_a_list) {
    EXPECT_EQ(get("/api/organizations").body, R"({"Success":true,"Error":null,"Data":[]})");
}

TEST_F(LitmosTest, a_list_that_fills_its_last_page_ends) {
    for (int i = 0; i < CompanyOrganizations::page_size; ++i) {
        made(organization(std::to_string(i)));
    }
    EXPECT_EQ(data(get("/api/organizations")).size(),
              static_cast<std::size_t>(CompanyOrganizations::page_size));
}

TEST_F(LitmosTest, paths_have_no_case_and_any_number_of_slashes) {
    const auto id = std::to_string(made(organization("k")));
    for (const auto& path : {"/API/Organizations/" + id, "/api//organizations//" + id + "/",
                             "//api/organizations/" + id, "/Api/ORGANIZATIONS/" + id + "//",
                             "/api/organizations/" + id + "/EmailDomains",
                             "/api/organizations//" + id + "/Email-Domains/",
                             "/api/organizations/" + id + "/Attendee_Groups",
                             "/api/organizations/" + id + "//ATTENDEE-GROUPS"}) {
        EXPECT_EQ(get(path).status, 200) << path;
    }
}

TEST_F(LitmosTest, refuses_unknown_paths_and_methods_in_its_own_shape) {
    for (const auto& [method, path, status] :
         {std::tuple{Method::get, "/api", 404}, std::tuple{Method::get, "/api/nonsense", 404},
          std::tuple{Method::get, "/api//x", 404},
          std::tuple{Method::patch, "/api/organizations", 405},
          std::tuple{Method::get, "/api/organization/1", 405}}) {
        const auto response = router.dispatch({.method = method, .path = path});
        EXPECT_EQ(response.status, status) << path;
        const auto body = json::parse(response.body);
        EXPECT_EQ(*body->find("Success"), json::Value(false));
        EXPECT_EQ(*body->find("Error")->find("Code")->integer(), status);
        EXPECT_TRUE(body->find("Data")->is_null());
    }
}

TEST_F(LitmosTest, an_id_that_is_none_is_not_found) {
    for (const auto* id : {"0", "-1", "one", "1x", "99999999999999999999", "2147483648", " 1"}) {
        EXPECT_EQ(get("/api/organizations/" + std::string(id)).status, 404) << id;
    }
}

TEST_F(LitmosTest, repeats_its_answer_under_the_same_idempotency_key) {
    const auto post_with = [&](const std::string& body) {
        return call(Method::post, "/api/organizations", body, {{"idempotency-key", "once"}});
    };
    const auto first = post_with(R"({"Key":"a","Name":"Harbor"})");
    const auto again = post_with(R"({"Key":"a","Name":"Harbor"})");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.headers.back().name, "Idempotency-Replayed");
    EXPECT_EQ(post_with(R"({"Key":"b","Name":"Harbor"})").status, 422);
    EXPECT_EQ(data(get("/api/organizations")).size(), 1U);
    EXPECT_EQ(call(Method::post, "/api/organizations", R"({"Key":"c","Name":"Harbor"})",
                   {{"idempotency-key", std::string(256, 'k')}})
                  .status,
              400);
}

TEST_F(LitmosTest, tells_the_companys_administrators_by_mail) {
    const auto company = stored(number_of(harbor.login_id));
    ASSERT_TRUE(add_member(under_test.registry(), command_line(),
                           {.email = "boss@harbor.example",
                            .organization = company.id,
                            .password = "long enough secret"}));
    const json::Object notified{{"NotificationToSuperUser", json::Value(true)}};
    const auto id = made(organization("a", notified));
    ASSERT_THAT(changes_told(), ElementsAre("added"));
    const auto mail = told().at(0);
    EXPECT_EQ(mail.to_address, "boss@harbor.example");
    EXPECT_EQ(mail.facts.at("organization"), "Harbor College");
    EXPECT_EQ(mail.facts.at("company"), "Harbor Group");

    put(id, organization("a", notified));
    EXPECT_THAT(changes_told(), UnorderedElementsAre("added", "changed"));
    put(id, organization("a", notified));
    put(id, organization("a", {{"City", text("Portland")}}));
    EXPECT_THAT(changes_told(), UnorderedElementsAre("added", "changed"))
        << "nothing was changed, and nobody was to be told";
}

TEST_F(LitmosTest, tells_the_companys_own_address_where_it_has_no_administrator) {
    ASSERT_TRUE(add_company(under_test.registry(), command_line(),
                            {.name = "Third Group",
                             .login_id = "third",
                             .username = "robot",
                             .password = harbor.password,
                             .email = "office@third.example"}));
    const auto body = R"({"Key":"a","Name":"Harbor","NotificationToSuperUser":"true"})";
    call_as({"third"}, Method::post, "/api/organizations", body);
    call_as(rival, Method::post, "/api/organizations", body);
    ASSERT_EQ(told().size(), 1U) << "who has neither is not told";
    EXPECT_EQ(told().at(0).to_address, "office@third.example");
}

TEST_F(LitmosTest, a_replacement_that_changes_nothing_is_no_change) {
    const auto id = made(whole_organization());
    under_test.pass(std::chrono::hours(1));
    const auto replaced = put(id, whole_organization());
    EXPECT_EQ(stored(id).version, 1);
    EXPECT_THAT(replaced.body, HasSubstr(R"("UpdatedDate":"2026-09-21T14:13:20Z")"));
}

}  // namespace

}  // namespace cartulary::litmos
