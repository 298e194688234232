#include <gtest/gtest.h>

#include "ctdl/documents_for_test.h"
#include "ctdl/language_maps.h"

namespace cartulary::ctdl {
namespace {

using for_test::certificate_with;
using for_test::graph_with;
using for_test::lines_of;
using for_test::read;

std::string problems_of(const std::string& payload) {
    return lines_of(read(payload).problems);
}

std::string organization(const std::string& id, const std::string& members) {
    return R"({"@id":"_:)" + id + R"(","@type":"ceterms:Organization")" +
           (members.empty() ? "" : ",") + members + "}";
}

std::string refers(const std::string& property, const std::string& id) {
    return "\"" + property + R"(":["_:)" + id + "\"]";
}

// Organizations _:0 to _:n, each below the one before.
std::string chain(std::size_t length) {
    std::string nodes;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0) nodes += ',';
        nodes += organization(
            std::to_string(i),
            i + 1 < length ? refers("ceterms:subOrganization", std::to_string(i + 1)) : "");
    }
    return nodes;
}

TEST(PayloadLimits, refuses_a_value_too_many) {
    const auto with_values = [](std::size_t count) {
        std::string keywords = "\"a\"";
        for (std::size_t i = 1; i < count; ++i) keywords += ",\"a\"";
        // "@id", "@type" and the CTID are three.
        return certificate_with(R"("ceterms:keyword":{"en":[)" + keywords + "]}");
    };
    EXPECT_EQ(problems_of(with_values(values_max - 3)), "");
    EXPECT_EQ(problems_of(with_values(values_max - 2)), "error must have at most 500000 values\n");
}

TEST(PayloadLimits, refuses_a_byte_too_many) {
    const auto text = [](std::size_t bytes) {
        return certificate_with(R"("ceterms:description":{"en":")" + std::string(bytes, 'a') +
                                "\"}");
    };
    EXPECT_EQ(problems_of(text(document_bytes_max - 400)), "");
    EXPECT_EQ(problems_of(text(document_bytes_max)), "error must have at most 16 MiB\n");
}

TEST(PayloadLimits, refuses_a_level_too_many) {
    const auto nested = [](std::size_t levels) {
        std::string text;
        for (std::size_t i = 0; i < levels; ++i) text += "{\"schema:a\":";
        text += "1" + std::string(levels, '}');
        return certificate_with("\"schema:a\":" + text);
    };
    EXPECT_TRUE(read(nested(nesting_max - 1)).document);
    EXPECT_EQ(problems_of(nested(nesting_max)), "error must not be nested deeper than 64\n");
    EXPECT_EQ(problems_of(nested(200)), "error must not be nested deeper than 64\n");
}

TEST(PayloadLimits, refuses_a_node_too_many) {
    const auto with_nodes = [](std::size_t count) {
        std::string owners;
        std::string nodes;
        for (std::size_t i = 1; i < count; ++i) {
            const auto id = std::to_string(i);
            owners += (i > 1 ? ",\"_:" : "\"_:") + id + "\"";
            if (i > 1) nodes += ',';
            nodes += organization(id, "");
        }
        return graph_with("\"ceterms:ownedBy\":[" + owners + "]", nodes);
    };
    EXPECT_EQ(problems_of(with_nodes(nodes_max + 1)),
              "error @graph must have at most 50000 nodes\n");
    // Within one node as well.
    std::string within;
    for (std::size_t i = 1; i <= nodes_max; ++i) {
        if (i > 1) within += ',';
        within += organization(std::to_string(i), "\"ceterms:name\":{\"en\":\"A\"}");
        if (i == 1'000) {
            EXPECT_EQ(problems_of(certificate_with("\"ceterms:ownedBy\":[" + within + "]")), "");
        }
    }
    EXPECT_EQ(problems_of(certificate_with("\"ceterms:ownedBy\":[" + within + "]")),
              "error must have at most 50000 nodes\n");
}

TEST(PayloadLimits, refuses_a_language_too_many) {
    const auto with_languages = [](std::size_t count) {
        std::string texts;
        for (std::size_t i = 0; i < count; ++i) {
            texts += (i > 0 ? ",\"en-x-" : "\"en-x-") + std::to_string(i) + "\":\"a\"";
        }
        return certificate_with("\"ceterms:name\":{" + texts + "}");
    };
    EXPECT_EQ(problems_of(with_languages(languages_max)), "");
    EXPECT_EQ(problems_of(with_languages(languages_max + 1)),
              "error ceterms:name must have at most 200 languages\n");
}

TEST(PayloadLimits, tells_no_more_than_so_many_problems) {
    std::string members;
    for (std::size_t i = 0; i < problems_max + 5; ++i) {
        if (i > 0) members += ',';
        members += "\"ceterms:x" + std::to_string(i) + "\":1";
    }
    const auto problems = read(certificate_with(members)).problems;
    ASSERT_EQ(problems.size(), problems_max);
    EXPECT_EQ(problems.back(),
              (Problem{Problem::Severity::error, "", "there are 6 more problems"}));
}

TEST(PayloadLimits, refuses_blank_nodes_that_are_not_there) {
    const auto payload = graph_with(refers("ceterms:ownedBy", "nobody"), "");
    EXPECT_EQ(problems_of(payload),
              "error @graph[0] refers to the blank node _:nobody, which is not there\n");
    const auto reading = read(payload, true);
    ASSERT_TRUE(reading.document);
    EXPECT_EQ(reading.document->nodes().front().size(), 3U);
    EXPECT_EQ(lines_of(reading.problems),
              "warning @graph[0] refers to blank nodes that are not there; the references are left "
              "out\n");
}

TEST(PayloadLimits, leaves_nothing_of_a_node_that_only_led_to_a_blank_one_that_is_not_there) {
    const auto reading = read(certificate_with(R"("ceterms:subject":[{)"
                                               R"("@type":"ceterms:CredentialAlignmentObject",)"
                                               R"("ceterms:targetNode":"_:nothing"}])"),
                              true);
    ASSERT_TRUE(reading.document);
    EXPECT_EQ(reading.document->nodes().front().size(), 3U);
}

TEST(PayloadLimits, refuses_blank_nodes_that_nothing_refers_to) {
    const auto payload = graph_with("", organization("a", ""));
    EXPECT_EQ(problems_of(payload),
              "error @graph[1] is a blank node that nothing refers to: _:a\n");
    EXPECT_EQ(read(payload, true).document->nodes().size(), 1U);
}

TEST(PayloadLimits, refuses_ids_that_stand_twice) {
    EXPECT_EQ(problems_of(graph_with(refers("ceterms:ownedBy", "a"),
                                     organization("a", "") + "," + organization("a", ""))),
              "error @graph[2] has the same \"@id\" as a node before it: _:a\n");
    EXPECT_FALSE(read(graph_with("", certificate_with("")), true).document);
}

TEST(PayloadLimits, refuses_circles_of_blank_nodes) {
    EXPECT_EQ(
        problems_of(graph_with(refers("ceterms:ownedBy", "a"),
                               organization("a", refers("ceterms:subOrganization", "b")) + "," +
                                   organization("b", refers("ceterms:subOrganization", "a")))),
        "error @graph[1] refers to itself through blank nodes\n");
    // One that nothing outside of it refers to.
    EXPECT_EQ(
        problems_of(graph_with("", organization("a", refers("ceterms:subOrganization", "b")) + "," +
                                       organization("b", refers("ceterms:subOrganization", "a")))),
        "error @graph[1] is a blank node that nothing refers to: _:a\n"
        "error @graph[2] is a blank node that nothing refers to: _:b\n");
}

TEST(PayloadLimits, refuses_blank_nodes_that_nest_too_deep) {
    EXPECT_EQ(problems_of(graph_with(refers("ceterms:ownedBy", "0"), chain(20))), "");
    EXPECT_EQ(problems_of(graph_with(refers("ceterms:ownedBy", "0"), chain(10'000))),
              "error @graph[33] nests blank nodes deeper than 64\n");
    // Also where another way to them is short.
    EXPECT_NE(problems_of(graph_with(R"("ceterms:ownedBy":["_:20","_:10","_:0"])", chain(40))), "");
}

TEST(PayloadLimits, takes_blank_nodes_that_are_shared_but_not_without_bound) {
    EXPECT_EQ(problems_of(graph_with(
                  refers("ceterms:ownedBy", "a") + "," + refers("ceterms:offeredBy", "a"),
                  organization("a", ""))),
              "");
    // Each of thirty nodes twice in the one before: told in place, they would be 2^30.
    std::string nodes;
    for (int i = 0; i < 30; ++i) {
        const auto next = std::to_string(i + 1);
        if (i > 0) nodes += ',';
        nodes +=
            organization(std::to_string(i), i < 29 ? refers("ceterms:subOrganization", next) + "," +
                                                         refers("ceterms:department", next)
                                                   : "");
    }
    EXPECT_NE(problems_of(graph_with(refers("ceterms:ownedBy", "0"), nodes))
                  .find("shares its blank nodes so often"),
              std::string::npos);
}

TEST(PayloadLimits, takes_anything_that_is_json_without_harm) {
    for (const auto* payload :
         {"null", "1", "[]", "{}", "\"\"", R"({"@graph":null})", R"({"@graph":{}})",
          R"({"@graph":[null,1,[],{}]})", R"({"@id":5})", R"({"@id":{},"@type":{}})",
          R"({"ceterms:ctid":[]})", R"({"":1,"@graph":[{"":[{"":{}}]}]})",
          R"({"@context":{"@vocab":"https://x.example/"}})",
          R"({"ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","@type":[5,null,[]]})",
          R"({"ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","@type":"ceterms:Badge",)"
          R"("ceterms:name":[[],{},5,{"@value":{}},{"@value":[],"@language":[]}]})"}) {
        for (const bool tolerant : {false, true}) {
            const auto reading = read(payload, tolerant);
            EXPECT_FALSE(reading.problems.empty()) << payload;
            EXPECT_TRUE(reading.document || has_errors(reading.problems)) << payload;
        }
    }
}

}  // namespace
}  // namespace cartulary::ctdl
