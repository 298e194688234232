#pragma once

#include <chrono>

#include "web/finder/finder.h"
#include "web/pages_fixture_test.h"

namespace cartulary::web {

// Harbor College publishes things, and anybody looks at their pages.
class ThingPagesTest : public PagesTest {
protected:
    // CTIDs that differ in their last character.
    static Ctid ctid(char last) {
        return Ctid::parse(std::string("ce-7a3b1f60-2d4c-4e5f-8a9b-00000000000") + last).value();
    }

    // Publishes the nodes of a text without brackets around them, as if the college did so; "$N"
    // stands for the address of ctid('N'), "$college" for the college's.
    void publish(const std::string& nodes);
    // A certificate with all that it needs; `more` are further members of its node.
    void publish_certificate(char last, const std::string& name = "Welding I",
                             const std::string& more = "");
    static std::string certificate(char last, const std::string& name, const std::string& more);
    // A certificate ('1') that says everything, and what it refers to ('2' an assessment, '3' a
    // credential that it prepares for).
    void publish_rich_certificate();
    void remove(const Ctid& ctid);

    // The page of a resource, in a language.
    http::Response show(const Ctid& ctid, const std::string& query = "",
                        const std::string& language = "en");
    // Its text, which is well made.
    std::string page_of(const Ctid& ctid, const std::string& query = "");

    Ctid college_ctid() const { return Ctid(college.id.uuid()); }
    Caller college_caller();

    PartnerMade college = under_test.add_partner("Harbor College", "office@harbor.example");
    const Ctid welding = ctid('1');
};

// The texts of a page without its elements, its blanks made one.
std::string words_of(const std::string& html);

}  // namespace cartulary::web
