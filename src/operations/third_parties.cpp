#include "operations/third_parties.h"

#include <algorithm>

#include "base/text.h"
#include "domain/event.h"
#include "operations/account_mails.h"
#include "operations/organization_events.h"
#include "operations/own_organization.h"
#include "store/organization_text.h"
#include "store/organizations.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

using Status = RelationshipStatus;

tl::unexpected<Error> nothing_of_it() {
    return fail(ErrorKind::not_found, "the two organizations have nothing to do with each other");
}

// The other of two organizations, where it can be one.
Result<Organization> other_one(Transaction& transaction, const OrganizationId& id,
                               const Organization& own) {
    const auto other = organizations::find(transaction, id);
    if (!other || other->tenant || other->number == own.number) {
        return fail(ErrorKind::not_found, "no other organization that may be meant has this CTID");
    }
    if (other->status != OrganizationStatus::approved ||
        own.status != OrganizationStatus::approved) {
        return fail(ErrorKind::conflict, "both organizations must be approved before");
    }
    return *other;
}

// Who did what, to which two.
struct Deed {
    const Registry& registry;
    Transaction& transaction;
    const Caller& caller;
    const Organization& owner;
    const Organization& third_party;

    void announce(const char* type, Status status) const {
        append_event(registry, transaction, caller, owner, type,
                     organizations::snapshot_of(owner, third_party.id, name_of(status)));
    }
    void mail(MailKind kind, const Organization& to) const {
        for (const auto& person : administrators_of(transaction, to.number)) {
            queue_account_mail(
                registry, transaction, kind, person, dashboard_page_of(to.id) + "/third-parties",
                {{"organization", owner.stated.name}, {"third_party", third_party.stated.name}});
        }
    }
    void put(Status status, Timestamp since) const {
        relationships::put(transaction, {owner.number, third_party.number, status, since});
    }
};

// Ends what there is between two, and tells the one that did not do it.
Result<void> end(const Deed& deed, const Organization& told) {
    const auto known =
        relationships::find(deed.transaction, deed.owner.number, deed.third_party.number);
    if (!known || known->status == Status::revoked) return nothing_of_it();
    deed.put(Status::revoked, known->created_at);
    deed.announce(event_type::organization_third_party_ended, Status::revoked);
    deed.mail(MailKind::third_party_ended, told);
    return {};
}

Result<void> require_may_ask(const Deed& deed, Timestamp now) {
    const auto& [registry, transaction, caller, owner, third_party] = deed;
    if (const auto known = relationships::find(transaction, owner.number, third_party.number)) {
        if (known->status == Status::approved) {
            return fail(ErrorKind::conflict, "you may publish for this organization already");
        }
        if (known->status == Status::asked) {
            return fail(ErrorKind::conflict, "you asked already, and nobody has answered yet");
        }
        if (now < known->created_at + third_party_asks_again_after) {
            return fail(ErrorKind::conflict, "your last request was declined not long ago");
        }
    }
    const auto asking = relationships::of_organization(transaction, owner.number);
    const auto askers = std::ranges::count(asking, Status::asked, &Relationship::status);
    if (relationships::count_asked(transaction, third_party.number) < third_party_requests_max &&
        static_cast<std::size_t>(askers) < third_party_askers_max) {
        return {};
    }
    return fail(ErrorKind::conflict, "too many such requests wait for an answer");
}

ThirdParties::Listed listed(Transaction& transaction, std::int32_t other,
                            const Relationship& relationship) {
    const auto found = organizations::find(transaction, other).value();
    return {found.id, found.stated.name, relationship.status, relationship.created_at};
}

// What was asked first, as it waits for an answer.
std::vector<ThirdParties::Listed> publishing_for_us(Transaction& transaction,
                                                    std::int32_t organization) {
    std::vector<ThirdParties::Listed> others;
    for (const auto status : {Status::asked, Status::approved}) {
        for (const auto& relationship : relationships::of_organization(transaction, organization)) {
            if (relationship.status != status) continue;
            others.push_back(listed(transaction, relationship.third_party, relationship));
        }
    }
    return others;
}

std::string place_of(const ResourceEntry& entry) {
    std::string place = entry.places.empty() ? std::string() : entry.places.front();
    if (entry.regions.empty()) return place;
    return place + (place.empty() ? "" : ", ") + entry.regions.front();
}

}  // namespace

Result<ThirdParties::Both> ThirdParties::list(const Actor& actor,
                                              const OrganizationId& organization,
                                              const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Both> {
        auto own = TRY(looked_at(transaction, actor, organization));
        const auto* part = actor.part_in(organization);
        Both both{.organization = {},
                  .may_change = part && is_enough(part->role, Need::administer),
                  .publish_for_us = publishing_for_us(transaction, own.number),
                  .we_publish_for = {}};
        const auto ours = relationships::of_third_party(transaction, own.number, slice);
        both.we_publish_for.total = ours.total;
        for (const auto& relationship : ours.items) {
            both.we_publish_for.items.push_back(
                listed(transaction, relationship.organization, relationship));
        }
        both.organization = std::move(own);
        return both;
    });
}

std::vector<ThirdParties::Found> ThirdParties::find(const OrganizationId& organization,
                                                    const std::string& text) {
    std::vector<Found> found;
    if (const auto id = OrganizationId::from_ctid(text::trimmed(text))) {
        const auto named = registry_.store.read(
            [&](Transaction& transaction) { return organizations::find(transaction, *id); });
        if (named && named->status == OrganizationStatus::approved && !named->tenant &&
            *id != organization) {
            found.push_back({*id, named->stated.name, named->stated.address.city});
        }
        return found;
    }
    const auto matched =
        finding_.match(search::Described{.name = text}, third_parties_found_max + 1);
    if (!matched) return found;
    for (const auto& [candidate, entry] : *matched) {
        const OrganizationId id(entry.ctid.uuid());
        if (id == organization || found.size() == third_parties_found_max) continue;
        found.push_back({id, candidate.name, place_of(entry)});
    }
    return found;
}

Result<void> ThirdParties::grant(const Actor& actor, const OrganizationId& organization,
                                 const OrganizationId& third_party) {
    auto granted = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        const auto other = TRY(other_one(transaction, third_party, own));
        const auto known = relationships::find(transaction, own.number, other.number);
        if (known && known->status == Status::approved) {
            return fail(ErrorKind::conflict, "it may publish for your organization already");
        }
        const Deed deed{registry_, transaction, caller, own, other};
        deed.put(Status::approved, registry_.now());
        deed.announce(event_type::organization_third_party_granted, Status::approved);
        deed.mail(MailKind::third_party_granted, other);
        return {};
    });
    if (!granted) return granted;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return granted;
}

Result<void> ThirdParties::revoke(const Actor& actor, const OrganizationId& organization,
                                  const OrganizationId& third_party) {
    auto revoked = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        const auto other = organizations::find(transaction, third_party);
        if (!other) return nothing_of_it();
        return end({registry_, transaction, caller, own, *other}, *other);
    });
    if (!revoked) return revoked;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return revoked;
}

Result<void> ThirdParties::ask(const Actor& actor, const OrganizationId& organization,
                               const OrganizationId& owner) {
    auto asked = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        const auto other = TRY(other_one(transaction, owner, own));
        organizations::hold(transaction, other.number);
        const Deed deed{registry_, transaction, caller, other, own};
        TRY(require_may_ask(deed, registry_.now()));
        deed.put(Status::asked, registry_.now());
        deed.announce(event_type::organization_third_party_asked, Status::asked);
        deed.mail(MailKind::third_party_asked, other);
        return {};
    });
    if (!asked) return asked;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return asked;
}

Result<void> ThirdParties::give_up(const Actor& actor, const OrganizationId& organization,
                                   const OrganizationId& owner) {
    auto ended = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        const auto other = organizations::find(transaction, owner);
        if (!other) return nothing_of_it();
        organizations::hold(transaction, other->number);
        return end({registry_, transaction, caller, *other, own}, *other);
    });
    if (!ended) return ended;
    registry_.mail_waits();
    registry_.webhooks_wait();
    return ended;
}

}  // namespace cartulary
