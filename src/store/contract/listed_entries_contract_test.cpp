#include "store/contract/resources_contract_for_test.h"
#include "store/listed_entries.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ListedEntriesContract : public ResourcesContract {
protected:
    std::vector<resources::ListedEntry> listed(const std::vector<std::int64_t>& numbers) {
        return read([&](Transaction& transaction) {
            return resources::listed_entries(transaction, numbers);
        });
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ListedEntriesContract,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ListedEntriesContract, come_in_the_order_asked_for_with_their_owners) {
    auto sample = sample_resource(owner, "framework");
    sample.entries.push_back(sample_entry("part"));
    const auto number = added(sample);
    const auto entries = entries_of(number);
    const auto part = entries.at(1).number;
    const auto both = listed({part, number, 999'999, 0, -1});
    ASSERT_THAT(both, SizeIs(2));
    EXPECT_EQ(both.at(0).entry, entries.at(1));
    EXPECT_EQ(both.at(1).entry, entries.at(0));
    const auto owners = read([&](Transaction& transaction) {
        const std::int64_t numbers[] = {owner, 999'999};
        return resources::owners_with(transaction, numbers);
    });
    ASSERT_THAT(owners, SizeIs(1));
    EXPECT_EQ(owners.front().number, owner);
    EXPECT_EQ(owners.front().id, both.at(0).owner);
    EXPECT_EQ(owners.front().name, both.at(0).owner_name);
    EXPECT_THAT(listed({}), IsEmpty());
    EXPECT_THAT(
        read([](Transaction& transaction) { return resources::owners_with(transaction, {}); }),
        IsEmpty());

    ASSERT_TRUE(put(next_version(sample, number, 1, ResourceEvent::deleted)));
    EXPECT_THAT(listed({number, part}), IsEmpty());
}

TEST_P(ListedEntriesContract, are_found_by_words_of_every_script) {
    const std::vector<std::string> words = {"हिन्दी", "தமிழ்", "বাংলা",  "大学", "мгу",
                                            "جامعه", "צהל",  "한국어", "ไทย",  "កម្ពុជា",
                                            "မြန်မာ", "ሀገር",  "𐐨𐐩",     "3",    "csharp"};
    std::string text;
    for (const auto& word : words) text += word + ' ';
    auto sample = sample_resource(owner, "certificate");
    sample.entries.front().text = text;
    const auto number = added(sample);
    for (const auto& word : words) {
        EXPECT_THAT(with_words({{word, false}}), ElementsAre(number)) << word;
        EXPECT_THAT(with_words({{word, true}}), ElementsAre(number)) << word;
    }
    EXPECT_THAT(with_words({{"हि", true}}), ElementsAre(number));
    EXPECT_THAT(with_words({{"हि", false}}), IsEmpty()) << "a vowel sign is no end of a word";
    EXPECT_THAT(with_words({{"न्दी", false}}), IsEmpty());
    EXPECT_THAT(with_words({{"தமிழ", false}}), IsEmpty());
}

}  // namespace

}  // namespace cartulary
