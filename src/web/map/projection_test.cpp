#include "web/map/projection.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cartulary::web {

namespace {

void expect_near(const MapPoint& point, double x, double y) {
    EXPECT_NEAR(point.x, x, 0.01);
    EXPECT_NEAR(point.y, y, 0.01);
}

// As d3-geo 3.1 computes it: geoAlbersUsa().scale(1300).translate([487.5, 305]).
TEST(UsMap, has_the_states_where_their_outlines_are) {
    struct Known {
        Position position;
        double x, y;
    };
    const Known all[] = {
        {{46.7867, -92.1005}, 558.8236, 119.3894},   // Duluth
        {{25.7617, -80.1918}, 822.7383, 572.5408},   // Miami
        {{47.6062, -122.3321}, 97.6250, 46.3187},    // Seattle
        {{64.8378, -147.7164}, 117.8487, 514.9422},  // Fairbanks
        {{58.3019, -134.4197}, 176.9370, 556.0838},  // Juneau
        {{21.3069, -157.8583}, 266.9599, 549.1904},  // Honolulu
        {{19.7071, -155.0816}, 326.3361, 585.1848},  // Hilo
    };
    for (const auto& [position, x, y] : all) {
        const auto point = on_us_map(position);
        ASSERT_TRUE(point) << position.latitude;
        expect_near(*point, x, y);
    }
}

TEST(UsMap, has_nothing_that_lies_elsewhere) {
    for (const auto& [latitude, longitude] : {std::pair(18.4655, -66.1057),
                                              {13.4745, 144.7504},
                                              {48.85, 2.35},
                                              {52.9, 172.9},
                                              {90.0, 0.0},
                                              {-90.0, 0.0},
                                              {-37.0, 175.0},
                                              {0.0, 180.0}}) {
        EXPECT_FALSE(on_us_map({latitude, longitude})) << latitude;
    }
}

TEST(WorldMap, goes_from_edge_to_edge) {
    expect_near(on_world_map({0, 0}), 500, 243.5);
    expect_near(on_world_map({0, 180}), 1000, 243.5);
    expect_near(on_world_map({0, -180}), 0, 243.5);
    EXPECT_GE(on_world_map({90, 0}).y, 0);
    EXPECT_LT(on_world_map({90, 0}).y, 1);
    EXPECT_LE(on_world_map({-90, 0}).y, 487);
    EXPECT_GT(on_world_map({-90, 0}).y, 486);
    const auto suva = on_world_map({-18.14, 178.44});
    EXPECT_GT(suva.x, 950);
    EXPECT_LT(suva.x, 1000);
}

TEST(Position, is_none_where_it_is_no_place_on_earth) {
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    for (const auto& [latitude, longitude] : {std::pair(90.1, 0.0),
                                              {-90.1, 10.0},
                                              {10.0, 180.1},
                                              {10.0, -180.1},
                                              {nan, 10.0},
                                              {10.0, nan},
                                              {infinity, 1.0},
                                              {1.0, -infinity},
                                              {0.0, 0.0},
                                              {1e300, 1e300}}) {
        EXPECT_FALSE(position_of(latitude, longitude)) << latitude << ' ' << longitude;
    }
    EXPECT_TRUE(position_of(90, 180));
    EXPECT_TRUE(position_of(-90, -180));
    EXPECT_TRUE(position_of(0, 10));
}

}  // namespace

}  // namespace cartulary::web
