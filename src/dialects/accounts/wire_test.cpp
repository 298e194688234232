#include "dialects/accounts/wire.h"

#include <gmock/gmock.h>

#include "dialects/accounts/accounts_for_test.h"

namespace cartulary::accounts {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class WireTest : public AccountsTest {
protected:
    // The messages that a registration is refused with.
    std::vector<std::string> refusals(const json::Object& registration) {
        const auto response = post(registration);
        EXPECT_EQ(response.status, 400) << response.body;
        return messages(response);
    }
    // The warnings that come with a registration that is accepted.
    std::vector<std::string> warnings(const json::Object& registration) {
        const auto response = post(registration);
        EXPECT_EQ(response.status, 200) << response.body;
        return messages(response);
    }
};

TEST_F(WireTest, reports_every_missing_field_at_once) {
    std::string all;
    for (const auto& message : refusals({})) all += message + "\n";
    for (const auto* field :
         {"CTID", "Name", "Url", "PrimaryEmail", "PrimaryPhoneNumber", "StreetAddress", "City",
          "StateProvince", "PostalCode", "OrganizationTypeUris", "OrganizationPublishingRoleUris",
          "OrganizationPublishingMethodUris", "Contacts"}) {
        EXPECT_THAT(all, HasSubstr(std::string("Error - ") + field + " "));
    }
}

TEST_F(WireTest, each_required_field_is_missed_by_its_name) {
    for (const auto* field :
         {"CTID", "Name", "Url", "PrimaryEmail", "PrimaryPhoneNumber", "StreetAddress", "City",
          "StateProvince", "PostalCode", "OrganizationTypeUris", "OrganizationPublishingRoleUris",
          "OrganizationPublishingMethodUris", "Contacts"}) {
        for (const auto& registration : {without(field), with(field, json::Value(nullptr))}) {
            const auto said = refusals(registration);
            ASSERT_THAT(said, SizeIs(1)) << field;
            EXPECT_THAT(said[0], HasSubstr(std::string("Error - ") + field + " "));
        }
    }
}

TEST_F(WireTest, a_wrong_type_is_a_problem_of_its_field) {
    const auto number = json::Value(std::int64_t{7});
    for (const auto& member : good_registration()) {
        const auto said = refusals(with(member.name, number));
        ASSERT_THAT(said, SizeIs(1)) << member.name;
        EXPECT_THAT(said[0], HasSubstr("Error - " + member.name + " must be ")) << member.name;
    }
}

TEST_F(WireTest, an_empty_text_or_list_is_as_good_as_none) {
    for (const auto& member : good_registration()) {
        if (member.name == "Country" || member.name == "OrganizationSectorUri") continue;
        const auto empty = member.value.array() ? json::Value(json::Array{}) : text("");
        EXPECT_THAT(refusals(with(member.name, empty)), SizeIs(1)) << member.name;
    }
}

TEST_F(WireTest, takes_the_longest_and_refuses_one_more) {
    EXPECT_THAT(warnings(with("Name", text(std::string(100, 'n')))), IsEmpty());
    const std::pair<const char*, std::size_t> longest[] = {
        {"Name", 100},          {"ProfileName", 50}, {"StreetAddress", 200},    {"City", 200},
        {"StateProvince", 200}, {"PostalCode", 40},  {"PrimaryPhoneNumber", 50}};
    for (const auto& [field, most] : longest) {
        EXPECT_THAT(refusals(with(field, text(std::string(most + 1, '1')))), SizeIs(1)) << field;
    }
    EXPECT_THAT(refusals(with("Name", text("A"))), SizeIs(1));
    EXPECT_THAT(refusals(with("ProfileName", text("ab"))), SizeIs(1));
}

TEST_F(WireTest, refuses_more_contacts_and_estimates_than_their_limits) {
    const auto contact = *good_registration()[9].value.array()->begin();
    EXPECT_THAT(refusals(with("Contacts", json::Value(json::Array(51, contact)))),
                Contains("Error - Contacts must name at most 50 administrators"));
    const json::Value estimate(json::Object{{"EntityTypeUri", text("ceterms:Certificate")}});
    EXPECT_THAT(refusals(with("PublishingEstimates", json::Value(json::Array(101, estimate)))),
                ElementsAre("Error - PublishingEstimates must be at most 100"));
}

TEST_F(WireTest, takes_vocabulary_in_any_spelling) {
    auto registration = with("OrganizationTypeUris", texts({"ORGTYPE:fouryear", "Magnet"}));
    EXPECT_THAT(warnings(registration), IsEmpty());
    EXPECT_THAT(refusals(with("OrganizationTypeUris", texts({"FourYears"}))),
                ElementsAre(HasSubstr("Error - OrganizationTypeUris must be of ")));
}

TEST_F(WireTest, refuses_third_party_by_its_name) {
    EXPECT_THAT(refusals(with("OrganizationPublishingRoleUris", texts({"ThirdParty"}))),
                ElementsAre("Error - OrganizationPublishingRoleUris must not hold ThirdParty"));
}

TEST_F(WireTest, property_names_have_no_case) {
    auto registration = without("CTID");
    registration.push_back({"Ctid", text(std::string("CE-5B1D2A6E-0C3F-4B7A-9E21-7D4F0A8C6B13"))});
    registration[0].name = "nAME";
    EXPECT_THAT(warnings(registration), IsEmpty());
    EXPECT_EQ(
        get(std::string("/accountsapi/organization/") + ctid, {{"authorization", key_header()}})
            .status,
        200);
}

TEST_F(WireTest, warns_of_what_it_mended) {
    EXPECT_THAT(warnings(with("Url", text("harbor.example"))),
                ElementsAre("Warning - Url had no scheme; https:// was put before it"));
}

TEST_F(WireTest, warns_and_goes_on_without_a_country) {
    EXPECT_THAT(warnings(without("Country")),
                ElementsAre("Warning - Country is missing; United States was assumed"));
}

TEST_F(WireTest, warns_of_unknown_properties_by_name) {
    EXPECT_THAT(warnings(with("Colour", text("blue"))),
                ElementsAre("Warning - Colour is no property of a registration; it was ignored"));
}

TEST_F(WireTest, warns_of_a_ctid_that_is_not_random_and_of_a_strange_fein) {
    auto registration = with("FEIN", text("00-1234567"));
    registration[0].value = text("ce-6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    EXPECT_THAT(warnings(registration),
                ElementsAre("Warning - CTID is not made of a random (version 4) UUID",
                            "Warning - FEIN begins with a prefix that the IRS does not list"));
}

TEST_F(WireTest, reads_the_samples_spelling_of_contacts) {
    const json::Object contact{{"ContactEmail", text("dean@harbor.example")},
                               {"ContactFirstName", text("Robin")},
                               {"ContactLastName", text("Dean")}};
    EXPECT_THAT(warnings(with("Contacts", json::Value(json::Array{json::Value(contact)}))),
                IsEmpty());
}

TEST_F(WireTest, reads_the_flat_contact_only_when_there_is_no_other) {
    auto registration = without("Contacts");
    registration.push_back({"ContactEmail", text("flat@harbor.example")});
    registration.push_back({"ContactLastName", text("Dean")});
    EXPECT_THAT(warnings(registration), ElementsAre(HasSubstr("Warning - Contacts is empty")));
    EXPECT_EQ(organizations.show(*OrganizationId::from_ctid(ctid))->members[0].person.email,
              "flat@harbor.example");
}

TEST_F(WireTest, reads_the_nested_address_of_2019) {
    json::Object address;
    json::Object registration;
    for (auto& member : good_registration()) {
        const bool is_address = member.name == "StreetAddress" || member.name == "City" ||
                                member.name == "StateProvince" || member.name == "Country" ||
                                member.name == "PostalCode";
        (is_address ? address : registration).push_back(member);
    }
    registration.push_back({"MainAddress", json::Value(address)});
    EXPECT_THAT(warnings(registration), IsEmpty());
}

TEST_F(WireTest, names_the_part_of_a_list_that_is_wrong) {
    const json::Value contact(json::Object{{"Email", text("nobody")}});
    const json::Value estimate(json::Object{{"EntityTypeUri", text("Nonsense")},
                                            {"EstimatedCount", json::Value(std::int64_t{-1})}});
    auto registration = with("Contacts", json::Value(json::Array{contact}));
    registration.push_back({"PublishingEstimates", json::Value(json::Array{estimate})});
    const auto said = refusals(registration);
    EXPECT_THAT(said, Contains(HasSubstr("Error - Contacts[0].Email ")));
    EXPECT_THAT(said, Contains(HasSubstr("Error - PublishingEstimates[0].EntityTypeUri ")));
    EXPECT_THAT(said, Contains(HasSubstr("Error - PublishingEstimates[0].EstimatedCount ")));
}

TEST_F(WireTest, refuses_what_is_not_json_with_its_place) {
    const auto response = post_text("{\n \"Name\": \"Harbor\",\n}");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(messages(response), ElementsAre(HasSubstr("line 3, column 1")));
    for (const auto* body : {"", "[]", "null", "7", "\"text\""}) {
        EXPECT_EQ(post_text(body).status, 400) << body;
    }
}

TEST_F(WireTest, refuses_control_characters_in_a_name) {
    EXPECT_THAT(refusals(with("Name", text(std::string("Har\0bor", 7)))),
                ElementsAre("Error - Name must not hold control characters"));
}

TEST_F(WireTest, keeps_a_name_as_it_was_written) {
    const std::string name = "  \u0041\u030Angström \U0001F393 \u202E\u6f22 ' OR 1=1 --";
    post(with("Name", text(name)));
    const auto response =
        get(std::string("/accountsapi/organization/") + ctid, {{"authorization", key_header()}});
    EXPECT_EQ(*json::parse(response.body)->find("Name")->string(), name);
}

}  // namespace

}  // namespace cartulary::accounts
