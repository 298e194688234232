#include "delivery/mail_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "delivery/testing/mail_sender_for_test.h"

namespace cartulary::delivery {

namespace {

using testing::HasSubstr;
using Way = MailOptions::Way;

INSTANTIATE_TEST_SUITE_P(EveryDatabase, MailSenderTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

std::string line_beginning(const std::string& message, const std::string& beginning) {
    const auto at = message.find("\r\n" + beginning) + 2;
    return message.substr(at, message.find("\r\n", at) - at);
}

TEST_P(MailSenderTest, sends_a_mail_and_forgets_its_secret) {
    SmtpServer server;
    const auto mail = queue();
    EXPECT_EQ(sender(options(server))->send_due(), 1);
    const auto message = server.taken().at(0);
    EXPECT_THAT(message, HasSubstr("From: \"Example Registry\" <no-reply@registry.example.org>"));
    EXPECT_THAT(message, HasSubstr("To: \"Ada Example\" <ada@example.org>"));
    EXPECT_THAT(message, HasSubstr("https://registry.example.org/account/confirm?token=3Dsecret"));
    EXPECT_THAT(message, HasSubstr("<" + mail.id.text() + "@registry.example.org>"));
    EXPECT_EQ(kept(mail).state, "sent");
    EXPECT_FALSE(kept(mail).has_link);
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_mails_sent_total 1"));
}

TEST_P(MailSenderTest, sends_each_of_many_mails_once) {
    SmtpServer server;
    std::set<std::string> expected;
    for (int i = 0; i < 2 * mails_per_round + 1; ++i) {
        expected.insert("Message-ID: <" + queue().id.text() + "@registry.example.org>");
    }
    const auto sending = sender(options(server));
    EXPECT_EQ(sending->send_due(), mails_per_round);
    EXPECT_EQ(sending->send_due(), mails_per_round);
    EXPECT_EQ(sending->send_due(), 1);
    EXPECT_EQ(sending->send_due(), 0);
    std::multiset<std::string> taken;
    for (const auto& message : server.taken()) {
        taken.insert(line_beginning(message, "Message-ID"));
    }
    EXPECT_EQ(taken, std::multiset<std::string>(expected.begin(), expected.end()));
    EXPECT_EQ(server.count("connected"), 3);
    EXPECT_EQ(counts().sent, 2 * mails_per_round + 1);
}

TEST_P(MailSenderTest, tries_a_delayed_mail_again_with_the_same_bytes) {
    SmtpServer lost({"--drop-first", "1"});
    const auto mail = queue();
    const auto sending = sender(options(lost));
    EXPECT_EQ(sending->send_due(), 1);
    EXPECT_EQ(kept(mail).state, "waiting");
    EXPECT_FALSE(kept(mail).reason.empty());
    EXPECT_EQ(sending->send_due(), 0);
    now_ += std::chrono::minutes(1);
    EXPECT_EQ(sending->send_due(), 1);
    EXPECT_EQ(kept(mail).state, "sent");
    EXPECT_EQ(lost.taken().size(), 1U);
    EXPECT_EQ(lost.taken(".lost").at(0), lost.taken().at(0));
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_mails_delayed_total 1"));
}

TEST_P(MailSenderTest, gives_up_a_refused_mail_at_once_and_keeps_the_reason) {
    SmtpServer server({"--refuse", "nobody"});
    const auto refused = queue("nobody@example.org");
    const auto taken = queue();
    const auto sending = sender(options(server));
    EXPECT_EQ(sending->send_due(), 2);
    EXPECT_EQ(kept(refused).state, "given_up");
    EXPECT_EQ(kept(refused).reason, "550 5.1.1 <nobody@example.org>: nobody here by that name");
    EXPECT_FALSE(kept(refused).has_link);
    EXPECT_EQ(kept(taken).state, "sent");
    now_ += mail_patience;
    EXPECT_EQ(sending->send_due(), 0);
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_mails_given_up_total 1"));
}

TEST_P(MailSenderTest, gives_up_an_address_that_is_none) {
    const auto mail = queue("ada@example.org>\r\nRCPT TO:<eve@example.org");
    sender(options(Way::folder))->send_due();
    EXPECT_EQ(kept(mail).state, "given_up");
    EXPECT_THAT(kept(mail).reason, HasSubstr("must be an e-mail address"));
}

TEST_P(MailSenderTest, gives_up_a_delayed_mail_after_four_days) {
    SmtpServer server;
    const auto mail = queue();
    const auto began = now_;
    const auto sending = sender(options(server));
    server.stop();
    while (kept(mail).state == "waiting" && now_ - began < 2 * mail_patience) {
        now_ = kept(mail).next_attempt;
        EXPECT_EQ(sending->send_due(), 1);
    }
    EXPECT_EQ(kept(mail).state, "given_up");
    EXPECT_FALSE(kept(mail).reason.empty());
    EXPECT_GE(now_ - began, mail_patience);
    EXPECT_LE(now_ - began, mail_patience + std::chrono::hours(4));
}

TEST_P(MailSenderTest, does_not_try_every_mail_on_a_server_that_takes_none) {
    SmtpServer server({"--refuse-sender"});
    const auto first = queue();
    const auto second = queue();
    EXPECT_EQ(sender(options(server))->send_due(), 2);
    EXPECT_EQ(server.count("MAIL"), 1);
    EXPECT_EQ(kept(first).reason, "550 5.7.1 this sender is not welcome");
    EXPECT_EQ(kept(second).reason, kept(first).reason);
    EXPECT_EQ(counts().waiting, 2);
}

TEST_P(MailSenderTest, never_sends_again_what_was_accepted_while_the_database_is_away) {
    SmtpServer server;
    queue();
    InterruptedStore interrupted(store());
    const auto sending = sender(options(server), interrupted);
    interrupted.fail_after(1);  // the lease
    EXPECT_THROW(sending->send_due(), Unavailable);
    EXPECT_EQ(server.taken().size(), 1U);
    now_ += 2 * mail_lease;  // so that it could be leased again
    EXPECT_THROW(sending->send_due(), Unavailable);
    interrupted.mend();
    EXPECT_EQ(sending->send_due(), 0);
    EXPECT_EQ(counts().sent, 1);
    EXPECT_EQ(server.taken().size(), 1U);
}

TEST_P(MailSenderTest, sends_the_rest_of_a_round_that_the_database_broke_off) {
    SmtpServer server;
    for (int i = 0; i < 3; ++i) queue();
    InterruptedStore interrupted(store());
    // A second passes with every look at the clock: an outcome is marked after every mail.
    MailSender sending(
        interrupted, vault_, options(server), [this] { return now_ += std::chrono::seconds(1); },
        metrics_);
    interrupted.fail_after(1);
    EXPECT_THROW(sending.send_due(), Unavailable);
    EXPECT_EQ(server.taken().size(), 1U);
    interrupted.mend();
    EXPECT_EQ(sending.send_due(), 2);
    EXPECT_EQ(server.taken().size(), 3U);
    EXPECT_EQ(counts().sent, 3);
}

TEST_P(MailSenderTest, sends_what_a_killed_process_left_with_the_same_bytes) {
    SmtpServer server;
    queue();
    InterruptedStore interrupted(store());
    interrupted.fail_after(1);
    EXPECT_THROW(sender(options(server), interrupted)->send_due(), Unavailable);
    const auto after = sender(options(server));
    EXPECT_EQ(after->send_due(), 0);
    now_ += mail_lease;
    EXPECT_EQ(after->send_due(), 1);
    ASSERT_EQ(server.taken().size(), 2U);
    EXPECT_EQ(server.taken().at(0), server.taken().at(1));
}

TEST_P(MailSenderTest, begins_no_mail_that_may_outlast_its_lease) {
    SmtpServer server;
    const auto mail = queue();
    auto slow = options(server);
    slow.smtp.total_timeout = mail_lease;
    EXPECT_EQ(sender(slow)->send_due(), 0);
    EXPECT_EQ(server.count("connected"), 0);
    EXPECT_EQ(sender(options(server))->send_due(), 1);
    EXPECT_EQ(kept(mail).state, "sent");
}

TEST_P(MailSenderTest, waits_for_the_key_that_a_link_was_sealed_with) {
    auto sealed_elsewhere = mail_to("ada@example.org");
    sealed_elsewhere.sealed_link = Vault::with_key({9}).seal(secret_link);
    const auto mail = queue(sealed_elsewhere);
    sender(options(Way::folder))->send_due();
    EXPECT_EQ(kept(mail).state, "waiting");
    EXPECT_EQ(kept(mail).reason, "its link was sealed with another key than ours");
}

TEST_P(MailSenderTest, keeps_a_mail_as_a_file_without_a_mail_server) {
    const auto mail = queue();
    EXPECT_EQ(sender(options(Way::folder))->send_due(), 1);
    EXPECT_EQ(kept(mail).state, "sent");
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "mail")) {
        files.push_back(file.path());
    }
    ASSERT_EQ(files.size(), 1U);
    EXPECT_THAT(content_of(files[0]), HasSubstr("To: \"Ada Example\" <ada@example.org>"));
}

TEST_P(MailSenderTest, waits_for_a_folder_that_can_be_written) {
    std::ofstream(folder_.path() / "mail") << "in the way";
    const auto mail = queue();
    EXPECT_EQ(sender(options(Way::folder))->send_due(), 1);
    EXPECT_EQ(kept(mail).state, "waiting");
    EXPECT_FALSE(kept(mail).reason.empty());
}

TEST_P(MailSenderTest, holds_every_mail_on_request) {
    const auto mail = queue();
    EXPECT_EQ(sender(options(Way::hold))->send_due(), 0);
    EXPECT_EQ(kept(mail).state, "waiting");
    EXPECT_EQ(sender(options(Way::folder))->send_due(), 1);
}

TEST_P(MailSenderTest, shows_how_many_mails_wait) {
    queue();
    queue();
    sender(options(Way::hold))->send_due();
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_mails_waiting 2"));
}

TEST_P(MailSenderTest, commits_nothing_while_no_mail_is_due) {
    const auto sending = sender(options(Way::folder));
    const auto before = store().commits();
    sending->send_due();
    EXPECT_EQ(store().commits(), before);
}

TEST_P(MailSenderTest, writes_to_an_international_address) {
    SmtpServer server;
    queue("zoë@bücher.example");
    sender(options(server))->send_due();
    EXPECT_THAT(server.taken(".json").at(0), HasSubstr("zoë@xn--bcher-kva.example"));
    EXPECT_THAT(server.taken().at(0), HasSubstr("<zoë@xn--bcher-kva.example>\r\n"));
}

TEST_P(MailSenderTest, names_the_sender_as_configured) {
    SmtpServer server;
    queue();
    auto named = options(server);
    named.from_address = "office@bücher.example";
    named.from_name = "The Office";
    sender(named)->send_due();
    EXPECT_THAT(server.taken().at(0),
                HasSubstr("From: \"The Office\" <office@xn--bcher-kva.example>\r\n"));
    EXPECT_THAT(server.taken(".json").at(0),
                HasSubstr(R"("from": "office@xn--bcher-kva.example")"));
    named.from_address = "nobody";
    EXPECT_THROW(sender(named), std::invalid_argument);
}

TEST(DelayAfter, grows_from_a_minute_to_four_hours_and_ends) {
    EXPECT_EQ(delay_after(1), std::chrono::minutes(1));
    EXPECT_EQ(delay_after(2), std::chrono::minutes(5));
    EXPECT_EQ(delay_after(4), std::chrono::hours(1));
    EXPECT_EQ(delay_after(6), std::chrono::hours(4));
    EXPECT_EQ(delay_after(7), std::chrono::hours(4));
    EXPECT_EQ(delay_after(1000), std::nullopt);
}

}  // namespace

}  // namespace cartulary::delivery
