#include "app/commands/tenant_commands.h"

#include "operations/tenants.h"

namespace cartulary::commands {

Outcome add_tenant(const Target& target, const Tenant& tenant) {
    auto password = target.input.substr(0, target.input.find('\n'));
    if (password.ends_with('\r')) password.pop_back();
    auto made = cartulary::add_tenant(target.registry, command_line(),
                                      {tenant.name, tenant.channel, tenant.username, password});
    if (!made) {
        for (auto& problem : made.error().fields) {
            if (problem.field == "identifiers.sunbird.channel") problem.field = "channel";
        }
        return refused(made.error());
    }
    json::Writer writer;
    writer.begin_object()
        .member("organisationId", shown_serial(made->serial))
        .member("api_key", made->api_key)
        .member("ctid", made->id.ctid())
        .end_object();
    return answer(target, writer,
                  tenant.name + " is a tenant\norganisationId  " + shown_serial(made->serial) +
                      "\nCTID            " + made->id.ctid() + "\nAPI key         " +
                      made->api_key + "   (shown this once)");
}

}  // namespace cartulary::commands
