#include "domain/badge.h"

#include <gtest/gtest.h>

#include <functional>

#include "domain/organization.h"
#include "domain/person.h"

namespace cartulary {

namespace {

constexpr auto issued = 1'700'000'000'000;

BadgeDraft of_ada() {
    BadgeDraft draft;
    draft.recipient = {"ada@harbor.example", "Ada", "", "Quay", "A-7"};
    draft.issued_at = timestamp(issued);
    draft.country = "US";
    draft.region = "Maine";
    draft.evidence = {{{}, "UrlEvidence", "Log", "Of a night.", "https://harbor.example/log"},
                      {{}, "IdEvidence", "Number", "", "4711"}};
    return draft;
}

using Fields = std::vector<std::string>;

Fields fields_in(const BadgeDraft& draft) {
    Fields fields;
    for (const auto& problem : problems_in(draft)) fields.push_back(problem.field);
    return fields;
}

TEST(BadgeDraft, a_complete_one_has_no_problem) {
    EXPECT_EQ(problems_in(of_ada()), std::vector<FieldProblem>{});
}

TEST(BadgeDraft, needs_an_address_and_two_names) {
    EXPECT_EQ(problems_in(BadgeDraft{}),
              (std::vector<FieldProblem>{{"recipient.email", "is required"},
                                         {"recipient.first_name", "is required"},
                                         {"recipient.last_name", "is required"}}));
    auto draft = of_ada();
    draft.recipient.email = "ada at harbor";
    EXPECT_EQ(fields_in(draft), Fields{"recipient.email"});
}

TEST(BadgeDraft, one_more_than_each_limit_is_a_problem) {
    struct Limit {
        std::size_t most;
        std::string field;
        std::function<std::string&(BadgeDraft&)> text;
    };
    const Limit limits[] = {{person_name_length_max, "recipient.first_name",
                             [](BadgeDraft & d) -> auto& {return d.recipient.first_name;
}
}  // namespace
, {person_name_length_max, "recipient.middle_name",
   [](BadgeDraft& d) -> auto& {return d.recipient.middle_name;
}  // namespace cartulary
}
, {person_name_length_max, "recipient.last_name",
   [](BadgeDraft& d) -> auto& {return d.recipient.last_name;
}
}
, {earner_id_length_max, "recipient.earner_id",
   [](BadgeDraft& d) -> auto& {return d.recipient.earner_id;
}
}
, {address_line_length_max, "region", [](BadgeDraft& d) -> auto& {return d.region;
}
}
, {badge_line_length_max, "evidence[1].type", [](BadgeDraft& d) -> auto& {return d.evidence[1].type;
}
}
, {badge_line_length_max, "evidence[1].name", [](BadgeDraft& d) -> auto& {return d.evidence[1].name;
}
}
, {badge_text_length_max, "evidence[1].description",
   [](BadgeDraft& d) -> auto& {return d.evidence[1].description;
}
}
, {badge_text_length_max, "evidence[1].value",
   [](BadgeDraft& d) -> auto& {return d.evidence[1].value;
}
}
,
}
;
for (const auto& [most, field, text] : limits) {
    auto draft = of_ada();
    text(draft) = std::string(most, 'a');
    EXPECT_EQ(fields_in(draft), Fields{}) << field;
    text(draft) += 'a';
    EXPECT_EQ(fields_in(draft), Fields{field});
    text(draft) = "a\x01";
    EXPECT_EQ(fields_in(draft), Fields{field}) << "a control character";
}
auto draft = of_ada();
draft.evidence.resize(evidence_max, draft.evidence[1]);
EXPECT_EQ(fields_in(draft), Fields{});
draft.evidence.resize(evidence_max + 1, draft.evidence[1]);
EXPECT_EQ(fields_in(draft), Fields{"evidence"});
}

TEST(BadgeDraft, does_not_expire_before_it_is_issued) {
    auto draft = of_ada();
    draft.expires_at = timestamp(issued);
    EXPECT_EQ(fields_in(draft), Fields{});
    draft.expires_at = timestamp(issued - 1);
    EXPECT_EQ(fields_in(draft), Fields{"expires_at"});
}

TEST(BadgeDraft, evidence_has_a_type_and_that_of_a_url_is_one) {
    auto draft = of_ada();
    for (const auto* value : {"", "harbor.example/log", "javascript:alert(1)"}) {
        draft.evidence[0].value = value;
        EXPECT_EQ(fields_in(draft), Fields{"evidence[0].value"}) << value;
    }
    draft = of_ada();
    draft.evidence[1].type = "LogEvidence";
    draft.evidence[1].value = "";
    EXPECT_EQ(fields_in(draft), Fields{});
    draft.evidence[1].type = " ";
    EXPECT_EQ(fields_in(draft), Fields{"evidence[1].type"});
}

TEST(BadgeDraft, names_a_country_by_its_code_and_a_language_by_its_tag) {
    auto draft = of_ada();
    for (const auto* locale : {"en", "en-US", "zh-Hant-TW", "de-1996"}) {
        draft.locale = locale;
        EXPECT_EQ(fields_in(draft), Fields{}) << locale;
    }
    for (const auto* locale : {"", "e", "en_US", "en-", "-en", "en--US", "english language",
                               "en-toolongpart", "12-US"}) {
        draft.locale = locale;
        EXPECT_EQ(fields_in(draft), Fields{"locale"}) << locale;
    }
    draft = of_ada();
    draft.locale = "aaaaaaaa-bbbbbbbb-cccccccc-dddddddd";
    ASSERT_EQ(draft.locale.size(), locale_length_max);
    EXPECT_EQ(fields_in(draft), Fields{});
    draft.locale = "aaaaaaaa-bbbbbbbb-cccccccc-ddddddd-e";
    EXPECT_EQ(fields_in(draft), Fields{"locale"});
    draft = of_ada();
    for (const auto* country : {"USA", "us", "Maine"}) {
        draft.country = country;
        EXPECT_EQ(fields_in(draft), Fields{"country"}) << country;
    }
}

TEST(Recipient, has_a_full_name_without_gaps) {
    EXPECT_EQ((Recipient{"", "Ada", "", "Quay", ""}.full_name()), "Ada Quay");
    EXPECT_EQ((Recipient{"", "Ada", "May", "Quay", ""}.full_name()), "Ada May Quay");
    EXPECT_EQ((Recipient{"", "", "", "Quay", ""}.full_name()), "Quay");
    EXPECT_EQ(Recipient{}.full_name(), "");
}

TEST(BadgeState, reads_its_own_names) {
    for (int i = 0; i < 4; ++i) {
        const auto state = static_cast<BadgeState>(i);
        EXPECT_EQ(parse_badge_state(name_of(state)), state);
    }
    EXPECT_EQ(parse_badge_state("nonsense"), std::nullopt);
}

}  // namespace

}  // namespace cartulary
