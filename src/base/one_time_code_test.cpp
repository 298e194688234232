#include "base/one_time_code.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

constexpr auto secret = "12345678901234567890";

Timestamp seconds(std::int64_t since_1970) {
    return timestamp(since_1970 * 1'000);
}

TEST(OneTimeCode, is_that_of_rfc_4226) {
    const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                           "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t step = 0; step < 10; ++step) {
        EXPECT_EQ(one_time_code(secret, step), codes[step]) << step;
    }
}

// Its codes have eight digits, of which ours are the last six.
TEST(OneTimeCode, is_that_of_rfc_6238) {
    for (const auto& [moment, code] :
         {std::pair(std::int64_t{59}, "287082"), std::pair(std::int64_t{1111111109}, "081804"),
          std::pair(std::int64_t{1111111111}, "050471"),
          std::pair(std::int64_t{1234567890}, "005924"),
          std::pair(std::int64_t{2000000000}, "279037"),
          std::pair(std::int64_t{20000000000}, "353130")}) {
        EXPECT_EQ(one_time_code(secret, one_time_step_at(seconds(moment))), code) << moment;
    }
}

TEST(OneTimeCode, is_good_one_step_early_or_late_and_no_more) {
    const auto now = seconds(1'790'000'000);
    const auto step = one_time_step_at(now);
    for (const int apart : {-1, 0, 1}) {
        EXPECT_EQ(step_of_one_time_code(secret, one_time_code(secret, step + apart), now),
                  step + apart);
    }
    EXPECT_EQ(step_of_one_time_code(secret, one_time_code(secret, step + 2), now), std::nullopt);
    EXPECT_EQ(step_of_one_time_code(secret, one_time_code(secret, step - 2), now), std::nullopt);
    EXPECT_EQ(step_of_one_time_code("another secret of 20", one_time_code(secret, step), now),
              std::nullopt);
    for (const auto* none : {"", "1", "1234567", "abcdef"}) {
        EXPECT_EQ(step_of_one_time_code(secret, none, now), std::nullopt) << none;
    }
}

TEST(OneTimeCode, is_begun_by_a_uri_that_breaks_on_no_name) {
    EXPECT_EQ(one_time_uri(secret, "ada@harbor.example", "Registry & Co: \"1\""),
              "otpauth://totp/Registry%20%26%20Co%3A%20%221%22:ada%40harbor.example"
              "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Registry%20%26%20Co%3A%20%221%22");
}

}  // namespace

}  // namespace cartulary
