#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"
#include "operations/verification.h"

namespace cartulary::acclaim {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class AcclaimUpdate : public AcclaimTest {
protected:
    Organization stored() { return organizations.show(college)->organization; }
    std::int64_t events_of_college() { return organizations.show(college)->events; }

    // The problems of a PUT that is refused, without a change.
    std::vector<std::string> refused(const std::string& body) {
        const auto before = stored();
        const auto response = put(path(), body);
        EXPECT_EQ(response.status, 422) << response.body;
        EXPECT_EQ(stored(), before) << body;
        return problems(response);
    }
    // What a member is after a PUT of it.
    std::string shown(const std::string& name, const std::string& value) {
        const auto response = put(path(), "{\"" + name + "\":" + value + "}");
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_EQ(response.body, get(path()).body);
        return text_in(data(response), name);
    }
};

// The body of the reference document, but for its picture.
TEST_F(AcclaimUpdate, takes_the_reference_documents_body) {
    pictures_at["https://cdn.example.com/path/to/image.png"] = "picture";
    const auto response = put(path(), R"({
        "name": "Example Organization",
        "website_url": "https://www.example.com",
        "webhook_url": "https://example.com/webhook_endpoint",
        "location": "East Junius, Ohio",
        "zip_or_postal_code": "55437",
        "contact_email": "info@example.com",
        "organization_type": "Auto Parts Reseller",
        "bio": "Since 1994",
        "twitter_url": "https://twitter.com/example",
        "facebook_url": "https://www.facebook.com/example",
        "photo": "https://cdn.example.com/path/to/image.png",
        "city": "Bloomington",
        "state_or_province": "Minnesota",
        "country": "United States",
        "address": "1313 Mockingbird Lane"
    })");
    EXPECT_EQ(response.status, 200);
    const auto photo = stored().stated.picture;
    EXPECT_EQ(
        response.body,
        R"({"data":{"id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13","name":"Example Organization",)"
        R"("website_url":"https://www.example.com",)"
        R"("webhook_url":"https://example.com/webhook_endpoint",)"
        R"("contact_email":"info@example.com","technical_contact_email":null,)"
        R"("zip_or_postal_code":"55437","organization_type":"Auto Parts Reseller",)"
        R"("bio":"Since 1994","twitter_url":"https://twitter.com/example",)"
        R"("vanity_slug":"harbor-college","facebook_url":"https://www.facebook.com/example",)"
        R"("linked_in_url":null,"linked_in_org_id":null,"city":"Bloomington",)"
        R"("address":"1313 Mockingbird Lane","primary_hex_color":null,"support_email":null,)"
        R"("support_url":null,"allowed_webhooks":[],"enable_blockchain":false,)"
        R"("print_method":null,"pdf_id":null,"linkedin_a2p_url":null,)"
        R"("location":"1313 Mockingbird Lane Bloomington Minnesota 55437 United States",)"
        R"("country":"United States","state_or_province":"Minnesota",)"
        R"("created_at":"2026-09-21T14:13:20.000Z","updated_at":"2026-09-21T14:13:20.000Z",)"
        R"("vanity_url":"https://registry.example/org/harbor-college",)"
        R"("verified_at":"2026-09-21T14:13:20.000Z","verified":true,"photo":{"id":")" +
            photo + R"(","url":"/pictures/)" + photo +
            R"(.png"},"photo_url":"https://registry.example/pictures/)" + photo +
            R"(.png"},"metadata":{}})");
    EXPECT_EQ(pictures.find(*Uuid::parse(photo))->bytes, "PNG of picture");
}

TEST_F(AcclaimUpdate, what_is_absent_stays_and_null_empties) {
    put(path(), R"({"support_url":"https://help.example","twitter_url":"https://x.example"})");
    put(path(), R"({"bio":null,"twitter_url":null})");
    const auto organization = data(get(path()));
    EXPECT_TRUE(organization.find("bio")->is_null());
    EXPECT_TRUE(organization.find("twitter_url")->is_null());
    EXPECT_EQ(text_in(organization, "support_url"), "https://help.example");
    EXPECT_EQ(text_in(organization, "name"), "Harbor College");
    EXPECT_EQ(put(path(), "{}").status, 200);
    EXPECT_EQ(put(path(), "").status, 200);
}

TEST_F(AcclaimUpdate, loses_nothing_that_only_other_interfaces_know) {
    const auto before = stored();
    put(path(), R"({"name":"Harbor University","primary_hex_color":"#1A5276"})");
    auto expected = before;
    expected.stated.name = "Harbor University";
    expected.stated.particulars["acclaim"] = R"({"primary_hex_color":"#1A5276"})";
    expected.version += 1;
    EXPECT_EQ(stored(), expected);
    EXPECT_EQ(identifier_of(stored().stated, "fein"), "12-3456789");
    EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty());
}

TEST_F(AcclaimUpdate, what_was_read_may_be_sent_back_and_is_no_change) {
    pictures_at["https://a.example/1.png"] = "picture";
    put(path(), R"({"photo":"https://a.example/1.png","linked_in_org_id":1234,
                    "allowed_webhooks":["badge.created"]})");
    const auto before = stored();
    const auto body = json::text_of(data(get(path())));
    EXPECT_EQ(put(path(), body).status, 200);
    EXPECT_EQ(stored(), before);
    const auto url = text_in(data(get(path())), "photo_url");
    EXPECT_EQ(put(path(), "{\"photo\":\"" + url + "\"}").status, 200);
    EXPECT_EQ(stored(), before);
    EXPECT_THAT(fetched, ElementsAre("https://a.example/1.png"));
}

TEST_F(AcclaimUpdate, a_change_is_an_event_and_no_change_is_none) {
    const auto before = events_of_college();
    put(path(), R"({"bio":"Since 1994"})");
    EXPECT_EQ(events_of_college(), before + 1);
    put(path(), R"({"bio":"Since 1994"})");
    EXPECT_EQ(events_of_college(), before + 1);
}

TEST_F(AcclaimUpdate, every_wrong_type_is_told_by_its_attribute) {
    for (const auto* name :
         {"name", "website_url", "webhook_url", "location", "zip_or_postal_code", "contact_email",
          "organization_type", "bio", "twitter_url", "facebook_url", "linked_in_url", "city",
          "state_or_province", "country", "address", "support_email", "support_url",
          "technical_contact_email", "primary_hex_color"}) {
        for (const auto* value : {"7", "true", "[]", "{}"}) {
            EXPECT_THAT(refused("{\"" + std::string(name) + "\":" + value + "}"),
                        ElementsAre(std::string(name) + " must be a text"));
        }
    }
    EXPECT_THAT(refused(R"({"photo":7})"), ElementsAre("photo must be a text"));
    EXPECT_THAT(refused(R"({"linked_in_org_id":[]})"),
                ElementsAre("linked_in_org_id must be a text"));
    EXPECT_THAT(refused(R"({"allowed_webhooks":"badge.created"})"),
                ElementsAre("allowed_webhooks must be a list"));
    EXPECT_THAT(refused(R"({"allowed_webhooks":[7]})"),
                ElementsAre("allowed_webhooks[0] must be a text"));
}

TEST_F(AcclaimUpdate, every_text_that_is_too_long_is_told_by_its_attribute) {
    const std::string long_url = "https://a.example/" + std::string(2'048, 'x');
    const std::string long_email = std::string(250, 'a') + "@a.example";
    for (const auto& [name, value] :
         {std::pair{"name", std::string(211, 'x')}, std::pair{"website_url", long_url},
          std::pair{"webhook_url", long_url}, std::pair{"location", std::string(501, 'x')},
          std::pair{"zip_or_postal_code", std::string(41, 'x')},
          std::pair{"contact_email", long_email},
          std::pair{"organization_type", std::string(256, 'x')},
          std::pair{"bio", std::string(10'001, 'x')}, std::pair{"twitter_url", long_url},
          std::pair{"facebook_url", long_url}, std::pair{"linked_in_url", long_url},
          std::pair{"linked_in_org_id", std::string(256, 'x')},
          std::pair{"city", std::string(201, 'x')},
          std::pair{"state_or_province", std::string(201, 'x')},
          std::pair{"address", std::string(201, 'x')}, std::pair{"support_email", long_email},
          std::pair{"support_url", long_url}, std::pair{"technical_contact_email", long_email}}) {
        EXPECT_THAT(refused("{\"" + std::string(name) + "\":\"" + value + "\"}"),
                    ElementsAre(testing::StartsWith(std::string(name) + " ")))
            << name;
    }
    std::string types = "\"badge.created\"";
    for (int i = 0; i < 50; ++i) types += ",\"badge.created\"";
    EXPECT_THAT(refused(R"({"allowed_webhooks":[)" + types + "]}"),
                ElementsAre("allowed_webhooks must be at most 50"));
}

TEST_F(AcclaimUpdate, tells_everything_that_is_wrong_at_once) {
    EXPECT_THAT(refused(R"({"name":null,"website_url":"not a url","country":"Atlantis"})"),
                ElementsAre("country must be a country by its name or ISO 3166 code"));
    EXPECT_THAT(refused(R"({"name":null,"website_url":"ftp://a.example","contact_email":"nobody",
                    "bio":"\u2028"})"),
                testing::SizeIs(3));
    EXPECT_THAT(
        refused(R"({"twitter_url":"ftp://a.example","primary_hex_color":"red",
                    "support_email":"nobody","organization_type":"a\nb"})"),
        ElementsAre("organization_type must not hold control characters",
                    testing::StartsWith("twitter_url "), testing::StartsWith("primary_hex_color "),
                    testing::StartsWith("support_email ")));
}

TEST_F(AcclaimUpdate, a_body_that_is_not_json_is_400_and_changes_nothing) {
    const auto before = stored();
    for (const auto* body : {"{", "[]", "name=x", "\"x\"", "{\"name\":\"x\",}"}) {
        EXPECT_EQ(put(path(), body).status, 400) << body;
    }
    EXPECT_EQ(stored(), before);
}

TEST_F(AcclaimUpdate, a_host_alone_is_taken_for_a_web_site) {
    EXPECT_EQ(shown("website_url", R"("www.harbor.example")"), "https://www.harbor.example");
    EXPECT_EQ(shown("support_url", R"("help.harbor.example")"), "https://help.harbor.example");
}

TEST_F(AcclaimUpdate, a_bio_may_have_lines_and_a_name_may_not) {
    EXPECT_EQ(shown("bio", R"("Since 1994\nfor ships")"), "Since 1994\nfor ships");
    EXPECT_THAT(refused(R"({"name":"Harbor\nCollege"})"),
                ElementsAre("name must not hold control characters"));
}

TEST_F(AcclaimUpdate, country_and_state_go_by_name_or_code) {
    EXPECT_EQ(shown("country", R"("CA")"), "Canada");
    EXPECT_EQ(shown("state_or_province", R"("ON")"), "Ontario");
    EXPECT_EQ(stored().stated.address.country, "CA");
    EXPECT_EQ(stored().stated.address.region, "Ontario");
    EXPECT_EQ(shown("state_or_province", R"("Upper Side")"), "Upper Side");
    EXPECT_EQ(shown("country", R"("usa")"), "United States");
    put(path(), R"({"country":"Germany","state_or_province":"Bavaria"})");
    EXPECT_EQ(stored().stated.address.country, "DE");
}

TEST_F(AcclaimUpdate, a_state_that_comes_back_as_shown_stays_as_it_was_written) {
    EXPECT_EQ(stored().stated.address.region, "ME");
    EXPECT_EQ(shown("state_or_province", R"("Maine")"), "Maine");
    EXPECT_EQ(stored().stated.address.region, "ME");
}

TEST_F(AcclaimUpdate, a_location_counts_only_where_nothing_of_the_address_is_known) {
    put(path(), R"({"location":"East Junius, Ohio"})");
    EXPECT_EQ(stored().stated.address.city, "Portland");
}

TEST_F(AcclaimUpdate, the_type_shown_is_the_shared_one_until_another_is_said) {
    EXPECT_EQ(shown("organization_type", R"("Two Year, Training Provider")"),
              "Two Year, Training Provider");
    EXPECT_THAT(stored().stated.particulars, IsEmpty());
    EXPECT_EQ(shown("organization_type", R"("Maritime college")"), "Maritime college");
    EXPECT_EQ(shown("organization_type", "null"), "Two Year, Training Provider");
    EXPECT_THAT(stored().stated.particulars, IsEmpty());
}

TEST_F(AcclaimUpdate, keeps_which_events_a_webhook_wants) {
    const auto response =
        put(path(), R"({"allowed_webhooks":["badge.created","organization.changed",
                                            "badge.created"]})");
    EXPECT_THAT(response.body,
                HasSubstr(R"("allowed_webhooks":["badge.created","organization.changed"])"));
    EXPECT_THAT(
        refused(R"({"allowed_webhooks":["badge.exploded"]})"),
        ElementsAre("allowed_webhooks must be of the types of events, for example badge.created"));
    for (const auto* type :
         {"organization.member_invited", "organization.approved", "resource.published"}) {
        EXPECT_THAT(put(path(), R"({"allowed_webhooks":[")" + std::string(type) + "\"]}").body,
                    HasSubstr("\"allowed_webhooks\":[\"" + std::string(type) + "\"]"));
    }
    EXPECT_THAT(put(path(), R"({"allowed_webhooks":null})").body,
                HasSubstr(R"("allowed_webhooks":[],)"));
}

TEST_F(AcclaimUpdate, keeps_the_number_that_linked_in_gave) {
    EXPECT_EQ(shown("linked_in_org_id", "1234"), "1234");
    EXPECT_EQ(shown("linked_in_org_id", R"("5678")"), "5678");
    EXPECT_EQ(identifier_of(stored().stated, "linked_in"), "5678");
    EXPECT_EQ(shown("linked_in_org_id", "null"), "");
    EXPECT_EQ(stored().stated.identifiers.size(), 1U);
}

TEST_F(AcclaimUpdate, a_picture_that_cannot_be_had_is_told_and_nothing_changes) {
    pictures_at["https://a.example/page"] = "<html>";
    EXPECT_THAT(refused(R"({"photo":"https://a.example/gone.png","bio":"new"})"),
                ElementsAre("photo could not be fetched: nobody answered"));
    EXPECT_THAT(refused(R"({"photo":"https://a.example/page"})"),
                ElementsAre("photo is no JPEG, PNG or WebP"));
    EXPECT_THAT(refused(R"({"photo":"https://registry.example/pictures/other.png"})"),
                ElementsAre("photo must be the organization's own, or not of this server"));
}

TEST_F(AcclaimUpdate, nothing_is_fetched_for_who_may_not_change_or_says_what_is_wrong) {
    pictures_at["https://a.example/1.png"] = "picture";
    refused(R"({"photo":"https://a.example/1.png","city":7})");
    const auto reader = bearer(add_token(college, {true, false, false}));
    EXPECT_EQ(put(path(), R"({"photo":"https://a.example/1.png"})", {reader}).status, 403);
    EXPECT_THAT(fetched, IsEmpty());
}

TEST_F(AcclaimUpdate, a_picture_goes_when_it_is_null) {
    pictures_at["https://a.example/1.png"] = "picture";
    put(path(), R"({"photo":"https://a.example/1.png"})");
    EXPECT_NE(stored().stated.picture, "");
    EXPECT_THAT(put(path(), R"({"photo":null})").body,
                HasSubstr(R"("photo":null,"photo_url":null)"));
    EXPECT_EQ(stored().stated.picture, "");
}

TEST_F(AcclaimUpdate, what_an_approved_organization_needs_cannot_be_emptied) {
    EXPECT_THAT(refused(R"({"name":null})"), ElementsAre("name is required"));
    EXPECT_THAT(refused(R"({"contact_email":null})"), ElementsAre("contact_email is required"));
    EXPECT_THAT(refused(R"({"website_url":""})"), ElementsAre("website_url is required"));
    EXPECT_THAT(refused(R"({"state_or_province":null})"),
                ElementsAre("state_or_province is required"));
}

TEST_F(AcclaimUpdate, who_may_publish_for_an_organization_may_change_it) {
    const auto of_partner = bearer(add_token(partner.id, {true, true, false}));
    EXPECT_EQ(put(path(), R"({"bio":"From the partner"})", {of_partner}).status, 200);
    EXPECT_EQ(stored().stated.description, "From the partner");
}

// A partner that was made with little knows no address yet.
TEST_F(AcclaimUpdate, a_location_fills_an_address_of_which_nothing_is_known) {
    const auto of_partner = bearer(add_token(partner.id, {true, true, true}));
    const auto response =
        put(path_of(partner.id), R"({"location":"East Junius, Ohio"})", {of_partner});
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(text_in(data(response), "city"), "East Junius");
    EXPECT_EQ(text_in(data(response), "state_or_province"), "Ohio");
    EXPECT_EQ(text_in(data(response), "location"), "East Junius Ohio");
}

}  // namespace

}  // namespace cartulary::acclaim
