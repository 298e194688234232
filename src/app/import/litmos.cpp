#include "app/import/litmos.h"

#include <set>

#include "app/import/litmos_file.h"
#include "app/import/progress.h"
#include "base/text.h"
#include "dialects/litmos/names.h"
#include "dialects/litmos/wire.h"

namespace cartulary::import {

namespace {

constexpr std::size_t rows_at_once = 200;  // of one transaction, where good rows are kept
constexpr auto imported_by = "import";

std::vector<std::string> texts_of(const std::vector<FieldProblem>& problems) {
    std::vector<std::string> texts;
    for (const auto& [field, problem] : problems) {
        texts.push_back(litmos::their_name(litmos::organization_names, field) + " " + problem);
    }
    return texts;
}

std::vector<std::string> texts_of(const Error& error) {
    if (error.fields.empty()) return {error.message};
    return texts_of(error.fields);
}

CompanyOrganizationStatement statement_of(const LitmosRow& row) {
    auto statement = litmos::statement_of(row.organization, litmos::Absent::stays_as_it_was);
    statement.tells_administrators = false;
    return statement;
}

RowOutcome outcome_of(Put put) {
    switch (put) {
        case Put::inserted: return RowOutcome::inserted;
        case Put::updated: return RowOutcome::updated;
        case Put::unchanged: return RowOutcome::unchanged;
    }
    __builtin_unreachable();
}

// One run, of two passes over the file: the first finds what is wrong without storing anything, so
// that every problem is told and not only the first.
class Run {
public:
    Run(const Registry& registry, CompanyUserCaller user, LitmosFile file, std::ostream* terminal)
        : registry_(registry),
          organizations_(registry),
          user_(std::move(user)),
          file_(std::move(file)),
          progress_(terminal, 2 * file_.rows()) {}

    std::vector<RowReport> run(bool keeps_good) {
        check();
        if (refused_ == 0) {
            store_all(keeps_good);
        } else if (keeps_good) {
            store_in_parts();
        }
        registry_.webhooks_wait();
        return std::move(reports_);
    }

private:
    void check();
    std::vector<std::string> problems_of(const LitmosRow& row);
    void refuse(std::size_t index, std::vector<std::string> problems);
    void show(std::size_t more = 0) { progress_.show(done_ += more, refused_); }

    void store_all(bool keeps_good);
    void store_in_parts();
    void store_part(const std::vector<std::pair<std::size_t, LitmosRow>>& part);
    Result<RowOutcome> put(Transaction& transaction, const LitmosRow& row);

    const Registry& registry_;
    CompanyOrganizations organizations_;
    CompanyUserCaller user_;
    LitmosFile file_;
    Progress progress_;
    std::set<std::string> keys_;          // folded, of the rows so far
    std::set<std::string> external_ids_;  // likewise
    std::vector<RowReport> reports_;      // one a row
    std::uint64_t done_ = 0;
    std::uint64_t refused_ = 0;
};

void Run::check() {
    while (const auto row = file_.next()) {
        reports_.push_back({row->line, row->key, RowOutcome::left_out});
        if (auto problems = problems_of(*row); !problems.empty()) {
            refuse(reports_.size() - 1, std::move(problems));
        }
        show(1);
    }
}

std::vector<std::string> Run::problems_of(const LitmosRow& row) {
    auto problems = texts_of(organizations_.problems_in(user_, row.key, statement_of(row)));
    if (!problems.empty()) return problems;
    const auto key = text::folded(row.key);
    const auto external_id = text::folded(row.external_id);
    if (!key.empty() && !keys_.insert(key).second) {
        problems.emplace_back("Key is that of an earlier row");
    }
    if (external_id.empty()) return problems;
    if (!external_ids_.insert(external_id).second) {
        problems.emplace_back("ExternalId is that of an earlier row");
    } else if (const auto owner = organizations_.find(user_, {.external_id = row.external_id})) {
        // An earlier row may take it away from its owner.
        const auto owners_key =
            text::folded(identifier_of(owner->organization.stated, "litmos.key"));
        if (owners_key != key && !keys_.contains(owners_key)) {
            problems.emplace_back("ExternalId is already used by another organization");
        }
    }
    return problems;
}

void Run::refuse(std::size_t index, std::vector<std::string> problems) {
    reports_[index].outcome = RowOutcome::refused;
    reports_[index].problems = std::move(problems);
    ++refused_;
}

Result<RowOutcome> Run::put(Transaction& transaction, const LitmosRow& row) {
    return outcome_of(TRY(put_by_key(registry_, transaction, user_, row.key, statement_of(row))));
}

void Run::store_all(bool keeps_good) {
    std::vector<RowOutcome> outcomes;
    const auto stored = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        outcomes.clear();
        file_.rewind();
        while (const auto row = file_.next()) {
            outcomes.push_back(TRY(put(transaction, *row)));
            show(1);
        }
        return {};
    });
    if (stored) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) reports_[i].outcome = outcomes[i];
    } else if (keeps_good) {
        store_in_parts();
    } else {
        refuse(outcomes.size(), texts_of(stored.error()));
    }
}

void Run::store_in_parts() {
    file_.rewind();
    std::vector<std::pair<std::size_t, LitmosRow>> part;
    for (std::size_t index = 0; const auto row = file_.next(); ++index) {
        if (reports_[index].outcome != RowOutcome::refused) part.emplace_back(index, *row);
        if (part.size() == rows_at_once) {
            store_part(part);
            part.clear();
        }
        show(1);
    }
    store_part(part);
}

// Together, or one by one where one is refused after all.
void Run::store_part(const std::vector<std::pair<std::size_t, LitmosRow>>& part) {
    std::vector<RowOutcome> outcomes;
    const auto stored = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        outcomes.clear();
        for (const auto& [index, row] : part) outcomes.push_back(TRY(put(transaction, row)));
        return {};
    });
    if (stored) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            reports_[part[i].first].outcome = outcomes[i];
        }
        return;
    }
    for (const auto& [index, row] : part) {
        const auto outcome = registry_.store.write(
            [&, &one = row](Transaction& transaction) { return put(transaction, one); });
        if (outcome) {
            reports_[index].outcome = *outcome;
        } else {
            refuse(index, texts_of(outcome.error()));
        }
    }
}

}  // namespace

std::string_view name_of(RowOutcome outcome) {
    switch (outcome) {
        case RowOutcome::inserted: return "inserted";
        case RowOutcome::updated: return "updated";
        case RowOutcome::unchanged: return "unchanged";
        case RowOutcome::refused: return "refused";
        case RowOutcome::left_out: return "left out";
    }
    __builtin_unreachable();
}

Result<std::vector<RowReport>> import_litmos(const Registry& registry, const LitmosImport& import,
                                             std::ostream* terminal) {
    auto user = TRY(command_line_for_company(registry, import.company, imported_by));
    auto file = LitmosFile::open(import.file);
    if (!file) return fail(ErrorKind::invalid, import.file.string() + " " + file.error());
    return Run(registry, std::move(user), *std::move(file), terminal).run(import.keeps_good);
}

}  // namespace cartulary::import
