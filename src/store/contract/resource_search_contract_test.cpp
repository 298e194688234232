#include "store/contract/resources_contract_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class ResourceSearchContract : public ResourcesContract {};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ResourceSearchContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ResourceSearchContract, gives_entries_as_they_were_stored) {
    auto sample = sample_resource(owner, "framework");
    sample.entries.push_back(sample_entry("part"));
    sample.entries.push_back({.ctid = sample_ctid("bare"), .type = "ceasn:Competency"});
    const auto number = added(sample);
    const auto entries = entries_of(number);
    ASSERT_THAT(entries, SizeIs(3));
    for (std::size_t i = 0; i < 3; ++i) {
        auto expected = sample.entries.at(i);
        expected.number = entries.at(i).number;
        expected.resource = number;
        expected.owner = owner;
        expected.publisher = sample.resource.publisher.value_or(owner);
        expected.updated_at = sample.resource.updated_at;
        expected.text = "";
        expected.references.clear();
        EXPECT_EQ(entries.at(i), expected);
    }
    EXPECT_EQ(entries.at(0).number, number);
    read([&](Transaction& transaction) {
        EXPECT_EQ(resources::references_of(transaction, entries.at(1).number),
                  sample.entries.at(1).references);
        EXPECT_EQ(resources::whole_of(transaction, sample_ctid("part")), number);
        EXPECT_EQ(resources::find(transaction, sample_ctid("part")), std::nullopt);
        EXPECT_EQ(resources::entries_after(transaction, 0, 2),
                  (std::vector{entries.at(0), entries.at(1)}));
        EXPECT_EQ(resources::entries_after(transaction, entries.at(1).number, 9),
                  std::vector{entries.at(2)});
        EXPECT_THAT(resources::of_type(transaction, "ceterms:Certificate", 0, 9),
                    ElementsAre(number, entries.at(1).number));
        EXPECT_THAT(resources::of_type(transaction, "ceterms:Certificate", number, 9),
                    ElementsAre(entries.at(1).number));
        EXPECT_THAT(resources::of_type(transaction, "ceterms:Degree", 0, 9), IsEmpty());
        return 0;
    });
}

TEST_P(ResourceSearchContract, what_is_found_follows_every_version) {
    auto sample = sample_resource(owner, "framework");
    sample.entries.push_back(sample_entry("kept", "kept word"));
    sample.entries.push_back(sample_entry("changed", "old word"));
    sample.entries.push_back(sample_entry("dropped", "dropped word"));
    const auto number = added(sample);
    const auto before = entries_of(number);
    const auto number_of = [&](std::size_t i) { return before.at(i).number; };

    sample = next_version(sample, number, 1);
    sample.entries.erase(sample.entries.begin() + 3);
    sample.entries.at(2).text = "new word";
    sample.entries.at(2).names.front().text = "Renamed";
    sample.entries.at(2).references = {{"ceterms:ownedBy", "ce-other"}};
    sample.entries.push_back(sample_entry("added", "added word"));
    ASSERT_TRUE(put(sample));
    const auto after = entries_of(number);
    ASSERT_THAT(after, SizeIs(4));
    EXPECT_EQ(after.at(2).number, number_of(2));
    EXPECT_EQ(after.at(2).names.front().text, "Renamed");
    EXPECT_EQ(after.at(3).ctid, sample_ctid("added"));
    EXPECT_THAT(with_words({{"old", false}}), IsEmpty());
    EXPECT_THAT(with_words({{"new", false}}), ElementsAre(number_of(2)));
    EXPECT_THAT(with_words({{"dropped", false}}), IsEmpty());
    EXPECT_THAT(with_words({{"word", false}}),
                UnorderedElementsAre(number_of(1), number_of(2), after.at(3).number));
    EXPECT_THAT(referring("", "ce-other"), ElementsAre(number_of(2)));
    EXPECT_THAT(referring("", "ce-owner"), ElementsAre(number, number_of(1), after.at(3).number));

    ASSERT_TRUE(put(next_version(sample, number, 2, ResourceEvent::deleted)));
    EXPECT_THAT(entries_of(number), IsEmpty());
    EXPECT_THAT(with_words({{"word", false}}), IsEmpty());
    EXPECT_THAT(with_words({{"able", false}}), IsEmpty());
    EXPECT_THAT(referring("", "ce-owner"), IsEmpty());
    read([&](Transaction& transaction) {
        EXPECT_THAT(resources::entries_after(transaction, 0, 9), IsEmpty());
        EXPECT_THAT(resources::of_type(transaction, "ceterms:Certificate", 0, 9), IsEmpty());
        EXPECT_EQ(resources::whole_of(transaction, sample_ctid("dropped")), number);
        return 0;
    });

    sample.version.revision = 3;
    sample.entries.push_back(sample_entry("dropped", "dropped word"));
    ASSERT_TRUE(put(next_version(sample, number, 3)));
    EXPECT_THAT(entries_of(number), SizeIs(5));
    EXPECT_THAT(with_words({{"dropped", false}}), ElementsAre(number_of(3)));
    EXPECT_THAT(with_words({{"able", false}}), ElementsAre(number));
}

TEST_P(ResourceSearchContract, finds_words_in_every_script_alike) {
    const auto text = [&](const std::string& name, const std::string& words) {
        auto sample = sample_resource(owner, name);
        sample.entries.front().text = words;
        return added(sample);
    };
    const auto hindi = text("a", "हिन्दी विश्वविद्यालय दिल्ली");
    const auto mixed = text("b", "école 大学 北京 the of and ñandú straße");
    const auto numbers = text("c", "3 14 1st c3po ١٢٣");
    const auto repeated = text("d", "echo echo echo delta");
    text("e", "");
    using Words = std::vector<resources::Word>;
    const std::vector<std::pair<Words, std::vector<std::int64_t>>> cases{
        {{{"हिन्दी", false}}, {hindi}},
        {{{"हिन", true}}, {hindi}},
        {{{"हिन", false}}, {}},
        {{{"विश्व", true}, {"दिल्ली", false}}, {hindi}},
        {{{"école", false}, {"大学", false}}, {mixed}},
        {{{"大", true}}, {mixed}},
        {{{"the", false}}, {mixed}},  // no word is too common
        {{{"straße", false}}, {mixed}},
        {{{"strasse", false}}, {}},  // folding is the caller's
        {{{"ecole", false}}, {}},
        {{{"3", false}}, {numbers}},
        {{{"1", true}}, {numbers}},
        {{{"١٢٣", false}}, {numbers}},
        {{{"echo", false}}, {repeated}},
        {{{"e", true}}, {repeated}},
        {{{"é", true}}, {mixed}},
        {{{"echo", false}, {"école", false}}, {}},
        {{}, {}},
    };
    for (const auto& [words, expected] : cases) {
        EXPECT_EQ(with_words(words), expected) << (words.empty() ? "" : words.front().text);
    }
}

TEST_P(ResourceSearchContract, knows_which_words_are_in_a_text) {
    auto sample = sample_resource(owner, "a");
    sample.entries.front().text = "pilot harbor";
    added(sample);
    const auto is_known = [&](std::string_view word) {
        return read(
            [&](Transaction& transaction) { return resources::is_word_of_any(transaction, word); });
    };
    EXPECT_TRUE(is_known("pilot"));
    EXPECT_TRUE(is_known("harbor"));
    EXPECT_FALSE(is_known("harb"));
    EXPECT_FALSE(is_known("pilot harbor"));
    EXPECT_FALSE(is_known("pilot\" OR \"x"));
    EXPECT_FALSE(is_known(""));
}

TEST_P(ResourceSearchContract, a_word_is_never_read_as_syntax) {
    added(sample_resource(owner, "a"));
    for (const auto* text : {"\"", "'", "able'", "able\" OR \"x", "able*", "able:*", "a|b",
                             "able & baker", "NOT able", "words:able", "\\", "able\\", "(able)", "",
                             " ", "able baker", "-able", "^able", "!able"}) {
        EXPECT_THAT(with_words({{text, false}}), IsEmpty()) << text;
        EXPECT_THAT(with_words({{text, true}, {"able", false}}), IsEmpty()) << text;
    }
    for (const auto* keyword : {"or", "and", "not", "near"}) {
        EXPECT_THAT(with_words({{keyword, false}}), IsEmpty()) << keyword;
    }
}

TEST_P(ResourceSearchContract, texts_with_fewer_other_words_come_first) {
    const auto add = [&](const std::string& name, const std::string& text) {
        auto sample = sample_resource(owner, name);
        sample.entries.front().text = text;
        return added(sample);
    };
    const auto lengthy = add("a", "pilot of the harbor and of much else besides");
    const auto brief = add("b", "pilot");
    const auto middling = add("c", "harbor pilot master");
    EXPECT_THAT(with_words({{"pilot", false}}), ElementsAre(brief, middling, lengthy));
    EXPECT_THAT(with_words({{"pilot", false}, {"harbor", false}}), ElementsAre(middling, lengthy));
    EXPECT_THAT(with_words({{"pilot", false}}, 2), ElementsAre(brief, middling));
}

TEST_P(ResourceSearchContract, too_much_to_find_is_cut_and_no_failure) {
    auto sample = sample_resource(owner, "a");
    auto& entry = sample.entries.front();
    entry.text = "first " + std::string(resources::word_bytes_max + 1, 'x');
    for (int i = 0; entry.text.size() < 3 * resources::words_bytes_max; ++i) {
        entry.text += " word" + std::to_string(i);
    }
    entry.text += " last";
    const std::string longest(resources::reference_bytes_max, 'p');
    entry.references = {{"p", longest}, {"p", longest + "p"}, {longest + "p", "t"}, {longest, "t"}};
    const auto number = added(sample);
    EXPECT_THAT(with_words({{"first", false}}), ElementsAre(number));
    EXPECT_THAT(with_words({{"word1000", false}}), ElementsAre(number));
    EXPECT_THAT(with_words({{"last", false}}), IsEmpty());
    EXPECT_THAT(with_words({{"xxx", true}}), IsEmpty());
    EXPECT_THAT(referring("p", longest), ElementsAre(number));
    EXPECT_THAT(read([&](Transaction& transaction) {
                    return resources::references_of(transaction, number);
                }),
                SizeIs(2));
}

TEST_P(ResourceSearchContract, finds_who_refers_to_something) {
    auto one = sample_resource(owner, "a");
    one.entries.front().references = {{"ceterms:ownedBy", "ce-x"},
                                      {"ceterms:requires.ceterms:targetNode", "ce-x"},
                                      {"ceterms:requires.ceterms:targetNode", "ce-y"}};
    auto other = sample_resource(owner, "b");
    other.entries.front().references = {{"ceterms:targetNode", "ce-x"},
                                        {"ceterms:targetNodeOther", "ce-x"},
                                        {"ceterms:targetNode", "ce-x"}};
    const auto first = added(one);
    const auto second = added(other);
    EXPECT_THAT(referring("", "ce-x"), ElementsAre(first, second));
    EXPECT_THAT(referring("", "ce-x", 1), ElementsAre(first));
    EXPECT_THAT(referring("ceterms:targetNode", "ce-x"), ElementsAre(first, second));
    EXPECT_THAT(referring("ceterms:ownedBy", "ce-x"), ElementsAre(first));
    EXPECT_THAT(referring("targetNode", "ce-x"), IsEmpty());
    EXPECT_THAT(referring("%", "ce-x"), IsEmpty());
    EXPECT_THAT(referring("ceterms:ownedBy", "CE-X"), IsEmpty());
    EXPECT_THAT(referring("ceterms:requires.ceterms:targetNode", "ce-y"), ElementsAre(first));
}

}  // namespace

}  // namespace cartulary
