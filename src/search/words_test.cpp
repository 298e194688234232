#include "search/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace cartulary::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Words, are_in_lower_case_and_without_punctuation) {
    EXPECT_EQ(folded_words("Project Management (PMI)"), "project management pmi");
    EXPECT_EQ(folded_words("  \"Smith, Jones\" -- Co.,Ltd!  "), "smith jones co ltd");
    EXPECT_EQ(folded_words("Winston-Salem/State_University"), "winston salem state university");
    EXPECT_EQ(folded_words("St. Mary's O'Neill"), "st marys oneill");
    EXPECT_EQ(folded_words("7-Eleven 3M 24/7"), "7 eleven 3m 24 7");
}

TEST(Words, of_nothing_are_none) {
    EXPECT_THAT(words_of(""), IsEmpty());
    EXPECT_THAT(words_of(" \t\n "), IsEmpty());
    EXPECT_THAT(words_of("!?() & + # ' . \" * \\ :"), IsEmpty());
    EXPECT_THAT(words_of("\u2014\u00A9\u2122\U0001F600"), IsEmpty());
}

TEST(Words, join_initials_with_dots) {
    EXPECT_EQ(folded_words("A.T.T."), "att");
    EXPECT_EQ(folded_words("U.S. Navy, U.S.A., Washington, D.C."), "us navy usa washington dc");
    EXPECT_EQ(folded_words("Ph.D., B.Sc., e.V., S.p.A."), "phd bsc ev spa");
    EXPECT_EQ(folded_words("J. Smith, J.P. Morgan"), "j smith jp morgan");
    EXPECT_EQ(folded_words("St.Louis No.5 A.1 www.example.com"),
              "st louis no 5 a 1 www example com");
    EXPECT_EQ(folded_words("М.В. Ломоносова"), "мв ломоносова");
}

TEST(Words, keep_apart_what_a_sign_alone_tells_apart) {
    EXPECT_EQ(folded_words("C++ and C# and C"), "cplusplus and csharp and c");
    EXPECT_EQ(folded_words("Local #5, F#5"), "local 5 f 5");
    EXPECT_EQ(folded_words("CompTIA Security+ (A+)"), "comptia security plus a plus");
    EXPECT_EQ(folded_words("1+1 Faith + Hope"), "1 1 faith hope");
}

TEST(Words, take_an_ampersand_for_and) {
    EXPECT_EQ(folded_words("Texas A&M"), folded_words("Texas A & M"));
    EXPECT_EQ(folded_words("Texas A&M"), folded_words("texas a and m"));
    EXPECT_EQ(folded_words("AT&T"), "at and t");
    EXPECT_EQ(folded_words("Arts && Sciences &"), "arts and sciences");
    EXPECT_EQ(folded_words("& Sons"), "sons");
}

TEST(Words, forget_how_an_apostrophe_was_typed) {
    for (const auto* written : {"O'Neill", "O\u2019Neill", "O\u2018Neill", "O`Neill",
                                "O\u00B4Neill", "O\u02BCNeill", "O\uFF07Neill"}) {
        EXPECT_EQ(folded_words(written), "oneill") << written;
    }
    EXPECT_EQ(folded_words("University of Hawai\u02BBi"), "university of hawaii");
    EXPECT_EQ(folded_words("Col\u00B7legi d'Advocats"), "collegi dadvocats");
}

TEST(Words, drop_marks_that_people_leave_out) {
    EXPECT_EQ(folded_words("Universität Zürich, Straße"), "universitat zurich strasse");
    EXPECT_EQ(folded_words("STRASSE ẞ"), "strasse ss");
    EXPECT_EQ(folded_words("Boğaziçi ve IŞIK ışık İstanbul"), "bogazici ve isik isik istanbul");
    EXPECT_EQ(folded_words("Københavns Łódź Đà Nẵng Æro Œuvre"),
              "kobenhavns lodz da nang aero oeuvre");
    EXPECT_EQ(folded_words("Πανεπιστήμιο ΠΑΤΡΑΣ πατρας"), "πανεπιστημιο πατρασ πατρασ");
    EXPECT_EQ(folded_words("Королёв Российский"), "королев российский");
}

TEST(Words, are_the_same_composed_and_decomposed) {
    EXPECT_EQ(folded_words("Caf\u00E9"), folded_words("Cafe\u0301"));
    EXPECT_EQ(folded_words("\u0439"), folded_words("\u0438\u0306"));
    EXPECT_EQ(folded_words("\uD55C"), folded_words("\u1112\u1161\u11AB"));
    EXPECT_EQ(folded_words("\u304C"), folded_words("\u304B\u3099"));
}

TEST(Words, of_arabic_and_hebrew_lose_their_points) {
    EXPECT_EQ(folded_words("جَامِعَة"), folded_words("جامعة"));
    EXPECT_EQ(folded_words("جـامـعة"), folded_words("جامعه"));
    EXPECT_EQ(folded_words("أكاديمية الإمارات"), folded_words("اكاديمية الامارات"));
    EXPECT_EQ(folded_words("دانشگاه تهران کی"), folded_words("دانشگاه تهران كي"));
    EXPECT_EQ(folded_words("שָׁלוֹם"), folded_words("שלום"));
    EXPECT_EQ(folded_words("צה״ל"), "צהל");
    EXPECT_EQ(folded_words("צה\"ל"), "צהל");
    EXPECT_EQ(folded_words("ג׳ורג׳"), "גורג");
}

TEST(Words, of_indic_scripts_keep_their_vowels) {
    EXPECT_EQ(folded_words("हिन्दी विश्वविद्यालय"), "हिन्दी विश्वविद्यालय");
    EXPECT_EQ(folded_words("दिल्ली"), "दिल्ली");
    EXPECT_NE(folded_words("कि"), folded_words("की"));
    EXPECT_EQ(folded_words("ज़िला"), folded_words("जिला"));
    EXPECT_EQ(folded_words("தமிழ் பல்கலைக்கழகம்"), "தமிழ் பல்கலைக்கழகம்");
    EXPECT_EQ(folded_words("বাংলা"), "বাংলা");
}

TEST(Words, keep_hangul_composed) {
    EXPECT_THAT(words_of("서울대학교 (중앙)"), ElementsAre("서울대학교", "중앙"));
}

TEST(Words, of_scripts_without_spaces_are_parted) {
    EXPECT_THAT(words_of("北京大学"), ElementsAre("北京", "京大", "大学"));
    EXPECT_THAT(words_of("東京大学 Tokyo"), ElementsAre("東京", "京大", "大学", "tokyo"));
    EXPECT_THAT(words_of("第3中学 校"), ElementsAre("第", "3", "中学", "校"));
    EXPECT_THAT(words_of("มหาวิทยาลัยเชียงใหม่"), ElementsAre("มหาวิทยาลัย", "เชียงใหม่"));
    EXPECT_THAT(words_of("สำนักงาน"), ElementsAre("สำนักงาน"));
    EXPECT_THAT(words_of("コンピュータ科学"), ElementsAre("コンピュータ", "科学"));
    EXPECT_THAT(words_of("ｺﾝﾋﾟｭｰﾀ・科学"), ElementsAre("コンピュータ", "科学"));
}

TEST(Words, forget_widths_ligatures_and_other_digits) {
    EXPECT_EQ(folded_words("ＡＢＣ　１２３"), "abc 123");
    EXPECT_EQ(folded_words("ﬁnance Ⅷ"), "finance viii");
    EXPECT_EQ(folded_words("٣ ३ ๓ 𝟛"), "3 3 3 3");
    EXPECT_EQ(folded_words("Foo™ Bar® Ⓡ"), "foo bar r");
    EXPECT_EQ(folded_words("Soft\u00ADware Zero\u200Bwidth"), "software zerowidth");
}

TEST(Words, drop_what_is_no_text) {
    EXPECT_EQ(folded_words(std::string_view("a\0b\x01\x7F", 5)), "ab");
    EXPECT_EQ(folded_words("a\tb\nc\rd\u0085e\u2028f"), "a b c d e f");
    EXPECT_EQ(folded_words("caf\xC3\xA9\xFF\xC3 \xED\xA0\x80x"), "cafe x");
    EXPECT_EQ(folded_words("\u0301\uE000\uFFFF\u202Ea"), "a");
}

TEST(Words, are_cut_where_they_are_too_long) {
    EXPECT_EQ(folded_words(std::string(10'000, 'A')), std::string(word_length_max, 'a'));
    std::string long_word;
    for (int i = 0; i < 100; ++i) long_word += "ж";
    const auto words = words_of(long_word);
    ASSERT_THAT(words, SizeIs(1));
    EXPECT_EQ(text::length(words[0]), word_length_max);
    EXPECT_TRUE(text::is_utf8(words[0]));
}

TEST(Words, of_their_own_words_are_the_same) {
    for (const auto* written :
         {"Project Management (PMI)", "Texas A&M C++ C# A+", "Ph.D. St. Mary's", "Straße İı Łódź",
          "北京师范大学附属病院", "สำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์", "हिन्दी ज़िला", "جَامِعَة أ ى",
          "서울대학교", "សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ"}) {
        EXPECT_EQ(folded_words(folded_words(written)), folded_words(written)) << written;
    }
}

TEST(Words, of_hostile_texts_are_read_in_time) {
    std::string marks = "a";
    for (int i = 0; i < 200'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
    EXPECT_EQ(folded_words(marks), "a");
    std::string dots;
    for (int i = 0; i < 200'000; ++i) dots += "a.";
    EXPECT_THAT(words_of(dots + "abc"), SizeIs(200'001));
    std::string ampersands;
    for (int i = 0; i < 200'000; ++i) ampersands += "a &";
    EXPECT_THAT(words_of(ampersands), SizeIs(399'999));
    std::string together;
    for (int i = 0; i < 100'000; ++i) together += "大学";
    EXPECT_THAT(words_of(together), SizeIs(199'999));
}

}  // namespace
}  // namespace cartulary::search
