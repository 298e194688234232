#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/publisher/publisher.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::publisher {

// Whole requests without a socket, on every database. Every answer is held against the description.
class PublisherTest : public testing::TestWithParam<testkit::StoreKind> {
protected:
    static constexpr auto heading =
        "External Identifier,Owned By,Credential Name,Credential Type,Description,"
        "Subject Webpage,Credential Status,Language\n";

    // A row with all that a credential must say.
    static std::string row(const std::string& identifier, const std::string& name = "Welding I") {
        return identifier + ",same as owner," + name +
               ",Certificate,Teaches how steel is joined.,https://harbor.example/welding,Active,"
               "en-US\n";
    }

    static http::Header key_of(const PartnerMade& organization) {
        return {"authorization", "ApiToken " + organization.api_key};
    }

    // `target` may have a query. Streams are whole in the answer's body.
    http::Response send(http::Method method, const std::string& target, const std::string& body,
                        std::vector<http::Header> headers);
    http::Response get(const std::string& target) {
        return send(http::Method::get, target, "", {key_of(college)});
    }
    http::Response post(const std::string& target, const std::string& body = "",
                        std::vector<http::Header> more = {}) {
        more.push_back(key_of(college));
        return send(http::Method::post, target, body, std::move(more));
    }
    // The college's credentials.
    http::Response upload(const std::string& table, const std::string& query = "",
                          std::vector<http::Header> more = {}) {
        return post("/publisher/bulk/credentials" + query, table, std::move(more));
    }

    // A member of an answer as JSON; "" where there is none.
    static std::string member(const http::Response& response, const std::string& name);
    // "saved: 2 rows, 1 added, 0 updated, 1 unchanged, 0 failed"
    static std::string outcome(const http::Response& response);
    static std::vector<std::string> messages(const http::Response& response);

    testkit::RegistryUnderTest under_test{GetParam().open_empty()};
    const Registry& shared = under_test.registry();
    PartnerMade college = under_test.add_partner("Harbor College", "office@harbor.example");
    PartnerMade school = under_test.add_partner("Ridge School", "office@ridge.example");
    Callers callers{shared};
    BulkUploads uploads{shared};
    http::Router router{{area({callers, uploads})}};
    testkit::ApiDescription description{openapi};
};

#define CARTULARY_ON_EVERY_DATABASE(suite)                                                    \
    INSTANTIATE_TEST_SUITE_P(EveryDatabase, suite, testing::ValuesIn(testkit::store_kinds()), \
                             [](const auto& kind) { return kind.param.name; })

}  // namespace cartulary::publisher
