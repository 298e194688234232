#include "dialects/registry/registry_for_test.h"
#include "http/form.h"

namespace cartulary::registry {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SearchTest : public RegistryTest {
protected:
    void SetUp() override {
        publish(certificate(ctid('1'), college.id.ctid(), "Welding of Steel"));
        publish(certificate(ctid('2'), college.id.ctid(), "Welding"));
        publish(certificate(ctid('3'), college.id.ctid(), "Project Management (PMI)"));
    }

    // Of the answers to a query that is put together of names and texts.
    json::Value answer(const std::string& query) {
        const auto response = get("/search?" + query);
        EXPECT_EQ(response.status, 200) << response.body;
        return json_of(response);
    }
    static std::vector<std::string> names_in(const json::Value& answer) {
        std::vector<std::string> names;
        for (const auto& one : *answer.find("results")->array()) {
            names.push_back(text_in(one, "name"));
        }
        return names;
    }
    std::vector<std::string> names_found(const std::string& query) {
        return names_in(answer(query));
    }
    static std::int64_t total_of(const json::Value& answer) {
        return *answer.find("total")->integer();
    }
};

CARTULARY_ON_EVERY_DATABASE(SearchTest);

TEST_P(SearchTest, tells_what_it_found) {
    const auto found = answer("fts=welding");
    EXPECT_THAT(names_in(found), ElementsAre("Welding", "Welding of Steel"));
    EXPECT_EQ(total_of(found), 2);
    EXPECT_TRUE(found.find("corrected")->is_null());
    const auto& first = found.find("results")->array()->front();
    EXPECT_EQ(text_in(first, "ctid"), ctid('2'));
    EXPECT_EQ(text_in(first, "@id"), resource_url(ctid('2')));
    EXPECT_EQ(text_in(first, "type"), "ceterms:Certificate");
    EXPECT_EQ(text_in(first, "match"), "exact");
    EXPECT_EQ(text_in(*first.find("owner"), "name"), "Harbor College");
    EXPECT_EQ(text_in(*first.find("owner"), "ctid"), college.id.ctid());
    const auto& owners = *found.find("facets")->find("owner")->array();
    ASSERT_THAT(owners, SizeIs(1));
    EXPECT_EQ(text_in(owners.front(), "value"), college.id.ctid());
    EXPECT_EQ(text_in(owners.front(), "name"), "Harbor College");
    EXPECT_EQ(*owners.front().find("count")->integer(), 2);
}

TEST_P(SearchTest, finds_a_name_by_itself_and_corrects_what_is_mistyped) {
    EXPECT_THAT(names_found("q=Project+Management+(PMI)"), ElementsAre("Project Management (PMI)"));
    const auto corrected = answer("q=projcet+managemnet");
    EXPECT_EQ(text_in(corrected, "corrected"), "project management");
    EXPECT_THAT(names_in(corrected), ElementsAre("Project Management (PMI)"));
}

TEST_P(SearchTest, takes_classes_above_and_other_spellings) {
    for (const auto* type : {"ceterms:Certificate", "Certificate", "Credential",
                             "https%3A%2F%2Fpurl.org%2Fctdl%2Fterms%2FCredential"}) {
        EXPECT_THAT(names_found(std::string("q=welding&type=") + type), SizeIs(2)) << type;
    }
    EXPECT_THAT(names_found("q=welding&type=Badge"), IsEmpty());
    EXPECT_THAT(names_found("q=welding&type=Badge&type=Certificate"), SizeIs(2));
    EXPECT_THAT(names_found("q=welding&owner=" + college.id.ctid()), SizeIs(2));
    EXPECT_THAT(names_found("q=welding&owner=" + school.id.ctid()), IsEmpty());
    EXPECT_THAT(names_found("q=welding&kind=FourYear"), IsEmpty());
    EXPECT_THAT(names_found("q=welding&sector=Public&region=Texas&country=US&subject=a"),
                IsEmpty());
}

TEST_P(SearchTest, tells_what_somebody_published_for_others_too) {
    grant(college, school);
    const auto published =
        send(http::Method::post, documents_of(college),
             certificate(ctid('4'), college.id.ctid(), "Welding of Brass"), {key_of(school)});
    ASSERT_EQ(published.status, 201) << published.body;
    EXPECT_THAT(names_found("q=welding&publisher=" + school.id.ctid()),
                ElementsAre("Welding of Brass"));
    EXPECT_THAT(names_found("q=welding&owner=" + college.id.ctid()), SizeIs(3));
    EXPECT_THAT(names_found("q=welding&publisher=" + college.id.ctid()), SizeIs(2));
    EXPECT_THAT(names_found("q=welding&publisher=" + ctid('9')), IsEmpty());
    const auto suggested = get("/search/suggest?q=weld&publisher=" + school.id.ctid());
    EXPECT_EQ(json_of(suggested).find("suggestions")->array()->size(), 1U);
    EXPECT_THAT(errors_of(get("/search?publisher=harbor")), SizeIs(1));
}

TEST_P(SearchTest, takes_dates_and_orders) {
    const auto today = iso_8601(under_test.now()).substr(0, 10);
    EXPECT_THAT(names_found("q=welding&from=" + today + "&until=" + today), SizeIs(2));
    EXPECT_THAT(names_found("q=welding&from=2999-01-01"), IsEmpty());
    EXPECT_THAT(names_found("q=welding&until=1999-01-01"), IsEmpty());
    EXPECT_THAT(names_found("type=Certificate&sort=name"),
                ElementsAre("Project Management (PMI)", "Welding", "Welding of Steel"));
    EXPECT_THAT(names_found("type=Certificate&sort=newest&take=1"),
                ElementsAre("Project Management (PMI)"));
}

TEST_P(SearchTest, tells_pages) {
    const auto response = get("/search?type=Certificate&per_page=2&page=2");
    EXPECT_THAT(names_in(json_of(response)), ElementsAre("Welding of Steel"));
    EXPECT_EQ(header_of(response, "Total"), "3");
    EXPECT_THAT(header_of(response, "Link"), testing::HasSubstr("rel=\"prev\""));
    EXPECT_THAT(names_found("type=Certificate&skip=1&take=1"), ElementsAre("Welding"));
    EXPECT_THAT(names_found("type=Certificate&skip=9"), IsEmpty());
    EXPECT_THAT(names_found("type=Certificate&take=0"), IsEmpty());
}

TEST_P(SearchTest, says_which_parameter_is_wrong) {
    const auto errors = [&](const std::string& query) {
        const auto response = get("/search?" + query);
        EXPECT_EQ(response.status, 400) << query;
        return errors_of(response);
    };
    EXPECT_THAT(errors("fts=" + std::string(1'001, 'a')),
                ElementsAre("fts must have at most 1000 characters"));
    std::string words;
    for (int i = 0; i < 65; ++i) words += "a+";
    EXPECT_THAT(errors("q=" + words), ElementsAre("q must have at most 64 words"));
    EXPECT_THAT(errors("type=Unicorn"), ElementsAre(testing::StartsWith("type must be a class")));
    EXPECT_THAT(errors("kind=Unicorn"),
                ElementsAre("kind must be a concept of ceterms:OrganizationType"));
    EXPECT_THAT(errors("sector=x"), ElementsAre("sector must be a concept of ceterms:AgentSector"));
    EXPECT_THAT(errors("owner=x"), ElementsAre(testing::StartsWith("owner must be \"ce-\"")));
    EXPECT_THAT(errors("from=yesterday"), ElementsAre(testing::StartsWith("from must be a date")));
    EXPECT_THAT(errors("sort=random"), ElementsAre("sort must be relevance, name or newest"));
    EXPECT_THAT(errors("page=0"), ElementsAre(testing::StartsWith("page must be")));
    EXPECT_THAT(errors("page=102&per_page=100"),
                ElementsAre(testing::StartsWith("the page must end at 10000")));
    std::string subjects;
    for (int i = 0; i < 101; ++i) subjects += "subject=a&";
    EXPECT_THAT(errors(subjects), ElementsAre("subject may be given 100 times at most"));
}

TEST_P(SearchTest, answers_syntax_of_databases_calmly) {
    for (const auto* text :
         {"\"", "*", "NEAR(", "a & !b", ":*", "'", "\\", "a\" OR \"b", "-", "^"}) {
        EXPECT_EQ(get("/search?q=" + http::percent_encode(text)).status, 200) << text;
        EXPECT_EQ(get("/search/suggest?q=" + http::percent_encode(text)).status, 200) << text;
    }
}

TEST_P(SearchTest, suggests_names) {
    const auto suggestions = json_of(get("/search/suggest?q=wel"));
    const auto& all = *suggestions.find("suggestions")->array();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(text_in(all.front(), "name"), "Welding");
    EXPECT_EQ(text_in(all.front(), "ctid"), ctid('2'));
    EXPECT_EQ(text_in(all.front(), "@id"), resource_url(ctid('2')));
    EXPECT_THAT(*json_of(get("/search/suggest?q=wel&take=1")).find("suggestions")->array(),
                SizeIs(1));
    EXPECT_THAT(*json_of(get("/search/suggest?q=wel&type=Badge")).find("suggestions")->array(),
                IsEmpty());
    EXPECT_THAT(*json_of(get("/search/suggest")).find("suggestions")->array(), IsEmpty());
    EXPECT_EQ(get("/search/suggest?q=a&take=51").status, 400);
}

}  // namespace

}  // namespace cartulary::registry
