#include "domain/country.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "domain/places.h"

namespace cartulary {
namespace {

std::string_view code_of(std::string_view text) {
    const auto* country = find_country(text);
    return country == nullptr ? "none" : country->alpha_2;
}

std::string_view state_of(std::string_view country, std::string_view text) {
    const auto* found = find_subdivision(*find_country(country), text);
    return found == nullptr ? "none" : found->code;
}

TEST(Country, is_found_by_its_codes_and_names) {
    ASSERT_GE(countries().size(), 249U);
    for (const auto& country : countries()) {
        for (const auto written : {country.alpha_2, country.alpha_3, country.numeric, country.name,
                                   country.official_name}) {
            EXPECT_EQ(code_of(written), country.alpha_2) << written;
        }
        EXPECT_EQ(code_of(text::lower_ascii(country.alpha_2)), country.alpha_2);
        EXPECT_EQ(code_of(" " + text::folded(country.name) + "\n"), country.alpha_2);
    }
}

TEST(Country, is_found_by_what_people_write) {
    const std::pair<std::string_view, std::string_view> expected[] = {
        {"USA", "US"},
        {"U.S.A.", "US"},
        {"U.S.", "US"},
        {"United States of America", "US"},
        {"the united states", "US"},
        {"America", "US"},
        {"UK", "GB"},
        {"U.K.", "GB"},
        {"Great Britain", "GB"},
        {"England", "GB"},
        {"South Korea", "KR"},
        {"Republic of Korea", "KR"},
        {"Korea, Republic of", "KR"},
        {"North Korea", "KP"},
        {"Russia", "RU"},
        {"Russian Federation", "RU"},
        {"Ivory Coast", "CI"},
        {"Cote d'Ivoire", "CI"},
        {"CÔTE D’IVOIRE", "CI"},
        {"Turkey", "TR"},
        {"Türkiye", "TR"},
        {"Turkiye", "TR"},
        {"Viet Nam", "VN"},
        {"Vietnam", "VN"},
        {"Bolivia", "BO"},
        {"Plurinational State of Bolivia", "BO"},
        {"Iran", "IR"},
        {"Czech Republic", "CZ"},
        {"Macedonia", "MK"},
        {"Burma", "MM"},
        {"Swaziland", "SZ"},
        {"Cape Verde", "CV"},
        {"Trinidad & Tobago", "TT"},
        {"St. Lucia", "LC"},
        {"St Lucia", "LC"},
        {"Macau", "MO"},
        {"The Gambia", "GM"},
        {"Bahamas", "BS"},
        {"The Bahamas", "BS"},
        {"Holland", "NL"},
        {"Democratic Republic of the Congo", "CD"},
        {"Congo", "CG"},
        {"Curacao", "CW"},
        {"Réunion", "RE"},
        {"Reunion", "RE"},
        {"México", "MX"},
        {"Vatican", "VA"},
        {"Guinea Bissau", "GW"},
        {"Micronesia", "FM"},
        {"Palestine", "PS"},
        {"Taiwan", "TW"},
        {"Puerto Rico", "PR"},
        {"PR", "PR"},
        {"840", "US"},
        {"Niger", "NE"},
        {"Nigeria", "NG"}};
    for (const auto& [written, code] : expected) EXPECT_EQ(code_of(written), code) << written;
}

TEST(Country, is_null_for_what_is_none) {
    for (const std::string_view refused :
         {"", " ", "XX", "Atlantis", "U", "USAA", "Minnesota", "United", "-1", "\xFF"}) {
        EXPECT_EQ(find_country(refused), nullptr) << refused;
    }
}

TEST(Country, has_the_short_name_that_people_use) {
    const std::pair<std::string_view, std::string_view> expected[] = {
        {"US", "United States"},
        {"BO", "Bolivia"},
        {"KR", "South Korea"},
        {"RU", "Russia"},
        {"VN", "Vietnam"},
        {"MD", "Moldova"},
        {"TZ", "Tanzania"},
        {"FM", "Micronesia"},
        {"PS", "Palestine"},
        {"TW", "Taiwan"},
        {"GB", "United Kingdom"},
        {"VA", "Vatican City"},
        {"CD", "Democratic Republic of the Congo"},
        {"VI", "U.S. Virgin Islands"},
        {"BQ", "Bonaire, Sint Eustatius and Saba"},
        {"CI", "Côte d'Ivoire"}};
    for (const auto& [code, name] : expected) EXPECT_EQ(find_country(code)->name, name);
    EXPECT_EQ(find_country("US")->official_name, "United States of America");
}

TEST(Subdivision, is_found_by_code_and_name_in_its_country) {
    for (const auto& country : countries()) {
        for (const auto& part : subdivisions_of(country)) {
            EXPECT_EQ(part.code.substr(0, 2), country.alpha_2);
            EXPECT_EQ(find_subdivision(country, part.code), &part) << part.code;
            EXPECT_EQ(find_subdivision(country, part.part()), &part) << part.code;
            EXPECT_NE(find_subdivision(country, part.name), nullptr) << part.code;
        }
    }
    EXPECT_EQ(state_of("US", "minnesota"), "US-MN");
    EXPECT_EQ(state_of("US", "mn"), "US-MN");
    EXPECT_EQ(state_of("US", "us-mn"), "US-MN");
    EXPECT_EQ(state_of("US", " New  York "), "US-NY");
    EXPECT_EQ(state_of("US", "Ontario"), "none");
    EXPECT_EQ(state_of("CA", "Ontario"), "CA-ON");
    EXPECT_EQ(state_of("US", ""), "none");
    EXPECT_EQ(state_of("US", "US"), "none");
    EXPECT_EQ(find_subdivision(*find_country("US"), "MN")->name, "Minnesota");
    EXPECT_EQ(find_subdivision(*find_country("US"), "MN")->part(), "MN");
}

TEST(Subdivision, covers_every_postal_code_of_the_united_states) {
    const auto* united_states = find_country("US");
    std::set<std::string_view> codes;
    for (const auto& part : subdivisions_of(*united_states)) codes.insert(part.part());
    for (const std::string_view code :
         {"AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL",
          "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
          "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI",
          "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR",
          "GU", "VI", "AS", "MP", "FM", "MH", "PW", "AA", "AE", "AP", "UM"}) {
        EXPECT_EQ(codes.erase(code), 1U) << code;
    }
    EXPECT_TRUE(codes.empty());
    EXPECT_EQ(state_of("US", "Puerto Rico"), "US-PR");
    EXPECT_EQ(state_of("US", "Guam"), "US-GU");
    EXPECT_EQ(state_of("US", "Palau"), "US-PW");
    EXPECT_EQ(state_of("US", "Micronesia"), "US-FM");
    EXPECT_EQ(state_of("US", "Marshall Islands"), "US-MH");
    for (const std::string_view written :
         {"Virgin Islands", "U.S. Virgin Islands", "US Virgin Islands", "Virgin Islands, U.S."}) {
        EXPECT_EQ(state_of("US", written), "US-VI") << written;
    }
    for (const std::string_view written :
         {"D.C.", "Washington, D.C.", "Washington DC", "District of Columbia", "WASHINGTON, DC"}) {
        EXPECT_EQ(state_of("US", written), "US-DC") << written;
    }
    EXPECT_EQ(state_of("US", "Washington"), "US-WA");
}

TEST(Subdivision, knows_the_provinces_of_canada_both_ways) {
    const std::pair<std::string_view, std::string_view> expected[] = {
        {"AB", "Alberta"},
        {"BC", "British Columbia"},
        {"MB", "Manitoba"},
        {"NB", "New Brunswick"},
        {"NL", "Newfoundland and Labrador"},
        {"NS", "Nova Scotia"},
        {"NT", "Northwest Territories"},
        {"NU", "Nunavut"},
        {"ON", "Ontario"},
        {"PE", "Prince Edward Island"},
        {"QC", "Quebec"},
        {"SK", "Saskatchewan"},
        {"YT", "Yukon"}};
    const auto* canada = find_country("Canada");
    EXPECT_EQ(subdivisions_of(*canada).size(), std::size(expected));
    for (const auto& [code, name] : expected) {
        ASSERT_NE(find_subdivision(*canada, code), nullptr) << code;
        EXPECT_EQ(find_subdivision(*canada, code)->name, name);
        EXPECT_EQ(find_subdivision(*canada, name)->part(), code);
    }
    EXPECT_EQ(state_of("CA", "Québec"), "CA-QC");
    EXPECT_EQ(state_of("CA", "Newfoundland & Labrador"), "CA-NL");
}

TEST(Subdivision, is_the_larger_part_where_two_have_one_name) {
    // The district of Dhaka lies in the division of Dhaka, and so on.
    EXPECT_EQ(state_of("BD", "Dhaka"), "BD-C");
    EXPECT_EQ(state_of("BD", "BD-13"), "BD-13");
    EXPECT_EQ(state_of("EE", "Saaremaa"), "EE-74");
    EXPECT_EQ(state_of("AZ", "Naxçıvan"), "AZ-NX");
}

TEST(Subdivision, is_found_with_and_without_marks_on_letters) {
    EXPECT_EQ(state_of("GB", "England"), "GB-ENG");
    EXPECT_EQ(state_of("ES", "Madrid, Comunidad de"), "ES-MD");
    EXPECT_EQ(state_of("FR", "Bretagne"), "FR-BRE");
    EXPECT_EQ(state_of("BR", "Sao Paulo"), "BR-SP");
    EXPECT_EQ(state_of("BR", "São Paulo"), "BR-SP");
}

TEST(Subdivision, is_nothing_in_a_country_that_is_not_of_the_table) {
    const Country invented{"ZZ", "ZZZ", "999", "Invented", "Invented"};
    EXPECT_TRUE(subdivisions_of(invented).empty());
    EXPECT_EQ(find_subdivision(invented, "MN"), nullptr);
    const Country copy = *find_country("US");
    EXPECT_EQ(find_subdivision(copy, "MN")->code, "US-MN");
}

TEST(Places, have_keys_that_are_folded_as_we_fold) {
    for (const auto& key : places::country_keys) EXPECT_EQ(text::folded(key.text), key.text);
    for (const auto& key : places::subdivision_keys) EXPECT_EQ(text::folded(key.text), key.text);
}

TEST(Places, have_keys_in_order_and_each_once) {
    const auto ascends = [](const places::Key& left, const places::Key& right) {
        return left.text >= right.text;
    };
    const auto all = places::country_keys;
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end(), ascends), all.end());
    ASSERT_EQ(places::ranges.size(), places::countries.size());
    for (const auto& range : places::ranges) {
        const auto keys = places::subdivision_keys.subspan(
            range.keys_begin, static_cast<std::size_t>(range.keys_end - range.keys_begin));
        EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end(), ascends), keys.end());
        for (const auto& key : keys) {
            EXPECT_GE(key.index, range.subdivisions_begin);
            EXPECT_LT(key.index, range.subdivisions_end);
        }
    }
}

}  // namespace
}  // namespace cartulary
