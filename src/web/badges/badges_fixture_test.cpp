#include "web/badges/badges_fixture_test.h"

#include "store/organizations.h"

namespace cartulary::web {

namespace {

template <class T>
T must(Result<T> result) {
    if (result) return *std::move(result);
    auto message = result.error().message;
    for (const auto& [field, problem] : result.error().fields)
        message += "; " + field + " " + problem;
    throw std::runtime_error(message);
}

}  // namespace

OrganizationId BadgePagesTest::add_issuer() {
    const auto partner = under_test.add_partner("Harbor College", issuer_email);
    must(organizations.change(command_line(), partner.id,
                              [](OrganizationDraft& draft) -> Result<void> {
                                  draft.profile_name = "Harbor-College";
                                  draft.description = "Teaches boats.";
                                  draft.website = "https://harbor.example/";
                                  draft.address.street = "1 Secret Quay";
                                  draft.address.city = "Duluth";
                                  draft.address.region = "MN";
                                  draft.address.country = "US";
                                  return {};
                              }));
    return partner.id;
}

void BadgePagesTest::change_issuer(const std::function<void(OrganizationDraft&)>& apply) {
    must(
        organizations.change(command_line(), issuer, [&](OrganizationDraft& draft) -> Result<void> {
            apply(draft);
            return {};
        }));
}

void BadgePagesTest::set_issuer_status(OrganizationStatus status) {
    const auto done = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        auto organization = organizations::find(transaction, issuer).value();
        organization.status = status;
        organization.version += 1;
        return organizations::replace(transaction, organization);
    });
    if (!done) throw std::runtime_error(done.error().message);
}

Uuid BadgePagesTest::add_picture(const std::string& bytes) {
    return must(pictures.add(command_line(), issuer, bytes));
}

IssuedTemplate BadgePagesTest::add_template(
    const std::function<void(BadgeTemplateDraft&)>& adjust) {
    BadgeTemplateDraft draft;
    draft.name = "Boat Handling";
    draft.description = "Handles a boat.\nIn all weathers.";
    draft.state = BadgeTemplateState::active;
    draft.global_activity_url = "https://harbor.example/boats";
    draft.criteria_name = "A day at sea";
    draft.criteria_url = "https://harbor.example/criteria";
    draft.level = "Advanced";
    draft.cost = "Free of charge";
    draft.time_to_earn = "Three weeks";
    draft.type_category = "Validation";
    draft.skills = {"Knots", "Charts"};
    draft.alignments = {{{}, "Pilotage", "https://standards.example/1", "By the harbor master"}};
    draft.recommendations = {{{}, "Night sailing", "course", "https://harbor.example/night"}};
    draft.activities = {{{}, "Sea exam", "Assessment", "https://harbor.example/exam", {}}};
    if (adjust) adjust(draft);
    std::optional<IssuedTemplate> made;
    must(badge_templates.create(command_line(), issuer, draft, {},
                                [&](const IssuedTemplate& issued) {
                                    made = issued;
                                    return std::string();
                                }));
    return *made;
}

BadgePagesTest::Mailed BadgePagesTest::issue(const IssuedTemplate& of,
                                             const std::function<void(BadgeDraft&)>& adjust) {
    BadgeDraft draft;
    draft.recipient = {earner_email, "Ada", "May", "Quay", "student-4711"};
    draft.issued_at = under_test.now();
    draft.evidence = {{{}, "UrlEvidence", "Log book", "Of her voyage", "https://log.example/7"}};
    if (adjust) adjust(draft);
    Mailed mailed;
    must(badges.issue(command_line(), issuer, {of.badge_template.id, draft}, {},
                      [&](const IssuedBadge& issued) {
                          mailed.id = issued.badge.id;
                          return std::string();
                      }));
    const auto beginning = "https://registry.example" + mailed.earner_path() + "?secret=";
    for (const auto& mail : under_test.waiting_mail()) {
        if (mail.kind != MailKind::badge_issued) continue;
        const auto link = under_test.registry().vault.unseal(mail.sealed_link).value();
        if (link.starts_with(beginning)) mailed.secret = link.substr(beginning.size());
    }
    if (mailed.secret.empty()) throw std::runtime_error("no link was mailed to the earner");
    return mailed;
}

void BadgePagesTest::decide(const Mailed& badge, Badges::Decision decision) {
    must(badges.decide(badge.secret, decision));
}

void BadgePagesTest::revoke(const Mailed& badge) {
    must(badges.revoke(command_line(), issuer, badge.id,
                       {.reason = "Found cheating", .suppress_mail = true}));
}

IssuedBadge BadgePagesTest::stored(const Mailed& badge) {
    return must(badges.get(command_line(), issuer, badge.id));
}

void expect_page(const http::Response& response, int status) {
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(complaint_about_html(response.body), "") << response.body;
    EXPECT_THAT(header_of(response, "Content-Security-Policy"),
                testing::HasSubstr("default-src 'none'"));
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
}

}  // namespace cartulary::web
