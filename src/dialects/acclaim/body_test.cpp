#include "dialects/acclaim/body.h"

#include <gmock/gmock.h>

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

json::Object object(const std::string& text) {
    return *json::parse(text).value().object();
}

const FieldProblem* first_problem(const Body& body) {
    return body.problems().empty() ? nullptr : &body.problems().front();
}

TEST(Body, tells_texts_from_what_is_absent_and_what_is_null) {
    const auto sent = object(R"({"a":"  x\n\ty ","b":null,"c":7,"d":1.5,"a2":"1","a2":"2"})");
    Body body(sent);
    EXPECT_EQ(body.text("a"), "x\n\ty");
    EXPECT_EQ(body.text("a2"), "2") << "of members with one name the last counts";
    EXPECT_EQ(body.text("b"), "");
    EXPECT_EQ(body.text("absent"), std::nullopt);
    EXPECT_EQ(body.text("c", true), "7");
    EXPECT_EQ(body.text("d", true), "1.5");
    std::string kept = "as it was";
    body.read_text("absent", kept);
    EXPECT_EQ(kept, "as it was");
    body.read_text("a2", kept);
    EXPECT_EQ(kept, "2");
    EXPECT_TRUE(body.has("b"));
    EXPECT_FALSE(body.has("absent"));
    EXPECT_TRUE(body.outcome());
}

TEST(Body, a_wrong_type_is_a_problem_of_its_attribute) {
    const auto sent = object(R"({"x":7,"y":[],"z":{},"w":true,"c":"a\u0007b","t":"a\u007fb"})");
    Body body(sent, "evidence[0].");
    EXPECT_EQ(body.text("x"), std::nullopt);
    EXPECT_EQ(body.text("y", true), std::nullopt);
    EXPECT_EQ(body.text("z"), std::nullopt);
    EXPECT_EQ(body.text("w", true), std::nullopt);
    EXPECT_EQ(body.text("c"), std::nullopt);
    EXPECT_EQ(body.text("t"), std::nullopt);
    EXPECT_THAT(body.problems(),
                ElementsAre(FieldProblem{"evidence[0].x", "must be a text"},
                            FieldProblem{"evidence[0].y", "must be a text"},
                            FieldProblem{"evidence[0].z", "must be a text"},
                            FieldProblem{"evidence[0].w", "must be a text"},
                            FieldProblem{"evidence[0].c", "must not hold control characters"},
                            FieldProblem{"evidence[0].t", "must not hold control characters"}));
    EXPECT_EQ(body.outcome().error().fields, body.problems());
}

TEST(Body, takes_booleans_as_clients_write_them) {
    for (const auto* yes : {"true", "\"true\"", "\"True\"", "\"1\"", "1"}) {
        const auto sent = object("{\"x\":" + std::string(yes) + "}");
        EXPECT_EQ(Body(sent).boolean("x"), true) << yes;
    }
    for (const auto* no : {"false", "\"false\"", "\"0\"", "0"}) {
        const auto sent = object("{\"x\":" + std::string(no) + "}");
        EXPECT_EQ(Body(sent).boolean("x"), false) << no;
    }
    for (const auto* other : {"2", "\"yes\"", "[]", "\"\"", "1.5"}) {
        const auto sent = object("{\"x\":" + std::string(other) + "}");
        Body body(sent);
        EXPECT_EQ(body.boolean("x"), std::nullopt);
        ASSERT_TRUE(first_problem(body)) << other;
        EXPECT_EQ(*first_problem(body), (FieldProblem{"x", "must be true or false"}));
    }
    const auto sent = object(R"({"x":null})");
    Body body(sent);
    EXPECT_EQ(body.boolean("x"), std::nullopt);
    EXPECT_EQ(body.boolean("absent"), std::nullopt);
    EXPECT_TRUE(body.outcome());
}

TEST(Body, reads_moments) {
    const auto sent = object(R"({"x":" 2014-04-01 ","y":"soon","z":1396363260,"n":null})");
    Body body(sent);
    EXPECT_EQ(iso_8601(body.moment("x").value()), "2014-04-01T00:00:00.000Z");
    EXPECT_EQ(body.moment("n"), std::nullopt);
    EXPECT_EQ(body.moment("absent"), std::nullopt);
    EXPECT_TRUE(body.outcome());
    EXPECT_EQ(body.moment("y"), std::nullopt);
    EXPECT_EQ(body.moment("z"), std::nullopt);
    EXPECT_EQ(body.problems().size(), 2U);
}

TEST(Body, reads_lists_of_texts) {
    const auto sent = object(R"({"x":[" a ","b"],"n":null,"t":"a","m":["a",1,"\u0000"]})");
    Body body(sent);
    EXPECT_THAT(body.texts("x").value(), ElementsAre("a", "b"));
    EXPECT_THAT(body.texts("n").value(), IsEmpty());
    EXPECT_EQ(body.texts("absent"), std::nullopt);
    EXPECT_TRUE(body.outcome());
    EXPECT_EQ(body.texts("t"), std::nullopt);
    body.texts("m");
    EXPECT_THAT(
        body.problems(),
        ElementsAre(FieldProblem{"t", "must be a list"}, FieldProblem{"m[1]", "must be a text"},
                    FieldProblem{"m[2]", "must not hold control characters"}));
}

TEST(Body, reads_lists_of_objects_and_takes_over_their_problems) {
    const auto sent = object(R"({"x":[{"v":1},{"v":2}],"n":null,"t":{},"m":[{},7]})");
    Body body(sent);
    const auto objects = body.objects("x").value();
    ASSERT_EQ(objects.size(), 2U);
    EXPECT_THAT(body.objects("n").value(), IsEmpty());
    EXPECT_EQ(body.objects("absent"), std::nullopt);
    Body inner(*objects[1], "x[1].");
    inner.text("v");
    body.add(inner);
    EXPECT_EQ(body.objects("t"), std::nullopt);
    body.objects("m");
    EXPECT_THAT(body.problems(), ElementsAre(FieldProblem{"x[1].v", "must be a text"},
                                             FieldProblem{"t", "must be a list"},
                                             FieldProblem{"m[1]", "must be an object"}));
}

TEST(Body, gives_an_object_where_there_is_one) {
    const auto sent = object(R"({"x":{"id":"1"},"t":"text"})");
    const Body body(sent);
    ASSERT_TRUE(body.object("x"));
    EXPECT_EQ(body.object("x")->front().name, "id");
    EXPECT_FALSE(body.object("t"));
    EXPECT_FALSE(body.object("absent"));
}

}  // namespace

}  // namespace cartulary::acclaim
