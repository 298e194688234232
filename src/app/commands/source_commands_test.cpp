#include "app/commands/source_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "app/import/irs.h"
#include "app/import/organizations.h"
#include "operations/resources.h"
#include "operations/verification.h"
#include "store/organizations.h"
#include "testkit/registry.h"

namespace cartulary::commands {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SourceCommands : public testing::TestWithParam<testkit::StoreKind> {
protected:
    void TearDown() override { EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty()); }

    Target target(bool json = true) { return {under_test.registry(), folder, "", json}; }

    std::filesystem::path file(const std::string& rows) {
        const auto path = data.path() / "list.csv";
        std::ofstream(path) << rows;
        return path;
    }
    Outcome import_irs(const std::string& rows, bool json = true) {
        return commands::import_irs(target(json), file("EIN,NAME,CITY,STATE\n" + rows));
    }
    // What the import says of these, by name.
    json::Value report(const Outcome& outcome) { return json::parse(outcome.out).value(); }
    std::int64_t count(const Outcome& outcome, const char* name) {
        return *report(outcome).find(name)->integer();
    }
    std::optional<Organization> organization(const std::string& ein) {
        return under_test.store().read([&](Transaction& transaction) {
            return organizations::find(transaction,
                                       OrganizationId(import::ctid_of_ein(ein).uuid()));
        });
    }

    testkit::RegistryUnderTest under_test{GetParam().open_empty()};
    testkit::TemporaryFolder data;
    DataFolder folder{data.path()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, SourceCommands, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(SourceCommands, register_what_a_list_describes_with_its_document) {
    const auto imported = import_irs("010002847,QUAY LODGE,BREST,ME\n");
    EXPECT_EQ(imported.status, 0) << imported.err << imported.out;
    EXPECT_EQ(count(imported, "registered"), 1);
    const auto stored = organization("010002847").value();
    EXPECT_EQ(stored.status, OrganizationStatus::approved);
    EXPECT_EQ(stored.stated.name, "QUAY LODGE");
    EXPECT_EQ(stored.stated.address.city, "BREST");
    EXPECT_EQ(stored.stated.address.region, "Maine");
    EXPECT_EQ(stored.stated.address.country, "US");
    EXPECT_EQ(identifier_of(stored.stated, "fein"), "01-0002847");
    Resources resources(under_test.registry(), 1 << 20);
    const auto text = resources.resource(import::ctid_of_ein("010002847"));
    ASSERT_TRUE(text);
    EXPECT_THAT(*text->text, HasSubstr("QUAY LODGE"));
    EXPECT_THAT(*text->text, HasSubstr("\"ceterms:fein\""));
}

TEST_P(SourceCommands, change_nothing_when_they_are_run_again) {
    const std::string rows = "010002847,QUAY,BREST,ME\n010002848,PIER,BREST,ME\n";
    import_irs(rows);
    under_test.pass(std::chrono::hours(1));
    const auto before = organization("010002847");
    const auto again = import_irs(rows);
    EXPECT_EQ(count(again, "unchanged"), 2);
    EXPECT_EQ(organization("010002847"), before);
    const auto changed = import_irs("010002847,QUAY & SONS,BREST,ME\n010002848,PIER,BREST,ME\n");
    EXPECT_EQ(changed.status, 0) << changed.err;
    EXPECT_EQ(count(changed, "changed"), 1);
    EXPECT_EQ(count(changed, "unchanged"), 1);
    EXPECT_EQ(organization("010002847")->stated.name, "QUAY & SONS");
    Resources resources(under_test.registry(), 1 << 20);
    EXPECT_EQ(resources.known(import::ctid_of_ein("010002847"))->resource.revision, 2);
}

TEST_P(SourceCommands, tell_each_reason_once_with_an_example) {
    const auto imported =
        import_irs("010002847,QUAY,BREST,ME\n7X,QUAY,BREST,ME\n8X,QUAY,BREST,ME\n", false);
    EXPECT_EQ(imported.status, 1);
    EXPECT_EQ(imported.err, "2 of 3 records were refused");
    EXPECT_THAT(imported.out,
                HasSubstr("refused: EIN must be nine digits (2, first line 3, EIN 7X)\n"));
    EXPECT_THAT(imported.out, HasSubstr("3 records, 1 registered, 2 refused; "));
}

// The second of one batch has the id of something else that was published.
TEST_P(SourceCommands, one_that_is_refused_keeps_none_of_the_others_out) {
    const auto owner = under_test.add_partner();
    Resources resources(under_test.registry(), 1 << 20);
    const auto taken = import::ctid_of_ein("010002848");
    const auto node = json::parse(R"({"@id": "/resources/)" + taken.text() +
                                  R"(", "@type": "ceterms:Certificate", "ceterms:ctid": ")" +
                                  taken.text() + R"(", "ceterms:name": {"en": "Welding"}})")
                          .value();
    ASSERT_TRUE(resources.publish(
        command_line(), {.owner = owner.id, .document = ctdl::Document({*node.object()})}));
    const auto imported =
        import_irs("010002847,QUAY,BREST,ME\n010002848,PIER,BREST,ME\n010002849,SHORE,BREST,ME\n");
    EXPECT_EQ(count(imported, "registered"), 2) << imported.out;
    EXPECT_EQ(count(imported, "refused"), 1);
    EXPECT_FALSE(organization("010002848"));
    EXPECT_TRUE(organization("010002849"));
}

TEST_P(SourceCommands, keep_what_the_record_has_no_field_for_in_the_document) {
    constexpr auto port = R"({"id": "https://ror.org/00aaaaa02", "status": "inactive",
        "names": [{"lang": "en", "types": ["ror_display"], "value": "Port School"},
                  {"lang": "th", "types": ["label"], "value": "โรงเรียน"},
                  {"lang": null, "types": ["acronym"], "value": "PS"}],
        "types": ["education"], "established": 1961, "links": [],
        "locations": [{"geonames_details": {"country_code": "FR", "name": "Brest",
                       "country_subdivision_name": "Bretagne", "lat": 48.25, "lng": -4.5}}],
        "external_ids": [{"all": ["Q2"], "preferred": null, "type": "wikidata"}],
        "relationships": [{"id": "https://ror.org/00aaaaa01", "type": "parent"}]})";
    const auto imported = import_ror(target(), file(port));
    ASSERT_EQ(imported.status, 0) << imported.err << imported.out;
    EXPECT_EQ(json::text_of(*report(imported).find("warnings")), "[]");
    Resources resources(under_test.registry(), 1 << 20);
    const auto ctid = Ctid(Uuid::named(url_namespace, "https://ror.org/00aaaaa02"));
    const auto text = *resources.resource(ctid)->text;
    for (const auto* part :
         {"\"th\":\"โรงเรียน\"", "\"und\":[\"PS\"]", "\"ceterms:latitude\":48.25", "\"Q2\"",
          "\"ceterms:foundingDate\":\"1961\"", "\"https://ror.org/00aaaaa02\"", "lifeCycle:Ceased",
          "orgType:Postsecondary", "ce-cd819319-f456-52ac-a9fe-68e63e0a2ed3", "Bretagne"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
}

TEST_P(SourceCommands, refuse_a_file_that_is_none) {
    const auto imported = commands::import_irs(target(), data.path() / "none.csv");
    EXPECT_EQ(imported.status, 1);
    EXPECT_THAT(imported.err, HasSubstr("none.csv cannot be opened"));
}

}  // namespace

}  // namespace cartulary::commands
