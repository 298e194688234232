#pragma once

#include "http/form.h"
#include "web/finder/things_fixture_test.h"

namespace cartulary::web {

// Harbor College offers what is searched.
class SearchPageTest : public ThingPagesTest {
protected:
    Ctid certify(const std::string& name, const std::string& more = "",
                 const std::string& type = "Certificate") {
        const Ctid ctid(Uuid::named(url_namespace, std::to_string(++published_)));
        publish(R"({"@id":"/resources/)" + ctid.text() + R"(","@type":"ceterms:)" + type +
                R"(","ceterms:ctid":")" + ctid.text() + R"(","ceterms:name":{"en-US":)" +
                json::text_of(json::Value(name)) + R"(},"ceterms:ownedBy":["$college"])" + more +
                "}");
        return ctid;
    }
    static std::string subject(const std::string& name) {
        return R"(,"ceterms:subject":[{"@type":"ceterms:CredentialAlignmentObject",)"
               R"("ceterms:targetNodeName":{"en-US":")" +
               name + "\"}}]";
    }

    // A page of results, which is well made.
    std::string page(const std::string& query) {
        const auto response = get("/", query);
        EXPECT_EQ(response.status, 200) << query;
        EXPECT_EQ(complaint_about_html(response.body), "") << query << response.body;
        return response.body;
    }
    static std::string asked(const std::string& text) { return "q=" + http::percent_encode(text); }

    // What stands between two texts, wherever the first one does.
    static std::vector<std::string> all_between(const std::string& before, const std::string& after,
                                                const std::string& in) {
        std::vector<std::string> all;
        for (auto at = in.find(before); at != std::string::npos; at = in.find(before, at + 1)) {
            const auto from = at + before.size();
            all.push_back(in.substr(from, in.find(after, from) - from));
        }
        return all;
    }
    static std::vector<std::string> names_in(const std::string& html) {
        std::vector<std::string> names;
        for (const auto& link : all_between("<h3>", "</h3>", html)) {
            names.push_back(all_between("<bdi>", "</bdi>", link).at(0));
        }
        return names;
    }
    std::vector<std::string> names_found(const std::string& query) { return names_in(page(query)); }
    // What the links of a page lead to that have these words.
    static std::string link_in(const std::string& html, const std::string& words) {
        const auto end = html.find(words);
        if (end == std::string::npos) return "nothing says " + words;
        const auto begin = html.rfind("href=\"", end) + 6;
        auto link = html.substr(begin, html.find('"', begin) - begin);
        for (auto at = link.find("&amp;"); at != std::string::npos; at = link.find("&amp;"))
            link.replace(at, 5, "&");
        return link;
    }
    static std::string query_of(const std::string& link) { return link.substr(link.find('?') + 1); }

private:
    int published_ = 0;
};

}  // namespace cartulary::web
