#include "operations/staff_people.h"

#include "base/text.h"
#include "domain/email_address.h"
#include "operations/account_mails.h"
#include "operations/invitations.h"
#include "operations/staff_acts.h"
#include "operations/staff_organizations.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/second_factors.h"

namespace cartulary {

namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorKind::not_found, "nobody has this id");
}

Result<Person> person_of(Transaction& transaction, const Uuid& id) {
    auto found = persons::find(transaction, id);
    if (!found) return unknown();
    return *std::move(found);
}

Result<void> require_another(const Actor& actor, const Uuid& person) {
    if (actor.person.id != person) return {};
    return fail(ErrorKind::conflict, "nobody does this to their own account");
}

std::string folded_address(const Person& person) {
    return EmailAddress::parse(person.email).value().folded();
}

// Staff hold each other, so that two cannot remove each other at once.
Result<void> require_still_staff(Transaction& transaction, const Actor& actor) {
    persons::hold_staff(transaction);
    const auto now = TRY(person_of(transaction, actor.person.id));
    if (now.staff) return {};
    return fail(ErrorKind::forbidden, "only the registry's staff may do this");
}

}  // namespace

Result<StaffPeople::Listed> StaffPeople::list(const Actor& actor, const Query& query) {
    TRY(acting_as_staff(actor));
    TRY(require_searched(query.text));
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        persons::Search search{.text = query.text, .staff = query.staff};
        const auto last =
            query.after ? persons::find(transaction, *query.after) : std::optional<Person>();
        if (last) search.after = folded_address(*last);
        auto found = persons::search(transaction, search, staff_page_count + 1);
        Listed listed{.people = {}, .more = found.size() > staff_page_count};
        if (listed.more) found.pop_back();
        for (auto& person : found) {
            auto parts = persons::parts_of(transaction, person.id);
            listed.people.push_back({std::move(person), std::move(parts)});
        }
        return listed;
    });
}

Result<StaffPeople::Shown> StaffPeople::show(const Actor& actor, const Uuid& person) {
    TRY(acting_as_staff(actor));
    return registry_.store.read([&](Transaction& transaction) -> Result<Shown> {
        const auto factor = second_factors::find(transaction, person);
        return Shown{.person = TRY(person_of(transaction, person)),
                     .parts = persons::parts_of(transaction, person),
                     .sessions = person_sessions::of_person(transaction, person),
                     .has_second_factor = factor && factor->confirmed_at};
    });
}

Result<void> StaffPeople::set_staff(const Actor& actor, const Uuid& person, bool staff) {
    TRY(acting_as_staff(actor));
    TRY(require_another(actor, person));
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        TRY(require_still_staff(transaction, actor));
        const auto found = TRY(person_of(transaction, person));
        if (found.staff == staff) return {};
        persons::set_staff(transaction, person, staff);
        append_staff_act(registry_, transaction, actor,
                         staff ? staff_act::staff_added : staff_act::staff_removed,
                         Actor::actor_name(person));
        return {};
    });
}

Result<void> StaffPeople::end_sessions(const Actor& actor, const Uuid& person) {
    TRY(acting_as_staff(actor));
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        TRY(person_of(transaction, person));
        person_sessions::remove_others(transaction, person);
        append_staff_act(registry_, transaction, actor, staff_act::sessions_ended,
                         Actor::actor_name(person));
        return {};
    });
}

Result<void> StaffPeople::reset_second_factor(const Actor& actor, const Uuid& person) {
    TRY(acting_as_staff(actor));
    TRY(require_another(actor, person));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto found = TRY(person_of(transaction, person));
        if (!second_factors::find(transaction, person)) {
            return fail(ErrorKind::conflict, "there is no second factor");
        }
        second_factors::remove(transaction, person);
        person_sessions::remove_others(transaction, person);
        queue_account_mail(registry_, transaction, MailKind::second_factor_off, found,
                           "/account/second-factor");
        append_staff_act(registry_, transaction, actor, staff_act::second_factor_reset,
                         Actor::actor_name(person));
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<void> StaffPeople::mail_confirmation(const Actor& actor, const Uuid& person) {
    TRY(acting_as_staff(actor));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto found = TRY(person_of(transaction, person));
        if (!found.password_hash.empty()) {
            return fail(ErrorKind::conflict, "this person has set a password already");
        }
        persons::remove_tokens(transaction, person, TokenPurpose::confirm_account);
        queue_mail(registry_, transaction, MailKind::confirm_account, found,
                   {{"registry", registry_.name}, {"public_url", registry_.public_url}});
        append_staff_act(registry_, transaction, actor, staff_act::confirmation_mailed,
                         Actor::actor_name(person));
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

}  // namespace cartulary
