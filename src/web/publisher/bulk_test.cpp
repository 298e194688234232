#include "web/publisher/publisher_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class BulkPagesTest : public PublisherTest {
protected:
    std::string bulk_path() const { return path() + "/credentials/bulk"; }

    // Uploads a file and waits until it is read; the path of its page.
    std::string upload(const std::string& bytes) {
        browser.get(bulk_path());
        const auto sent = browser.send_file(bulk_path(), "file", "pilots.csv", bytes);
        EXPECT_EQ(sent.status, 303) << sent.body;
        const auto page = TestBrowser::where(sent);
        bulk_uploads.wait_for(Uuid::parse(page.substr(page.rfind('/') + 1)).value());
        return page;
    }
    static std::string row(const std::string& identifier, const std::string& name) {
        return identifier + ",same as owner," + name +
               ",Certificate,Teaches what is done beside the water.,https://harbor.example/p,"
               "Active,en-US\r\n";
    }
    std::string all() {
        const auto download = browser.get(path() + "/credentials/all.csv");
        std::string text;
        while (const auto piece = download.stream()) text += *piece;
        return text;
    }
};

TEST_F(BulkPagesTest, five_steps_lead_from_the_template_to_drafts) {
    const auto steps = browser.get(bulk_path());
    expect_page(steps, 200);
    EXPECT_THAT(steps.body, HasSubstr(college.id.ctid()));
    const auto file = browser.get(path() + "/credentials/template.csv");
    EXPECT_EQ(header_of(file, "Content-Disposition"),
              "attachment; filename=\"credentials-template.csv\"");
    EXPECT_THAT(file.body, HasSubstr("Credential Name"));

    const auto page = upload(table(row("H-1", "Harbor Pilot") + row("H-2", "Harbor Master")));
    const auto preview = browser.get(page);
    expect_page(preview, 200);
    EXPECT_THAT(preview.body, HasSubstr("Rows read: 2. Distinct identifiers: 2. New: 2."));
    EXPECT_THAT(preview.body, HasSubstr("Every row is good."));
    EXPECT_THAT(browser.get(path() + "/credentials").body, HasSubstr("There are none yet."))
        << "nothing is saved before";
    browser.get(page);
    const auto saved = browser.follow(browser.send(page + "/save"));
    EXPECT_THAT(saved.body, HasSubstr("The rows are saved as drafts."));
    const auto list = browser.get(path() + "/credentials");
    EXPECT_THAT(list.body, HasSubstr("Harbor Master"));
    const auto approved = browser.send(path() + "/credentials/approve-all");
    EXPECT_THAT(approved.body, HasSubstr("Approved: 2."));
}

TEST_F(BulkPagesTest, what_is_downloaded_changes_nothing_when_it_is_uploaded_again) {
    auto page = upload(table(row("H-1", "\"=Pilot, \"\"the\"\" first\"") + row("H-2", "@Master")));
    browser.get(page);
    browser.send(page + "/save");
    const auto before = all();
    EXPECT_THAT(before, HasSubstr("'@Master")) << "harmless in a spreadsheet program";
    page = upload(before);
    const auto preview = browser.get(page);
    EXPECT_THAT(preview.body, HasSubstr("New: 0. Changed: 0. Unchanged: 2."));
    browser.send(page + "/save");
    EXPECT_EQ(all(), before);
}

TEST_F(BulkPagesTest, problems_stand_at_their_cells_and_good_rows_can_be_saved_alone) {
    const auto page =
        upload(table(row("H-1", "Harbor Pilot") +
                     "H-2,same as owner,,Certificate,Short,nowhere,Active,en-US\r\n"));
    const auto preview = browser.get(page);
    expect_page(preview, 200);
    EXPECT_THAT(preview.body, HasSubstr("With problems: 1."));
    EXPECT_THAT(preview.body, HasSubstr("class=\"problem\""));
    EXPECT_THAT(preview.body, Not(HasSubstr("Harbor Pilot"))) << "the bad ones first";
    EXPECT_THAT(browser.get(page + "?rows=all").body, HasSubstr("Harbor Pilot"));
    const auto file = browser.get(page + "/problems.csv");
    std::string text;
    while (const auto piece = file.stream()) text += *piece;
    EXPECT_THAT(text, HasSubstr("H-2"));
    EXPECT_THAT(text, Not(HasSubstr("H-1")));
    browser.get(page);
    const auto saved = browser.follow(browser.send(page + "/save"));
    EXPECT_THAT(saved.body, HasSubstr("New: 1."));
    EXPECT_THAT(browser.get(path() + "/credentials").body, HasSubstr("Harbor Pilot"));
}

TEST_F(BulkPagesTest, a_file_that_is_no_table_is_refused_with_the_reason) {
    const auto page =
        upload("External Identifier,Credential Name,Owned By,Colour\r\nH-1,x,y,z\r\n");
    const auto refused = browser.get(page);
    expect_page(refused, 200);
    EXPECT_THAT(refused.body, HasSubstr("Colour"));
    browser.get(bulk_path());
    const auto nothing = browser.send(bulk_path());
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(nothing.body, HasSubstr("Choose a file first."));
}

TEST_F(BulkPagesTest, a_table_can_be_given_up) {
    const auto page = upload(table(row("H-1", "\"\"" + std::string(harmful_text) + "\"")));
    const auto preview = browser.get(page);
    EXPECT_THAT(preview.body, Not(HasSubstr("<script")));
    EXPECT_EQ(complaint_about_html(preview.body), "");
    EXPECT_EQ(TestBrowser::where(browser.send(page + "/give-up")), bulk_path());
    EXPECT_THAT(browser.get(path() + "/credentials").body, HasSubstr("There are none yet."));
}

TEST_F(BulkPagesTest, belongs_to_its_organization) {
    const auto page = upload(table(row("H-1", "Harbor Pilot")));
    EXPECT_EQ(visitor.get(page).status, 200);
    EXPECT_EQ(stranger.get(page).status, 404);
    EXPECT_EQ(stranger.get(page + "/problems.csv").status, 404);
    EXPECT_EQ(stranger.get(path() + "/credentials/all.csv").status, 404);
    EXPECT_EQ(stranger.get(path() + "/credentials/template.csv").status, 404);
}

}  // namespace

}  // namespace cartulary::web
