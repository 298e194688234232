#include "dialects/publisher/publisher_for_test.h"

namespace cartulary::publisher {

http::Response PublisherTest::send(http::Method method, const std::string& target,
                                   const std::string& body, std::vector<http::Header> headers) {
    const auto question = std::min(target.find('?'), target.size());
    http::Request request{.method = method,
                          .path = target.substr(0, question),
                          .query = target.substr(std::min(question + 1, target.size())),
                          .headers = std::move(headers),
                          .body = body};
    const auto match = router.match(request);
    auto response = router.answer(match, request);
    if (response.stream) {
        while (const auto piece = response.stream()) response.body += *piece;
        response.stream = {};
    }
    if (match.route) {
        EXPECT_EQ(description.complaint_about(response, match.route->operation), "")
            << target << '\n'
            << response.body;
    }
    return response;
}

std::string PublisherTest::member(const http::Response& response, const std::string& name) {
    const auto answer = json::parse(response.body);
    EXPECT_TRUE(answer) << response.body;
    const auto* value = answer ? answer->find(name) : nullptr;
    if (!value) return "";
    return value->string() ? *value->string() : json::text_of(*value);
}

std::string PublisherTest::outcome(const http::Response& response) {
    std::string text = member(response, "state") + ": " + member(response, "rows") + " rows";
    for (const auto* name : {"added", "updated", "unchanged", "failed"}) {
        text += ", " + member(response, name) + ' ' + name;
    }
    return text;
}

std::vector<std::string> PublisherTest::messages(const http::Response& response) {
    std::vector<std::string> messages;
    const auto answer = json::parse(response.body);
    for (const auto& problem : *answer->find("problems")->array()) {
        messages.push_back(*problem.find("message")->string());
    }
    return messages;
}

}  // namespace cartulary::publisher
