#include "web/texts/refusals.h"

#include <gtest/gtest.h>

#include "web/texts/language.h"

namespace cartulary::web {

namespace {

std::string in_spanish(std::string_view english) {
    return refusal_text(texts_in(Language::spanish), english);
}

TEST(Refusals, are_said_in_spanish) {
    EXPECT_EQ(in_spanish("is required"), "es un dato obligatorio");
    EXPECT_EQ(in_spanish("nobody has this id"), "nadie tiene este identificador");
}

TEST(Refusals, keep_what_is_filled_in) {
    EXPECT_EQ(in_spanish("must be at least 15 characters"), "debe tener al menos 15 caracteres");
    EXPECT_EQ(in_spanish("must be 2 to 300 characters"), "debe tener de 2 a 300 caracteres");
    EXPECT_EQ(in_spanish("there is nothing at /resources/<b>"), "no hay nada en /resources/<b>");
    EXPECT_EQ(in_spanish("it may be registered already as \"A: B\" (ce-1): the name is the same"),
              "puede que ya esté inscrita como \"A: B\" (ce-1): the name is the same");
}

TEST(Refusals, may_hold_others) {
    EXPECT_EQ(in_spanish("line 3: the row has more than 9 cells"),
              "línea 3: la fila tiene más de 9 celdas");
    EXPECT_EQ(in_spanish("the organization is blocked"),
              "la organización está en este estado: bloqueada");
    EXPECT_EQ(in_spanish("line 1: line 2: line 3: line 4: line 5: is required"),
              "línea 1: línea 2: línea 3: line 4: line 5: is required");
}

TEST(Refusals, that_nobody_knows_stay_as_they_are) {
    for (const auto* text : {"", "{1}", "must be at least", "the moon is full", "line 3"}) {
        EXPECT_EQ(in_spanish(text), text);
    }
    const auto long_one = "there is nothing at " + std::string(5000, 'x');
    EXPECT_EQ(in_spanish(long_one), long_one);
}

TEST(Refusals, stay_as_they_are_in_english) {
    EXPECT_EQ(refusal_text(texts_in(Language::english), "is required"), "is required");
}

}  // namespace

}  // namespace cartulary::web
