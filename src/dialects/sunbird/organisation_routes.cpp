#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/organisation_text.h"
#include "dialects/sunbird/organisation_wire.h"
#include "dialects/sunbird/parameters.h"
#include "dialects/sunbird/particulars.h"
#include "dialects/sunbird/routes.h"

namespace cartulary::sunbird {

namespace {

constexpr std::size_t keys_max = 20;            // of one kind
constexpr std::size_t key_length_max = 10'000;  // characters

std::string success() {
    return R"({"response":"SUCCESS"})";
}

std::string success_of(std::int64_t serial) {
    json::Writer writer;
    writer.begin_object().member("organisationId", shown_serial(serial));
    writer.member("response", "SUCCESS").end_object();
    return writer.take();
}

Result<std::string> create(const Exchange& exchange) {
    const auto caller = TRY(caller_with_person(exchange));
    const auto said = TRY(parse_new_organisation(exchange));
    auto& organizations = exchange.operations.organizations;
    const auto made =
        TRY(said.is_tenant ? organizations.create_tenant(caller, said.statement)
                           : organizations.create(caller, said.statement, said.provider));
    return success_of(made.organization.serial);
}

Result<std::string> update(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto serial = TRY(organisation_in(exchange));
    const auto statement = TRY(parse_change(exchange));
    TRY(exchange.operations.organizations.change(caller, serial, statement));
    return success_of(serial);
}

Result<std::string> set_status(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto serial = TRY(organisation_in(exchange));
    const auto status = TRY(integer_in(exchange, "status"));
    if (!status) return refuse_parameter("status", said::missing);
    if (*status < 0 || *status > static_cast<std::int64_t>(TenantState::retired)) {
        return refuse_parameter("status", said::invalid);
    }
    TRY(exchange.operations.organizations.set_state(caller, serial,
                                                    static_cast<TenantState>(*status)));
    return success_of(serial);
}

Result<std::string> read(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto serial = TRY(organisation_in(exchange));
    const auto seen = TRY(exchange.operations.organizations.get(caller, serial));
    json::Writer writer;
    writer.begin_object().key("response");
    write_organisation(writer, seen.one,
                       {.profile = exchange.profile,
                        .with_personal_data = seen.is_own,
                        .school_type = school_type_of(exchange.operations)});
    writer.end_object();
    return writer.take();
}

Result<std::vector<std::string>> keys_in(const Exchange& exchange, std::string_view name) {
    const auto keys = TRY(texts_in(exchange, name));
    if (!keys) return refuse_parameter(name, said::missing);
    if (keys->empty()) return refuse_parameter(name, said::empty);
    if (keys->size() > keys_max) return refuse_parameter(name, said::invalid);
    return *keys;
}

// Changes only what this dialect keeps of an organisation to itself.
Result<void> change_particulars(const Exchange& exchange, const TenantCaller& caller,
                                std::int64_t serial,
                                const std::function<void(Particulars&)>& change) {
    const TenantStatement statement{.apply =
                                        [&](OrganizationDraft& draft) {
                                            auto particulars = particulars_of(draft);
                                            change(particulars);
                                            keep(draft, particulars);
                                        },
                                    .terms = terms_of};
    TRY(exchange.operations.organizations.change(caller, serial, statement));
    return {};
}

Result<std::string> assign_keys(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto id = TRY(required_text(exchange, "id"));
    const auto sign_keys = TRY(keys_in(exchange, "signKeys"));
    const auto encryption_keys = TRY(keys_in(exchange, "encKeys"));
    const auto serial = parse_serial(id);
    const auto seen = serial ? exchange.operations.organizations.get(caller, *serial)
                             : refused(ErrorKind::not_found, "organization", "is not known");
    if (!seen || !seen->one.is_root()) return refuse_parameter("id", said::no_tenant);
    TRY(change_particulars(exchange, caller, *serial, [&](Particulars& particulars) {
        particulars.sign_keys = sign_keys;
        particulars.encryption_keys = encryption_keys;
    }));
    return success();
}

Result<std::string> set_encryption_key(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto serial = TRY(organisation_in(exchange));
    const auto key = TRY(required_text(exchange, "data"));
    if (key.size() > key_length_max) return refuse_parameter("data", said::invalid);
    TRY(change_particulars(exchange, caller, serial,
                           [&](Particulars& particulars) { particulars.encryption_key = key; }));
    return success();
}

}  // namespace

std::vector<http::Route> organisation_routes(const Operations& operations) {
    using http::Method;
    std::vector<http::Route> all;
    const auto add = [&](Endpoint endpoint, Handle handle) {
        for (auto& route : routes(operations, endpoint, std::move(handle))) {
            all.push_back(std::move(route));
        }
    };
    add({Method::post, "org", "v1", "create", "createOrganisation", "ORGCRT"}, create);
    add({Method::patch, "org", "v1", "update", "updateOrganisation", "ORGUPD"}, update);
    add({Method::patch, "org", "v1", "status/update", "updateOrganisationStatus", "OSTSUPD"},
        set_status);
    add({Method::post, "org", "v1", "read", "readOrganisation", "ORGRED", http::Cost::read}, read);
    add({Method::patch, "org", "v1", "assign/key", "assignKeys", "ASSGNK"}, assign_keys);
    add({Method::post, "org", "v1", "assign/key", "assignKeysByPost", "ASSGNK"}, assign_keys);
    add({Method::patch, "org", "v1", "update/encryptionkey", "updateEncryptionKey", "ORGENC"},
        set_encryption_key);
    return all;
}

}  // namespace cartulary::sunbird
