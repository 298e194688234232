#include "operations/members.h"

#include "base/secrets.h"
#include "domain/email_address.h"
#include "domain/event.h"
#include "operations/account_mails.h"
#include "operations/organization_events.h"
#include "operations/own_organization.h"
#include "operations/sign_ups.h"
#include "store/invitations.h"
#include "store/organization_text.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

constexpr std::size_t invitations_unapproved_max = 5;  // of one that is not approved yet
constexpr std::chrono::minutes mail_again_after{20};

tl::unexpected<Error> no_member() {
    return fail(ErrorKind::not_found, "no member of the organization has this id");
}

// `person` is about to be no administrator any more.
Result<void> require_another_administrator(Transaction& transaction,
                                           const Organization& organization, const Uuid& person) {
    const auto role = persons::role_of(transaction, organization.number, person);
    if (!role) return no_member();
    if (*role != Role::administrator) return {};
    if (persons::count_administrators(transaction, organization.number) > 1) return {};
    return fail(ErrorKind::conflict,
                "an organization needs an administrator: make somebody else one first");
}

Result<void> remove_member(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Organization& organization, const Uuid& person) {
    TRY(require_another_administrator(transaction, organization, person));
    persons::remove_membership(transaction, organization.number, person);
    append_member_event(registry, transaction, caller, organization,
                        event_type::organization_member_removed, person, "");
    return {};
}

std::vector<Members::Asking> asking(Transaction& transaction, std::int32_t organization) {
    std::vector<Members::Asking> found;
    for (auto& request : join_requests::of_organization(transaction, organization)) {
        auto person = persons::find(transaction, request.person).value();
        found.push_back({std::move(request), std::move(person)});
    }
    return found;
}

Result<void> require_room(Transaction& transaction, const Organization& organization,
                          Timestamp now) {
    const auto waiting = invitations::of_organization(transaction, organization.number, now);
    const bool approved = organization.status == OrganizationStatus::approved;
    if (waiting.size() < (approved ? invitations_max : invitations_unapproved_max)) return {};
    return fail(ErrorKind::conflict, "too many invitations wait for an answer; cancel some first");
}

std::map<std::string, std::string> facts_for(const Organization& organization, Role role) {
    return {{"organization", organization.stated.name}, {"role", std::string(name_of(role))}};
}

}  // namespace

Result<Administered> administered(Transaction& transaction, const Actor& actor,
                                  const OrganizationId& id) {
    if (!actor.staff) {
        auto [organization, caller] = TRY(acted_in(transaction, actor, id, Need::administer));
        return Administered{std::move(organization), std::move(caller)};
    }
    const auto caller = TRY(acting_as_staff(actor));
    const auto number = organizations::number_of(transaction, id);
    if (!number) return fail(ErrorKind::not_found, "no organization has this CTID");
    organizations::hold(transaction, *number);
    return Administered{organizations::find(transaction, *number).value(), caller};
}

void append_member_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                         const Organization& organization, const std::string& type,
                         const Uuid& person, std::string_view role) {
    append_event(registry, transaction, caller, organization, type,
                 organizations::snapshot_of(organization, person, role));
}

Result<Members::Listed> Members::list(const Actor& actor, const OrganizationId& organization) {
    const auto* part = actor.part_in(organization);
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        auto found = organizations::find(transaction, organization);
        if (!found || (!part && !actor.staff)) {
            return fail(ErrorKind::not_found,
                        "no organization that you have a part in has this CTID");
        }
        const auto number = found->number;
        Listed listed{.organization = *std::move(found),
                      .may_change = actor.staff || is_enough(part->role, Need::administer),
                      .members = persons::members(transaction, number),
                      .invitations = {},
                      .requests = {}};
        if (listed.may_change) {
            listed.invitations = invitations::of_organization(transaction, number, registry_.now());
            listed.requests = asking(transaction, number);
        }
        return listed;
    });
}

Result<void> Members::set_role(const Actor& actor, const OrganizationId& organization,
                               const Uuid& person, Role role) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        const auto before = persons::role_of(transaction, found.number, person);
        if (!before) return no_member();
        if (*before == role) return {};
        TRY(require_another_administrator(transaction, found, person));
        persons::put_membership(transaction, found.number, person, role, registry_.now());
        append_member_event(registry_, transaction, caller, found,
                            event_type::organization_member_changed, person, name_of(role));
        return {};
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<void> Members::remove(const Actor& actor, const OrganizationId& organization,
                             const Uuid& person) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        return remove_member(registry_, transaction, caller, found, person);
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<void> Members::leave(const Actor& actor, const OrganizationId& organization) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto caller = TRY(acting_in(actor, organization, Need::look));
        organizations::hold(transaction, caller.organization);
        const auto found = organizations::find(transaction, caller.organization).value();
        return remove_member(registry_, transaction, caller, found, actor.person.id);
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<void> Members::invite(const Actor& actor, const OrganizationId& organization,
                             const std::string& email, Role role) {
    const auto address = EmailAddress::parse(email);
    if (!address) return fail({FieldProblem{"email", address.error()}});
    if (const auto wait = limits_.take_form(actor.name())) return tl::unexpected(too_often(*wait));
    if (!limits_.take_mail(MailKind::invitation, address->folded(), actor.name())) {
        return tl::unexpected(too_often(mail_again_after));
    }
    const auto token = random_token(link_token_bytes, registry_.randomness);
    const auto now = registry_.now();
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        const auto known = persons::find_by_email(transaction, address->folded());
        if (known && persons::role_of(transaction, found.number, known->id)) {
            return tl::unexpected(Error{ErrorKind::conflict,
                                        "this person is a member already",
                                        {{"email", "belongs to a member already"}}});
        }
        TRY(require_room(transaction, found, now));
        const Invitation invitation{.id = Uuid::ordered(milliseconds(now), registry_.randomness),
                                    .digest = digest(token),
                                    .organization = found.number,
                                    .email = address->text(),
                                    .role = role,
                                    .actor = actor.name(),
                                    .created_at = now,
                                    .expires_at = now + invitation_life};
        invitations::put(transaction, invitation, address->folded());
        auto facts = facts_for(found, role);
        facts["inviter"] = full_name(actor.person);
        facts["valid_days"] = std::to_string(invitation_life.count());
        auto to = known.value_or(Person{});
        to.email = address->text();
        queue_account_mail(registry_, transaction, MailKind::invitation, to, "/dashboard",
                           std::move(facts), secret_link(registry_, "/invitation", token));
        append_event(registry_, transaction, caller, found, event_type::organization_member_invited,
                     organizations::snapshot_of(found));
        return {};
    });
    if (!done) return done;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return done;
}

Result<void> Members::cancel_invitation(const Actor& actor, const OrganizationId& organization,
                                        const Uuid& invitation) {
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        if (invitations::remove(transaction, found.number, invitation)) return {};
        return fail(ErrorKind::not_found, "no invitation of the organization has this id");
    });
}

Result<void> Members::let_in(const Actor& actor, const OrganizationId& organization,
                             const Uuid& person, Role role) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        if (!join_requests::remove(transaction, found.number, person)) {
            return fail(ErrorKind::not_found, "nobody of this id waits for an answer");
        }
        if (persons::role_of(transaction, found.number, person)) return {};
        persons::put_membership(transaction, found.number, person, role, registry_.now());
        append_member_event(registry_, transaction, caller, found,
                            event_type::organization_member_added, person, name_of(role));
        queue_account_mail(registry_, transaction, MailKind::join_approved,
                           persons::find(transaction, person).value(), "/dashboard",
                           facts_for(found, role));
        return {};
    });
    if (!done) return done;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return done;
}

Result<void> Members::decline(const Actor& actor, const OrganizationId& organization,
                              const Uuid& person) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [found, caller] = TRY(administered(transaction, actor, organization));
        if (!join_requests::decline(transaction, found.number, person, registry_.now())) {
            return fail(ErrorKind::not_found, "nobody of this id waits for an answer");
        }
        append_member_event(registry_, transaction, caller, found,
                            event_type::organization_join_declined, person, "");
        queue_account_mail(registry_, transaction, MailKind::join_declined,
                           persons::find(transaction, person).value(), "/dashboard",
                           {{"organization", found.stated.name}});
        return {};
    });
    if (!done) return done;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return done;
}

}  // namespace cartulary
