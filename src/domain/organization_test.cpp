#include "domain/organization.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

OrganizationDraft harbor_college() {
    OrganizationDraft draft;
    draft.name = "Harbor College";
    draft.profile_name = "harbor";
    draft.website = "https://harbor.example";
    draft.email = "info@harbor.example";
    draft.phones = {{"(207) 555-0100", ""}};
    draft.address = {"1 Quay Street", "", "Portland", "Maine", "04101", "US"};
    draft.types = {OrganizationType::two_year};
    return draft;
}

std::vector<FieldProblem> problems_in(const OrganizationDraft& draft) {
    return cartulary::problems_in(draft, {.complete = true, .name_length_max = 100});
}

TEST(OrganizationDraft, a_complete_one_has_no_problem) {
    EXPECT_EQ(problems_in(harbor_college()), std::vector<FieldProblem>{});
}

TEST(OrganizationDraft, reports_every_problem_at_once) {
    const OrganizationDraft nothing;
    std::vector<std::string> fields;
    for (const auto& problem : problems_in(nothing)) fields.push_back(problem.field);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"name", "profile_name", "website", "email", "phones[0]",
                                        "address.street", "address.city", "address.region",
                                        "address.postal_code", "address.country", "types"}));
}

TEST(OrganizationDraft, an_incomplete_one_may_leave_out_all_but_its_name) {
    OrganizationDraft draft;
    draft.name = "Harbor College";
    draft.profile_name = "harbor";
    EXPECT_EQ(cartulary::problems_in(draft, {.complete = false}), std::vector<FieldProblem>{});
}

TEST(OrganizationDraft, counts_characters_and_not_bytes) {
    auto draft = harbor_college();
    const auto repeated = [](std::string_view character, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += character;
        return text;
    };
    draft.name = repeated("\u6f22", 100);
    EXPECT_TRUE(problems_in(draft).empty());
    draft.name = repeated("\u6f22", 101);
    EXPECT_EQ(problems_in(draft),
              (std::vector<FieldProblem>{{"name", "must be 2 to 100 characters"}}));
    draft.name = "A";
    EXPECT_EQ(problems_in(draft).size(), 1U);
    draft.name = " \t\u00a0";
    EXPECT_EQ(problems_in(draft), (std::vector<FieldProblem>{{"name", "is required"}}));
}

TEST(OrganizationDraft, takes_no_control_characters) {
    auto draft = harbor_college();
    draft.name = "Harbor\nCollege";
    draft.address.street = std::string("1 Quay\0Street", 13);
    draft.profile_name =
        "har\x7f"
        "bor";
    EXPECT_EQ(problems_in(draft).size(), 3U);
}

TEST(OrganizationDraft, a_description_may_have_lines) {
    auto draft = harbor_college();
    draft.description = "Since 1994\nfor ships\r\n\tand their people";
    EXPECT_EQ(problems_in(draft), std::vector<FieldProblem>{});
    draft.description = "bell\x07";
    EXPECT_EQ(problems_in(draft).size(), 1U);
}

TEST(OrganizationDraft, one_more_than_each_limit_is_a_problem) {
    const std::pair<std::size_t, std::string OrganizationDraft::*> limits[] = {
        {profile_name_length_max, &OrganizationDraft::profile_name},
        {description_length_max, &OrganizationDraft::description},
    };
    for (const auto& [most, member] : limits) {
        auto draft = harbor_college();
        draft.*member = std::string(most, 'a');
        EXPECT_TRUE(problems_in(draft).empty());
        draft.*member += 'a';
        EXPECT_EQ(problems_in(draft).size(), 1U);
    }
    auto draft = harbor_college();
    draft.address.postal_code = std::string(postal_code_length_max + 1, '1');
    draft.address.street_2 = std::string(address_line_length_max + 1, 'a');
    EXPECT_EQ(problems_in(draft).size(), 2U);
}

TEST(OrganizationDraft, checks_identifiers_by_their_scheme) {
    auto draft = harbor_college();
    draft.identifiers = {{"fein", "12-3456789"}, {"duns", "12"}, {"nonsense", "1"}};
    EXPECT_EQ(problems_in(draft).size(), 2U);
    EXPECT_EQ(identifier_of(draft, "fein"), "12-3456789");
    EXPECT_EQ(identifier_of(draft, "opeid"), "");
}

TEST(OrganizationDraft, a_webhook_is_a_whole_address) {
    auto draft = harbor_college();
    for (const auto* url : {"", "https://harbor.example/hook?a=b", "http://127.0.0.1:8080/"}) {
        draft.webhook.url = url;
        EXPECT_EQ(problems_in(draft), std::vector<FieldProblem>{}) << url;
    }
    for (const auto* url : {"harbor.example/hook", "ftp://harbor.example", "https://a b", " "}) {
        draft.webhook.url = url;
        ASSERT_EQ(problems_in(draft).size(), 1U) << url;
        EXPECT_EQ(problems_in(draft)[0].field, "webhook.url");
    }
}

TEST(OrganizationDraft, a_webhook_names_few_and_short_types_of_events) {
    auto draft = harbor_college();
    draft.webhook.event_types.resize(webhook_event_types_max,
                                     std::string(webhook_event_type_length_max, 'a'));
    EXPECT_EQ(problems_in(draft), std::vector<FieldProblem>{});
    draft.webhook.event_types.push_back("badge.created");
    EXPECT_EQ(problems_in(draft).size(), 1U);
    for (const auto& type :
         {std::string(), std::string(" "), std::string(webhook_event_type_length_max + 1, 'a')}) {
        draft.webhook.event_types = {"badge.created", type};
        ASSERT_EQ(problems_in(draft).size(), 1U) << type;
        EXPECT_EQ(problems_in(draft)[0].field, "webhook.event_types");
    }
}

TEST(OrganizationStatus, reads_its_own_names) {
    for (int i = 0; i < 7; ++i) {
        const auto status = static_cast<OrganizationStatus>(i);
        EXPECT_EQ(parse_organization_status(name_of(status)), status);
    }
    EXPECT_EQ(parse_organization_status("nonsense"), std::nullopt);
}

}  // namespace

}  // namespace cartulary
