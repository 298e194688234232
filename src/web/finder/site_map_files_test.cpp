#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class SiteMapFilesTest : public ThingPagesTest {
protected:
    static std::string whole(const http::Response& answer) {
        auto text = answer.body;
        if (!answer.stream) return text;
        while (const auto piece = answer.stream()) text += *piece;
        return text;
    }
};

TEST_F(SiteMapFilesTest, name_everything_that_is_there) {
    publish_certificate('1');
    publish_certificate('2');
    remove(ctid('2'));
    const auto index = get("/sitemap.xml");
    EXPECT_EQ(index.content_type, "application/xml; charset=utf-8");
    EXPECT_THAT(index.body, HasSubstr("<loc>https://registry.example/sitemaps/pages.xml</loc>"));
    EXPECT_THAT(index.body, HasSubstr("<loc>https://registry.example/sitemaps/1.xml</loc>"));
    EXPECT_THAT(index.body, Not(HasSubstr("/2.xml")));
    EXPECT_THAT(whole(get("/sitemaps/pages.xml")),
                HasSubstr("<loc>https://registry.example/</loc>"));
    const auto section = whole(get("/sitemaps/1.xml"));
    const auto address = "https://registry.example/resources/";
    EXPECT_THAT(section, HasSubstr("<url><loc>" + (address + welding.text()) + "</loc><lastmod>" +
                                   iso_8601(under_test.now()) + "</lastmod></url>"));
    EXPECT_THAT(section, HasSubstr(address + college_ctid().text()));
    EXPECT_THAT(section, Not(HasSubstr(ctid('2').text()))) << "it was deleted";
    EXPECT_THAT(section, testing::EndsWith("</urlset>\n"));
}

TEST_F(SiteMapFilesTest, are_only_those_that_the_index_names) {
    for (const auto* name :
         {"0.xml", "2.xml", "-1.xml", "01.xml", "1", "1.XML", "1.xml.xml", "x.xml", ".xml",
          "99999999999999999999.xml", "9223372036854775807.xml", "184467440737096.xml"}) {
        EXPECT_EQ(get(std::string("/sitemaps/") + name).status, 404) << name;
    }
}

TEST_F(SiteMapFilesTest, are_told_to_crawlers_with_what_is_not_for_them) {
    const auto robots = get("/robots.txt");
    EXPECT_EQ(robots.content_type, "text/plain; charset=utf-8");
    for (const auto* line :
         {"User-agent: *\n", "Disallow: /dashboard\n", "Disallow: /account\n", "Disallow: /staff\n",
          "Disallow: /log-in\n", "Disallow: /*?\n", "Allow: /?q=\n", "Disallow: /?q=*&\n",
          "Sitemap: https://registry.example/sitemap.xml\n"}) {
        EXPECT_THAT(robots.body, HasSubstr(line));
    }
    EXPECT_THAT(robots.body, Not(HasSubstr("Disallow: /resources")));
    EXPECT_THAT(robots.body, Not(HasSubstr("Disallow: /\n")));
}

}  // namespace

}  // namespace cartulary::web
