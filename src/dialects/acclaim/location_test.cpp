#include "dialects/acclaim/location.h"

#include <gtest/gtest.h>

namespace cartulary::acclaim {

namespace {

std::string parsed(std::string_view text) {
    const auto address = parse_location(text);
    EXPECT_EQ(address.street, "");
    return address.city + "|" + address.region + "|" + address.country;
}

TEST(Location, is_taken_apart_as_far_as_its_parts_are_known) {
    EXPECT_EQ(parsed("East Junius, Ohio"), "East Junius|Ohio|");
    EXPECT_EQ(parsed("East Junius, OH"), "East Junius|Ohio|");
    EXPECT_EQ(parsed(" East Junius ,  Ohio , United States "), "East Junius|Ohio|US");
    EXPECT_EQ(parsed("Toronto, Ontario, Canada"), "Toronto|Ontario|CA");
    EXPECT_EQ(parsed("Paris, France"), "Paris||FR");
    EXPECT_EQ(parsed("Atlanta, Georgia"), "Atlanta|Georgia|");
    EXPECT_EQ(parsed("East Junius"), "East Junius||");
    EXPECT_EQ(parsed("Ohio"), "Ohio||");
    EXPECT_EQ(parsed("Middle Earth, The Shire"), "Middle Earth, The Shire||");
    EXPECT_EQ(parsed("1 Quay Street, Portland, Maine"), "1 Quay Street, Portland|Maine|");
    EXPECT_EQ(parsed(""), "||");
    EXPECT_EQ(parsed(","), ",||");
}

TEST(Location, is_the_parts_that_are_known_joined_by_spaces) {
    EXPECT_EQ(location_of({"1313 Mockingbird Lane", "Suite 5", "Bloomington", "MN", "55437", "US"}),
              "1313 Mockingbird Lane Bloomington Minnesota 55437 United States");
    EXPECT_EQ(location_of({"", "", "Bloomington", "", "", ""}), "Bloomington");
    EXPECT_EQ(location_of({}), "");
}

TEST(Location, shows_a_region_by_name_where_it_is_known) {
    const Address known{"", "", "", "US-MN", "", "US"};
    EXPECT_EQ(region_shown(known), "Minnesota");
    const Address unknown{"", "", "", "Upper Side", "", "US"};
    EXPECT_EQ(region_shown(unknown), "Upper Side");
    const Address homeless{"", "", "", "MN", "", ""};
    EXPECT_EQ(region_shown(homeless), "MN");
    EXPECT_EQ(country_shown(known), "United States");
    EXPECT_EQ(country_shown(homeless), "");
}

}  // namespace

}  // namespace cartulary::acclaim
