#include "delivery/smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "delivery/testing/smtp_server_for_test.h"

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;
using testing::Not;
using Kind = SmtpOutcome::Kind;

constexpr auto from = "no-reply@registry.example.org";
constexpr auto to = "ada@example.org";
constexpr auto message = "Subject: Hello\r\n\r\nHello\r\n.\r\n..two\r\nend\r\n";

SmtpOptions options_for(const SmtpServer& server) {
    SmtpOptions options;
    options.url = server.url();
    options.hello_name = "registry.example.org";
    return options;
}

SmtpOptions safe_options_for(const SmtpServer& server) {
    auto options = options_for(server);
    options.ca_file = server.certificate();
    options.user = "registry";
    options.password = "correct horse";
    return options;
}

TEST(Smtp, hands_a_message_over_byte_for_byte) {
    SmtpServer server;
    SmtpConnection connection(options_for(server));
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.taken(), std::vector<std::string>{message});
    EXPECT_THAT(server.taken(".json").at(0),
                HasSubstr(R"("from": "no-reply@registry.example.org", "to": ["ada@example.org"])"));
}

TEST(Smtp, uses_one_connection_for_many_mails) {
    SmtpServer server;
    SmtpConnection connection(options_for(server));
    for (int i = 0; i < 3; ++i) EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.count("connected"), 1);
    connection.close();
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.count("connected"), 2);
}

TEST(Smtp, connects_anew_when_the_server_has_had_enough_of_a_connection) {
    SmtpServer server({"--one-mail-a-connection"});
    SmtpConnection connection(options_for(server));
    for (int i = 0; i < 3; ++i) EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.count("connected"), 3);
    EXPECT_EQ(server.taken().size(), 3U);
}

TEST(Smtp, takes_451_for_a_delay_and_goes_on) {
    SmtpServer server({"--delay-first", "1"});
    SmtpConnection connection(options_for(server));
    const auto outcome = connection.send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_EQ(outcome.reason, "451 4.7.1 come back later");
    EXPECT_FALSE(outcome.server_failed);
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
}

TEST(Smtp, takes_550_for_the_last_word_about_one_mail) {
    SmtpServer server({"--refuse", "nobody"});
    SmtpConnection connection(options_for(server));
    const auto outcome = connection.send(from, "nobody@example.org", message);
    EXPECT_EQ(outcome.kind, Kind::refused);
    EXPECT_EQ(outcome.reason, "550 5.1.1 <nobody@example.org>: nobody here by that name");
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
}

TEST(Smtp, takes_554_after_the_body_for_the_last_word) {
    SmtpServer server({"--refuse-body"});
    const auto outcome = SmtpConnection(options_for(server)).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::refused);
    EXPECT_EQ(outcome.reason, "554 5.6.0 we do not like what it says");
}

TEST(Smtp, blames_the_server_and_no_mail_when_the_sender_is_refused) {
    SmtpServer server({"--refuse-sender"});
    const auto outcome = SmtpConnection(options_for(server)).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_EQ(outcome.reason, "550 5.7.1 this sender is not welcome");
}

TEST(Smtp, takes_a_connection_lost_before_the_last_word_for_a_delay) {
    SmtpServer server({"--drop-first", "1"});
    SmtpConnection connection(options_for(server));
    const auto outcome = connection.send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_FALSE(outcome.server_failed);
    EXPECT_FALSE(outcome.reason.empty());
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
}

TEST(Smtp, takes_a_connection_lost_after_the_last_word_for_nothing) {
    SmtpServer server({"--drop-after-accepting"});
    SmtpConnection connection(options_for(server));
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.taken().size(), 2U);
}

TEST(Smtp, waits_for_a_server_that_is_away) {
    SmtpServer server;
    server.stop();
    const auto outcome = SmtpConnection(options_for(server)).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_FALSE(outcome.reason.empty());
}

TEST(Smtp, waits_for_a_name_that_does_not_resolve) {
    SmtpOptions options;
    options.url = "smtp://no-such-host.invalid";
    const auto outcome = SmtpConnection(options).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
}

TEST(Smtp, encrypts_and_logs_in_when_it_has_a_password) {
    SmtpServer server({"--starttls", "--password", "correct horse"});
    SmtpConnection connection(safe_options_for(server));
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_THAT(server.taken(".json").at(0), HasSubstr(R"("tls": true)"));
    EXPECT_EQ(server.count("AUTH"), 1);
}

TEST(Smtp, takes_user_and_password_from_the_url) {
    SmtpServer server({"--starttls", "--password", "correct horse"});
    auto options = safe_options_for(server);
    options.user = options.password = "";
    options.url.replace(0, 7, "smtp://registry:correct%20horse@");
    EXPECT_EQ(SmtpConnection(options).send(from, to, message).kind, Kind::accepted);
}

TEST(Smtp, never_tells_a_wrong_password) {
    SmtpServer server({"--starttls", "--password", "correct horse"});
    auto options = safe_options_for(server);
    options.password = "battery staple";
    const auto outcome = SmtpConnection(options).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_EQ(outcome.reason, "the mail server refused the user and password");
}

TEST(Smtp, never_sends_a_password_in_the_clear) {
    SmtpServer server;  // without STARTTLS
    auto options = safe_options_for(server);
    options.ca_file.clear();
    const auto outcome = SmtpConnection(options).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_EQ(server.count("MAIL"), 0);
    EXPECT_EQ(server.count("AUTH"), 0);
}

TEST(Smtp, encrypts_where_that_is_offered) {
    SmtpServer server({"--starttls"});
    auto options = options_for(server);
    options.ca_file = server.certificate();
    EXPECT_EQ(SmtpConnection(options).send(from, to, message).kind, Kind::accepted);
    EXPECT_EQ(server.count("MAIL over TLS"), 1);
}

TEST(Smtp, sends_nothing_without_encryption_that_is_required) {
    SmtpServer server;
    auto options = options_for(server);
    options.tls_required = true;
    const auto outcome = SmtpConnection(options).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_TRUE(server.taken().empty());
}

TEST(Smtp, sends_nothing_to_a_server_whose_certificate_nobody_vouches_for) {
    SmtpServer server({"--starttls"});
    const auto outcome = SmtpConnection(options_for(server)).send(from, to, message);
    EXPECT_EQ(outcome.kind, Kind::delayed);
    EXPECT_TRUE(outcome.server_failed);
    EXPECT_TRUE(server.taken().empty());
}

TEST(Smtp, sends_to_a_utf_8_local_part) {
    SmtpServer server;
    SmtpConnection connection(options_for(server));
    EXPECT_EQ(connection.send(from, "zoë@xn--bcher-kva.example", message).kind, Kind::accepted);
    EXPECT_THAT(server.taken(".json").at(0), HasSubstr("zoë@xn--bcher-kva.example"));
    EXPECT_THAT(server.taken(".json").at(0), HasSubstr(R"("smtputf8": true)"));
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
    EXPECT_THAT(server.taken(".json").at(1), HasSubstr(R"("smtputf8": false)"));
}

TEST(Smtp, gives_up_a_utf_8_local_part_where_the_server_knows_only_ascii) {
    SmtpServer server({"--no-smtputf8"});
    SmtpConnection connection(options_for(server));
    EXPECT_EQ(connection.send(from, "zoë@example.org", message).kind, Kind::refused);
    EXPECT_EQ(connection.send(from, to, message).kind, Kind::accepted);
}

TEST(Smtp, lets_no_address_bring_a_command_along) {
    SmtpServer server;
    SmtpConnection connection(options_for(server));
    for (const auto* address :
         {"ada@example.org>\r\nRCPT TO:<eve@example.org", "a b@example.org", "", "<x@y.example>"}) {
        EXPECT_EQ(connection.send(from, address, message).kind, Kind::refused);
        EXPECT_EQ(connection.send(address, to, message).kind, Kind::refused);
    }
    EXPECT_EQ(server.count("connected"), 0);
}

TEST(Smtp, speaks_nothing_but_smtp) {
    for (const auto* url :
         {"http://registry:hidden@example.org", "file:///etc/passwd", "", "mail"}) {
        try {
            SmtpOptions options;
            options.url = url;
            SmtpConnection connection(options);
            ADD_FAILURE() << url;
        } catch (const std::invalid_argument& problem) {
            EXPECT_THAT(problem.what(), Not(HasSubstr("hidden")));
        }
    }
}

}  // namespace

}  // namespace cartulary::delivery
