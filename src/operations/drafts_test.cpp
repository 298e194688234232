#include "operations/drafts_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DraftsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DraftsTest, keeps_what_is_written_whatever_is_wrong_with_it) {
    const auto kept = save(ada, unfinished());
    ASSERT_TRUE(kept) << refusal_of(kept);
    const auto& draft = kept->draft;
    EXPECT_EQ(draft.version, 1);
    EXPECT_EQ(draft.kind, "credentials");
    EXPECT_EQ(draft.name, "Welding I");
    EXPECT_EQ(draft.type, "");
    EXPECT_EQ(draft.actor, ada.acts_as);
    EXPECT_EQ(draft.publisher, std::nullopt);
    EXPECT_EQ(standing_of(draft), "editing");
    EXPECT_GT(draft.problem_count, 0);
    EXPECT_TRUE(ctdl::has_errors(kept->problems));
    EXPECT_TRUE(draft.ctid.is_random());
    EXPECT_EQ(now(draft), draft);

    const auto found = drafts.get(own, own.id, draft.ctid);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->draft, draft);
    EXPECT_EQ(found->entry, unfinished());
    EXPECT_EQ(found->problems, kept->problems);
    EXPECT_THAT(events_of(own), IsEmpty()) << "nothing happened yet";
}

TEST_P(DraftsTest, knows_the_class_of_what_is_complete) {
    const auto kept = save(ada, credential());
    ASSERT_TRUE(kept) << refusal_of(kept);
    EXPECT_FALSE(ctdl::has_errors(kept->problems))
        << kept->problems.front().path << " " << kept->problems.front().text;
    EXPECT_EQ(kept->draft.problem_count, 0);
    EXPECT_EQ(kept->draft.type, "ceterms:Certificate");
}

TEST_P(DraftsTest, is_written_anew_over_the_version_that_was_looked_at) {
    const auto draft = saved(unfinished());
    under_test.pass(std::chrono::minutes(1));
    const auto anew = save(own, credential("Welding II"), draft.ctid, 1, "W-2");
    ASSERT_TRUE(anew) << refusal_of(anew);
    EXPECT_EQ(anew->draft.version, 2);
    EXPECT_EQ(anew->draft.name, "Welding II");
    EXPECT_EQ(anew->draft.external_identifier, "W-2");
    EXPECT_EQ(anew->draft.actor, own.actor());
    EXPECT_EQ(anew->draft.created_at, draft.created_at);
    EXPECT_EQ(anew->draft.updated_at, under_test.now());
    const auto another = "conflict: version is another by now";
    EXPECT_EQ(refusal_of(save(ada, credential("Welding III"), draft.ctid, 1)), another);
    EXPECT_EQ(refusal_of(save(ada, credential("Welding III"), draft.ctid, 0)), another);
    EXPECT_EQ(refusal_of(save(ada, credential(), ctid('7'), 1)), "not_found");
}

TEST_P(DraftsTest, what_changes_nothing_makes_no_version) {
    const auto draft = approved();
    auto untidy = credential("  Welding I ");
    untidy.fields["Keyword"] = {"", "  "};
    const auto again = save(own, untidy, draft.ctid, 1);
    ASSERT_TRUE(again) << refusal_of(again);
    EXPECT_EQ(again->draft, draft) << "it is still approved";
}

TEST_P(DraftsTest, is_kept_under_a_ctid_that_is_named) {
    const auto kept = save(ada, credential(), welding);
    ASSERT_TRUE(kept) << refusal_of(kept);
    EXPECT_EQ(kept->draft.ctid, welding);
    const Written assessment{
        .kind = Kind::assessments, .ctid = welding, .entry = unfinished(), .version = 1};
    EXPECT_EQ(refusal_of(drafts.save(ada, own.id, assessment)),
              "invalid: CTID is of something else that the organization wrote");
}

TEST_P(DraftsTest, cannot_be_kept_under_another_s_ctid) {
    ASSERT_TRUE(ResourcesTest::publish(stranger, certificate(welding, stranger)));
    ASSERT_TRUE(ResourcesTest::publish(own, framework(ctid('2'), {ctid('3')})));
    EXPECT_EQ(refusal_of(save(ada, credential(), welding)),
              "invalid: CTID belongs to another organization");
    EXPECT_EQ(refusal_of(save(ada, credential(), ctid_of(own))),
              "invalid: CTID is an organization's");
    EXPECT_EQ(refusal_of(save(ada, credential(), ctid('3'))),
              "invalid: CTID is of a part of something else");
    EXPECT_TRUE(save(ada, credential(), ctid('2'))) << "its own";
    EXPECT_EQ(refusal_of(drafts.save(
                  ada, own.id,
                  {.kind = Kind::organizations, .ctid = ctid_of(stranger), .entry = unfinished()})),
              "invalid: CTID belongs to another organization");
}

TEST_P(DraftsTest, what_could_not_be_found_again_is_not_kept) {
    EXPECT_EQ(refusal_of(save(ada, Entry())), "invalid: Name is required");
    EXPECT_EQ(refusal_of(save(ada, unfinished("  "))), "invalid: Name is required");
    EXPECT_TRUE(save(ada, unfinished(std::string(draft_name_length_max, 'n'))));
    EXPECT_EQ(refusal_of(save(ada, unfinished(std::string(draft_name_length_max + 1, 'n')))),
              "invalid: Name must be at most 500 characters");
    const std::string longest(external_identifier_length_max, 'x');
    EXPECT_TRUE(save(ada, unfinished(), {}, 0, longest));
    EXPECT_EQ(refusal_of(save(ada, unfinished(), {}, 0, longest + "x")),
              "invalid: ExternalIdentifier must be at most 200 characters");
    EXPECT_THAT(refusal_of(save(ada, unfinished(), {}, 0, "a\nb")),
                HasSubstr("invalid: ExternalIdentifier"));
    EXPECT_THAT(refusal_of(save(ada, unfinished(), {}, 0, "\xff")),
                HasSubstr("invalid: ExternalIdentifier"));
    EXPECT_THAT(refusal_of(save(ada, unfinished("\xff"))), HasSubstr("invalid: Name"));
}

TEST_P(DraftsTest, an_entry_has_limits) {
    using namespace ctdl::templates;
    const auto refused = [&](const std::string& field, const std::vector<std::string>& values) {
        auto entry = unfinished();
        entry.fields[field] = values;
        return refusal_of(save(ada, entry));
    };
    EXPECT_EQ(refused("Keyword", std::vector<std::string>(values_max, "k")), "nothing");
    EXPECT_THAT(refused("Keyword", std::vector<std::string>(values_max + 1, "k")),
                HasSubstr("invalid: Keyword"));
    EXPECT_EQ(refused("Description", {std::string(value_bytes_max, 'd')}), "nothing");
    EXPECT_THAT(refused("Description", {std::string(value_bytes_max + 1, 'd')}),
                HasSubstr("invalid: Description"));
    EXPECT_THAT(refused("Keyword", std::vector<std::string>(entry_bytes_max / value_bytes_max + 1,
                                                            std::string(value_bytes_max, 'k'))),
                HasSubstr("invalid: "));
    EXPECT_THAT(refused("Unknown", {"x"}), HasSubstr("invalid: Unknown"));
    auto entry = unfinished();
    for (std::size_t i = 0; i <= group_rows_max; ++i) {
        entry.groups["Cost"].push_back({{"Cost.Name", {"Fee " + std::to_string(i)}}});
    }
    EXPECT_THAT(refusal_of(save(ada, entry)), HasSubstr("invalid: Cost"));
    entry.groups["Cost"].pop_back();
    EXPECT_EQ(refusal_of(save(ada, entry)), "nothing");
}

TEST_P(DraftsTest, an_own_identifier_is_one_draft_s) {
    ASSERT_TRUE(save(ada, credential(), {}, 0, " W-1 "));
    const auto another = saved(credential("Welding II"));
    const auto taken = "invalid: ExternalIdentifier is already used by another draft";
    EXPECT_EQ(refusal_of(save(ada, credential("Welding III"), {}, 0, "W-1")), taken);
    EXPECT_EQ(refusal_of(save(ada, credential("Welding II"), another.ctid, 1, "W-1")), taken);
    EXPECT_EQ(now(another), another);
}

TEST_P(DraftsTest, what_is_written_finds_other_things_by_their_own_identifiers) {
    auto entry = credential("Welding II");
    entry.groups["ConditionProfile"] = {
        {{"ConditionProfile.Type", {"Requires"}},
         {"ConditionProfile.Description", {"What comes before it."}},
         {"ConditionProfile.TargetCredential", {"W-1"}}}};
    entry.fields["AvailableAt"] = {"Main"};
    const auto before = save(ada, entry);
    ASSERT_TRUE(before) << refusal_of(before);
    EXPECT_TRUE(ctdl::has_errors(before->problems)) << "neither is there";

    const auto first = save(ada, credential(), {}, 0, "W-1").value().draft;
    Entry place;
    place.fields["Name"] = {"Main Campus"};
    place.fields["Address1"] = {"1 Quay Street"};
    place.fields["City"] = {"Portland"};
    place.fields["AddressRegion"] = {"Maine"};
    place.fields["Country"] = {"United States"};
    ASSERT_TRUE(drafts.save(
        ada, own.id, {.kind = Kind::locations, .external_identifier = "Main", .entry = place}));
    const auto preview = drafts.preview(ada, own.id, before->draft.ctid);
    ASSERT_TRUE(preview);
    EXPECT_FALSE(ctdl::has_errors(preview->problems))
        << preview->problems.front().path << " " << preview->problems.front().text;
    EXPECT_THAT(preview->graph, HasSubstr(first.ctid.text()));
    EXPECT_THAT(preview->graph, HasSubstr("1 Quay Street"));
}

TEST_P(DraftsTest, shows_what_would_be_published) {
    const auto draft = saved();
    const auto preview = drafts.preview(own, own.id, draft.ctid).value();
    const auto graph = json::parse(preview.graph);
    ASSERT_TRUE(graph);
    EXPECT_EQ(*graph->find("@id")->string(), "https://registry.example/graph/" + draft.ctid.text());
    const auto broken = saved(unfinished("Welding II"));
    const auto nothing = drafts.preview(own, own.id, broken.ctid).value();
    EXPECT_EQ(nothing.graph, "");
    EXPECT_TRUE(ctdl::has_errors(nothing.problems));
    EXPECT_EQ(name_shown(draft.ctid), "not_found") << "nobody else sees it";
}

TEST_P(DraftsTest, can_be_copied_to_go_on_from) {
    const auto draft = published();
    const auto copy = drafts.copy(own, own.id, draft.ctid);
    ASSERT_TRUE(copy) << refusal_of(copy);
    EXPECT_NE(copy->ctid, draft.ctid);
    EXPECT_EQ(copy->entry, draft.entry);
    EXPECT_EQ(copy->name, draft.name);
    EXPECT_EQ(copy->external_identifier, "");
    EXPECT_EQ(copy->version, 1);
    EXPECT_EQ(standing_of(*copy), "editing");
    EXPECT_EQ(copy->published_version, std::nullopt);
    EXPECT_EQ(now(*copy), *copy);
}

TEST_P(DraftsTest, is_discarded_unless_it_is_public) {
    const auto draft = saved();
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, draft.ctid, 2)),
              "conflict: version is another by now");
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, draft.ctid, 1)), "nothing");
    EXPECT_EQ(refusal_of(drafts.get(ada, own.id, draft.ctid)), "not_found");
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, draft.ctid, 1)), "not_found");

    const auto shown = published("Welding II");
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, shown.ctid, 1)),
              "conflict: standing is public");
    ASSERT_TRUE(resources.remove(own, shown.ctid));
    EXPECT_EQ(refusal_of(drafts.discard(ada, own.id, shown.ctid, 1)), "nothing")
        << "it was taken out by another way";
}

TEST_P(DraftsTest, lists_what_was_written_last_first_and_finds_in_it) {
    const auto first = save(ada, credential("Project Management (PMI)"), {}, 0, "P-1");
    ASSERT_TRUE(first);
    under_test.pass(std::chrono::minutes(1));
    saved(unfinished("Cooking für Anfänger"));
    const auto names = [&](const Drafts::Query& query) {
        std::vector<std::string> found;
        const auto page = drafts.list(own, own.id, query, {}).value();
        for (const auto& draft : page.items) found.push_back(draft.name);
        EXPECT_EQ(page.total, std::ssize(found));
        return found;
    };
    EXPECT_THAT(names({}), ElementsAre("Cooking für Anfänger", "Project Management (PMI)"));
    for (const auto* text : {"project manag", "pmi", "MANAGEMENT PMI", "P-1", " P-1 "}) {
        EXPECT_THAT(names({.text = text}), ElementsAre("Project Management (PMI)")) << text;
    }
    EXPECT_THAT(names({.text = "fur anf"}), ElementsAre("Cooking für Anfänger"));
    EXPECT_THAT(names({.text = "oking"}), IsEmpty());
    EXPECT_THAT(names({.text = "%"}), IsEmpty());
    EXPECT_THAT(names({.with_problems = true}), ElementsAre("Cooking für Anfänger"));
    EXPECT_THAT(names({.kind = Kind::assessments}), IsEmpty());
    EXPECT_THAT(names({.kind = Kind::credentials, .standing = DraftStanding::editing}), SizeIs(2));
    EXPECT_THAT(drafts.list(own, own.id, {}, {.offset = 1, .count = 1})->items, SizeIs(1));
}

TEST_P(DraftsTest, counts_what_has_come_how_far) {
    saved();
    approved("Welding II");
    published("Welding III");
    const auto counts = drafts.count(own, own.id).value();
    EXPECT_EQ(counts.editing, 1);
    EXPECT_EQ(counts.approved, 1);
    EXPECT_EQ(counts.published, 1);
    EXPECT_EQ(counts.returned, 0);
    EXPECT_EQ(counts.unpublished, 0);
}

TEST_P(DraftsTest, an_organization_has_at_most_so_many) {
    const auto last = saved(credential("Welding I"));
    // The others, which nobody could write one by one in a test.
    constexpr auto fill_sqlite_sql = R"(
        with recursive n (i) as (select 2 union all select i + 1 from n where i < $2)
        insert into draft select organization,
            '00000000-0000-4000-8000-' || substr('000000000000' || i, -12), kind, type, '', name,
            name_words, '{}', method, standing, problem_count, version, null, null, null, '', actor,
            '', created_at, updated_at, null
        from draft, n where organization = $1)";
    constexpr auto fill_postgres_sql = R"(
        insert into draft select organization,
            cast('00000000-0000-4000-8000-' || lpad(cast(i as text), 12, '0') as uuid), kind, type,
            '', name, name_words, '{}', method, standing, problem_count, version, null, null, null,
            '', actor, '', created_at, updated_at, null
        from draft, generate_series(2, $2) n (i) where organization = $1)";
    write([&](Transaction& transaction) {
        transaction.run(
            transaction.engine() == Engine::sqlite ? fill_sqlite_sql : fill_postgres_sql,
            own.organization, drafts_max);
    });
    EXPECT_EQ(drafts.list(own, own.id, {}, {})->total, drafts_max);
    EXPECT_EQ(refusal_of(save(ada, credential("Welding II"))), "conflict");
    EXPECT_EQ(refusal_of(drafts.copy(ada, own.id, last.ctid)), "conflict");
    EXPECT_TRUE(save(ada, credential("Welding II"), last.ctid, 1)) << "it is none more";
    ASSERT_TRUE(drafts.discard(ada, own.id, last.ctid, 2));
    EXPECT_TRUE(save(ada, credential("Welding III")));
}

}  // namespace

}  // namespace cartulary
