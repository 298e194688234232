#include "store/badge_text.h"

#include <gtest/gtest.h>

#include "store/badge_samples_for_test.h"
#include "store/statement.h"

namespace cartulary {

namespace {

TEST(BadgeText, a_snapshot_of_a_template_is_read_back_whole) {
    IssuedTemplate issued{sample_template(7, "Navigator"), sample_issuer()};
    issued.badge_template.badge_count = 12;
    EXPECT_EQ(badge_templates::in_snapshot(badge_templates::snapshot_of(issued)), issued);
    issued.badge_template.stated.picture = {};
    issued.badge_template.state_updated_at = {};
    EXPECT_EQ(badge_templates::in_snapshot(badge_templates::snapshot_of(issued)), issued);
}

TEST(BadgeText, a_snapshot_of_a_badge_is_read_back_without_its_link) {
    const auto of = sample_template(7, "Navigator");
    IssuedBadge issued{sample_badge(of, "ada"), of, sample_issuer()};
    const auto text = badges::snapshot_of(issued);
    EXPECT_EQ(text.find(issued.badge.link_digest), std::string::npos);
    issued.badge.link_digest.clear();
    EXPECT_EQ(badges::in_snapshot(text), issued);

    issued.badge.stated.expires_at = {};
    issued.badge.stated.evidence.clear();
    issued.badge.replaces = issued.badge.replaced_by = {};
    issued.badge.state_updated_at = {};
    EXPECT_EQ(badges::in_snapshot(badges::snapshot_of(issued)), issued);
}

TEST(BadgeText, what_is_no_snapshot_throws) {
    const auto of = sample_template(7, "Navigator");
    for (const auto& text :
         {std::string(), std::string("{}"), std::string(R"({"badge":{}})"), std::string("[1]"),
          badge_templates::snapshot_of({of, sample_issuer()})}) {
        EXPECT_THROW(badges::in_snapshot(text), DatabaseError) << text;
    }
    EXPECT_THROW(badge_templates::in_snapshot("{}"), DatabaseError);
    EXPECT_THROW(badge_templates::in_snapshot(R"({"badge_template":{"state":"active"}})"),
                 DatabaseError);
}

TEST(BadgeText, details_of_nothing_are_nothing) {
    BadgeTemplateDraft badge_template;
    badge_templates::read_details(badge_templates::details_of({}), badge_template);
    EXPECT_EQ(badge_template, BadgeTemplateDraft{});
    BadgeDraft badge;
    badges::read_details(badges::details_of({}), badge);
    EXPECT_EQ(badge, BadgeDraft{});
}

}  // namespace

}  // namespace cartulary
