#include "domain/phone_number.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

constexpr auto shape_problem = "must be a telephone number, for example +1 (555) 555-0123";

TEST(PhoneNumber, is_kept_as_written) {
    for (const std::string_view taken :
         {"(800) 555-1212", "800-555-1212", "8005551212", "+1 800 555 1212", "+49/30/1234567",
          "1.800.555.1212", "555-0123", "(+44) 20 7946 0018", "800-555-1212 x123",
          "800-555-1212x123", "8005551212 ext. 123", "8005551212 EXT 4", "8005551212 extension 4",
          "+123456789012345", "8005551212 x1234567890"}) {
        const auto number = parse_phone_number(taken);
        ASSERT_TRUE(number) << taken;
        EXPECT_EQ(*number, taken);
    }
    EXPECT_EQ(*parse_phone_number(" 555-0123\n"), "555-0123");
}

TEST(PhoneNumber, is_refused_without_the_shape_of_one) {
    for (const std::string_view refused :
         {"n/a", "1", "555-012", "1234567890123456", "800-FLOWERS", "800 555 1212 +1",
          "8+005551212", "++18005551212", "800-555-1212 x", "800-555-1212 x12345678901",
          "800-555-1212 ext. abc", "x123", "800-555-1212, 800-555-1213", "800#5551212",
          "800\t555\t1212", "3.34387E+13", "800-555-1212\n800", "８００５５５１２１２"}) {
        EXPECT_EQ(problem_of(parse_phone_number(refused)), shape_problem) << refused;
    }
    EXPECT_EQ(problem_of(parse_phone_number(" ")), "is required");
    const auto longest = "5550123" + std::string(42, ' ') + "4";
    EXPECT_TRUE(parse_phone_number(longest));
    EXPECT_EQ(problem_of(parse_phone_number("(" + longest)), "must have at most 50 characters");
}

TEST(PhoneExtension, is_one_to_ten_digits) {
    for (const std::string_view taken : {"1", "1234567890", "x123", "X 123", "ext. 123", "Ext 5"}) {
        EXPECT_EQ(parse_phone_extension(taken).value_or(""), taken);
    }
    for (const std::string_view refused : {"12345678901", "x", "ext.", "12a", "-1", "1 2", "#5"}) {
        EXPECT_EQ(problem_of(parse_phone_extension(refused)),
                  "must be an extension of 1 to 10 digits, for example 123")
            << refused;
    }
    EXPECT_EQ(problem_of(parse_phone_extension("")), "is required");
    EXPECT_EQ(problem_of(parse_phone_extension("ext." + std::string(16, ' ') + "5")),
              "must have at most 20 characters");
}

TEST(PhoneNumber, is_compared_by_its_digits) {
    for (const std::string_view same : {"(800) 555-1212", "800.555.1212", "+1 800 555 1212",
                                        "1-800-555-1212 x99", "8005551212 ext. 7"}) {
        EXPECT_EQ(comparable_digits(same), "8005551212") << same;
    }
    EXPECT_EQ(comparable_digits("+44 20 7946 0018"), "442079460018");
    EXPECT_EQ(comparable_digits(""), "");
}

}  // namespace
}  // namespace cartulary
