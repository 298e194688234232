#include "dialects/sunbird/sunbird_for_test.h"

namespace cartulary::sunbird {

namespace {

class SunbirdUpload : public SunbirdTest {
protected:
    http::Response upload(const std::string& csv) {
        return send("multipart/form-data; boundary=xyz",
                    "--xyz\r\nContent-Disposition: form-data; name=\"data\"; "
                    "filename=\"x.csv\"\r\n\r\n" +
                        csv + "\r\n--xyz--\r\n");
    }
    http::Response send(const std::string& type, const std::string& body) {
        auto headers = headers_of(harbor);
        headers[0].value = type;
        return dispatch({.method = http::Method::post,
                         .path = "/v1/org/upload",
                         .headers = headers,
                         .body = body});
    }
    json::Value report_of(const http::Response& uploaded) {
        const auto id = text_in(result(uploaded), "processId");
        return at(result(get("/v1/org/upload/status/" + id)), "response").array()->at(0);
    }
};

TEST_F(SunbirdUpload, creates_what_it_can_and_tells_of_each_row) {
    const auto report =
        report_of(upload("orgname,isTenant,channel,externalId,locationCode\n"
                         "Quay School,false,harborChannel,Q-1,\"IN-TN,IN\"\n"
                         "Twin School,false,harborChannel,q-1,\n"
                         "Ridge,TRUE,ridgeChannel,,\n"
                         "Lost,maybe,harborChannel,,\n"
                         ",,harborChannel,,\n"
                         "\"Ridge \"\"East\"\"\",false,ridgeChannel,,\n"));
    EXPECT_EQ(text_in(report, "status"), "COMPLETED");
    std::vector<std::string> good;
    for (const auto& row : *at(report, "successResult").array()) {
        good.push_back(text_in(row, "orgName"));
        EXPECT_EQ(text_in(read(text_in(row, "organisationId")), "orgName"), good.back());
    }
    EXPECT_THAT(good, testing::ElementsAre("Quay School", "Ridge", "Ridge \"East\""));
    std::vector<std::string> bad;
    for (const auto& row : *at(report, "failureResult").array()) {
        bad.push_back(std::to_string(*at(row, "row").integer()) + " " + text_in(row, "err"));
    }
    EXPECT_THAT(bad, testing::ElementsAre("3 ERROR_DUPLICATE_ENTRY", "5 DATA_TYPE_ERROR",
                                          "6 MANDATORY_PARAMETER_MISSING"));
}

TEST_F(SunbirdUpload, refuses_what_is_no_such_file) {
    EXPECT_EQ(upload("orgName,nothing\nx,y\n").status, 400);
    EXPECT_EQ(upload("").status, 400);
    EXPECT_EQ(upload("orgName\n\"never ends\n").status, 400);
    EXPECT_EQ(upload("orgName\n\xff\n").status, 400);
    EXPECT_EQ(send("application/json", "{}").status, 400);
    EXPECT_EQ(send("multipart/form-data; boundary=xyz", "--xyz--").status, 400);
    EXPECT_EQ(send("multipart/form-data; boundary=xyz",
                   "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xyz--")
                  .status,
              400);
}

TEST_F(SunbirdUpload, has_no_more_rows_than_its_limit) {
    std::string rows = "orgName\n";
    for (int i = 0; i < 500; ++i) rows += "x\n";
    EXPECT_EQ(at(report_of(upload(rows)), "failureResult").array()->size(), 500U);
    EXPECT_EQ(upload(rows + "x\n").status, 400);
}

TEST_F(SunbirdUpload, is_told_to_its_tenant_alone) {
    const auto id = text_in(result(upload("orgName\n")), "processId");
    EXPECT_EQ(error(get_as(rival, "/api/org/v1/upload/status/" + id)), "PROCESS_NOT_EXIST");
    EXPECT_EQ(get("/api/org/v1/upload/status/nothing").status, 404);
}

}  // namespace

}  // namespace cartulary::sunbird
