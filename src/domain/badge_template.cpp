#include "domain/badge_template.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "domain/text_field.h"

namespace cartulary {

namespace {

using Problems = std::vector<FieldProblem>;

std::string part(const char* list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

void check_slug(const std::string& slug, Problems& problems) {
    if (slug.size() > badge_slug_length_max) {
        problems.push_back({"slug", at_most(badge_slug_length_max)});
    } else if (!std::ranges::all_of(slug, is_slug_character)) {
        problems.push_back(
            {"slug", "must be lower-case letters, digits, hyphens, underscores and dots"});
    } else if (slug.find_first_not_of('.') == std::string::npos && !slug.empty()) {
        problems.push_back({"slug", "must not be of dots alone"});  // no browser keeps such a path
    }
}

void check_skills(const std::vector<std::string>& skills, Problems& problems) {
    check_count(skills.size(), "skills", skills_max, problems);
    for (std::size_t i = 0; i < skills.size(); ++i) {
        check_required_line(skills[i], part("skills", i), badge_line_length_max, true, problems);
    }
}

void check_alignments(const std::vector<Alignment>& alignments, Problems& problems) {
    check_count(alignments.size(), "alignments", badge_parts_max, problems);
    for (std::size_t i = 0; i < alignments.size(); ++i) {
        const auto field = part("alignments", i);
        check_line(alignments[i].name, field + ".name", badge_line_length_max, problems);
        check_url(alignments[i].url, field + ".url", problems);
        check_lines(alignments[i].description, field + ".description", badge_text_length_max,
                    problems);
    }
}

void check_recommendations(const std::vector<Recommendation>& recommendations, Problems& problems) {
    check_count(recommendations.size(), "recommendations", badge_parts_max, problems);
    for (std::size_t i = 0; i < recommendations.size(); ++i) {
        const auto field = part("recommendations", i);
        check_line(recommendations[i].title, field + ".title", badge_line_length_max, problems);
        check_line(recommendations[i].type, field + ".type", badge_line_length_max, problems);
        check_url(recommendations[i].activity_url, field + ".activity_url", problems);
    }
}

void check_activities(const std::vector<BadgeActivity>& activities, Problems& problems) {
    check_count(activities.size(), "activities", badge_parts_max, problems);
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const auto field = part("activities", i);
        check_line(activities[i].title, field + ".title", badge_line_length_max, problems);
        check_line(activities[i].type, field + ".type", badge_line_length_max, problems);
        check_url(activities[i].url, field + ".url", problems);
    }
}

// Letters apart from their marks, in lower case.
icu::UnicodeString decomposed(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString letters;
    if (U_SUCCESS(status)) {
        letters = nfkd->normalize(icu::UnicodeString::fromUTF8(text::folded(name)), status);
    }
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return letters;
}

// As in "Ship's", which stays one word.
bool is_apostrophe(UChar32 character) {
    return character == '\'' || character == 0x2019;
}

bool is_mark(UChar32 character) {
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

}  // namespace

std::string_view name_of(BadgeTemplateState state) {
    switch (state) {
        case BadgeTemplateState::draft: return "draft";
        case BadgeTemplateState::active: return "active";
        case BadgeTemplateState::archived: return "archived";
    }
    __builtin_unreachable();
}

std::optional<BadgeTemplateState> parse_badge_template_state(std::string_view name) {
    for (const auto state :
         {BadgeTemplateState::draft, BadgeTemplateState::active, BadgeTemplateState::archived}) {
        if (name == name_of(state)) return state;
    }
    return std::nullopt;
}

std::string slug_of(std::string_view name) {
    const auto letters = decomposed(name);
    std::string slug;
    bool hyphen_due = false;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const auto character = letters.char32At(i);
        if (character < 0x80 && u_isalnum(character) != 0) {
            if (hyphen_due && !slug.empty()) slug += '-';
            hyphen_due = false;
            slug += static_cast<char>(u_tolower(character));
        } else if (!is_mark(character) && !is_apostrophe(character) && u_isalnum(character) == 0) {
            hyphen_due = true;
        }
    }
    slug.resize(std::min(slug.size(), badge_slug_length_max));
    if (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "badge" : slug;
}

std::vector<FieldProblem> problems_in(const BadgeTemplateDraft& draft) {
    Problems problems;
    check_required_line(draft.name, "name", badge_name_length_max, true, problems);
    check_slug(draft.slug, problems);
    if (text::is_blank(draft.description)) problems.push_back({"description", "is required"});
    check_lines(draft.description, "description", badge_description_length_max, problems);
    check_url(draft.global_activity_url, "global_activity_url", problems);
    check_line(draft.criteria_name, "criteria_name", badge_line_length_max, problems);
    check_url(draft.criteria_url, "criteria_url", problems);
    check_line(draft.level, "level", badge_line_length_max, problems);
    check_line(draft.cost, "cost", badge_line_length_max, problems);
    check_line(draft.time_to_earn, "time_to_earn", badge_line_length_max, problems);
    check_line(draft.type_category, "type_category", badge_line_length_max, problems);
    check_skills(draft.skills, problems);
    check_alignments(draft.alignments, problems);
    check_recommendations(draft.recommendations, problems);
    check_activities(draft.activities, problems);
    check_count(draft.required_templates.size(), "required_templates", badge_parts_max, problems);
    return problems;
}

}  // namespace cartulary
