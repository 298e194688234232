#include "dialects/acclaim/badge_wire.h"

#include <algorithm>
#include <array>

#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/body.h"
#include "domain/country.h"

namespace cartulary::acclaim {

namespace {

constexpr auto names = std::to_array<FieldName>({
    {"recipient.email", "recipient_email"},
    {"recipient.first_name", "issued_to_first_name"},
    {"recipient.middle_name", "issued_to_middle_name"},
    {"recipient.last_name", "issued_to_last_name"},
    {"recipient.earner_id", "issuer_earner_id"},
    {"badge_template", "badge_template_id"},
    {"country", "country_name"},
    {"region", "state_or_province"},
    {"suppress_mail", "suppress_badge_notification_email"},
});

// Also "" and, in a form, "false": without an end.
bool says_never(const json::Value& value) {
    if (value.is_null()) return true;
    if (value.boolean()) return !*value.boolean();
    return value.string() && (value.string()->empty() || *value.string() == "false");
}

// Reads one badge's body: every method takes some of its members.
class Reader {
public:
    Reader(const json::Object& said, NewBadge& badge)
        : body_(said), badge_(badge), draft_(badge.stated) {}

    Body& read();

private:
    void read_text(std::string_view name, std::string& text, bool number_too = false) {
        if (auto written = body_.text(name, number_too)) text = *std::move(written);
    }
    void read_template();
    void read_locale();
    void read_expiry();
    void read_country();
    void read_evidence();

    Body body_;
    NewBadge& badge_;
    BadgeDraft& draft_;
};

void Reader::read_template() {
    const auto written = body_.text("badge_template_id");
    if (!written) return;
    if (const auto id = Uuid::parse(*written)) {
        badge_.badge_template = *id;
    } else {
        body_.problem("badge_template_id", "must be the id of a badge template");
    }
}

// Some clients write pt_BR for pt-BR.
void Reader::read_locale() {
    auto written = body_.text("locale");
    if (!written || written->empty()) return;
    std::ranges::replace(*written, '_', '-');
    draft_.locale = *std::move(written);
}

void Reader::read_expiry() {
    const auto* value = body_.find("expires_at");
    if (!value) return;
    if (says_never(*value)) {
        draft_.expires_at.reset();
    } else if (const auto moment = body_.moment("expires_at")) {
        draft_.expires_at = moment;
    }
}

void Reader::read_country() {
    const auto* name = body_.has("country_name") ? "country_name" : "country";
    const auto written = body_.text(name);
    if (!written) return;
    const auto* country = written->empty() ? nullptr : find_country(*written);
    draft_.country = country ? country->alpha_2 : "";
    if (!country && !written->empty()) {
        body_.problem(name, "must be a country by its name or ISO 3166 code");
    }
}

// "name" is "title" and "value" is "url" in what some clients send; of a TextEvidence "text" is its
// description; of an IdEvidence "id" is what it is about, unless there is a "value" too, as in
// answers.
Evidence evidence_in(Body& inner) {
    Evidence evidence;
    const auto first_of = [&](std::initializer_list<std::string_view> choices) {
        for (const auto name : choices) {
            if (auto written = inner.text(name, true); written && !written->empty()) {
                return *std::move(written);
            }
        }
        return std::string();
    };
    evidence.type = first_of({"type"});
    evidence.name = first_of({"name", "title"});
    if (evidence.type == "TextEvidence") {
        evidence.description = first_of({"description", "text"});
        evidence.value = first_of({"value"});
    } else {
        evidence.description = first_of({"description"});
        evidence.value = first_of({"value", "url"});
    }
    if (evidence.type == "IdEvidence" && evidence.value.empty()) evidence.value = first_of({"id"});
    return evidence;
}

void Reader::read_evidence() {
    const auto objects = body_.objects("evidence");
    if (!objects) return;
    draft_.evidence.clear();
    for (const auto* object : *objects) {
        Body inner(*object, "evidence[" + std::to_string(draft_.evidence.size()) + "].");
        draft_.evidence.push_back(evidence_in(inner));
        body_.add(inner);
    }
}

Body& Reader::read() {
    auto& recipient = draft_.recipient;
    read_template();
    read_text("recipient_email", recipient.email);
    read_text("issued_to_first_name", recipient.first_name);
    read_text("issued_to_middle_name", recipient.middle_name);
    read_text("issued_to_last_name", recipient.last_name);
    read_text("issuer_earner_id", recipient.earner_id, true);
    read_locale();
    if (const auto moment = body_.moment("issued_at")) draft_.issued_at = *moment;
    read_expiry();
    read_country();
    read_text("state_or_province", draft_.region);
    read_evidence();
    if (const auto suppress = body_.boolean("suppress_badge_notification_email")) {
        draft_.suppress_mail = *suppress;
    }
    return body_;
}

void require(Body& body, std::string_view name) {
    if (!body.has(name) || body.text(name) == "") body.problem(name, "is required");
}

}  // namespace

Result<NewBadge> read_badge(const json::Object& said) {
    NewBadge badge{};
    Reader reader(said, badge);
    auto& body = reader.read();
    for (const auto* name : {"badge_template_id", "issued_at"}) {
        const bool is_told =
            std::ranges::find(body.problems(), name, &FieldProblem::field) != body.problems().end();
        if (!is_told) require(body, name);
    }
    if (body.problems().empty()) return badge;
    // What the domain would say of the rest is told at once.
    auto problems = body.problems();
    for (auto& found : in_badge_words({ErrorKind::invalid, {}, problems_in(badge.stated)}).fields) {
        const bool is_told =
            std::ranges::find(problems, found.field, &FieldProblem::field) != problems.end();
        if (!is_told) problems.push_back(std::move(found));
    }
    return fail(std::move(problems));
}

Result<void> apply_badge(const json::Object& said, NewBadge& badge) {
    Reader reader(said, badge);
    return reader.read().outcome();
}

Result<Revocation> read_revocation(const json::Object& said) {
    Body body(said);
    Revocation revocation{body.text("reason").value_or(""),
                          body.boolean("suppress_revoke_notification_email").value_or(false)};
    TRY(body.outcome());
    return revocation;
}

Error in_badge_words(Error error) {
    const bool is_second = error.kind == ErrorKind::conflict && !error.fields.empty() &&
                           error.fields[0].field.find("recipient.") != std::string::npos;
    if (is_second) error.message = "This user already has this badge";
    return renamed(std::move(error), names);
}

}  // namespace cartulary::acclaim
