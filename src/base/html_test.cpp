#include "base/html.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Html, takes_no_text_for_markup) {
    EXPECT_EQ(html_escaped(R"(<a href='x' title="y">&amp;</a>)"),
              "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;&lt;/a&gt;");
}

TEST(Html, leaves_all_other_text_alone) {
    EXPECT_EQ(html_escaped("Université d’Été, 北京 /;=`"), "Université d’Été, 北京 /;=`");
    EXPECT_EQ(html_escaped(""), "");
}

}  // namespace

}  // namespace cartulary
