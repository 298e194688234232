#include "operations/resource_access.h"

#include "operations/organization_access.h"
#include "operations/resource_versions.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// What everybody can see is not said not to be there.
Result<Organization> held(Transaction& transaction, const Caller& caller, const OrganizationId& id,
                          Right right) {
    auto owner = organization_held(transaction, caller, id, Reach::granted, right);
    if (owner || owner.error().kind != ErrorKind::not_found) return owner;
    if (!is_there(resources::find(transaction, Ctid(id.uuid())))) return owner;
    return fail(ErrorKind::forbidden,
                "the organization has not allowed yours to publish for it; it can do so in its "
                "account");
}

}  // namespace

Result<void> require_approved(Transaction& transaction, const Caller& caller,
                              const Organization& owner) {
    if (owner.status != OrganizationStatus::approved) {
        return fail(ErrorKind::forbidden, "the organization is not approved");
    }
    if (caller.organization == 0 || caller.organization == owner.number) return {};
    const auto publisher = organizations::find(transaction, caller.organization).value();
    if (publisher.status == OrganizationStatus::approved) return {};
    return fail(ErrorKind::forbidden, "the publishing organization is not approved");
}

Result<Organization> publishing_owner(Transaction& transaction, const Caller& caller,
                                      const OrganizationId& id) {
    auto owner = TRY(held(transaction, caller, id, Right::write));
    TRY(require_approved(transaction, caller, owner));
    return owner;
}

Result<void> require_public(const Registry& registry, Transaction& transaction,
                            const Organization& owner) {
    const Ctid ctid(owner.id.uuid());
    if (is_there(resources::find(transaction, ctid))) return {};
    TRY(record_organization(registry, transaction, command_line(), owner));
    if (is_there(resources::find(transaction, ctid))) return {};
    return fail(ErrorKind::forbidden,
                "the organization is not public; publish its own document first");
}

Result<OwnedResource> owned_resource(Transaction& transaction, const Caller& caller,
                                     const Ctid& ctid, Right right) {
    auto found = resources::find(transaction, ctid);
    if (!found) return unknown_resource();
    const auto id = organizations::find(transaction, found->owner).value().id;
    auto owner = TRY(held(transaction, caller, id, right));
    // Whoever held its owner before may have changed it.
    found = resources::find(transaction, ctid);
    if (found->owner != owner.number) {
        return refused_resource("it was transferred just now", "revision", "is another by now");
    }
    if (found->deleted_at) return deleted_resource();
    if (!is_command_line(caller)) TRY(require_approved(transaction, caller, owner));
    return OwnedResource{*std::move(found), std::move(owner)};
}

tl::unexpected<Error> refused_resource(std::string message, std::string field,
                                       std::string problem) {
    return tl::unexpected(
        Error{ErrorKind::conflict, std::move(message), {{std::move(field), std::move(problem)}}});
}

tl::unexpected<Error> unknown_resource() {
    return fail(ErrorKind::not_found, "nothing was published under this CTID");
}

tl::unexpected<Error> deleted_resource() {
    return fail(ErrorKind::gone, "this was deleted; its versions can still be read");
}

ResourceKnown known_of(Transaction& transaction, const Resource& resource) {
    const auto owner = organizations::find(transaction, resource.owner).value();
    ResourceKnown known{
        .resource = resource, .owner = owner.id, .owner_name = owner.stated.name, .publisher = {}};
    if (resource.publisher) {
        known.publisher = organizations::find(transaction, *resource.publisher).value().id;
    }
    return known;
}

}  // namespace cartulary
