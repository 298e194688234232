#pragma once

#include <functional>
#include <string>

#include "web/pages_fixture_test.h"

namespace cartulary::web {

// What somebody may write who means harm.
inline constexpr auto harmful_text = "\"'><script>alert(1)</script>&amp;<b>";

// Harbor College, which issues badges to Ada Quay.
class BadgePagesTest : public PagesTest {
protected:
    static constexpr auto earner_email = "ada.quay@earner.example";
    static constexpr auto issuer_email = "office@harbor.example";

    // A badge with the secret of the link that was mailed to its earner.
    struct Mailed {
        Uuid id;
        std::string secret;

        std::string path() const { return "/badges/" + id.text(); }
        std::string earner_path() const { return path() + "/yours"; }
        std::string earner_query() const { return "secret=" + secret; }
    };

    void change_issuer(const std::function<void(OrganizationDraft&)>& apply);
    void set_issuer_status(OrganizationStatus status);
    Uuid add_picture(const std::string& bytes);

    // Public and active, and says everything, unless `adjust` has it otherwise.
    IssuedTemplate add_template(const std::function<void(BadgeTemplateDraft&)>& adjust = {});

    // With the middle name May, the earner id "student-4711" and one piece of evidence.
    Mailed issue(const IssuedTemplate& of, const std::function<void(BadgeDraft&)>& adjust = {});
    void decide(const Mailed& badge, Badges::Decision decision);
    void revoke(const Mailed& badge);
    IssuedBadge stored(const Mailed& badge);

    OrganizationId issuer = add_issuer();

private:
    OrganizationId add_issuer();
};

// A page that holds to the rules of all pages.
void expect_page(const http::Response& response, int status);

}  // namespace cartulary::web
