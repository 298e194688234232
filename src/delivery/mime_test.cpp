#include "delivery/mime.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 2);
    }
    return lines;
}

std::string quoted_printable_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            decoded += text[i];
        } else if (text.substr(i + 1, 2) == "\r\n") {
            i += 2;
        } else {
            decoded +=
                static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        }
    }
    return decoded;
}

std::string base64_decoded(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string decoded;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text.substr(0, text.find('='))) {
        bits = bits << 6 | static_cast<unsigned>(digits.find(c));
        count += 6;
        if (count >= 8) decoded += static_cast<char>(bits >> (count -= 8) & 0xFF);
    }
    return decoded;
}

// The header's lines as one, its encoded-words decoded.
std::string header(const std::string& message, const std::string& name) {
    std::string unfolded;
    bool inside = false;
    for (const auto& line : lines_of(message)) {
        if (line.empty()) break;
        if (line[0] != ' ') inside = line.starts_with(name + ": ");
        if (inside) unfolded += line[0] == ' ' ? line : line.substr(name.size() + 2);
    }
    std::string decoded;
    std::string_view rest = unfolded;
    constexpr std::string_view begin = "=?utf-8?B?";
    while (!rest.empty()) {
        const auto at = rest.find(begin);
        // White space between two encoded-words is none of the text.
        if (at != 1 || rest[0] != ' ' || decoded.empty()) decoded += rest.substr(0, at);
        if (at == std::string_view::npos) break;
        rest.remove_prefix(at + begin.size());
        const auto end = rest.find("?=");
        decoded += base64_decoded(rest.substr(0, end));
        rest.remove_prefix(end + 2);
    }
    return decoded;
}

Message example() {
    return {.id = "018f0000-0000-7000-8000-000000000001@registry.example.org",
            .date = timestamp(1396363260000),
            .from = {"Example Registry", "no-reply@registry.example.org"},
            .reply_to = {},
            .to = {"Ada Example", "ada@example.org"},
            .subject = "Welcome",
            .text = "Hello\n",
            .html = "<p>Hello</p>\n"};
}

std::string with_subject(std::string subject) {
    auto message = example();
    message.subject = std::move(subject);
    return mime_of(message);
}

std::string with_name(std::string name) {
    auto message = example();
    message.to.name = std::move(name);
    return mime_of(message);
}

std::vector<std::string> header_names(const std::string& message) {
    std::vector<std::string> names;
    for (const auto& line : lines_of(message)) {
        if (line.empty()) break;
        if (line[0] != ' ') names.push_back(line.substr(0, line.find(':')));
    }
    return names;
}

TEST(Mime, writes_a_message_that_any_mail_program_can_read) {
    EXPECT_EQ(mime_of(example()),
              "Date: Tue, 01 Apr 2014 14:41:00 +0000\r\n"
              "From: \"Example Registry\" <no-reply@registry.example.org>\r\n"
              "To: \"Ada Example\" <ada@example.org>\r\n"
              "Subject: Welcome\r\n"
              "Message-ID: <018f0000-0000-7000-8000-000000000001@registry.example.org>\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: multipart/alternative; boundary=\"=_alternative\"\r\n"
              "\r\n"
              "--=_alternative\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "Hello\r\n"
              "\r\n"
              "--=_alternative\r\n"
              "Content-Type: text/html; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "<p>Hello</p>\r\n"
              "\r\n"
              "--=_alternative--\r\n");
}

TEST(Mime, keeps_the_parts_apart_when_a_text_holds_the_boundary) {
    auto message = example();
    message.text = "--=_alternative--\n";
    EXPECT_THAT(mime_of(message), HasSubstr("\r\n--=3D_alternative--\r\n"));
}

TEST(Mime, dates_in_the_first_and_the_last_hour_of_a_year) {
    EXPECT_EQ(mail_date(timestamp(0)), "Thu, 01 Jan 1970 00:00:00 +0000");
    EXPECT_EQ(mail_date(timestamp(1735689599999)), "Tue, 31 Dec 2024 23:59:59 +0000");
}

TEST(Mime, lets_no_value_begin_a_header) {
    const auto expected = header_names(mime_of(example()));
    for (const std::string line_break : {"\r\n", "\n", "\r", "\n\r", "\r\n\r\n"}) {
        const std::string attack = "x" + line_break + "Bcc: eve@example.org";
        auto message = example();
        message.subject = attack;
        message.to = {attack, "ada@example.org" + line_break + "Bcc: eve@example.org"};
        message.from = {attack, attack};
        message.id = attack;
        const auto text = mime_of(message);
        EXPECT_EQ(header_names(text), expected);
        EXPECT_EQ(header(text, "Subject"), "x Bcc: eve@example.org");
    }
}

TEST(Mime, lets_no_value_begin_another_address) {
    auto message = example();
    message.to.address = "ada@example.org>, <eve@example.org";
    EXPECT_EQ(header(mime_of(message), "To"), "\"Ada Example\" <ada@example.orgeve@example.org>");
    EXPECT_THAT(with_name("Ada\" <eve@example.org>, \""),
                HasSubstr("\r\nTo: \"Ada\\\" <eve@example.org>, \\\"\" <ada@example.org>\r\n"));
}

TEST(Mime, drops_control_characters_from_headers) {
    using namespace std::string_literals;
    EXPECT_EQ(header(with_subject("a\0b\x7F\x1B[31m\t c\xC2\x85"s), "Subject"), "a b [31m c");
}

TEST(Mime, replaces_bytes_that_are_not_utf_8) {
    EXPECT_EQ(header(with_subject("caf\xE9"), "Subject"), "caf?");
}

TEST(Mime, does_not_let_a_value_pass_for_encoded) {
    const auto text = with_subject("=?utf-8?B?RXZl?=");
    EXPECT_THAT(text, Not(HasSubstr("Subject: =?utf-8?B?RXZl?=")));
    EXPECT_EQ(header(text, "Subject"), "=?utf-8?B?RXZl?=");
}

TEST(Mime, carries_names_of_every_script) {
    for (const std::string name : {
             "Zoë Ångström",
             "株式会社山田太郎",
             "جامعة الملك سعود",
             "האוניברסיטה העברית",
             "👩‍🎓 Academy 🎓",
             "Ünïversity of \"Quotes\" \\ and, commas; <brackets>",
         }) {
        EXPECT_EQ(header(with_name(name), "To"), name + " <ada@example.org>");
        EXPECT_EQ(header(with_subject(name), "Subject"), name);
    }
}

TEST(Mime, folds_a_long_name_at_a_space) {
    const std::string first(60, 'A');
    const std::string last(60, 'B');
    EXPECT_THAT(with_name(first + " " + last),
                HasSubstr("\r\nTo: \"" + first + "\r\n " + last + "\"\r\n <ada@example.org>\r\n"));
}

TEST(Mime, writes_only_the_address_of_somebody_without_a_name) {
    EXPECT_THAT(with_name(""), HasSubstr("\r\nTo: ada@example.org\r\n"));
}

TEST(Mime, keeps_an_address_with_a_utf_8_local_part_as_it_is) {
    auto message = example();
    message.to.address = "zoë@xn--bcher-kva.example";
    EXPECT_THAT(mime_of(message), HasSubstr("<zoë@xn--bcher-kva.example>\r\n"));
}

TEST(Mime, answers_go_to_another_address_on_request) {
    auto message = example();
    message.reply_to = Mailbox{"", "help@example.org"};
    EXPECT_THAT(mime_of(message), HasSubstr("\r\nReply-To: help@example.org\r\n"));
}

// Text of every length with every kind of character at every place.
std::string random_text(std::mt19937& random, std::string_view plain_characters) {
    static const std::vector<std::string> characters = {"é", "漢", "👩", "ש", "\u202E"};
    std::string text;
    const auto length = random() % 400;
    const bool plain_only = random() % 2 == 0;
    for (unsigned i = 0; i < length; ++i) {
        if (plain_only || random() % 4 != 0) {
            text += plain_characters[random() % plain_characters.size()];
        } else {
            text += characters[random() % characters.size()];
        }
    }
    return text;
}

TEST(Mime, folds_headers_of_any_length_and_loses_nothing) {
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        const auto value = random_text(random, "abc de\"\\<>=?_,.()");
        auto message = example();
        message.subject = message.to.name = message.from.name = value;
        const auto text = mime_of(message);
        for (const auto& line : lines_of(text)) {
            ASSERT_LE(line.size(), header_line_characters_max) << line;
            ASSERT_TRUE(line.find("=?") == std::string::npos ||
                        line.size() <= encoded_line_characters_max)
                << line;
            ASSERT_TRUE(line.empty() || line.find_first_not_of(' ') != std::string::npos);
        }
        // Runs of spaces are one, those at the ends none.
        std::string expected;
        for (const char c : value) {
            if (c != ' ' || (!expected.empty() && expected.back() != ' ')) expected += c;
        }
        if (expected.ends_with(' ')) expected.pop_back();
        ASSERT_EQ(header(text, "Subject"), expected);
        const auto to = header(text, "To");
        if (!to.starts_with('"') && !expected.empty()) {
            ASSERT_EQ(to, expected + " <ada@example.org>");
        }
    }
}

TEST(QuotedPrintable, brings_back_every_text_in_short_lines) {
    std::mt19937 random(2);
    for (int i = 0; i < 5000; ++i) {
        const auto text = random_text(random, "ab= .\t\nFrom\r\x7F");
        std::string expected;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool has_return = at > 0 && text[at - 1] == '\r';
            if (text[at] == '\n' && !has_return) expected += '\r';
            expected += text[at];
        }
        const auto encoded = quoted_printable(text);
        ASSERT_EQ(quoted_printable_decoded(encoded), expected);
        for (const auto& line : lines_of(encoded)) {
            ASSERT_LE(line.size(), encoded_line_characters_max);
            ASSERT_FALSE(line.ends_with(' ') || line.ends_with('\t')) << line;
            ASSERT_FALSE(line.starts_with('.') || line.starts_with("From")) << line;
            ASSERT_EQ(line.find_first_of("\r\n"), std::string::npos);
        }
    }
}

TEST(QuotedPrintable, encodes_what_would_not_survive_the_journey) {
    using namespace std::string_literals;
    EXPECT_EQ(quoted_printable("1+1=2"), "1+1=3D2");
    EXPECT_EQ(quoted_printable("end \nend\t"), "end=20\r\nend=09");
    EXPECT_EQ(quoted_printable(".\nFrom me"), "=2E\r\n=46rom me");
    EXPECT_EQ(quoted_printable("a\0b\rc"s), "a=00b=0Dc");
    EXPECT_EQ(quoted_printable("é"), "=C3=A9");
    EXPECT_EQ(quoted_printable(""), "");
}

TEST(QuotedPrintable, fills_a_line_to_its_last_place) {
    EXPECT_EQ(quoted_printable(std::string(76, 'a')), std::string(76, 'a'));
    EXPECT_EQ(quoted_printable(std::string(77, 'a')), std::string(75, 'a') + "=\r\naa");
    EXPECT_EQ(quoted_printable(std::string(75, 'a') + ".b"), std::string(75, 'a') + "=\r\n=2Eb");
}

}  // namespace

}  // namespace cartulary::delivery
