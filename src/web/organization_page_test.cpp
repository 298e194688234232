#include "web/organization_page.h"

#include "store/organizations.h"
#include "web/badges/badges_fixture_test.h"
#include "web/paths.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

constexpr auto path = "/org/Harbor-College";

using OrganizationAddressTest = BadgePagesTest;

TEST_F(OrganizationAddressTest, leads_to_the_page_of_its_document) {
    const auto answer = get(path);
    EXPECT_EQ(answer.status, 302);
    EXPECT_EQ(header_of(answer, "Location"), "/resources/" + Ctid(issuer.uuid()).text());
    EXPECT_EQ(header_of(get("/org/HARBOR-college/"), "Location"), header_of(answer, "Location"));
    set_issuer_status(OrganizationStatus::blocked);
    expect_page(get(path), 404);
}

// Of a tenant, whose organizations have a record and no document.
class OrganizationPageTest : public BadgePagesTest {
protected:
    OrganizationPageTest() {
        set_issuer_status(OrganizationStatus::submitted);
        change_issuer([](OrganizationDraft& draft) { draft.description = "Teaches."; });
        give_to(under_test.add_partner("Tenant", "office@tenant.example").id);
        set_issuer_status(OrganizationStatus::approved);
        change_issuer([](OrganizationDraft& draft) { draft.description = "Teaches boats."; });
    }

private:
    void give_to(const OrganizationId& tenant) {
        const auto given = under_test.store().write([&](Transaction& transaction) -> Result<void> {
            auto organization = organizations::find(transaction, issuer).value();
            organization.tenant = organizations::number_of(transaction, tenant);
            organization.version += 1;
            return organizations::replace(transaction, organization);
        });
        if (!given) throw std::runtime_error(given.error().message);
    }
};

TEST_F(OrganizationPageTest, tells_who_it_is) {
    const auto answer = get(path);
    expect_page(answer, 200);
    for (const auto* part :
         {"<h1>Harbor College</h1>", "<title>Harbor College – Test Registry</title>",
          "<p>Teaches boats.</p>", "Verified by <bdi>Test Registry</bdi>",
          "<a href=\"https://harbor.example/\" rel=\"nofollow ugc\">",
          "<bdi>Duluth, Minnesota, United States</bdi>",
          "<a href=\"mailto:office@harbor.example\"><bdi>office@harbor.example</bdi></a>",
          "<link rel=\"canonical\" href=\"https://registry.example/org/Harbor-College\">",
          "<meta property=\"og:title\" content=\"Harbor College\">",
          "<meta property=\"og:url\" content=\"https://registry.example/org/Harbor-College\">",
          "<meta property=\"og:description\" content=\"Teaches boats.\">",
          "offers no badges here at present"}) {
        EXPECT_THAT(answer.body, HasSubstr(part));
    }
    EXPECT_THAT(answer.body, Not(HasSubstr("Secret Quay")));
    EXPECT_THAT(answer.body, Not(HasSubstr("og:image")));
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-cache");
}

TEST_F(OrganizationPageTest, is_found_by_its_profile_name_without_regard_to_case) {
    EXPECT_THAT(get("/org/HARBOR-college").body, HasSubstr("<h1>Harbor College</h1>"));
    EXPECT_EQ(get("/org/harbor-college/").status, 200);
}

TEST_F(OrganizationPageTest, is_found_by_a_name_that_means_something_to_addresses) {
    change_issuer([](OrganizationDraft& draft) { draft.profile_name = "50% a/b ü?"; });
    const auto template_path = badge_template_path(add_template());
    const auto encoded = organization_path("50% a/b ü?");
    EXPECT_EQ(encoded, "/org/50%25%20a%2Fb%20%C3%BC%3F");
    const auto answer =
        router.dispatch({.path = "/org/50% a/b ü?", .headers = {}, .raw_path = encoded});
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("<a href=\"" + encoded + "/badge/boat-handling\">"));
    EXPECT_EQ(router
                  .dispatch({.path = "/org/50% a/b ü?/badge/boat-handling",
                             .headers = {},
                             .raw_path = template_path})
                  .status,
              200);
}

TEST_F(OrganizationPageTest, shows_its_picture) {
    const auto picture = add_picture("a picture");
    change_issuer([&](OrganizationDraft& draft) { draft.picture = picture.text(); });
    const auto answer = get(path);
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("<img class=\"picture\" src=\"/pictures/" + picture.text() +
                                       ".png\" alt=\"\""));
    EXPECT_THAT(
        answer.body,
        HasSubstr("<meta property=\"og:image\" content=\"https://registry.example/pictures/" +
                  picture.text() + ".png\">"));
}

TEST_F(OrganizationPageTest, lists_the_badges_that_it_offers_to_everybody) {
    const auto add = [&](const char* name, BadgeTemplateState state, bool is_public) {
        add_template([&](BadgeTemplateDraft& draft) {
            draft.name = name;
            draft.state = state;
            draft.is_public = is_public;
        });
    };
    add("Offered", BadgeTemplateState::active, true);
    add("Hidden", BadgeTemplateState::active, false);
    add("Sketched", BadgeTemplateState::draft, true);
    add("Bygone", BadgeTemplateState::archived, true);
    const auto answer = get(path);
    expect_page(answer, 200);
    EXPECT_THAT(answer.body,
                HasSubstr("<a href=\"/org/Harbor-College/badge/offered\"><bdi>Offered</bdi></a>"));
    EXPECT_THAT(answer.body, HasSubstr("<img src=\"/assets/badge.svg\" alt=\"\""));
    for (const auto* other : {"Hidden", "Sketched", "Bygone", "no badges"}) {
        EXPECT_THAT(answer.body, Not(HasSubstr(other)));
    }
}

TEST_F(OrganizationPageTest, is_not_there_for_everybody_before_it_is_approved) {
    const auto unknown = get("/org/nobody");
    expect_page(unknown, 404);
    EXPECT_THAT(unknown.body, HasSubstr("There is no organization of this name here"));
    for (const auto status : {OrganizationStatus::submitted, OrganizationStatus::blocked}) {
        set_issuer_status(status);
        EXPECT_EQ(get(path).body, unknown.body);
    }
    EXPECT_EQ(get("/org/nobody", "", "*/*").content_type, "text/plain; charset=utf-8");
}

TEST_F(OrganizationPageTest, shows_texts_that_mean_harm_as_texts) {
    change_issuer([](OrganizationDraft& draft) {
        draft.name = harmful_text;
        draft.profile_name = harmful_text;
        draft.description = harmful_text;
        draft.address.city = harmful_text;
        draft.address.region = harmful_text;
    });
    add_template([](BadgeTemplateDraft& draft) { draft.name = harmful_text; });
    const auto answer = router.dispatch({.path = std::string("/org/") + harmful_text,
                                         .headers = {{"accept", "text/html"}},
                                         .raw_path = organization_path(harmful_text)});
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("<script")));
    EXPECT_THAT(answer.body, Not(HasSubstr("<b>")));
    EXPECT_EQ(count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&lt;b&gt;", answer.body), 9U);
}

TEST_F(OrganizationPageTest, answers_HEAD_and_is_not_sent_again_unchanged) {
    const auto tag = header_of(get(path), "ETag");
    const http::Request again{.path = path, .headers = {{"if-none-match", tag}}};
    EXPECT_EQ(router.dispatch(again).status, 304);
    EXPECT_EQ(router.dispatch({.method = http::Method::head, .path = path, .headers = {}}).status,
              200);
    change_issuer([](OrganizationDraft& draft) { draft.description = "Teaches ships."; });
    EXPECT_EQ(router.dispatch(again).status, 200);
}

}  // namespace cartulary::web
