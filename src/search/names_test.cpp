#include "search/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "search/entries_for_test.h"
#include "search/words.h"

namespace cartulary::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class NamesTest : public ::testing::Test {
protected:
    void put(const std::vector<std::string>& all) {
        for (const auto& name : all) names.put(entry_named(++number, {name}));
    }
    std::vector<std::string> found(std::string_view text, bool typos = true) const {
        std::vector<std::string> found;
        for (const auto& hit : names.find({.text = text, .typos = typos})) {
            found.push_back(hit.name);
        }
        return found;
    }
    std::string first(std::string_view text) const {
        const auto all = found(text);
        return all.empty() ? "" : all.front();
    }
    std::vector<NameMatch> matches(std::string_view text) const {
        std::vector<NameMatch> matches;
        for (const auto& hit : names.find({.text = text})) matches.push_back(hit.match);
        return matches;
    }
    std::vector<std::string> suggested(std::string_view text, std::size_t count = 10) const {
        std::vector<std::string> suggested;
        for (const auto& one : names.suggest(text, {}, count)) suggested.push_back(one.name);
        return suggested;
    }

    Names names;
    std::int64_t number = 0;
};

TEST_F(NamesTest, are_found_by_themselves_whatever_their_punctuation) {
    const std::vector<std::string> all = {"Project Management (PMI)",
                                          "AT&T",
                                          "C++ Institute",
                                          "St. Mary's College",
                                          "Texas A&M University",
                                          "Universität Zürich",
                                          "清华大学",
                                          "서울대학교",
                                          "جامعة القاهرة",
                                          "दिल्ली विश्वविद्यालय",
                                          "มหาวิทยาลัยเชียงใหม่",
                                          "Project Management",
                                          "C Institute"};
    put(all);
    for (const auto& name : all) {
        EXPECT_EQ(first(name), name);
        EXPECT_EQ(names.find({.text = name}).front().match, NameMatch::exact) << name;
    }
    EXPECT_EQ(first("project management pmi"), "Project Management (PMI)");
    EXPECT_EQ(first("universitat zurich"), "Universität Zürich");
    EXPECT_EQ(first("清华"), "清华大学");
}

TEST_F(NamesTest, come_exact_ones_first_then_beginnings_then_words) {
    put({"First Baptist Church of Lincoln", "Lincoln", "Lincoln Center", "Lincolnshire College",
         "New Lincoln Academy"});
    EXPECT_THAT(found("lincoln"),
                ElementsAre("Lincoln", "Lincoln Center", "Lincolnshire College",
                            "New Lincoln Academy", "First Baptist Church of Lincoln"));
    EXPECT_THAT(matches("lincoln"),
                ElementsAre(NameMatch::exact, NameMatch::begins, NameMatch::begins,
                            NameMatch::words, NameMatch::words));
}

TEST_F(NamesTest, of_common_words_alone_are_found_first) {
    for (int i = 0; i < 3'000; ++i) {
        put({"Church of the City " + std::to_string(i), "The Association of " + std::to_string(i)});
    }
    put({"Church of the Association", "Association of the Church"});
    EXPECT_EQ(first("church of the association"), "Church of the Association");
    EXPECT_EQ(first("association of the church"), "Association of the Church");
    EXPECT_EQ(first("assocation of the church"), "Association of the Church");
}

TEST_F(NamesTest, have_all_words_in_any_order) {
    put({"University of California", "California State University", "University of Oregon"});
    EXPECT_THAT(found("university california"),
                ElementsAre("University of California", "California State University"));
    EXPECT_EQ(first("oregon university"), "University of Oregon");
}

TEST_F(NamesTest, may_be_typed_up_to_the_middle_of_a_word) {
    put({"Community College of Vermont", "Community Health Center", "Vermont Community"});
    EXPECT_THAT(found("community c"), ElementsAre("Community College of Vermont",
                                                  "Vermont Community", "Community Health Center"));
    EXPECT_THAT(names.find({.text = "community c", .last_word_begins = false, .typos = false}),
                IsEmpty());
    EXPECT_THAT(names.find({.text = "community", .last_word_begins = false}), SizeIs(3));
}

TEST_F(NamesTest, forgive_slips_of_every_kind) {
    put({"South Lafourche Quarterback Club", "South Shore Yacht Club", "Quarter Horse Club",
         "Lafayette Quartet"});
    for (const auto* mistyped :
         {"Suth Lafourche Quarterback Club", "South Lafoourche Quarterback Club",
          "South Lafourche Quarterbaxk Club", "South Lafuorche Quarterback Club",
          "SouthLafourche Quarterback Club", "South Lafourche Quarter back Club",
          "South LafourchexQuarterback Club", "South Lafourche Qua terback Club",
          "South Lafourche QuarterbackC lub", "outh Lafourche Quarterback Club",
          "South Lafourche Quarterback Clubb"}) {
        const auto hits = names.find({.text = mistyped});
        ASSERT_FALSE(hits.empty()) << mistyped;
        EXPECT_EQ(hits.front().name, "South Lafourche Quarterback Club") << mistyped;
        EXPECT_EQ(hits.front().match, NameMatch::nearly_exact) << mistyped;
    }
    EXPECT_THAT(names.find({.text = "South Lafuorche Quarterback Club", .typos = false}),
                IsEmpty());
}

TEST_F(NamesTest, forgive_a_slip_in_every_word_and_a_missing_one) {
    put({"South Lafourche Quarterback Club", "South Shore Yacht Club", "Quarter Horse Club"});
    EXPECT_EQ(first("Suoth Lafurche Quaterback Clubb"), "South Lafourche Quarterback Club");
    EXPECT_EQ(first("Lafurche Quaterback"), "South Lafourche Quarterback Club");
    EXPECT_EQ(first("South Lafourche Parish Quarterback Club"), "South Lafourche Quarterback Club");
    EXPECT_EQ(first("Quarterback Lafuorche"), "South Lafourche Quarterback Club");
}

TEST_F(NamesTest, forgive_slips_in_every_script) {
    put({"Московский университет", "서울대학교", "Πανεπιστήμιο Πατρών", "جامعة القاهرة"});
    EXPECT_EQ(first("Москвский универститет"), "Московский университет");
    EXPECT_EQ(first("Πανεπιστημο Πατρων"), "Πανεπιστήμιο Πατρών");
    EXPECT_EQ(first("جامعة القاهره"), "جامعة القاهرة");
    EXPECT_EQ(first("جامعة القهرة"), "جامعة القاهرة");
}

TEST_F(NamesTest, do_not_answer_what_was_not_meant) {
    put({"South Lafourche Quarterback Club", "Vermont Historical Society"});
    EXPECT_THAT(found("zzyzx"), IsEmpty());
    EXPECT_THAT(found("qwerty asdf"), IsEmpty());
    EXPECT_THAT(found(""), IsEmpty());
    EXPECT_THAT(found("()"), IsEmpty());
    EXPECT_THAT(found("Society of Quilters in Peru"), IsEmpty());
}

TEST_F(NamesTest, that_have_all_words_leave_no_need_for_others) {
    put({"Milton College", "Hilton College"});
    EXPECT_THAT(found("milton college"), ElementsAre("Milton College"));
    EXPECT_THAT(found("wilton college"), ElementsAre("Hilton College", "Milton College"));
}

TEST_F(NamesTest, of_one_entry_answer_once_with_the_best) {
    names.put(entry_named(1, {"Massachusetts Institute of Technology", "MIT", "M.I.T. Boston"}));
    names.put(entry_named(2, {"Mitchell College"}));
    const auto hits = names.find({.text = "mit"});
    ASSERT_THAT(hits, SizeIs(2));
    EXPECT_EQ(hits[0].name, "MIT");
    EXPECT_EQ(hits[1].name, "Mitchell College");
    EXPECT_EQ(first("massachusets institute of technology"),
              "Massachusetts Institute of Technology");
}

TEST_F(NamesTest, of_equal_score_come_by_length_then_name_then_number) {
    names.put(entry_named(9, {"Alpha Beta"}));
    names.put(entry_named(3, {"Alpha Beta"}));
    names.put(entry_named(5, {"Alpha Bath"}));
    names.put(entry_named(4, {"Alpha Be"}));
    std::vector<std::int64_t> numbers;
    for (const auto& hit : names.find({.text = "alpha"})) numbers.push_back(hit.number);
    EXPECT_THAT(numbers, ElementsAre(4, 5, 3, 9));
}

TEST_F(NamesTest, are_replaced_and_removed) {
    names.put(entry_named(1, {"Old College", "Elder"}));
    names.put(entry_named(2, {"Old School"}));
    names.put(entry_named(1, {"New College"}));
    EXPECT_EQ(names.size(), 2U);
    EXPECT_THAT(found("old"), ElementsAre("Old School"));
    EXPECT_THAT(found("elder"), IsEmpty());
    EXPECT_EQ(first("new colege"), "New College");
    names.remove(1);
    names.remove(1);
    names.remove(77);
    EXPECT_EQ(names.size(), 1U);
    EXPECT_THAT(found("new college"), IsEmpty());
    EXPECT_THAT(found("colege"), IsEmpty());
    EXPECT_FALSE(names.entry(1).has_value());
    names.remove(2);
    EXPECT_THAT(found("o"), IsEmpty());
    EXPECT_EQ(names.size(), 0U);
}

TEST_F(NamesTest, tell_the_best_in_order_and_the_others_by_number) {
    for (int i = 0; i < 100; ++i) {
        names.put(entry_named(
            i + 1, {"Alpha " + std::string(static_cast<std::size_t>(i), 'x'), "Alphabet"}));
    }
    const auto all = names.find({.text = "alpha", .count = 100});
    const auto some = names.find({.text = "alpha", .count = 10}, 50);
    ASSERT_THAT(some.best, SizeIs(10));
    ASSERT_THAT(some.others, SizeIs(50));
    std::vector<std::int64_t> expected;
    std::vector<std::int64_t> told;
    for (std::size_t i = 0; i < 60; ++i) {
        expected.push_back(all[i].number);
        told.push_back(i < 10 ? some.best[i].number : some.others[i - 10].number);
    }
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(some.best[i].number, all[i].number);
    EXPECT_THAT(told, ::testing::UnorderedElementsAreArray(expected));
}

TEST_F(NamesTest, are_suggested_once_each) {
    for (int i = 0; i < 500; ++i) put({"Friends of the Library"});
    put({"Friends of the Library of Boston", "Friends of Liberty"});
    EXPECT_THAT(suggested("friends of the lib"),
                ElementsAre("Friends of the Library", "Friends of the Library of Boston"));
    EXPECT_THAT(suggested("friends of l"),
                ElementsAre("Friends of Liberty", "Friends of the Library",
                            "Friends of the Library of Boston"));
    EXPECT_THAT(suggested("frends of the lib"), ::testing::Contains("Friends of the Library"));
    EXPECT_THAT(suggested("f", 1), ElementsAre("Friends of Liberty"));
    EXPECT_THAT(suggested(""), IsEmpty());
    EXPECT_EQ(names.suggest("friends of liberty", {}, 1).front().type,
              "ceterms:CredentialOrganization");
}

TEST_F(NamesTest, correct_a_query_only_where_it_helps) {
    put({"United Way of Vermont", "University of Vermont", "Quarterback Club"});
    EXPECT_EQ(names.corrected("untied way"), "united way");
    EXPECT_EQ(names.corrected("univeristy of vermnt"), "university of vermont");
    EXPECT_EQ(names.corrected("quarter back club"), "quarterback club");
    EXPECT_EQ(names.corrected("quarterbackclub"), "quarterback club");
    EXPECT_EQ(names.corrected("united way"), std::nullopt);
    EXPECT_EQ(names.corrected("unit"), std::nullopt);
    EXPECT_EQ(names.corrected("zzyzx"), std::nullopt);
    EXPECT_EQ(names.corrected(""), std::nullopt);
}

TEST_F(NamesTest, tell_how_rare_words_are) {
    put({"Alpha College", "Beta College", "Gamma College", "Delta School"});
    EXPECT_DOUBLE_EQ(names.rarity("alpha"), 1);
    EXPECT_DOUBLE_EQ(names.rarity("unknown"), 1);
    EXPECT_LT(names.rarity("college"), 0.5);
    names.remove(4);
    EXPECT_DOUBLE_EQ(names.rarity("college"), 0);
}

TEST_F(NamesTest, may_have_more_words_than_a_name_has) {
    std::string long_name;
    for (int i = 0; i < 200; ++i) long_name += "word" + std::to_string(i) + " ";
    put({long_name, std::string(100'000, 'a'), ""});
    EXPECT_EQ(first("word0 word1 word2"), long_name);
    EXPECT_EQ(first("word63"), long_name);
    EXPECT_EQ(names.size(), 3U);
    EXPECT_EQ(first(std::string(100'000, 'a')), std::string(100'000, 'a'));
}

TEST_F(NamesTest, answer_hostile_queries_calmly) {
    for (int i = 0; i < 2'000; ++i) put({"Church of the City " + std::to_string(i), "aaaa aaaa"});
    std::string controls;
    for (char c = 1; c < 32; ++c) controls += c;
    std::string many_words;
    for (int i = 0; i < 5'000; ++i) many_words += "church of ";
    std::string broken(1'000, '\xFF');
    for (const auto& query :
         {std::string(10'000, 'a'), std::string(1'000, ' '), controls, many_words, broken,
          std::string("\" OR 1=1 --"), std::string("NEAR(a b)"), std::string("a & !b :* '\\"),
          std::string(5'000'000, 'x'), std::string(1'000, '\0')}) {
        names.find({.text = query});
        names.suggest(query, {}, 10);
        names.corrected(query);
    }
    EXPECT_EQ(first(many_words.substr(0, 320)).substr(0, 6), "Church");
}

}  // namespace
}  // namespace cartulary::search
