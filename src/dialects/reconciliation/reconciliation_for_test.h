#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/reconciliation/reconciliation.h"
#include "domain/organization.h"
#include "operations/resources.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::reconciliation {

// Whole requests without a socket. Every answer is held against the description, and against what
// the specification demands of every answer.
class ReconciliationTest : public testing::Test {
protected:
    struct Known {
        std::string name;
        Address address = {};
        std::string website = "https://organization.example";
        std::vector<Identifier> identifiers = {};
    };
    // Its CTID.
    std::string add(const Known& known);
    // Of a certificate that the last organization owns.
    std::string add_certificate(const std::string& name);

    http::Response get(const std::string& target);
    http::Response post(const std::string& form,
                        const std::string& type = "application/x-www-form-urlencoded");
    http::Response send(http::Method method, const std::string& target, const std::string& body,
                        std::vector<http::Header> headers);

    // The candidates of one query, posted as OpenRefine does it.
    json::Array candidates(const std::string& query);
    static std::vector<std::string> names_in(const json::Array& items);
    static std::string text_in(const json::Value& object, const std::string& name);
    static json::Value json_of(const http::Response& response);
    static json::Array items_of(const json::Value& object, const std::string& name);
    static std::string header_of(const http::Response& response, const std::string& name);
    static std::string form(const std::string& field, const std::string& json);

    testkit::RegistryUnderTest under_test;
    const Registry& shared = under_test.registry();
    Resources resources{shared, std::size_t{1} << 20};
    Finding finding{shared};
    Operations operations{finding, shared.public_url, "Harbor Registry"};
    http::Router router{[this] {
        std::vector<http::Area> areas;
        areas.push_back(area(operations));
        return areas;
    }()};
    testkit::ApiDescription description{openapi};

private:
    PartnerMade last_;
    int added_ = 0;
};

}  // namespace cartulary::reconciliation
