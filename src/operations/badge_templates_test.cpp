#include "operations/badge_templates.h"

#include "operations/operations_for_test.h"
#include "store/badge_text.h"

namespace cartulary {

namespace {

std::string id_of_template(const IssuedTemplate& issued) {
    return issued.badge_template.id.text();
}

BadgeTemplateDraft draft_called(const std::string& name) {
    BadgeTemplateDraft draft;
    draft.name = name;
    draft.description = "Joins steel.";
    return draft;
}

Result<void> rename_to_welding_ii(BadgeTemplateDraft& draft) {
    draft.name = "Welding II";
    return {};
}

class BadgeTemplatesTest : public testing::Test, protected OperationsUnderTest {
protected:
    Result<Answer> create(const BadgeTemplateDraft& draft, const Repetition& repetition = {}) {
        return templates.create(own, own.id, draft, repetition, id_of_template);
    }
    IssuedTemplate made(const BadgeTemplateDraft& draft) {
        const auto id = Uuid::parse(create(draft).value().text).value();
        return templates.get(own, own.id, id).value();
    }
    std::string slug_made_of(const std::string& name) {
        return made(draft_called(name)).badge_template.stated.slug;
    }

    BadgeTemplates templates{registry()};
};

TEST_F(BadgeTemplatesTest, a_new_one_is_there_with_its_issuer_and_its_event) {
    const auto issued = made(draft_called("Welding I"));
    EXPECT_EQ(issued.badge_template.version, 1);
    EXPECT_EQ(issued.badge_template.badge_count, 0);
    EXPECT_EQ(issued.badge_template.state_updated_at, std::nullopt);
    EXPECT_EQ(issued.issuer.id, own.id);
    EXPECT_EQ(issued.issuer.name, "Harbor College");
    EXPECT_TRUE(issued.issuer.verified);
    const auto events = events_of(own);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, event_type::badge_template_created);
    EXPECT_EQ(events[0].actor, "organization:" + own.id.ctid());
    EXPECT_EQ(badge_templates::in_snapshot(events[0].snapshot), issued);
}

TEST_F(BadgeTemplatesTest, a_slug_is_made_of_the_name_and_numbered_where_it_is_taken) {
    EXPECT_EQ(slug_made_of("Welding I"), "welding-i");
    EXPECT_EQ(slug_made_of("Welding I"), "welding-i-2");
    EXPECT_EQ(slug_made_of("Welding  i!"), "welding-i-3");
    const auto longest = std::string(badge_slug_length_max, 'w');
    EXPECT_EQ(slug_made_of(longest), longest);
    EXPECT_EQ(slug_made_of(longest), std::string(badge_slug_length_max - 2, 'w') + "-2");
}

TEST_F(BadgeTemplatesTest, a_name_that_everybody_uses_still_gets_a_slug) {
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(create(draft_called("Badge")));
    const auto slug = slug_made_of("Badge");
    EXPECT_THAT(slug, testing::StartsWith("badge-"));
    EXPECT_GT(slug.size(), std::string("badge-51").size());
    EXPECT_NE(slug_made_of("Badge"), slug);
}

TEST_F(BadgeTemplatesTest, a_stated_slug_is_kept_or_refused) {
    auto draft = draft_called("Welding I");
    draft.slug = "steel";
    EXPECT_EQ(made(draft).badge_template.stated.slug, "steel");
    EXPECT_EQ(refusal_of(create(draft)),
              "conflict: slug is already used by another badge template");
    EXPECT_EQ(event_types_of(own), std::vector<std::string>{event_type::badge_template_created});
    EXPECT_TRUE(templates.create(stranger, stranger.id, draft, {}, id_of_template));
}

TEST_F(BadgeTemplatesTest, every_problem_is_told_at_once) {
    const auto required = make_template(stranger);
    BadgeTemplateDraft draft;
    draft.required_templates = {make_template(own), required, Uuid()};
    draft.activities.push_back({{}, "Exam", "Assessment", "", required});
    EXPECT_EQ(refusal_of(create(draft)),
              "invalid: name is required; description is required; "
              "required_templates[1] is no badge template of the organization; "
              "required_templates[2] is no badge template of the organization; "
              "activities[0].required_template is no badge template of the organization");
}

TEST_F(BadgeTemplatesTest, parts_get_ids_and_keep_those_they_have) {
    auto draft = draft_called("Welding I");
    const auto given = Uuid::named(url_namespace, "given");
    draft.alignments = {{given, "ISO 9606", "", ""}, {{}, "AWS D1.1", "", ""}};
    draft.recommendations = {{{}, "Read on", "information", ""}};
    draft.activities = {{{}, "Exam", "Assessment", "", std::nullopt}};
    const auto stated = made(draft).badge_template.stated;
    EXPECT_EQ(stated.alignments[0].id, given);
    EXPECT_NE(stated.alignments[1].id, Uuid());
    EXPECT_NE(stated.recommendations[0].id, Uuid());
    EXPECT_NE(stated.activities[0].id, Uuid());
}

TEST_F(BadgeTemplatesTest, a_repeated_creation_makes_one) {
    const Repetition once{"key", "fingerprint"};
    const auto draft = draft_called("Welding I");
    const auto wakes = under_test.wakes().webhooks;
    EXPECT_EQ(create(draft, once)->text, create(draft, once)->text);
    EXPECT_EQ(under_test.wakes().webhooks, wakes + 1);
    EXPECT_EQ(refusal_of(create(draft, {"key", "other"})), "key_reused");
    EXPECT_EQ(templates.list(own, own.id, {}, {}, {})->total, 1);
}

TEST_F(BadgeTemplatesTest, a_change_makes_a_new_version_with_an_event) {
    const auto before = made(draft_called("Welding I"));
    under_test.pass(std::chrono::minutes(1));
    const auto id = before.badge_template.id;
    const auto changed = templates.change(own, own.id, id, rename_to_welding_ii);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->badge_template.version, 2);
    EXPECT_EQ(changed->badge_template.updated_at, under_test.now());
    EXPECT_EQ(changed->badge_template.state_updated_at, std::nullopt);
    EXPECT_EQ(changed->badge_template.stated.slug, "welding-i") << "addresses stay";
    EXPECT_EQ(templates.get(own, own.id, id), changed);
    EXPECT_EQ(events_of(own).back().type, event_type::badge_template_changed);
    EXPECT_EQ(badge_templates::in_snapshot(events_of(own).back().snapshot), *changed);
}

TEST_F(BadgeTemplatesTest, a_change_of_the_state_is_dated) {
    const auto id = made(draft_called("Welding I")).badge_template.id;
    under_test.pass(std::chrono::minutes(1));
    const auto changed =
        templates.change(own, own.id, id, [](BadgeTemplateDraft& draft) -> Result<void> {
            draft.state = BadgeTemplateState::archived;
            return {};
        });
    EXPECT_EQ(changed->badge_template.state_updated_at, under_test.now());
}

TEST_F(BadgeTemplatesTest, a_change_that_changes_nothing_is_none) {
    const auto id = made(draft_called("Welding I")).badge_template.id;
    const auto wakes = under_test.wakes();
    const auto same =
        templates.change(own, own.id, id, [](BadgeTemplateDraft& draft) -> Result<void> {
            draft.slug.clear();
            return {};
        });
    EXPECT_EQ(same->badge_template.version, 1);
    EXPECT_EQ(events_of(own).size(), 1U);
    EXPECT_EQ(under_test.wakes(), wakes);
}

TEST_F(BadgeTemplatesTest, a_refused_change_leaves_nothing) {
    const auto before = made(draft_called("Welding I"));
    made(draft_called("Welding II"));
    const auto change = [&](auto apply) {
        return refusal_of(templates.change(
            own, own.id, before.badge_template.id,
            [&](BadgeTemplateDraft& draft) -> Result<void> { return apply(draft); }));
    };
    EXPECT_EQ(change([](auto& draft) -> Result<void> {
                  draft.name = " ";
                  return {};
              }),
              "invalid: name is required");
    EXPECT_EQ(change([](auto& draft) -> Result<void> {
                  draft.slug = "welding-ii";
                  return {};
              }),
              "conflict: slug is already used by another badge template");
    EXPECT_EQ(change([](auto& draft) -> Result<void> {
                  draft.name = "lost";
                  return fail(ErrorKind::gone, "whatever the dialect says");
              }),
              "gone");
    EXPECT_EQ(templates.get(own, own.id, before.badge_template.id), before);
    EXPECT_EQ(events_of(own).size(), 2U);
}

TEST_F(BadgeTemplatesTest, a_required_template_that_was_deleted_is_in_no_change_s_way) {
    const auto required = make_template(own);
    auto draft = draft_called("Welding I");
    draft.required_templates = {required};
    const auto id = made(draft).badge_template.id;
    ASSERT_TRUE(templates.remove(own, own.id, required));
    EXPECT_TRUE(templates.change(own, own.id, id, rename_to_welding_ii));
}

TEST_F(BadgeTemplatesTest, one_that_was_never_issued_can_be_deleted) {
    const auto issued = made(draft_called("Welding I"));
    ASSERT_TRUE(templates.remove(own, own.id, issued.badge_template.id));
    EXPECT_EQ(refusal_of(templates.get(own, own.id, issued.badge_template.id)), "not_found");
    EXPECT_EQ(events_of(own).back().type, event_type::badge_template_deleted);
    EXPECT_EQ(badge_templates::in_snapshot(events_of(own).back().snapshot), issued);
}

TEST_F(BadgeTemplatesTest, one_that_was_issued_cannot_be_deleted) {
    const auto id = make_template(own);
    Badges badges(registry());
    issue(badges, own, badge_for(id, "ada@harbor.example"));
    EXPECT_EQ(refusal_of(templates.remove(own, own.id, id)), "conflict");
    EXPECT_TRUE(templates.get(own, own.id, id));
}

TEST_F(BadgeTemplatesTest, every_route_needs_its_right) {
    const auto id = make_template(own);
    const auto blind = with_rights(own, all_but_read);
    EXPECT_EQ(refusal_of(templates.list(blind, own.id, {}, {}, {})), "forbidden");
    EXPECT_EQ(refusal_of(templates.get(blind, own.id, id)), "forbidden");
    const auto reader = with_rights(own, all_but_write);
    EXPECT_EQ(refusal_of(templates.create(reader, own.id, draft_called("x"), {}, id_of_template)),
              "forbidden");
    EXPECT_EQ(refusal_of(templates.change(reader, own.id, id, rename_to_welding_ii)), "forbidden");
    EXPECT_EQ(refusal_of(templates.remove(with_rights(own, all_but_delete), own.id, id)),
              "forbidden");
}

TEST_F(BadgeTemplatesTest, who_may_publish_for_an_organization_may_make_its_templates) {
    grant(own, stranger);
    const auto made_by_partner =
        templates.create(stranger, own.id, draft_called("Welding I"), {}, id_of_template);
    ASSERT_TRUE(made_by_partner);
    const auto id = Uuid::parse(made_by_partner->text).value();
    EXPECT_TRUE(templates.get(own, own.id, id));
    EXPECT_EQ(events_of(own).back().actor, "organization:" + stranger.id.ctid());
}

TEST_F(BadgeTemplatesTest, the_list_is_filtered_and_ordered) {
    made(draft_called("Welding"));
    make_template(own, [](auto& draft) { draft.name = "Brazing"; });
    make_template(stranger);
    badge_templates::Filter filter;
    const auto names = [&] {
        std::vector<std::string> found;
        const auto page =
            templates.list(own, own.id, filter, {{.by = badge_templates::SortBy::name}}, {});
        for (const auto& issued : page->items) found.push_back(issued.badge_template.stated.name);
        return found;
    };
    EXPECT_EQ(names(), (std::vector<std::string>{"Brazing", "Welding"}));
    filter.states = {BadgeTemplateState::active};
    EXPECT_EQ(names(), std::vector<std::string>{"Brazing"});
}

TEST_F(BadgeTemplatesTest, everybody_sees_public_ones_that_are_no_drafts) {
    const auto active = make_template(own);
    const auto archived = make_template(own, [](auto& draft) {
        draft.state = BadgeTemplateState::archived;
        draft.name = "Old";
    });
    const auto draft = make_template(own, [](auto& made) {
        made.state = BadgeTemplateState::draft;
        made.name = "New";
    });
    const auto hidden = make_template(own, [](auto& made) {
        made.is_public = false;
        made.name = "Hidden";
    });
    EXPECT_TRUE(templates.shown(active));
    EXPECT_TRUE(templates.shown(archived));
    EXPECT_EQ(refusal_of(templates.shown(draft)), "not_found");
    EXPECT_EQ(refusal_of(templates.shown(hidden)), "not_found");
    EXPECT_EQ(refusal_of(templates.shown(Uuid())), "not_found");
    const auto organization = Organizations(registry()).shown(own.id).value();
    const auto profile_name = organization.stated.profile_name;
    EXPECT_EQ(templates.shown(profile_name, "welding-i")->badge_template.id, active);
    EXPECT_EQ(refusal_of(templates.shown(profile_name, "hidden")), "not_found");
    EXPECT_EQ(refusal_of(templates.shown(profile_name, "unknown")), "not_found");
    EXPECT_EQ(refusal_of(templates.shown("nobody", "welding-i")), "not_found");
    const auto shown = templates.shown_of(organization);
    ASSERT_EQ(shown.size(), 1U) << "the active ones";
    EXPECT_EQ(shown[0].id, active);
}

TEST_F(BadgeTemplatesTest, nobody_sees_those_of_an_organization_that_is_not_approved) {
    const auto id = make_template(own);
    const auto profile_name = Organizations(registry()).shown(own.id)->stated.profile_name;
    set_status(own, OrganizationStatus::blocked);
    EXPECT_EQ(refusal_of(templates.shown(id)), "not_found");
    EXPECT_EQ(refusal_of(templates.shown(profile_name, "welding-i")), "not_found");
}

}  // namespace

}  // namespace cartulary
