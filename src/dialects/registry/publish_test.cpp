#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class RegistryPublishing : public RegistryTest {
protected:
    http::Response remove(const std::string& ctid, const PartnerMade& organization) {
        return send(http::Method::del, "/resources/documents/" + ctid, "", {key_of(organization)});
    }
    http::Response transfer(const std::string& ctid, const std::string& to,
                            const PartnerMade& organization) {
        return send(http::Method::patch,
                    "/resources/documents/" + ctid + "/transfer?organization_id=" + to, "",
                    {key_of(organization)});
    }
    static bool changed(const http::Response& response) {
        return *json_of(response).find("changed")->boolean();
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryPublishing);

TEST_P(RegistryPublishing, makes_an_envelope_and_then_its_next_versions) {
    const auto first = publish(college, certificate(welding, college.id.ctid()));
    EXPECT_EQ(first.status, 201);
    EXPECT_TRUE(changed(first));
    const auto value = json_of(first);
    EXPECT_EQ(text_in(value, "envelope_ceterms_ctid"), welding);
    EXPECT_EQ(*value.find("decoded_resource"), json_of(get("/graph/" + welding)));
    EXPECT_EQ(header_of(first, "Location"),
              "https://registry.example/ce-registry/envelopes/" + text_in(value, "envelope_id"));
    EXPECT_EQ(header_of(first, "ETag"), header_of(get("/graph/" + welding), "ETag"));

    const auto same = publish(college, certificate(welding, college.id.ctid()));
    EXPECT_EQ(same.status, 200);
    EXPECT_FALSE(changed(same));
    const auto next = publish(college, certificate(welding, college.id.ctid(), "Welding II"));
    EXPECT_EQ(next.status, 200);
    EXPECT_TRUE(changed(next));
    EXPECT_EQ(name_at("/resources/" + welding), "Welding II");
    EXPECT_THAT(*json_of(next).find("node_headers")->find("revision_history")->array(), SizeIs(2));
}

TEST_P(RegistryPublishing, takes_every_spelling_of_the_key_and_of_ids) {
    const auto body = certificate(welding, college.id.ctid());
    const auto at = [&](const std::string& path, const std::string& authorization) {
        return send(http::Method::post, path, body, {{"authorization", authorization}}).status;
    };
    EXPECT_EQ(at(documents_of(college), "ApiToken " + college.api_key), 201);
    EXPECT_EQ(at(documents_of(college), "bearer   " + college.api_key), 200);
    EXPECT_EQ(at("/ce-registry" + documents_of(college), "TOKEN " + college.api_key), 200);
    EXPECT_EQ(at("/resources/organizations/" + college.id.text() + "/documents",
                 "Token " + college.api_key),
              200);
    for (const auto& wrong : {std::string(), college.api_key, "Basic " + college.api_key,
                              std::string("Token"), std::string("Token wrong")}) {
        EXPECT_EQ(at(documents_of(college), wrong), 401) << wrong;
    }
}

TEST_P(RegistryPublishing, takes_back_what_was_downloaded) {
    publish(certificate(welding, college.id.ctid()));
    for (const auto& body : {get("/envelopes/" + welding).body, get("/graph/" + welding).body,
                             get("/resources/" + welding).body}) {
        const auto response = publish(college, body);
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_FALSE(changed(response)) << body;
    }
}

TEST_P(RegistryPublishing, tells_every_problem_at_once) {
    const auto response = publish(
        college, certificate(welding, college.id.ctid(), "",
                             R"(,"ceterms:dateEffective":"soon","ceterms:inLanguage":"?")"));
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(errors_of(response), Contains(HasSubstr("ceterms:dateEffective")));
    EXPECT_THAT(errors_of(response), Contains(HasSubstr("ceterms:inLanguage")));
    const auto nothing = publish(college, R"({"@graph":[{"@id":")" + resource_url(welding) +
                                              R"(","@type":"ceterms:Certificate",)"
                                              R"("ceterms:ctid":")" +
                                              welding + "\"}]}");
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(errors_of(nothing), Contains("ceterms:name is required"));
    EXPECT_THAT(errors_of(nothing), Contains("ceterms:subjectWebpage is required"));
    EXPECT_EQ(get("/resources/" + welding).status, 404);
}

TEST_P(RegistryPublishing, warns_of_what_is_not_in_its_way) {
    const auto response = publish(
        college, certificate(welding, college.id.ctid(), "Welding I",
                             R"(,"ceterms:isPartOf":[")" + resource_url(ctid('8')) + "\"]"));
    ASSERT_EQ(response.status, 201) << response.body;
    const auto value = json_of(response);
    ASSERT_TRUE(value.find("warnings")) << response.body;
    EXPECT_THAT(json::text_of(*value.find("warnings")), HasSubstr(ctid('8')));
    EXPECT_FALSE(json_of(get("/envelopes/" + welding)).find("warnings"));
}

TEST_P(RegistryPublishing, of_another_s_ctid_is_told_in_the_words_that_clients_know) {
    publish(certificate(welding, college.id.ctid()));
    const auto response = publish(school, certificate(welding, school.id.ctid()));
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(errors_of(response),
                ElementsAre("Resource CTID must be unique: it belongs to another organization"));
    publish(framework(ctid('2'), college.id.ctid(), {ctid('3')}));
    const auto part = publish(college, certificate(ctid('3'), college.id.ctid()));
    EXPECT_EQ(part.status, 422);
    EXPECT_THAT(errors_of(part), ElementsAre(HasSubstr("Resource CTID must be unique")));
    const auto of_part = publish(college, framework(ctid('4'), college.id.ctid(), {ctid('3')}));
    EXPECT_EQ(of_part.status, 422);
    EXPECT_THAT(errors_of(of_part), ElementsAre(HasSubstr("ctid of a part")));
}

TEST_P(RegistryPublishing, for_somebody_else_needs_to_be_allowed) {
    const auto body = certificate(welding, college.id.ctid());
    const auto as_school = [&](const std::string& query = "") {
        return send(http::Method::post, documents_of(college) + query, body, {key_of(school)});
    };
    EXPECT_EQ(as_school().status, 403);
    grant(college, school);
    EXPECT_EQ(as_school("?published_by=" + college.id.ctid()).status, 403);
    EXPECT_EQ(as_school("?published_by=" + school.id.ctid()).status, 201);
    for (const auto& unknown : {ctid('9'), std::string("nonsense")}) {
        const auto response =
            send(http::Method::post, "/resources/organizations/" + unknown + "/documents",
                 framework(ctid('2'), college.id.ctid(), {ctid('3')}), {key_of(college)});
        EXPECT_EQ(response.status, 404);
        EXPECT_THAT(errors_of(response),
                    ElementsAre(HasSubstr("Couldn't find Organization with 'id'=" + unknown)));
    }
    EXPECT_EQ(publish(school, certificate(ctid('4'), college.id.ctid())).status, 422)
        << "the document names another as its owner";
    set_status(school, OrganizationStatus::blocked);
    EXPECT_EQ(as_school().status, 403);
}

TEST_P(RegistryPublishing, changes_an_organization_s_record_with_its_document) {
    const auto graph = json_of(get("/graph/" + college.id.ctid()));
    const auto body =
        R"({"@graph":[{"@id":")" + resource_url(college.id.ctid()) +
        R"(","@type":"ceterms:CredentialOrganization","ceterms:ctid":")" + college.id.ctid() +
        R"(","ceterms:name":{"en-US":"Harbor University"},)"
        R"("ceterms:description":{"en-US":"Ships and their people."},)"
        R"("ceterms:subjectWebpage":"https://harbor.example","ceterms:email":["a@harbor.example"],)"
        R"("ceterms:agentType":{"@type":"ceterms:CredentialAlignmentObject",)"
        R"("ceterms:targetNode":"orgType:FourYear"},)"
        R"("ceterms:agentSectorType":{"@type":"ceterms:CredentialAlignmentObject",)"
        R"("ceterms:targetNode":"agentSector:Public"}}]})";
    const auto response = publish(college, body);
    ASSERT_EQ(response.status, 200) << response.body;
    const auto record = Organizations(shared).show(college.id)->organization;
    EXPECT_EQ(record.stated.name, "Harbor University");
    EXPECT_EQ(record.stated.description, "Ships and their people.");
    EXPECT_EQ(name_at("/resources/" + college.id.ctid()), "Harbor University");
    auto unknown = body;
    for (auto at = unknown.find(college.id.ctid()); at != std::string::npos;
         at = unknown.find(college.id.ctid())) {
        unknown.replace(at, college.id.ctid().size(), ctid('8'));
    }
    const auto refused = publish(college, unknown);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(errors_of(refused), ElementsAre(HasSubstr("register it first")));
}

TEST_P(RegistryPublishing, can_be_bound_to_a_version) {
    const auto body = certificate(welding, college.id.ctid());
    EXPECT_EQ(publish(college, body, {{"if-match", "*"}}).status, 412);
    EXPECT_EQ(publish(college, body, {{"if-match", "\"x\""}}).status, 412);
    const auto first = publish(college, body, {{"if-none-match", "*"}});
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(publish(college, body, {{"if-none-match", "*"}}).status, 412);
    const auto tag = header_of(first, "ETag");
    const auto second = certificate(welding, college.id.ctid(), "Welding II");
    EXPECT_EQ(publish(college, second, {{"if-match", "W/" + tag}}).status, 412);
    EXPECT_EQ(publish(college, second, {{"if-match", "\"x\", " + tag}}).status, 200);
    const auto stale =
        publish(college, certificate(welding, college.id.ctid(), "III"), {{"if-match", tag}});
    EXPECT_EQ(stale.status, 412);
    EXPECT_THAT(errors_of(stale), SizeIs(1));
    EXPECT_EQ(publish(college, second, {{"if-match", "*"}}).status, 200);
    EXPECT_EQ(name_at("/resources/" + welding), "Welding II");
    ASSERT_EQ(remove(welding, college).status, 204);
    EXPECT_EQ(publish(college, second, {{"if-match", "*"}}).status, 410);
    EXPECT_EQ(publish(college, second).status, 201) << "it is there again";
}

TEST_P(RegistryPublishing, can_be_taken_back) {
    publish(certificate(welding, college.id.ctid()));
    EXPECT_EQ(remove(welding, school).status, 403);
    EXPECT_EQ(remove(ctid('9'), college).status, 404);
    EXPECT_EQ(remove("nonsense", college).status, 404);
    EXPECT_EQ(remove(college.id.ctid(), college).status, 409);
    const auto etag = header_of(get("/resources/" + welding), "ETag");
    const auto remove_version = [&](const std::string& tag) {
        return send(http::Method::del, "/resources/documents/" + welding, "",
                    {key_of(college), {"if-match", tag}});
    };
    EXPECT_EQ(remove_version("\"another\"").status, 412);
    EXPECT_EQ(remove_version("\"another\", " + etag).status, 204);
    publish(certificate(welding, college.id.ctid()));
    const auto response = remove(welding, college);
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(remove(welding, college).status, 410);
}

TEST_P(RegistryPublishing, can_be_given_to_another) {
    publish(certificate(welding, college.id.ctid()));
    EXPECT_EQ(transfer(welding, school.id.ctid(), college).status, 403);
    grant(school, college);
    EXPECT_FALSE(changed(transfer(welding, college.id.ctid(), college)));
    const auto moved = transfer(welding, school.id.text(), college);
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_TRUE(changed(moved));
    EXPECT_EQ(text_in(json_of(moved), "owned_by"), school.id.ctid());
    EXPECT_EQ(transfer(welding, "", college).status, 400);
    EXPECT_EQ(transfer(ctid('9'), school.id.ctid(), college).status, 404);
    EXPECT_THAT(errors_of(transfer(welding, ctid('9'), school)),
                ElementsAre(HasSubstr("Couldn't find Organization")));
}

TEST_P(RegistryPublishing, answers_without_the_document_where_that_is_asked_for) {
    const auto response = send(http::Method::post, documents_of(college) + "?metadata_only=true",
                               certificate(welding, college.id.ctid()), {key_of(college)});
    EXPECT_EQ(response.status, 201);
    EXPECT_FALSE(json_of(response).find("decoded_resource"));
}

}  // namespace

}  // namespace cartulary::registry
