#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class RegistryResources : public RegistryTest {
protected:
    http::Response remove(const std::string& ctid) {
        return send(http::Method::del, "/resources/documents/" + ctid, "", {key_of(college)});
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryResources);

TEST_P(RegistryResources, have_new_ctids_made_for_them) {
    const auto first = get("/ctid");
    EXPECT_TRUE(Ctid::parse(text_in(json_of(first), "ctid"))->is_random());
    EXPECT_NE(get("/ctid").body, first.body);
    EXPECT_NE(get("/ce-registry/ctid").body, first.body);
}

TEST_P(RegistryResources, are_linked_data_for_everybody) {
    publish(certificate(welding, college.id.ctid()));
    const auto response = get("/resources/" + welding);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "application/ld+json; charset=utf-8");
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(header_of(response, "Vary"), "Accept");
    EXPECT_EQ(header_of(response, "Last-Modified"), "Mon, 21 Sep 2026 14:13:20 GMT");
    EXPECT_EQ(header_of(response, "Link"), "<" + resource_url(welding) + ">; rel=\"canonical\"");
    const auto node = json_of(response);
    EXPECT_EQ(text_in(node, "@id"), resource_url(welding));
    EXPECT_EQ(text_in(node, "ceterms:ctid"), welding);
    ASSERT_TRUE(node.find("@context"));
    const auto graph = get("/graph/" + welding);
    EXPECT_EQ(graph.content_type, "application/ld+json; charset=utf-8");
    EXPECT_EQ(text_in(json_of(graph), "@id"), "https://registry.example/graph/" + welding);
    EXPECT_EQ(header_of(graph, "Link"),
              "<https://registry.example/graph/" + welding + ">; rel=\"canonical\"");
}

TEST_P(RegistryResources, are_found_whatever_the_case_and_with_the_community) {
    publish(certificate(welding, college.id.ctid()));
    const auto expected = get("/resources/" + welding).body;
    auto upper = welding;
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
    for (const auto* before :
         {"/resources/", "/ce-registry/resources/", "/ce_registry/resources/"}) {
        EXPECT_EQ(get(before + welding).body, expected) << before;
        EXPECT_EQ(get(before + upper).body, expected) << before;
    }
    EXPECT_EQ(get("/ce-registry/graph/" + upper).body, get("/graph/" + welding).body);
    EXPECT_EQ(get("/elsewhere/resources/" + welding).status, 404);
}

TEST_P(RegistryResources, answer_in_the_form_that_is_asked_for) {
    publish(certificate(welding, college.id.ctid(), "<b>Welding</b> & \"more\""));
    const auto target = "/resources/" + welding;
    const auto plain = get(target, {{"accept", "application/json"}});
    EXPECT_EQ(plain.content_type, "application/json; charset=utf-8");
    EXPECT_EQ(plain.body, get(target).body);
    for (const auto& page : {get(target, {{"accept", "text/html"}}),
                             get("/graph/" + welding, {{"accept", "text/html"}})}) {
        EXPECT_EQ(page.body, "the page of " + welding);
        EXPECT_EQ(header_of(page, "Vary"), "Accept");
    }
}

TEST_P(RegistryResources, settle_conditions_by_the_digest) {
    publish(certificate(welding, college.id.ctid()));
    const auto target = "/resources/" + welding;
    const auto tag = header_of(get(target), "ETag");
    EXPECT_EQ(tag, '"' +
                       text_in(*json_of(get("/envelopes/" + welding)).find("node_headers"),
                               "resource_digest") +
                       '"');
    EXPECT_EQ(get(target, {{"if-none-match", tag}}).status, 304);
    EXPECT_EQ(get(target, {{"if-match", "\"other\""}}).status, 412);
    publish(certificate(welding, college.id.ctid(), "Welding II"));
    const auto changed = get(target, {{"if-none-match", tag}});
    EXPECT_EQ(changed.status, 200);
    EXPECT_NE(header_of(changed, "ETag"), tag);
}

TEST_P(RegistryResources, of_a_framework_have_parts) {
    publish(framework(welding, college.id.ctid(), {ctid('2'), ctid('3')}));
    const auto part = json_of(get("/resources/" + ctid('2')));
    EXPECT_EQ(text_in(part, "@type"), "ceasn:Competency");
    EXPECT_EQ(text_in(part, "@id"), resource_url(ctid('2')));
    EXPECT_EQ(get("/graph/" + ctid('2')).body, get("/graph/" + welding).body);
}

TEST_P(RegistryResources, can_be_read_as_they_were) {
    publish(certificate(welding, college.id.ctid(), "First"));  // on 2026-09-21, at 14:13:20
    under_test.pass(std::chrono::hours(24));
    publish(certificate(welding, college.id.ctid(), "Second"));
    under_test.pass(std::chrono::hours(24));
    ASSERT_EQ(remove(welding).status, 204);
    const auto target = "/resources/" + welding;
    const auto as_of = [&](const std::string& moment) {
        return name_at(target + "?as_of=" + moment);
    };
    EXPECT_EQ(as_of("2026-09-20"), "404");
    EXPECT_EQ(as_of("2026-09-21"), "First") << "at its end";
    EXPECT_EQ(as_of("2026-09-21T14:13:19Z"), "404");
    EXPECT_EQ(as_of("2026-09-21T14:13:20Z"), "First");
    EXPECT_EQ(as_of("2026-09-21T16:13:20%2B02:00"), "First");
    EXPECT_EQ(as_of("2026-09-21T16:13:20+02:00"), "First") << "who forgets to escape";
    EXPECT_EQ(as_of("2026-09-22"), "Second");
    EXPECT_EQ(as_of("2026-09-23"), "410");
    const auto response = get(target + "?as_of=2026-09-21");
    EXPECT_EQ(header_of(response, "Last-Modified"), "Mon, 21 Sep 2026 14:13:20 GMT");
    EXPECT_EQ(get("/graph/" + welding + "?as_of=2026-09-22").status, 200);
    for (const auto* nonsense : {"yesterday", "2026-13-01", "", "20260921", "1"}) {
        const auto refused = get(target + "?as_of=" + nonsense);
        EXPECT_EQ(refused.status, 400) << nonsense;
        EXPECT_THAT(errors_of(refused), ElementsAre(HasSubstr("as_of must be a date")));
    }
}

TEST_P(RegistryResources, that_are_gone_say_so) {
    publish(certificate(welding, college.id.ctid()));
    ASSERT_EQ(remove(welding).status, 204);
    for (const auto* before : {"/resources/", "/graph/"}) {
        const auto response = get(before + welding);
        EXPECT_EQ(response.status, 410);
        EXPECT_THAT(errors_of(response), ElementsAre(HasSubstr("was deleted")));
        EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
    }
}

TEST_P(RegistryResources, that_never_were_are_not_there) {
    for (const auto& name : {ctid('9'), std::string("nonsense"), std::string("ce-1")}) {
        for (const auto* before : {"/resources/", "/graph/"}) {
            const auto response = get(before + name);
            EXPECT_EQ(response.status, 404);
            EXPECT_THAT(errors_of(response), ElementsAre(HasSubstr("Couldn't find Resource")));
        }
    }
}

TEST_P(RegistryResources, of_organizations_are_there_without_being_published) {
    EXPECT_EQ(name_at("/resources/" + college.id.ctid()), "Harbor College");
}

}  // namespace

}  // namespace cartulary::registry
