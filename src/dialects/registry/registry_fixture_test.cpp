#include <algorithm>

#include "dialects/registry/registry_for_test.h"
#include "store/organizations.h"

namespace cartulary::registry {

std::string RegistryTest::certificate(const std::string& ctid, const std::string& owner,
                                      const std::string& name, const std::string& more) {
    const auto node = R"({"@id":")" + resource_url(ctid) +
                      R"(","@type":"ceterms:Certificate","ceterms:ctid":")" + ctid +
                      R"(","ceterms:name":{"en-US":)" + json::text_of(json::Value(name)) +
                      R"(},"ceterms:description":{"en-US":"Joins metals by heat."},)"
                      R"("ceterms:subjectWebpage":"https://harbor.example/welding",)"
                      R"("ceterms:credentialStatusType":{)"
                      R"("@type":"ceterms:CredentialAlignmentObject",)"
                      R"("ceterms:targetNode":"credentialStat:Active"},)"
                      R"("ceterms:inLanguage":["en-US"],"ceterms:ownedBy":[")" +
                      resource_url(owner) + "\"]" + more + "}";
    return R"({"@context":"https://credreg.net/ctdl/schema/context/json",)"
           R"("@id":"https://registry.example/graph/)" +
           ctid + R"(","@graph":[)" + node + "]}";
}

std::string RegistryTest::framework(const std::string& ctid, const std::string& publisher,
                                    const std::vector<std::string>& parts) {
    std::string children;
    std::string nodes;
    for (const auto& part : parts) {
        children += (children.empty() ? "\"" : ",\"") + resource_url(part) + '"';
        nodes += R"(,{"@id":")" + resource_url(part) +
                 R"(","@type":"ceasn:Competency","ceterms:ctid":")" + part +
                 R"(","ceasn:competencyText":{"en-US":"Joins )" + part +
                 R"("},"ceasn:inLanguage":["en-US"],"ceasn:isPartOf":")" + resource_url(ctid) +
                 "\"}";
    }
    return R"({"@context":"https://credreg.net/ctdlasn/schema/context/json",)"
           R"("@id":"https://registry.example/graph/)" +
           ctid + R"(","@graph":[{"@id":")" + resource_url(ctid) +
           R"(","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" + ctid +
           R"(","ceasn:name":{"en-US":"Joining metals"},)"
           R"("ceasn:description":{"en-US":"What a welder can do."},)"
           R"("ceasn:inLanguage":["en-US"],"ceasn:dateCreated":"2026-09-01",)"
           R"("ceasn:publisher":[")" +
           resource_url(publisher) + R"("],"ceasn:hasTopChild":[)" + children + "]}" + nodes + "]}";
}

http::Response RegistryTest::send(http::Method method, const std::string& target,
                                  const std::string& body, std::vector<http::Header> headers) {
    const auto query_at = target.find('?');
    http::Request request{.method = method,
                          .path = target.substr(0, query_at),
                          .query = query_at == std::string::npos ? "" : target.substr(query_at + 1),
                          .headers = std::move(headers),
                          .body = body};
    const auto match = router.match(request);
    auto response = router.answer(match, request);
    if (response.stream) {
        while (auto piece = response.stream()) response.body += *piece;
    }
    const bool is_page = response.content_type.starts_with("text/html");
    if (match.route && !is_page) {
        EXPECT_EQ(description.complaint_about(response, match.route->operation), "")
            << target << '\n'
            << response.body;
    }
    return response;
}

http::Response RegistryTest::publish(const PartnerMade& owner, const std::string& body,
                                     std::vector<http::Header> more) {
    more.push_back(key_of(owner));
    return send(http::Method::post, documents_of(owner), body, std::move(more));
}

void RegistryTest::publish(const std::string& body) {
    const auto response = publish(college, body);
    ASSERT_LT(response.status, 300) << response.body;
}

void RegistryTest::grant(const PartnerMade& organization, const PartnerMade& third_party) {
    const auto granted = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        relationships::put(transaction,
                           {organizations::number_of(transaction, organization.id).value(),
                            organizations::number_of(transaction, third_party.id).value(),
                            RelationshipStatus::approved, under_test.now()});
        return {};
    });
    ASSERT_TRUE(granted);
}

void RegistryTest::set_status(const PartnerMade& organization, OrganizationStatus status) {
    const auto set = under_test.store().write([&](Transaction& transaction) {
        auto found = organizations::find(transaction, organization.id).value();
        found.status = status;
        found.version += 1;
        return organizations::replace(transaction, found);
    });
    ASSERT_TRUE(set);
}

json::Value RegistryTest::json_of(const http::Response& response) {
    const auto value = json::parse(response.body);
    EXPECT_TRUE(value) << response.body;
    return value.value_or(json::Value());
}

std::vector<std::string> RegistryTest::errors_of(const http::Response& response) {
    std::vector<std::string> errors;
    const auto value = json_of(response);
    const auto* list = value.find("errors");
    EXPECT_TRUE(list && list->array()) << response.body;
    if (!list || !list->array()) return errors;
    for (const auto& error : *list->array()) errors.push_back(*error.string());
    return errors;
}

std::string RegistryTest::header_of(const http::Response& response, const std::string& name) {
    const auto found = std::ranges::find(response.headers, name, &http::Header::name);
    return found == response.headers.end() ? std::string() : found->value;
}

std::string RegistryTest::text_in(const json::Value& object, const std::string& name) {
    const auto* value = object.find(name);
    return value && value->string() ? *value->string() : std::string();
}

std::string RegistryTest::name_at(const std::string& target) {
    const auto response = get(target);
    if (response.status != 200) return std::to_string(response.status);
    const auto value = json_of(response);
    const auto* names = value.find("ceterms:name");
    return names ? text_in(*names, "en-US") : "";
}

}  // namespace cartulary::registry
