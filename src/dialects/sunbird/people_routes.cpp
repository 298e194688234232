#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/parameters.h"
#include "dialects/sunbird/routes.h"

namespace cartulary::sunbird {

namespace {

constexpr std::size_t password_length_max = 1'024;  // characters

std::string success() {
    return R"({"response":"SUCCESS"})";
}

// A password is taken as it is, with the white space at its ends.
Result<std::optional<std::string>> password_in(const Exchange& exchange) {
    const auto* value = exchange.find("password");
    if (!value) return std::nullopt;
    TRY(text_of(*value, "password", password_length_max));
    return *value->string();
}

Result<NewTenantPerson> person_said(const Exchange& exchange) {
    NewTenantPerson person;
    person.first_name = TRY(required_text(exchange, "firstName"));
    person.last_name = TRY(text_in(exchange, "lastName")).value_or("");
    person.email = TRY(text_in(exchange, "email")).value_or("");
    person.phone = TRY(text_in(exchange, "phone")).value_or("");
    person.username = TRY(text_in(exchange, "userName")).value_or(person.email);
    if (person.username.empty()) return refuse_parameter("userName", said::missing);
    person.password = TRY(password_in(exchange));
    person.channel = TRY(text_in(exchange, "channel")).value_or("");
    person.roles = TRY(texts_in(exchange, "roles")).value_or(std::vector<std::string>());
    return person;
}

Result<std::string> create(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto said = TRY(person_said(exchange));
    const auto person = TRY(exchange.operations.people.create(caller, said));
    json::Writer writer;
    writer.begin_object().member("response", "SUCCESS").member("userId", person.id.text());
    writer.end_object();
    return writer.take();
}

// By "organisationId", or by "externalId" and the "provider" that is its tenant's channel.
Result<TenantPeople::Where> where_in(const Exchange& exchange) {
    TenantPeople::Where where;
    if (exchange.find("organisationId") || !exchange.find("externalId")) {
        where.serial = TRY(organisation_in(exchange));
        return where;
    }
    where.external_id = TRY(required_text(exchange, "externalId"));
    where.channel = TRY(required_text(exchange, "provider"));
    return where;
}

Result<std::string> assign_roles(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto person = TRY(person_in(exchange));
    const auto where = TRY(where_in(exchange));
    const auto roles = TRY(texts_in(exchange, "roles"));
    if (!roles) return refuse_parameter("roles", said::missing);
    if (roles->empty()) return refuse_parameter("roles", said::empty);
    TRY(exchange.operations.people.set_roles(caller, where, person, roles));
    return success();
}

Result<std::string> add_member(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto where = TRY(where_in(exchange));
    const auto person = TRY(person_in(exchange));
    const auto roles = TRY(texts_in(exchange, "roles"));
    TRY(exchange.operations.people.set_roles(caller, where, person, roles));
    return success();
}

Result<std::string> remove_member(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto where = TRY(where_in(exchange));
    const auto person = TRY(person_in(exchange));
    TRY(exchange.operations.people.remove_member(caller, where, person));
    return success();
}

}  // namespace

std::vector<http::Route> people_routes(const Operations& operations) {
    using http::Method;
    std::vector<http::Route> all;
    const auto add = [&](Endpoint endpoint, Handle handle) {
        for (auto& route : routes(operations, endpoint, std::move(handle))) {
            all.push_back(std::move(route));
        }
    };
    add({Method::post, "user", "v1", "create", "createUser", "USRCRT", http::Cost::slow}, create);
    add({Method::post, "user", "v1", "role/assign", "assignRoles", "USRROL"}, assign_roles);
    add({Method::post, "org", "v1", "member/add", "addMember", "ORGMBA"}, add_member);
    add({Method::post, "org", "v1", "member/remove", "removeMember", "ORGMBR"}, remove_member);
    return all;
}

}  // namespace cartulary::sunbird
