#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"
#include "operations/organization_events.h"
#include "store/events.h"
#include "store/organization_text.h"
#include "store/told_resource.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class AcclaimEvents : public AcclaimTest {
protected:
    const std::string all = path("/events");

    json::Value metadata(const http::Response& response) {
        return *json::parse(response.body)->find("metadata");
    }
    std::int64_t number(const json::Value& object, const std::string& name) {
        return *object.find(name)->integer();
    }

    // Changes of which nothing but events remains.
    void append(int count) {
        const auto organization = organizations.show(college)->organization;
        const auto snapshot = organizations::snapshot_of(organization);
        const auto appended =
            under_test.store().write([&](Transaction& transaction) -> Result<void> {
                for (int i = 0; i < count; ++i) {
                    events::append(transaction,
                                   {.id = Uuid::random(under_test.registry().randomness),
                                    .organization = organization.number,
                                    .sequence = 0,
                                    .type = event_type::organization_changed,
                                    .actor = "command",
                                    .snapshot = snapshot,
                                    .occurred_at = under_test.now()});
                }
                return {};
            });
        ASSERT_TRUE(appended);
    }
};

TEST_F(AcclaimEvents, tell_what_happened_with_the_state_it_left) {
    const auto before = data(get(path()));
    under_test.pass(std::chrono::seconds(1));
    put(path(), R"({"bio":"Since 1994"})");
    const auto list = data(get(all));
    ASSERT_EQ(list.array()->size(), 2U);
    const auto& newest = list.array()->at(0);
    EXPECT_EQ(text_in(newest, "event_type"), "organization.changed");
    EXPECT_EQ(text_in(newest, "occurred_at"), "2026-09-21T14:13:21.000Z");
    EXPECT_EQ(*newest.find("organization"), data(get(path())));
    const auto& oldest = list.array()->at(1);
    EXPECT_EQ(text_in(oldest, "event_type"), "organization.registered");
    EXPECT_EQ(*oldest.find("organization"), before) << "as it was then";
}

// Keys and order are those of the reference document's sample.
TEST_F(AcclaimEvents, are_read_one_by_one_as_they_are_listed) {
    const auto event = data(get(all)).array()->at(0);
    const auto id = text_in(event, "id");
    const auto response = get(all + "/" + id);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body,
                StartsWith(R"({"data":{"id":")" + id +
                           R"(","event_type":"organization.registered",)"
                           R"("organization_id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13",)"
                           R"("occurred_at":"2026-09-21T14:13:20.000Z","organization":{"id":)"));
    EXPECT_EQ(data(response), event);
    EXPECT_EQ(get(all + "/" + id + "/").body, response.body);
}

TEST_F(AcclaimEvents, that_are_unknown_or_anothers_are_not_there) {
    EXPECT_EQ(get(all + "/" + unknown_id).status, 404);
    EXPECT_EQ(get(all + "/nonsense").status, 404);
    const auto id = text_in(data(get(all)).array()->at(0), "id");
    const auto of_partner = bearer(add_token(partner.id, {true, false, false}));
    EXPECT_EQ(get(all + "/" + id, {of_partner}).status, 200) << "it may publish for the college";
    EXPECT_EQ(get(path_of(partner.id, "/events/") + id, {of_partner}).status, 404);
}

TEST_F(AcclaimEvents, always_carry_their_metadata) {
    EXPECT_THAT(get(all).body,
                HasSubstr(R"("metadata":{"count":1,"current_page":1,"total_count":1,)"
                          R"("total_pages":1,"per":50,"previous_page_url":null,)"
                          R"("next_page_url":null}})"));
}

TEST_F(AcclaimEvents, of_what_the_interface_never_had_are_told_shortly) {
    const auto ctid = Ctid::parse("ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001").value();
    const auto organization = organizations.show(college)->organization;
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        append_event(under_test.registry(), transaction, command_line(), organization,
                     event_type::resource_published,
                     resources::snapshot_of({ctid, "ceterms:Certificate", "Welding I", 1}));
        return {};
    }));
    const auto event = data(get(all)).array()->at(0);
    EXPECT_EQ(text_in(event, "event_type"), "resource.published");
    EXPECT_EQ(json::text_of(*event.find("resource")),
              R"({"ctid":"ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001","type":"ceterms:Certificate",)"
              R"("name":"Welding I","revision":1,)"
              R"("url":"https://registry.example/resources/)"
              R"(ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001"})");
    EXPECT_EQ(data(get(all + "/" + text_in(event, "id"))), event);
}

// As clients do: verbatim, until there is none.
TEST_F(AcclaimEvents, are_read_to_their_end_by_following_the_next_page) {
    append(120);
    std::vector<std::size_t> counts;
    std::string target = all + "?x=1&page=1";
    for (int requests = 0; requests < 10 && !target.empty(); ++requests) {
        const auto response = get(target);
        counts.push_back(data(response).array()->size());
        EXPECT_EQ(number(metadata(response), "count"), static_cast<std::int64_t>(counts.back()));
        EXPECT_EQ(number(metadata(response), "total_count"), 121);
        EXPECT_EQ(number(metadata(response), "total_pages"), 3);
        const auto next = text_in(metadata(response), "next_page_url");
        target.clear();
        if (next.empty()) break;
        EXPECT_THAT(next, StartsWith("https://registry.example" + all + "?x=1&"));
        target = next.substr(std::string("https://registry.example").size());
    }
    EXPECT_THAT(counts, ElementsAre(50U, 50U, 21U));
    const auto last = metadata(get(all + "?page=3"));
    EXPECT_EQ(text_in(last, "previous_page_url"), "https://registry.example" + all + "?page=2");
}

TEST_F(AcclaimEvents, deep_and_behind_the_end_are_pages_too) {
    append(5'049);
    const auto deepest = get(all + "?page=101");
    EXPECT_EQ(data(deepest).array()->size(), 50U);
    EXPECT_EQ(text_in(data(deepest).array()->at(49), "event_type"), "organization.registered");
    const auto behind = get(all + "?page=10000000");
    EXPECT_EQ(behind.status, 200);
    EXPECT_THAT(behind.body, StartsWith(R"({"data":[],"metadata":{"count":0,)"));
    EXPECT_EQ(get(all + "?page=10000001").status, 422);
}

TEST_F(AcclaimEvents, of_a_page_asked_for_twice_the_last_counts) {
    EXPECT_EQ(number(metadata(get(all + "?page=7&page=1")), "current_page"), 1);
}

TEST_F(AcclaimEvents, are_the_same_from_memory) {
    append(60);
    const auto first = get(all + "?page=2");
    EXPECT_EQ(get(all + "?page=2").body, first.body);
    put(path(), R"({"bio":"Since 1994"})");
    EXPECT_EQ(text_in(data(get(all)).array()->at(0), "event_type"), "organization.changed");
    EXPECT_EQ(data(get(all + "?page=2")).array()->size(), 12U);
}

}  // namespace

}  // namespace cartulary::acclaim
