#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/acclaim/acclaim.h"
#include "operations/registrations.h"
#include "testkit/api_description.h"
#include "testkit/registry.h"

namespace cartulary::acclaim {

// Whole requests without a socket, for an approved organization that a partner registered. Every
// answer is held against the description; every refusal against the one shape that they have.
class AcclaimTest : public testing::Test {
protected:
    AcclaimTest();

    static constexpr auto college_id = "5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13";

    // Registers an organization like the college under another id, approved.
    OrganizationId add_organization(const std::string& id, const std::string& name);
    // The text of a new authorization token.
    std::string add_token(const OrganizationId& organization, Rights rights);

    // "/v1/organizations/…" of the college, and what stands below.
    std::string path(const std::string& below = "") const;
    static std::string path_of(const OrganizationId& organization, const std::string& below = "");

    // With the college's token, unless the headers have another. `target` may have a query.
    http::Response get(const std::string& target, std::vector<http::Header> headers = {});
    http::Response put(const std::string& target, const std::string& body,
                       std::vector<http::Header> headers = {});
    http::Response post(const std::string& target, const std::string& body,
                        std::vector<http::Header> headers = {});
    http::Response del(const std::string& target, std::vector<http::Header> headers = {});
    http::Response send(http::Method method, const std::string& target, const std::string& body,
                        std::vector<http::Header> headers);
    // Exactly this request.
    http::Response dispatch(http::Request request);

    static http::Header bearer(const std::string& token) {
        return {"authorization", "Bearer " + token};
    }
    static http::Header basic(const std::string& credentials);

    // What stands in "data"; of a refusal its message, and "attribute message" of each problem.
    static json::Value data(const http::Response& response);
    static std::string message(const http::Response& response);
    static std::vector<std::string> problems(const http::Response& response);
    static std::string header(const http::Response& response, const std::string& name);
    // The text of a member; "" where it is null.
    static std::string text_in(const json::Value& object, const std::string& name);

    // An id that nothing has.
    static constexpr auto unknown_id = "00000000-0000-4000-8000-00000000dead";

    testkit::RegistryUnderTest under_test;
    PartnerMade partner = under_test.add_partner();
    Callers callers{under_test.registry()};
    Organizations organizations{under_test.registry()};
    Registrations registrations{under_test.registry()};
    Tokens tokens{under_test.registry()};
    BadgeTemplates badge_templates{under_test.registry()};
    Badges badges{under_test.registry()};
    Events events{under_test.registry()};
    Webhooks webhooks{under_test.registry()};
    std::map<std::string, std::string> pictures_at;  // what fetching finds, by address
    std::vector<std::string> fetched;                // addresses, in order
    Pictures pictures{under_test.registry(), picture_source()};
    Operations operations{callers,         organizations, tokens,
                          badge_templates, badges,        events,
                          webhooks,        pictures,      under_test.registry().public_url,
                          1 << 20};
    http::Router router{make_areas()};
    testkit::ApiDescription description{openapi};
    OrganizationId college;
    std::string token;  // of the college, with every right

private:
    PictureSource picture_source();
    std::vector<http::Area> make_areas() { return {area(operations), oauth_area(operations)}; }
    void check_refusal(const http::Response& response);
};

}  // namespace cartulary::acclaim
