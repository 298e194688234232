#include "delivery/mail_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <system_error>

#include "delivery/testing/smtp_server_for_test.h"

namespace cartulary::delivery {

namespace {

const Uuid some_mail = *Uuid::parse("018f0000-0000-7000-8000-000000000001");
const Timestamp some_time = timestamp(1396363260000);

class MailFolder : public testing::Test {
protected:
    std::ptrdiff_t files() const {
        return std::distance(std::filesystem::directory_iterator(folder / "mail"), {});
    }

    testkit::TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
};

mode_t mode_of(const std::filesystem::path& path) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    return status.st_mode & 0777;
}

TEST_F(MailFolder, keeps_a_mail_as_a_file_for_its_owner_alone) {
    const auto file = keep_mail(folder / "mail", some_mail, some_time, "Subject: x\r\n\r\nHello");
    EXPECT_EQ(file.filename(), "2014-04-01T14-41-00.000Z-018f0000-0000-7000-8000-000000000001.eml");
    EXPECT_EQ(content_of(file), "Subject: x\r\n\r\nHello");
    EXPECT_EQ(mode_of(file), 0600U);
    EXPECT_EQ(mode_of(folder / "mail"), 0700U);
}

TEST_F(MailFolder, keeps_the_same_mail_once) {
    keep_mail(folder / "mail", some_mail, some_time, "a longer first text");
    const auto file = keep_mail(folder / "mail", some_mail, some_time, "second");
    EXPECT_EQ(content_of(file), "second");
    EXPECT_EQ(files(), 1);
}

TEST_F(MailFolder, finishes_what_a_killed_process_began) {
    std::filesystem::create_directory(folder / "mail");
    const auto name = "2014-04-01T14-41-00.000Z-" + some_mail.text() + ".eml";
    std::ofstream(folder / "mail" / ("." + name + ".unfinished")) << "half a mail that is longer";
    const auto file = keep_mail(folder / "mail", some_mail, some_time, "whole");
    EXPECT_EQ(content_of(file), "whole");
    EXPECT_EQ(files(), 1);
}

TEST_F(MailFolder, says_when_a_file_cannot_be_written) {
    std::ofstream(folder / "mail") << "in the way";
    EXPECT_THROW(keep_mail(folder / "mail", some_mail, some_time, "x"), std::system_error);
}

}  // namespace

}  // namespace cartulary::delivery
