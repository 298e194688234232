#include "operations/operations_for_test.h"
#include "operations/tokens.h"
#include "store/credentials.h"

namespace cartulary {

namespace {

// A store whose database may be away.
class FailingStore final : public Store {
public:
    explicit FailingStore(Store& inner) : inner_(inner) {}
    bool away = false;

    Engine engine() const override { return inner_.engine(); }
    std::optional<std::uint64_t> commits() const override { return inner_.commits(); }
    Result<void> copy_to(const std::filesystem::path& file) override {
        return inner_.copy_to(file);
    }
    std::vector<std::string> engine_problems() override { return inner_.engine_problems(); }

protected:
    void run_read(const std::function<void(Transaction&)>& work) override {
        inner_.read([&](Transaction& transaction) {
            work(transaction);
            return 0;
        });
    }
    void run_write(const std::function<bool(Transaction&)>& work) override {
        if (away) throw Unavailable("the database is away");
        inner_.write([&](Transaction& transaction) -> Result<void> {
            if (work(transaction)) return {};
            return fail(ErrorKind::conflict, "refused");
        });
    }

private:
    Store& inner_;
};

class CallersTest : public testing::Test, protected OperationsUnderTest {
protected:
    TokenTold make(const Rights& rights = {}) {
        return make_token(registry(), own.id, {"badges", rights}).value();
    }
    std::optional<Timestamp> last_use_of(const TokenTold& told) {
        return under_test.store().read([&](Transaction& transaction) {
            return credentials::find_token(transaction, told.token.id).value().last_used_at;
        });
    }
};

TEST_F(CallersTest, a_token_gives_its_organization_and_its_own_rights) {
    const auto made = make(all_but_write);
    Callers callers(registry());
    const auto caller = callers.by_token(made.text);
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->id, own.id);
    EXPECT_EQ(caller->organization, own.organization);
    EXPECT_EQ(caller->name, "Harbor College");
    EXPECT_TRUE(caller->trusted_partner);
    EXPECT_EQ(caller->token, made.token.id);
    EXPECT_TRUE(caller->rights.read);
    EXPECT_FALSE(caller->rights.write);
    EXPECT_TRUE(caller->rights.del);
    EXPECT_EQ(caller->actor(), "organization:" + own.id.ctid());
}

TEST_F(CallersTest, a_partner_that_is_not_approved_is_not_trusted_by_its_token) {
    const auto made = make();
    set_status(own, OrganizationStatus::blocked);
    EXPECT_FALSE(Callers(registry()).by_token(made.text)->trusted_partner);
}

TEST_F(CallersTest, what_is_no_token_is_refused) {
    make();
    Callers callers(registry());
    EXPECT_EQ(refusal_of(callers.by_token("")), "unauthenticated");
    EXPECT_EQ(refusal_of(callers.by_token("nonsense")), "unauthenticated");
    EXPECT_EQ(refusal_of(callers.by_token(college.api_key)), "unauthenticated");
    EXPECT_EQ(refusal_of(callers.by_token(std::string(201, 'a'))), "unauthenticated");
}

TEST_F(CallersTest, a_token_that_is_known_already_ends_when_its_time_has_come) {
    const auto made = make();
    Callers callers(registry());
    under_test.pass(authorization_token_life - std::chrono::milliseconds(1));
    ASSERT_TRUE(callers.by_token(made.text));
    under_test.pass(std::chrono::milliseconds(1));
    const auto refused = callers.by_token(made.text);
    EXPECT_EQ(refusal_of(refused), "unauthenticated");
    EXPECT_THAT(refused.error().message, testing::HasSubstr("ran out"));
}

TEST_F(CallersTest, a_token_that_is_known_already_ends_at_once_when_it_is_revoked) {
    const auto made = make();
    Callers callers(registry());
    ASSERT_TRUE(callers.by_token(made.text));
    ASSERT_TRUE(callers.by_token(made.text));
    ASSERT_TRUE(Tokens(registry()).revoke(own, own.id, made.token.id));
    EXPECT_EQ(refusal_of(callers.by_token(made.text)), "unauthenticated");
}

TEST_F(CallersTest, an_access_token_acts_as_the_token_it_was_exchanged_for) {
    const auto made = make(nothing_but_read);
    const auto access = Tokens(registry()).exchange(made.token.id.text(), made.text);
    ASSERT_TRUE(access);
    Callers callers(registry());
    const auto caller = callers.by_token(access->text);
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->token, made.token.id);
    EXPECT_FALSE(caller->rights.write);
    under_test.pass(access_token_life);
    EXPECT_EQ(refusal_of(callers.by_token(access->text)), "unauthenticated");
    EXPECT_TRUE(callers.by_token(made.text));
}

TEST_F(CallersTest, the_last_use_of_a_token_is_written_down_to_the_minute) {
    const auto made = make();
    Callers callers(registry());
    callers.record_uses();
    EXPECT_EQ(last_use_of(made), std::nullopt);
    under_test.pass(std::chrono::seconds(90));
    ASSERT_TRUE(callers.by_token(made.text));
    EXPECT_EQ(last_use_of(made), std::nullopt) << "a read waits for no write";
    callers.record_uses();
    EXPECT_EQ(last_use_of(made), std::chrono::floor<std::chrono::minutes>(under_test.now()));
}

TEST_F(CallersTest, a_token_that_is_used_all_the_time_is_written_down_once_a_minute) {
    const auto made = make();
    Callers callers(registry());
    ASSERT_TRUE(callers.by_token(made.text));
    callers.record_uses();
    const auto commits = under_test.store().commits();
    ASSERT_TRUE(callers.by_token(made.text));
    callers.record_uses();
    EXPECT_EQ(under_test.store().commits(), commits);
    under_test.pass(std::chrono::minutes(1));
    ASSERT_TRUE(callers.by_token(made.text));
    callers.record_uses();
    EXPECT_EQ(last_use_of(made), std::chrono::floor<std::chrono::minutes>(under_test.now()));
}

TEST_F(CallersTest, what_cannot_be_written_down_is_written_down_later) {
    const auto made = make();
    FailingStore store(under_test.store());
    const Registry interrupted{.store = store,
                               .vault = registry().vault,
                               .now = registry().now,
                               .randomness = registry().randomness,
                               .name = "",
                               .public_url = ""};
    Callers callers(interrupted);
    ASSERT_TRUE(callers.by_token(made.text));
    store.away = true;
    EXPECT_THROW(callers.record_uses(), Unavailable);
    store.away = false;
    callers.record_uses();
    EXPECT_NE(last_use_of(made), std::nullopt);
}

}  // namespace

}  // namespace cartulary
