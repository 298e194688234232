#include "web/texts/language.h"

#include <gtest/gtest.h>

#include <string>

#include "web/texts/plural.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

constexpr auto english = Language::english;
constexpr auto spanish = Language::spanish;

TEST(Languages, are_known_by_their_codes) {
    EXPECT_EQ(parse_language("en"), english);
    EXPECT_EQ(parse_language("es"), spanish);
    for (const auto* code : {"", "e", "ES", "es-MX", "fr", "es;q=1"}) {
        EXPECT_EQ(parse_language(code), std::nullopt) << code;
    }
}

TEST(Languages, are_those_that_a_browser_prefers) {
    EXPECT_EQ(preferred_language("es"), spanish);
    EXPECT_EQ(preferred_language("es-MX,es;q=0.9,en;q=0.8"), spanish);
    EXPECT_EQ(preferred_language("ES-419"), spanish);
    EXPECT_EQ(preferred_language("en;q=0.8, es;q=0.9"), spanish);
    EXPECT_EQ(preferred_language("fr-CA, fr;q=0.9, es ; q=0.2"), spanish);
    EXPECT_EQ(preferred_language("en-US,en;q=0.9,es;q=0.8"), english);
    EXPECT_EQ(preferred_language("en;q=0.801,es;q=0.802"), spanish);
    EXPECT_EQ(preferred_language("en,es"), english);
    EXPECT_EQ(preferred_language("es,en"), spanish);
    EXPECT_EQ(preferred_language("*, es;q=0.5"), english);
}

TEST(Languages, that_a_browser_refuses_or_that_are_not_there_leave_the_first) {
    for (const auto* asked : {"", "fr", "es;q=0", "es;q=0.000", "est", ";;;,,,", "q=1", "es;q=x"}) {
        EXPECT_EQ(preferred_language(asked), english) << asked;
    }
}

TEST(Languages, are_not_read_beyond_what_a_browser_would_send) {
    std::string others;
    for (int i = 0; i < 19; ++i) others += "fr,";
    EXPECT_EQ(preferred_language(others + "es"), spanish);
    EXPECT_EQ(preferred_language(others + "fr,es"), english);
}

constexpr Plural rows = {"{count} row", "{count} rows"};

TEST(Plurals, go_with_their_numbers) {
    const auto& texts = texts_in(english);
    EXPECT_EQ(counted(texts, rows, 0), "0 rows");
    EXPECT_EQ(counted(texts, rows, 1), "1 row");
    EXPECT_EQ(counted(texts, rows, 2), "2 rows");
    EXPECT_EQ(counted(texts, rows, 1000), "1,000 rows");
    EXPECT_EQ(counted(texts, rows, -1234567), "-1,234,567 rows");
}

TEST(Plurals, are_those_of_the_language) {
    const auto& texts = texts_in(spanish);
    const auto& cells = texts.upload_more_cells;
    EXPECT_EQ(counted(texts, cells, 0), "y 0 celdas más");
    EXPECT_EQ(counted(texts, cells, 1), "y 1 celda más");
    EXPECT_EQ(counted(texts, cells, 2), "y 2 celdas más");
    EXPECT_EQ(counted(texts, cells, 1000), "y 1000 celdas más");
    EXPECT_EQ(counted(texts, cells, 12345), "y 12\u00a0345 celdas más");
}

TEST(TermLabels, are_there_for_every_kind_of_term) {
    const auto& texts = texts_in(english);
    EXPECT_EQ(term_label(texts, "ceterms:Certificate"), "Certificate");
    EXPECT_EQ(term_label(texts, "ceterms:agentType"), "Agent Type");
    EXPECT_EQ(term_label(texts, "orgType:FourYear"), "Four-Year College");
    EXPECT_EQ(term_label(texts, "ceterms:OrganizationType"), "Organization Type");
}

TEST(TermLabels, are_those_of_the_language) {
    const auto& texts = texts_in(spanish);
    EXPECT_EQ(term_label(texts, "ceterms:Certificate"), "Certificado");
    EXPECT_EQ(term_label(texts, "ceterms:agentType"), "Tipo de agente");
    EXPECT_EQ(term_label(texts, "orgType:FourYear"), "Universidad de cuatro años");
    EXPECT_EQ(term_label(texts, "ceterms:OrganizationType"), "Tipo de organización");
}

TEST(TermLabels, of_what_is_no_term_are_the_text_itself) {
    for (const auto* text : {"", "certificate", "Certificate", "ceterms:certificates", "a\tb"}) {
        EXPECT_EQ(term_label(texts_in(english), text), text);
        EXPECT_EQ(term_label(texts_in(spanish), text), text);
    }
}

}  // namespace cartulary::web
