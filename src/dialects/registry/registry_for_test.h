#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/registry/registry.h"
#include "operations/organizations.h"
#include "store/relationships.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::registry {

// Whole requests without a socket, on every database. Every answer is held against the description.
class RegistryTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    RegistryTest() = default;

    // CTIDs that differ in their last character.
    static std::string ctid(char last) {
        return std::string("ce-7a3b1f60-2d4c-4e5f-8a9b-00000000000") + last;
    }
    static std::string resource_url(const std::string& ctid) {
        return "https://registry.example/resources/" + ctid;
    }

    // The text of a graph of one certificate with all that it needs; `more` are further members of
    // its node.
    static std::string certificate(const std::string& ctid, const std::string& owner,
                                   const std::string& name = "Welding I",
                                   const std::string& more = "");
    // The text of a graph of a framework with one competency for each of `parts`.
    static std::string framework(const std::string& ctid, const std::string& publisher,
                                 const std::vector<std::string>& parts);

    static http::Header key_of(const PartnerMade& organization) {
        return {"authorization", "Token " + organization.api_key};
    }
    static std::string documents_of(const PartnerMade& organization) {
        return "/resources/organizations/" + organization.id.ctid() + "/documents";
    }

    // `target` may have a query.
    http::Response get(const std::string& target, std::vector<http::Header> headers = {}) {
        return send(http::Method::get, target, "", std::move(headers));
    }
    http::Response send(http::Method method, const std::string& target, const std::string& body,
                        std::vector<http::Header> headers);

    // Publishes for an organization with its own key.
    http::Response publish(const PartnerMade& owner, const std::string& body,
                           std::vector<http::Header> more = {});
    // Of the college, and it works.
    void publish(const std::string& body);

    void grant(const PartnerMade& organization, const PartnerMade& third_party);
    void set_status(const PartnerMade& organization, OrganizationStatus status);

    static json::Value json_of(const http::Response& response);
    static std::vector<std::string> errors_of(const http::Response& response);
    static std::string header_of(const http::Response& response, const std::string& name);
    // The text of a member; "" where there is none.
    static std::string text_in(const json::Value& object, const std::string& name);
    // What a resource is called in English.
    std::string name_at(const std::string& target);

    testkit::RegistryUnderTest under_test{GetParam().open_empty()};
    const Registry& shared = under_test.registry();
    PartnerMade college = under_test.add_partner("Harbor College", "office@harbor.example");
    PartnerMade school = under_test.add_partner("Ridge School", "office@ridge.example");
    Callers callers{shared};
    Resources resources{shared, std::size_t{1} << 20};
    Finding finding{shared};
    Operations operations{.callers = callers,
                          .resources = resources,
                          .finding = finding,
                          .now = shared.now,
                          .randomness = shared.randomness,
                          .public_url = shared.public_url,
                          .community = "ce-registry",
                          .page = [](const http::Request& request) {
                              return http::Response{
                                  .status = 200,
                                  .content_type = "text/html; charset=utf-8",
                                  .body = "the page of " + request.path_parameter("ctid")};
                          }};
    http::Router router{areas(operations)};
    testkit::ApiDescription description{openapi};
    const std::string welding = ctid('1');
};

#define CARTULARY_ON_EVERY_DATABASE(suite)                                                    \
    INSTANTIATE_TEST_SUITE_P(EveryDatabase, suite, testing::ValuesIn(testkit::store_kinds()), \
                             [](const auto& kind) { return kind.param.name; })

}  // namespace cartulary::registry
