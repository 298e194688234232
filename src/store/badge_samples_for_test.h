#pragma once

#include <string>

#include "domain/badge.h"

// Badges and templates that say everything that one can say.
namespace cartulary {

constexpr std::int64_t sample_noon = 1'700'000'000'000;

inline Timestamp sample_time(int minutes) {
    return timestamp(sample_noon) + std::chrono::minutes(minutes);
}

inline Uuid sample_id(const std::string& name) {
    return Uuid::named(url_namespace, name);
}

// With the id and the slug of its name.
inline BadgeTemplate sample_template(std::int32_t organization, const std::string& name,
                                     int minutes = 0) {
    BadgeTemplateDraft stated{
        .name = name,
        .slug = slug_of(name),
        .description = "Finds the way \"home\".\nAlso at night.",
        .state = BadgeTemplateState::active,
        .is_public = false,
        .allow_duplicates = true,
        .certification = true,
        .global_activity_url = "https://harbor.example/all",
        .criteria_name = "criteria",
        .criteria_url = "https://harbor.example/criteria",
        .level = "Advanced",
        .cost = "Free",
        .time_to_earn = "Weeks",
        .type_category = "Validation",
        .skills = {"Charts", "\u6f22\u5b57"},
        .alignments = {{sample_id("alignment"), "Pilotage", "https://standards.example/1", "a"}},
        .recommendations = {{sample_id("next"), "Next", "information", "https://next.example"}},
        .activities = {{sample_id("exam"), "Exam", "Assessment", "https://exam.example",
                        sample_id("another template")},
                       {sample_id("log"), "Log", "", "", {}}},
        .required_templates = {sample_id("one"), sample_id("two")},
        .picture = sample_id("picture"),
        .particulars = R"({"show":true})"};
    return {.id = sample_id(name),
            .organization = organization,
            .stated = std::move(stated),
            .badge_count = 0,
            .version = 1,
            .created_at = sample_time(minutes),
            .updated_at = sample_time(minutes + 1),
            .state_updated_at = sample_time(minutes + 2)};
}

// To `name`@harbor.example, with the id of name and template.
inline Badge sample_badge(const BadgeTemplate& of, const std::string& name, int minutes = 0) {
    BadgeDraft stated{
        .recipient = {name + "@harbor.example", name, "May", "Quay", "earner " + name},
        .locale = "de-CH",
        .issued_at = sample_time(minutes - 60),
        .expires_at = sample_time(minutes + 10'000),
        .country = "US",
        .region = "Maine",
        .evidence = {{sample_id("evidence"), "UrlEvidence", "Log", "a\nb", "https://log.example"},
                     {sample_id("number"), "IdEvidence", "", "", "4711"}},
        .suppress_mail = true};
    return {.id = sample_id(name + " " + of.stated.name),
            .organization = of.organization,
            .badge_template = of.id,
            .earner = sample_id(name),
            .stated = std::move(stated),
            .state = BadgeState::accepted,
            .is_public = true,
            .replaces = sample_id("the one before"),
            .replaced_by = sample_id("the one after"),
            .revocation_reason = "none \"yet\"",
            .link_digest = "digest of " + name + " " + of.stated.name,
            .version = 1,
            .created_at = sample_time(minutes),
            .updated_at = sample_time(minutes + 1),
            .state_updated_at = sample_time(minutes + 2)};
}

inline Issuer sample_issuer() {
    return {.id = OrganizationId(sample_id("harbor")),
            .number = 7,
            .name = "Harbor \"College\"",
            .profile_name = "harbor",
            .verified = true};
}

}  // namespace cartulary
