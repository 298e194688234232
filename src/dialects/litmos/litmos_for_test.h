#pragma once

#include <gtest/gtest.h>

#include "base/json.h"
#include "dialects/litmos/litmos.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::litmos {

// Whole requests without a socket, for two companies. Every answer is held against the
// description.
class LitmosTest : public testing::Test {
protected:
    struct Account {
        std::string login_id;
        std::string username = "robot";
        std::string password = "correct horse battery";

        std::vector<http::Header> headers() const;
    };

    http::Response call(http::Method method, const std::string& target,
                        const std::string& body = {}, const std::vector<http::Header>& more = {});
    http::Response call_as(const Account& account, http::Method method, const std::string& target,
                           const std::string& body = {},
                           const std::vector<http::Header>& more = {});
    http::Response get(const std::string& target) { return call(http::Method::get, target); }
    http::Response post(const json::Object& organization) {
        return call(http::Method::post, "/api/organizations",
                    json::text_of(json::Value(organization)));
    }
    http::Response put(std::int64_t id, const json::Object& organization) {
        return call(http::Method::put, path_of(id), json::text_of(json::Value(organization)));
    }

    // Its Id; nothing may be wrong with it.
    std::int64_t made(const json::Object& organization);
    static std::string path_of(std::int64_t id) {
        return "/api/organizations/" + std::to_string(id);
    }

    // The elements of "Data".
    static json::Array data(const http::Response& response);
    static json::Value only(const http::Response& response) { return data(response).at(0); }
    // "Name is required", one a field.
    static std::vector<std::string> details(const http::Response& response);

    std::int32_t number_of(const std::string& login_id);
    Organization stored(std::int64_t id);

    // The mails about organizations of companies, oldest first; and what they say was done.
    std::vector<Mail> told();
    std::vector<std::string> changes_told();

    testkit::RegistryUnderTest under_test;
    Account harbor{"harbor-group"};
    Account rival{"rival-group"};
    int hashed = 0;  // passwords, of those who sign in
    CompanyUsers users{under_test.registry(),
                       [this](std::string_view hash, std::string_view password) {
                           ++hashed;
                           return verifies(hash, password);
                       }};
    CompanyOrganizations organizations{under_test.registry()};
    AttendeeGroups attendee_groups{under_test.registry()};
    EmailDomains email_domains{under_test.registry()};
    http::Router router{make_areas()};
    testkit::ApiDescription description{openapi};

private:
    std::vector<http::Area> make_areas();
};

json::Value text(std::string value);

// {"Key":key,"Name":"Harbor College"} and what else is given.
json::Object organization(std::string key, const json::Object& more = {});

// Everything that this interface knows, none of it empty.
json::Object whole_organization();

}  // namespace cartulary::litmos
