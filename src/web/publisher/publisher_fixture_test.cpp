#include "web/publisher/publisher_fixture_test.h"

#include "store/organizations.h"

namespace cartulary::web {

PublisherTest::PublisherTest() {
    trust(false);
    make_person("ada@quay.example", Role::administrator);
    make_person("pub@quay.example", Role::publisher);
    make_person("vic@quay.example", Role::viewer);
    make_person("out@quay.example");
    log_in(browser, "pub@quay.example");
    log_in(visitor, "vic@quay.example");
    log_in(stranger, "out@quay.example");
}

void PublisherTest::trust(bool trusted) {
    const auto changed = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        auto organization = organizations::find(transaction, college.id).value();
        organization.trusted_partner = trusted;
        ++organization.version;
        return organizations::replace(transaction, organization);
    });
    ASSERT_TRUE(changed);
}

Fields PublisherTest::certificate(const std::string& name, const Fields& more) {
    Fields fields = {{"Name", name},
                     {"Type", "ceterms:Certificate"},
                     {"Description", "Teaches what is done beside the water."},
                     {"SubjectWebpage", "https://harbor.example/pilot"},
                     {"CredentialStatusType", "credentialStat:Active"},
                     {"InLanguage", "en-US"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

std::string PublisherTest::write_credential(const Fields& fields) {
    browser.get(path() + "/credentials/new");
    const auto saved = browser.send(path() + "/credentials/new", fields);
    EXPECT_EQ(saved.status, 303) << saved.body;
    return TestBrowser::where(saved);
}

std::string PublisherTest::table(const std::string& rows) const {
    return "External Identifier,Owned By,Credential Name,Credential Type,Description,"
           "Subject Webpage,Credential Status,Language\r\n" +
           rows;
}

std::string part_between(const std::string& text, const std::string& before,
                         const std::string& after) {
    const auto begin = text.find(before);
    if (begin == std::string::npos) return {};
    const auto from = begin + before.size();
    return text.substr(from, text.find(after, from) - from);
}

}  // namespace cartulary::web
