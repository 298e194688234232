#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/badge_templates.h"
#include "operations/badges.h"
#include "operations/callers.h"
#include "operations/organizations.h"
#include "store/events.h"
#include "store/organizations.h"
#include "store/relationships.h"
#include "store/webhooks.h"
#include "testkit/registry.h"

namespace cartulary {

inline Caller with_rights(Caller caller, const Rights& rights) {
    caller.rights = rights;
    return caller;
}

inline constexpr Rights nothing_but_read{.read = true, .write = false, .del = false};
inline constexpr Rights all_but_read{.read = false, .write = true, .del = true};
inline constexpr Rights all_but_write{.read = true, .write = false, .del = true};
inline constexpr Rights all_but_delete{.read = true, .write = true, .del = false};

// What was refused, as a text: "forbidden", or "invalid: reason is required".
template <class T>
std::string refusal_of(const Result<T>& result) {
    if (result) return "nothing";
    static constexpr const char* names[] = {"invalid",   "unauthenticated", "forbidden",
                                            "not_found", "conflict",        "gone",
                                            "too_large", "limited",         "key_reused"};
    std::string text = names[static_cast<int>(result.error().kind)];
    for (const auto& [field, problem] : result.error().fields) {
        text += (text.find(':') == std::string::npos ? ": " : "; ") + field + " " + problem;
    }
    return text;
}

// A registry with two organizations that have nothing to do with each other.
class OperationsUnderTest {
protected:
    explicit OperationsUnderTest(
        std::unique_ptr<testkit::StoreUnderTest> store = testkit::sqlite_store())
        : under_test(std::move(store)) {}

    const Registry& registry() { return under_test.registry(); }

    Caller caller_of(const PartnerMade& organization) {
        return Callers(registry()).by_api_key(organization.api_key).value();
    }

    // Lets an organization publish for another.
    void grant(const Caller& organization, const Caller& third_party) {
        write([&](Transaction& transaction) {
            relationships::put(transaction, {organization.organization, third_party.organization,
                                             RelationshipStatus::approved, under_test.now()});
        });
    }

    void set_status(const Caller& organization, OrganizationStatus status) {
        write([&](Transaction& transaction) {
            auto found = organizations::find(transaction, organization.organization).value();
            found.status = status;
            found.version += 1;
            ASSERT_TRUE(organizations::replace(transaction, found));
        });
    }

    void state_webhook(const Caller& organization, std::vector<std::string> event_types = {}) {
        ASSERT_TRUE(Organizations(registry())
                        .change(organization, organization.id,
                                [&](OrganizationDraft& draft) -> Result<void> {
                                    draft.webhook = {"https://hooks.example/", event_types};
                                    return {};
                                }));
    }

    template <class Work>
    void write(Work work) {
        ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
            work(transaction);
            return {};
        }));
    }

    // Of an organization, oldest first, but that of its registration.
    std::vector<Event> events_of(const Caller& organization) {
        auto events = under_test.store().read([&](Transaction& transaction) {
            const auto number = organization.organization;
            return events::list(transaction, number, events::count(transaction, number), 10'000);
        });
        std::ranges::reverse(events);
        events.erase(events.begin());
        return events;
    }
    std::vector<std::string> event_types_of(const Caller& organization) {
        std::vector<std::string> types;
        for (const auto& event : events_of(organization)) types.push_back(event.type);
        return types;
    }

    std::int64_t deliveries_waiting() {
        return under_test.store().read(
            [](Transaction& transaction) { return webhooks::count(transaction).waiting; });
    }

    std::vector<Mail> mail_of(MailKind kind) {
        auto mails = under_test.waiting_mail();
        std::erase_if(mails, [&](const Mail& mail) { return mail.kind != kind; });
        return mails;
    }

    Uuid make_template(
        const Caller& issuer,
        const std::function<void(BadgeTemplateDraft&)>& change = [](auto&) {}) {
        BadgeTemplateDraft draft;
        draft.name = "Welding I";
        draft.description = "Joins steel.";
        draft.state = BadgeTemplateState::active;
        change(draft);
        const auto made =
            BadgeTemplates(registry())
                .create(issuer, issuer.id, draft, {}, [](const IssuedTemplate& issued) {
                    return issued.badge_template.id.text();
                });
        return Uuid::parse(made.value().text).value();
    }

    NewBadge badge_for(const Uuid& badge_template, const std::string& email) {
        NewBadge badge{badge_template, {}};
        badge.stated.recipient.email = email;
        badge.stated.recipient.first_name = "Ada";
        badge.stated.recipient.last_name = "Quay";
        badge.stated.issued_at = under_test.now();
        return badge;
    }

    static std::string id_of(const IssuedBadge& issued) { return issued.badge.id.text(); }

    Uuid issue(Badges& badges, const Caller& issuer, const NewBadge& badge) {
        return Uuid::parse(badges.issue(issuer, issuer.id, badge, {}, id_of).value().text).value();
    }

    testkit::RegistryUnderTest under_test;
    PartnerMade college = under_test.add_partner("Harbor College", "office@harbor.example");
    PartnerMade school = under_test.add_partner("Ridge School", "office@ridge.example");
    Caller own = caller_of(college);
    Caller stranger = caller_of(school);
};

}  // namespace cartulary
