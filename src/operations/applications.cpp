#include "operations/applications.h"

#include <algorithm>

#include "base/text.h"
#include "domain/event.h"
#include "domain/text_field.h"
#include "operations/account_mails.h"
#include "operations/organization_change.h"
#include "operations/organization_events.h"
#include "operations/own_organization.h"
#include "store/organization_decisions.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

using Kind = OrganizationDecisionKind;

bool is_unapproved(OrganizationStatus status) {
    return status == OrganizationStatus::draft || status == OrganizationStatus::submitted ||
           status == OrganizationStatus::declined;
}

// Looked up again, so that many forms at once do not begin more.
Result<void> require_room(Transaction& transaction, const Person& person) {
    const auto parts = persons::parts_of(transaction, person.id);
    const auto unapproved = std::ranges::count_if(parts, [](const Part& part) {
        return part.role == Role::administrator && is_unapproved(part.status);
    });
    if (static_cast<std::size_t>(unapproved) < unapproved_organizations_max) return {};
    return fail(ErrorKind::limited,
                "too many organizations of yours are not approved yet; discard some first");
}

Organization new_organization(const Registry& registry, const OrganizationDraft& stated) {
    const auto now = registry.now();
    return {.id = OrganizationId(Uuid::random(registry.randomness)),
            .number = 0,
            .serial = 0,
            .status = OrganizationStatus::draft,
            .trusted_partner = false,
            .tenant = {},
            .stated = stated,
            .version = 1,
            .created_at = now,
            .updated_at = now};
}

std::string event_type_of(Kind kind) {
    switch (kind) {
        case Kind::submitted: return event_type::organization_submitted;
        case Kind::withdrawn: return event_type::organization_withdrawn;
        case Kind::approved: return event_type::organization_approved;
        case Kind::declined: return event_type::organization_declined;
    }
    __builtin_unreachable();
}

// Gives the organization another status, and writes down who decided that.
Result<void> decide(const Registry& registry, Transaction& transaction, const Caller& caller,
                    Organization& organization, OrganizationStatus status,
                    const OrganizationDecision& decision) {
    organization.status = status;
    organization.version += 1;
    organization.updated_at = registry.now();
    if (status == OrganizationStatus::approved) organization.approved_at = registry.now();
    TRY(organizations::replace(transaction, organization));
    organization_decisions::append(transaction, organization.number, decision);
    return append_event(registry, transaction, caller, organization, event_type_of(decision.kind));
}

void tell_staff(const Registry& registry, Transaction& transaction, const Actor& actor,
                const Organization& organization) {
    for (const auto& person : persons::staff(transaction)) {
        queue_account_mail(registry, transaction, MailKind::organization_submitted, person,
                           "/staff/organizations/waiting",
                           {{"organization", organization.stated.name},
                            {"ctid", organization.id.ctid()},
                            {"applicant", full_name(actor.person)},
                            {"applicant_email", actor.person.email}});
    }
}

void tell_administrators(const Registry& registry, Transaction& transaction, MailKind kind,
                         const Organization& organization, const std::string& reason) {
    for (const auto& person : administrators_of(transaction, organization.number)) {
        queue_account_mail(registry, transaction, kind, person, dashboard_page_of(organization.id),
                           {{"organization", organization.stated.name},
                            {"ctid", organization.id.ctid()},
                            {"reason", reason}});
    }
}

tl::unexpected<Error> not_waiting() {
    return fail(ErrorKind::conflict, "the organization does not wait for approval (any more)");
}

Result<Organization> held_waiting(Transaction& transaction, const OrganizationId& id) {
    const auto number = organizations::number_of(transaction, id);
    if (!number) return fail(ErrorKind::not_found, "no organization has this CTID");
    organizations::hold(transaction, *number);
    auto organization = organizations::find(transaction, *number).value();
    if (organization.status != OrganizationStatus::submitted) return not_waiting();
    return organization;
}

}  // namespace

std::vector<LikelyDuplicate> Applications::duplicates(const OrganizationDraft& stated) {
    return likely_duplicates(finding_, stated, {});
}

Result<Organization> Applications::begin(const Actor& actor, const OrganizationDraft& stated) {
    auto organization = new_organization(registry_, stated);
    auto& profile_name = organization.stated.profile_name;
    if (profile_name.empty()) {
        profile_name = generated_profile_name(Uuid::random(registry_.randomness));
    }
    if (auto problems = problems_in(organization.stated, {.complete = false}); !problems.empty()) {
        return fail(std::move(problems));
    }
    auto begun = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        TRY(require_room(transaction, actor.person));
        const auto given = TRY(organizations::insert(transaction, organization));
        organization.number = given.number;
        organization.serial = given.serial;
        persons::put_membership(transaction, given.number, actor.person.id, Role::administrator,
                                registry_.now());
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization.id, Need::administer));
        TRY(append_event(registry_, transaction, caller, own, event_type::organization_registered));
        return own;
    });
    if (begun) registry_.webhooks_wait();
    return begun;
}

Result<Organization> Applications::save(const Actor& actor, const OrganizationId& organization,
                                        std::int64_t version,
                                        const std::function<void(OrganizationDraft&)>& apply) {
    auto saved = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        auto [own, caller] = TRY(acted_in(transaction, actor, organization, Need::administer));
        if (own.version != version) {
            return tl::unexpected(Error{ErrorKind::conflict,
                                        "somebody else changed the organization meanwhile",
                                        {{"version", "is not the latest"}}});
        }
        const auto before = own.stated;
        apply(own.stated);
        const bool complete = own.status == OrganizationStatus::submitted ||
                              own.status == OrganizationStatus::approved;
        const bool is_change =
            TRY(restate(registry_, transaction, own, before, [&](const OrganizationDraft& draft) {
                return complete ? problems_before_approval(draft)
                                : problems_in(draft, {.complete = false});
            }));
        if (is_change) {
            TRY(append_event(registry_, transaction, caller, own,
                             event_type::organization_changed));
        }
        return own;
    });
    if (saved) registry_.webhooks_wait();
    return saved;
}

Result<Organization> Applications::submit(const Actor& actor, const OrganizationId& organization) {
    auto submitted = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        auto [own, caller] = TRY(acted_in(transaction, actor, organization, Need::administer));
        if (own.status != OrganizationStatus::draft && own.status != OrganizationStatus::declined) {
            return fail(ErrorKind::conflict,
                        own.status == OrganizationStatus::submitted
                            ? "the organization waits for approval already"
                            : "the organization needs no approval, or can not be approved");
        }
        if (auto problems = problems_before_approval(own.stated); !problems.empty()) {
            return fail(std::move(problems));
        }
        TRY(decide(registry_, transaction, caller, own, OrganizationStatus::submitted,
                   {Kind::submitted, {}, caller.actor(), registry_.now()}));
        tell_staff(registry_, transaction, actor, own);
        return own;
    });
    if (!submitted) return submitted;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return submitted;
}

Result<Organization> Applications::withdraw(const Actor& actor,
                                            const OrganizationId& organization) {
    auto withdrawn = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        auto [own, caller] = TRY(acted_in(transaction, actor, organization, Need::administer));
        if (own.status != OrganizationStatus::submitted) return not_waiting();
        TRY(decide(registry_, transaction, caller, own, OrganizationStatus::draft,
                   {Kind::withdrawn, {}, caller.actor(), registry_.now()}));
        return own;
    });
    if (withdrawn) registry_.webhooks_wait();
    return withdrawn;
}

Result<Applications::Shown> Applications::show(const Actor& actor,
                                               const OrganizationId& organization) {
    auto shown = registry_.store.read([&](Transaction& transaction) -> Result<Shown> {
        auto found = TRY(looked_at(transaction, actor, organization));
        const auto number = found.number;
        return Shown{
            std::move(found), organization_decisions::of_organization(transaction, number), {}};
    });
    if (shown && is_unapproved(shown->organization.status)) {
        shown->duplicates =
            likely_duplicates(finding_, shown->organization.stated, shown->organization.id);
    }
    return shown;
}

Result<Page<Applications::Shown>> Applications::waiting(const Actor& actor, const Slice& slice) {
    TRY(acting_as_staff(actor));
    auto page = registry_.store.read([&](Transaction& transaction) {
        auto found = organization_decisions::waiting(transaction, slice);
        Page<Shown> shown{.items = {}, .total = found.total};
        for (auto& organization : found.items) {
            auto decisions =
                organization_decisions::of_organization(transaction, organization.number);
            shown.items.push_back({std::move(organization), std::move(decisions), {}});
        }
        return shown;
    });
    for (auto& [organization, decisions, duplicates] : page.items) {
        duplicates = likely_duplicates(finding_, organization.stated, organization.id);
    }
    return page;
}

Result<Applications::Approved> Applications::approve(
    const Actor& actor, std::span<const OrganizationId> organizations) {
    const auto caller = TRY(acting_as_staff(actor));
    std::vector<FieldProblem> problems;
    check_count(organizations.size(), "organizations", decided_together_max, problems);
    if (!problems.empty()) return fail(std::move(problems));
    Approved approved;
    for (const auto& id : organizations) {
        std::string name = id.ctid();
        auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
            auto organization = TRY(held_waiting(transaction, id));
            name = organization.stated.name;
            if (auto missing = problems_before_approval(organization.stated); !missing.empty()) {
                return fail(std::move(missing));
            }
            TRY(decide(registry_, transaction, caller, organization, OrganizationStatus::approved,
                       {Kind::approved, {}, caller.actor(), registry_.now()}));
            tell_administrators(registry_, transaction, MailKind::organization_approved,
                                organization, {});
            return {};
        });
        if (done) {
            approved.count += 1;
        } else {
            approved.left.emplace_back(std::move(name), std::move(done).error());
        }
    }
    if (approved.count > 0) {
        registry_.mail_waits();
        registry_.webhooks_wait();
    }
    return approved;
}

Result<Organization> Applications::decline(const Actor& actor, const OrganizationId& organization,
                                           const std::string& reason) {
    const auto caller = TRY(acting_as_staff(actor));
    std::vector<FieldProblem> problems;
    check_lines(reason, "reason", decline_reason_length_max, problems);
    if (text::is_blank(reason)) problems.push_back({"reason", "is required"});
    if (!problems.empty()) return fail(std::move(problems));
    auto declined = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        auto found = TRY(held_waiting(transaction, organization));
        TRY(decide(registry_, transaction, caller, found, OrganizationStatus::declined,
                   {Kind::declined, reason, caller.actor(), registry_.now()}));
        tell_administrators(registry_, transaction, MailKind::organization_declined, found, reason);
        return found;
    });
    if (!declined) return declined;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return declined;
}

}  // namespace cartulary
