#include <chrono>
#include <functional>
#include <thread>

#include "delivery/testing/mail_sender_for_test.h"

namespace cartulary::delivery {

namespace {

// The sender with its thread.
class MailThreadTest : public MailSenderTest {};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, MailThreadTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

// Waits without a limit of its own: a test that hangs here has failed.
void wait_until(const std::function<bool()>& happened) {
    while (!happened()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

TEST_P(MailThreadTest, sends_by_itself_what_is_queued_later) {
    SmtpServer server;
    const auto sending = sender(options(server));
    sending->start();
    queue();
    sending->wake();
    wait_until([&] { return counts().sent == 1; });
    queue();  // without a word
    wait_until([&] { return counts().sent == 2; });
    sending->stop();
    queue();
    sending->start();
    wait_until([&] { return counts().sent == 3; });
    EXPECT_EQ(server.taken().size(), 3U);
}

TEST_P(MailThreadTest, leaves_the_rest_to_the_next_start_when_it_is_stopped) {
    SmtpServer server;
    for (int i = 0; i < 2 * mails_per_round; ++i) queue();
    sender(options(server))->start();  // and stops after the mail in hand
    EXPECT_EQ(static_cast<std::size_t>(counts().sent), server.taken().size());
    const auto next = sender(options(server));
    while (next->send_due() > 0) continue;
    EXPECT_EQ(counts().sent, 2 * mails_per_round);
    EXPECT_EQ(server.taken().size(), 2U * mails_per_round);
}

TEST_P(MailThreadTest, goes_on_when_the_database_comes_back) {
    SmtpServer server;
    queue();
    InterruptedStore interrupted(store());
    interrupted.fail_after(1);
    const auto sending = sender(options(server), interrupted);
    sending->start();
    wait_until([&] { return interrupted.failures() == 1; });
    interrupted.mend();
    wait_until([&] { return counts().sent == 1; });
    sending->stop();
    EXPECT_EQ(server.taken().size(), 1U);
}

TEST_P(MailThreadTest, shares_the_work_with_other_nodes) {
    SmtpServer server;
    for (int i = 0; i < 3 * mails_per_round; ++i) queue();
    const auto one = sender(options(server));
    const auto other = sender(options(server));
    one->start();
    other->start();
    wait_until([&] { return counts().sent == 3 * mails_per_round; });
    one->stop();
    other->stop();
    EXPECT_EQ(server.taken().size(), 3U * mails_per_round);
}

}  // namespace

}  // namespace cartulary::delivery
