#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "dialects/sunbird/sunbird.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::sunbird {

// Whole requests without a socket, for two tenants. Every answer is held against the description,
// every refusal against the one shape that they have.
class SunbirdTest : public testing::Test {
protected:
    struct Account {
        std::string organisation_id;
        std::string channel;
        std::string api_key;
        std::string token;  // of its administrator; empty: none is shown
        std::int32_t number = 0;
        OrganizationId id = {};
    };

    SunbirdTest();

    // With the account's key and token. `said` stands in "request".
    http::Response post(const std::string& path, const std::string& said);
    http::Response post_as(const Account& account, const std::string& path, const std::string& said,
                           std::vector<http::Header> more = {});
    http::Response patch(const std::string& path, const std::string& said);
    http::Response patch_as(const Account& account, const std::string& path,
                            const std::string& said, std::vector<http::Header> more = {});
    http::Response get(const std::string& path);
    http::Response get_as(const Account& account, const std::string& path);
    // Exactly this request; a streamed answer is gathered.
    http::Response dispatch(http::Request request);

    static std::vector<http::Header> headers_of(const Account& account);

    // The result of an answer that must be 200.
    static json::Value result(const http::Response& response);
    static std::string error(const http::Response& response);  // params.err
    static std::string message(const http::Response& response);
    static std::string param(const http::Response& response, const std::string& name);
    static std::string text_in(const json::Value& object, const std::string& name);
    static const json::Value& at(const json::Value& object, const std::string& name);

    // The organisationId of what was created.
    std::string made(const std::string& said);
    json::Value read(const std::string& organisation_id);
    // Names that a search finds, in its order.
    std::vector<std::string> found(const std::string& said);

    std::string token_of(const std::string& username, const std::string& password);
    Account add(const std::string& name, const std::string& channel, const std::string& username);

    static constexpr auto password = "correct horse battery";

    testkit::RegistryUnderTest under_test;
    Callers callers{under_test.registry()};
    Tenants tenants{under_test.registry(), callers};
    TenantOrganizations organizations{under_test.registry()};
    TenantPeople people{under_test.registry(), [](std::string_view hash, std::string_view given) {
                            return verifies(hash, given);
                        }};
    TenantUploads uploads{under_test.registry()};
    std::vector<SigningKey> token_keys{{"k1", SecretKey{1}}};
    Operations operations{.tenants = tenants,
                          .organizations = organizations,
                          .people = people,
                          .uploads = uploads,
                          .now = under_test.registry().now,
                          .randomness = under_test.registry().randomness,
                          .public_url = under_test.registry().public_url,
                          .token_keys = [this] { return token_keys; }};
    http::Router router{areas(operations)};
    testkit::ApiDescription description{openapi};
    Account harbor = add("Harbor", "harborChannel", "gita@harbor.example");
    Account rival = add("Rival", "rivalChannel", "rival");
};

}  // namespace cartulary::sunbird
