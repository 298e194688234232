#include "base/base32.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

// RFC 4648, 10.
TEST(Base32, is_that_of_the_rfc_without_its_padding) {
    EXPECT_EQ(base32_encode(""), "");
    EXPECT_EQ(base32_encode("f"), "MY");
    EXPECT_EQ(base32_encode("fo"), "MZXQ");
    EXPECT_EQ(base32_encode("foo"), "MZXW6");
    EXPECT_EQ(base32_encode("foob"), "MZXW6YQ");
    EXPECT_EQ(base32_encode("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32_encode("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32_encode("\xff\xff\xff\xff\xff"), "77777777");
}

}  // namespace

}  // namespace cartulary
