#include "dialects/assistant/assistant_for_test.h"
#include "store/organizations.h"

namespace cartulary::assistant {

std::string AssistantTest::credential(const std::string& ctid, const std::string& owner,
                                      const std::string& name, const std::string& more) {
    return R"({"CredentialType": "Certificate", "CTID": ")" + ctid + R"(", "Name": )" +
           json::text_of(json::Value(name)) +
           R"(, "Description": "Joins metals by heat.",
        "SubjectWebpage": "https://harbor.example/welding", "CredentialStatusType": "Active",
        "InLanguage": ["en-US"], "OwnedBy": [{"CTID": ")" +
           owner + "\"}]" + (more.empty() ? "" : ", ") + more + "}";
}

std::string AssistantTest::request_for(const PartnerMade& owner, const std::string& member,
                                       const std::string& input, const std::string& more) {
    return R"({"DefaultLanguage": "en-US", "PublishForOrganizationIdentifier": ")" +
           owner.id.ctid() + "\", \"" + member + "\": " + input + (more.empty() ? "" : ", ") +
           more + "}";
}

http::Response AssistantTest::send(http::Method method, const std::string& path,
                                   const std::string& body, std::vector<http::Header> headers) {
    http::Request request{
        .method = method, .path = path, .headers = std::move(headers), .body = body};
    const auto match = router.match(request);
    auto response = router.answer(match, request);
    if (response.stream) {
        while (const auto piece = response.stream()) response.body += *piece;
        response.stream = {};
    }
    if (match.route) {
        EXPECT_EQ(description.complaint_about(response, match.route->operation), "")
            << path << '\n'
            << response.body;
    }
    return response;
}

json::Value AssistantTest::publish(const std::string& body, const std::string& entity) {
    const auto response = post("/assistant/" + entity + "/publish", body);
    EXPECT_EQ(response.status, 200) << response.body;
    return json_of(response);
}

void AssistantTest::grant(const PartnerMade& organization, const PartnerMade& third_party) {
    const auto granted = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        relationships::put(transaction,
                           {organizations::number_of(transaction, organization.id).value(),
                            organizations::number_of(transaction, third_party.id).value(),
                            RelationshipStatus::approved, under_test.now()});
        return {};
    });
    ASSERT_TRUE(granted);
}

void AssistantTest::set_status(const PartnerMade& organization, OrganizationStatus status) {
    const auto set = under_test.store().write([&](Transaction& transaction) {
        auto found = organizations::find(transaction, organization.id).value();
        found.status = status;
        found.version += 1;
        return organizations::replace(transaction, found);
    });
    ASSERT_TRUE(set);
}

json::Value AssistantTest::json_of(const http::Response& response) {
    const auto value = json::parse(response.body);
    EXPECT_TRUE(value) << response.body;
    return value.value_or(json::Value());
}

std::string AssistantTest::text_in(const json::Value& object, const std::string& name) {
    const auto* value = object.find(name);
    return value && value->string() ? *value->string() : std::string();
}

bool AssistantTest::is_true(const json::Value& object, const std::string& name) {
    const auto* value = object.find(name);
    EXPECT_TRUE(value && value->boolean()) << name << " in " << json::text_of(object);
    return value && value->boolean() && *value->boolean();
}

std::vector<std::string> AssistantTest::messages_of(const json::Value& answer) {
    std::vector<std::string> messages;
    const auto* list = answer.find("Messages");
    EXPECT_TRUE(list && list->array()) << json::text_of(answer);
    if (!list || !list->array()) return messages;
    for (const auto& message : *list->array()) messages.push_back(*message.string());
    return messages;
}

std::string AssistantTest::served(const std::string& ctid) {
    const auto text = resources.graph(Ctid::parse(ctid).value());
    return text ? *text->text : "";
}

}  // namespace cartulary::assistant
