#include "dialects/sunbird/credentials.h"

#include "base/text.h"

namespace cartulary::sunbird {

namespace {

constexpr auto realm_path = "/auth/realms/sunbird";
constexpr auto audience = "sunbird";
constexpr std::chrono::minutes clocks_differ_max{1};

std::string issuer_of(const Operations& operations) {
    return operations.public_url + realm_path;
}

std::int64_t seconds(Timestamp time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

bool says(const json::Value& claims, std::string_view name, std::string_view expected) {
    const auto* value = claims.find(name);
    return value && value->string() && *value->string() == expected;
}

// "f:" and where the person is from, as Sunbird's own, then its id; or the id alone.
std::optional<Uuid> subject_of(const json::Value& claims) {
    const auto* subject = claims.find("sub");
    if (!subject || !subject->string()) return std::nullopt;
    const std::string_view text = *subject->string();
    const auto colon = text.rfind(':');
    return Uuid::parse(colon == std::string_view::npos ? text : text.substr(colon + 1));
}

// Whether it is one of our tokens, and good now.
bool is_good(const Operations& operations, const json::Value& claims) {
    const auto* issued_at = claims.find("iat");
    const auto* expires_at = claims.find("exp");
    if (!issued_at || !issued_at->integer() || !expires_at || !expires_at->integer()) return false;
    const auto now = operations.now();
    return says(claims, "iss", issuer_of(operations)) && says(claims, "aud", audience) &&
           *issued_at->integer() <= seconds(now + clocks_differ_max) &&
           *expires_at->integer() > seconds(now);
}

}  // namespace

Result<TenantCaller> caller_of(const Exchange& exchange) {
    const auto header = exchange.request.header("authorization");
    const auto scheme = header.substr(0, header.find(' '));
    if (!text::equal_ignoring_ascii_case(scheme, "Bearer")) {
        return fail(ErrorKind::unauthenticated, "the API key is missing");
    }
    const auto key = text::trimmed(header.substr(scheme.size()));
    TenantCaller caller{.caller = TRY(exchange.operations.tenants.by_api_key(key)), .person = {}};
    const auto token = exchange.request.header("x-authenticated-user-token");
    if (!token.empty()) caller.person = TRY(person_of_token(exchange.operations, token));
    return caller;
}

Result<TenantCaller> caller_with_person(const Exchange& exchange) {
    auto caller = TRY(caller_of(exchange));
    if (exchange.profile == Profile::classic && !caller.person) {
        return fail(ErrorKind::unauthenticated, "the token of a person is missing");
    }
    return caller;
}

std::string person_token(const Operations& operations, const TenantPerson& person) {
    const auto now = operations.now();
    json::Writer claims;
    claims.begin_object().member("iss", issuer_of(operations)).member("aud", audience);
    claims.member("sub", "f:" + std::to_string(person.tenant) + ":" + person.id.text());
    claims.member("typ", "Bearer").member("jti", Uuid::random(operations.randomness).text());
    claims.member("iat", seconds(now)).member("exp", seconds(now + person_token_life));
    claims.end_object();
    return sign_claims(operations.token_keys().back(), claims.take());
}

Result<TenantPerson> person_of_token(const Operations& operations, std::string_view token) {
    const auto invalid = [] {
        return fail(ErrorKind::unauthenticated, "the person's token is not valid");
    };
    const auto text = verified_claims(operations.token_keys(), token);
    if (!text) return invalid();
    const auto claims = json::parse(*text);
    if (!claims || !is_good(operations, *claims)) return invalid();
    const auto id = subject_of(*claims);
    auto person = id ? operations.people.find(*id) : std::nullopt;
    if (!person) return invalid();
    return *std::move(person);
}

}  // namespace cartulary::sunbird
