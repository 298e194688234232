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

// Of a node that begins as a certificate; invented, all of it.
constexpr std::string_view rich_members = R"json(,
  "ceterms:description": {"en-US": "Joins metals safely.\n\nFor beginners.",
                          "es": "Une metales con seguridad."},
  "ceterms:subjectWebpage": "https://harbor.example/welding",
  "ceterms:image": "https://harbor.example/welding.png",
  "ceterms:offeredBy": ["$college"],
  "ceterms:credentialStatusType": {"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNode": "credentialStat:Active",
    "ceterms:targetNodeName": {"en-US": "Active"}},
  "ceterms:inLanguage": ["en-US", "es"],
  "ceterms:keyword": {"en-US": ["welding", "metal & fire"]},
  "ceterms:subject": [{"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNodeName": {"en-US": "Metalwork"}}],
  "ceterms:audienceLevelType": [{"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNode": "audLevel:BeginnerLevel",
    "ceterms:targetNodeName": {"en-US": "Beginner Level"}}],
  "ceterms:estimatedDuration": [
    {"@type": "ceterms:DurationProfile", "ceterms:minimumDuration": "P6W",
     "ceterms:maximumDuration": "P8W"},
    {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": "P2Y",
     "ceterms:description": {"en-US": "in the evening"}}],
  "ceterms:estimatedCost": [
    {"@type": "ceterms:CostProfile", "ceterms:name": {"en-US": "Tuition"},
     "ceterms:description": {"en-US": "Once."}, "ceterms:price": 1250.5,
     "ceterms:currency": "USD", "ceterms:costDetails": "https://harbor.example/tuition",
     "ceterms:directCostType": {"@type": "ceterms:CredentialAlignmentObject",
       "ceterms:targetNode": "costType:Tuition", "ceterms:targetNodeName": {"en-US": "Tuition"}}},
    {"@type": "ceterms:CostProfile", "ceterms:name": {"en-US": "Tools"},
     "ceterms:description": {"en-US": "Bring your own."}}],
  "ceterms:requires": [
    {"@type": "ceterms:ConditionProfile", "ceterms:name": {"en-US": "Before you begin"},
     "ceterms:description": {"en-US": "A year at the bench."},
     "ceterms:condition": {"en-US": ["Be rested", "Bring gloves"]},
     "ceterms:yearsOfExperience": 1.5, "ceterms:minimumAge": 18,
     "ceterms:creditValue": [{"@type": "ceterms:ValueProfile", "schema:value": 3,
       "ceterms:creditUnitType": [{"@type": "ceterms:CredentialAlignmentObject",
         "ceterms:targetNode": "creditUnit:SemesterHours",
         "ceterms:targetNodeName": {"en-US": "Semester Hours"}}]}],
     "ceterms:targetAssessment": ["$2"],
     "ceterms:estimatedCost": [{"@type": "ceterms:CostProfile",
       "ceterms:name": {"en-US": "Examination"}, "ceterms:price": 150,
       "ceterms:currency": "EUR"}]}],
  "ceterms:renewal": [{"@type": "ceterms:ConditionProfile",
    "ceterms:description": {"en-US": "Every three years."}}],
  "ceterms:renewalFrequency": "P3Y",
  "ceterms:occupationType": [{"@type": "ceterms:CredentialAlignmentObject",
    "ceterms:targetNode": "https://www.onetonline.org/link/summary/51-4121.00",
    "ceterms:targetNodeName": {"en-US": "Welders"}, "ceterms:codedNotation": "51-4121.00",
    "ceterms:frameworkName": {"en-US": "Standard Occupational Classification"}}],
  "ceterms:availableOnlineAt": ["https://harbor.example/online"],
  "ceterms:availableAt": [{"@type": "ceterms:Place",
    "ceterms:streetAddress": {"en-US": "1 Quay"},
    "ceterms:addressLocality": {"en-US": "Duluth"},
    "ceterms:addressRegion": {"en-US": "Minnesota"}, "ceterms:postalCode": "55802"}],
  "ceterms:identifier": [{"@type": "ceterms:IdentifierValue",
    "ceterms:identifierTypeName": {"en-US": "Catalog number"},
    "ceterms:identifierValueCode": "W-101"}],
  "ceterms:dateEffective": "2026-01-31",
  "ceterms:accreditedBy": ["$9"],
  "ceterms:isPreparationFor": ["$3"],
  "ceterms:processStandards": "https://harbor.example/standards",
  "ceterms:administrationProcess": [{"@type": "ceterms:ProcessProfile",
    "ceterms:description": {"en-US": "By two examiners."}}]
)json";

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

void ThingPagesTest::publish_rich_certificate() {
    publish(R"({"@id":"$2","@type":"ceterms:AssessmentProfile","ceterms:ctid":")" +
            ctid('2').text() +
            R"(","ceterms:name":{"en-US":"Welding examination"},"ceterms:ownedBy":["$college"]})");
    publish_certificate('3', "Welding II", R"(,"ceterms:preparationFrom":["$1"])");
    publish_certificate('1', "Welding I", std::string(rich_members));
    publish_certificate('4', "Master welder",
                        R"(,"ceterms:requires":[{"@type":"ceterms:ConditionProfile",)"
                        R"("ceterms:targetCredential":["$1"]}])");
}

void ThingPagesTest::remove(const Ctid& ctid) {
    ASSERT_TRUE(resources.remove(college_caller(), ctid));
}

http::Response ThingPagesTest::show(const Ctid& ctid, const std::string& query,
                                    const std::string& language) {
    const auto handle = resource_page(under_test.registry(), operations);
    http::Request request{.path = "/resources/" + ctid.text(), .query = query};
    request.headers = {{"accept", "text/html"}, {"accept-language", language}};
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
