#include "web/finder/things_fixture_test.h"

#include "operations/callers.h"

namespace cartulary::web {

namespace {

// The owner is named by the address of this registry, which stands in stored documents as a path.
std::string with_addresses(const std::string& nodes, const Ctid& college) {
    std::string text;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i] != '$') {
            text += nodes[i];
        } else if (nodes.compare(i, 8, "$college") == 0) {
            text += "/resources/" + college.text();
            i += 7;
        } else {
            text += std::string("/resources/ce-7a3b1f60-2d4c-4e5f-8a9b-00000000000") + nodes[++i];
        }
    }
    return text;
}

}  // namespace

Caller ThingPagesTest::college_caller() {
    return Callers(under_test.registry()).by_api_key(college.api_key).value();
}

void ThingPagesTest::publish(const std::string& nodes) {
    const auto text = "[" + with_addresses(nodes, college_ctid()) + "]";
    const auto parsed = json::parse(text);
    ASSERT_TRUE(parsed) << parsed.error().message << text;
    std::vector<json::Object> objects;
    for (const auto& node : *parsed->array()) objects.push_back(*node.object());
    const ctdl::Document document(std::move(objects));
    const auto published =
        resources.publish(college_caller(), {.owner = college.id, .document = document});
    ASSERT_TRUE(published) << published.error().message;
}

std::string ThingPagesTest::certificate(char last, const std::string& name,
                                        const std::string& more) {
    return std::string(R"({"@id":"$)") + last + R"(","@type":"ceterms:Certificate",)" +
           R"("ceterms:ctid":")" + ctid(last).text() + R"(","ceterms:name":{"en-US":)" +
           json::text_of(json::Value(name)) + R"(},"ceterms:ownedBy":["$college"])" + more + "}";
}

void ThingPagesTest::publish_certificate(char last, const std::string& name,
                                         const std::string& more) {
    publish(certificate(last, name, more));
}

void ThingPagesTest::remove(const Ctid& ctid) {
    ASSERT_TRUE(resources.remove(college_caller(), ctid));
}

http::Response ThingPagesTest::show(const Ctid& ctid, const std::string& query,
                                    const std::string&) {
    const auto handle = resource_page(under_test.registry(), operations);
    http::Request request{.path = "/resources/" + ctid.text(), .query = query};
    request.headers = {{"accept", "text/html"}};
    request.path_parameters = {{"ctid", ctid.text()}};
    return handle(request);
}

std::string ThingPagesTest::page_of(const Ctid& ctid, const std::string& query) {
    const auto response = show(ctid, query);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(complaint_about_html(response.body), "");
    return response.body;
}

std::string words_of(const std::string& html) {
    std::string words;
    bool is_text = true;
    for (const char c : html) {
        if (c == '<' || c == '>') {
            is_text = c == '>';
            if (c == '<') words += ' ';
        } else if (is_text) {
            words += c == '\n' ? ' ' : c;
        }
    }
    std::string tidy;
    for (const char c : words) {
        if (c != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy += c;
    }
    return tidy;
}

}  // namespace cartulary::web
