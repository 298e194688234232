#include "web/html.h"

#include <gtest/gtest.h>

namespace cartulary::web {

TEST(Html, escapes_text_wherever_it_stands) {
    const std::string name = "<script>alert('x')</script> & \"Sons\"";
    const auto escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Sons&quot;";
    EXPECT_EQ(element("p", {}, name).text(), std::string("<p>") + escaped + "</p>");
    EXPECT_EQ(element("input", {{"value", name}}).text(),
              std::string("<input value=\"") + escaped + "\">");
    EXPECT_EQ(Markup(name).text(), escaped);
}

TEST(Html, keeps_markup_as_it_is) {
    EXPECT_EQ(element("p", {}, "a ", element("b", {}, "<c>"), " d").text(),
              "<p>a <b>&lt;c&gt;</b> d</p>");
    EXPECT_EQ(together(element("i", {}), Markup("&")).text(), "<i></i>&amp;");
}

TEST(Html, writes_attributes_with_and_without_a_value_and_leaves_out_those_without_a_name) {
    const std::string empty;
    EXPECT_EQ(element("input", {{"required"}, {}, {"value", empty}}).text(),
              "<input required value=\"\">");
}

TEST(Html, makes_paragraphs_of_lines_and_code_of_backticks) {
    EXPECT_EQ(paragraphs("one `<a>`\n\n two").text(),
              "<p>one <code>&lt;a&gt;</code></p><p> two</p>");
    EXPECT_EQ(paragraphs("").text(), "");
    EXPECT_EQ(phrase("a lonely ` stays").text(), "a lonely ` stays");
    EXPECT_EQ(phrase("`a``b`").text(), "<code>a</code><code>b</code>");
}

TEST(Html, fills_wordings_in_one_pass) {
    EXPECT_EQ(filled("{a} & {b}, {c}", {{"a", Markup("{b}")}, {"b", element("b", {}, "<")}}).text(),
              "{b} &amp; <b>&lt;</b>, {c}");
    EXPECT_EQ(filled_plain("{a}-{b", {{"a", "<{a}>"}}), "<{a}>-{b");
}

}  // namespace cartulary::web
