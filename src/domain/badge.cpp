#include "domain/badge.h"

#include <algorithm>

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/organization.h"
#include "domain/person.h"
#include "domain/text_field.h"

namespace cartulary {

namespace {

using Problems = std::vector<FieldProblem>;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

// By its shape: a language of 2 to 8 letters, then parts of 1 to 8 letters and digits.
bool is_language_tag(std::string_view tag) {
    if (tag.size() > locale_length_max) return false;
    const auto language = tag.substr(0, tag.find('-'));
    if (language.size() < 2 || !std::ranges::all_of(language, is_letter)) return false;
    for (auto rest = tag;;) {
        const auto end = std::min(rest.find('-'), rest.size());
        const auto part = rest.substr(0, end);
        if (part.empty() || part.size() > 8) return false;
        if (!std::ranges::all_of(part, is_letter_or_digit)) return false;
        if (end == rest.size()) return true;
        rest.remove_prefix(end + 1);
    }
}

void check_recipient(const Recipient& recipient, Problems& problems) {
    if (const auto email = EmailAddress::parse(recipient.email); !email) {
        problems.push_back({"recipient.email", email.error()});
    }
    constexpr auto name_max = person_name_length_max;
    check_required_line(recipient.first_name, "recipient.first_name", name_max, true, problems);
    check_line(recipient.middle_name, "recipient.middle_name", name_max, problems);
    check_required_line(recipient.last_name, "recipient.last_name", name_max, true, problems);
    check_line(recipient.earner_id, "recipient.earner_id", earner_id_length_max, problems);
}

void check_value(const Evidence& evidence, std::string field, Problems& problems) {
    if (evidence.type != "UrlEvidence") {
        check_lines(evidence.value, std::move(field), badge_text_length_max, problems);
    } else if (evidence.value.empty()) {
        problems.push_back({std::move(field), "is required"});
    } else {
        check_url(evidence.value, std::move(field), problems);
    }
}

void check_evidence(const std::vector<Evidence>& evidence, Problems& problems) {
    check_count(evidence.size(), "evidence", evidence_max, problems);
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const auto field = "evidence[" + std::to_string(i) + "].";
        const auto& one = evidence[i];
        check_required_line(one.type, field + "type", badge_line_length_max, true, problems);
        check_line(one.name, field + "name", badge_line_length_max, problems);
        check_lines(one.description, field + "description", badge_text_length_max, problems);
        check_value(one, field + "value", problems);
    }
}

}  // namespace

std::string_view name_of(BadgeState state) {
    switch (state) {
        case BadgeState::pending: return "pending";
        case BadgeState::accepted: return "accepted";
        case BadgeState::rejected: return "rejected";
        case BadgeState::revoked: return "revoked";
    }
    __builtin_unreachable();
}

std::optional<BadgeState> parse_badge_state(std::string_view name) {
    for (const auto state :
         {BadgeState::pending, BadgeState::accepted, BadgeState::rejected, BadgeState::revoked}) {
        if (name == name_of(state)) return state;
    }
    return std::nullopt;
}

std::string Recipient::full_name() const {
    std::string name;
    for (const auto* part : {&first_name, &middle_name, &last_name}) {
        if (part->empty()) continue;
        if (!name.empty()) name += ' ';
        name += *part;
    }
    return name;
}

std::vector<FieldProblem> problems_in(const BadgeDraft& draft) {
    Problems problems;
    check_recipient(draft.recipient, problems);
    if (!is_language_tag(draft.locale)) {
        problems.push_back({"locale", "must be a language tag of BCP 47, for example en-US"});
    }
    if (draft.expires_at && *draft.expires_at < draft.issued_at) {
        problems.push_back({"expires_at", "must not be before the badge is issued"});
    }
    check_country(draft.country, "country", false, problems);
    check_line(draft.region, "region", address_line_length_max, problems);
    check_evidence(draft.evidence, problems);
    return problems;
}

}  // namespace cartulary
