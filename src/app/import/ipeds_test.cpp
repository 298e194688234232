#include "app/import/ipeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/import/register_client.h"
#include "app/import/scripted_server_test.h"

namespace cartulary::import {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

const std::string accepted_answer =
    http_answer(200, R"({"Successful":true,"Messages":["Warning - CTID is not random"],)"
                     R"("OrganizationApiKey":"k","ApprovedToPublish":true})");

std::string refusal(int status, const std::string& message) {
    return http_answer(status, R"({"Successful":false,"Messages":[")" + message +
                                   R"("],"OrganizationApiKey":null,"ApprovedToPublish":false})");
}

const std::string known_answer =
    refusal(409, "Error - CTID 'ce-53b3131d-a38b-53f5-bc95-5429fda26b63' is already registered");

// Posts `count` registrations to a server that answers as the script says.
struct Posted {
    tl::expected<void, std::string> outcome;
    std::vector<Answer> answers;
};

Posted post(const ScriptedServer& server, int count, std::size_t connections = 1) {
    Posted posted;
    Patience patience;
    patience.first_wait = std::chrono::milliseconds(1);
    int given = 0;
    posted.outcome = register_all(
        {server.url(), "KEY", connections, patience},
        [&]() -> std::optional<Registration> {
            if (given == count) return std::nullopt;
            const auto name = std::to_string(++given);
            return Registration{name, "key-" + name, R"({"Name":")" + name + R"("})"};
        },
        [&](const Answer& answer) { posted.answers.push_back(answer); });
    return posted;
}

TEST(RegisterClient, posts_with_key_and_idempotency_key) {
    ScriptedServer server({accepted_answer});
    const auto posted = post(server, 1);
    ASSERT_TRUE(posted.outcome);
    ASSERT_THAT(posted.answers, SizeIs(1));
    EXPECT_TRUE(posted.answers[0].accepted);
    ASSERT_THAT(server.requests(), SizeIs(1));
    const auto request = server.requests()[0];
    EXPECT_THAT(request, HasSubstr("POST /accountsapi/organization/register HTTP/1.1\r\n"));
    EXPECT_THAT(request, HasSubstr("\r\nAuthorization: ApiToken KEY\r\n"));
    EXPECT_THAT(request, HasSubstr("\r\nIdempotency-Key: key-1\r\n"));
    EXPECT_THAT(request, HasSubstr("\r\nContent-Type: application/json\r\n"));
    EXPECT_THAT(request, testing::EndsWith("\r\n\r\n{\"Name\":\"1\"}"));
}

TEST(RegisterClient, keeps_its_connection) {
    ScriptedServer server({accepted_answer, known_answer, refusal(400, "Error - Url is bad")});
    const auto posted = post(server, 3);
    ASSERT_TRUE(posted.outcome);
    ASSERT_THAT(posted.answers, SizeIs(3));
    EXPECT_EQ(posted.answers[0].reason, "");
    EXPECT_EQ(posted.answers[1].reason, "already registered");
    EXPECT_EQ(posted.answers[2].reason, "Url is bad");
    EXPECT_EQ(server.connections(), 1);
}

TEST(RegisterClient, tries_again_when_the_server_is_busy) {
    ScriptedServer server({http_answer(503, "", "Retry-After: 0\r\n"), http_answer(429, ""),
                           http_answer(500, "oh"), accepted_answer});
    const auto posted = post(server, 1);
    ASSERT_TRUE(posted.outcome);
    ASSERT_THAT(posted.answers, SizeIs(1));
    EXPECT_TRUE(posted.answers[0].accepted);
    ASSERT_THAT(server.requests(), SizeIs(4));
    for (const auto& request : server.requests()) {
        EXPECT_EQ(request, server.requests()[0]) << "the same key and body each time";
    }
}

TEST(RegisterClient, gives_a_row_up_after_five_more_tries) {
    std::vector<std::string> script(6, http_answer(503, ""));
    script.push_back(accepted_answer);
    ScriptedServer server(script);
    const auto posted = post(server, 2);
    ASSERT_TRUE(posted.outcome);
    ASSERT_THAT(posted.answers, SizeIs(2));
    EXPECT_EQ(posted.answers[0].reason, "the server could not answer (503)");
    EXPECT_TRUE(posted.answers[1].accepted);
}

TEST(RegisterClient, tries_again_when_the_connection_is_lost) {
    ScriptedServer server({drop_connection, accepted_answer});
    const auto posted = post(server, 1);
    ASSERT_TRUE(posted.outcome) << posted.outcome.error();
    ASSERT_THAT(posted.answers, SizeIs(1));
    EXPECT_TRUE(posted.answers[0].accepted);
    ASSERT_THAT(server.requests(), SizeIs(2));
    EXPECT_EQ(server.requests()[0], server.requests()[1]);
}

TEST(RegisterClient, stops_when_connections_are_lost_for_good) {
    ScriptedServer server(std::vector<std::string>(20, drop_connection));
    const auto posted = post(server, 2);
    ASSERT_FALSE(posted.outcome);
    EXPECT_THAT(posted.outcome.error(), HasSubstr("answers no more"));
    EXPECT_THAT(posted.answers, SizeIs(0));
}

TEST(RegisterClient, stops_at_once_when_the_key_is_refused) {
    for (const int status : {401, 403}) {
        ScriptedServer server({refusal(status, "Error - no such key")});
        const auto posted = post(server, 3);
        ASSERT_FALSE(posted.outcome);
        EXPECT_EQ(posted.outcome.error(), "the server does not let this API key register (" +
                                              std::to_string(status) + "): no such key");
        EXPECT_THAT(server.requests(), SizeIs(1));
    }
}

TEST(RegisterClient, stops_at_a_server_that_is_no_registration_server) {
    for (const auto& answer : {http_answer(404, "<html>"), http_answer(200, "<html>"),
                               http_answer(301, "", "Location: /elsewhere\r\n")}) {
        ScriptedServer server({answer});
        const auto posted = post(server, 3);
        ASSERT_FALSE(posted.outcome);
        EXPECT_THAT(posted.outcome.error(), HasSubstr("is this the server's address?"));
        EXPECT_THAT(server.requests(), SizeIs(1));
    }
}

TEST(RegisterClient, takes_no_answer_without_end) {
    ScriptedServer server({http_answer(200, std::string(answer_bytes_max + 1, ' '))});
    EXPECT_FALSE(post(server, 1).outcome);
}

TEST(RegisterClient, answers_each_once_on_many_connections) {
    ScriptedServer server(std::vector<std::string>(100, accepted_answer));
    const auto posted = post(server, 100, 8);
    ASSERT_TRUE(posted.outcome);
    std::set<std::string> names;
    for (const auto& answer : posted.answers) names.insert(answer.name);
    EXPECT_THAT(posted.answers, SizeIs(100));
    EXPECT_THAT(names, SizeIs(100));
    EXPECT_LE(server.connections(), 8);
}

TEST(RegisterClient, says_what_is_wrong_with_its_address_or_key) {
    const auto never = [] { return std::optional<Registration>(); };
    const auto nobody = [](const Answer&) {};
    for (const auto* url : {"", "localhost", "ftp://localhost", "http://"}) {
        EXPECT_THAT(register_all({url, "KEY"}, never, nobody).error(),
                    HasSubstr("is no address of a server"));
    }
    for (const auto* key : {"", "a b", "a\r\nX: y"}) {
        EXPECT_THAT(register_all({"http://localhost", key}, never, nobody).error(),
                    HasSubstr("the API key is no key"));
    }
}

const std::string header =
    "UNITID,INSTNM,ADDR,CITY,STABBR,ZIP,GENTELE,EIN,OPEID,WEBADDR,ICLEVEL,CONTROL,POSTSEC\r\n";
const std::string alabama =
    "100654,\"Alabama A & M University\",\"4900 Meridian Street\",\"Normal\",\"AL\",\"35762\","
    "\"2563725000\",\"636001109\",\"00100200\",\"www.aamu.edu/\",1,1,1\r\n";
const std::string manati =
    "241517,\"Colegio Manat\xED\",\"1206 13th Street\",\"Manat\xED\",\"PR\",\"674\","
    "\"7878840000\",\"-2\",\"-2\",\"www.example.pr\",2,3,1\r\n";
const std::string closed =
    "158343,\"Closed School\",\"1 Main Street\",\"Normal\",\"LA\",\"70806\","
    "\" \",\"-2\",\"-2\",\" \",3,3,1\r\n";

class ImportIpeds : public testing::Test {
protected:
    ImportIpeds() {
        path_ = std::filesystem::temp_directory_path() /
                (std::string("cartulary_import_") + std::to_string(getpid()) + ".csv");
    }
    ~ImportIpeds() override { std::filesystem::remove(path_); }

    int run(const std::string& table, const std::string& url, bool json = true) {
        std::ofstream(path_, std::ios::binary) << table;
        return import_ipeds({path_, url, "KEY", 1, json}, out_, err_);
    }

    std::filesystem::path path_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(ImportIpeds, registers_a_table_in_windows_1252) {
    ScriptedServer server({accepted_answer, accepted_answer});
    EXPECT_EQ(run(header + alabama + manati, server.url()), 0) << err_.str();
    EXPECT_THAT(out_.str(), testing::StartsWith(
                                R"({"read":2,"accepted":2,"refused":0,"reasons":{},"seconds":)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("WEBADDR: https:// put before it":2)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("ZIP: lost zeros put back":1)"));
    EXPECT_EQ(out_.str().find('\n'), out_.str().size() - 1);
    EXPECT_EQ(err_.str(), "");
    EXPECT_THAT(server.requests()[1], HasSubstr(R"("City":"Manatí")"));
    EXPECT_NE(server.idempotency_keys()[0], server.idempotency_keys()[1]);
}

TEST_F(ImportIpeds, registers_a_table_in_utf_8) {
    ScriptedServer server({accepted_answer});
    auto row = manati;
    while (row.find('\xED') != std::string::npos) row.replace(row.find('\xED'), 1, "í");
    EXPECT_EQ(run("\xEF\xBB\xBF" + header + row, server.url()), 0) << err_.str();
    EXPECT_THAT(server.requests()[0], HasSubstr(R"("City":"Manatí")"));
}

TEST_F(ImportIpeds, counts_what_was_registered_before_as_no_failure) {
    ScriptedServer server({known_answer, known_answer});
    EXPECT_EQ(run(header + alabama + manati, server.url()), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("accepted":0,"refused":2,)"
                                      R"("reasons":{"already registered":2})"));
}

TEST_F(ImportIpeds, asks_anew_in_every_run) {
    ScriptedServer server({accepted_answer, known_answer});
    run(header + alabama, server.url());
    run(header + alabama, server.url());
    EXPECT_NE(server.idempotency_keys()[0], server.idempotency_keys()[1])
        << "or the server would repeat its first answer";
}

TEST_F(ImportIpeds, refuses_rows_for_stated_reasons) {
    ScriptedServer server({refusal(400, "Error - Name must be 2-100 characters")});
    EXPECT_EQ(run(header + closed + alabama, server.url(), false), 1);
    EXPECT_THAT(out_.str(), HasSubstr("1  WEBADDR and GENTELE are not stated (as row 158343)\n"));
    EXPECT_THAT(out_.str(), HasSubstr("1  Name must be 2-100 characters (as row 100654)\n"));
    EXPECT_THAT(out_.str(), HasSubstr("read               2\naccepted           0\n"));
}

TEST_F(ImportIpeds, sends_nothing_of_a_file_that_is_broken_somewhere) {
    ScriptedServer server({accepted_answer});
    EXPECT_EQ(run(header + alabama + "241517,\"never closed\r\n", server.url()), 2);
    EXPECT_THAT(err_.str(), HasSubstr("is no CSV file: "));
    EXPECT_THAT(err_.str(), HasSubstr("line 3"));
    EXPECT_EQ(run(header + alabama + "241517,\"too short\"\r\n", server.url()), 2);
    EXPECT_THAT(err_.str(), HasSubstr("line 3 has 2 cells where the header has 13"));
    EXPECT_EQ(out_.str(), "");
    EXPECT_THAT(server.requests(), SizeIs(0));
}

TEST_F(ImportIpeds, says_in_one_line_why_it_cannot_run) {
    EXPECT_EQ(run("a,b\r\n1,2\r\n", "http://127.0.0.1:9"), 2);
    EXPECT_THAT(err_.str(), HasSubstr("so it is no IPEDS HD table\n"));
    err_.str("");
    EXPECT_EQ(run("", "http://127.0.0.1:9"), 2);
    EXPECT_THAT(err_.str(), HasSubstr("is empty\n"));
    err_.str("");
    EXPECT_EQ(import_ipeds({"/no/such/file.csv", "http://127.0.0.1:9", "KEY"}, out_, err_), 2);
    EXPECT_THAT(err_.str(), HasSubstr("/no/such/file.csv cannot be opened"));
    EXPECT_EQ(out_.str(), "");
}

TEST_F(ImportIpeds, says_that_the_server_cannot_be_reached) {
    std::string url;
    {
        ScriptedServer gone({});
        url = gone.url();
    }
    EXPECT_EQ(run(header + alabama, url), 2);
    EXPECT_THAT(err_.str(), testing::StartsWith("import ipeds: cannot reach " + url + ": "));
    const auto said = err_.str();
    EXPECT_EQ(said.find('\n'), said.size() - 1);
}

}  // namespace
}  // namespace cartulary::import
