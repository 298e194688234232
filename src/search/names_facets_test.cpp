#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/entries_for_test.h"
#include "search/names.h"

namespace cartulary::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

Names::Condition any_of(Facet facet, std::vector<std::string> values) {
    return {facet, std::move(values)};
}

class NamesFacets : public ::testing::Test {
protected:
    NamesFacets() {
        put(1, "Boston College", "Massachusetts", {"orgType:FourYear"}, 7);
        put(2, "Austin College", "Texas", {"orgType:FourYear", "orgType:Postsecondary"}, 7);
        put(3, "Austin School", "Texas", {"orgType:HighSchool"}, 8);
        put(4, "Zion College", "", {}, 9);
    }
    void put(std::int64_t number, const std::string& name, const std::string& region,
             const std::vector<std::string>& kinds, std::int32_t owner) {
        auto entry = entry_named(number, {name});
        if (!region.empty()) entry.regions = {region};
        entry.kinds = kinds;
        entry.owner = owner;
        names.put(entry);
    }
    std::vector<std::int64_t> found(std::string_view text,
                                    std::vector<Names::Condition> conditions) const {
        std::vector<std::int64_t> numbers;
        for (const auto& hit : names.find({.text = text, .conditions = conditions})) {
            numbers.push_back(hit.number);
        }
        return numbers;
    }

    Names names;
};

TEST_F(NamesFacets, narrow_what_is_found) {
    EXPECT_THAT(found("college", {any_of(Facet::region, {"Texas"})}), ElementsAre(2));
    EXPECT_THAT(found("college", {any_of(Facet::region, {"Texas", "Massachusetts"})}),
                ElementsAre(2, 1));
    EXPECT_THAT(found("college", {any_of(Facet::region, {"Texas"}),
                                  any_of(Facet::kind, {"orgType:HighSchool"})}),
                IsEmpty());
    EXPECT_THAT(found("colege", {any_of(Facet::owner, {"9"})}), ElementsAre(4));
    EXPECT_THAT(found("college", {any_of(Facet::region, {"Nowhere"})}), IsEmpty());
    EXPECT_THAT(found("college", {any_of(Facet::owner, {"x", "9x", ""})}), IsEmpty());
    EXPECT_THAT(found("college", {any_of(Facet::region, {})}), IsEmpty());
}

TEST_F(NamesFacets, narrow_by_who_published) {
    auto entry = entry_named(5, {"Lamar College"});
    entry.owner = 8;
    entry.publisher = 9;
    names.put(entry);
    EXPECT_THAT(found("college", {any_of(Facet::publisher, {"9"})}), ElementsAre(5));
    EXPECT_THAT(found("college", {any_of(Facet::publisher, {"8"})}), IsEmpty());
    EXPECT_THAT(found("college", {any_of(Facet::publisher, {"2", "9"})}), ElementsAre(5, 2));
    EXPECT_THAT(found("college", {any_of(Facet::publisher, {"x"})}), IsEmpty());
    EXPECT_EQ(names.entry(5)->publisher, 9);
}

TEST_F(NamesFacets, narrow_suggestions) {
    const std::vector<Names::Condition> in_texas = {any_of(Facet::region, {"Texas"})};
    const auto suggestions = names.suggest("aus", in_texas, 10);
    ASSERT_EQ(suggestions.size(), 2U);
    EXPECT_EQ(suggestions[0].name, "Austin School");
}

TEST_F(NamesFacets, are_met_in_the_order_of_names) {
    EXPECT_THAT(names.meeting({}), ElementsAre(2, 3, 1, 4));
    const std::vector<Names::Condition> four_years = {any_of(Facet::kind, {"orgType:FourYear"})};
    EXPECT_THAT(names.meeting(four_years), ElementsAre(2, 1));
    const std::vector<std::int64_t> numbers = {4, 1, 99, 3};
    EXPECT_THAT(names.meeting(four_years, {}, numbers), ElementsAre(1));
    EXPECT_THAT(names.meeting({}, {}, numbers), ElementsAre(4, 1, 3));
}

TEST_F(NamesFacets, narrow_by_the_time_of_the_last_change) {
    for (std::int64_t i = 1; i <= 4; ++i) {
        auto entry = *names.entry(i);
        entry.updated_at = timestamp(i * 100);
        names.put(entry);
    }
    const Period middle{.from = timestamp(200), .before = timestamp(400)};
    EXPECT_THAT(names.meeting({}, middle), ElementsAre(2, 3));
    EXPECT_THAT(names.meeting({}, {.from = timestamp(401)}), IsEmpty());
    const auto hits = names.find({.text = "college", .updated = middle});
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits.front().number, 2);
    std::vector<std::int64_t> numbers = {1, 4, 99, 2};
    names.sort_newest_first(numbers, 2);
    EXPECT_THAT(numbers, ElementsAre(4, 2, 1));
    names.sort_by_name(numbers, 9);
    EXPECT_THAT(numbers, ElementsAre(2, 1, 4));
}

TEST_F(NamesFacets, are_counted_most_first) {
    const std::vector<std::int64_t> all = {1, 2, 3, 4, 4, 99};
    const auto pairs_of = [&](Facet facet, std::size_t count_max) {
        std::vector<std::pair<std::string, std::int64_t>> counted;
        for (const auto& [value, count] : names.counts(facet, all, count_max)) {
            counted.emplace_back(value, count);
        }
        return counted;
    };
    EXPECT_THAT(pairs_of(Facet::region, 9),
                ElementsAre(std::pair("Texas", 2), std::pair("Massachusetts", 1)));
    EXPECT_THAT(pairs_of(Facet::kind, 2),
                ElementsAre(std::pair("orgType:FourYear", 2), std::pair("orgType:HighSchool", 1)));
    EXPECT_THAT(pairs_of(Facet::owner, 2), ElementsAre(std::pair("7", 2), std::pair("8", 1)));
    EXPECT_THAT(pairs_of(Facet::type, 2),
                ElementsAre(std::pair("ceterms:CredentialOrganization", 4)));
    EXPECT_THAT(pairs_of(Facet::subject, 2), IsEmpty());
    const std::vector<std::int64_t> some = {3, 2};
    EXPECT_EQ(names.counts(Facet::region, some, 9).front().count, 2);
    EXPECT_EQ(names.counts(Facet::region, some, 9).size(), 1U);
    names.remove(3);
    EXPECT_EQ(names.counts(Facet::region, all, 9).front().count, 1);
}

TEST(NamesEntry, is_kept_whole) {
    ResourceEntry entry;
    entry.number = 5'000'000'000;
    entry.resource = 17;
    entry.ctid = *Ctid::parse("ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    entry.type = "ceterms:QACredentialOrganization";
    entry.owner = 3;
    entry.names = {{"Boston College", "en-US"}, {"BC", ""}};
    entry.website = "https://www.bc.example.edu/about";
    entry.kinds = {"orgType:FourYear", "orgType:QualityAssurance"};
    entry.sector = "agentSector:Public";
    entry.places = {"Boston", "Newton"};
    entry.regions = {"Massachusetts", "MA"};
    entry.countries = {"United States"};
    entry.subjects = {"Law", "Medicine"};
    entry.identifiers = {"fein:12-3456789", "opeid:00123400"};
    Names names;
    names.put(entry);
    EXPECT_EQ(names.entry(5'000'000'000), entry);
    EXPECT_EQ(names.entry(4'999'999'999), std::nullopt);
    EXPECT_EQ(names.entry(-1), std::nullopt);
    EXPECT_GT(names.bytes(), 100U);
}

TEST(NamesEntry, is_found_by_its_host_and_its_identifiers) {
    auto one = entry_named(1, {"One"});
    one.website = "https://WWW.Example.org/one";
    one.identifiers = {"fein:12-3456789", "duns:1"};
    auto two = entry_named(2, {"Two"});
    two.website = "http://example.org:8080";
    two.identifiers = {"duns:1"};
    auto none = entry_named(3, {"None"});
    none.website = "not an address";
    Names names;
    names.put_all(std::vector{one, two, none});
    EXPECT_THAT(names.with_host("example.org"), Optional(ElementsAre(1, 2)));
    EXPECT_THAT(names.with_host("example.com"), Optional(IsEmpty()));
    EXPECT_THAT(names.with_identifier("duns:1"), Optional(ElementsAre(1, 2)));
    EXPECT_THAT(names.with_identifier("fein:12-3456789"), Optional(ElementsAre(1)));
    two.website = "https://two.example";
    two.identifiers = {};
    names.put(two);
    EXPECT_THAT(names.with_host("example.org"), Optional(ElementsAre(1)));
    EXPECT_THAT(names.with_identifier("duns:1"), Optional(ElementsAre(1)));
    names.remove(1);
    EXPECT_THAT(names.with_host("example.org"), Optional(IsEmpty()));
    EXPECT_THAT(names.with_identifier("fein:12-3456789"), Optional(IsEmpty()));
}

TEST(NamesEntry, is_not_found_by_what_too_many_share) {
    constexpr auto most = static_cast<std::int64_t>(Names::sharing_max);
    Names names;
    for (std::int64_t number = 1; number <= most; ++number) {
        auto entry = entry_named(number, {"One of Many"});
        entry.website = "https://example.org";
        entry.identifiers = {"duns:1"};
        names.put(entry);
    }
    EXPECT_THAT(names.with_host("example.org"), Optional(SizeIs(Names::sharing_max)));
    EXPECT_THAT(names.with_identifier("duns:1"), Optional(SizeIs(Names::sharing_max)));
    auto one_more = entry_named(most + 1, {"One More"});
    one_more.website = "https://example.org";
    one_more.identifiers = {"duns:1"};
    names.put(one_more);
    EXPECT_EQ(names.with_host("example.org"), std::nullopt);
    EXPECT_EQ(names.with_identifier("duns:1"), std::nullopt);
}

}  // namespace
}  // namespace cartulary::search
