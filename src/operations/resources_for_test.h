#pragma once

#include "operations/operations_for_test.h"
#include "operations/resources.h"
#include "operations/verification.h"

namespace cartulary {

// A registry in which something can be published, on every database.
class ResourcesTest : public testing::TestWithParam<testkit::StoreKind>,
                      protected OperationsUnderTest {
protected:
    using Publication = Resources::Publication;

    ResourcesTest() : OperationsUnderTest(GetParam().open_empty()) {}
    void TearDown() override { EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{}); }

    static Ctid ctid(char last) {
        return Ctid::parse(std::string("ce-7a3b1f60-2d4c-4e5f-8a9b-00000000000") + last).value();
    }
    static Ctid ctid_of(const Caller& organization) { return Ctid(organization.id.uuid()); }
    static std::string address_of(const Ctid& ctid) { return "/resources/" + ctid.text(); }

    // Of the nodes as a text without brackets around them.
    static ctdl::Document document(const std::string& nodes) {
        const auto parsed = json::parse("[" + nodes + "]").value();
        std::vector<json::Object> objects;
        for (const auto& node : *parsed.array()) objects.push_back(*node.object());
        return ctdl::Document(std::move(objects));
    }

    // The beginning of a node.
    static std::string node(const Ctid& ctid, const std::string& type, const std::string& name) {
        const auto text = json::text_of(json::Value(name));
        return R"({"@id":")" + address_of(ctid) + R"(","@type":")" + type +
               R"(","ceterms:ctid":")" + ctid.text() + R"(","ceterms:name":{"en-US":)" + text + "}";
    }

    // A certificate of `owner`; `more` are further members of its node.
    static ctdl::Document certificate(const Ctid& ctid, const Caller& owner,
                                      const std::string& name = "Welding I",
                                      const std::string& more = "") {
        return document(node(ctid, "ceterms:Certificate", name) + R"(,"ceterms:ownedBy":[")" +
                        address_of(ctid_of(owner)) + "\"]" + more + "}");
    }

    // A framework with one competency for each of `parts`.
    static ctdl::Document framework(const Ctid& ctid, const std::vector<Ctid>& parts) {
        std::string nodes = R"({"@id":")" + address_of(ctid) +
                            R"(","@type":"ceasn:CompetencyFramework","ceterms:ctid":")" +
                            ctid.text() + R"(","ceasn:name":{"en-US":"Joining metals"}})";
        for (const auto& part : parts) {
            nodes += R"(,{"@id":")" + address_of(part) +
                     R"(","@type":"ceasn:Competency","ceterms:ctid":")" + part.text() +
                     R"(","ceasn:competencyText":{"en-US":"Joins )" + part.text() +
                     R"("},"ceasn:isPartOf":[")" + address_of(ctid) + "\"]}";
        }
        return document(nodes);
    }

    Result<Resources::Published> publish(const Caller& caller, const Caller& owner,
                                         const ctdl::Document& document) {
        return resources.publish(caller, {.owner = owner.id, .document = document});
    }
    Result<Resources::Published> publish(const Caller& owner, const ctdl::Document& document) {
        return publish(owner, owner, document);
    }

    // What everybody reads of it.
    json::Value shown(const Ctid& ctid, const ResourceMoment& moment = {}) {
        const auto text = resources.resource(ctid, moment);
        if (!text) return json::Value(refusal_of(text));
        return json::parse(*text->text).value();
    }
    std::string name_shown(const Ctid& ctid, const ResourceMoment& moment = {}) {
        const auto node = shown(ctid, moment);
        if (const auto* refusal = node.string()) return *refusal;
        const auto* names = node.find("ceterms:name");
        return names ? *names->find("en-US")->string() : "";
    }

    Resources resources{registry(), std::size_t{1} << 20};
    const Ctid welding = ctid('1');
};

}  // namespace cartulary
