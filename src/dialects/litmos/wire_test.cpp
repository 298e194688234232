#include "dialects/litmos/wire.h"

#include <gmock/gmock.h>

#include "dialects/litmos/litmos_for_test.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class WireTest : public LitmosTest {
protected:
    static json::Object with(const std::string& name, json::Value value) {
        auto object = organization("harbor");
        std::erase_if(object, [&](const auto& member) { return member.name == name; });
        object.push_back({name, std::move(value)});
        return object;
    }
    std::vector<std::string> problems(const json::Object& object) {
        const auto response = post(object);
        EXPECT_EQ(response.status, 400) << response.body;
        return details(response);
    }
};

struct Limit {
    const char* name;
    std::size_t characters;
};
constexpr Limit limits[] = {
    {"Key", 100},
    {"Name", 210},
    {"Type", 50},
    {"ExternalId", 50},
    {"City", 200},
    {"PostalCode", 40},
    {"Street1", 200},
    {"Street2", 200},
    {"Phone", 50},
    {"AccountingCode", 50},
    {"Comments", 1024},
    {"CustomDetail1", 1024},
    {"CustomDetail2", 1024},
    {"CustomDetail3", 1024},
    {"CustomDetail4", 1024},
    {"CustomDetail5", 1024},
    {"CustomDetail6", 1024},
    {"CustomDetail7", 1024},
    {"CustomDetail8", 1024},
    {"TaxExemptId", 1024},
};

// Characters, not bytes.
std::string long_text(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "é";
    return text;
}

TEST_F(WireTest, gives_back_the_longest_of_every_text) {
    json::Object object;
    for (const auto& [name, characters] : limits) {
        object.push_back({name, text(long_text(characters))});
    }
    const auto created = only(post(object));
    const auto read = only(get(path_of(*created.find("Id")->integer())));
    for (const auto& [name, characters] : limits) {
        EXPECT_EQ(*read.find(name)->string(), long_text(characters)) << name;
    }
}

TEST_F(WireTest, refuses_one_character_more_naming_every_field_and_stores_nothing) {
    json::Object object;
    std::vector<std::string> expected;
    for (const auto& [name, characters] : limits) {
        object.push_back({name, text(long_text(characters + 1))});
        expected.push_back(std::string(name) + " must be at most " + std::to_string(characters) +
                           " characters");
    }
    object.push_back({"Country", text("USA")});
    expected.emplace_back("Country must be at most 2 characters");
    object.push_back({"StateProvince", text("MEE")});
    expected.emplace_back("StateProvince must be at most 2 characters");
    EXPECT_THAT(problems(object), testing::UnorderedElementsAreArray(expected));
    EXPECT_THAT(data(get("/api/organizations")), IsEmpty());

    const auto id = made(whole_organization());
    const auto before = get(path_of(id)).body;
    EXPECT_EQ(details(put(id, object)).size(), expected.size());
    EXPECT_EQ(get(path_of(id)).body, before);
}

TEST_F(WireTest, refuses_a_wrong_type_of_every_property) {
    for (const auto& [name, characters] : limits) {
        for (const auto* wrong : {"7", "true", "[]", "{}", "1.5"}) {
            EXPECT_THAT(problems(with(name, *json::parse(wrong))),
                        ElementsAre(std::string(name) + " must be text"))
                << wrong;
        }
    }
    for (const auto* name : {"Active", "IsTaxExempt", "NotificationToSuperUser"}) {
        for (const auto* wrong : {"7", "\"yes\"", "[]", "{}", "1.5", "-1"}) {
            EXPECT_THAT(problems(with(name, *json::parse(wrong))),
                        ElementsAre(std::string(name) + " must be true or false"))
                << wrong;
        }
    }
}

TEST_F(WireTest, takes_a_bool_in_every_way_that_clients_write_it) {
    int key = 0;
    for (const auto& [written, expected] :
         {std::pair{"true", true}, std::pair{"false", false}, std::pair{"\"true\"", true},
          std::pair{"\"False\"", false}, std::pair{"1", true}, std::pair{"0", false},
          std::pair{"\"1\"", true}, std::pair{"null", true}, std::pair{"\"\"", true}}) {
        auto object = organization(std::to_string(++key), {{"Active", *json::parse(written)}});
        EXPECT_EQ(*only(post(object)).find("Active"), json::Value(expected)) << written;
    }
}

TEST_F(WireTest, key_and_name_are_required) {
    EXPECT_THAT(problems({}), ElementsAre("Key is required", "Name is required"));
    EXPECT_THAT(problems(with("Key", text("  "))), ElementsAre("Key is required"));
    EXPECT_THAT(problems(with("Name", json::Value())), ElementsAre("Name is required"));
    EXPECT_THAT(problems(with("Name", text("x"))), ElementsAre("Name must be 2 to 210 characters"));
}

TEST_F(WireTest, refuses_control_characters_and_takes_lines_where_people_write_them) {
    for (const auto* name : {"Key", "Name", "Type", "ExternalId", "City", "Street1", "Street2",
                             "AccountingCode", "PostalCode", "Phone"}) {
        EXPECT_THAT(problems(with(name, text("a\nb"))),
                    ElementsAre(std::string(name) + " must not hold control characters"));
    }
    for (const auto* name : {"Comments", "CustomDetail3", "TaxExemptId"}) {
        EXPECT_THAT(problems(with(name, text(std::string("a\0b", 3)))),
                    ElementsAre(std::string(name) + " must not hold control characters"));
        const auto written = std::string("a\r\n\tb") + name;
        EXPECT_EQ(*only(post(organization(name, {{name, text(written)}}))).find(name)->string(),
                  written);
    }
}

TEST_F(WireTest, knows_countries_by_two_letters_and_their_parts) {
    const auto seen = [&](const std::string& country, const std::string& state) {
        static int key = 0;
        json::Object more;
        if (!country.empty()) more.push_back({"Country", text(country)});
        if (!state.empty()) more.push_back({"StateProvince", text(state)});
        const auto response = post(organization(std::to_string(++key), more));
        if (response.status != 201) return details(response).at(0).substr(0, 13);
        const auto created = only(response);
        const auto shown = [&](const char* name) {
            return created.find(name)->is_null() ? "-" : *created.find(name)->string();
        };
        return shown("Country") + " " + shown("StateProvince");
    };
    EXPECT_EQ(seen("us", "me"), "US ME");
    EXPECT_EQ(seen("US", "PR"), "US PR");
    EXPECT_EQ(seen("US", "GU"), "US GU");
    EXPECT_EQ(seen("CA", "ON"), "CA ON");
    EXPECT_EQ(seen("DE", "BY"), "DE BY");
    EXPECT_EQ(seen("DE", ""), "DE -");
    EXPECT_EQ(seen("", "QC"), "- QC");
    EXPECT_EQ(seen("", "TX"), "- TX");
    EXPECT_EQ(seen("", "BY"), "StateProvince");
    EXPECT_EQ(seen("CA", "ME"), "StateProvince");
    EXPECT_EQ(seen("US", "ZZ"), "StateProvince");
    EXPECT_EQ(seen("US", "M"), "StateProvince");
    EXPECT_EQ(seen("XX", "ME"), "Country must ");
    EXPECT_EQ(seen("UK", ""), "Country must ");
    EXPECT_EQ(seen("U", ""), "Country must ");
}

TEST_F(WireTest, ignores_what_is_not_for_callers_to_say) {
    const auto created = only(post(
        organization("harbor", {{"Id", json::Value(std::int64_t{7'000'000})},
                                {"Modified", json::Value(json::Object{{"CreatedBy", text("me")}})},
                                {"Links", json::Value(json::Array{})},
                                {"Colour", text("blue")}})));
    EXPECT_NE(*created.find("Id")->integer(), 7'000'000);
    EXPECT_EQ(*created.find("Modified")->find("CreatedBy")->string(), "robot");
    EXPECT_EQ(created.find("Colour"), nullptr);
}

TEST_F(WireTest, names_of_properties_have_no_case_and_the_last_of_two_counts) {
    const auto response = call(Method::post, "/api/organizations",
                               R"({"KEY":"a","name":"First","NAME":"Second","externalid":"x"})");
    EXPECT_EQ(*only(response).find("Name")->string(), "Second");
    EXPECT_EQ(*only(response).find("ExternalId")->string(), "x");
}

TEST_F(WireTest, what_it_answered_may_be_sent_back) {
    const auto created = only(post(whole_organization()));
    const auto id = *created.find("Id")->integer();
    const auto replaced = put(id, *created.object());
    EXPECT_EQ(replaced.status, 200) << replaced.body;
    EXPECT_EQ(only(replaced), created);
}

TEST_F(WireTest, refuses_a_body_that_is_no_object) {
    for (const auto* body : {"", "[]", "null", "7", "\"text\"", "[{\"Key\":\"a\"}]"}) {
        EXPECT_EQ(call(Method::post, "/api/organizations", body).status, 400) << body;
    }
    EXPECT_THAT(call(Method::post, "/api/organizations", "{\n \"Key\": \"a\",\n}").body,
                HasSubstr("line 3, column 1"));
}

TEST_F(WireTest, keeps_every_letter_as_it_was_written) {
    const std::string written = "  \u0041\u030Angström \U0001F393 \u202E\u6f22 ' OR 1=1 -- <b> ";
    json::Object object;
    for (const auto& [name, characters] : limits) {
        object.push_back({name, text(written)});
    }
    const auto created = only(post(object));
    for (const auto& [name, characters] : limits) {
        EXPECT_EQ(*created.find(name)->string(), written) << name;
    }
    EXPECT_EQ(data(get("/api/organizations?key=%20%20A%CC%8Angstr%C3%B6m%20%F0%9F%8E%93%20%E2%80%AE"
                       "%E6%BC%A2%20'%20or%201%3D1%20--%20%3Cb%3E"))
                  .size(),
              1U);
}

}  // namespace

}  // namespace cartulary::litmos
