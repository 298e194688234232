#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "http/router.h"
#include "testkit/registry.h"
#include "web/pages.h"

namespace cartulary::web {

// A description with a bit of everything that one may hold.
extern const std::string_view sample_openapi;

// Whole requests without a socket, as a browser sends them.
class PagesTest : public testing::Test {
protected:
    http::Response get(const std::string& path, const std::string& query = "",
                       const std::string& accept = "text/html");
    http::Response post(const std::string& path, const std::string& form);

    // The token that was mailed to a new person of the registry's staff.
    std::string mailed_token(const std::string& email = "robin.dean@harbor.example");

    testkit::RegistryUnderTest under_test;
    Organizations organizations{under_test.registry()};
    BadgeTemplates badge_templates{under_test.registry()};
    Badges badges{under_test.registry()};
    Pictures pictures{under_test.registry(), picture_source()};
    PeopleOperations people{under_test.registry(), {}};
    Finding finding{under_test.registry()};
    Applications applications{under_test.registry(), finding};
    ApiKeys api_keys{under_test.registry()};
    ThirdParties third_parties{under_test.registry(), finding};
    Webhooks webhooks{under_test.registry()};
    RecordHistory record_history{under_test.registry()};
    Drafts drafts{under_test.registry()};
    BulkUploads bulk_uploads{under_test.registry()};
    StaffOperations staff{under_test.registry(), {"1.2.3", under_test.now()}};
    Resources resources{under_test.registry(), std::size_t{1} << 20};
    const Operations operations{.organizations = organizations,
                                .badge_templates = badge_templates,
                                .badges = badges,
                                .pictures = pictures,
                                .people = people,
                                .applications = applications,
                                .api_keys = api_keys,
                                .third_parties = third_parties,
                                .webhooks = webhooks,
                                .record_history = record_history,
                                .drafts = drafts,
                                .bulk_uploads = bulk_uploads,
                                .staff = staff,
                                .finding = finding,
                                .resources = resources};
    http::Router router{make_areas()};

private:
    // Takes every text for a picture.
    static PictureSource picture_source();

    std::vector<http::Area> make_areas() {
        return {area(under_test.registry(), operations, {{"sample", sample_openapi}})};
    }
};

// The value of the answer's header; empty when it has none.
std::string header_of(const http::Response& response, std::string_view name);

// How often a text stands in another.
std::size_t count(std::string_view text, std::string_view in);

// Empty when every element is closed in its turn, every id is the only one of its name, every
// link within the page leads somewhere, there is one h1, and no level of headings is left out;
// otherwise what is wrong.
std::string complaint_about_html(const std::string& html);

}  // namespace cartulary::web
