#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/assistant/assistant.h"
#include "store/relationships.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::assistant {

// Whole requests without a socket, on every database. Every answer is held against the description.
class AssistantTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    // CTIDs that differ in their last character.
    static std::string ctid(char last) {
        return std::string("ce-7a3b1f60-2d4c-4e5f-8a9b-00000000000") + last;
    }

    // A credential of an organization, with nothing wrong; `more` are further members of it.
    static std::string credential(const std::string& ctid, const std::string& owner,
                                  const std::string& name = "Welding I",
                                  const std::string& more = "");
    // The request around it, and further members of the request.
    static std::string request_for(const PartnerMade& owner, const std::string& member,
                                   const std::string& input, const std::string& more = "");
    // Both, of the college.
    std::string certificate(const std::string& name = "Welding I", const std::string& more = "") {
        return request_for(college, "Credential",
                           credential(welding, college.id.ctid(), name, more));
    }

    static http::Header key_of(const PartnerMade& organization) {
        return {"authorization", "ApiToken " + organization.api_key};
    }

    http::Response send(http::Method method, const std::string& path, const std::string& body,
                        std::vector<http::Header> headers);
    http::Response post(const std::string& path, const std::string& body) {
        return send(http::Method::post, path, body, {key_of(college)});
    }
    // Publishes with the college's key; the answer.
    json::Value publish(const std::string& body, const std::string& entity = "credential");

    void grant(const PartnerMade& organization, const PartnerMade& third_party);
    void set_status(const PartnerMade& organization, OrganizationStatus status);

    static json::Value json_of(const http::Response& response);
    static std::string text_in(const json::Value& object, const std::string& name);
    static bool is_true(const json::Value& object, const std::string& name);
    static std::vector<std::string> messages_of(const json::Value& answer);
    // What the registry serves under a CTID; "" where there is nothing.
    std::string served(const std::string& ctid);

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
                          .public_url = shared.public_url,
                          .community = "ce-registry"};
    http::Router router{{area(operations)}};
    testkit::ApiDescription description{openapi};
    const std::string welding = ctid('1');
};

#define CARTULARY_ON_EVERY_DATABASE(suite)                                                    \
    INSTANTIATE_TEST_SUITE_P(EveryDatabase, suite, testing::ValuesIn(testkit::store_kinds()), \
                             [](const auto& kind) { return kind.param.name; })

}  // namespace cartulary::assistant
