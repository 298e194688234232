#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

enum class BadgeTemplateState { draft, active, archived };

std::string_view name_of(BadgeTemplateState state);
std::optional<BadgeTemplateState> parse_badge_template_state(std::string_view name);

// A standard that a badge is aligned to.
struct Alignment {
    Uuid id;
    std::string name;
    std::string url;  // http(s), or empty
    std::string description;

    bool operator==(const Alignment&) const = default;
};

// What an earner may do next.
struct Recommendation {
    Uuid id;
    std::string title;
    std::string type;  // as the issuer calls it: "information"
    std::string activity_url;

    bool operator==(const Recommendation&) const = default;
};

// What an earner did for it.
struct BadgeActivity {
    Uuid id;
    std::string title;
    std::string type;  // as the issuer calls it: "Assessment"
    std::string url;
    std::optional<Uuid> required_template;

    bool operator==(const BadgeActivity&) const = default;
};

// What an issuer says of a badge that it gives.
struct BadgeTemplateDraft {
    std::string name;
    std::string slug;  // unique within the organization; empty: made from the name
    std::string description;
    BadgeTemplateState state = BadgeTemplateState::draft;
    bool is_public = true;
    bool allow_duplicates = false;  // an earner may have it more than once
    bool certification = false;
    std::string global_activity_url;
    std::string criteria_name;
    std::string criteria_url;
    std::string level;
    std::string cost;
    std::string time_to_earn;
    std::string type_category;
    std::vector<std::string> skills;
    std::vector<Alignment> alignments;
    std::vector<Recommendation> recommendations;
    std::vector<BadgeActivity> activities;
    std::vector<Uuid> required_templates;
    std::optional<Uuid> picture;
    std::string particulars;  // what only the Acclaim interface knows, as text that only it reads

    bool operator==(const BadgeTemplateDraft&) const = default;
};

struct BadgeTemplate {
    Uuid id;
    std::int32_t organization;  // number
    BadgeTemplateDraft stated;
    std::int64_t badge_count;  // that were issued and not deleted
    std::int64_t version;      // 1, and 1 more with every change of what is stated
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> state_updated_at;

    bool operator==(const BadgeTemplate&) const = default;
};

// Limits in Unicode characters, and of how many.
inline constexpr std::size_t badge_name_length_max = 255;
inline constexpr std::size_t badge_description_length_max = 5'000;
inline constexpr std::size_t badge_slug_length_max = 100;
inline constexpr std::size_t badge_line_length_max = 500;
inline constexpr std::size_t badge_text_length_max = 2'000;
inline constexpr std::size_t skills_max = 100;
inline constexpr std::size_t badge_parts_max = 100;  // alignments, recommendations, …: of each

// A slug of a name: lower-case ASCII letters and digits of its letters without marks, with hyphens
// between; "badge" when nothing remains.
std::string slug_of(std::string_view name);

// Every problem at once, by the fields' names here ("alignments[0].url"). The name and the
// description are required.
std::vector<FieldProblem> problems_in(const BadgeTemplateDraft& draft);

}  // namespace cartulary
