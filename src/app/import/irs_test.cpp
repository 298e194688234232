#include "app/import/irs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "testkit/stores.h"

namespace cartulary::import {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto header = "EIN,NAME,STREET,CITY,STATE,ZIP,SUBSECTION,NTEE_CD,SORT_NAME\n";

class Irs : public testing::Test {
protected:
    std::filesystem::path file(const std::string& content) {
        const auto path = folder.path() / "list.csv";
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    std::vector<SourceRecord> records(const std::string& rows) {
        const auto source = open_irs(file(header + rows));
        if (!source) throw std::runtime_error(source.error());
        std::vector<SourceRecord> records;
        for (;;) {
            auto record = (*source)->next();
            if (!record) throw std::runtime_error(record.error());
            if (!*record) return records;
            records.push_back(**std::move(record));
        }
    }
    SourceOrganization only(const std::string& row) {
        return records(row).at(0).organization.value();
    }
    // With this code and exemption.
    std::vector<OrganizationType> types(const std::string& code, const std::string& subsection) {
        return only("1,QUAY,,,,," + subsection + "," + code + ",\n").types;
    }

    testkit::TemporaryFolder folder;
};

TEST_F(Irs, reads_a_row) {
    const auto organization =
        only("010002847,QUAY LODGE,PO BOX 526,MOUNT QUAY,ME,04660-0000,03,A80,22 DEPT OF MAINE\n");
    EXPECT_EQ(organization.key, "EIN 010002847");
    EXPECT_EQ(organization.line, 2U);
    EXPECT_EQ(organization.ctid.text(), "ce-2d8b053e-8b64-5510-88c5-03853518be05");
    EXPECT_EQ(organization.name.text, "QUAY LODGE");
    EXPECT_EQ(organization.alternates.at(0).text, "22 DEPT OF MAINE");
    EXPECT_EQ(organization.fein, "01-0002847");
    EXPECT_EQ(organization.sector, Sector::private_non_profit);
    EXPECT_THAT(organization.types, IsEmpty());
    ASSERT_THAT(organization.places, SizeIs(1));
    const auto& place = organization.places.front();
    EXPECT_EQ(place.street, "PO BOX 526");
    EXPECT_EQ(place.city, "MOUNT QUAY");
    EXPECT_EQ(place.region, "Maine");
    EXPECT_EQ(place.postal_code, "04660");
    EXPECT_EQ(place.country, "United States");
}

TEST_F(Irs, puts_back_zeros_that_a_spreadsheet_has_eaten) {
    EXPECT_EQ(only("10002847,QUAY,,,,,,,\n").ctid, only("010002847,QUAY,,,,,,,\n").ctid);
}

TEST_F(Irs, an_address_without_a_state_is_abroad) {
    const auto place = only("010002847,QUAY,1 RUE,BREST,,00000-0000,03,,\n").places.at(0);
    EXPECT_EQ(place.country, "");
    EXPECT_EQ(place.region, "");
    EXPECT_EQ(place.postal_code, "");
}

TEST_F(Irs, a_code_becomes_the_type_that_says_the_same) {
    EXPECT_THAT(types("B42Z", "03"), ElementsAre(OrganizationType::four_year));
    EXPECT_THAT(types("B41", "03"), ElementsAre(OrganizationType::two_year));
    EXPECT_THAT(types("J40", "05"), ElementsAre(OrganizationType::labor_union));
    EXPECT_THAT(types("G03", "06"), ElementsAre(OrganizationType::professional_association,
                                                OrganizationType::business_association));
    EXPECT_THAT(types("X20", "03"), IsEmpty());
    EXPECT_THAT(types("", "03"), IsEmpty());
}

TEST_F(Irs, tells_what_is_wrong_and_goes_on) {
    const auto read = records(
        "12345678X,QUAY,,,,,,,\n1234567890,QUAY,,,,,,,\n010002847,,,,,,,,\n"
        "010002847,\xFF,,,,,,,\n010002848,QUAY\n");
    ASSERT_THAT(read, SizeIs(5));
    EXPECT_EQ(read.at(0).problem, "EIN must be nine digits");
    EXPECT_EQ(read.at(0).key, "EIN 12345678X");
    EXPECT_EQ(read.at(1).problem, "EIN must be nine digits");
    EXPECT_EQ(read.at(2).problem, "has no name");
    EXPECT_EQ(read.at(3).problem, "is not UTF-8");
    EXPECT_TRUE(read.at(4).organization);  // the cells that it lacks are empty
}

TEST_F(Irs, refuses_a_file_that_is_none) {
    EXPECT_EQ(open_irs(folder.path() / "none").error().find("cannot be opened"), 0U);
    EXPECT_EQ(open_irs(file("")).error(), "is empty");
    EXPECT_EQ(open_irs(file("NAME\nQUAY\n")).error(), "has no column EIN");
}

}  // namespace

}  // namespace cartulary::import
