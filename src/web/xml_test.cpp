#include "web/xml.h"

#include <gtest/gtest.h>

namespace cartulary::web {

namespace {

TEST(Xml, escapes_what_would_be_markup) {
    EXPECT_EQ(xml_text("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    EXPECT_EQ(xml_element("a", {{"b", "\"<&"}}, xml_text("]]>")),
              "<a b=\"&quot;&lt;&amp;\">]]&gt;</a>");
    EXPECT_EQ(xml_element("a", {{}, {"b", "1"}}, ""), "<a b=\"1\"/>");
}

TEST(Xml, leaves_out_what_it_cannot_hold_and_nothing_else) {
    EXPECT_EQ(xml_text(std::string_view("a\0b\x01\x1F\x0B", 6)), "ab");
    EXPECT_EQ(xml_text("\t\n\r\x7F é 漢字 שלום 🎓 \xEF\xBF\xBD"),
              "\t\n\r\x7F é 漢字 שלום 🎓 \xEF\xBF\xBD");
    EXPECT_EQ(xml_text("a\xEF\xBF\xBE\xEF\xBF\xBF"
                       "b"),
              "ab");
}

}  // namespace

}  // namespace cartulary::web
