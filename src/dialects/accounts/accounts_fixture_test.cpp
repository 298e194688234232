#include <algorithm>

#include "dialects/accounts/accounts_for_test.h"

namespace cartulary::accounts {

json::Value text(std::string value) {
    return json::Value(std::move(value));
}

json::Value texts(std::vector<std::string> values) {
    json::Array array;
    for (auto& value : values) array.push_back(text(std::move(value)));
    return json::Value(std::move(array));
}

json::Object AccountsTest::good_registration() {
    const json::Object contact{{"Email", text("dean@harbor.example")},
                               {"FirstName", text("Robin")},
                               {"LastName", text("Dean")}};
    return {{"CTID", text(ctid)},
            {"Name", text("Harbor College")},
            {"Url", text("https://harbor.example")},
            {"PrimaryEmail", text("info@harbor.example")},
            {"PrimaryPhoneNumber", text("(207) 555-0100")},
            {"OrganizationPublishingRoleUris", texts({"publishRole:CredentialOrganization"})},
            {"OrganizationPublishingMethodUris", texts({"RegistryAssistant", "BulkUpload"})},
            {"OrganizationTypeUris", texts({"orgType:TwoYear", "certificationBody"})},
            {"OrganizationSectorUri", text("agentSector:Public")},
            {"Contacts", json::Value(json::Array{json::Value(contact)})},
            {"StreetAddress", text("1 Quay Street")},
            {"City", text("Portland")},
            {"StateProvince", text("Maine")},
            {"Country", text("USA")},
            {"PostalCode", text("04101")}};
}

json::Object AccountsTest::with(std::string name, json::Value value) {
    auto registration = without(name);
    registration.push_back({std::move(name), std::move(value)});
    return registration;
}

json::Object AccountsTest::without(std::string_view name) {
    auto registration = good_registration();
    std::erase_if(registration, [&](const json::Member& member) { return member.name == name; });
    return registration;
}

http::Response AccountsTest::post(const json::Object& registration,
                                  std::vector<http::Header> headers) {
    return post_text(json::text_of(json::Value(registration)), std::move(headers));
}

http::Response AccountsTest::post_text(const std::string& body, std::vector<http::Header> headers) {
    const bool authorized = std::ranges::any_of(
        headers, [](const http::Header& header) { return header.name == "authorization"; });
    if (!authorized) headers.push_back({"authorization", key_header()});
    return dispatch({.method = http::Method::post,
                     .path = "/accountsapi/organization/register",
                     .headers = std::move(headers),
                     .body = body},
                    "registerOrganization");
}

http::Response AccountsTest::get(const std::string& path, std::vector<http::Header> headers) {
    const auto query_at = path.find('?');
    const bool is_validate = path.find("validate") != std::string::npos;
    return dispatch({.method = http::Method::get,
                     .path = path.substr(0, query_at),
                     .query = query_at == std::string::npos ? "" : path.substr(query_at + 1),
                     .headers = std::move(headers)},
                    is_validate ? "validateApiKey" : "getOrganization");
}

http::Response AccountsTest::dispatch(http::Request request, const std::string& operation) {
    auto response = router.dispatch(std::move(request));
    EXPECT_EQ(description.complaint_about(response, operation), "") << response.body;
    return response;
}

std::vector<std::string> AccountsTest::messages(const http::Response& response) {
    std::vector<std::string> messages;
    const auto body = json::parse(response.body);
    for (const auto& message : *body->find("Messages")->array()) {
        messages.push_back(*message.string());
    }
    return messages;
}

}  // namespace cartulary::accounts
