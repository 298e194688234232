#include "operations/own_organization.h"

#include "operations/account_mails.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorKind::not_found, "no organization that you have a part in has this CTID");
}

std::string_view refusal_of(Need need) {
    return need == Need::administer ? "only administrators of the organization may do this"
                                    : "your part in this organization does not let you do this";
}

}  // namespace

Result<ActedIn> acted_in(Transaction& transaction, const Actor& actor, const OrganizationId& id,
                         Need need) {
    const auto number = organizations::number_of(transaction, id);
    if (!number) return unknown();
    organizations::hold(transaction, *number);
    const auto role = persons::role_of(transaction, *number, actor.person.id);
    if (!role) return unknown();
    if (!is_enough(*role, need)) return fail(ErrorKind::forbidden, std::string(refusal_of(need)));
    return ActedIn{organizations::find(transaction, *number).value(),
                   {.id = id,
                    .organization = *number,
                    .name = full_name(actor.person),
                    .trusted_partner = false,
                    .rights = {},
                    .token = {},
                    .acts_as = actor.name()}};
}

Result<Organization> looked_at(Transaction& transaction, const Actor& actor,
                               const OrganizationId& id) {
    auto organization = organizations::find(transaction, id);
    if (!organization) return unknown();
    if (actor.staff) return *std::move(organization);
    if (persons::role_of(transaction, organization->number, actor.person.id)) {
        return *std::move(organization);
    }
    return unknown();
}

Result<Caller> looking_at(const Registry& registry, const Actor& actor, const OrganizationId& id) {
    if (auto administrator = acting_in(actor, id, Need::administer)) return administrator;
    auto member = acting_in(actor, id, Need::look);
    if (member || !actor.staff) return member;
    return registry.store.read([&](Transaction& transaction) -> Result<Caller> {
        const auto found = TRY(looked_at(transaction, actor, id));
        return Caller{.id = id,
                      .organization = found.number,
                      .name = found.stated.name,
                      .trusted_partner = false,
                      .rights = {.read = true, .write = false, .del = false},
                      .token = {},
                      .acts_as = actor.name()};
    });
}

std::vector<Person> administrators_of(Transaction& transaction, std::int32_t organization) {
    std::vector<Person> people;
    for (auto& member : persons::members(transaction, organization)) {
        if (member.role == Role::administrator) people.push_back(std::move(member.person));
    }
    return people;
}

std::string dashboard_page_of(const OrganizationId& organization) {
    return "/dashboard/organizations/" + organization.ctid();
}

}  // namespace cartulary
