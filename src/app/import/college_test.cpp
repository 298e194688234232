#include "app/import/college.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"

namespace cartulary::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// A row as it stands in the table of 2022, without the columns that are not read.
struct Table {
    csv::Row header{1,
                    {"UNITID", "INSTNM", "ADDR", "CITY", "STABBR", "ZIP", "GENTELE", "EIN", "OPEID",
                     "WEBADDR", "ICLEVEL", "CONTROL", "POSTSEC", "DUNS"}};
    csv::Row row{
        2,
        {"100654", "Alabama A & M University", "4900 Meridian Street", "Normal", "AL", "35762",
         "2563725000", "636001109", "00100200", "www.aamu.edu/", "1", "1", "1", "197216455"}};

    Table& with(std::string_view column, std::string_view cell) {
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            if (header.cells[i] == column) row.cells[i] = cell;
        }
        return *this;
    }

    tl::expected<College, Refusal> read() const {
        return college_of(Columns::of(header).value(), row);
    }
    College college() const { return read().value(); }
    std::string reason() const { return read().error().reason; }
};

TEST(College, becomes_a_registration) {
    EXPECT_EQ(registration_of(Table().with("ZIP", "35762-0110").college()),
              R"({"CTID":"ce-)" + ctid_of("100654").substr(3) +
                  R"(","Name":"Alabama A & M University","FEIN":"636001109","DUNS":"197216455",)"
                  R"("OPEID":"00100200","Url":"https://www.aamu.edu/",)"
                  R"("PrimaryEmail":"info@aamu.edu","PrimaryPhoneNumber":"2563725000",)"
                  R"("OrganizationPublishingRoleUris":["publishRole:CredentialOrganization"],)"
                  R"("OrganizationPublishingMethodUris":["publishMethod:ManualEntry",)"
                  R"("publishMethod:BulkUpload","publishMethod:RegistryAssistant"],)"
                  R"("OrganizationTypeUris":["orgType:FourYear","orgType:Postsecondary"],)"
                  R"("OrganizationSectorUri":"agentSector:Public","Contacts":[{)"
                  R"("Email":"registrar@aamu.edu","FirstName":"Registrar","LastName":"Office"}],)"
                  R"("StreetAddress":"4900 Meridian Street","City":"Normal",)"
                  R"("StateProvince":"AL","Country":"United States","PostalCode":"35762-0110"})");
}

TEST(College, has_the_same_ctid_for_ever) {
    EXPECT_EQ(ctid_of("100654"), "ce-53b3131d-a38b-53f5-bc95-5429fda26b63");
    EXPECT_EQ(Table().college().ctid, ctid_of("100654"));
    EXPECT_NE(ctid_of("100654"), ctid_of("100663"));
}

TEST(College, leaves_out_identifiers_that_say_nothing) {
    const auto college = Table().with("EIN", "-2").with("OPEID", " ").with("DUNS", "-1").college();
    EXPECT_EQ(college.fein + college.opeid + college.duns, "");
    EXPECT_EQ(registration_of(college).find("FEIN"), std::string::npos);
    EXPECT_THAT(college.repairs, ElementsAre("WEBADDR: https:// put before it"));
}

TEST(College, gets_back_the_zeros_that_a_spreadsheet_ate) {
    const auto college = Table()
                             .with("EIN", "9802816")
                             .with("OPEID", "100200")
                             .with("DUNS", "63690705")
                             .with("ZIP", "6082")
                             .with("WEBADDR", "https://www.example.edu")
                             .college();
    EXPECT_EQ(college.fein, "009802816");
    EXPECT_EQ(college.opeid, "00100200");
    EXPECT_EQ(college.duns, "063690705");
    EXPECT_EQ(college.postal_code, "06082");
    EXPECT_THAT(college.repairs,
                UnorderedElementsAre("EIN: lost zeros put back", "OPEID: lost zeros put back",
                                     "DUNS: lost zeros put back", "ZIP: lost zeros put back"));
}

TEST(College, is_not_given_an_identifier_that_nobody_can_read) {
    const auto college = Table().with("EIN", "6.36E+08").with("DUNS", "70698").college();
    EXPECT_EQ(college.fein + college.duns, "");
    EXPECT_THAT(college.repairs, Contains("EIN: unreadable, left out"));
    EXPECT_THAT(college.repairs, Contains("DUNS: unreadable, left out"));
}

TEST(College, takes_the_first_good_number_of_several) {
    EXPECT_EQ(Table().with("DUNS", "039570619|797414232").college().duns, "039570619");
    EXPECT_EQ(Table().with("DUNS", "000000000|797414232").college().duns, "797414232");
}

TEST(College, knows_its_sector_and_its_level) {
    EXPECT_EQ(Table().with("CONTROL", "2").college().sector, Sector::private_non_profit);
    EXPECT_EQ(Table().with("CONTROL", "3").college().sector, Sector::private_for_profit);
    EXPECT_THAT(Table().with("ICLEVEL", "2").college().types,
                ElementsAre(OrganizationType::two_year, OrganizationType::postsecondary));
    EXPECT_THAT(Table().with("ICLEVEL", "3").with("POSTSEC", "2").college().types,
                ElementsAre(OrganizationType::training_provider));
}

TEST(College, in_a_territory_is_in_the_united_states) {
    const auto body = registration_of(
        Table().with("STABBR", "PR").with("ZIP", "674").with("CITY", "Manatí").college());
    EXPECT_NE(body.find(R"("City":"Manatí","StateProvince":"PR","Country":"United States",)"
                        R"("PostalCode":"00674")"),
              std::string::npos)
        << body;
}

TEST(College, has_single_spaces_in_its_name) {
    const auto college = Table().with("INSTNM", " Clayton  State\xC2\xA0University ").college();
    EXPECT_EQ(college.name, "Clayton State University");
    EXPECT_THAT(college.repairs, Contains("INSTNM: several spaces made one"));
}

TEST(College, is_refused_with_all_that_its_row_lacks) {
    EXPECT_EQ(Table().with("ADDR", " ").reason(), "ADDR is not stated");
    EXPECT_EQ(Table().with("WEBADDR", " ").with("GENTELE", "-1").reason(),
              "WEBADDR and GENTELE are not stated");
    EXPECT_EQ(Table().with("ADDR", "").with("ZIP", "-2").with("CONTROL", "-3").reason(),
              "ADDR, ZIP and CONTROL are not stated");
    EXPECT_EQ(Table().with("ADDR", "").with("GENTELE", "2.56373E+13").reason(),
              "ADDR is not stated; GENTELE was cut to its first digits by a spreadsheet");
    EXPECT_EQ(Table().with("CONTROL", "4").reason(), "CONTROL is not 1, 2 or 3");
    EXPECT_EQ(Table().with("UNITID", "10065").reason(), "UNITID is not six digits");
    EXPECT_EQ(Table().with("WEBADDR", "https://sites.google.com/college/home").reason(),
              "WEBADDR is on somebody else's site, so no contact is known");
}

TEST(Columns, stand_in_any_order_and_are_named_when_they_are_missing) {
    EXPECT_EQ(
        Columns::of({1, {"webaddr", "Unitid", "INSTNM", "ADDR", "CITY", "STABBR", "ZIP"}}).error(),
        "has no column GENTELE, CONTROL and ICLEVEL");
    const auto columns = Columns::of({1,
                                      {"ICLEVEL", "CONTROL", "GENTELE", "webaddr", "Unitid",
                                       "INSTNM", "ADDR", "CITY", "STABBR", "ZIP"}});
    const csv::Row row{2, {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}};
    EXPECT_EQ(columns->cell(row, Column::unitid), "5");
    EXPECT_THAT(columns->cell(row, Column::duns), IsEmpty());
}

}  // namespace
}  // namespace cartulary::import
