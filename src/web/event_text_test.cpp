#include "web/event_text.h"

#include <gtest/gtest.h>

#include "domain/event.h"
#include "domain/staff_act.h"

namespace cartulary::web {

namespace {

TEST(EventTextTest, there_are_words_for_whatever_happens_and_whatever_staff_do) {
    Texts english;
    Texts spanish;
    spanish.language = "es";
    for (const auto* texts : {&english, &spanish}) {
        for (const auto type : event_type::all) EXPECT_NE(event_text(*texts, type), type);
        for (const auto type : staff_act::all) EXPECT_NE(event_text(*texts, type), type);
    }
}

TEST(EventTextTest, what_has_no_words_is_said_as_it_is) {
    EXPECT_EQ(event_text({}, "organization.painted"), "organization.painted");
}

}  // namespace

}  // namespace cartulary::web
