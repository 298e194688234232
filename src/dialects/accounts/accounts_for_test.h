#pragma once

#include <gtest/gtest.h>

#include "base/json.h"
#include "dialects/accounts/accounts.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::accounts {

// Whole requests without a socket. Every answer is held against the description.
class AccountsTest : public testing::Test {
protected:
    static constexpr auto ctid = "ce-5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13";

    // A registration with nothing wrong, as members that a test may change or drop.
    static json::Object good_registration();
    static json::Object with(std::string name, json::Value value);
    static json::Object without(std::string_view name);

    http::Response post(const json::Object& registration, std::vector<http::Header> headers = {});
    http::Response post_text(const std::string& body, std::vector<http::Header> headers = {});
    http::Response get(const std::string& path, std::vector<http::Header> headers = {});

    // The messages of an answer.
    static std::vector<std::string> messages(const http::Response& response);

    std::string key_header() const { return "ApiToken " + partner.api_key; }

    testkit::RegistryUnderTest under_test;
    PartnerMade partner = under_test.add_partner();
    Callers callers{under_test.registry()};
    Organizations organizations{under_test.registry()};
    Registrations registrations{under_test.registry()};
    Finding finding{under_test.registry()};
    http::Router router{make_areas()};
    testkit::ApiDescription description{openapi};

private:
    http::Response dispatch(http::Request request, const std::string& operation);
    std::vector<http::Area> make_areas() {
        return {area({callers, organizations, registrations, "ce-registry", 1 << 20, &finding})};
    }
};

json::Value text(std::string value);
json::Value texts(std::vector<std::string> values);

}  // namespace cartulary::accounts
