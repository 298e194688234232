#include "dialects/publisher/publisher_for_test.h"
#include "store/organizations.h"
#include "store/relationships.h"

namespace cartulary::publisher {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

CARTULARY_ON_EVERY_DATABASE(PublisherTest);

TEST_P(PublisherTest, the_description_has_the_routes_and_no_others) {
    EXPECT_EQ(description.operations(),
              testkit::ApiDescription::operations(router.areas().front()));
}

TEST_P(PublisherTest, a_table_is_saved_at_once) {
    const auto response = upload(heading + row("W-1") + row("W-2"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(outcome(response), "saved: 2 rows, 2 added, 0 updated, 0 unchanged, 0 failed");
    EXPECT_EQ(member(response, "saved"), "true");
    EXPECT_EQ(member(response, "things"), "2");
    EXPECT_EQ(member(response, "organization"), college.id.ctid());
    EXPECT_THAT(messages(response), IsEmpty());
    const auto again = upload(heading + row("W-1") + row("W-2", "Welding II"),
                              "?organization=" + college.id.ctid());
    EXPECT_EQ(outcome(again), "saved: 2 rows, 0 added, 1 updated, 1 unchanged, 0 failed");
}

TEST_P(PublisherTest, a_problem_keeps_all_from_being_saved_unless_good_rows_are_wanted) {
    const auto table = heading + row("W-1") + row("W-2", "");
    const auto response = upload(table);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(outcome(response), "preview: 2 rows, 1 added, 0 updated, 0 unchanged, 1 failed");
    EXPECT_THAT(messages(response), ElementsAre("Row: 3. Credential Name is required"));
    EXPECT_THAT(member(response, "problems"), HasSubstr(R"("column":"Credential Name")"));
    EXPECT_EQ(member(response, "rows_with_problems"), "1");
    const auto good = upload(table, "?mode=good-rows");
    EXPECT_EQ(good.status, 200);
    EXPECT_EQ(outcome(good), "saved: 2 rows, 1 added, 0 updated, 0 unchanged, 1 failed");
    EXPECT_THAT(messages(good), SizeIs(1));
}

TEST_P(PublisherTest, a_preview_can_be_saved_or_given_up_afterwards) {
    const auto response = upload(heading + row("W-1"), "?mode=preview");
    EXPECT_EQ(outcome(response), "preview: 1 rows, 1 added, 0 updated, 0 unchanged, 0 failed");
    const auto one = "/publisher/bulk/credentials/uploads/" + member(response, "id");
    EXPECT_EQ(get(one).body, response.body);
    EXPECT_EQ(post(one + "/save?mode=preview").status, 400);
    EXPECT_EQ(member(post(one + "/save"), "state"), "saved");
    EXPECT_EQ(post(one + "/save").status, 409);
    EXPECT_EQ(send(http::Method::del, one, "", {key_of(college)}).status, 409);

    const auto other = upload(heading + row("W-2"), "?mode=preview");
    const auto another = "/publisher/bulk/credentials/uploads/" + member(other, "id");
    EXPECT_EQ(send(http::Method::del, another, "", {key_of(college)}).status, 204);
    EXPECT_EQ(member(get(another), "state"), "given_up");
    EXPECT_EQ(get("/publisher/bulk/locations/uploads/" + member(other, "id")).status, 404);
    EXPECT_EQ(get("/publisher/bulk/credentials/uploads/x").status, 404);
}

TEST_P(PublisherTest, whoever_does_not_want_to_wait_is_told_where_to_look) {
    const auto response = upload(heading + row("W-1"), "?mode=preview",
                                 {{"prefer", "return=minimal, Respond-Async"}});
    EXPECT_EQ(response.status, 202);
    EXPECT_EQ(member(response, "state"), "reading");
    const auto id = Uuid::parse(member(response, "id")).value();
    const auto header = [&](const std::string& name) {
        const auto found = std::ranges::find(response.headers, name, &http::Header::name);
        return found == response.headers.end() ? "" : found->value;
    };
    const auto address = header("Location");
    EXPECT_EQ(address, "/publisher/bulk/credentials/uploads/" + id.text() +
                           "?organization=" + college.id.ctid());
    EXPECT_EQ(header("Preference-Applied"), "respond-async");
    uploads.wait_for(id);
    EXPECT_EQ(outcome(get(address)), "preview: 1 rows, 1 added, 0 updated, 0 unchanged, 0 failed");
    // What is to be saved is answered for.
    const auto saved = upload(heading + row("W-1"), "", {{"prefer", "respond-async"}});
    EXPECT_EQ(member(saved, "state"), "saved");
}

TEST_P(PublisherTest, a_refused_file_tells_why) {
    const auto response = upload("Colour\nred\n");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(member(response, "state"), "refused");
    EXPECT_THAT(member(response, "problem"), HasSubstr("\"Colour\" is no column"));
    const auto nothing = upload("");
    EXPECT_EQ(nothing.status, 400);
    EXPECT_EQ(member(nothing, "message"), "the file is empty");
    EXPECT_EQ(upload(heading, "?mode=some").status, 400);
    EXPECT_EQ(upload(heading, "?organization=1").status, 400);
    EXPECT_EQ(post("/publisher/bulk/boats", heading).status, 404);
    const auto large = upload(std::string(bulk_file_bytes_max + 1, 'a'));
    EXPECT_EQ(large.status, 413);
}

TEST_P(PublisherTest, takes_the_file_of_a_form) {
    const std::string form =
        "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
        "--x\r\nContent-Disposition: form-data; name=\"table\"; "
        "filename=\"my.csv\"\r\n\r\n" +
        (heading + row("W-1")) + "\r\n--x--\r\n";
    const auto response = upload(form, "", {{"content-type", "multipart/form-data; boundary=x"}});
    EXPECT_EQ(member(response, "file"), "my.csv");
    EXPECT_EQ(outcome(response), "saved: 1 rows, 1 added, 0 updated, 0 unchanged, 0 failed");
    EXPECT_EQ(upload("--x--", "", {{"content-type", "multipart/form-data; boundary=x"}}).status,
              400);
    const auto named = upload(heading + row("W-1"), "?file=all.csv",
                              {{"content-type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(member(named, "file"), "all.csv");
}

TEST_P(PublisherTest, what_is_taken_away_changes_nothing_when_it_comes_back) {
    upload(heading + row("W-1") + row("=W-2", "\"Title, \"\"quoted\"\"\""));
    const auto table = get("/publisher/bulk/credentials?organization=" + college.id.ctid());
    EXPECT_EQ(table.status, 200);
    EXPECT_THAT(table.body, HasSubstr("'=W-2"));
    EXPECT_EQ(outcome(upload(table.body)),
              "saved: 2 rows, 0 added, 0 updated, 2 unchanged, 0 failed");
    const auto problems = upload(heading + row("W-3", ""));
    const auto file =
        get("/publisher/bulk/credentials/uploads/" + member(problems, "id") + "/problems");
    EXPECT_THAT(file.body, HasSubstr("Row: 2. Credential Name is required,W-3,"));
}

TEST_P(PublisherTest, the_template_can_be_filled_in_and_uploaded) {
    for (const auto* kind :
         {"credentials", "assessments", "learning-opportunities", "organizations", "locations"}) {
        const auto path = std::string("/publisher/bulk/") + kind;
        const auto file = send(http::Method::get, path + "/template", "", {});
        EXPECT_EQ(file.status, 200);
        const auto empty = post(path, file.body);
        EXPECT_EQ(member(empty, "problem"), "the file has a heading and no rows") << kind;
    }
    EXPECT_EQ(send(http::Method::get, "/publisher/bulk/boats/template", "", {}).status, 404);
}

TEST_P(PublisherTest, nothing_is_told_or_taken_without_a_key_that_may) {
    const auto preview = upload(heading + row("W-1"), "?mode=preview");
    const auto one = "/publisher/bulk/credentials/uploads/" + member(preview, "id");
    const auto of_college = "?organization=" + college.id.ctid();
    using http::Method;
    const std::pair<Method, std::string> requests[] = {
        {Method::post, "/publisher/bulk/credentials"},
        {Method::get, "/publisher/bulk/credentials"},
        {Method::get, one},
        {Method::post, one + "/save"},
        {Method::del, one},
        {Method::get, one + "/problems"}};
    for (const auto& [method, path] : requests) {
        const auto body = heading + row("W-1");
        EXPECT_EQ(send(method, path, body, {}).status, 401) << path;
        EXPECT_EQ(send(method, path, body, {{"authorization", "ApiToken x"}}).status, 401) << path;
        EXPECT_EQ(send(method, path + of_college, body, {key_of(school)}).status, 404) << path;
    }
    EXPECT_EQ(member(get(one), "state"), "preview");
}

TEST_P(PublisherTest, a_third_party_uploads_for_whom_it_may_publish) {
    const auto granted = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        relationships::put(transaction, {organizations::number_of(transaction, college.id).value(),
                                         organizations::number_of(transaction, school.id).value(),
                                         RelationshipStatus::approved, under_test.now()});
        return {};
    });
    ASSERT_TRUE(granted);
    const auto response =
        send(http::Method::post, "/publisher/bulk/credentials?organization=" + college.id.ctid(),
             heading + row("W-1"), {key_of(school)});
    EXPECT_EQ(outcome(response), "saved: 1 rows, 1 added, 0 updated, 0 unchanged, 0 failed");
    EXPECT_THAT(get("/publisher/bulk/credentials").body, HasSubstr("W-1"));
}

}  // namespace

}  // namespace cartulary::publisher
