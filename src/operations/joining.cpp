#include "operations/joining.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "domain/email_address.h"
#include "domain/event.h"
#include "domain/text_field.h"
#include "operations/account_mails.h"
#include "operations/members.h"
#include "operations/sign_ups.h"
#include "store/invitations.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

tl::unexpected<Error> link_is_over() {
    return fail(ErrorKind::gone, "this invitation was used already, cancelled, or is too old");
}

bool is_open(const Organization& organization) {
    return !organization.tenant && (organization.status == OrganizationStatus::approved ||
                                    organization.status == OrganizationStatus::submitted);
}

std::string folded_email(const Invitation& invitation) {
    return EmailAddress::parse(invitation.email).value().folded();
}

// A person is never made less by an invitation.
Result<OrganizationId> use(const Registry& registry, Transaction& transaction,
                           const Invitation& invitation, const Person& person) {
    organizations::hold(transaction, invitation.organization);
    const auto organization = organizations::find(transaction, invitation.organization).value();
    if (!invitations::remove(transaction, invitation.organization, invitation.id)) {
        return link_is_over();
    }
    if (persons::role_of(transaction, organization.number, person.id)) return organization.id;
    persons::put_membership(transaction, organization.number, person.id, invitation.role,
                            registry.now());
    join_requests::remove(transaction, organization.number, person.id);
    const Caller caller{.id = organization.id,
                        .organization = organization.number,
                        .name = full_name(person),
                        .trusted_partner = false,
                        .rights = {},
                        .token = {},
                        .acts_as = Actor::actor_name(person.id)};
    append_member_event(registry, transaction, caller, organization,
                        event_type::organization_member_added, person.id, name_of(invitation.role));
    return organization.id;
}

Result<void> require_may_ask(Transaction& transaction, const Person& person,
                             const Organization& organization, Timestamp now) {
    if (persons::role_of(transaction, organization.number, person.id)) {
        return fail(ErrorKind::conflict, "you are a member of this organization already");
    }
    if (const auto before = join_requests::find(transaction, organization.number, person.id)) {
        if (!before->declined_at) {
            return fail(ErrorKind::conflict, "you asked already, and nobody has answered yet");
        }
        if (now < *before->declined_at + join_again_after) {
            return fail(ErrorKind::conflict, "your last request was declined not long ago");
        }
    }
    const auto asked = join_requests::of_person(transaction, person.id);
    const auto waiting =
        std::ranges::count_if(asked, [](const auto& request) { return !request.declined_at; });
    if (static_cast<std::size_t>(waiting) < join_requests_max) return {};
    return fail(ErrorKind::conflict, "too many of your requests wait for an answer");
}

}  // namespace

Result<Joining::Invited> Joining::of_link(const std::string& token) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Invited> {
        auto invitation = invitations::find(transaction, digest(token), registry_.now());
        if (!invitation) return link_is_over();
        const auto organization =
            organizations::find(transaction, invitation->organization).value();
        const auto known = persons::find_by_email(transaction, folded_email(*invitation));
        return Invited{*std::move(invitation), organization.id, organization.stated.name,
                       known && !known->password_hash.empty()};
    });
}

Result<OrganizationId> Joining::accept(const Actor& actor, const std::string& token) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<OrganizationId> {
        const auto invitation = invitations::find(transaction, digest(token), registry_.now());
        if (!invitation) return link_is_over();
        const auto person = persons::find(transaction, actor.person.id).value();
        if (EmailAddress::parse(person.email).value().folded() != folded_email(*invitation)) {
            return fail(ErrorKind::forbidden, "this invitation is for another address than yours");
        }
        return use(registry_, transaction, *invitation, person);
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<std::string> Joining::accept_as_new(const std::string& token, const NewAccount& account,
                                           const Browser& browser) {
    const auto invited = TRY(of_link(token));
    const auto& email = invited.invitation.email;
    auto problems = problems_in_person(registry_, account.first_name, account.last_name, email,
                                       account.password);
    if (!problems.empty()) return fail(std::move(problems));
    const auto hash = passwords_.hash(account.password);
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<std::string> {
        const auto folded = folded_email(invited.invitation);
        auto person = persons::find_by_email(transaction, folded);
        if (person && !person->password_hash.empty()) {
            return fail(ErrorKind::conflict, "this address has an account: log in first");
        }
        if (!person) {
            const auto now = registry_.now();
            person = Person{.id = Uuid::ordered(milliseconds(now), registry_.randomness),
                            .email = email,
                            .first_name = {},
                            .last_name = {},
                            .phone = {},
                            .password_hash = {},
                            .staff = false,
                            .created_at = now};
            TRY(persons::insert(transaction, *person, folded));
        }
        persons::set_name(transaction, person->id, text::trimmed(account.first_name),
                          text::trimmed(account.last_name));
        persons::set_password(transaction, person->id, hash);
        persons::remove_tokens(transaction, person->id, TokenPurpose::confirm_account);
        TRY(use(registry_, transaction, invited.invitation, *person));
        return sessions_.begin(transaction, person->id, browser, {});
    });
    if (done) registry_.webhooks_wait();
    return done;
}

Result<Organization> Joining::open_to_requests(const OrganizationId& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Organization> {
        auto organization = organizations::find(transaction, id);
        if (organization && is_open(*organization)) return *std::move(organization);
        return fail(ErrorKind::not_found, "no organization that can be joined has this CTID");
    });
}

Result<void> Joining::ask(const Actor& actor, const OrganizationId& organization,
                          const std::string& note) {
    std::vector<FieldProblem> problems;
    check_lines(note, "note", join_note_length_max, problems);
    if (!problems.empty()) return fail(std::move(problems));
    if (const auto wait = limits_.take_form(actor.name())) return tl::unexpected(too_often(*wait));
    const auto open = TRY(open_to_requests(organization));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        organizations::hold(transaction, open.number);
        const auto found = organizations::find(transaction, open.number).value();
        const auto& person = actor.person;
        TRY(require_may_ask(transaction, person, found, registry_.now()));
        join_requests::put(transaction, {found.number, person.id, note, registry_.now(), {}});
        const Caller caller{.id = {},
                            .organization = 0,
                            .name = full_name(person),
                            .trusted_partner = false,
                            .rights = {},
                            .token = {},
                            .acts_as = actor.name()};
        append_member_event(registry_, transaction, caller, found,
                            event_type::organization_join_requested, person.id, "");
        const auto page = "/dashboard/organizations/" + found.id.ctid() + "/members";
        for (const auto& member : persons::members(transaction, found.number)) {
            if (member.role != Role::administrator) continue;
            queue_account_mail(registry_, transaction, MailKind::join_requested, member.person,
                               page,
                               {{"organization", found.stated.name},
                                {"applicant", full_name(person)},
                                {"applicant_email", person.email},
                                {"note", note}});
        }
        return {};
    });
    if (!done) return done;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return done;
}

std::vector<Organization> Joining::asked_by(const Actor& actor) {
    return registry_.store.read([&](Transaction& transaction) {
        std::vector<Organization> organizations;
        for (const auto& request : join_requests::of_person(transaction, actor.person.id)) {
            if (request.declined_at) continue;
            organizations.push_back(organizations::find(transaction, request.organization).value());
        }
        return organizations;
    });
}

}  // namespace cartulary
