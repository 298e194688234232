#include "base/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace cartulary {

namespace {

std::filesystem::path fresh_folder() {
    std::string name = std::filesystem::temp_directory_path() / "cartulary-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    return name;
}

TEST(Digest, is_blake2b_256_in_hexadecimal) {
    EXPECT_EQ(digest("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Sha256, is_that_of_fips_180_in_hexadecimal) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Password, verifies_what_was_hashed_and_nothing_else) {
    const auto hash = hash_password("correct horse");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(verifies(hash, "correct horse"));
    EXPECT_FALSE(verifies(hash, "correct horsf"));
    EXPECT_FALSE(verifies("", "correct horse"));
}

TEST(RandomToken, is_url_safe_and_as_long_as_its_bytes_need) {
    const auto token = random_token(32, system_randomness);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    EXPECT_NE(token, random_token(32, system_randomness));
}

TEST(Vault, opens_what_it_sealed_and_nothing_that_was_changed) {
    const auto vault = Vault::with_key({1, 2, 3});
    auto sealed = vault.seal("secret");
    EXPECT_EQ(vault.unseal(sealed), "secret");
    EXPECT_EQ(sealed.find("secret"), std::string::npos);
    EXPECT_NE(sealed, vault.seal("secret")) << "the same text never looks the same";
    EXPECT_EQ(Vault::with_key({9}).unseal(sealed), std::nullopt);
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    EXPECT_EQ(vault.unseal(sealed), std::nullopt);
    EXPECT_EQ(vault.unseal("short"), std::nullopt);
}

TEST(Vault, keeps_its_key_in_a_file_that_only_its_owner_reads) {
    const auto file = fresh_folder() / "vault.key";
    const auto sealed = Vault::open(file).seal("secret");
    EXPECT_EQ(Vault::open(file).unseal(sealed), "secret");

    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);

    ::chmod(file.c_str(), 0644);
    EXPECT_THROW(Vault::open(file), std::runtime_error);
}

TEST(Vault, refuses_a_file_that_is_no_key) {
    const auto file = fresh_folder() / "vault.key";
    std::ofstream(file) << "short";
    ::chmod(file.c_str(), 0600);
    EXPECT_THROW(Vault::open(file), std::runtime_error);
}

}  // namespace

}  // namespace cartulary
