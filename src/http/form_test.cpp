#include "http/form.h"

#include <gmock/gmock.h>

#include "http/message.h"

namespace cartulary::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Form, decodes_escapes_and_plus_signs) {
    EXPECT_THAT(form_decode("name=Caf%C3%A9+West&city=St%2e%20Paul"),
                ElementsAre(Pair("name", "Caf\xC3\xA9 West"), Pair("city", "St. Paul")));
}

TEST(Form, keeps_order_and_repeated_names) {
    EXPECT_THAT(form_decode("a=1&b=2&a=3"),
                ElementsAre(Pair("a", "1"), Pair("b", "2"), Pair("a", "3")));
}

TEST(Form, gives_a_name_without_equals_sign_an_empty_value) {
    EXPECT_THAT(form_decode("a&b=&=c&&d=e=f"),
                ElementsAre(Pair("a", ""), Pair("b", ""), Pair("", "c"), Pair("d", "e=f")));
}

TEST(Form, takes_a_percent_sign_that_begins_no_escape_for_itself) {
    EXPECT_THAT(form_decode("rate=100%&x=%4&y=%zz%41"),
                ElementsAre(Pair("rate", "100%"), Pair("x", "%4"), Pair("y", "%zzA")));
}

TEST(Form, has_no_fields_in_empty_text) {
    EXPECT_THAT(form_decode(""), IsEmpty());
}

TEST(PercentDecode, refuses_broken_escapes) {
    EXPECT_EQ(percent_decode("/a%2Fb%2f+c"), "/a/b/+c");
    EXPECT_EQ(percent_decode("%"), std::nullopt);
    EXPECT_EQ(percent_decode("abc%4"), std::nullopt);
    EXPECT_EQ(percent_decode("%4g"), std::nullopt);
    EXPECT_EQ(percent_decode("%00"), std::string(1, '\0'));
}

TEST(Form, encodes_what_may_not_stand_in_a_path) {
    EXPECT_EQ(percent_encode("Caf\xC3\xA9 a/b?c~1-2_3.x"), "Caf%C3%A9%20a%2Fb%3Fc~1-2_3.x");
    EXPECT_EQ(percent_decode(percent_encode("100% \x01")), "100% \x01");
}

TEST(Request, gives_the_last_query_parameter_of_a_name) {
    const Request request{.path = "/", .query = "q=a&q=b%20c&Q=d"};
    EXPECT_EQ(request.query_parameter("q"), "b c");
    EXPECT_EQ(request.query_parameter("r"), std::nullopt);
}

TEST(Request, gives_an_empty_text_for_a_header_that_is_not_there) {
    const Request request{.path = "/", .query = "", .headers = {{"accept", "text/html"}}};
    EXPECT_EQ(request.header("accept"), "text/html");
    EXPECT_EQ(request.header("cookie"), "");
}

}  // namespace
}  // namespace cartulary::http
