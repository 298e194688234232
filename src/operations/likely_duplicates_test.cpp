#include "operations/likely_duplicates.h"

#include "operations/operations_for_test.h"

namespace cartulary {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LikelyDuplicatesTest : public OperationsUnderTest, public testing::Test {
protected:
    // Registers one and tells its CTID.
    std::string add(const OrganizationDraft& draft) {
        const auto mail = "office" + std::to_string(++added_) + "@x.example";
        const auto made = under_test.add_partner(draft.name, mail);
        const auto changed =
            Organizations(registry())
                .change(caller_of(made), made.id, [&](OrganizationDraft& stated) -> Result<void> {
                    stated.website = draft.website;
                    stated.address = draft.address;
                    stated.identifiers = draft.identifiers;
                    return {};
                });
        EXPECT_TRUE(changed);
        return made.id.ctid();
    }
    std::vector<std::string> found(const OrganizationDraft& draft) {
        std::vector<std::string> ctids;
        for (const auto& duplicate : likely_duplicates(finding, draft, {})) {
            ctids.push_back(duplicate.ctid.text());
        }
        return ctids;
    }

    static OrganizationDraft draft(const std::string& name, const std::string& city,
                                   const std::string& website = "",
                                   std::vector<Identifier> identifiers = {}) {
        OrganizationDraft made;
        made.name = name;
        made.address = {"1 Main Street", "", city, "", "", "US"};
        made.website = website;
        made.identifiers = std::move(identifiers);
        return made;
    }

    Finding finding{registry()};

private:
    int added_ = 0;
};

TEST_F(LikelyDuplicatesTest, the_same_name_in_the_same_city) {
    const auto ctid = add(draft("Marlow Welding Academy", "Springfield", "https://a.example"));
    EXPECT_THAT(found(draft("The Marlow Welding Acad.", "Springfield")),
                testing::ElementsAre(ctid));
    EXPECT_THAT(found(draft("Ostrand Bakers", "Springfield")), IsEmpty());
}

TEST_F(LikelyDuplicatesTest, the_same_fein_and_a_similar_name) {
    const auto ctid = add(draft("Marlow School of Welding", "Springfield", "https://a.example",
                                {{"fein", "12-3456789"}}));
    EXPECT_THAT(found(draft("Marlow Welding", "Portland", "", {{"fein", "12-3456789"}})),
                testing::ElementsAre(ctid));
}

TEST_F(LikelyDuplicatesTest, the_same_web_site_and_a_similar_name) {
    const auto ctid = add(draft("Marlow School of Welding", "Springfield", "https://a.example"));
    EXPECT_THAT(found(draft("Marlow Welding", "Springfield", "http://www.a.example/about")),
                testing::ElementsAre(ctid));
}

TEST_F(LikelyDuplicatesTest, is_not_itself) {
    const auto marlow = draft("Marlow Welding Academy", "Springfield", "https://a.example");
    const auto ctid = add(marlow);
    EXPECT_THAT(likely_duplicates(finding, marlow, *OrganizationId::from_ctid(ctid)), IsEmpty());
}

TEST_F(LikelyDuplicatesTest, no_more_than_a_few_are_told) {
    for (std::size_t index = 0; index <= likely_duplicates_max; ++index) {
        add(draft("Marlow Welding Academy", "Springfield",
                  "https://a" + std::to_string(index) + ".example"));
    }
    EXPECT_THAT(found(draft("Marlow Welding Academy", "Springfield")),
                SizeIs(likely_duplicates_max));
}

TEST_F(LikelyDuplicatesTest, nothing_is_like_nothing) {
    add(draft("Marlow Welding Academy", "Springfield", "https://a.example"));
    EXPECT_THAT(found({}), IsEmpty());
}

TEST_F(LikelyDuplicatesTest, tells_why) {
    const auto ctid = add(draft("Marlow Welding Academy", "Springfield", "https://a.example"));
    const auto duplicates =
        likely_duplicates(finding, draft("Marlow Welding Academy", "Springfield"), {});
    ASSERT_THAT(duplicates, SizeIs(1));
    EXPECT_THAT(duplicates[0].reasons, Contains("the name is the same"));
    EXPECT_THAT(text_of(duplicates[0]),
                testing::AllOf(HasSubstr("\"Marlow Welding Academy\" (" + ctid + "): the name"),
                               HasSubstr("the same city")));
}

}  // namespace
}  // namespace cartulary
