#include "operations/pictures.h"

#include "operations/operations_for_test.h"

namespace cartulary {

namespace {

class PicturesTest : public testing::Test, protected OperationsUnderTest {
protected:
    Pictures make_pictures() {
        return {registry(),
                {[this](const std::string& url) -> Result<std::string> {
                     ++fetches;
                     if (while_fetching) while_fetching();
                     if (url == "https://gone.example/") {
                         return fail({FieldProblem{"picture", "cannot be fetched"}});
                     }
                     return "bytes of " + url;
                 },
                 [](std::string_view bytes) -> Result<std::string> {
                     if (bytes == "text") return fail({FieldProblem{"picture", "is no picture"}});
                     return "png of " + std::string(bytes);
                 }}};
    }

    int fetches = 0;
    std::function<void()> while_fetching;
    Pictures pictures = make_pictures();
};

TEST_F(PicturesTest, a_picture_is_fetched_made_harmless_and_kept) {
    const auto id = pictures.add_from(own, own.id, "https://harbor.example/");
    ASSERT_TRUE(id);
    const auto picture = pictures.find(*id);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->bytes, "png of bytes of https://harbor.example/");
    EXPECT_EQ(picture->media_type, "image/png");
    EXPECT_EQ(picture->organization, own.organization);
    EXPECT_EQ(pictures.find(Uuid()), std::nullopt);
}

TEST_F(PicturesTest, a_picture_may_be_sent) {
    const auto id = pictures.add(own, own.id, std::string_view("\0\xff", 2));
    EXPECT_EQ(pictures.find(id.value())->bytes, std::string("png of \0\xff", 9));
}

TEST_F(PicturesTest, what_is_no_picture_is_refused) {
    EXPECT_EQ(refusal_of(pictures.add_from(own, own.id, "https://gone.example/")),
              "invalid: picture cannot be fetched");
    EXPECT_EQ(refusal_of(pictures.add(own, own.id, "text")), "invalid: picture is no picture");
}

TEST_F(PicturesTest, more_at_a_time_than_may_be_are_refused_for_a_moment) {
    const auto url = "https://harbor.example/";
    std::vector<ErrorKind> refusals;
    while_fetching = [&] {
        const auto one_more = pictures.add_from(own, own.id, url);
        if (!one_more) refusals.push_back(one_more.error().kind);
    };
    EXPECT_TRUE(pictures.add_from(own, own.id, url));
    EXPECT_EQ(fetches, pictures_at_once_max);
    EXPECT_EQ(refusals, std::vector{ErrorKind::limited});
    while_fetching = {};
    EXPECT_TRUE(pictures.add(own, own.id, "bytes"));
}

TEST_F(PicturesTest, nothing_is_fetched_for_who_may_not_keep_it) {
    const auto url = "https://harbor.example/";
    EXPECT_EQ(refusal_of(pictures.add_from(stranger, own.id, url)), "not_found");
    EXPECT_EQ(refusal_of(pictures.add(stranger, own.id, "bytes")), "not_found");
    const auto reader = with_rights(own, all_but_write);
    EXPECT_EQ(refusal_of(pictures.add_from(reader, own.id, url)), "forbidden");
    EXPECT_EQ(refusal_of(pictures.add(reader, own.id, "bytes")), "forbidden");
    EXPECT_EQ(fetches, 0);
    grant(own, stranger);
    EXPECT_TRUE(pictures.add_from(stranger, own.id, url));
}

TEST_F(PicturesTest, what_nobody_shows_a_day_later_is_dropped) {
    const auto shown = pictures.add(own, own.id, "shown").value();
    const auto unused = pictures.add(own, own.id, "unused").value();
    ASSERT_TRUE(Organizations(registry())
                    .change(own, own.id, [&](OrganizationDraft& draft) -> Result<void> {
                        draft.picture = shown.text();
                        return {};
                    }));
    under_test.pass(std::chrono::hours(24));
    pictures.forget_unused();
    EXPECT_TRUE(pictures.find(unused));
    under_test.pass(std::chrono::hours(1));
    pictures.forget_unused();
    EXPECT_FALSE(pictures.find(unused));
    EXPECT_TRUE(pictures.find(shown));
}

}  // namespace

}  // namespace cartulary
