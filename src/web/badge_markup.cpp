#include "web/badge_markup.h"

#include <chrono>

#include "base/text.h"
#include "domain/web_address.h"
#include "web/paths.h"

namespace cartulary::web {

namespace {

constexpr std::size_t summary_bytes_max = 200;

// What others wrote may not lead to a script.
bool is_web_address(std::string_view text) {
    const auto address = parse_web_address(text);
    return address && !address->scheme_added;
}

// The evidence itself, where the name does not link to it already.
Markup value_of(const Evidence& evidence) {
    if (is_web_address(evidence.value)) return {};
    return description_markup(evidence.value);
}

struct StandingWords {
    std::string_view kind;  // class of the style sheet
    std::string_view mark;  // goes with the word, so that it can be told without color
    std::string_view word;
};

StandingWords words_for(const Texts& texts, Standing standing) {
    switch (standing) {
        case Standing::pending: return {"open", "○", texts.standing_pending};
        case Standing::valid: return {"good", "✓", texts.standing_valid};
        case Standing::expired: return {"over", "!", texts.standing_expired};
        case Standing::declined: return {"over", "–", texts.standing_declined};
        case Standing::revoked: return {"bad", "✕", texts.standing_revoked};
    }
    __builtin_unreachable();
}

std::chrono::year_month_day date_of(Timestamp moment) {
    return std::chrono::floor<std::chrono::days>(moment);
}

}  // namespace

Details& Details::add(std::string_view name, const Markup& value) {
    if (value.empty()) return *this;
    entries_.add(element("div", {}, element("dt", {}, name), element("dd", {}, value)));
    return *this;
}

Details& Details::add(std::string_view name, std::string_view value) {
    return add(name, text::is_blank(value) ? Markup() : name_markup(value));
}

Markup Details::markup() const {
    if (entries_.empty()) return {};
    return element("dl", {{"class", "details"}}, entries_);
}

std::string day_text(const Texts& texts, Timestamp moment) {
    const auto date = date_of(moment);
    const auto number = static_cast<unsigned>(date.month());
    const auto day_number = std::to_string(static_cast<unsigned>(date.day()));
    const auto year = std::to_string(static_cast<int>(date.year()));
    return filled_plain(
        texts.date, {{"day", day_number}, {"month", texts.months.at(number - 1)}, {"year", year}});
}

Markup day(const Texts& texts, Timestamp moment) {
    const auto date = iso_8601(moment).substr(0, 10);
    return element("time", {{"datetime", date}}, day_text(texts, moment));
}

Markup outside_link(std::string_view url, std::string_view label) {
    const auto shown = name_markup(text::is_blank(label) ? url : label);
    if (!is_web_address(url)) return shown;
    return element("a", {{"href", url}, {"rel", "nofollow ugc"}}, shown);
}

Markup name_markup(std::string_view name) {
    return element("bdi", {}, name);
}

Markup description_markup(std::string_view description) {
    if (text::is_blank(description)) return {};
    return element("div", {{"class", "words"}, {"dir", "auto"}}, paragraphs(description));
}

Markup profile(std::string_view picture_path, std::string_view picture_label, const Markup& about) {
    const auto picture = picture_path.empty() ? Markup()
                                              : element("img", {{"class", "picture"},
                                                                {"src", picture_path},
                                                                {"alt", picture_label},
                                                                {"width", "600"},
                                                                {"height", "600"}});
    return element("div", {{"class", picture.empty() ? "profile bare" : "profile"}}, picture,
                   element("div", {}, about));
}

Markup badge_profile(const Texts& texts, const BadgeTemplateDraft& badge, const Markup& about) {
    const auto label = filled_plain(texts.badge_picture, {{"badge", badge.name}});
    return profile(badge_picture_path(badge), label, about);
}

Markup issuer_link(const Issuer& issuer) {
    const auto path = organization_path(issuer.profile_name);
    return element("a", {{"href", path}}, name_markup(issuer.name));
}

Markup list_section(std::string_view title, std::string_view list_class, const Markup& entries) {
    if (entries.empty()) return {};
    return together(element("h2", {}, title), element("ul", {{"class", list_class}}, entries));
}

Markup skills_section(const Texts& texts, const BadgeTemplateDraft& badge) {
    Markup entries;
    for (const auto& skill : badge.skills) entries.add(element("li", {}, name_markup(skill)));
    return list_section(texts.skills, "skills", entries);
}

Markup evidence_section(const Texts& texts, const BadgeDraft& badge) {
    Markup entries;
    for (const auto& evidence : badge.evidence) {
        const auto& label = text::is_blank(evidence.name) ? evidence.type : evidence.name;
        entries.add(element("li", {}, outside_link(evidence.value, label),
                            description_markup(evidence.description), value_of(evidence)));
    }
    return list_section(texts.evidence, "parts", entries);
}

Standing standing_of(const Badge& badge, Timestamp now) {
    switch (badge.state) {
        case BadgeState::pending: return Standing::pending;
        case BadgeState::accepted: {
            const auto& expires_at = badge.stated.expires_at;
            return expires_at && *expires_at <= now ? Standing::expired : Standing::valid;
        }
        case BadgeState::rejected: return Standing::declined;
        case BadgeState::revoked: return Standing::revoked;
    }
    __builtin_unreachable();
}

Markup standing_markup(const Texts& texts, Standing standing, const Markup& about) {
    const auto [kind, mark, word] = words_for(texts, standing);
    const auto classes = "standing " + std::string(kind);
    return element(
        "p", {{"class", classes}},
        element("strong", {}, element("span", {{"aria-hidden", "true"}}, mark), " ", word, "."),
        " ", about);
}

void add_dates(const Texts& texts, const BadgeDraft& badge, Timestamp now, Details& details) {
    details.add(texts.issued_on, day(texts, badge.issued_at));
    if (!badge.expires_at) return;
    details.add(*badge.expires_at <= now ? texts.expired_on : texts.expires_on,
                day(texts, *badge.expires_at));
}

std::string assertion_path(const Uuid& badge) {
    return "/v1/obi/v2/badge_assertions/" + badge.text();
}

std::string badge_class_path(const Uuid& badge_template) {
    return "/v1/obi/v2/badge_classes/" + badge_template.text();
}

Markup data_link(const Texts& texts, std::string_view path) {
    return element("p", {{"class", "data"}}, element("a", {{"href", path}}, texts.machine_data));
}

Markup data_alternate(const Shell& shell, std::string_view path) {
    const auto url = shell.public_url + std::string(path);
    return element("link", {{"rel", "alternate"}, {"type", "application/ld+json"}, {"href", url}});
}

std::string summary_of(std::string_view description) {
    const auto words = text::trimmed(description);
    const auto line = words.substr(0, words.find('\n'));
    if (line.size() <= summary_bytes_max) return std::string(text::trimmed(line));
    auto end = line.rfind(' ', summary_bytes_max);
    if (end == std::string_view::npos) {
        end = summary_bytes_max;
        // Not in the middle of a character.
        while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    }
    return std::string(line.substr(0, end)) + "…";
}

}  // namespace cartulary::web
