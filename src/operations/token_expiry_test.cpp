#include "operations/operations_for_test.h"
#include "operations/tokens.h"
#include "store/credentials.h"

namespace cartulary {

namespace {

using std::chrono::days;
using std::chrono::hours;

class TokenExpiryTest : public testing::Test, protected OperationsUnderTest {
protected:
    TokenTold make() { return make_token(registry(), own.id, {"for badges", {}}).value(); }
    // How many warnings a look after the tokens adds.
    std::size_t warnings() {
        const auto before = mail_of(MailKind::token_expires).size();
        look_after_tokens(registry());
        return mail_of(MailKind::token_expires).size() - before;
    }
    void pass_until(days before_end) {
        under_test.pass(authorization_token_life - before_end - since_made_);
        since_made_ = authorization_token_life - before_end;
    }

private:
    hours since_made_{0};
};

TEST_F(TokenExpiryTest, is_told_to_administrators_thirty_and_seven_days_before_once_each) {
    make();
    pass_until(days(31));
    EXPECT_EQ(warnings(), 0U);
    pass_until(days(30));
    EXPECT_EQ(warnings(), 1U);
    EXPECT_EQ(warnings(), 0U);
    pass_until(days(8));
    EXPECT_EQ(warnings(), 0U);
    pass_until(days(7));
    EXPECT_EQ(warnings(), 1U);
    EXPECT_EQ(warnings(), 0U);
    pass_until(days(0));
    EXPECT_EQ(warnings(), 0U);
}

TEST_F(TokenExpiryTest, is_told_once_where_nobody_looked_for_a_long_time) {
    make();
    pass_until(days(3));
    EXPECT_EQ(warnings(), 1U);
    EXPECT_EQ(warnings(), 0U);
}

TEST_F(TokenExpiryTest, is_not_told_of_a_token_that_is_over_or_was_replaced) {
    const auto old = make();
    ASSERT_TRUE(Tokens(registry())
                    .rotate(Callers(registry()).by_token(old.text).value(), own.id, {},
                            [](const TokenTold&) { return ""; }));
    EXPECT_EQ(warnings(), 0U);
    pass_until(days(-1));
    EXPECT_EQ(warnings(), 0U);
}

TEST_F(TokenExpiryTest, says_which_token_and_when) {
    make();
    pass_until(days(30));
    const auto wakes = under_test.wakes().mail;
    ASSERT_EQ(warnings(), 1U);
    EXPECT_EQ(under_test.wakes().mail, wakes + 1);
    const auto mail = mail_of(MailKind::token_expires).front();
    EXPECT_EQ(mail.to_address, "office@harbor.example");
    EXPECT_EQ(mail.facts.at("organization"), "Harbor College");
    EXPECT_EQ(mail.facts.at("description"), "for badges");
    EXPECT_EQ(mail.facts.at("days"), "30");
    EXPECT_EQ(mail.facts.at("expires_on"), iso_8601(under_test.now() + days(30)).substr(0, 10));
    EXPECT_EQ(mail.sealed_link, "");
}

TEST_F(TokenExpiryTest, is_told_to_the_organization_where_it_has_no_administrator) {
    make();
    constexpr auto demote_sql = "update membership set role = 'viewer'";
    constexpr auto move_sql = "update organization set email = 'hall@harbor.example'";
    write([&](Transaction& transaction) {
        transaction.run(demote_sql);
        transaction.run(move_sql);
    });
    pass_until(days(7));
    ASSERT_EQ(warnings(), 1U);
    EXPECT_EQ(mail_of(MailKind::token_expires).front().to_address, "hall@harbor.example");
}

TEST_F(TokenExpiryTest, access_tokens_that_ran_out_are_dropped) {
    const auto made = make();
    ASSERT_TRUE(Tokens(registry()).exchange(own.id.text(), made.text));
    under_test.pass(access_token_life + hours(1));
    look_after_tokens(registry());
    write([&](Transaction& transaction) {
        EXPECT_EQ(credentials::forget_access_tokens(transaction, under_test.now()), 0);
    });
}

}  // namespace

}  // namespace cartulary
