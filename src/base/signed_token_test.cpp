#include "base/signed_token.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "base/base64.h"

namespace cartulary {
namespace {

constexpr auto claims = R"({"sub":"gita","exp":1800000000})";

SigningKey key_named(const std::string& id, std::uint8_t fill) {
    SigningKey key{id, {}};
    key.secret.fill(fill);
    return key;
}

const SigningKey key = key_named("1700000000000", 7);
const SigningKey other_key = key_named("1700000000001", 8);

// A token with this header, truly signed.
std::string token_with_header(const std::string& header) {
    const auto part = base64_url_encode(header) + "." + base64_url_encode(claims);
    std::string signature(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(signature.data()),
                           reinterpret_cast<const unsigned char*>(part.data()), part.size(),
                           key.secret.data());
    return part + "." + base64_url_encode(signature);
}

class SigningKeyFolder : public testing::Test {
protected:
    SigningKeyFolder() {
        std::string name = "/tmp/cartulary-keys-XXXXXX";
        folder = ::mkdtemp(name.data());
    }
    ~SigningKeyFolder() override { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

TEST(SignedToken, IsVerifiedByTheKeyThatSignedItAmongSeveral) {
    EXPECT_EQ(verified_claims({other_key, key}, sign_claims(key, claims)), claims);
}

// Example of RFC 7515, appendix A.1, read by its own words: header and signature of another
// program are understood the same.
TEST(SignedToken, IsWhatTheStandardDescribes) {
    const auto token = sign_claims(key, claims);
    EXPECT_EQ(base64_decode(token.substr(0, token.find('.'))),
              R"({"alg":"HS256","typ":"JWT","kid":"1700000000000"})");
    EXPECT_EQ(token, token_with_header(R"({"alg":"HS256","typ":"JWT","kid":"1700000000000"})"));
}

TEST(SignedToken, OfAKeyThatIsGoneIsRefused) {
    EXPECT_EQ(verified_claims({other_key}, sign_claims(key, claims)), std::nullopt);
    EXPECT_EQ(verified_claims({}, sign_claims(key, claims)), std::nullopt);
}

TEST(SignedToken, SignedByAnotherKeyOfTheSameNameIsRefused) {
    EXPECT_EQ(verified_claims({key}, sign_claims(key_named(key.id, 9), claims)), std::nullopt);
}

TEST(SignedToken, WithAnyByteChangedIsRefused) {
    const auto token = sign_claims(key, claims);
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(verified_claims({key}, changed), std::nullopt) << i;
    }
}

TEST(SignedToken, CutOffAnywhereOrLengthenedIsRefused) {
    const auto token = sign_claims(key, claims);
    for (std::size_t length = 0; length < token.size(); ++length) {
        EXPECT_EQ(verified_claims({key}, token.substr(0, length)), std::nullopt) << length;
    }
    for (const auto* more : {"=", ".", "A", " ", ".AAAA", "\n"}) {
        EXPECT_EQ(verified_claims({key}, token + more), std::nullopt) << more;
    }
}

class HeaderRefused : public testing::TestWithParam<const char*> {};

TEST_P(HeaderRefused, ThoughTheSignatureIsRight) {
    EXPECT_EQ(verified_claims({key}, token_with_header(GetParam())), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(SignedToken, HeaderRefused,
                         testing::Values(R"({"alg":"none","kid":"1700000000000"})",
                                         R"({"alg":"None","kid":"1700000000000"})",
                                         R"({"alg":"hs256","kid":"1700000000000"})",
                                         R"({"alg":"HS512","kid":"1700000000000"})",
                                         R"({"alg":"RS256","kid":"1700000000000"})",
                                         R"({"alg":["HS256"],"kid":"1700000000000"})",
                                         R"({"kid":"1700000000000"})", R"({"alg":"HS256"})",
                                         R"({"alg":"HS256","kid":null})",
                                         R"({"alg":"HS256","kid":""})",
                                         R"({"alg":"HS256","kid":"../vault"})",
                                         R"({"alg":"HS256","kid":"1700000000000","crit":["exp"]})",
                                         R"(["HS256"])", R"("HS256")", "", "{", "null"));

TEST(SignedToken, WithoutASignatureIsRefused) {
    const auto unsigned_part = base64_url_encode(R"({"alg":"none","kid":"1700000000000"})") + "." +
                               base64_url_encode(claims);
    EXPECT_EQ(verified_claims({key}, unsigned_part + "."), std::nullopt);
    EXPECT_EQ(verified_claims({key}, unsigned_part), std::nullopt);
}

TEST(SignedToken, SpelledInAnotherWayIsRefused) {
    const auto token = token_with_header(R"({"alg":"HS256","kid":"1700000000000","x":"??>>"})");
    ASSERT_TRUE(verified_claims({key}, token));
    auto common = token;
    for (auto& c : common) c = c == '-' ? '+' : c == '_' ? '/' : c;
    ASSERT_NE(common, token);
    EXPECT_EQ(verified_claims({key}, common), std::nullopt);
}

TEST(SignedToken, LongerThanItsLimitIsRefused) {
    const auto long_claims = R"({"sub":")" + std::string(signed_token_bytes_max, 'a') + R"("})";
    EXPECT_EQ(verified_claims({key}, sign_claims(key, long_claims)), std::nullopt);
}

TEST_F(SigningKeyFolder, RotatesToAKeyThatSortsLastWhileTheOldOneStillVerifies) {
    EXPECT_TRUE(open_signing_keys(folder).empty());
    const auto first = add_signing_key(folder, timestamp(1'700'000'000'000));
    const auto old = open_signing_keys(folder);
    ASSERT_EQ(old.size(), 1U);
    EXPECT_EQ(old.back().id, first);

    const auto second = add_signing_key(folder, timestamp(1'700'000'000'001));
    const auto both = open_signing_keys(folder);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both.back().id, second);
    EXPECT_NE(both.front().secret, both.back().secret);
    EXPECT_EQ(verified_claims(both, sign_claims(old.back(), claims)), claims);
}

TEST_F(SigningKeyFolder, LeavesOtherFilesAloneAndRefusesAKeyThatOthersMayRead) {
    std::ofstream(folder / "vault.key") << "something else";
    EXPECT_TRUE(open_signing_keys(folder).empty());
    const auto id = add_signing_key(folder, timestamp(1'700'000'000'000));
    std::filesystem::permissions(folder / ("token-" + id + ".key"),
                                 std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_THROW(open_signing_keys(folder), std::runtime_error);
}

}  // namespace
}  // namespace cartulary
