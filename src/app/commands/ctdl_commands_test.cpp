#include "app/commands/ctdl_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "operations/organizations.h"
#include "operations/resources.h"
#include "operations/verification.h"
#include "testkit/registry.h"

namespace cartulary::commands {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string elsewhere = "https://elsewhere.example/resources/";
const std::string college = "ce-1c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";
const std::string agency = "ce-2c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";
const std::string welding = "ce-3c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";
const std::string framework = "ce-4c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";
const std::string competency = "ce-5c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";
const std::string brazing = "ce-6c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50";

constexpr auto context = R"("@context":"https://credreg.net/ctdl/schema/context/json",)";

std::string beginning(const std::string& ctid, const std::string& type) {
    return R"({"@id":")" + elsewhere + ctid + R"(","@type":")" + type + R"(","ceterms:ctid":")" +
           ctid + "\"";
}

std::string organization(const std::string& ctid, const std::string& name,
                         const std::string& more = "") {
    return beginning(ctid, "ceterms:CredentialOrganization") + R"(,"ceterms:name":{"en-US":")" +
           name + R"("},"ceterms:description":{"en-US":"Teaches to join metals."},)" +
           R"("ceterms:subjectWebpage":"https://college.example/")" + more + "}";
}

std::string certificate(const std::string& ctid, const std::string& name,
                        const std::string& owner = college, const std::string& more = "") {
    return beginning(ctid, "ceterms:Certificate") + R"(,"ceterms:name":{"en-US":")" + name +
           R"("},"ceterms:ownedBy":[")" + elsewhere + owner + "\"]" + more + "}";
}

std::string graph(const std::string& ctid, const std::string& nodes) {
    return std::string("{") + context + R"("@id":")" + elsewhere + ctid + R"(","@graph":[)" +
           nodes + "]}";
}

std::string envelope(const std::string& ctid, const std::string& document,
                     const std::string& more = "") {
    return R"({"envelope_community":"ce_registry","envelope_id":"x","envelope_ceterms_ctid":")" +
           ctid + R"(","decoded_resource":)" + document + more + "}";
}

class CtdlCommands : public testing::Test {
protected:
    Target target(bool json = true) { return {under_test.registry(), folder, "", json}; }
    void TearDown() override { EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty()); }

    std::string file(const std::string& text, const std::string& name = "file.json") const {
        std::ofstream(data.path() / name, std::ios::binary) << text;
        return (data.path() / name).string();
    }

    // What import says of files of these texts.
    json::Value import_of(const std::vector<std::string>& texts, const std::string& owner = "") {
        std::vector<std::string> files;
        for (const auto& text : texts) {
            files.push_back(file(text, "file" + std::to_string(files.size()) + ".json"));
        }
        const auto outcome = import_ctdl(target(), {files, owner});
        const auto said = json::parse(outcome.out);
        EXPECT_TRUE(said) << outcome.out << outcome.err;
        if (!said) return {};
        EXPECT_EQ(outcome.status, count(*said, "refused") > 0 ? 1 : 0);
        return *said;
    }
    static std::int64_t count(const json::Value& said, std::string_view name) {
        return *said.find(name)->integer();
    }
    // "line: problem; problem", of each refusal.
    static std::vector<std::string> refusals(const json::Value& said) {
        std::vector<std::string> lines;
        for (const auto& refusal : *said.find("refusals")->array()) {
            auto line = std::to_string(*refusal.find("line")->integer()) + ":";
            for (const auto& problem : *refusal.find("problems")->array()) {
                line += " " + *problem.string();
            }
            lines.push_back(line);
        }
        return lines;
    }

    // The name of what is served under a CTID, or why there is none.
    std::string name_of(const std::string& ctid, std::string_view property = "ceterms:name") {
        Resources resources(under_test.registry(), std::size_t{1} << 20);
        const auto text = resources.resource(*Ctid::parse(ctid));
        if (!text) return text.error().message;
        const auto node = json::parse(*text->text).value();
        return *node.find(property)->find("en-US")->string();
    }
    std::string owner_of(const std::string& ctid) {
        Resources resources(under_test.registry(), std::size_t{1} << 20);
        return resources.known(*Ctid::parse(ctid)).value().owner.ctid();
    }

    testkit::RegistryUnderTest under_test;
    testkit::TemporaryFolder data;
    DataFolder folder{data.path()};
};

TEST_F(CtdlCommands, publishes_what_comes_before_its_owner_and_registers_the_owner) {
    const auto said = import_of({graph(welding, certificate(welding, "Welding I")),
                                 graph(college, organization(college, "College of Joining"))});
    EXPECT_EQ(count(said, "created"), 2);
    EXPECT_EQ(count(said, "refused"), 0);
    EXPECT_EQ(name_of(college), "College of Joining");
    EXPECT_EQ(name_of(welding), "Welding I");
    EXPECT_EQ(owner_of(welding), college);

    const auto whole =
        Organizations(under_test.registry()).show(*OrganizationId::from_ctid(college));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->organization.status, OrganizationStatus::approved);
    EXPECT_EQ(whole->organization.stated.website, "https://college.example/");
    EXPECT_THAT(whole->members, IsEmpty());
    EXPECT_THAT(whole->keys, IsEmpty());
}

TEST_F(CtdlCommands, changes_nothing_when_it_runs_again) {
    const std::vector<std::string> texts = {"[" + organization(college, "College of Joining") +
                                            "," + certificate(welding, "Welding I") + "]"};
    EXPECT_EQ(count(import_of(texts), "created"), 2);
    const auto again = import_of(texts);
    EXPECT_EQ(count(again, "unchanged"), 2);
    EXPECT_EQ(count(again, "read"), 2);

    const auto changed = import_of({certificate(welding, "Welding II")});
    EXPECT_EQ(count(changed, "updated"), 1);
    EXPECT_EQ(name_of(welding), "Welding II");
    Resources resources(under_test.registry(), std::size_t{1} << 20);
    const auto history = resources.history(*Ctid::parse(welding)).value();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.front().method, PublishMethod::import);
    EXPECT_EQ(resources.history(*Ctid::parse(college)).value().size(), 1U);
}

TEST_F(CtdlCommands, reads_lines_lists_envelopes_and_single_nodes) {
    const auto lines = envelope(college, graph(college, organization(college, "College"))) + "\n" +
                       envelope(welding, graph(welding, certificate(welding, "Welding"))) + "\n";
    const auto list = "\xEF\xBB\xBF [\n" + envelope(agency, organization(agency, "Agency")) +
                      ",\n" + certificate(brazing, "Brazing", agency) + "\n]";
    const auto said = import_of({lines, list});
    EXPECT_EQ(count(said, "created"), 4) << json::text_of(said);
    EXPECT_EQ(name_of(brazing), "Brazing");
    EXPECT_EQ(owner_of(brazing), agency);
}

TEST_F(CtdlCommands, reads_ctids_in_upper_case) {
    const auto upper = [](std::string text) {
        for (auto& letter : text) letter = static_cast<char>(std::toupper(letter));
        return text.replace(0, 2, "CE");
    };
    const auto said = import_of({organization(upper(college), "College"),
                                 certificate(upper(welding), "Welding", upper(college))});
    EXPECT_EQ(count(said, "created"), 2) << json::text_of(said);
    EXPECT_EQ(owner_of(welding), college);
}

TEST_F(CtdlCommands, unpacks_what_gzip_packed) {
    const auto packed = [&](const std::vector<std::string>& members) {
        const auto path = (data.path() / "packed.json.gz").string();
        std::remove(path.c_str());
        for (const auto& member : members) {
            auto* file = ::gzopen(path.c_str(), "ab");
            ::gzwrite(file, member.data(), static_cast<unsigned>(member.size()));
            ::gzclose(file);
        }
        return path;
    };
    const auto path =
        packed({organization(college, "College") + "\n", certificate(welding, "Welding") + "\n"});
    EXPECT_EQ(import_ctdl(target(), {{path}, ""}).status, 0);
    EXPECT_EQ(name_of(welding), "Welding");

    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 5);
    const auto cut = import_ctdl(target(), {{path}, ""});
    EXPECT_EQ(cut.status, 1);
    EXPECT_THAT(cut.out, HasSubstr("is packed by gzip, and broken"));
}

TEST_F(CtdlCommands, takes_a_framework_with_its_competencies_as_one_document) {
    const auto competencies = R"(,"ceasn:hasTopChild":[")" + elsewhere + competency + "\"]";
    const auto node = beginning(framework, "ceasn:CompetencyFramework") +
                      R"(,"ceasn:name":{"en-US":"Joining"},"ceasn:publisher":[")" + elsewhere +
                      college + "\"]" + competencies + "}";
    const auto part = beginning(competency, "ceasn:Competency") +
                      R"(,"ceasn:competencyText":{"en-US":"Joins pipes"},"ceasn:isPartOf":[")" +
                      elsewhere + framework + "\"]}";
    const auto said =
        import_of({organization(college, "College"),
                   std::string("{") + context + "\"@graph\":[" + node + "," + part + "]}"});
    EXPECT_EQ(count(said, "created"), 2) << json::text_of(said);
    EXPECT_EQ(name_of(competency, "ceasn:competencyText"), "Joins pipes");
}

TEST_F(CtdlCommands, takes_the_documents_of_one_graph_apart) {
    const auto address = R"(,"ceterms:address":["_:place"])";
    const auto place = R"({"@id":"_:place","@type":"ceterms:Place",)"
                       R"("ceterms:addressLocality":{"en-US":"Harbor City"}})";
    const auto offered = R"(,"ceterms:availableAt":["_:place"])";
    const auto said = import_of({std::string("{") + context + "\"@graph\":[" +
                                 certificate(welding, "Welding", college, offered) + "," +
                                 organization(college, "College", address) + "," +
                                 certificate(brazing, "Brazing") + "," + place + "]}"});
    EXPECT_EQ(count(said, "created"), 3) << json::text_of(said);
    EXPECT_EQ(name_of(brazing), "Brazing");
    Resources resources(under_test.registry(), std::size_t{1} << 20);
    for (const auto& ctid : {welding, college}) {
        EXPECT_THAT(*resources.resource(*Ctid::parse(ctid))->text, HasSubstr("Harbor City"));
    }
    EXPECT_THAT(*resources.resource(*Ctid::parse(brazing))->text, Not(HasSubstr("Harbor City")));
}

TEST_F(CtdlCommands, refuses_what_nobody_owns_unless_an_owner_is_named) {
    const auto text = certificate(welding, "Welding", agency);
    EXPECT_THAT(refusals(import_of({text})),
                ElementsAre("1: names no owner that is registered here, but " + agency +
                            "; --owner may name one"));
    import_of({organization(college, "College")});
    EXPECT_EQ(count(import_of({text}, college), "created"), 1);
    EXPECT_EQ(owner_of(welding), college);

    const auto unowned =
        beginning(brazing, "ceterms:Certificate") + R"(,"ceterms:name":{"en-US":"Brazing"}})";
    EXPECT_THAT(refusals(import_of({unowned})),
                ElementsAre("1: names no owner; --owner may name one"));
    EXPECT_EQ(count(import_of({envelope(brazing, unowned, R"(,"owned_by":")" + college + "\"")}),
                    "created"),
              1);
    EXPECT_EQ(owner_of(brazing), college);
}

TEST_F(CtdlCommands, deletes_what_an_envelope_says_was_deleted_since) {
    import_of({organization(college, "College"), certificate(welding, "Welding")});
    const auto deleted = [](const std::string& ctid, const std::string& at) {
        return R"({"envelope_ceterms_ctid":")" + ctid + R"(","node_headers":{"deleted_at":")" + at +
               "\"}}";
    };
    EXPECT_EQ(count(import_of({deleted(welding, "2001-01-31T00:00:00Z")}), "left out"), 1);
    EXPECT_EQ(name_of(welding), "Welding");
    EXPECT_EQ(count(import_of({deleted(brazing, "2099-01-31T00:00:00Z")}), "left out"), 1);
    EXPECT_EQ(count(import_of({deleted(welding, "2099-01-31T00:00:00Z")}), "deleted"), 1);
    EXPECT_THAT(name_of(welding), HasSubstr("deleted"));
    EXPECT_THAT(refusals(import_of({deleted("ce-1", "yesterday")})),
                ElementsAre(HasSubstr("says that it was deleted, but not which")));
    EXPECT_THAT(refusals(import_of({deleted(college, "2099-01-31T00:00:00Z")})),
                ElementsAre(HasSubstr("1: ")));
    EXPECT_EQ(name_of(college), "College");
}

TEST_F(CtdlCommands, keeps_what_it_was_known_by_where_it_comes_from) {
    const auto headers = [](const std::string& publisher) {
        return R"(,"published_by":")" + publisher + R"(","owned_by":")" + college +
               R"(","node_headers":{"created_at":"2001-01-31T00:00:00.000Z",)" +
               R"("updated_at":"2002-01-31T00:00:00.000Z"})";
    };
    const auto with_id = [](std::string text) {
        return text.replace(text.find("\"x\""), 3, "\"7c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50\"");
    };
    import_of({envelope(college, organization(college, "College"), headers(agency)) + "\n" +
               with_id(envelope(welding, certificate(welding, "Welding"), headers(agency))) + "\n" +
               envelope(agency, organization(agency, "Agency"))});
    Resources resources(under_test.registry(), std::size_t{1} << 20);
    for (const auto& ctid : {college, welding}) {
        const auto known = resources.known(*Ctid::parse(ctid)).value();
        ASSERT_TRUE(known.publisher) << ctid;
        EXPECT_EQ(known.publisher->ctid(), agency);
        EXPECT_EQ(iso_8601(known.resource.created_at), "2001-01-31T00:00:00.000Z");
        EXPECT_EQ(iso_8601(known.resource.updated_at), "2002-01-31T00:00:00.000Z");
    }
    EXPECT_EQ(resources.known(*Ctid::parse(welding))->resource.envelope.text(),
              "7c2b3a40-5d6e-4f70-8a9b-0c1d2e3f4a50");
    EXPECT_EQ(resources.known(*Ctid::parse(agency))->resource.updated_at, under_test.now());
}

TEST_F(CtdlCommands, gives_an_export_again_that_it_read) {
    const auto address = R"(,"ceterms:address":[{"@type":"ceterms:Place",)"
                         R"("ceterms:addressLocality":{"en-US":"Harbor City"}}],)"
                         R"("ceterms:fein":"12-3456789","ceterms:agentType":["orgType:FourYear"])";
    import_of({organization(college, "College", address), certificate(welding, "Welding"),
               organization(agency, "Agency"), certificate(brazing, "Brazing", agency)});
    const auto lines_of = [](const Registry& registry) {
        Resources resources(registry, std::size_t{1} << 20);
        auto exported = resources.exported({});
        std::string text;
        while (const auto lines = exported.next_lines()) text += *lines;
        return text;
    };
    const auto text = lines_of(under_test.registry());
    testkit::RegistryUnderTest other;
    other.pass(std::chrono::hours(1));
    const auto path = file(text, "export.json");
    const auto outcome = import_ctdl({other.registry(), folder, "", true}, {{path}, ""});
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    const auto sorted = [](const std::string& lines) {
        std::vector<std::string> list;
        std::istringstream stream(lines);
        for (std::string line; std::getline(stream, line);) list.push_back(line);
        std::ranges::sort(list);
        return list;
    };
    EXPECT_EQ(sorted(lines_of(other.registry())), sorted(text));
    EXPECT_THAT(verify(other.registry()).problems, IsEmpty());
}

TEST_F(CtdlCommands, tells_every_refusal_with_its_line_and_stores_the_rest) {
    const auto said = import_of(
        {organization(college, "College") + "\n" + "{\"@type\": \"ceterms:Certificate\",,}\n" +
         "{\"name\": \"no document\"}\n" + R"({"envelope_id":"x","resource":"e30"})" + "\n" +
         beginning("ce-12", "ceterms:Certificate") + "}\n" + beginning(brazing, "ceterms:Nothing") +
         "}\n" + "[1, \"two\"]\n" + certificate(welding, "Welding") + "\n"});
    EXPECT_EQ(count(said, "created"), 2);
    const auto told = refusals(said);
    ASSERT_EQ(told.size(), 7U) << json::text_of(said);
    EXPECT_THAT(told[0], HasSubstr("2: is not JSON: line 2, column "));
    EXPECT_THAT(told[1], HasSubstr("3: is neither a document"));
    EXPECT_THAT(told[2], HasSubstr("4: is an envelope without"));
    EXPECT_THAT(told[3], HasSubstr("5: has no node with the CTID"));
    EXPECT_THAT(told[4], HasSubstr("6: @type"));
    EXPECT_THAT(told[5], HasSubstr("7: is neither"));
    EXPECT_THAT(told[6], HasSubstr("7: is neither"));
}

TEST_F(CtdlCommands, warns_of_what_it_mended_and_of_references_that_lead_nowhere) {
    import_of({organization(college, "College")});
    const auto said = import_of({certificate(
        welding, "Welding", college,
        R"(,"ceterms:isSimilarTo":[")" + elsewhere + brazing + R"("],"ceterms:nonsense":"x")")});
    EXPECT_EQ(count(said, "created"), 1) << json::text_of(said);
    EXPECT_EQ(count(said, "unresolved_references"), 1);
    EXPECT_FALSE(said.find("warnings")->object()->empty());
}

TEST_F(CtdlCommands, tells_people_in_lines) {
    const auto outcome =
        import_ctdl(target(false), {{file(organization(college, "College") + "\n{}")}, ""});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.err, "1 of 2 documents were refused");
    EXPECT_THAT(outcome.out, HasSubstr("file.json:2  refused: is neither a document of linked"));
    EXPECT_THAT(outcome.out, HasSubstr("2 documents, 1 created, 1 refused\n"));
}

TEST_F(CtdlCommands, runs_only_with_files_that_open_and_an_owner_that_is_there) {
    EXPECT_THAT(import_ctdl(target(), {{"/nowhere/file.json"}, ""}).err,
                HasSubstr("/nowhere/file.json cannot be opened"));
    EXPECT_THAT(import_ctdl(target(), {{data.path().string()}, ""}).err, HasSubstr("is a folder"));
    const auto path = file(organization(college, "College"));
    EXPECT_THAT(import_ctdl(target(), {{path}, "nobody"}).err, HasSubstr("is no CTID"));
    EXPECT_EQ(import_ctdl(target(), {{path}, agency}).err,
              "no organization has the CTID " + agency);
    EXPECT_NE(name_of(college), "College");
}

TEST_F(CtdlCommands, shows_its_progress) {
    std::ostringstream terminal;
    auto where = target();
    where.terminal = &terminal;
    import_ctdl(where, {{file(organization(college, "College"))}, ""});
    EXPECT_THAT(terminal.str(), HasSubstr("%"));
}

}  // namespace
}  // namespace cartulary::commands
