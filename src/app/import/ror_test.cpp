#include "app/import/ror.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/gzip.h"
#include "testkit/stores.h"

namespace cartulary::import {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// In the shape of schema 1.
constexpr auto first_schema = R"({
    "id": "https://ror.org/00aaaaa01", "status": "active", "name": "Quay Institute",
    "aliases": ["Institute at the Quay"], "acronyms": ["QI"],
    "labels": [{"iso639": "fr", "label": "Institut du Quai"}],
    "established": 1961, "links": ["https://quay.example"],
    "wikipedia_url": "https://en.wikipedia.org/wiki/Quay",
    "types": ["Education", "Nonprofit"],
    "country": {"country_code": "JP", "country_name": "Japan"},
    "addresses": [{"city": "Tokyo", "lat": 35.6895, "lng": 139.69171, "state": null,
                   "geonames_city": {"geonames_admin1": {"name": "Tokyo-to"}}}],
    "external_ids": {"GRID": {"all": "grid.1.5", "preferred": "grid.1.5"},
                     "ISNI": {"all": ["0000 0004 1758 6597", "0000 0001"], "preferred": null},
                     "OrgRef": {"all": ["77"], "preferred": "77"}},
    "relationships": [{"id": "https://ror.org/00aaaaa02", "label": "Port", "type": "Parent"},
                      {"id": "https://ror.org/00aaaaa03", "label": "Pier", "type": "Child"},
                      {"id": "https://ror.org/00aaaaa04", "label": "Sea", "type": "Related"}]})";

// In the shape of schema 2.
constexpr auto second_schema = R"({
    "id": "https://ror.org/00aaaaa02", "status": "inactive",
    "names": [{"lang": null, "types": ["acronym"], "value": "PS"},
              {"lang": "en", "types": ["ror_display", "label"], "value": "Port School"},
              {"lang": "th", "types": ["label"], "value": "โรงเรียน"},
              {"lang": "en", "types": ["label"], "value": "School of the Port"}],
    "established": null,
    "links": [{"type": "website", "value": "https://port.example"},
              {"type": "wikipedia", "value": "https://en.wikipedia.org/wiki/Port"}],
    "types": ["company", "government", "facility"],
    "locations": [{"geonames_details": {"country_code": "FR", "country_name": "France",
                   "country_subdivision_name": "Bretagne", "name": "Brest", "lat": 48, "lng": -4.5}},
                  {"geonames_details": {"country_code": "XX", "country_name": "Atlantis",
                   "country_subdivision_name": null, "name": "Poseidon"}}],
    "external_ids": [{"all": ["Q1", "Q2"], "preferred": "Q2", "type": "wikidata"}],
    "relationships": []})";

class Ror : public testing::Test {
protected:
    std::filesystem::path file(const std::string& content) {
        const auto path = folder.path() / "list";
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    std::vector<SourceRecord> records(const std::string& content) {
        const auto source = open_ror(file(content));
        if (!source) throw std::runtime_error(source.error());
        std::vector<SourceRecord> records;
        for (;;) {
            auto record = (*source)->next();
            if (!record) throw std::runtime_error(record.error());
            if (!*record) return records;
            records.push_back(**std::move(record));
        }
    }
    SourceOrganization only(const std::string& content) {
        return records(content).at(0).organization.value();
    }
    static std::vector<std::string> identifiers(const SourceOrganization& organization) {
        std::vector<std::string> texts;
        for (const auto& [type, value] : organization.identifiers) {
            texts.push_back(type + " " + value);
        }
        return texts;
    }

    testkit::TemporaryFolder folder;
};

TEST_F(Ror, reads_a_record_of_the_first_schema) {
    const auto organization = only(first_schema);
    EXPECT_EQ(organization.key, "https://ror.org/00aaaaa01");
    EXPECT_EQ(organization.ctid, ctid_of_ror_id("https://ror.org/00aaaaa01"));
    EXPECT_EQ(organization.name.text, "Quay Institute");
    EXPECT_EQ(organization.labels.at(0).language, "fr");
    EXPECT_THAT(organization.alternates, SizeIs(2));
    EXPECT_EQ(organization.website, "https://quay.example");
    EXPECT_THAT(organization.same_as,
                ElementsAre("https://ror.org/00aaaaa01", "https://en.wikipedia.org/wiki/Quay"));
    EXPECT_THAT(identifiers(organization),
                ElementsAre("ROR https://ror.org/00aaaaa01", "GRID grid.1.5",
                            "ISNI 0000000417586597", "ISNI 00000001", "OrgRef 77"));
    EXPECT_EQ(organization.founding_date, "1961");
    EXPECT_FALSE(organization.has_ceased);
    EXPECT_THAT(organization.types, ElementsAre(OrganizationType::postsecondary));
    EXPECT_EQ(organization.sector, Sector::private_non_profit);
    const auto& place = organization.places.at(0);
    EXPECT_EQ(place.city, "Tokyo");
    EXPECT_EQ(place.region, "Tokyo-to");
    EXPECT_EQ(place.country, "Japan");
    EXPECT_EQ(place.position, std::pair(35.6895, 139.69171));
    EXPECT_THAT(organization.parents, ElementsAre(ctid_of_ror_id("https://ror.org/00aaaaa02")));
    EXPECT_THAT(organization.children, ElementsAre(ctid_of_ror_id("https://ror.org/00aaaaa03")));
}

TEST_F(Ror, reads_a_record_of_the_second_schema) {
    const auto organization = only(second_schema);
    EXPECT_EQ(organization.name.text, "Port School");
    EXPECT_EQ(organization.name.language, "en");
    EXPECT_THAT(organization.labels, SizeIs(2));
    EXPECT_EQ(organization.alternates.at(0).text, "PS");
    EXPECT_EQ(organization.website, "https://port.example");
    EXPECT_THAT(identifiers(organization),
                ElementsAre("ROR https://ror.org/00aaaaa02", "Wikidata Q2", "Wikidata Q1"));
    EXPECT_EQ(organization.founding_date, "");
    EXPECT_TRUE(organization.has_ceased);
    EXPECT_THAT(organization.types,
                ElementsAre(OrganizationType::business, OrganizationType::government));
    EXPECT_EQ(organization.sector, std::nullopt);  // two that contradict
    ASSERT_THAT(organization.places, SizeIs(2));
    EXPECT_EQ(organization.places.at(0).region, "Bretagne");
    EXPECT_EQ(organization.places.at(0).position, std::pair(48.0, -4.5));
    EXPECT_EQ(organization.places.at(1).country, "Atlantis");
    EXPECT_EQ(organization.places.at(1).position, std::nullopt);
}

TEST_F(Ror, reads_a_flat_table) {
    const auto organization = only(
        "ror_id,name,status,types,country,admin1,city,lat,lng,established,website,isni\r\n"
        "00aaaaa01,\"Quay, the\",active,education|company,TH,Bangkok,Bangkok,13.5,100.5,2019,"
        "https://quay.example,0000 0004\r\n");
    EXPECT_EQ(organization.key, "https://ror.org/00aaaaa01");
    EXPECT_EQ(organization.name.text, "Quay, the");
    EXPECT_THAT(organization.types,
                ElementsAre(OrganizationType::business, OrganizationType::postsecondary));
    EXPECT_EQ(organization.places.at(0).country, "Thailand");
    EXPECT_EQ(organization.places.at(0).position, std::pair(13.5, 100.5));
    EXPECT_THAT(identifiers(organization),
                ElementsAre("ROR https://ror.org/00aaaaa01", "ISNI 00000004"));
}

TEST_F(Ror, reads_lists_and_lines_and_what_gzip_packed) {
    const auto lines = std::string(first_schema) + "\n" + second_schema + "\n";
    EXPECT_THAT(records(lines), SizeIs(2));
    EXPECT_THAT(records("\xEF\xBB\xBF[" + std::string(first_schema) + "," + second_schema + "]"),
                SizeIs(2));
    Gzip gzip;
    const auto packed = gzip.pack(lines);
    EXPECT_THAT(records(packed + gzip.end()), SizeIs(2));
}

TEST_F(Ror, tells_what_is_wrong_and_goes_on) {
    const auto read = records(
        "{\"id\": \"https://ror.org/00aaaaa01\", \"status\": \"active\", \"names\": []}\n"
        "{\"id\": \"https://ror.org/00aaaaa02\", \"status\": \"withdrawn\"}\n"
        "{\"id\": \"https://elsewhere.example/1\", \"name\": \"x\"}\n"
        "{\"id\": 7, \"names\": 7, \"links\": {}}\n"
        "{broken}\n" +
        std::string(second_schema));
    ASSERT_THAT(read, SizeIs(6));
    EXPECT_EQ(read.at(0).problem, "has no name");
    EXPECT_EQ(read.at(1).left_out, "withdrawn by ROR");
    EXPECT_EQ(read.at(2).problem, "has no ROR id");
    EXPECT_EQ(read.at(3).problem, "has no ROR id");
    EXPECT_EQ(read.at(4).problem, "is not JSON");
    EXPECT_EQ(read.at(4).line, 5U);
    EXPECT_TRUE(read.at(5).organization);
}

TEST_F(Ror, refuses_a_file_that_is_none) {
    EXPECT_EQ(open_ror(folder.path() / "none").error().find("cannot be opened"), 0U);
    EXPECT_EQ(open_ror(folder.path()).error(), "is a folder");
    EXPECT_EQ(open_ror(file("")).error(), "is empty");
    EXPECT_EQ(open_ror(file("name,city\nQuay,Brest\n")).error(), "has no column ror_id");
}

TEST_F(Ror, an_id_may_be_written_short_and_in_capitals) {
    EXPECT_EQ(parse_ror_id("00AAAAA01"), "https://ror.org/00aaaaa01");
    EXPECT_EQ(parse_ror_id(" https://ror.org/00aaaaa01 "), "https://ror.org/00aaaaa01");
    for (const auto* text : {"", "00aaaaa0", "10aaaaa01", "00aaaai01", "00aaaaa011"}) {
        EXPECT_THAT(parse_ror_id(text).error(), HasSubstr("must be a ROR id")) << text;
    }
    EXPECT_EQ(ctid_of_ror_id("https://ror.org/00aaaaa01").text(),
              "ce-cd819319-f456-52ac-a9fe-68e63e0a2ed3");
}

}  // namespace

}  // namespace cartulary::import
