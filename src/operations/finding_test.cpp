#include "operations/finding.h"

#include <algorithm>
#include <thread>

#include "operations/resources_for_test.h"
#include "search/words.h"

namespace cartulary {

namespace {

using search::Facet;
using search::NameMatch;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class FindingTest : public ResourcesTest {
protected:
    // Publishes one more certificate.
    Ctid certify(const std::string& name, const std::string& more = "") {
        return certify(own, name, more);
    }
    Ctid certify(const Caller& owner, const std::string& name, const std::string& more = "") {
        const Ctid ctid(Uuid::named(url_namespace, std::to_string(++certificates_)));
        const auto published = publish(owner, certificate(ctid, owner, name, more));
        EXPECT_TRUE(published) << refusal_of(published);
        return ctid;
    }
    static std::string described(const std::string& text) {
        return R"(,"ceterms:description":{"en-US":")" + text + "\"}";
    }

    Finding::Answer found(const Finding::Query& query) { return finding.search(query).value(); }
    std::vector<std::string> names_found(const Finding::Query& query) {
        std::vector<std::string> names;
        for (const auto& item : found(query).items) names.push_back(item.entry.names.front().text);
        return names;
    }
    std::vector<std::string> names_found(const std::string& text) {
        return names_found(Finding::Query{.text = text});
    }
    std::vector<std::pair<std::string, std::int64_t>> counted(const Finding::Query& query,
                                                              Facet facet) {
        std::vector<std::pair<std::string, std::int64_t>> counted;
        const auto answer = found(query);
        for (const auto& one : answer.facets.at(static_cast<std::size_t>(facet)).counts) {
            counted.emplace_back(one.label.empty() ? one.value : one.label, one.count);
        }
        return counted;
    }

    Finding finding{registry()};

private:
    int certificates_ = 0;
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, FindingTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(FindingTest, finds_what_was_just_published_changed_and_deleted) {
    const auto ctid = certify("Welding of Steel");
    EXPECT_THAT(names_found("welding of steel"), ElementsAre("Welding of Steel"));
    ASSERT_TRUE(publish(own, certificate(ctid, own, "Brazing of Copper")));
    EXPECT_THAT(names_found("welding"), IsEmpty());
    EXPECT_THAT(names_found("brazing"), ElementsAre("Brazing of Copper"));
    ASSERT_TRUE(resources.remove(own, ctid));
    EXPECT_THAT(names_found("brazing"), IsEmpty());
}

TEST_P(FindingTest, finds_what_was_there_before_it_began) {
    certify("Welding of Steel");
    certify("Welding of Copper");
    Finding later(registry());
    later.build();
    EXPECT_THAT(later.search({.text = "welding"})->items, SizeIs(2));
    certify("Welding of Brass");
    EXPECT_THAT(later.search({.text = "welding"})->items, SizeIs(3));
}

TEST_P(FindingTest, finds_what_is_published_while_another_transaction_goes_on) {
    certify("Welding 1");
    // SQLite has one writer: there the others go on when this one is done.
    if (under_test.store().engine() == Engine::sqlite) return;
    write([&](Transaction& transaction) {
        relationships::put(transaction, {own.organization, stranger.organization,
                                         RelationshipStatus::approved, under_test.now()});
        std::jthread([&] { certify("Welding 2"); }).join();
        EXPECT_THAT(names_found("welding"), SizeIs(2));
        std::jthread([&] { certify("Welding 3"); }).join();
        EXPECT_THAT(names_found("welding"), SizeIs(3));
        EXPECT_THAT(names_found("welding"), SizeIs(3));
    });
    certify("Welding 4");
    EXPECT_THAT(names_found("welding"), SizeIs(4));
}

TEST_P(FindingTest, finds_parts_and_notices_which_leave) {
    const auto whole = ctid('a');
    ASSERT_TRUE(publish(own, framework(whole, {ctid('b'), ctid('c')})));
    EXPECT_THAT(names_found("joins ce"), SizeIs(2));
    ASSERT_TRUE(publish(own, framework(whole, {ctid('c'), ctid('d')})));
    EXPECT_THAT(names_found("joins ce"),
                UnorderedElementsAre("Joins " + ctid('c').text(), "Joins " + ctid('d').text()));
    ASSERT_TRUE(resources.remove(own, whole));
    EXPECT_THAT(names_found("joins ce"), IsEmpty());
    EXPECT_FALSE(finding.entry(ctid('c')).has_value());
}

TEST_P(FindingTest, puts_exact_names_first_then_beginnings_words_texts_and_near_ones) {
    certify("Advanced Pipe Fitting");
    certify("Pipe Fitting");
    certify("Pipe Fitting for Ships");
    certify("Pope Fitting");
    certify("Plumbing", described("Includes fitting of every pipe."));
    const auto answer = found({.text = "pipe fitting"});
    std::vector<std::optional<NameMatch>> matches;
    for (const auto& item : answer.items) matches.push_back(item.match);
    EXPECT_THAT(names_found("pipe fitting"), ElementsAre("Pipe Fitting", "Pipe Fitting for Ships",
                                                         "Advanced Pipe Fitting", "Plumbing"));
    EXPECT_THAT(matches,
                ElementsAre(NameMatch::exact, NameMatch::begins, NameMatch::words, std::nullopt));
    EXPECT_EQ(answer.total, 4);
    EXPECT_FALSE(answer.at_least);
    EXPECT_EQ(answer.items.front().owner_name, "Harbor College");
    EXPECT_EQ(answer.items.front().owner, ctid_of(own));
    EXPECT_EQ(answer.items.front().entry.updated_at, under_test.now());
    EXPECT_THAT(names_found("pipe fiting"), Contains("Pipe Fitting"));
}

TEST_P(FindingTest, completes_the_last_word_of_a_text_only_where_it_is_none_itself) {
    certify("Drawing", described("Shows what artists see."));
    EXPECT_THAT(names_found("art"), ElementsAre("Drawing"));
    certify("Painting", described("Shows what art is."));
    EXPECT_THAT(names_found("art"), ElementsAre("Painting"));
    EXPECT_THAT(names_found("artist"), ElementsAre("Drawing"));
    EXPECT_THAT(names_found("shows arti"), ElementsAre("Drawing"));
}

TEST_P(FindingTest, takes_the_very_words_where_typos_are_not_forgiven) {
    certify("Pipe Fitting");
    EXPECT_THAT(names_found("pipe fiting"), ElementsAre("Pipe Fitting"));
    const auto answer = found({.text = "pipe fiting", .typos = false});
    EXPECT_THAT(answer.items, IsEmpty());
    EXPECT_EQ(answer.corrected, std::nullopt);
    EXPECT_THAT(found({.text = "pipe fitting", .typos = false}).items, SizeIs(1));
}

TEST_P(FindingTest, counts_what_else_could_be_chosen_of_a_facet_that_narrows) {
    const auto on = [](const std::string& subject) {
        return R"(,"ceterms:subject":[{"@type":"ceterms:CredentialAlignmentObject",)"
               R"("ceterms:targetNodeName":{"en-US":")" +
               subject + "\"}}]";
    };
    certify("Welding of Steel", on("Metal"));
    certify("Welding of Brass", on("Metal"));
    certify("Welding of Pipes", on("Plastic"));
    for (const auto* text : {"", "welding", "weldign"}) {
        Finding::Query query{
            .text = text,
            .conditions = {{Facet::subject, {"Metal"}}, {Facet::type, {"ceterms:Certificate"}}}};
        EXPECT_THAT(counted(query, Facet::subject), ElementsAre(std::pair("Metal", 2))) << text;
        query.counts_choices = true;
        EXPECT_THAT(counted(query, Facet::subject),
                    ElementsAre(std::pair("Metal", 2), std::pair("Plastic", 1)))
            << text;
        EXPECT_THAT(counted(query, Facet::type), ElementsAre(std::pair("ceterms:Certificate", 2)));
        EXPECT_EQ(found(query).total, 2);
    }
}

TEST_P(FindingTest, tells_what_there_is_and_what_changed_last) {
    certify("Welding I");
    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(publish(own, framework(ctid('a'), {ctid('b'), ctid('c')})));
    const auto holdings = finding.holdings();
    EXPECT_EQ(holdings->newest.front().entry.names.front().text, "Joining metals");
    EXPECT_EQ(holdings->newest.front().owner, ctid_of(own));
    EXPECT_THAT(holdings->newest, SizeIs(4));  // no parts
    const auto has = [&](const std::string& type, std::int64_t count) {
        return std::ranges::any_of(holdings->types, [&](const auto& one) {
            return one.value == type && one.count == count;
        });
    };
    EXPECT_TRUE(has("ceasn:Competency", 2));
    EXPECT_TRUE(has("ceterms:Certificate", 1));
    EXPECT_EQ(finding.holdings(), holdings);

    certify("Welding II");
    EXPECT_EQ(finding.holdings(), holdings);  // for a second
    under_test.pass(std::chrono::seconds(1));
    EXPECT_EQ(finding.holdings()->newest.front().entry.names.front().text, "Welding II");
    EXPECT_NE(finding.holdings(), holdings);
}

TEST_P(FindingTest, finds_project_management_by_its_own_name) {
    certify("Project Management (PMI)");
    certify("Project Management");
    EXPECT_THAT(names_found("Project Management (PMI)").front(), "Project Management (PMI)");
    EXPECT_THAT(names_found("(PMI)").front(), "Project Management (PMI)");
    EXPECT_THAT(names_found("project management").front(), "Project Management");
}

TEST_P(FindingTest, says_what_it_searched_instead) {
    certify("Underwater Welding", described("Joining below the surface."));
    const auto answer = found({.text = "undrewater wleding"});
    EXPECT_EQ(answer.corrected, "underwater welding");
    ASSERT_THAT(answer.items, SizeIs(1));
    EXPECT_EQ(found({.text = "underwater"}).corrected, std::nullopt);
    EXPECT_EQ(found({.text = "surface"}).corrected, std::nullopt);
    EXPECT_EQ(found({.text = "qqqq"}).corrected, std::nullopt);
}

TEST_P(FindingTest, finds_words_of_every_script_in_names_and_texts) {
    certify("Сварка труб", described("Курс для начинающих"));
    certify("वेल्डिंग प्रमाणपत्र", described("हिन्दी में पाठ्यक्रम"));
    certify("焊接证书", described("适合初学者的课程"));
    certify("Schweißen für Anfänger", described("Übungen auf Türkçe und ısı"));
    certify("شهادة اللحام", described("دَوْرَة للمبتدئين"));
    const std::pair<const char*, const char*> cases[] = {{"СВАРКА", "Сварка труб"},
                                                         {"начинающих", "Сварка труб"},
                                                         {"वेल्डिंग", "वेल्डिंग प्रमाणपत्र"},
                                                         {"हिन्दी", "वेल्डिंग प्रमाणपत्र"},
                                                         {"पाठ्यक्रम", "वेल्डिंग प्रमाणपत्र"},
                                                         {"焊接", "焊接证书"},
                                                         {"初学者", "焊接证书"},
                                                         {"schweissen", "Schweißen für Anfänger"},
                                                         {"turkce", "Schweißen für Anfänger"},
                                                         {"ISI", "Schweißen für Anfänger"},
                                                         {"اللحام", "شهادة اللحام"},
                                                         {"دورة", "شهادة اللحام"}};
    for (const auto& [text, name] : cases) {
        EXPECT_THAT(names_found(text), ElementsAre(name)) << text;
    }
    EXPECT_THAT(names_found("हिन"), ElementsAre("वेल्डिंग प्रमाणपत्र")) << "the last word may go on";
    EXPECT_THAT(names_found("हिनदी"), IsEmpty()) << "a vowel sign is no end of a word";
}

TEST_P(FindingTest, answers_query_syntax_calmly) {
    certify("Quoting", described("near a b c and or not"));
    for (const auto* text : {"\"",
                             "*",
                             "NEAR(",
                             "NEAR(a b, 2)",
                             "a & !b",
                             ":*",
                             "'",
                             "\\",
                             "a AND",
                             "OR OR OR",
                             "-a",
                             "a:b",
                             "words:a",
                             "{a b}:c",
                             "^a",
                             "a + b",
                             "(((",
                             ")",
                             "''; drop table resource; --",
                             "a <-> b",
                             "a | b",
                             "!",
                             "%",
                             "_",
                             "\x01\x02",
                             "\xFF\xFE",
                             "a\xC3",
                             "$1",
                             "?",
                             "\u2028"}) {
        EXPECT_TRUE(finding.search({.text = text})) << text;
        EXPECT_TRUE(finding.suggest(text, {}, 10)) << text;
    }
    EXPECT_THAT(names_found("near(a b)"), Contains("Quoting"));
    EXPECT_THAT(names_found("\"a\" & !b:*"), Contains("Quoting"));
    EXPECT_THAT(names_found("!?"), IsEmpty());
}

TEST_P(FindingTest, narrows_by_facets_and_counts_them) {
    certify("Welding A", R"(,"ceterms:subject":[{"@type":"ceterms:CredentialAlignmentObject",)"
                         R"("ceterms:targetNodeName":{"en-US":"Metal"}}])");
    certify(stranger, "Welding B");
    const Finding::Query all{.text = "welding"};
    EXPECT_THAT(counted(all, Facet::owner),
                UnorderedElementsAre(std::pair("Harbor College", 1), std::pair("Ridge School", 1)));
    EXPECT_THAT(counted(all, Facet::type), ElementsAre(std::pair("ceterms:Certificate", 2)));
    EXPECT_THAT(counted(all, Facet::subject), ElementsAre(std::pair("Metal", 1)));
    EXPECT_THAT(names_found({.text = "welding",
                             .conditions = {{Facet::owner, {ctid_of(stranger).text()}}}}),
                ElementsAre("Welding B"));
    EXPECT_THAT(names_found({.conditions = {{Facet::subject, {"Metal"}}}}),
                ElementsAre("Welding A"));
    EXPECT_THAT(names_found({.text = "welding", .conditions = {{Facet::owner, {"ce-no", ""}}}}),
                IsEmpty());
    EXPECT_THAT(names_found({.text = "welding", .conditions = {{Facet::type, {"ceterms:Badge"}}}}),
                IsEmpty());
}

TEST_P(FindingTest, narrows_texts_too) {
    certify("Plumbing", described("Fits every pipe."));
    certify(stranger, "Heating", described("Fits another pipe."));
    const std::vector<search::Names::Condition> of_stranger = {
        {Facet::owner, {ctid_of(stranger).text()}}};
    EXPECT_THAT(names_found({.text = "fits pipe", .conditions = of_stranger}),
                ElementsAre("Heating"));
    EXPECT_EQ(found({.text = "fits pipe"}).total, 2);
}

TEST_P(FindingTest, narrows_and_sorts_by_the_time_of_the_last_change) {
    certify("Welding C");
    under_test.pass(std::chrono::minutes(10));
    const auto middle = under_test.now();
    certify("Welding A");
    under_test.pass(std::chrono::minutes(10));
    certify("Welding B");
    using Sort = Finding::Query::Sort;
    EXPECT_THAT(names_found({.text = "welding", .sort = Sort::newest}),
                ElementsAre("Welding B", "Welding A", "Welding C"));
    EXPECT_THAT(names_found({.text = "welding", .sort = Sort::name}),
                ElementsAre("Welding A", "Welding B", "Welding C"));
    EXPECT_THAT(names_found({.text = "welding", .updated = {.from = middle}}),
                ElementsAre("Welding A", "Welding B"));
    EXPECT_THAT(names_found({.text = "welding", .updated = {.before = middle}}),
                ElementsAre("Welding C"));
    EXPECT_THAT(names_found({.conditions = {{Facet::type, {"ceterms:Certificate"}}},
                             .sort = Sort::newest,
                             .slice = {.offset = 1, .count = 1}}),
                ElementsAre("Welding A"));
}

TEST_P(FindingTest, gives_every_item_on_one_page_only) {
    for (int i = 0; i < 25; ++i)
        certify("Welding " + std::to_string(i % 5) + " of " + std::to_string(i));
    for (const auto sort : {Finding::Query::Sort::relevance, Finding::Query::Sort::name,
                            Finding::Query::Sort::newest}) {
        std::vector<std::string> paged;
        for (std::int64_t offset = 0; offset < 30; offset += 7) {
            const auto answer =
                found({.text = "welding", .sort = sort, .slice = {.offset = offset, .count = 7}});
            EXPECT_EQ(answer.total, 25);
            for (const auto& item : answer.items) paged.push_back(item.entry.names.front().text);
        }
        EXPECT_EQ(paged, names_found({.text = "welding", .sort = sort}));
        EXPECT_THAT(paged, SizeIs(25));
    }
}

TEST_P(FindingTest, refuses_what_is_too_long_or_too_deep) {
    const auto refused = [&](const Finding::Query& query) {
        return refusal_of(finding.search(query));
    };
    EXPECT_EQ(refused({.text = std::string(search::query_length_max, 'a')}), "nothing");
    EXPECT_EQ(refused({.text = std::string(search::query_length_max + 1, 'a')}),
              "invalid: text must have at most 1000 characters");
    std::string words;
    for (std::size_t i = 0; i < search::query_words_max; ++i) words += "a ";
    EXPECT_EQ(refused({.text = words}), "nothing");
    EXPECT_EQ(refused({.text = words + "b"}), "invalid: text must have at most 64 words");
    EXPECT_EQ(refused({.slice = {.offset = Finding::depth_max - 50, .count = 50}}), "nothing");
    EXPECT_THAT(refused({.slice = {.offset = Finding::depth_max - 49, .count = 50}}),
                testing::StartsWith("invalid: slice must end at 10000"));
    EXPECT_THAT(refused({.slice = {.offset = INT64_MAX, .count = 50}}),
                testing::StartsWith("invalid: slice"));
    EXPECT_EQ(refusal_of(finding.suggest(words + "b", {}, 9)),
              "invalid: text must have at most 64 words");
}

TEST_P(FindingTest, suggests_names_while_they_are_typed) {
    certify("Welding of Steel");
    certify("Welding of Steel");
    certify("Wood Carving");
    const auto suggestions = finding.suggest("we", {}, 10).value();
    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_EQ(suggestions.front().name, "Welding of Steel");
    EXPECT_EQ(suggestions.front().type, "ceterms:Certificate");
    EXPECT_THAT(finding.suggest("wleding of st", {}, 10).value(), SizeIs(1));
    EXPECT_THAT(finding.suggest("we", {{Facet::owner, {ctid_of(stranger).text()}}}, 10).value(),
                IsEmpty());
}

TEST_P(FindingTest, gives_the_entry_of_a_ctid) {
    const auto ctid = certify("Welding of Steel", described("Joins plates."));
    const auto entry = finding.entry(ctid).value();
    EXPECT_EQ(entry.names.front().text, "Welding of Steel");
    EXPECT_EQ(entry.excerpt, "Joins plates.");
    EXPECT_FALSE(finding.entry(welding).has_value());
}

TEST_P(FindingTest, finds_organizations_by_what_is_known_of_them) {
    certify("Welding of Steel");  // with it the owner's own document
    const auto matched = finding.match({.name = "Harbor College"}, 5).value();
    ASSERT_FALSE(matched.empty());
    EXPECT_EQ(matched.front().entry.ctid, ctid_of(own));
    EXPECT_THAT(refusal_of(finding.match({}, 5)), testing::StartsWith("invalid: affiliation"));
    EXPECT_EQ(refusal_of(finding.match(
                  {.affiliation = std::string(search::affiliation_length_max + 1, 'a')}, 5)),
              "invalid: affiliation must have at most 2000 characters");
}

TEST_P(FindingTest, answers_everybody_while_others_publish) {
    certify("Welding 0");
    std::atomic<bool> failed = false;
    std::vector<std::jthread> askers;
    std::atomic<int> published = 0;
    for (int i = 0; i < 3; ++i) {
        askers.emplace_back([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                const auto least = published.load();
                if (finding.search({.text = "welding"})->total < least) failed = true;
            }
        });
    }
    for (int i = 1; i <= 10; ++i) {
        certify("Welding " + std::to_string(i));
        published = i;
    }
    askers.clear();
    EXPECT_FALSE(failed) << "something published before the question was missed";
}

}  // namespace

}  // namespace cartulary
