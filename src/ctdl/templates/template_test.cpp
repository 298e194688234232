#include "ctdl/templates/template.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cartulary::ctdl::templates {

namespace {

constexpr Kind kinds[] = {Kind::credentials, Kind::assessments, Kind::learning_opportunities,
                          Kind::organizations, Kind::locations};

// The class itself, or those that people choose between.
std::vector<std::string_view> classes_of(Kind kind) {
    if (kind == Kind::assessments) return {"ceterms:AssessmentProfile"};
    if (kind == Kind::locations) return {"ceterms:Place"};
    if (kind == Kind::organizations) return {"ceterms:CredentialOrganization"};
    std::vector<std::string_view> names;
    const auto& of = template_of(kind);
    for (const auto& choice : choices_of(of, *find_field(of, type_field))) {
        names.push_back(choice.name);
    }
    return names;
}

}  // namespace

TEST(Template, is_found_by_the_name_of_its_kind) {
    for (const auto kind : kinds) EXPECT_EQ(parse_kind(name_of(kind)), kind);
    EXPECT_EQ(parse_kind("pathways"), std::nullopt);
    EXPECT_EQ(name_of(Kind::learning_opportunities), "learning-opportunities");
}

TEST(Template, has_each_name_and_each_column_once) {
    for (const auto kind : kinds) {
        std::set<std::string_view> names;
        std::set<std::string_view> columns;
        for (const auto& field : template_of(kind).fields) {
            EXPECT_TRUE(names.insert(field.name).second) << field.name;
            EXPECT_TRUE(columns.insert(field.column).second) << field.column;
            EXPECT_EQ(find_field(template_of(kind), field.name), &field);
        }
    }
}

TEST(Template, has_properties_that_things_of_its_kind_may_have) {
    for (const auto kind : kinds) {
        for (const auto& field : template_of(kind).fields) {
            const bool is_of_a_part = !group_of(field).empty() || field.name == "CreditUnitType" ||
                                      field.name == "CreditUnitValue" ||
                                      field.section == Section::contact;
            // Credentials say it as an identifier.
            const bool is_said_otherwise =
                kind == Kind::credentials && field.name == "CodedNotation";
            if (!field.property || is_of_a_part || is_said_otherwise) continue;
            bool has_it = false;
            for (const auto name : classes_of(kind)) {
                has_it = has_it || has_property(name, *field.property);
            }
            EXPECT_TRUE(has_it) << name_of(kind) << ' ' << field.name;
        }
    }
}

TEST(Template, has_choices_wherever_something_is_chosen) {
    for (const auto kind : kinds) {
        const auto& of = template_of(kind);
        for (const auto& field : of.fields) {
            const bool is_chosen =
                field.shape == Shape::concept_ || field.shape == Shape::thing_class;
            EXPECT_EQ(!choices_of(of, field).empty(), is_chosen || field.name == "Cost.TypesList")
                << field.name;
            if (field.usual.empty() || !is_chosen) continue;
            EXPECT_NE(find_choice(of, field, field.usual), nullptr) << field.name;
        }
    }
}

TEST(Template, finds_a_choice_as_people_write_it) {
    const auto& of = template_of(Kind::credentials);
    const auto& type = *find_field(of, type_field);
    for (const auto* written : {"ceterms:BachelorDegree", "Bachelor's Degree", "bachelor degree",
                                "BachelorDegree", "https://purl.org/ctdl/terms/BachelorDegree"}) {
        const auto* choice = find_choice(of, type, written);
        ASSERT_NE(choice, nullptr) << written;
        EXPECT_EQ(choice->name, "ceterms:BachelorDegree");
    }
    EXPECT_EQ(find_choice(of, type, "Degree"), nullptr);
    EXPECT_EQ(find_choice(of, type, std::string(10'000, 'x')), nullptr);
    const auto& organizations = template_of(Kind::organizations);
    const auto& methods = *find_field(organizations, "PublishingMethods");
    ASSERT_NE(find_choice(organizations, methods, "publishMethod:bulkUpload"), nullptr);
    EXPECT_EQ(find_choice(organizations, methods, "publishMethod:bulkUpload")->name, "BulkUpload");
}

TEST(Template, lets_nobody_say_that_he_is_a_third_party) {
    const auto& of = template_of(Kind::organizations);
    EXPECT_EQ(find_choice(of, *find_field(of, "PublishingRoles"), "ThirdParty"), nullptr);
}

TEST(Template, offers_conditions_that_things_of_its_kind_may_have) {
    for (const auto kind : {Kind::credentials, Kind::assessments, Kind::learning_opportunities}) {
        const auto& of = template_of(kind);
        for (const auto& choice : choices_of(of, *find_field(of, "ConditionProfile.Type"))) {
            const auto* property = find_property(choice.name);
            ASSERT_NE(property, nullptr) << choice.name;
            EXPECT_TRUE(has_property(classes_of(kind).front(), *property)) << choice.name;
        }
    }
}

TEST(Template, renews_credentials_only) {
    const auto has_renewal = [](Kind kind) {
        const auto& of = template_of(kind);
        return find_choice(of, *find_field(of, "ConditionProfile.Type"), "Renewal") != nullptr;
    };
    EXPECT_TRUE(has_renewal(Kind::credentials));
    EXPECT_FALSE(has_renewal(Kind::assessments));
}

TEST(Template, knows_the_group_of_a_field) {
    const auto& of = template_of(Kind::credentials);
    const auto& field = *find_field(of, "ConditionProfile.Description");
    EXPECT_EQ(group_of(field), "ConditionProfile");
    EXPECT_EQ(name_in_group(field), "Description");
    EXPECT_EQ(group_of(*find_field(of, "Description")), "");
    EXPECT_TRUE(has_group(of, "Cost"));
    EXPECT_FALSE(has_group(of, "Contact"));
    EXPECT_EQ(find_field(of, "FEIN"), nullptr);
}

}  // namespace cartulary::ctdl::templates
