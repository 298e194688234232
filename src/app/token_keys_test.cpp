#include "app/token_keys.h"

#include <gtest/gtest.h>

#include "testkit/stores.h"

namespace cartulary {
namespace {

constexpr auto claims = R"({"sub":"gita"})";

TEST(TokenKeys, MakesTheFirstKeyAndKeepsItAfterARestart) {
    const testkit::TemporaryFolder folder;
    TokenKeys keys(folder.path(), timestamp(1'700'000'000'000));
    ASSERT_EQ(keys.current().size(), 1U);
    const auto token = sign_claims(keys.current().back(), claims);
    TokenKeys restarted(folder.path(), timestamp(1'700'000'000'001));
    EXPECT_EQ(verified_claims(restarted.current(), token), claims);
}

TEST(TokenKeys, SignsWithAKeyThatWasAddedSinceAndStillVerifiesWithTheOldOne) {
    const testkit::TemporaryFolder folder;
    TokenKeys keys(folder.path(), timestamp(1'700'000'000'000));
    const auto token = sign_claims(keys.current().back(), claims);
    const auto added = add_signing_key(folder.path(), timestamp(1'700'000'000'001));
    EXPECT_EQ(keys.current().back().id, added);
    EXPECT_EQ(verified_claims(keys.current(), token), claims);
}

TEST(TokenKeys, RefusesWhatAKeySignedWhoseFileIsGone) {
    const testkit::TemporaryFolder folder;
    TokenKeys keys(folder.path(), timestamp(1'700'000'000'000));
    const auto first = keys.current().back();
    add_signing_key(folder.path(), timestamp(1'700'000'000'001));
    std::filesystem::remove(folder.path() / ("token-" + first.id + ".key"));
    EXPECT_EQ(verified_claims(keys.current(), sign_claims(first, claims)), std::nullopt);
}

}  // namespace
}  // namespace cartulary
