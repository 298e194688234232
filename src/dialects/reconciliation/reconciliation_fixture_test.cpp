#include <algorithm>

#include "ctdl/document.h"
#include "dialects/reconciliation/reconciliation_for_test.h"
#include "http/form.h"
#include "operations/callers.h"
#include "operations/organizations.h"

namespace cartulary::reconciliation {

std::string ReconciliationTest::add(const Known& known) {
    const auto mail = "office" + std::to_string(++added_) + "@organization.example";
    last_ = under_test.add_partner(known.name, mail);
    const auto caller = Callers(shared).by_api_key(last_.api_key).value();
    const auto changed = Organizations(shared).change(
        caller, last_.id, [&](OrganizationDraft& draft) -> Result<void> {
            draft.address = known.address;
            draft.website = known.website;
            draft.identifiers = known.identifiers;
            return {};
        });
    EXPECT_TRUE(changed) << (changed ? "" : changed.error().message);
    return last_.id.ctid();
}

std::string ReconciliationTest::add_certificate(const std::string& name) {
    const auto ctid = "ce-7a3b1f60-2d4c-4e5f-8a9b-" + std::to_string(100'000'000'000 + ++added_);
    const auto address = shared.public_url + "/resources/";
    const auto payload = json::parse(
        R"({"@context":"https://credreg.net/ctdl/schema/context/json","@id":")" + address + ctid +
        R"(","@type":"ceterms:Certificate","ceterms:ctid":")" + ctid +
        R"(","ceterms:name":{"en-US":")" + name +
        R"("},"ceterms:description":{"en-US":"Joins metals by heat."},)"
        R"("ceterms:subjectWebpage":"https://organization.example/welding",)"
        R"("ceterms:credentialStatusType":{"@type":"ceterms:CredentialAlignmentObject",)"
        R"("ceterms:targetNode":"credentialStat:Active"},)"
        R"("ceterms:inLanguage":["en-US"],"ceterms:ownedBy":[")" +
        address + last_.id.ctid() + "\"]}");
    const auto reading = ctdl::read_payload(payload.value(), {shared.public_url});
    EXPECT_TRUE(reading.document);
    const auto caller = Callers(shared).by_api_key(last_.api_key).value();
    const auto published =
        resources.publish(caller, {.owner = last_.id, .document = reading.document.value()});
    EXPECT_TRUE(published) << (published ? "" : published.error().message);
    return ctid;
}

http::Response ReconciliationTest::get(const std::string& target) {
    return send(http::Method::get, target, "", {});
}

http::Response ReconciliationTest::post(const std::string& form, const std::string& type) {
    return send(http::Method::post, "/reconcile", form, {{"content-type", type}});
}

http::Response ReconciliationTest::send(http::Method method, const std::string& target,
                                        const std::string& body,
                                        std::vector<http::Header> headers) {
    const auto query_at = target.find('?');
    http::Request request{.method = method,
                          .path = target.substr(0, query_at),
                          .query = query_at == std::string::npos ? "" : target.substr(query_at + 1),
                          .headers = std::move(headers),
                          .body = body};
    const auto match = router.match(request);
    auto response = router.answer(match, request);
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*") << target;
    if (match.route != nullptr && response.content_type.starts_with("application/json")) {
        EXPECT_EQ(description.complaint_about(response, match.route->operation), "")
            << target << '\n'
            << response.body;
    }
    return response;
}

json::Array ReconciliationTest::candidates(const std::string& query) {
    const auto response = post(form("queries", "{\"q0\":" + query + "}"));
    EXPECT_EQ(response.status, 200) << response.body;
    const auto batch = json_of(response);
    const auto* const answer = batch.find("q0");
    return answer == nullptr ? json::Array{} : items_of(*answer, "result");
}

std::vector<std::string> ReconciliationTest::names_in(const json::Array& items) {
    std::vector<std::string> names;
    for (const auto& item : items) names.push_back(text_in(item, "name"));
    return names;
}

std::string ReconciliationTest::text_in(const json::Value& object, const std::string& name) {
    const auto* const value = object.find(name);
    return value != nullptr && value->string() != nullptr ? *value->string() : std::string();
}

json::Value ReconciliationTest::json_of(const http::Response& response) {
    const auto value = json::parse(response.body);
    EXPECT_TRUE(value) << response.body;
    return value.value_or(json::Value());
}

json::Array ReconciliationTest::items_of(const json::Value& object, const std::string& name) {
    const auto* const items = object.find(name);
    EXPECT_TRUE(items != nullptr && items->array() != nullptr) << name;
    return items != nullptr && items->array() != nullptr ? *items->array() : json::Array{};
}

std::string ReconciliationTest::header_of(const http::Response& response, const std::string& name) {
    const auto found = std::ranges::find(response.headers, name, &http::Header::name);
    return found == response.headers.end() ? std::string() : found->value;
}

std::string ReconciliationTest::form(const std::string& field, const std::string& json) {
    return field + '=' + http::percent_encode(json);
}

}  // namespace cartulary::reconciliation
