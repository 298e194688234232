#pragma once

#include "web/badges/badges_fixture_test.h"
#include "web/browser_fixture_test.h"

namespace cartulary::web {

// Harbor College publishes: Ada administers it, Pub publishes for it, Vic looks, and Out is nobody
// there. It is no trusted partner, unless a test says so.
class PublisherTest : public PeoplePagesTest {
protected:
    PublisherTest();

    std::string path() const {
        return "/dashboard/organizations/" + college.id.ctid() + "/publisher";
    }
    void trust(bool trusted);

    // What a certificate needs, and what else it says.
    static Fields certificate(const std::string& name, const Fields& more = {});

    // Saves a new credential by the form; the path of its page.
    std::string write_credential(const Fields& fields);

    // A file of credentials, the way a spreadsheet program writes it.
    std::string table(const std::string& rows) const;

    TestBrowser visitor{router};
    TestBrowser stranger{router};
};

// The text between the first of one text and the next of another.
std::string part_between(const std::string& text, const std::string& before,
                         const std::string& after);

}  // namespace cartulary::web
