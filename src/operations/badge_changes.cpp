#include "operations/badge_changes.h"

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/text_field.h"
#include "operations/mails.h"
#include "operations/organization_access.h"
#include "operations/organization_events.h"
#include "store/badge_templates.h"
#include "store/badge_text.h"

namespace cartulary {

namespace {

constexpr std::size_t secret_bytes = 32;
constexpr auto replaced_reason = "Replaced";

Error revoked_already() {
    return {ErrorKind::conflict, "the badge was revoked already"};
}

// Whether its earner has it, or may have it, so that a second one may be refused.
bool counts(BadgeState state) {
    switch (state) {
        case BadgeState::pending:
        case BadgeState::accepted: return true;
        case BadgeState::rejected:
        case BadgeState::revoked: return false;
    }
    __builtin_unreachable();
}

void give_ids(std::vector<Evidence>& evidence, const Randomness& randomness) {
    for (auto& one : evidence) {
        if (one.id == Uuid()) one.id = Uuid::random(randomness);
    }
}

std::string page_of(const Registry& registry, const Badge& badge) {
    return registry.public_url + "/badges/" + badge.id.text();
}

Letter letter_about(const Registry& registry, const Organization& issuer,
                    const IssuedBadge& issued) {
    const auto& recipient = issued.badge.stated.recipient;
    auto facts = facts_of(registry, issuer);
    facts["badge"] = issued.badge_template.stated.name;
    facts["earner"] = recipient.first_name;
    return {.kind = MailKind::badge_issued,
            .to_address = recipient.email,
            .to_name = recipient.full_name(),
            .facts = std::move(facts)};
}

}  // namespace

Result<IssuedBadge> BadgeChanges::issue(const NewBadge& wanted, const Uuid& earners) {
    const auto id = Uuid::ordered(milliseconds(registry_.now()), registry_.randomness);
    return issue_as(id, wanted, earners, std::nullopt);
}

Result<IssuedBadge> BadgeChanges::replace(const IssuedBadge& old, const NewBadge& wanted,
                                          const Uuid& earners) {
    if (old.badge.state == BadgeState::revoked) return tl::unexpected(revoked_already());
    const auto id = Uuid::ordered(milliseconds(registry_.now()), registry_.randomness);
    // First, so that it leaves the way free.
    auto replaced = old;
    replaced.badge.state = BadgeState::revoked;
    replaced.badge.revocation_reason = replaced_reason;
    replaced.badge.replaced_by = id;
    TRY(store(replaced, old.badge.state, event_type::badge_state_changed));
    return issue_as(id, wanted, earners, old.badge.id);
}

Result<IssuedBadge> BadgeChanges::issue_as(const Uuid& id, const NewBadge& wanted,
                                           const Uuid& earners,
                                           const std::optional<Uuid>& replaces) {
    TRY(require_valid(wanted));
    const auto email = EmailAddress::parse(wanted.stated.recipient.email).value();
    const auto named = badge_templates::find(transaction_, wanted.badge_template).value();
    const auto secret =
        wanted.stated.suppress_mail ? "" : random_token(secret_bytes, registry_.randomness);
    const auto now = registry_.now();
    Badge badge{.id = id,
                .organization = issuer_.number,
                .badge_template = named.id,
                .earner = Uuid::named(earners, email.folded()),
                .stated = wanted.stated,
                .state = BadgeState::pending,
                .is_public = named.stated.is_public,
                .replaces = replaces,
                .replaced_by = {},
                .revocation_reason = {},
                .link_digest = secret.empty() ? "" : digest(secret),
                .version = 1,
                .created_at = now,
                .updated_at = now,
                .state_updated_at = {}};
    badge.stated.recipient.email = email.text();
    give_ids(badge.stated.evidence, registry_.randomness);
    TRY(badges::insert(transaction_, badge, !named.stated.allow_duplicates));
    IssuedBadge issued{std::move(badge), badge_templates::count_badge(transaction_, named.id, 1),
                       issuer_of(issuer_)};
    if (!secret.empty()) mail_issued(issued, secret);
    append(issued, event_type::badge_created);
    return issued;
}

Result<void> BadgeChanges::require_valid(const NewBadge& wanted) {
    auto problems = problems_in(wanted.stated);
    const auto named = badge_templates::find(transaction_, wanted.badge_template);
    if (!named || named->organization != issuer_.number ||
        named->stated.state != BadgeTemplateState::active) {
        problems.push_back({"badge_template", "is no active badge template of the organization"});
    }
    if (!problems.empty()) return fail(std::move(problems));
    return {};
}

Result<void> BadgeChanges::revoke(IssuedBadge& badge, const Revocation& revocation) {
    std::vector<FieldProblem> problems;
    if (text::is_blank(revocation.reason)) problems.push_back({"reason", "is required"});
    check_lines(revocation.reason, "reason", revocation_reason_length_max, problems);
    if (!problems.empty()) return fail(std::move(problems));
    const auto before = badge.badge.state;
    if (before == BadgeState::revoked) return tl::unexpected(revoked_already());
    badge.badge.state = BadgeState::revoked;
    badge.badge.revocation_reason = revocation.reason;
    TRY(store(badge, before, event_type::badge_state_changed));
    if (!revocation.suppress_mail) mail_revoked(badge);
    return {};
}

void BadgeChanges::remove(IssuedBadge badge) {
    badges::remove(transaction_, badge.badge.id);
    badge.badge_template =
        badge_templates::count_badge(transaction_, badge.badge.badge_template, -1);
    append(badge, event_type::badge_deleted);
}

Result<void> BadgeChanges::set_state(IssuedBadge& badge, BadgeState state) {
    const auto before = badge.badge.state;
    if (before == state) return {};
    if (before == BadgeState::revoked) return tl::unexpected(revoked_already());
    badge.badge.state = state;
    return store(badge, before, event_type::badge_state_changed);
}

Result<void> BadgeChanges::set_public(IssuedBadge& badge, bool is_public) {
    if (badge.badge.state == BadgeState::revoked) return tl::unexpected(revoked_already());
    if (badge.badge.is_public == is_public) return {};
    badge.badge.is_public = is_public;
    return store(badge, badge.badge.state, event_type::badge_privacy_changed);
}

Result<void> BadgeChanges::store(IssuedBadge& issued, BadgeState before, const char* event) {
    auto& badge = issued.badge;
    badge.version += 1;
    badge.updated_at = registry_.now();
    if (badge.state != before) badge.state_updated_at = badge.updated_at;
    auto stored =
        badges::replace(transaction_, badge, !issued.badge_template.stated.allow_duplicates);
    // A template that once allowed duplicates left some that stand in each other's way: they stay.
    if (!stored && counts(before)) stored = badges::replace(transaction_, badge, false);
    if (stored) append(issued, event);
    return stored;
}

void BadgeChanges::mail_issued(const IssuedBadge& issued, const std::string& secret) {
    auto letter = letter_about(registry_, issuer_, issued);
    letter.link = page_of(registry_, issued.badge) + "/yours?secret=" + secret;
    queue_mail(registry_, transaction_, std::move(letter));
}

void BadgeChanges::mail_revoked(const IssuedBadge& revoked) {
    auto letter = letter_about(registry_, issuer_, revoked);
    letter.kind = MailKind::badge_revoked;
    // A private badge has no page.
    if (revoked.badge.is_public) letter.facts["badge_url"] = page_of(registry_, revoked.badge);
    letter.facts["reason"] = revoked.badge.revocation_reason;
    queue_mail(registry_, transaction_, std::move(letter));
}

void BadgeChanges::append(const IssuedBadge& badge, const char* event) {
    append_event(registry_, transaction_, caller_, issuer_, event, badges::snapshot_of(badge));
}

}  // namespace cartulary
