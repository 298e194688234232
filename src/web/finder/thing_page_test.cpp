#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t page_bytes_max = 100'000;

using ThingPageTest = ThingPagesTest;

TEST_F(ThingPageTest, shows_all_that_a_credential_says) {
    publish_rich_certificate();
    const auto page = page_of(welding);
    const auto words = words_of(page);
    for (const auto* said : {"Joins metals safely.",
                             "For beginners.",
                             "Active",
                             "English (United States)",
                             "Spanish",
                             "Beginner Level",
                             "6 to 8 weeks",
                             "2 years in the evening",
                             "Before you begin",
                             "A year at the bench.",
                             "Be rested",
                             "Bring gloves",
                             "1.5",
                             "18",
                             "3 Semester Hours",
                             "Welding examination",
                             "Examination : €150.00",
                             "Every three years.",
                             "3 years",
                             "Welders ( 51-4121.00 ) · Standard Occupational Classification",
                             "1 Quay , Duluth , Minnesota 55802",
                             "Catalog number : W-101",
                             "31 January 2026",
                             "By two examiners.",
                             "Welding II"}) {
        EXPECT_THAT(words, HasSubstr(said));
    }
    for (const auto* link :
         {"https://harbor.example/welding", "https://harbor.example/online",
          "https://www.onetonline.org/link/summary/51-4121.00", "https://harbor.example/tuition",
          "/?q=welding", "/?q=metal%20%26%20fire", "/?q=Metalwork"}) {
        EXPECT_THAT(page, HasSubstr("href=\"" + std::string(link) + "\""));
    }
    EXPECT_THAT(page, HasSubstr("/resources/" + ctid('2').text()));
    EXPECT_THAT(page, HasSubstr("/compare?ctid=" + welding.text()));
}

TEST_F(ThingPageTest, speaks_spanish_and_takes_texts_in_it_first) {
    publish_rich_certificate();
    const auto response = show(welding, "", "es-MX");
    EXPECT_EQ(complaint_about_html(response.body), "");
    const auto words = words_of(response.body);
    for (const auto* said : {"Une metales con seguridad.", "Certificado de Harbor College",
                             "Requisitos", "6 a 8 semanas", "2 años", "$1,250.50",
                             "31 de enero de 2026", "inglés (Estados Unidos)", "Costos"}) {
        EXPECT_THAT(words, HasSubstr(said));
    }
    EXPECT_THAT(response.body, HasSubstr("<h1 lang=\"en-US\" dir=\"auto\">Welding I</h1>"));
}

TEST_F(ThingPageTest, writes_costs_with_their_currency_and_adds_nothing_up) {
    publish_rich_certificate();
    const auto words = words_of(page_of(welding));
    EXPECT_THAT(words, HasSubstr("$1,250.50"));
    EXPECT_THAT(words, HasSubstr("Tools Not said Bring your own."));
    EXPECT_THAT(words, Not(HasSubstr("Total")));
}

TEST_F(ThingPageTest, links_to_nothing_that_is_not_here) {
    publish_rich_certificate();
    EXPECT_THAT(page_of(welding), Not(HasSubstr("href=\"/resources/" + ctid('9').text())));
}

TEST_F(ThingPageTest, tells_where_it_leads_though_only_the_other_one_says_so) {
    publish_rich_certificate();
    const auto words = words_of(page_of(welding));
    EXPECT_THAT(words, HasSubstr("Is Required For Master welder"));
    // Both say it, and it is shown once.
    EXPECT_EQ(count("Welding II", words), 1U);
    EXPECT_THAT(words_of(page_of(ctid('3'))), HasSubstr("Preparation From Welding I"));
}

TEST_F(ThingPageTest, says_it_when_who_vouches_for_it_confirms_that) {
    publish_certificate('1', "Welding I", R"(,"ceterms:accreditedBy":["$2"])");
    publish(R"({"@id":"$2","@type":"ceterms:Certification","ceterms:ctid":")" + ctid('2').text() +
            R"(","ceterms:name":{"en-US":"Board of Joiners"},"ceterms:ownedBy":["$college"],)"
            R"("ceterms:accredits":["$1"],"ceterms:approves":["$1"]})");
    const auto words = words_of(page_of(welding));
    EXPECT_THAT(words, HasSubstr("Accredited By Board of Joiners ✓ Confirmed by Board of Joiners"));
    EXPECT_THAT(words, HasSubstr("Approved By Board of Joiners says so itself"));
}

TEST_F(ThingPageTest, shows_badges_that_point_at_it_or_have_its_name) {
    publish_certificate('1');
    const auto add = [&](const std::string& name, const std::string& criteria) {
        BadgeTemplateDraft draft;
        draft.name = name;
        draft.description = "A badge.";
        draft.state = BadgeTemplateState::active;
        draft.criteria_url = criteria;
        const auto made =
            badge_templates.create(college_caller(), college.id, draft, {},
                                   [](const IssuedTemplate&) { return std::string(); });
        ASSERT_TRUE(made) << made.error().message;
    };
    add("welding i", "");
    add("Arc", "https://registry.example/resources/" + welding.text());
    add("Gas", "https://harbor.example/gas");
    const auto words = words_of(page_of(welding));
    EXPECT_THAT(words, HasSubstr("Badges Arc welding i"));
    EXPECT_THAT(words, Not(HasSubstr("Gas")));
}

TEST_F(ThingPageTest, shows_a_large_framework_some_parts_at_a_time) {
    constexpr int parts = 10'000;
    std::string tops;
    std::string nodes;
    for (int i = 0; i < parts; ++i) {
        const auto part = Ctid(Uuid::named(url_namespace, std::to_string(i))).text();
        if (i > 0) tops += ',';
        tops += "\"/resources/" + part + '"';
        nodes += R"(,{"@id":"/resources/)" + part +
                 R"(","@type":"ceasn:Competency","ceterms:ctid":")" + part +
                 R"(","ceasn:competencyText":{"en-US":"Skill )" + std::to_string(i) +
                 R"("},"ceasn:isPartOf":["$2"]})";
    }
    publish(R"({"@id":"$2","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" +
            ctid('2').text() + R"(","ceasn:name":{"en-US":"Everything"},"ceasn:hasTopChild":[)" +
            tops + "]}" + nodes);
    const auto first = page_of(ctid('2'));
    EXPECT_LT(first.size(), page_bytes_max);
    EXPECT_THAT(words_of(first), HasSubstr("1–50 of 10000 Skill 0 "));
    const auto last = page_of(ctid('2'), "page=200");
    EXPECT_THAT(words_of(last), HasSubstr(" Skill 9999 "));
    EXPECT_THAT(last, Not(HasSubstr("page=201")));
    EXPECT_THAT(words_of(page_of(ctid('2'), "page=201")), HasSubstr("1–50 of 10000"));
}

TEST_F(ThingPageTest, shows_parts_below_those_that_they_belong_to_even_where_they_go_in_a_circle) {
    std::string nodes = R"({"@id":"$0","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" +
                        ctid('0').text() +
                        R"(","ceasn:name":{"en-US":"Round"},"ceasn:hasTopChild":["$1"]})";
    for (char c = '1'; c <= '9'; ++c) {
        const char next = c == '9' ? '1' : static_cast<char>(c + 1);
        nodes += std::string(R"(,{"@id":"$)") + c +
                 R"(","@type":"ceasn:Competency","ceterms:ctid":")" + ctid(c).text() +
                 R"(","ceasn:competencyText":{"en-US":"Step )" + c + R"("},"ceasn:hasChild":["$)" +
                 next + R"("],"ceasn:isChildOf":["$)" + next + R"("],"ceasn:isPartOf":["$0"]})";
    }
    publish(nodes);
    const auto words = words_of(page_of(ctid('0')));
    EXPECT_THAT(words, HasSubstr("Step 1 Step 2 Step 3 Step 4 Step 5 Step 6 Step 7 Step 8 Step 9"));
    EXPECT_THAT(words_of(page_of(ctid('5'))), HasSubstr("Step 5"));
    for (const auto* query : {"page=2", "page=0", "page=-1", "page=x"}) {
        EXPECT_THAT(words_of(page_of(ctid('0'), query)), HasSubstr("Step 1")) << query;
    }
}

TEST_F(ThingPageTest, stays_short_however_much_a_document_says) {
    std::string requirements;
    for (int i = 0; i < 200; ++i) {
        requirements += i == 0 ? "" : ",";
        requirements += R"({"@type":"ceterms:ConditionProfile","ceterms:name":{"en-US":")" +
                        std::string(4'000, 'n') + R"("},"ceterms:condition":{"en-US":[)";
        for (int j = 0; j < 200; ++j) {
            requirements += (j == 0 ? "\"" : ",\"") + std::string(200, '<') + '"';
        }
        requirements += "]}}";
    }
    std::string deep = R"({"@type":"ceterms:ConditionProfile"})";
    for (int i = 0; i < 20; ++i) {
        deep =
            R"({"@type":"ceterms:ConditionProfile","ceterms:alternativeCondition":[)" + deep + "]}";
    }
    publish_certificate('1', std::string(200'000, 'T'),
                        R"(,"ceterms:description":{"en-US":")" + std::string(1'000'000, '&') +
                            R"("},"ceterms:requires":[)" + requirements +
                            R"(],"ceterms:recommends":[)" + deep + "]");
    const auto page = page_of(welding);
    EXPECT_LT(page.size(), page_bytes_max);
    EXPECT_THAT(words_of(page), HasSubstr("This says more than has room on one page"));
}

TEST_F(ThingPageTest, shows_what_people_wrote_as_text_and_follows_no_script) {
    publish_certificate('1', "<script>alert(1)</script>",
                        R"text(,"ceterms:subjectWebpage":"javascript:alert(1)",)text"
                        R"("ceterms:keyword":{"en-US":["\"><img src=x>"]})");
    const auto page = page_of(welding);
    EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
}

}  // namespace

}  // namespace cartulary::web
