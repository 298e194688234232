#include "operations/draft_judging.h"

#include <algorithm>

#include "base/text.h"
#include "domain/text_field.h"
#include "operations/draft_access.h"
#include "operations/draft_organizations.h"
#include "store/drafts.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

namespace templates = ctdl::templates;
using templates::Kind;

// By own identifier; else by CTID.
std::optional<Draft> find_draft(Transaction& transaction, std::int32_t organization, Kind kind,
                                std::string_view identifier) {
    auto found = drafts::find_by_identifier(transaction, organization, name_of(kind), identifier);
    if (found) return found;
    const auto ctid = Ctid::parse(identifier);
    if (!ctid) return std::nullopt;
    found = drafts::find(transaction, organization, *ctid);
    if (found && found->kind != name_of(kind)) return std::nullopt;
    return found;
}

std::optional<Ctid> find_ctid(Transaction& transaction, std::int32_t organization, Kind kind,
                              std::string_view identifier) {
    const auto found =
        drafts::ctid_by_identifier(transaction, organization, name_of(kind), identifier);
    if (found) return found;
    const auto by_ctid = find_draft(transaction, organization, kind, identifier);
    if (!by_ctid) return std::nullopt;
    return by_ctid->ctid;
}

std::string type_of(const templates::Template& of, const templates::Entry& entry) {
    const auto* field = templates::find_field(of, templates::type_field);
    if (!field) return {};
    const auto said = templates::value_of(entry, templates::type_field);
    const auto* choice = templates::find_choice(of, *field, said);
    return choice ? std::string(choice->name) : std::string();
}

std::int64_t count_errors(const ctdl::Problems& problems) {
    return std::ranges::count(problems, ctdl::Problem::Severity::error, &ctdl::Problem::severity);
}

}  // namespace

templates::Surroundings surroundings_of(const Registry& registry, Transaction& transaction,
                                        const Organization& owner, const Ctid& ctid) {
    const auto number = owner.number;
    return {.ctid = ctid,
            .owner = Ctid(owner.id.uuid()),
            .owner_name = owner.stated.name,
            .addresses = {registry.public_url},
            .find_thing =
                [&transaction, number](Kind kind, std::string_view identifier) {
                    return find_ctid(transaction, number, kind, identifier);
                },
            .find_location = [&transaction, number](
                                 std::string_view identifier) -> std::optional<templates::Entry> {
                const auto found = find_draft(transaction, number, Kind::locations, identifier);
                if (!found) return std::nullopt;
                return templates::entry_of_text(found->entry);
            }};
}

EntryJudged judged(Transaction& transaction, Kind kind, const templates::Entry& entry,
                   const templates::Surroundings& surroundings) {
    const auto& of = templates::template_of(kind);
    auto reading = templates::document_of(of, entry, surroundings);
    EntryJudged judged{.type = type_of(of, entry),
                       .name = std::string(templates::value_of(entry, templates::name_field)),
                       .document = std::move(reading.document),
                       .problems = std::move(reading.problems)};
    const bool is_another_organization =
        kind == Kind::organizations && surroundings.ctid != surroundings.owner;
    if (is_another_organization && judged.document) {
        append_registration_problems(transaction, *judged.document, entry, judged.problems);
    }
    judged.error_count = count_errors(judged.problems);
    if (judged.error_count > 0) judged.document.reset();
    if (judged.document && judged.type.empty()) judged.type = judged.document->type();
    return judged;
}

EntryJudged judged(const Registry& registry, Transaction& transaction, const Organization& owner,
                   const Draft& draft) {
    return judged(transaction, kind_of(draft), templates::entry_of_text(draft.entry),
                  surroundings_of(registry, transaction, owner, draft.ctid));
}

std::vector<FieldProblem> keeping_problems(Kind kind, const templates::Entry& entry,
                                           const std::string& external_identifier) {
    std::vector<FieldProblem> problems;
    for (auto& [severity, path, text] :
         templates::problems_in(templates::template_of(kind), entry)) {
        problems.push_back({std::move(path), std::move(text)});
    }
    const bool is_readable = problems.empty();
    const std::string name(templates::value_of(entry, templates::name_field));
    if (is_readable) {
        check_required_line(name, std::string(templates::name_field), draft_name_length_max, true,
                            problems);
    }
    if (!text::is_utf8(external_identifier)) {
        problems.push_back({std::string(templates::external_identifier_field), "must be UTF-8"});
    } else {
        check_line(external_identifier, std::string(templates::external_identifier_field),
                   external_identifier_length_max, problems);
    }
    return problems;
}

Error refusal_of(const ctdl::Problems& problems) {
    Error error{ErrorKind::invalid, "it is not complete, or something in it is wrong"};
    for (const auto& [severity, path, text] : problems) {
        if (severity == ctdl::Problem::Severity::error) error.fields.push_back({path, text});
    }
    return error;
}

Kind kind_of(const Draft& draft) {
    return templates::parse_kind(draft.kind).value();
}

}  // namespace cartulary
