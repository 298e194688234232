#include "ctdl/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include "ctdl/documents_for_test.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {
namespace {

using for_test::addresses;
using for_test::json_of;

json::Value shuffled(const json::Value& value, std::mt19937& random) {
    if (const auto* array = value.array()) {
        json::Array same;
        for (const auto& element : *array) same.push_back(shuffled(element, random));
        return json::Value(std::move(same));
    }
    if (const auto* object = value.object()) {
        json::Object other;
        for (const auto& [name, content] : *object) {
            other.push_back({name, shuffled(content, random)});
        }
        std::shuffle(other.begin(), other.end(), random);
        return json::Value(std::move(other));
    }
    return value;
}

// The nodes after the first in another order, blank ones under other names.
std::string rearranged(std::string text, std::mt19937& random) {
    const auto suffix = std::to_string(random() % 1000);
    for (std::size_t at = 0; (at = text.find("\"_:", at)) != std::string::npos; at += 3) {
        text.insert(at + 3, suffix + "-");
    }
    const auto payload = json_of(text);
    auto nodes = *payload.find("@graph")->array();
    std::shuffle(nodes.begin() + 1, nodes.end(), random);
    return json::text_of(
        shuffled(json::Value(json::Object{{"@graph", json::Value(nodes)}}), random));
}

TEST(Document, is_the_same_after_it_was_written_and_read) {
    for (const auto* payload : {for_test::credential, for_test::framework}) {
        const auto document = for_test::document(payload);
        const auto again = Document::of_text(document.text());
        EXPECT_EQ(again.text(), document.text());
        EXPECT_EQ(again.digest(), document.digest());
        EXPECT_EQ(again.ctid(), document.ctid());
        EXPECT_EQ(again.type(), document.type());
    }
}

TEST(Document, has_one_digest_whatever_the_order_of_keys_and_nodes_and_the_names_of_blank_ones) {
    std::mt19937 random(20240229);
    for (const auto* payload : {for_test::credential, for_test::framework}) {
        const auto digest = for_test::document(payload).digest();
        for (int i = 0; i < 20; ++i) {
            EXPECT_EQ(for_test::document(rearranged(payload, random)).digest(), digest);
        }
    }
}

TEST(Document, has_another_digest_when_it_says_something_else) {
    const std::string text = for_test::credential;
    const auto digest = for_test::document(text).digest();
    const std::pair<const char*, const char*> changes[] = {
        {"Soldadura", "soldadura"},
        {"\"welding\", \"metal\"", "\"metal\", \"welding\""},  // lists have an order
        {"Board of Welding", "Board of Metal"},
        {"0.5", "0.25"},
        {"\"_:board\"]", "\"https://board.example/us\", \"_:board\"]"},
    };
    for (const auto& [from, to] : changes) {
        auto changed = text;
        changed.replace(changed.find(from), std::string_view(from).size(), to);
        EXPECT_NE(for_test::document(changed).digest(), digest) << to;
    }
}

TEST(Document, digests_numbers_by_their_value) {
    const auto digest_of = [](const char* number) {
        return for_test::document(for_test::certificate_with(
                                      R"("ceterms:requires":[{"@type":"ceterms:ConditionProfile",)"
                                      R"("ceterms:weight":)" +
                                      std::string(number) + "}]"))
            .digest();
    };
    EXPECT_EQ(digest_of("2"), digest_of("2.0"));
    EXPECT_NE(digest_of("2"), digest_of("2.5"));
}

TEST(Document, tells_blank_nodes_apart_by_their_places) {
    const auto two = [](const char* first, const char* second) {
        return for_test::document(for_test::graph_with(
            std::string(R"("ceterms:ownedBy":[")") + first + R"("],"ceterms:offeredBy":[")" +
                second + "\"]",
            R"({"@id":"_:a","@type":"ceterms:Organization","ceterms:name":{"en":"A"}},)"
            R"({"@id":"_:b","@type":"ceterms:Organization","ceterms:name":{"en":"B"}})"));
    };
    EXPECT_NE(two("_:a", "_:b").digest(), two("_:b", "_:a").digest());
}

TEST(Document, writes_keys_that_name_it_first) {
    const auto text = for_test::document(for_test::credential).text();
    EXPECT_TRUE(text.starts_with(
        R"({"@context":"https://credreg.net/ctdl/schema/context/json",)"
        R"("@id":"\/graph/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","@graph":[)"
        R"({"@id":"\/resources/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",)"
        R"("@type":"ceterms:Certificate",)"
        R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","ceterms:name":)"))
        << text;
}

TEST(Document, marks_own_addresses_but_no_words_that_look_like_them) {
    const auto document = for_test::document(for_test::credential);
    const auto text = document.text();
    EXPECT_NE(text.find(R"("ceterms:ownedBy":["\/resources/ce-5e3de882)"), std::string::npos);
    EXPECT_NE(text.find(R"("en-US":"/resources/ is where the forms are.")"), std::string::npos);
    const auto graph = graph_text(text, addresses);
    EXPECT_NE(graph.find(R"(["https://registry.example/resources/ce-5e3de882)"), std::string::npos);
    EXPECT_NE(graph.find(R"("en-US":"/resources/ is where the forms are.")"), std::string::npos);
    EXPECT_EQ(graph.find("\\/"), std::string::npos);
}

TEST(Document, is_served_so_that_publishing_it_again_changes_nothing) {
    for (const auto* payload : {for_test::credential, for_test::framework}) {
        const auto document = for_test::document(payload);
        const auto graph = graph_text(document.text(), addresses);
        EXPECT_EQ(for_test::document(graph).digest(), document.digest());
    }
    // Of one node with what it embeds, too.
    const auto document = for_test::document(for_test::credential);
    const auto resource = resource_text(document.text(), document.ctid(), addresses);
    ASSERT_TRUE(resource);
    EXPECT_EQ(for_test::document(*resource).digest(), document.digest());
}

// A framework whose context does not know what is said of its level and of its publisher.
constexpr auto levelled = R"({"@graph": [{
    "@type": "ceasn:CompetencyFramework",
    "ceterms:ctid": "ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37",
    "ceasn:name": {"en-US": "Widgetry"},
    "ceasn:educationLevelType": ["audLevel:BeginnerLevel"],
    "ceasn:publisher": ["_:publisher"]
}, {
    "@id": "_:publisher",
    "@type": "ceterms:Organization",
    "ceterms:agentType": ["orgType:Vendor"]
}]})";

TEST(Document, is_the_same_where_its_context_does_not_know_a_name) {
    const auto document = for_test::document(levelled);
    const auto again = Document::of_text(document.text());
    EXPECT_EQ(again.digest(), document.digest());
    EXPECT_EQ(again.text(), document.text());
    const auto published = for_test::document(graph_text(document.text(), addresses));
    EXPECT_EQ(published.digest(), document.digest());
    for (const auto* name : {"https://purl.org/ctdl/vocabs/audLevel/BeginnerLevel",
                             "https://purl.org/ctdl/vocabs/orgType/Vendor"}) {
        const auto resource = resource_text(document.text(), document.ctid(), addresses);
        EXPECT_NE(resource->find(name), std::string::npos) << *resource;
    }
}

TEST(Document, moves_with_the_registry) {
    const auto text = for_test::document(for_test::framework).text();
    const auto elsewhere = graph_text(text, {"https://elsewhere.example"});
    EXPECT_EQ(elsewhere.find("registry.example"), std::string::npos);
    EXPECT_NE(elsewhere.find("https://elsewhere.example/resources/ce-9e492574"), std::string::npos);
}

TEST(Document, tells_a_node_with_its_blank_nodes_in_their_places) {
    const auto document = for_test::document(for_test::credential);
    const auto told = resource_text(document.text(), document.ctid(), addresses);
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->starts_with(R"({"@context":"https://credreg.net/ctdl/schema/context/json",)"
                                  R"("@id":"https://registry.example/resources/ce-0c8a6ddd)"));
    const auto resource = json_of(*told);
    const auto* boards = resource.find("ceterms:accreditedBy");
    ASSERT_TRUE(boards && boards->array());
    EXPECT_EQ(*boards->array()->front().find("ceterms:subjectWebpage")->string(),
              "https://board.example");
    EXPECT_EQ(resource.find("@graph"), nullptr);
}

TEST(Document, tells_each_part_by_its_own_ctid) {
    const auto text = for_test::document(for_test::framework).text();
    const auto part = Ctid::parse("ce-2f3c1d69-9a2b-4f0e-8f4c-0b1a2c3d4e5f");
    const auto told = resource_text(text, *part, addresses);
    ASSERT_TRUE(told);
    const auto resource = json_of(*told);
    EXPECT_EQ(*resource.find("@context")->string(),
              "https://credreg.net/ctdlasn/schema/context/json");
    EXPECT_EQ(*resource.find("ceterms:ctid")->string(), part->text());
    EXPECT_EQ(resource_text(text, *Ctid::parse(for_test::owner_ctid), addresses), std::nullopt);
}

TEST(Document, refuses_what_is_not_well_formed) {
    const auto nodes_of = [](std::string_view text) {
        std::vector<json::Object> nodes;
        const auto list = json_of(text);
        for (const auto& node : *list.array()) nodes.push_back(*node.object());
        return nodes;
    };
    const auto make = [&](std::string_view text) { return Document(nodes_of(text)); };
    const std::string first =
        R"({"@id":"/resources/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","@type":"ceterms:Badge",)"
        R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01"})";
    EXPECT_NO_THROW(make("[" + first + "]"));
    for (const std::string& text : {
             std::string("[]"),
             "[" + first + "," + first + "]",
             "[" + first + R"(,{"@id":"_:unreached"}])",
             std::string(R"([{"@id":"_:b","@type":"ceterms:Badge"}])"),
             std::string(R"([{"@id":"/resources/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f02",)"
                         R"("@type":"ceterms:Badge",)"
                         R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01"}])"),
             std::string(R"([{"@id":"/resources/CE-0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01",)"
                         R"("@type":"ceterms:Badge",)"
                         R"("ceterms:ctid":"CE-0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01"}])"),
         }) {
        EXPECT_THROW(make(text), std::logic_error) << text;
    }
    EXPECT_THROW(Document::of_text("no JSON"), std::logic_error);
    EXPECT_THROW(Document::of_text("{}"), std::logic_error);
}

TEST(Document, finds_ctids_in_every_address_of_a_resource) {
    const auto ctid = Ctid::parse(for_test::owner_ctid);
    for (const auto* reference : {
             "ce-5e3de882-3b49-421b-b623-695c63587f4f",
             "CE-5E3DE882-3B49-421B-B623-695C63587F4F",
             "/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",
             "/graph/CE-5E3DE882-3B49-421B-B623-695C63587F4F",
             "https://credentialengineregistry.org/resources/"
             "ce-5e3de882-3b49-421b-b623-695c63587f4f",
             "http://sandbox.credentialengineregistry.org/graph/"
             "ce-5e3de882-3b49-421b-b623-695c63587f4f",
             "https://staging.credentialengineregistry.org/ce-registry/resources/"
             "ce-5e3de882-3b49-421b-b623-695c63587f4f",
         }) {
        EXPECT_EQ(ctid_in(reference), ctid) << reference;
    }
    for (const auto* reference :
         {"", "ce-", "https://example.org/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",
          "/resources/", "/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f/x",
          "https://credentialengineregistry.org.example/resources/"
          "ce-5e3de882-3b49-421b-b623-695c63587f4f"}) {
        EXPECT_EQ(ctid_in(reference), std::nullopt) << reference;
    }
    EXPECT_EQ(own_path(resource_address(*ctid, addresses), addresses),
              "/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f");
    EXPECT_EQ(own_path("https://registry.example.org/resources/x", addresses),
              "https://registry.example.org/resources/x");
}

}  // namespace
}  // namespace cartulary::ctdl
