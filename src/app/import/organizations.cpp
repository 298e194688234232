#include "app/import/organizations.h"

#include <future>

#include "app/import/progress.h"
#include "app/import/reason.h"
#include "ctdl/document.h"
#include "operations/described_organizations.h"

namespace cartulary::import {

namespace {

constexpr std::size_t organizations_at_once = 500;  // of one transaction
constexpr auto ctid_path = "ceterms:ctid";

void note(const std::string& reason, const SourceRecord& record,
          OrganizationsReport::Reasons& reasons) {
    const bool is_told =
        reasons.contains(reason) || reasons.size() < OrganizationsReport::reasons_told_max;
    if (!is_told) return;
    auto& noted = reasons[reason];
    if (noted.count++ > 0) return;
    noted.example = "line " + std::to_string(record.line);
    if (!record.key.empty()) noted.example += ", " + record.key;
}

std::string reason_of(const ctdl::Problem& problem) {
    return general_reason(problem.path.empty() ? problem.text : problem.path + " " + problem.text);
}

std::string reason_of(const Error& error) {
    if (error.fields.empty()) return error.message;
    std::string reason;
    for (const auto& [field, text] : error.fields) {
        if (!reason.empty()) reason += "; ";
        reason += field + " " + text;
    }
    return general_reason(reason);
}

RecordOutcome outcome_of(DescribedOrganizations::Put put) {
    switch (put) {
        case DescribedOrganizations::Put::registered: return RecordOutcome::registered;
        case DescribedOrganizations::Put::changed: return RecordOutcome::changed;
        case DescribedOrganizations::Put::unchanged: return RecordOutcome::unchanged;
    }
    __builtin_unreachable();
}

// While one batch is stored, the next is read.
class Run {
public:
    Run(const Registry& registry, OrganizationSource& source, std::ostream* terminal)
        : addresses_{registry.public_url},
          organizations_(registry),
          source_(source),
          progress_(terminal, source.bytes()) {}

    OrganizationsReport run() {
        const auto begun = std::chrono::steady_clock::now();
        while (read_one()) {
            if (batch_.organizations.size() >= organizations_at_once) store();
        }
        store();
        await();
        report_.taken = std::chrono::steady_clock::now() - begun;
        return std::move(report_);
    }

private:
    struct Batch {
        std::vector<DescribedOrganization> organizations;
        std::vector<SourceRecord> records;  // where they came from, without what they say
    };

    bool read_one();
    void take(SourceRecord record);
    void refuse(const std::string& reason, const SourceRecord& record);
    void store();
    void await();

    const ctdl::Addresses addresses_;
    DescribedOrganizations organizations_;
    OrganizationSource& source_;
    Progress progress_;
    OrganizationsReport report_;
    Batch batch_;   // is filled
    Batch stored_;  // is being stored
    std::future<std::vector<Result<DescribedOrganizations::Put>>> outcomes_;
};

// False at the end.
bool Run::read_one() {
    auto record = source_.next();
    if (!record) {
        report_.broken_off = record.error();
        return false;
    }
    if (!*record) return false;
    take(**std::move(record));
    progress_.show(source_.bytes_read(), report_.count(RecordOutcome::refused));
    return true;
}

void Run::take(SourceRecord record) {
    if (!record.problem.empty()) return refuse(record.problem, record);
    if (!record.organization) {
        ++report_.counts[RecordOutcome::left_out];
        return note(record.left_out, record, report_.left_out);
    }
    const auto reading = ctdl::read_payload(payload_of(*record.organization), addresses_, true);
    record.organization.reset();
    for (const auto& problem : reading.problems) {
        if (problem.severity == ctdl::Problem::Severity::error) {
            return refuse(reason_of(problem), record);
        }
        if (problem.path == ctid_path) continue;  // made of the list's id, and so not at random
        note(reason_of(problem), record, report_.warnings);
    }
    auto organization = described(*reading.document);
    if (!organization) return refuse(reason_of(organization.error()), record);
    for (const auto& problem : organization->problems) {
        note(reason_of(problem), record, report_.warnings);
    }
    batch_.organizations.push_back(*std::move(organization));
    batch_.records.push_back(std::move(record));
}

void Run::refuse(const std::string& reason, const SourceRecord& record) {
    ++report_.counts[RecordOutcome::refused];
    note(reason, record, report_.refused);
}

void Run::store() {
    await();
    if (batch_.organizations.empty()) return;
    stored_ = std::exchange(batch_, {});
    outcomes_ = std::async(std::launch::async,
                           [this] { return organizations_.put(stored_.organizations); });
}

void Run::await() {
    if (!outcomes_.valid()) return;
    const auto outcomes = outcomes_.get();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i]) {
            ++report_.counts[outcome_of(*outcomes[i])];
        } else {
            refuse(reason_of(outcomes[i].error()), stored_.records[i]);
        }
    }
}

}  // namespace

std::string_view name_of(RecordOutcome outcome) {
    switch (outcome) {
        case RecordOutcome::registered: return "registered";
        case RecordOutcome::changed: return "changed";
        case RecordOutcome::unchanged: return "unchanged";
        case RecordOutcome::left_out: return "left out";
        case RecordOutcome::refused: return "refused";
    }
    __builtin_unreachable();
}

std::uint64_t OrganizationsReport::count(RecordOutcome outcome) const {
    const auto found = counts.find(outcome);
    return found == counts.end() ? 0 : found->second;
}

std::uint64_t OrganizationsReport::read() const {
    std::uint64_t sum = 0;
    for (const auto& [outcome, number] : counts) sum += number;
    return sum;
}

OrganizationsReport import_organizations(const Registry& registry, OrganizationSource& source,
                                         std::ostream* terminal) {
    return Run(registry, source, terminal).run();
}

}  // namespace cartulary::import
