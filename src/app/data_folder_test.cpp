#include "app/data_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "testkit/stores.h"

namespace cartulary {

namespace {

mode_t mode_of(const std::filesystem::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 0777U;
}

TEST(DataFolder, is_made_for_its_owner_alone) {
    const testkit::TemporaryFolder place;
    const DataFolder folder(place.path() / "new" / "data");
    for (const auto& path : {folder.path(), folder.keys(), folder.mail()}) {
        EXPECT_EQ(mode_of(path), 0700U) << path;
    }
}

TEST(DataLock, is_held_by_one_until_it_is_gone) {
    const testkit::TemporaryFolder place;
    const DataFolder folder(place.path());
    {
        const auto held = DataLock::take(folder);
        EXPECT_TRUE(held);
        EXPECT_FALSE(DataLock::take(folder));
    }
    EXPECT_TRUE(DataLock::take(folder));
}

TEST(WriteFile, replaces_the_whole_for_its_owner_alone) {
    const testkit::TemporaryFolder place;
    const auto file = place.path() / "file";
    write_file(file, "first, and longer");
    write_file(file, std::string("se\0cond", 7));
    EXPECT_EQ(read_file(file), std::string("se\0cond", 7));
    EXPECT_EQ(mode_of(file), 0600U);
    EXPECT_THROW(read_file(place.path() / "none"), std::system_error);
}

}  // namespace

}  // namespace cartulary
