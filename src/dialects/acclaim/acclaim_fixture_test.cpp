#include <algorithm>

#include "base/text.h"
#include "dialects/acclaim/acclaim_for_test.h"
#include "dialects/acclaim/open_badges.h"

namespace cartulary::acclaim {

namespace {

Registration registration_of(const OrganizationId& id, const std::string& name) {
    Registration registration{.id = id, .draft = {}, .contacts = {}};
    auto& draft = registration.draft;
    draft.name = name;
    draft.profile_name = text::folded(name);
    std::ranges::replace(draft.profile_name, ' ', '-');
    draft.description = "Ships and their people";
    draft.website = "https://harbor.example";
    draft.email = "info@harbor.example";
    draft.phones = {{"(207) 555-0100", ""}};
    draft.address = {"1 Quay Street", "", "Portland", "ME", "04101", "US"};
    draft.types = {OrganizationType::two_year, OrganizationType::training_provider};
    draft.sector = Sector::public_;
    draft.identifiers = {{"fein", "12-3456789"}};
    draft.publishing.roles = {PublishingRole::credential_organization};
    draft.publishing.methods = {PublishingMethod::bulk_upload};
    registration.contacts = {{"dean@harbor.example", "Robin", "Dean", {}}};
    return registration;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 3))) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63] : '=';
        }
    }
    return text;
}

}  // namespace

AcclaimTest::AcclaimTest()
    : college(add_organization(college_id, "Harbor College")),
      token(add_token(college, {.read = true, .write = true, .del = true})) {}

OrganizationId AcclaimTest::add_organization(const std::string& id, const std::string& name) {
    const auto registrar = callers.by_api_key(partner.api_key);
    const OrganizationId organization(Uuid::parse(id).value());
    const auto registered =
        registrations.register_organization(registrar.value(), registration_of(organization, name),
                                            {}, [](const Registered&) { return std::string(); });
    if (!registered) throw std::runtime_error(registered.error().message);
    return organization;
}

std::string AcclaimTest::add_token(const OrganizationId& organization, Rights rights) {
    return make_token(under_test.registry(), organization, {"for a test", rights}).value().text;
}

std::string AcclaimTest::path(const std::string& below) const {
    return path_of(college, below);
}

std::string AcclaimTest::path_of(const OrganizationId& organization, const std::string& below) {
    return "/v1/organizations/" + organization.text() + below;
}

http::Response AcclaimTest::get(const std::string& target, std::vector<http::Header> headers) {
    return send(http::Method::get, target, "", std::move(headers));
}

http::Response AcclaimTest::put(const std::string& target, const std::string& body,
                                std::vector<http::Header> headers) {
    return send(http::Method::put, target, body, std::move(headers));
}

http::Response AcclaimTest::post(const std::string& target, const std::string& body,
                                 std::vector<http::Header> headers) {
    return send(http::Method::post, target, body, std::move(headers));
}

http::Response AcclaimTest::del(const std::string& target, std::vector<http::Header> headers) {
    return send(http::Method::del, target, "", std::move(headers));
}

http::Response AcclaimTest::send(http::Method method, const std::string& target,
                                 const std::string& body, std::vector<http::Header> headers) {
    const bool authorized = std::ranges::any_of(
        headers, [](const http::Header& one) { return one.name == "authorization"; });
    if (!authorized) headers.push_back(bearer(token));
    const auto query_at = target.find('?');
    return dispatch({.method = method,
                     .path = target.substr(0, query_at),
                     .query = query_at == std::string::npos ? "" : target.substr(query_at + 1),
                     .headers = std::move(headers),
                     .body = body});
}

http::Response AcclaimTest::dispatch(http::Request request) {
    const auto match = router.match(request);
    const auto* route = match.route;
    auto response = router.dispatch(std::move(request));
    if (route) {
        EXPECT_EQ(description.complaint_about(response, route->operation), "") << response.body;
    }
    // What is left of a revoked badge is a document too, not a refusal.
    const bool is_document = response.content_type == open_badges::json_ld_type;
    if (response.status >= 400 && match.area->prefix == "/v1" && !is_document) {
        check_refusal(response);
    }
    return response;
}

// Clients look into it without asking first whether it is there.
void AcclaimTest::check_refusal(const http::Response& response) {
    const auto body = json::parse(response.body);
    ASSERT_TRUE(body) << response.body;
    const auto* data = body->find("data");
    ASSERT_TRUE(data) << response.body;
    EXPECT_NE(text_in(*data, "message"), "");
    ASSERT_TRUE(data->find("errors") && data->find("errors")->array()) << response.body;
    EXPECT_TRUE(body->find("metadata") && body->find("metadata")->object()) << response.body;
}

http::Header AcclaimTest::basic(const std::string& credentials) {
    return {"authorization", "Basic " + base64(credentials)};
}

json::Value AcclaimTest::data(const http::Response& response) {
    const auto body = json::parse(response.body);
    const auto* data = body ? body->find("data") : nullptr;
    EXPECT_TRUE(data) << response.body;
    return data ? *data : json::Value();
}

std::string AcclaimTest::message(const http::Response& response) {
    return text_in(data(response), "message");
}

std::vector<std::string> AcclaimTest::problems(const http::Response& response) {
    std::vector<std::string> problems;
    const auto refused = data(response);
    const auto* errors = refused.find("errors");
    EXPECT_TRUE(errors) << response.body;
    if (!errors) return problems;
    for (const auto& error : *errors->array()) {
        problems.push_back(text_in(error, "attribute") + " " + text_in(error, "message"));
    }
    return problems;
}

std::string AcclaimTest::header(const http::Response& response, const std::string& name) {
    const auto found = std::ranges::find(response.headers, name, &http::Header::name);
    return found == response.headers.end() ? std::string() : found->value;
}

std::string AcclaimTest::text_in(const json::Value& object, const std::string& name) {
    const auto* value = object.find(name);
    EXPECT_TRUE(value) << name;
    return value && value->string() ? *value->string() : std::string();
}

PictureSource AcclaimTest::picture_source() {
    return {.fetch = [this](const std::string& url) -> Result<std::string> {
                fetched.push_back(url);
                const auto found = pictures_at.find(url);
                if (found == pictures_at.end()) {
                    return fail({{"picture", "could not be fetched: nobody answered"}});
                }
                return found->second;
            },
            .png_of = [](std::string_view bytes) -> Result<std::string> {
                if (!bytes.starts_with("picture")) {
                    return fail({{"picture", "is no JPEG, PNG or WebP"}});
                }
                return "PNG of " + std::string(bytes);
            }};
}

}  // namespace cartulary::acclaim
