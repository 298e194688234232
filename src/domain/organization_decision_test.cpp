#include "domain/organization_decision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

OrganizationDraft sample() {
    OrganizationDraft draft;
    draft.name = "Harbor College";
    draft.profile_name = "harbor-college";
    draft.description = "Teaches all trades of the sea.";
    draft.website = "https://harbor.example/";
    draft.email = "office@harbor.example";
    draft.types = {OrganizationType::two_year};
    draft.sector = Sector::public_;
    return draft;
}

std::vector<std::string> fields_of(const std::vector<FieldProblem>& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(OrganizationDecision, kinds_are_read_back_by_their_names) {
    for (const auto kind :
         {OrganizationDecisionKind::submitted, OrganizationDecisionKind::withdrawn,
          OrganizationDecisionKind::approved, OrganizationDecisionKind::declined}) {
        EXPECT_EQ(parse_organization_decision(name_of(kind)), kind);
    }
    EXPECT_EQ(parse_organization_decision("forgotten"), std::nullopt);
}

TEST(OrganizationDecision, an_organization_with_the_least_can_be_approved) {
    EXPECT_THAT(problems_before_approval(sample()), IsEmpty());
}

TEST(OrganizationDecision, everything_that_is_missing_is_said_at_once) {
    OrganizationDraft draft;
    draft.profile_name = "harbor-college";
    EXPECT_THAT(fields_of(problems_before_approval(draft)),
                ElementsAre("name", "description", "types", "sector", "website", "email"));
}

TEST(OrganizationDecision, a_description_is_measured_without_blanks_around_it) {
    auto draft = sample();
    draft.description = "  Teaches trade.  ";
    EXPECT_THAT(fields_of(problems_before_approval(draft)), ElementsAre("description"));
    draft.description = "Teaches trades.";
    EXPECT_THAT(problems_before_approval(draft), IsEmpty());
}

TEST(OrganizationDecision, a_postal_address_stands_for_the_email_address) {
    auto draft = sample();
    draft.email.clear();
    draft.address.city = "Duluth";
    draft.address.country = "US";
    EXPECT_THAT(fields_of(problems_before_approval(draft)), ElementsAre("email"));
    draft.address.street = "1 Quay Street";
    EXPECT_THAT(problems_before_approval(draft), IsEmpty());
}

TEST(OrganizationDecision, what_is_wrong_keeps_it_from_being_approved_too) {
    auto draft = sample();
    draft.website = "javascript:alert(1)";
    EXPECT_THAT(fields_of(problems_before_approval(draft)), ElementsAre("website"));
}

}  // namespace

}  // namespace cartulary
