#include "web/picture_file.h"

#include "web/badges/badges_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;

class PictureFileTest : public BadgePagesTest {
protected:
    const std::string bytes = std::string("\x89PNG\r\n\x1a\n\0<script>", 17);
    const std::string id = add_picture(bytes).text();
    const std::string path = "/pictures/" + id + ".png";
};

TEST_F(PictureFileTest, gives_a_picture_that_may_be_kept_for_good_and_does_nothing) {
    const auto answer = get(path, "", "image/*");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "image/png");
    EXPECT_EQ(answer.body, bytes);
    EXPECT_EQ(header_of(answer, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header_of(answer, "ETag"), '"' + id + '"');
    EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(answer, "Content-Security-Policy"), "default-src 'none'");
    EXPECT_EQ(
        router.dispatch({.path = path, .headers = {{"if-none-match", '"' + id + '"'}}}).status,
        304);
    EXPECT_EQ(router.dispatch({.method = http::Method::head, .path = path, .headers = {}}).status,
              200);
}

TEST_F(PictureFileTest, knows_no_other_files) {
    for (const auto& other :
         {"/pictures/" + id, "/pictures/" + id + ".svg", "/pictures/" + id + ".png.png",
          std::string("/pictures/.png"), std::string("/pictures/none.png"),
          std::string("/pictures/00000000-0000-4000-8000-000000000000.png")}) {
        EXPECT_EQ(get(other).status, 404) << other;
    }
}

TEST_F(PictureFileTest, has_a_picture_for_badges_without_one) {
    const auto answer = get("/assets/badge.svg", "", "image/*");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "image/svg+xml");
    EXPECT_THAT(answer.body, HasSubstr("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_EQ(header_of(answer, "Cache-Control"), "public, max-age=86400");
    const auto tag = header_of(answer, "ETag");
    EXPECT_EQ(
        router.dispatch({.path = "/assets/badge.svg", .headers = {{"if-none-match", tag}}}).status,
        304);
}

}  // namespace cartulary::web
