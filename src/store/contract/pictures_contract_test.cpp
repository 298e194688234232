#include "store/badge_samples_for_test.h"
#include "store/badge_templates.h"
#include "store/contract/store_contract_for_test.h"
#include "store/organizations.h"
#include "store/pictures.h"

namespace cartulary {

namespace {

pictures::Picture picture(const Organization& organization, const std::string& name,
                          int minutes = 0) {
    return {.id = sample_id(name),
            .organization = organization.number,
            .media_type = "image/png",
            .bytes = std::string("\x89PNG\0\xff\n", 7) + name,
            .created_at = sample_time(minutes)};
}

TEST_P(StoreContract, keeps_every_byte_of_a_picture) {
    const auto organization = stored(store(), college(1));
    auto big = picture(organization, "big");
    for (int i = 0; i < 100'000; ++i) big.bytes += static_cast<char>(i);
    write([&](Transaction& transaction) { pictures::insert(transaction, big); });
    store().read([&](Transaction& transaction) {
        const auto found = pictures::find(transaction, big.id);
        EXPECT_TRUE(found);
        if (!found) return 0;
        EXPECT_EQ(found->id, big.id);
        EXPECT_EQ(found->organization, big.organization);
        EXPECT_EQ(found->media_type, big.media_type);
        EXPECT_TRUE(found->bytes == big.bytes);
        EXPECT_EQ(found->created_at, big.created_at);
        EXPECT_FALSE(pictures::find(transaction, sample_id("other")));
        return 0;
    });
}

TEST_P(StoreContract, forgets_old_pictures_that_nobody_shows) {
    auto organization = college(1);
    organization.stated.picture = sample_id("profile").text();
    organization = stored(store(), organization);
    const auto other = stored(store(), college(2));
    write([&](Transaction& transaction) {
        for (const auto* name : {"profile", "picture", "unused"}) {
            pictures::insert(transaction, picture(other, name));
        }
        pictures::insert(transaction, picture(other, "new", 10));
        // It shows "picture".
        ASSERT_TRUE(badge_templates::insert(transaction,
                                            sample_template(organization.number, "Navigator")));
        EXPECT_EQ(pictures::forget_unused(transaction, sample_time(0)), 0);
        EXPECT_EQ(pictures::forget_unused(transaction, sample_time(10)), 1);
        EXPECT_FALSE(pictures::find(transaction, sample_id("unused")));
        for (const auto* name : {"profile", "picture", "new"}) {
            EXPECT_TRUE(pictures::find(transaction, sample_id(name))) << name;
        }
    });
}

}  // namespace

}  // namespace cartulary
