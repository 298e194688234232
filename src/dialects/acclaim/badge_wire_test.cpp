#include "dialects/acclaim/badge_wire.h"

#include <gmock/gmock.h>

#include "dialects/acclaim/badge_members.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr auto template_id = "da0cc71c-4d9f-4c3c-8aaa-c348f4fe5a82";

json::Object object(std::string_view text) {
    return *json::parse(text).value().object();
}

// A good body, with more members behind it.
json::Object body_with(const std::string& members) {
    return object(R"({"recipient_email":"user1@example.com",
        "badge_template_id":"da0cc71c-4d9f-4c3c-8aaa-c348f4fe5a82",
        "issued_at":"2014-04-01 09:41:00 -0500","issued_to_first_name":"Alfred",
        "issued_to_last_name":"Skiles")" +
                  members + "}");
}

NewBadge badge_with(const std::string& members) {
    return read_badge(body_with(members)).value();
}

std::vector<std::string> fields_of(const Error& error) {
    std::vector<std::string> fields;
    for (const auto& problem : error.fields) fields.push_back(problem.field);
    return fields;
}

TEST(BadgeWire, reads_what_is_required) {
    const auto badge = badge_with("");
    EXPECT_EQ(badge.badge_template.text(), template_id);
    EXPECT_EQ(badge.stated.recipient, (Recipient{"user1@example.com", "Alfred", "", "Skiles", ""}));
    EXPECT_EQ(iso_8601(badge.stated.issued_at), "2014-04-01T14:41:00.000Z");
    EXPECT_EQ(badge.stated.locale, "en");
    EXPECT_FALSE(badge.stated.expires_at);
}

TEST(BadgeWire, reads_what_is_optional) {
    const auto badge = badge_with(R"(,"issued_to_middle_name":"Beaker","issuer_earner_id":4711,
        "locale":"pt_BR","suppress_badge_notification_email":true,
        "expires_at":"2016-04-01T14:41:00Z","country_name":"United States of America",
        "state_or_province":"Minnesota","notification_message":"ignored","issued_to":"ignored")");
    EXPECT_EQ(badge.stated.recipient.middle_name, "Beaker");
    EXPECT_EQ(badge.stated.recipient.earner_id, "4711");
    EXPECT_EQ(badge.stated.locale, "pt-BR");
    EXPECT_TRUE(badge.stated.suppress_mail);
    EXPECT_EQ(iso_8601(badge.stated.expires_at.value()), "2016-04-01T14:41:00.000Z");
    EXPECT_EQ(badge.stated.country, "US");
    EXPECT_EQ(badge.stated.region, "Minnesota");
}

TEST(BadgeWire, false_means_that_it_never_expires) {
    for (const auto* never : {"false", "null", R"("")", R"("false")"}) {
        auto badge = badge_with(R"(,"expires_at":"2016-04-01")");
        ASSERT_TRUE(badge.stated.expires_at);
        ASSERT_TRUE(apply_badge(object(R"({"expires_at":)" + std::string(never) + "}"), badge));
        EXPECT_FALSE(badge.stated.expires_at) << never;
    }
}

TEST(BadgeWire, takes_a_country_by_either_key_and_by_code) {
    EXPECT_EQ(badge_with(R"(,"country":"USA")").stated.country, "US");
    EXPECT_EQ(badge_with(R"(,"country_name":"de")").stated.country, "DE");
    const auto refused = read_badge(body_with(R"(,"country_name":"Atlantis")"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(fields_of(refused.error()), ElementsAre("country_name"));
}

TEST(BadgeWire, reads_evidence_in_the_forms_that_clients_send) {
    const auto badge = badge_with(R"(,"evidence":[
        {"type":"UrlEvidence","name":"Log","description":"d","value":"https://a.example"},
        {"type":"UrlEvidence","name":"Log","url":"https://b.example"},
        {"type":"TextEvidence","title":"Exam","text":"passed"},
        {"type":"TextEvidence","name":"Exam","description":"passed"},
        {"type":"IdEvidence","title":"NTIID","id":"tag:example.com,2020:x"},
        {"type":"IdEvidence","name":"n","id":"5105121e-afbc-47bf-a349-3d717db9889a","value":9}])");
    EXPECT_THAT(badge.stated.evidence,
                ElementsAre(Evidence{{}, "UrlEvidence", "Log", "d", "https://a.example"},
                            Evidence{{}, "UrlEvidence", "Log", "", "https://b.example"},
                            Evidence{{}, "TextEvidence", "Exam", "passed", ""},
                            Evidence{{}, "TextEvidence", "Exam", "passed", ""},
                            Evidence{{}, "IdEvidence", "NTIID", "", "tag:example.com,2020:x"},
                            Evidence{{}, "IdEvidence", "n", "", "9"}));
}

TEST(BadgeWire, tells_every_problem_at_once) {
    const auto refused = read_badge(object(R"({"recipient_email":"nobody","issued_at":null,
        "locale":"x","evidence":[{"type":7,"value":{}}]})"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(fields_of(refused.error()),
                UnorderedElementsAre("badge_template_id", "issued_at", "recipient_email",
                                     "issued_to_first_name", "issued_to_last_name", "locale",
                                     "evidence[0].value"));
}

TEST(BadgeWire, leaves_alone_what_a_replacement_does_not_say) {
    auto badge = badge_with(R"(,"country":"US","evidence":[{"type":"IdEvidence","id":"1"}])");
    const auto before = badge.stated;
    ASSERT_TRUE(apply_badge(object(R"({"issued_to_last_name":"Skyles"})"), badge));
    auto expected = before;
    expected.recipient.last_name = "Skyles";
    EXPECT_EQ(badge.stated, expected);
}

TEST(BadgeWire, tells_a_second_badge_in_the_words_that_clients_look_for) {
    const auto error = in_badge_words(
        {ErrorKind::conflict, "taken", {{"recipient.earner_id", "has one already"}}});
    EXPECT_THAT(error.message, HasSubstr("already has this badge"));
    EXPECT_THAT(fields_of(error), ElementsAre("issuer_earner_id"));
}

http::Request request(std::string type, std::string body, std::string query = "") {
    return {.method = http::Method::post,
            .path = "/",
            .query = std::move(query),
            .headers = {{"content-type", std::move(type)}},
            .body = std::move(body)};
}

constexpr auto form = "application/x-www-form-urlencoded; charset=UTF-8";

TEST(BadgeMembers, are_read_from_a_form_with_evidence) {
    const auto members = members_of(
        request(form,
                "recipient_email=a%40b.example&issued_to_first_name=Jos%C3%A9+Luis"
                "&evidence[0][type]=UrlEvidence&evidence%5B0%5D%5Bvalue%5D=https://a.example"
                "&evidence[1][type]=IdEvidence&evidence[1][id]=7&odd[0]=x"));
    ASSERT_TRUE(members);
    EXPECT_EQ(json::text_of(json::Value(*members)),
              R"({"recipient_email":"a@b.example","issued_to_first_name":"José Luis","odd[0]":"x",)"
              R"("evidence":[{"type":"UrlEvidence","value":"https://a.example"},)"
              R"({"type":"IdEvidence","id":"7"}]})");
}

TEST(BadgeMembers, of_a_form_without_numbers_begin_an_item_with_what_the_last_one_has) {
    const auto members = members_of(
        request(form, "evidence[][type]=IdEvidence&evidence[][id]=1&evidence[][type]=IdEvidence"));
    ASSERT_TRUE(members);
    EXPECT_EQ(json::text_of(json::Value(*members)),
              R"({"evidence":[{"type":"IdEvidence","id":"1"},{"type":"IdEvidence"}]})");
}

TEST(BadgeMembers, may_be_json_that_is_called_a_form) {
    const auto members = members_of(request(form, R"( {"reason":"a=b&c"})"));
    ASSERT_TRUE(members);
    EXPECT_EQ(json::Value(*members), json::parse(R"({"reason":"a=b&c"})").value());
}

TEST(BadgeMembers, may_stand_in_the_query_when_there_is_no_body) {
    const auto members = members_of(request("application/json", "", "reason=A+check&x=1"));
    ASSERT_TRUE(members);
    EXPECT_EQ(json::text_of(json::Value(*members)), R"({"reason":"A check","x":"1"})");
    EXPECT_THAT(members_of(request("application/json", "{}", "reason=A")).value(), IsEmpty());
}

TEST(BadgeMembers, refuses_what_is_no_text_and_one_field_too_many) {
    EXPECT_FALSE(members_of(request(form, "a=%FF")));
    std::string many;
    for (std::size_t i = 0; i < form_fields_max; ++i) many += "a=1&";
    EXPECT_TRUE(members_of(request(form, many)));
    EXPECT_FALSE(members_of(request(form, many + "a=1")));
}

}  // namespace

}  // namespace cartulary::acclaim
