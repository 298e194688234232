#include "operations/record_history.h"

#include "domain/event.h"
#include "operations/account_mails.h"
#include "operations/event_subject.h"
#include "operations/own_organization.h"
#include "store/events.h"
#include "store/organization_text.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

constexpr std::string_view person_prefix = "person:";
constexpr std::string_view organization_prefix = "organization:";

// Members know each other by name; of the staff only that they are.
Doer person_who(Transaction& transaction, std::int32_t organization, std::string_view id) {
    const auto uuid = Uuid::parse(id);
    const auto person = uuid ? persons::find(transaction, *uuid) : std::nullopt;
    if (!person) return {Doer::Kind::person};
    if (person->staff && !persons::role_of(transaction, organization, person->id)) {
        return {Doer::Kind::staff};
    }
    const auto name = full_name(*person);
    return {Doer::Kind::person, name.empty() ? person->email : name};
}

Doer who(Transaction& transaction, std::int32_t organization, std::string_view actor) {
    if (actor.starts_with(person_prefix)) {
        return person_who(transaction, organization, actor.substr(person_prefix.size()));
    }
    if (actor.starts_with(organization_prefix)) {
        const auto id = OrganizationId::from_ctid(actor.substr(organization_prefix.size()));
        const auto found = id ? organizations::find(transaction, *id) : std::nullopt;
        return {Doer::Kind::organization, found ? found->stated.name : std::string()};
    }
    if (actor == "earner") return {Doer::Kind::earner};
    if (actor == "staff" || actor == "command") return {Doer::Kind::staff};
    return {Doer::Kind::registry};
}

RecordHistory::Version version_of(Transaction& transaction, const Event& event) {
    return {event.sequence, event.type, event.occurred_at,
            who(transaction, event.organization, event.actor),
            organizations::in_snapshot(event.snapshot)};
}

// What it was about, where that is not the organization itself.
struct NameOfSubject {
    std::string operator()(const Organization&) const { return {}; }
    std::string operator()(const IssuedTemplate& issued) const {
        return issued.badge_template.stated.name;
    }
    // Its earner is nobody's business in a list.
    std::string operator()(const IssuedBadge& issued) const {
        return issued.badge_template.stated.name;
    }
    std::string operator()(const ToldResource& told) const { return told.name; }
};

}  // namespace

Result<RecordHistory::Versions> RecordHistory::versions(const Actor& actor,
                                                        const OrganizationId& organization,
                                                        const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Versions> {
        auto found = TRY(looked_at(transaction, actor, organization));
        const auto events = events::of_record(transaction, found.number, slice);
        Versions versions{std::move(found), {.items = {}, .total = events.total}};
        for (const auto& event : events.items) {
            versions.page.items.push_back(version_of(transaction, event));
        }
        return versions;
    });
}

Result<RecordHistory::Compared> RecordHistory::compared(const Actor& actor,
                                                        const OrganizationId& organization,
                                                        std::int64_t sequence) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Compared> {
        const auto found = TRY(looked_at(transaction, actor, organization));
        const auto event = events::of_record_until(transaction, found.number, sequence);
        if (!event || event->sequence != sequence) {
            return fail(ErrorKind::not_found, "the record has no such version");
        }
        Compared compared{version_of(transaction, *event), {}};
        if (const auto before = events::of_record_until(transaction, found.number, sequence - 1)) {
            compared.before = organizations::in_snapshot(before->snapshot);
        }
        return compared;
    });
}

Result<RecordHistory::Activity> RecordHistory::activity(const Actor& actor,
                                                        const OrganizationId& organization,
                                                        const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Activity> {
        auto found = TRY(looked_at(transaction, actor, organization));
        const auto total = events::count(transaction, found.number);
        const auto events =
            events::list(transaction, found.number, total - slice.offset, slice.count);
        Activity activity{std::move(found), {.items = {}, .total = total}};
        for (const auto& event : events) {
            activity.page.items.push_back(
                {event.type, std::visit(NameOfSubject(), subject_of(event)), event.occurred_at,
                 who(transaction, event.organization, event.actor)});
        }
        return activity;
    });
}

}  // namespace cartulary
