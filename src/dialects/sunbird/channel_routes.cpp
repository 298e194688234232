#include <memory>

#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/moments.h"
#include "dialects/sunbird/organisation_wire.h"
#include "dialects/sunbird/parameters.h"
#include "dialects/sunbird/routes.h"

namespace cartulary::sunbird {

namespace {

struct StatusName {
    std::string_view name;
    TenantState state;
};
constexpr StatusName status_names[] = {{"Live", TenantState::active},
                                       {"Draft", TenantState::inactive},
                                       {"Retired", TenantState::retired}};

std::string_view status_of(const TenantOrganization& tenant) {
    switch (state_of(tenant.organization.status)) {
        case TenantState::active: return "Live";
        case TenantState::inactive:
        case TenantState::blocked: return "Draft";
        case TenantState::retired: return "Retired";
    }
    __builtin_unreachable();
}

std::string version_key_of(const TenantOrganization& tenant) {
    return std::to_string(milliseconds(tenant.organization.updated_at));
}

// Clients look for a channel's name under "code".
void write_channel(json::Writer& writer, const TenantOrganization& tenant) {
    const auto& organization = tenant.organization;
    writer.begin_object().member("identifier", shown_serial(organization.serial));
    writer.member("code", tenant.channel).key("frameworks").begin_array().end_array();
    writer.member("consumerId", organization.id.text()).member("channel", tenant.channel);
    writer.member("description", organization.stated.description);
    writer.member("createdOn", channel_moment(organization.created_at));
    writer.member("versionKey", version_key_of(tenant)).member("appId", nullptr);
    writer.member("name", tenant.channel);
    writer.member("lastUpdatedOn", channel_moment(organization.updated_at));
    writer.key("categories").begin_array().end_array().member("defaultFramework", nullptr);
    writer.member("hashTagId", shown_serial(organization.serial));
    writer.member("status", status_of(tenant)).end_object();
}

// Page after page, each read when the client has taken the one before, so that a list of any
// length needs the memory of one page.
class Listing {
public:
    Listing(TenantOrganizations& organizations, std::int64_t offset,
            std::optional<std::int64_t> limit)
        : organizations_(organizations), skipped_(offset), limit_(limit) {}

    std::optional<std::string> next_piece() {
        if (ended_) return std::nullopt;
        std::string piece = begun_ ? "" : R"({"channels":[)";
        begun_ = true;
        const auto page = organizations_.tenants(after_);
        for (const auto& tenant : page) {
            after_ = tenant.organization.number;
            ++seen_;
            if (seen_ <= skipped_ || (limit_ && written_ >= *limit_)) continue;
            if (written_++ > 0) piece += ',';
            json::Writer writer;
            write_channel(writer, tenant);
            piece += writer.take();
        }
        ended_ = page.size() < TenantOrganizations::page_size;
        if (ended_) piece += R"(],"count":)" + std::to_string(seen_) + "}";
        return piece;
    }

private:
    TenantOrganizations& organizations_;
    std::int64_t skipped_;
    std::optional<std::int64_t> limit_;
    std::int32_t after_ = 0;
    std::int64_t seen_ = 0;
    std::int64_t written_ = 0;
    bool begun_ = false;
    bool ended_ = false;
};

Result<std::optional<std::int64_t>> count_in(const Exchange& exchange, std::string_view name) {
    const auto count = TRY(integer_in(exchange, name));
    if (count && *count < 0) return refuse_parameter(name, said::invalid);
    return count;
}

Result<Outcome> list(const Exchange& exchange) {
    TRY(caller_of(exchange));
    const auto offset = TRY(count_in(exchange, "offset")).value_or(0);
    const auto limit = TRY(count_in(exchange, "limit"));
    const auto listing =
        std::make_shared<Listing>(exchange.operations.organizations, offset, limit);
    return Outcome([listing] { return listing->next_piece(); });
}

// The same request with what stands in "channel", where the parameters of a channel are.
Result<Exchange> channel_in(const Exchange& exchange) {
    const auto* channel = exchange.find("channel");
    if (!channel) return refuse_parameter("channel", said::missing);
    if (!channel->object()) {
        return refuse_parameter("channel", std::string(said::should_be) + "Map");
    }
    return Exchange{exchange.request, exchange.operations, exchange.profile, *channel->object()};
}

TenantStatement statement_of(std::optional<std::string> code, std::optional<std::string> name,
                             std::optional<std::string> description) {
    return {.channel = std::move(code),
            .external_id = {},
            .apply =
                [name = std::move(name),
                 description = std::move(description)](OrganizationDraft& draft) {
                    if (name) draft.name = *name;
                    if (description) draft.description = *description;
                },
            .terms = terms_of};
}

std::string render_made(const TenantOrganization& tenant) {
    const auto serial = shown_serial(tenant.organization.serial);
    json::Writer writer;
    writer.begin_object().member("node_id", serial).member("identifier", serial);
    writer.member("versionKey", version_key_of(tenant)).end_object();
    return writer.take();
}

Result<std::string> create(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto channel = TRY(channel_in(exchange));
    const auto code = TRY(required_text(channel, "code"));
    const auto name = TRY(text_in(channel, "name")).value_or(code);
    const auto description = TRY(text_in(channel, "description"));
    return render_made(TRY(exchange.operations.organizations.create_tenant(
        caller, statement_of(code, name, description))));
}

// The tenant that the path names by its organisationId or its channel.
Result<TenantOrganization> tenant_in(const Exchange& exchange, const TenantCaller& caller) {
    const auto& id = exchange.request.path_parameter("channel_id");
    auto& organizations = exchange.operations.organizations;
    if (const auto serial = parse_serial(id)) {
        const auto seen = organizations.get(caller, *serial);
        if (seen && seen->one.is_root()) return seen->one;
    }
    auto seen = organizations.get_by_channel(caller, id);
    if (!seen) return refused(ErrorKind::not_found, "organization", "is not known");
    return seen->one;
}

Result<std::string> read(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto tenant = TRY(tenant_in(exchange, caller));
    json::Writer writer;
    writer.begin_object().key("channel");
    write_channel(writer, tenant);
    writer.end_object();
    return writer.take();
}

Result<std::optional<TenantState>> status_in(const Exchange& channel) {
    const auto status = TRY(text_in(channel, "status"));
    if (!status) return std::nullopt;
    for (const auto& [name, state] : status_names) {
        if (*status == name) return state;
    }
    return refuse_parameter("status", said::invalid);
}

Result<std::string> update(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto channel = TRY(channel_in(exchange));
    std::optional<std::string> code;
    if (channel.find("code")) code = TRY(required_text(channel, "code"));
    std::optional<std::string> name;
    if (channel.find("name")) name = TRY(required_text(channel, "name"));
    const auto description = TRY(text_in(channel, "description"));
    const auto state = TRY(status_in(channel));
    const auto tenant = TRY(tenant_in(exchange, caller));
    // As it was shown: the name is then not the organisation's, but the channel again.
    if (name == tenant.channel) name.reset();
    const auto serial = tenant.organization.serial;
    auto& organizations = exchange.operations.organizations;
    auto changed = TRY(organizations.change(caller, serial, statement_of(code, name, description)));
    if (state) changed = TRY(organizations.set_state(caller, serial, *state));
    return render_made(changed);
}

}  // namespace

std::vector<http::Route> channel_routes(const Operations& operations) {
    using http::Cost;
    using http::Method;
    std::vector<http::Route> all;
    const auto add = [&](Endpoint endpoint, Handle handle) {
        for (auto& route : routes(operations, endpoint, std::move(handle))) {
            all.push_back(std::move(route));
        }
    };
    // Its pages are too long for an event loop.
    add({Method::post, "channel", "v1", "list", "listChannels", "CHNLST"}, list);
    add({Method::get, "channel", "v1", "list", "getChannels", "CHNLST"}, list);
    add({Method::post, "channel", "v1", "create", "createChannel", "CHNCRT"}, create);
    add({Method::get, "channel", "v1", "read/{channel_id}", "readChannel", "CHNRED", Cost::read},
        read);
    add({Method::patch, "channel", "v1", "update/{channel_id}", "updateChannel", "CHNUPD"}, update);
    return all;
}

}  // namespace cartulary::sunbird
