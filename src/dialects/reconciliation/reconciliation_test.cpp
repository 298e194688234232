#include "dialects/reconciliation/reconciliation.h"

#include "dialects/reconciliation/extension.h"
#include "dialects/reconciliation/query.h"
#include "dialects/reconciliation/reconciliation_for_test.h"
#include "dialects/reconciliation/suggestions.h"
#include "http/form.h"

namespace cartulary::reconciliation {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

const Address springfield{"1 Main Street", "", "Springfield", "Illinois", "62701", "US"};
const Address lyon{"1 rue du Port", "", "Lyon", "", "69001", "FR"};

const json::Value& member(const json::Value& object, const std::string& name) {
    static const json::Value nothing;
    const auto* const found = object.find(name);
    EXPECT_NE(found, nullptr) << name;
    return found == nullptr ? nothing : *found;
}

TEST_F(ReconciliationTest, has_the_routes_of_its_description) {
    EXPECT_EQ(description.operations(), testkit::ApiDescription::operations(area(operations)));
}

TEST_F(ReconciliationTest, tells_what_it_can_do) {
    const auto manifest = json_of(get("/reconcile"));
    EXPECT_THAT(items_of(manifest, "versions"), Contains(json::Value(std::string("0.2"))));
    EXPECT_EQ(text_in(manifest, "name"), "Harbor Registry");
    EXPECT_EQ(text_in(manifest, "identifierSpace"), shared.public_url + "/resources/");
    EXPECT_EQ(text_in(member(manifest, "view"), "url"), shared.public_url + "/resources/{{id}}");
    const auto types = items_of(manifest, "defaultTypes");
    EXPECT_EQ(text_in(types.at(0), "id"), "ceterms:Organization");
    EXPECT_EQ(json_of(get("/reconcile/")), manifest) << "a slash more is nothing";
}

TEST_F(ReconciliationTest, calls_the_function_that_is_named) {
    const auto response = get("/reconcile?callback=jQuery.cb_1");
    EXPECT_THAT(response.content_type, StartsWith("application/javascript"));
    EXPECT_THAT(response.body, StartsWith("/**/jQuery.cb_1({\"versions\""));
    EXPECT_THAT(response.body, testing::EndsWith("});"));
    EXPECT_EQ(get("/reconcile?callback=" + http::percent_encode("alert(1)//")).status, 400);
    EXPECT_EQ(get("/reconcile?callback=" + std::string(128, 'a')).status, 200);
    EXPECT_EQ(get("/reconcile?callback=" + std::string(129, 'a')).status, 400);
    EXPECT_THAT(get("/reconcile/suggest/type?prefix=cert&callback=cb").body, StartsWith("/**/cb("));
}

TEST_F(ReconciliationTest, answers_each_query_of_a_batch) {
    const auto first = add({"Marlow Welding Academy", springfield});
    const auto second = add({"Ostrand Polytechnic", lyon});
    const std::string batch =
        R"({"q0":{"query":"Marlow Welding Academy"},"row 2":{"query":"ostrand polytechnic"}})";
    for (const auto& response :
         {post(form("queries", batch)), get("/reconcile?" + form("queries", batch))}) {
        const auto answer = json_of(response);
        const auto one = items_of(member(answer, "q0"), "result");
        ASSERT_THAT(one, Not(IsEmpty()));
        EXPECT_EQ(text_in(one[0], "id"), first);
        EXPECT_EQ(text_in(one[0], "description"), "Springfield, Illinois, United States");
        EXPECT_EQ(member(one[0], "match"), json::Value(true));
        const auto two = items_of(member(answer, "row 2"), "result");
        ASSERT_THAT(two, Not(IsEmpty()));
        EXPECT_EQ(text_in(two[0], "id"), second);
    }
}

TEST_F(ReconciliationTest, tells_namesakes_apart_by_properties) {
    add({"Elmwood College", springfield});
    const auto second = add({"Elmwood College", lyon, "https://elmwood.example"});
    EXPECT_THAT(candidates(R"({"query":"Elmwood College"})"), SizeIs(2));
    for (const auto* const property :
         {R"({"pid":"ceterms:addressLocality","v":"Lyon"})", R"({"pid":"city","v":["Lyon"]})",
          R"({"pid":"ceterms:subjectWebpage","v":{"id":"x","name":"elmwood.example"}})"}) {
        const auto found =
            candidates(R"({"query":"Elmwood College","properties":[)" + std::string(property) +
                       R"(,{"pid":"another:thing","v":[1,true,null]}]})");
        ASSERT_THAT(found, SizeIs(2)) << property;
        EXPECT_EQ(text_in(found[0], "id"), second) << property;
        EXPECT_EQ(member(found[0], "match"), json::Value(true)) << property;
        EXPECT_EQ(member(found[1], "match"), json::Value(false)) << property;
    }
}

TEST_F(ReconciliationTest, needs_no_name_where_an_identifier_is_known) {
    const auto ctid = add({"Marlow Welding Academy",
                           springfield,
                           "https://marlow.example",
                           {{"fein", "12-3456789"}}});
    const auto found = candidates(R"({"properties":[{"pid":"fein","v":"123456789"}]})");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(text_in(found[0], "id"), ctid);
    EXPECT_EQ(member(found[0], "match"), json::Value(true));
}

TEST_F(ReconciliationTest, finds_the_organization_in_what_somebody_wrote) {
    const auto ctid = add({"University of Marlow", springfield});
    const auto found =
        candidates(R"({"query":"Dept. of Chemistry, Univ. of Marlow, Springfield, IL, USA"})");
    ASSERT_THAT(found, Not(IsEmpty()));
    EXPECT_EQ(text_in(found[0], "id"), ctid);
    EXPECT_EQ(member(found[0], "match"), json::Value(true));
}

TEST_F(ReconciliationTest, finds_a_ctid_or_its_address) {
    const auto ctid = add({"Marlow Welding Academy", springfield});
    for (const auto& text :
         {ctid, shared.public_url + "/resources/" + ctid, "CE-" + ctid.substr(3)}) {
        const auto found = candidates("{\"query\":\"" + text + "\"}");
        ASSERT_THAT(found, SizeIs(1)) << text;
        EXPECT_EQ(member(found[0], "score"), json::Value(std::int64_t{100}));
        EXPECT_EQ(member(found[0], "match"), json::Value(true));
    }
}

TEST_F(ReconciliationTest, keeps_to_the_types_that_are_asked_for) {
    add({"Marlow Welding", springfield});
    add_certificate("Marlow Welding");
    const auto types_of = [&](const std::string& type) {
        std::vector<std::string> types;
        for (const auto& one : candidates(R"({"query":"Marlow Welding","type":)" + type +
                                          R"(,"type_strict":"any"})")) {
            types.push_back(text_in(items_of(one, "type").at(0), "id"));
        }
        return types;
    };
    EXPECT_THAT(types_of(R"("ceterms:Credential")"), ElementsAre("ceterms:Certificate"));
    EXPECT_THAT(types_of(R"(["Certificate"])"), ElementsAre("ceterms:Certificate"));
    EXPECT_THAT(types_of(R"("ceterms:Organization")"),
                ElementsAre("ceterms:CredentialOrganization"));
    EXPECT_THAT(types_of(R"(["ceterms:Credential","ceterms:Organization"])"), SizeIs(2));
    EXPECT_THAT(types_of("null"), SizeIs(2));
    EXPECT_THAT(types_of(R"("other:Type")"), IsEmpty());
}

TEST_F(ReconciliationTest, tells_as_many_candidates_as_are_asked_for) {
    for (int index = 0; index < 4; ++index) add({"Elmwood College", springfield});
    EXPECT_THAT(candidates(R"({"query":"Elmwood College","limit":3})"), SizeIs(3));
    EXPECT_THAT(candidates(R"({"query":"Elmwood College","limit":1000})"), SizeIs(4));
    EXPECT_EQ(post(form("queries", R"({"q":{"query":"x","limit":0}})")).status, 400);
}

TEST_F(ReconciliationTest, of_several_organizations_in_a_cell_none_is_the_match) {
    add({"University of Marlow", springfield});
    add({"Ostrand Polytechnic", lyon});
    const auto found = candidates(
        R"({"query":"University of Marlow, Springfield, USA; Ostrand Polytechnic, Lyon, France"})");
    ASSERT_THAT(found, SizeIs(2));
    for (const auto& one : found) EXPECT_EQ(member(one, "match"), json::Value(false));
}

TEST_F(ReconciliationTest, refuses_what_is_no_batch) {
    for (const auto* const batch :
         {"[]", "{\"q\":1}", "{\"q\":{}}", "{\"q\":", R"({"q":{"query":1}})",
          R"({"q":{"query":"x","type":1}})", R"({"q":{"query":"x","properties":{}}})",
          R"({"q":{"query":"x","properties":[{"pid":"city"}]}})",
          R"({"q":{"query":"x","limit":"many"}})"}) {
        const auto response = post(form("queries", batch));
        EXPECT_EQ(response.status, 400) << batch;
        EXPECT_THAT(text_in(json_of(response), "error"), Not(IsEmpty()));
    }
    EXPECT_EQ(post("").status, 400);
    EXPECT_EQ(post(R"({"q":{"query":"x"}})", "application/json").status, 400);
    EXPECT_EQ(get("/reconcile/elsewhere").status, 404);
    EXPECT_EQ(send(http::Method::put, "/reconcile", "", {}).status, 405);
}

TEST_F(ReconciliationTest, takes_a_full_batch_and_no_more) {
    const auto batch_of = [](std::size_t queries) {
        std::string batch = "{";
        for (std::size_t index = 0; index < queries; ++index) {
            batch += (index == 0 ? "\"q" : ",\"q") + std::to_string(index) + R"(":{"query":"x"})";
        }
        return form("queries", batch + "}");
    };
    EXPECT_EQ(post(batch_of(batch_queries_max)).status, 200);
    EXPECT_EQ(post(batch_of(batch_queries_max + 1)).status, 413);
    const auto values_of = [](std::size_t count) {
        std::string values;
        for (std::size_t index = 0; index < count; ++index) values += index == 0 ? "1" : ",1";
        return form("queries", R"({"q":{"properties":[{"pid":"city","v":[)" + values + "]}]}}");
    };
    EXPECT_EQ(post(values_of(query_values_max)).status, 200);
    EXPECT_EQ(post(values_of(query_values_max + 1)).status, 413);
    std::string types;
    for (std::size_t index = 0; index <= query_types_max; ++index) {
        types += index == 0 ? "\"a\"" : ",\"a\"";
    }
    EXPECT_EQ(post(form("queries", R"({"q":{"query":"x","type":[)" + types + "]}}")).status, 413);
}

TEST_F(ReconciliationTest, reads_the_beginning_of_a_long_text) {
    add({"Marlow Welding Academy", springfield});
    const std::string spaces(query_text_length_max, ' ');
    EXPECT_THAT(candidates("{\"query\":\"Marlow Welding Academy" + spaces + "and more\"}"),
                SizeIs(1));
    EXPECT_THAT(candidates("{\"query\":\"" + spaces + "Marlow Welding Academy\"}"), IsEmpty());
}

TEST_F(ReconciliationTest, answers_what_is_nothing_with_nothing) {
    add({"Marlow Welding Academy", springfield});
    EXPECT_THAT(candidates(R"({"query":""})"), IsEmpty());
    EXPECT_THAT(candidates(R"({"query":"  \t"})"), IsEmpty());
    EXPECT_THAT(candidates(R"({"query":"zzz qqq"})"), IsEmpty());
    EXPECT_THAT(candidates(R"({"query":"\" OR NEAR(a b) *"})"), IsEmpty());
    EXPECT_EQ(post(form("queries", "{}")).status, 200);
}

// --- suggestions ---

TEST_F(ReconciliationTest, completes_names) {
    const auto ctid = add({"Marlow Welding Academy", springfield});
    add({"Ostrand Polytechnic", lyon});
    const auto found = items_of(json_of(get("/reconcile/suggest/entity?prefix=marl")), "result");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(text_in(found[0], "id"), ctid);
    EXPECT_EQ(text_in(items_of(found[0], "notable").at(0), "id"), "ceterms:CredentialOrganization");
    EXPECT_THAT(items_of(json_of(get("/reconcile/suggest/entity?prefix=" + ctid)), "result"),
                SizeIs(1));
    EXPECT_THAT(items_of(json_of(get("/reconcile/suggest/entity?prefix=marl&cursor=1")), "result"),
                IsEmpty());
    EXPECT_THAT(items_of(json_of(get("/reconcile/suggest/entity")), "result"), IsEmpty());
}

TEST_F(ReconciliationTest, completes_types_with_those_above) {
    const auto found = items_of(json_of(get("/reconcile/suggest/type?prefix=certif")), "result");
    ASSERT_THAT(names_in(found), Contains("Certificate"));
    for (const auto& one : found) {
        if (text_in(one, "id") != "ceterms:Certificate") continue;
        EXPECT_EQ(text_in(items_of(one, "broader").at(0), "id"), "ceterms:Credential");
    }
    const auto first = items_of(json_of(get("/reconcile/suggest/type?prefix=")), "result");
    const auto next = items_of(json_of(get("/reconcile/suggest/type?prefix=&cursor=20")), "result");
    EXPECT_THAT(first, SizeIs(suggestions_max));
    EXPECT_THAT(names_in(first), Not(Contains(names_in(next).at(0))));
}

TEST_F(ReconciliationTest, completes_properties) {
    const auto found = items_of(json_of(get("/reconcile/suggest/property?prefix=cit")), "result");
    EXPECT_THAT(names_in(found), ElementsAre("City"));
    EXPECT_THAT(
        names_in(items_of(json_of(get("/reconcile/suggest/property?prefix=fein")), "result")),
        ElementsAre("FEIN"));
}

TEST_F(ReconciliationTest, refuses_a_cursor_that_is_none) {
    EXPECT_EQ(get("/reconcile/suggest/entity?prefix=a&cursor=1000").status, 200);
    EXPECT_EQ(get("/reconcile/suggest/entity?prefix=a&cursor=1001").status, 400);
    EXPECT_EQ(get("/reconcile/suggest/type?cursor=-1").status, 400);
    EXPECT_EQ(get("/reconcile/suggest/property?cursor=x").status, 400);
}

// --- data extension ---

TEST_F(ReconciliationTest, fetches_what_is_known) {
    const auto ctid = add({"Marlow Welding Academy",
                           springfield,
                           "https://marlow.example",
                           {{"fein", "12-3456789"}}});
    const std::string unknown = "ce-00000000-0000-4000-8000-000000000000";
    const auto answer = json_of(post(
        form("extend", "{\"ids\":[\"" + ctid + "\",\"" + unknown +
                           R"("],"properties":[{"id":"ceterms:fein"},{"id":"city","settings":{}},)"
                           R"({"id":"other:thing"}]})")));
    const auto meta = items_of(answer, "meta");
    EXPECT_THAT(names_in(meta), ElementsAre("FEIN", "City", "other:thing"));
    const auto& rows = member(answer, "rows");
    const auto& row = member(rows, ctid);
    ASSERT_THAT(items_of(row, "ceterms:fein"), SizeIs(1));
    EXPECT_EQ(text_in(items_of(row, "ceterms:fein")[0], "str"), "12-3456789");
    EXPECT_EQ(text_in(items_of(row, "city").at(0), "str"), "Springfield");
    EXPECT_THAT(items_of(row, "other:thing"), IsEmpty());
    EXPECT_THAT(items_of(member(rows, unknown), "city"), IsEmpty());
}

TEST_F(ReconciliationTest, fetches_no_more_than_its_limits) {
    const auto query = [](std::size_t ids, std::size_t properties) {
        std::string text = "{\"ids\":[";
        for (std::size_t index = 0; index < ids; ++index) text += index == 0 ? "\"x\"" : ",\"x\"";
        text += "],\"properties\":[";
        for (std::size_t index = 0; index < properties; ++index) {
            text += index == 0 ? "{\"id\":\"y\"}" : ",{\"id\":\"y\"}";
        }
        return form("extend", text + "]}");
    };
    EXPECT_EQ(post(query(extended_entities_max, extended_properties_max)).status, 200);
    EXPECT_EQ(post(query(extended_entities_max + 1, 1)).status, 413);
    EXPECT_EQ(post(query(1, extended_properties_max + 1)).status, 413);
    EXPECT_EQ(post(form("extend", "{\"ids\":[1],\"properties\":[]}")).status, 400);
    EXPECT_EQ(post(form("extend", "{\"ids\":[]}")).status, 400);
    EXPECT_EQ(post(form("extend", "nothing")).status, 400);
}

TEST_F(ReconciliationTest, proposes_properties_of_a_type) {
    const auto of = [&](const std::string& query) {
        return names_in(items_of(json_of(get("/reconcile/extend/propose?" + query)), "properties"));
    };
    EXPECT_THAT(of("type=ceterms:Organization"), Contains("City"));
    EXPECT_THAT(of("type=ceterms:Certificate"), Not(Contains("City")));
    EXPECT_THAT(of("type=ceterms:Certificate&limit=2"), SizeIs(2));
    EXPECT_EQ(get("/reconcile/extend/propose?limit=51").status, 400);
}

// --- preview ---

TEST_F(ReconciliationTest, shows_an_entity_in_a_frame) {
    const auto ctid = add({"Marlow <b>&</b> Sons", springfield});
    const auto response = get("/reconcile/preview?id=" + ctid);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.content_type, StartsWith("text/html"));
    EXPECT_THAT(response.body, HasSubstr("Marlow &lt;b&gt;&amp;&lt;/b&gt; Sons"));
    EXPECT_THAT(response.body, HasSubstr("Springfield, Illinois, United States"));
    EXPECT_THAT(header_of(response, "Content-Security-Policy"), HasSubstr("frame-ancestors *"));
    EXPECT_THAT(header_of(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(header_of(response, "X-Frame-Options"), "");
    EXPECT_EQ(get("/reconcile/preview?id=nothing").status, 404);
    EXPECT_EQ(get("/reconcile/preview").status, 404);
}

TEST_F(ReconciliationTest, lets_pages_of_other_sites_ask) {
    for (const auto* const path :
         {"/reconcile", "/reconcile/suggest/entity", "/reconcile/suggest/type",
          "/reconcile/suggest/property", "/reconcile/extend/propose", "/reconcile/preview"}) {
        const auto response = send(http::Method::options, path, "", {});
        EXPECT_EQ(response.status, 204) << path;
        EXPECT_THAT(header_of(response, "Access-Control-Allow-Methods"), HasSubstr("GET"));
    }
}

}  // namespace
}  // namespace cartulary::reconciliation
