#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class RegistryEnvelopes : public RegistryTest {
protected:
    json::Value envelope(const std::string& id, const std::string& more = "") {
        return json_of(get("/envelopes/" + id + more));
    }
    void remove(const std::string& ctid) {
        ASSERT_EQ(
            send(http::Method::del, "/resources/documents/" + ctid, "", {key_of(college)}).status,
            204);
    }
    std::vector<std::string> ctids_at(const std::string& target) {
        std::vector<std::string> ctids;
        const auto list = json_of(get(target));
        EXPECT_TRUE(list.array()) << target;
        if (!list.array()) return ctids;
        for (const auto& item : *list.array()) {
            ctids.push_back(text_in(item, "envelope_ceterms_ctid"));
        }
        return ctids;
    }
    static std::vector<std::string> events_in(const json::Value& list) {
        std::vector<std::string> events;
        for (const auto& item : *list.array()) events.push_back(text_in(item, "event"));
        return events;
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryEnvelopes);

TEST_P(RegistryEnvelopes, say_what_is_known_of_a_document) {
    publish(certificate(welding, college.id.ctid()));
    const auto response = get("/envelopes/" + welding);
    const auto value = json_of(response);
    const auto id = text_in(value, "envelope_id");
    const auto digest = text_in(*value.find("node_headers"), "resource_digest");
    EXPECT_EQ(response.body,
              R"({"envelope_community":"ce_registry","envelope_id":")" + id +
                  R"(","envelope_ceterms_ctid":")" + welding +
                  R"(","envelope_ctdl_type":"ceterms:Certificate",)"
                  R"("envelope_type":"resource_data","envelope_version":"1.0.0",)"
                  R"("decoded_resource":)" +
                  get("/graph/" + welding).body +
                  R"(,"resource_format":"json","resource_encoding":"jwt","publisher_id":")" +
                  college.id.text() +
                  R"(","secondary_publisher_id":null,"resource_publish_type":"primary",)"
                  R"("node_headers":{"resource_digest":")" +
                  digest +
                  R"(","revision_history":[{"head":true,"event":"create",)"
                  R"("created_at":"2026-09-21T14:13:20.000Z","actor":"organization:)" +
                  college.id.ctid() +
                  R"(","url":"https://registry.example/ce-registry/envelopes/)" + id +
                  R"(/revisions/1"}],"created_at":"2026-09-21T14:13:20.000Z",)"
                  R"("updated_at":"2026-09-21T14:13:20.000Z","deleted_at":null},"owned_by":")" +
                  college.id.ctid() +
                  R"(","published_by":null,"changed":false,)"
                  R"("updated_at":"2026-09-21T14:13:20.000Z","last_verified_on":"2026-09-21"})");
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
}

TEST_P(RegistryEnvelopes, are_found_by_their_id_and_by_every_ctid_in_them) {
    publish(framework(welding, college.id.ctid(), {ctid('2')}));
    const auto expected = get("/envelopes/" + welding).body;
    auto id = text_in(envelope(welding), "envelope_id");
    EXPECT_EQ(get("/envelopes/" + id).body, expected);
    EXPECT_EQ(get("/ce-registry/envelopes/" + ctid('2')).body, expected);
    std::ranges::transform(id, id.begin(), [](unsigned char c) { return std::toupper(c); });
    EXPECT_EQ(get("/ce-registry/envelopes/" + id).body, expected);
    for (const auto& unknown : {ctid('9'), ctid('9').substr(3), std::string("nonsense")}) {
        const auto response = get("/envelopes/" + unknown);
        EXPECT_EQ(response.status, 404);
        EXPECT_THAT(errors_of(response), ElementsAre("Couldn't find Envelope"));
    }
}

TEST_P(RegistryEnvelopes, of_third_parties_name_them) {
    grant(college, school);
    ASSERT_EQ(send(http::Method::post, documents_of(college),
                   certificate(welding, college.id.ctid()), {key_of(school)})
                  .status,
              201);
    const auto value = envelope(welding);
    EXPECT_EQ(text_in(value, "owned_by"), college.id.ctid());
    EXPECT_EQ(text_in(value, "published_by"), school.id.ctid());
    EXPECT_EQ(text_in(value, "publisher_id"), school.id.text());
    EXPECT_EQ(text_in(value, "resource_publish_type"), "secondary");
}

TEST_P(RegistryEnvelopes, can_be_told_without_their_documents) {
    publish(certificate(welding, college.id.ctid()));
    EXPECT_FALSE(envelope(welding, "?metadata_only=true").find("decoded_resource"));
    EXPECT_FALSE(envelope(welding, "?metadata_only").find("decoded_resource"));
    EXPECT_TRUE(envelope(welding, "?metadata_only=false").find("decoded_resource"));
    EXPECT_EQ(get("/envelopes/" + welding + "/info").body,
              get("/envelopes/" + welding + "?metadata_only=1").body);
    EXPECT_EQ(get("/envelopes/" + welding + "?metadata_only=perhaps").status, 400);
}

TEST_P(RegistryEnvelopes, keep_every_revision) {
    publish(certificate(welding, college.id.ctid(), "First"));
    under_test.pass(std::chrono::hours(24));
    publish(certificate(welding, college.id.ctid(), "Second"));
    remove(welding);
    const auto target = "/envelopes/" + welding + "/revisions";
    EXPECT_THAT(events_in(json_of(get(target))), ElementsAre("create", "update", "destroy"));

    const auto first = json_of(get(target + "/1"));
    EXPECT_THAT(json::text_of(*first.find("decoded_resource")), HasSubstr("First"));
    const auto& headers = *first.find("node_headers");
    EXPECT_FALSE(headers.find("revision_history"));
    EXPECT_EQ(text_in(headers, "updated_at"), "2026-09-21T14:13:20.000Z");
    EXPECT_TRUE(headers.find("deleted_at")->is_null());
    const auto last = json_of(get(target + "/3"));
    EXPECT_THAT(json::text_of(*last.find("decoded_resource")), HasSubstr("Second"));
    EXPECT_EQ(text_in(*last.find("node_headers"), "deleted_at"), "2026-09-22T14:13:20.000Z");
    for (const auto* unknown : {"/4", "/0", "/01", "/-1", "/x", "/99999999999999999999"}) {
        EXPECT_EQ(get(target + unknown).status, 404) << unknown;
    }
    const auto url = text_in(json_of(get(target)).array()->at(0), "url");
    EXPECT_EQ(get(url.substr(std::string("https://registry.example").size())).body,
              get(target + "/1").body);
}

TEST_P(RegistryEnvelopes, tell_the_difference_of_two_revisions) {
    publish(certificate(welding, college.id.ctid(), "First"));
    publish(certificate(welding, college.id.ctid(), "Second"));
    const auto target = "/envelopes/" + welding + "/compare";
    const auto response = get(target + "?from=1&to=2");
    EXPECT_EQ(response.content_type, "application/json-patch+json");
    ASSERT_THAT(*json_of(response).array(), SizeIs(1));
    EXPECT_EQ(text_in(json_of(response).array()->at(0), "value"), "Second");
    EXPECT_THAT(*json_of(get(target + "?from=2&to=2")).array(), IsEmpty());
    EXPECT_EQ(get(target + "?from=1&to=3").status, 404);
    for (const auto* nonsense : {"", "?from=1", "?to=1", "?from=0&to=1", "?from=a&to=1"}) {
        EXPECT_EQ(get(target + nonsense).status, 400) << nonsense;
    }
}

TEST_P(RegistryEnvelopes, give_their_document_as_a_file) {
    publish(certificate(welding, college.id.ctid()));
    const auto response = get("/envelopes/" + welding + "/download", {{"accept", "text/html"}});
    EXPECT_EQ(response.content_type, "application/ld+json; charset=utf-8");
    EXPECT_EQ(header_of(response, "Content-Disposition"),
              "attachment; filename=\"" + welding + ".json\"");
    EXPECT_EQ(response.body, get("/graph/" + welding).body);
}

TEST_P(RegistryEnvelopes, that_are_deleted_are_told_to_who_asks_for_them) {
    publish(certificate(welding, college.id.ctid()));
    remove(welding);
    for (const auto* what : {"", "/info", "/download"}) {
        const auto target = "/envelopes/" + welding + what;
        EXPECT_EQ(get(target).status, 410) << what;
        EXPECT_EQ(get(target + "?include_deleted=true").status, 200) << what;
    }
    const auto value = envelope(welding, "?include_deleted=true");
    EXPECT_EQ(text_in(*value.find("node_headers"), "deleted_at"), "2026-09-21T14:13:20.000Z");
    EXPECT_TRUE(value.find("decoded_resource")->object());
}

TEST_P(RegistryEnvelopes, can_be_said_to_be_still_true) {
    publish(certificate(welding, college.id.ctid()));
    under_test.pass(std::chrono::hours(72));
    const auto verify = [&](const std::string& query, const PartnerMade& organization) {
        return send(http::Method::patch, "/envelopes/" + welding + "/verify" + query, "",
                    {key_of(organization)});
    };
    EXPECT_EQ(verify("", school).status, 403);
    const auto response = verify("?last_verified_on=2026-09-23", college);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(text_in(json_of(response), "last_verified_on"), "2026-09-23");
    EXPECT_EQ(text_in(envelope(welding), "last_verified_on"), "2026-09-23");
    verify("", college);
    EXPECT_EQ(text_in(envelope(welding), "last_verified_on"), "2026-09-24");
    const auto refused = verify("?last_verified_on=2026-09-25", college);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(errors_of(refused), ElementsAre("last_verified_on must not lie in the future"));
    EXPECT_EQ(verify("?last_verified_on=soon", college).status, 400);
}

TEST_P(RegistryEnvelopes, are_listed_page_by_page) {
    for (const char last : {'1', '2', '3'}) {
        publish(certificate(ctid(last), college.id.ctid()));
    }
    remove(ctid('2'));
    const auto first = get("/envelopes?per_page=2");
    EXPECT_EQ(first.content_type, "application/json; charset=utf-8");
    EXPECT_THAT(ctids_at("/envelopes?per_page=2"),
                ElementsAre(college.id.ctid(), school.id.ctid()));
    EXPECT_THAT(ctids_at("/envelopes?per_page=2&page=2"), ElementsAre(ctid('1'), ctid('3')));
    EXPECT_THAT(ctids_at("/envelopes?page=7"), IsEmpty());
    EXPECT_EQ(header_of(first, "X-Total"), "4");
    EXPECT_EQ(header_of(first, "Total"), "4");
    EXPECT_EQ(header_of(first, "X-Page"), "1");
    EXPECT_EQ(header_of(first, "X-Per-Page"), "2");
    const auto link = [](const std::string& page, const std::string& relation) {
        return "<https://registry.example/envelopes?per_page=2&page=" + page + ">; rel=\"" +
               relation + "\"";
    };
    EXPECT_EQ(header_of(first, "Link"), link("2", "next") + ", " + link("2", "last"));
    EXPECT_EQ(header_of(get("/envelopes?page=2&per_page=2"), "Link"),
              link("1", "first") + ", " + link("1", "prev"));
    EXPECT_EQ(header_of(get("/ce-registry/envelopes"), "X-Per-Page"), "10");
    EXPECT_EQ(header_of(get("/envelopes?per_page=201"), "X-Per-Page"), "200");
    EXPECT_THAT(ctids_at("/envelopes?include_deleted=true"), SizeIs(5));
    EXPECT_THAT(ctids_at("/envelopes?envelope_ctdl_type=ceterms:Certificate"), SizeIs(2));
    EXPECT_THAT(ctids_at("/envelopes?owned_by=" + school.id.ctid()), ElementsAre(school.id.ctid()));
    for (const auto* nonsense : {"page=0", "page=-1", "page=x", "page=10000001", "per_page=0",
                                 "per_page=many", "include_deleted=2", "owned_by=me"}) {
        EXPECT_EQ(get(std::string("/envelopes?") + nonsense).status, 400) << nonsense;
    }
}

TEST_P(RegistryEnvelopes, in_a_list_are_as_they_are_alone) {
    publish(certificate(welding, college.id.ctid()));
    const auto list = json_of(get("/envelopes?page=3&per_page=1"));
    ASSERT_THAT(*list.array(), SizeIs(1));
    EXPECT_EQ(list.array()->at(0), envelope(welding));
    const auto metadata = json_of(get("/envelopes?page=3&per_page=1&metadata_only=true"));
    EXPECT_EQ(metadata.array()->at(0), envelope(welding, "/info"));
}

TEST_P(RegistryEnvelopes, are_counted) {
    EXPECT_EQ(get("/envelopes/info").body,
              R"({"envelope_community":"ce_registry","total_envelopes":2})");
}

TEST_P(RegistryEnvelopes, have_a_feed_of_their_changes) {
    const auto begin = header_of(get("/envelopes/events"), "X-Next-After");
    under_test.pass(std::chrono::hours(1));
    publish(certificate(welding, college.id.ctid()));
    publish(certificate(ctid('2'), college.id.ctid()));
    under_test.pass(std::chrono::hours(1));
    publish(certificate(welding, college.id.ctid(), "Welding II"));
    remove(ctid('2'));
    const auto after = "/envelopes/events?after=";
    const auto all = get(after + begin);
    EXPECT_THAT(events_in(json_of(all)), ElementsAre("create", "create", "update", "destroy"));
    EXPECT_THAT(all.body, StartsWith(R"([{"envelope_ceterms_ctid":")" + welding +
                                     R"(","event":"create",)"
                                     R"("created_at":"2026-09-21T15:13:20.000Z","number":)"));
    EXPECT_EQ(header_of(all, "Link"), "");
    EXPECT_THAT(events_in(json_of(get(after + header_of(all, "X-Next-After")))), IsEmpty());

    const auto first = get(after + begin + "&per_page=3");
    EXPECT_THAT(events_in(json_of(first)), SizeIs(3));
    const auto link = header_of(first, "Link");
    EXPECT_THAT(link, HasSubstr("per_page=3&after="));
    const auto next = link.substr(std::string("<https://registry.example").size());
    EXPECT_THAT(events_in(json_of(get(next.substr(0, next.find('>'))))), ElementsAre("destroy"));

    EXPECT_THAT(events_in(json_of(get(after + std::string("2026-09-21T16:13:20Z")))),
                ElementsAre("update", "destroy"));
    EXPECT_THAT(events_in(json_of(get("/envelopes/events?event=destroy"))), ElementsAre("destroy"));
    EXPECT_THAT(events_in(json_of(get("/ce-registry/envelopes/events?ctid=" + welding))),
                ElementsAre("create", "update"));
    EXPECT_THAT(events_in(json_of(get("/envelopes/events?ctid=" + ctid('9')))), IsEmpty());
    for (const auto* nonsense : {"after=soon", "after=-1", "ctid=x", "event=made", "page=2",
                                 "after=99999999999999999999"}) {
        EXPECT_EQ(get(std::string("/envelopes/events?") + nonsense).status, 400) << nonsense;
    }
}

}  // namespace

}  // namespace cartulary::registry
