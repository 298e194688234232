#include "operations/callers.h"
#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using std::chrono::days;
using testing::HasSubstr;
using testing::Not;

class FoundOrganizationTest : public ThingPagesTest {
protected:
    // The college says this of itself too; `more` are further members of its node.
    void describe_college(const std::string& more = "") { publish(node_of(college, more)); }

    // So does another organization.
    void describe(const PartnerMade& organization, const std::string& more) {
        const auto parsed = json::parse("[" + node_of(organization, more) + "]").value();
        std::vector<json::Object> nodes;
        for (const auto& node : *parsed.array()) nodes.push_back(*node.object());
        const auto caller = Callers(under_test.registry()).by_api_key(organization.api_key).value();
        const ctdl::Document document(std::move(nodes));
        const auto published =
            resources.publish(caller, {.owner = organization.id, .document = document});
        ASSERT_TRUE(published) << published.error().message;
    }

    static std::string node_of(const PartnerMade& organization, const std::string& more) {
        const auto ctid = Ctid(organization.id.uuid()).text();
        return R"({"@id":"/resources/)" + ctid +
               R"(","@type":"ceterms:CredentialOrganization","ceterms:ctid":")" + ctid + "\"" +
               more + "}";
    }
    static std::string refers(const std::string& property, const PartnerMade& to) {
        return ",\"" + property + R"(":["/resources/)" + Ctid(to.id.uuid()).text() + "\"]";
    }
    static std::string link_to(const PartnerMade& organization) {
        return "href=\"/resources/" + Ctid(organization.id.uuid()).text() + "\"";
    }
    static std::string place(const std::string& town, const std::string& country,
                             const std::string& position) {
        return R"({"@type":"ceterms:Place","ceterms:addressLocality":{"en-US":")" + town +
               R"("},"ceterms:addressCountry":{"en-US":")" + country + "\"}" + position + "}";
    }
    static std::string at(const std::string& latitude, const std::string& longitude) {
        return ",\"ceterms:latitude\":" + latitude + ",\"ceterms:longitude\":" + longitude;
    }
    // What people see, without the data for programs.
    std::string seen(const Ctid& ctid, const std::string& query = "") {
        auto html = page_of(ctid, query);
        for (auto at = html.find("<script"); at != std::string::npos; at = html.find("<script")) {
            html.erase(at, html.find("</script>", at) + 9 - at);
        }
        return html;
    }
    std::string page() { return seen(college_ctid()); }

    PartnerMade board = under_test.add_partner("Board of Boats", "office@board.example");
};

TEST_F(FoundOrganizationTest, tells_what_it_is) {
    describe_college(R"(,"ceterms:name":{"en-US":"Harbor College"},
        "ceterms:description":{"en-US":"Teaches boats."},
        "ceterms:subjectWebpage":"https://harbor.example/","ceterms:foundingDate":"1871",
        "ceterms:agentType":["orgType:FourYear","orgType:Technical"],
        "ceterms:agentSectorType":"agentSector:Public","ceterms:email":["desk@harbor.example"],
        "ceterms:keyword":{"en-US":["Boats","Knots"]})");
    const auto words = words_of(page());
    for (const auto* part : {"Harbor College", "Teaches boats.", "Founded 1871", "Boats , Knots",
                             "Verified by Test Registry"}) {
        EXPECT_THAT(words, HasSubstr(part));
    }
    EXPECT_THAT(page(), HasSubstr("<a href=\"https://harbor.example/\" rel=\"nofollow ugc\">"));
    EXPECT_THAT(page(), HasSubstr("href=\"mailto:desk@harbor.example\""));
}

TEST_F(FoundOrganizationTest, tells_its_names_in_all_languages) {
    describe_college(R"(,"ceterms:name":{"en-US":"Harbor College","ar":"كلية الميناء"},
        "ceterms:alternateName":{"en-US":["HC"],"th":["วิทยาลัยท่าเรือ"],"und":["Haf"]})");
    const auto html = page();
    EXPECT_THAT(html, HasSubstr("<bdi lang=\"ar\">كلية الميناء</bdi>"));
    EXPECT_THAT(html, HasSubstr("<bdi lang=\"th\">วิทยาลัยท่าเรือ</bdi>"));
    EXPECT_THAT(words_of(html), HasSubstr("Other names كلية الميناء (Arabic)"));
    EXPECT_THAT(html, HasSubstr("<bdi>Haf</bdi>"));
    EXPECT_THAT(html, Not(HasSubstr("lang=\"und\"")));
}

TEST_F(FoundOrganizationTest, leads_to_what_others_know_it_by) {
    const auto named = [](const std::string& scheme, const std::string& value) {
        return R"({"@type":"ceterms:IdentifierValue","ceterms:identifierTypeName":{"en-US":")" +
               scheme + R"("},"ceterms:identifierValueCode":")" + value + "\"}";
    };
    describe_college(R"(,"ceterms:fein":"12-3456789","ceterms:ipedsID":"174233",
        "ceterms:leiCode":"549300EXAMPLE0000000","ceterms:identifier":[)" +
                     named("ROR", "https://ror.org/02mhbdp94") + "," + named("Wikidata", "Q9531") +
                     "," + named("ISNI", "0000 0001 2162 3504") + "," +
                     named("Library of Boats", "7") + "," +
                     named("Wikidata", "javascript:alert(1)") + "]");
    const auto html = page();
    for (const auto* address :
         {"https://nces.ed.gov/collegenavigator/?id=174233", "https://ror.org/02mhbdp94",
          "https://search.gleif.org/#/record/549300EXAMPLE0000000",
          "https://www.wikidata.org/wiki/Q9531", "https://isni.org/isni/0000000121623504"}) {
        EXPECT_THAT(html, HasSubstr(std::string("href=\"") + address + "\"")) << address;
    }
    EXPECT_THAT(html, HasSubstr("<bdi class=\"identifier\">12-3456789</bdi>"));
    EXPECT_THAT(html, HasSubstr("<bdi>Library of Boats</bdi>"));
    EXPECT_THAT(html, Not(HasSubstr("href=\"javascript")));
    EXPECT_THAT(html, Not(HasSubstr("wiki/javascript")));
}

TEST_F(FoundOrganizationTest, tells_apart_who_says_that_it_is_vouched_for) {
    const auto guild = under_test.add_partner("Guild of Knots", "office@guild.example");
    const auto state = under_test.add_partner("State of Harbors", "office@state.example");
    describe_college(R"(,"ceterms:accreditedBy":["/resources/)" + Ctid(board.id.uuid()).text() +
                     R"(",{"@type":"ceterms:QACredentialOrganization",
                     "ceterms:name":{"en-US":"Distant Board"},
                     "ceterms:subjectWebpage":"https://distant.example/"}])" +
                     R"(,"ceterms:regulatedIn":[{"@type":"ceterms:JurisdictionProfile",
                     "ceterms:assertedBy":["/resources/)" +
                     Ctid(state.id.uuid()).text() + "\"]}]");
    describe(board, refers("ceterms:accredits", college));
    describe(guild, refers("ceterms:approves", college));
    const auto words = words_of(page());
    EXPECT_THAT(words, HasSubstr("Accredited Board of Boats Both"));
    EXPECT_THAT(words, HasSubstr("Accredited Distant Board This organization"));
    EXPECT_THAT(words, HasSubstr("Approved Guild of Knots Not this organization"));
    EXPECT_THAT(words, HasSubstr("Regulated State of Harbors This organization"));
    EXPECT_THAT(page(), HasSubstr(link_to(board)));
    EXPECT_THAT(page(), HasSubstr("href=\"https://distant.example/\""));

    const auto others = words_of(seen(Ctid(board.id.uuid())));
    EXPECT_THAT(others, HasSubstr("What it vouches for"));
    EXPECT_THAT(others, HasSubstr("Accredited Harbor College Both"));
    EXPECT_THAT(words_of(seen(Ctid(state.id.uuid()))),
                HasSubstr("Regulated Harbor College Not this organization"));
}

TEST_F(FoundOrganizationTest, tells_and_draws_to_whom_it_belongs) {
    const auto school = under_test.add_partner("School of Sails", "office@sails.example");
    describe_college(refers("ceterms:parentOrganization", board));
    describe(school, refers("ceterms:parentOrganization", college));
    const auto html = page();
    EXPECT_THAT(words_of(html), HasSubstr("Part of Board of Boats"));
    EXPECT_THAT(words_of(html), HasSubstr("Has as a part School of Sails (as it says itself)"));
    EXPECT_THAT(html, HasSubstr("<svg class=\"relations\""));
    EXPECT_EQ(count(link_to(school), html), 2U) << "in the list and in the drawing";
    EXPECT_EQ(count(link_to(board), html), 2U);
}

TEST_F(FoundOrganizationTest, draws_no_more_than_can_be_read) {
    for (int i = 0; i < 20; ++i) {
        const auto text = std::to_string(i);
        describe(under_test.add_partner("School " + text, "office" + text + "@sails.example"),
                 refers("ceterms:parentOrganization", college));
    }
    const auto html = page();
    EXPECT_EQ(count("class=\"relation\"", html), 12U);
    EXPECT_THAT(words_of(html), HasSubstr("School 19"));
}

TEST_F(FoundOrganizationTest, tells_of_many_only_those_that_are_here) {
    std::string list;
    for (int i = 0; i < 60; ++i) {
        list +=
            "\"/resources/" + Ctid(Uuid::named(url_namespace, std::to_string(i))).text() + "\",";
    }
    list += "\"/resources/" + Ctid(board.id.uuid()).text() + '"';
    describe_college(",\"ceterms:subOrganization\":[" + list + "]");
    describe(board, refers("ceterms:parentOrganization", college));
    const auto words = words_of(page());
    EXPECT_THAT(words, HasSubstr("Has as a part Board of Boats"));
    EXPECT_THAT(words, Not(HasSubstr("more.")));
}

TEST_F(FoundOrganizationTest, puts_its_places_on_a_map) {
    describe_college(",\"ceterms:address\":[" + place("Duluth", "US", at("46.7867", "-92.1005")) +
                     "," + place("Honolulu", "United States", at("21.3069", "-157.8583")) + "]");
    auto html = page();
    EXPECT_THAT(html, HasSubstr("<image href=\"/assets/us."));
    EXPECT_THAT(html, HasSubstr("aria-label=\"Map: Duluth; Honolulu\""));
    EXPECT_EQ(count("class=\"dot\"", html), 2U);
    EXPECT_THAT(html, HasSubstr("<bdi>Duluth, United States</bdi>"));

    describe_college(",\"ceterms:address\":[" + place("Duluth", "US", at("46.7867", "-92.1005")) +
                     "," + place("Suva", "Fiji", at("-18.1416", "178.4419")) + "]");
    html = page();
    EXPECT_THAT(html, HasSubstr("<image href=\"/assets/world."));
    EXPECT_EQ(count("class=\"dot\"", html), 2U);
}

TEST_F(FoundOrganizationTest, leaves_off_the_map_what_is_nowhere) {
    describe_college(",\"ceterms:address\":[" + place("Atlantis", "US", at("123.4", "10")) + "," +
                     place("Nowhere", "US", at("0", "0")) + "," + place("Unsaid", "US", "") + "]");
    const auto html = page();
    EXPECT_EQ(count("class=\"dot\"", html), 0U);
    EXPECT_THAT(html, Not(HasSubstr("<image")));
    for (const auto* town : {"Atlantis", "Nowhere", "Unsaid"}) EXPECT_THAT(html, HasSubstr(town));
}

TEST_F(FoundOrganizationTest, tells_what_it_offers_kind_by_kind) {
    EXPECT_THAT(words_of(page()), HasSubstr("Nothing that it offers is published here yet."));
    for (const char last : {'1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b'}) {
        publish_certificate(last, std::string("Welding ") + last);
    }
    publish(R"({"@id":"$f","@type":"ceterms:Course","ceterms:ctid":")" + ctid('f').text() +
            R"(","ceterms:name":{"en-US":"Knots"},"ceterms:ownedBy":["$college"]})");
    const auto html = page();
    EXPECT_THAT(words_of(html), HasSubstr("Certificate: 11 Welding 1"));
    EXPECT_THAT(words_of(html), HasSubstr("Course: 1 Knots"));
    EXPECT_THAT(words_of(html), Not(HasSubstr("Welding b")));
    EXPECT_THAT(html, HasSubstr("href=\"/?owner=" + college_ctid().text() + "\""));
    EXPECT_EQ(count("All of this kind", html), 1U);
}

TEST_F(FoundOrganizationTest, as_of_a_date_tells_nothing_of_what_others_say_now) {
    describe_college(R"(,"ceterms:description":{"en-US":"Taught rafts."})");
    const auto first_day = iso_8601(under_test.now()).substr(0, 10);
    under_test.pass(days(3));
    describe_college(R"(,"ceterms:description":{"en-US":"Teaches boats."})");
    describe(board, refers("ceterms:accredits", college));
    publish_certificate('1');
    const auto then = words_of(seen(college_ctid(), "as_of=" + first_day));
    EXPECT_THAT(then, HasSubstr("Taught rafts."));
    EXPECT_THAT(then, Not(HasSubstr("Board of Boats")));
    EXPECT_THAT(then, Not(HasSubstr("Welding I")));
    EXPECT_THAT(then, HasSubstr("are shown on the page of how it is now"));
}

TEST_F(FoundOrganizationTest, shows_texts_that_mean_harm_as_texts) {
    const auto harm = json::text_of(json::Value(R"("'><script>alert(1)</script>)"));
    const auto said = "{\"en-US\":" + harm + "}";
    describe_college(R"(,"ceterms:name":)" + said + R"(,"ceterms:alternateName":{"x\"y":[)" + harm +
                     R"(]},"ceterms:description":)" + said + R"(,"ceterms:keyword":)" + said +
                     R"(,"ceterms:identifier":[{"@type":"ceterms:IdentifierValue",
                     "ceterms:identifierTypeName":)" +
                     said + R"(,"ceterms:identifierValueCode":)" + harm +
                     R"(}],"ceterms:address":[{"@type":"ceterms:Place","ceterms:name":)" + said +
                     R"(,"ceterms:addressLocality":)" + said + at("46.7", "-92.1") +
                     R"(}],"ceterms:department":[{"@type":"ceterms:Organization","ceterms:name":)" +
                     said + "}]");
    const auto html = page_of(college_ctid());
    EXPECT_THAT(html, Not(HasSubstr("<script>")));
    EXPECT_GE(count("&lt;script&gt;alert(1)", html), 6U);
}

}  // namespace

}  // namespace cartulary::web
