#include "web/docs/docs_page.h"

#include "web/pages_fixture_test.h"
#include "web/texts/language.h"

namespace cartulary::web {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class DescriptionTest : public testing::Test {
protected:
    ApiDocument document =
        read_api_document(sample_openapi, "https://sea.example", texts_in(Language::english));
    const Operation& add = document.operations.at(0);

    static std::vector<std::string> names(const std::vector<Field>& fields) {
        std::vector<std::string> names;
        for (const auto& field : fields) names.push_back(field.name);
        return names;
    }

    const Field& field(std::string_view name) {
        return *std::ranges::find(add.bodies.at(0).fields, name, &Field::name);
    }
};

TEST_F(DescriptionTest, tells_every_field_of_a_request_through_references_and_combinations) {
    EXPECT_THAT(names(add.bodies.at(0).fields),
                ElementsAre("Name", "Nickname", "Length", "Color", "Crew", "Crew[].Email",
                            "Crew[].Knots", "Dinghy"));
    EXPECT_TRUE(field("Name").required);
    EXPECT_TRUE(field("Crew[].Email").required);
    EXPECT_FALSE(field("Length").required);
    EXPECT_TRUE(field("Nickname").deprecated);
}

TEST_F(DescriptionTest, says_types_and_limits_in_words) {
    EXPECT_EQ(field("Nickname").type, "string or null");
    EXPECT_EQ(field("Crew").type, "list of object or null");
    EXPECT_EQ(field("Crew[].Email").type, "string (email)");
    EXPECT_EQ(field("Color").type, "string");
    EXPECT_THAT(field("Name").limits, ElementsAre("2 to 100 characters"));
    EXPECT_THAT(field("Nickname").limits, ElementsAre("matches `^[a-z]+$`"));
    EXPECT_THAT(field("Length").limits, ElementsAre("1 to 1,000,000", "when missing: `12`"));
    EXPECT_THAT(field("Color").limits, ElementsAre("one of `red`, `blue`"));
    EXPECT_THAT(field("Crew").limits, ElementsAre("1 to 50 items"));
    EXPECT_THAT(field("Crew[].Knots").limits,
                ElementsAre("each only once", "each: at most 9 characters"));
}

TEST_F(DescriptionTest, tells_data_that_holds_itself_once) {
    EXPECT_EQ(field("Dinghy").schema, "Boat");
    std::vector<std::string> data;
    for (const auto& one : document.data) data.push_back(one.name);
    EXPECT_THAT(data, ElementsAre("Boat", "Made", "Sunk"));
    EXPECT_EQ(document.data.at(2).fields.at(0).schema, "Sunk");
}

TEST_F(DescriptionTest, gives_a_command_for_each_operation_that_a_shell_takes) {
    EXPECT_EQ(add.example.command,
              "curl -sS 'https://sea.example/boats?tide=high%20%26%20dry' \\\n"
              "  -H \"Authorization: Boat $BOAT_KEY\" \\\n"
              "  -H 'Content-Type: application/json' \\\n"
              "  -d '{\n"
              "  \"Name\": \"Queen'\\''s <Barge>\",\n"
              "  \"Crew\": [\n"
              "    {\n"
              "      \"Email\": \"sailor@sea.example\"\n"
              "    }\n"
              "  ]\n"
              "}'");
    EXPECT_THAT(add.example.variables, ElementsAre("$BOAT_KEY"));
    EXPECT_EQ(document.operations.at(1).example.command,
              "curl -sS \"https://sea.example/boats/$BOAT_ID\"");
    EXPECT_THAT(document.operations.at(1).example.variables, ElementsAre("$BOAT_ID"));
    EXPECT_EQ(document.operations.at(2).example.command,
              "curl -sS -X DELETE \"https://sea.example/boats/$BOAT_ID\"");
}

TEST_F(DescriptionTest, sorts_the_answers) {
    std::vector<std::string> statuses;
    for (const auto& answer : add.answers) statuses.push_back(answer.status);
    EXPECT_THAT(statuses, ElementsAre("201", "400", "404", "default"));
}

class DocsPageTest : public PagesTest {
protected:
    std::string body = get("/docs/sample").body;
};

TEST_F(DocsPageTest, introduces_the_interface_and_lists_its_contents) {
    EXPECT_THAT(body, HasSubstr("<h1>Boats &amp; &lt;harbors&gt;</h1>"));
    EXPECT_THAT(body, HasSubstr("<p>The first line, with <code>code</code>.</p>"
                                "<p>The &lt;b&gt;second&lt;/b&gt; line.</p>"));
    EXPECT_THAT(body, HasSubstr("<a href=\"#addBoat\"><span class=\"method post\">POST</span> "
                                "<span>Add a boat</span></a>"));
    EXPECT_THAT(body, HasSubstr("<section id=\"addBoat\" class=\"operation\">"));
    EXPECT_THAT(body, HasSubstr("<section id=\"sinkBoat\" class=\"operation\"><h2>sinkBoat</h2>"));
    EXPECT_THAT(body, HasSubstr("href=\"/openapi/sample.json\""));
    EXPECT_THAT(body, HasSubstr("https://registry.example"));
}

TEST_F(DocsPageTest, shows_parameters_headers_and_fields_in_tables) {
    EXPECT_THAT(body, HasSubstr("<th scope=\"row\"><code>tide</code> <span class=\"tag\">in the "
                                "query</span> <span class=\"tag required\">required</span></th>"));
    EXPECT_THAT(body, HasSubstr("<code>Boat-<wbr>Trace</code> <span class=\"tag\">header</span>"));
    EXPECT_THAT(body, HasSubstr("<code>boat_id</code> <span class=\"tag\">in the path</span>"));
    EXPECT_THAT(body, HasSubstr("<p>Painted on it, with <code>brush</code>.</p>"
                                "<p class=\"example\">Example: "
                                "<code>Queen&#39;s &lt;Barge&gt;</code></p>"));
    EXPECT_THAT(body, HasSubstr("<span class=\"limit\">matches <code>^[a-z]+$</code></span>"));
    EXPECT_THAT(body, HasSubstr("in the header <code>Authorization</code>: The word"));
    EXPECT_EQ(count("<th", body),
              count("scope=\"col\"", body) + count("scope=\"row\"", body) + count("<thead", body));
}

TEST_F(DocsPageTest, shows_each_status_with_its_headers_and_its_data) {
    EXPECT_THAT(body, HasSubstr("<th scope=\"row\"><code>201</code></th><td><p>Added.</p>"
                                "<p class=\"header\">Header <code>ETag</code>: Its version.</p>"));
    EXPECT_THAT(body, HasSubstr("<a href=\"#data-Sunk\">Sunk</a>"));
    EXPECT_THAT(body, HasSubstr("<section id=\"data-Sunk\"><h3>Sunk</h3><p>Why.</p>"));
    EXPECT_THAT(body, HasSubstr("<h4>Fields of the answer 200 of Read a boat</h4>"));
    EXPECT_THAT(body, Not(HasSubstr("data-Sailor")));
}

TEST_F(DescriptionTest, of_a_large_interface_is_parted_into_pages) {
    for (auto& operation : document.operations) {
        operation.description = std::string(interface_page_bytes_max / 2, 'x');
    }
    const Shell shell{texts_in(Language::english), "Test Registry", "https://sea.example"};
    const auto pages = interface_pages(shell, {"sample", document});
    ASSERT_EQ(pages.size(), document.operations.size() + 1);
    EXPECT_EQ(pages.at(0).path, "/docs/sample");
    EXPECT_EQ(pages.at(1).path, "/docs/sample/addBoat");
    EXPECT_THAT(pages.at(0).page.content.text(), HasSubstr("<a href=\"/docs/sample/addBoat\">"));
    const auto add_page = pages.at(1).page.content.text();
    EXPECT_THAT(add_page, HasSubstr("<section id=\"addBoat\" class=\"operation\">"));
    EXPECT_THAT(add_page, HasSubstr("<section id=\"data-Boat\">"));
    for (const auto& [path, page] : pages) {
        EXPECT_EQ(complaint_about_html(lasting(shell, page).body), "") << path;
        EXPECT_LT(page.content.text().size(), interface_page_bytes_max) << path;
    }
}

}  // namespace cartulary::web
