#include "operations/tenants.h"

#include "base/secrets.h"
#include "domain/email_address.h"
#include "operations/tenant_organizations.h"
#include "store/credentials.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"

namespace cartulary {

namespace {

TenantPerson administrator_of(const Registry& registry, const NewTenant& tenant) {
    TenantPerson person{.id = Uuid::random(registry.randomness),
                        .tenant = 0,
                        .username = tenant.username,
                        .first_name = tenant.username,
                        .last_name = {},
                        .email = {},
                        .phone = {},
                        .password_hash = {},
                        .created_at = registry.now()};
    if (EmailAddress::parse(tenant.username)) person.email = tenant.username;
    return person;
}

}  // namespace

Result<TenantMade> add_tenant(const Registry& registry, const Caller& caller,
                              const NewTenant& tenant) {
    auto person = administrator_of(registry, tenant);
    auto problems = problems_in(person, tenant.password);
    std::erase_if(problems, [](const FieldProblem& one) { return one.field == "first_name"; });
    if (tenant.channel.empty()) problems.push_back({"channel", "is required"});
    if (!problems.empty()) return fail(std::move(problems));
    person.password_hash = hash_password(tenant.password);
    const auto api_key = random_token(tenant_key_bytes, registry.randomness);
    const TenantStatement statement{
        .channel = tenant.channel,
        .apply = [&](OrganizationDraft& draft) { draft.name = tenant.name; }};
    auto made = registry.store.write([&](Transaction& transaction) -> Result<TenantMade> {
        const auto one = TRY(insert_tenant(registry, transaction, {caller}, statement));
        const auto& organization = one.organization;
        auto administrator = person;
        administrator.tenant = organization.number;
        TRY(tenant_people::insert(transaction, administrator));
        tenant_people::put_membership(transaction, {organization.number,
                                                    administrator.id,
                                                    {std::string(tenant_role::administrator)},
                                                    organization.created_at});
        credentials::insert(transaction, ApiKey{digest(api_key), organization.number, "first",
                                                organization.created_at});
        return TenantMade{organization.id, organization.serial, api_key};
    });
    if (made) registry.webhooks_wait();
    return made;
}

Result<Caller> Tenants::by_api_key(std::string_view key) {
    auto caller = TRY(callers_.by_api_key(key));
    const auto is_tenant = known_.get(caller.organization, [&]() -> std::optional<bool> {
        return registry_.store.read([&](Transaction& transaction) -> std::optional<bool> {
            const auto found = tenant_organizations::find(transaction, caller.organization);
            if (!found || !found->is_root()) return std::nullopt;
            return true;
        });
    });
    if (!is_tenant) return fail(ErrorKind::unauthenticated, "the API key is no tenant's");
    return caller;
}

}  // namespace cartulary
