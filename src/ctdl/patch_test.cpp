#include "ctdl/patch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "ctdl/documents_for_test.h"

namespace cartulary::ctdl {
namespace {

using for_test::document;
using for_test::json_of;

// Applies a patch as RFC 6902 says, knowing nothing of how it was made.
class Patched {
public:
    explicit Patched(std::string_view text) : whole_(json_of(text)) {}

    void apply(const json::Value& operation) {
        std::vector<std::string> steps;
        std::string path = *operation.find("path")->string() + "/";
        ASSERT_TRUE(path.starts_with('/'));
        for (std::size_t begin = 1; begin < path.size();) {
            const auto end = path.find('/', begin);
            steps.push_back(unescaped(path.substr(begin, end - begin)));
            begin = end + 1;
        }
        const auto* value = operation.find("value");
        whole_ = changed(whole_, steps, 0, *operation.find("op")->string(),
                         value ? *value : json::Value());
    }
    const json::Value& whole() const { return whole_; }

private:
    static std::string unescaped(std::string text) {
        for (std::size_t at = 0; (at = text.find('~', at)) != std::string::npos; ++at) {
            text.replace(at, 2, text[at + 1] == '0' ? "~" : "/");
        }
        return text;
    }

    static json::Value changed(const json::Value& value, const std::vector<std::string>& steps,
                               std::size_t at, const std::string& operation,
                               const json::Value& given) {
        const auto& step = steps[at];
        const bool is_last = at + 1 == steps.size();
        if (const auto* array = value.array()) {
            auto list = *array;
            const auto place = static_cast<std::ptrdiff_t>(std::stoul(step));
            EXPECT_LE(place, static_cast<std::ptrdiff_t>(list.size()));
            if (!is_last) {
                list.at(std::stoul(step)) =
                    changed(list.at(std::stoul(step)), steps, at + 1, operation, given);
            } else if (operation == "add") {
                list.insert(list.begin() + place, given);
            } else if (operation == "remove") {
                list.erase(list.begin() + place);
            } else {
                list.at(std::stoul(step)) = given;
            }
            return json::Value(std::move(list));
        }
        auto object = *value.object();
        const auto found = std::find_if(object.begin(), object.end(),
                                        [&](const auto& member) { return member.name == step; });
        if (!is_last) {
            found->value = changed(found->value, steps, at + 1, operation, given);
        } else if (operation == "add") {
            EXPECT_EQ(found, object.end()) << step;
            object.push_back({step, given});
        } else if (operation == "remove") {
            object.erase(found);
        } else {
            EXPECT_NE(found, object.end()) << step;
            found->value = given;
        }
        return json::Value(std::move(object));
    }

    json::Value whole_;
};

json::Value sorted(const json::Value& value) {
    if (const auto* array = value.array()) {
        json::Array list;
        for (const auto& element : *array) list.push_back(sorted(element));
        return json::Value(std::move(list));
    }
    if (!value.object()) return value;
    json::Object object;
    for (const auto& [name, content] : *value.object()) object.push_back({name, sorted(content)});
    std::sort(object.begin(), object.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    return json::Value(std::move(object));
}

// How many operations lead from one to the other; that they do is expected.
std::size_t operations_between(const std::string& from, const std::string& to) {
    const auto patch = json_of(patch_text(from, to));
    Patched patched(from);
    for (const auto& operation : *patch.array()) patched.apply(operation);
    EXPECT_EQ(json::text_of(sorted(patched.whole())), json::text_of(sorted(json_of(to))));
    return patch.array()->size();
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) ADD_FAILURE() << from;
    return document(text.replace(at, from.size(), to)).text();
}

TEST(Patch, between_equal_documents_is_empty) {
    const auto text = document(for_test::credential).text();
    EXPECT_EQ(patch_text(text, text), "[]");
}

TEST(Patch, says_no_more_than_what_changed) {
    const std::string payload = for_test::credential;
    const auto text = document(payload).text();
    EXPECT_EQ(patch_text(text, with(payload, "Soldadura", "Soldar")),
              R"([{"op":"replace","path":"/@graph/0/ceterms:name/es","value":"Soldar"}])");
    EXPECT_EQ(patch_text(text, with(payload, R"(, "es": "Soldadura")", "")),
              R"([{"op":"remove","path":"/@graph/0/ceterms:name/es"}])");
    EXPECT_EQ(patch_text(
                  text, with(payload, R"(["welding", "metal"])", R"(["arc", "welding", "metal"])")),
              R"([{"op":"add","path":"/@graph/0/ceterms:keyword/en-US/0","value":"arc"}])");
    EXPECT_EQ(patch_text(text, with(payload,
                                    R"(["https://registry.example/resources/ce-5e3de882-)"
                                    R"(3b49-421b-b623-695c63587f4f"])",
                                    R"(["ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37"])")),
              R"([{"op":"replace","path":"/@graph/0/ceterms:ownedBy/0",)"
              R"("value":"\/resources/ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37"}])");
}

TEST(Patch, leads_from_one_document_to_the_other) {
    const std::string payload = for_test::credential;
    const auto text = document(payload).text();
    EXPECT_EQ(
        operations_between(text, with(payload, "\"ceterms:Certificate\"", "\"ceterms:Badge\"")),
        1U);
    EXPECT_EQ(operations_between(text, with(payload, R"(["en-US"])", R"("de")")), 1U);
    EXPECT_EQ(operations_between(text, with(payload, R"("welding", "metal")", R"("x", "y", "z")")),
              3U);
    const auto framework = document(for_test::framework).text();
    EXPECT_EQ(operations_between(text, framework), 7U);
    operations_between(framework, text);
}

TEST(Patch, has_the_names_that_stand_in_the_text) {
    std::string payload = for_test::framework;
    const auto text = document(payload).text();
    payload.insert(payload.find(R"("ceasn:publisher")"),
                   R"("ceasn:educationLevelType": "audLevel:BeginnerLevel",)");
    const auto changed = document(payload).text();
    EXPECT_NE(patch_text(text, changed).find("https://purl.org/ctdl/vocabs/audLevel/Beginner"),
              std::string::npos);
    EXPECT_EQ(operations_between(text, changed), 1U);
}

TEST(Patch, matches_nodes_by_their_ids) {
    std::string first = for_test::framework;
    const auto text = document(first).text();
    const auto begin =
        first.find("{\n        \"@id\": \"https://registry.example/resources/ce-9e49");
    const auto end = first.find("{\n        \"@id\": \"https://registry.example/resources/ce-2f3c");
    // The first competency is put behind the second.
    auto moved = first.substr(begin, end - begin);
    moved = moved.substr(0, moved.rfind('}') + 1);
    first.erase(begin, end - begin);
    first.insert(first.rfind("]"), "," + moved);
    EXPECT_EQ(operations_between(text, document(first).text()), 2U);
}

TEST(Patch, leads_from_any_graph_to_any_other) {
    std::mt19937 random(7);
    const auto made = [&] {
        std::vector<int> ids(12);
        for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<int>(i);
        std::shuffle(ids.begin(), ids.end(), random);
        ids.resize(4 + random() % 8);
        std::string owners;
        std::string nodes;
        for (const auto id : ids) {
            const auto name = std::to_string(id);
            owners += (owners.empty() ? "\"_:" : ",\"_:") + name + "\"";
            nodes += (nodes.empty() ? R"({"@id":"_:)" : R"(,{"@id":"_:)") + name +
                     R"(","@type":"ceterms:Organization","ceterms:name":{"en":")" +
                     std::to_string(random() % 3) + "\"}}";
        }
        return document(for_test::graph_with("\"ceterms:ownedBy\":[" + owners + "]", nodes)).text();
    };
    for (int i = 0; i < 100; ++i) {
        const auto from = made();
        operations_between(from, made());
    }
}

TEST(Patch, escapes_the_names_in_its_paths) {
    const auto from = document(for_test::certificate_with(R"("foaf:a/b~c":"1")")).text();
    const auto to = document(for_test::certificate_with(R"("foaf:a/b~c":"2")")).text();
    EXPECT_EQ(patch_text(from, to),
              R"([{"op":"replace","path":"/@graph/0/foaf:a~1b~0c","value":"2"}])");
    EXPECT_EQ(operations_between(from, to), 1U);
}

}  // namespace
}  // namespace cartulary::ctdl
