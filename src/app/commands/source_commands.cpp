#include "app/commands/source_commands.h"

#include <array>
#include <cmath>

#include "app/import/irs.h"
#include "app/import/organizations.h"
#include "app/import/ror.h"

namespace cartulary::commands {

namespace {

using import::OrganizationsReport;
using import::RecordOutcome;

constexpr std::array outcomes = {RecordOutcome::registered, RecordOutcome::changed,
                                 RecordOutcome::unchanged, RecordOutcome::left_out,
                                 RecordOutcome::refused};

double per_second(const OrganizationsReport& report) {
    const auto seconds = report.taken.count();
    return seconds > 0 ? static_cast<double>(report.read()) / seconds : 0;
}

double rounded(double number, double to) {
    return std::round(number * to) / to;
}

void write(json::Writer& writer, std::string_view name,
           const OrganizationsReport::Reasons& reasons) {
    writer.key(name).begin_array();
    for (const auto& [text, reason] : reasons) {
        writer.begin_object()
            .member("reason", text)
            .member("count", reason.count)
            .member("example", reason.example)
            .end_object();
    }
    writer.end_array();
}

std::string as_json(const OrganizationsReport& report) {
    json::Writer writer;
    writer.begin_object().member("read", report.read());
    for (const auto outcome : outcomes) writer.member(name_of(outcome), report.count(outcome));
    writer.member("seconds", rounded(report.taken.count(), 1'000))
        .member("per_second", rounded(per_second(report), 1));
    write(writer, "refused_because", report.refused);
    write(writer, "left_out_because", report.left_out);
    write(writer, "warnings", report.warnings);
    writer.key("broken_off").text_or_null(report.broken_off).end_object();
    return writer.take();
}

std::string lines_of(std::string_view what, const OrganizationsReport::Reasons& reasons) {
    std::string text;
    for (const auto& [reason_text, reason] : reasons) {
        text += std::string(what) + ": " + reason_text + " (" + std::to_string(reason.count) +
                ", first " + reason.example + ")\n";
    }
    return text;
}

std::string as_text(const OrganizationsReport& report) {
    auto text = lines_of("refused", report.refused) + lines_of("left out", report.left_out) +
                lines_of("warning", report.warnings) + std::to_string(report.read()) + " records";
    for (const auto outcome : outcomes) {
        const auto count = report.count(outcome);
        if (count > 0) text += ", " + std::to_string(count) + " " + std::string(name_of(outcome));
    }
    return text + "; " + std::to_string(std::llround(per_second(report))) + " a second";
}

template <class Open>
Outcome imported(const Target& target, const std::filesystem::path& file, Open open) {
    const auto source = open(file);
    if (!source) return {.status = 1, .err = file.string() + " " + source.error()};
    const auto report = import::import_organizations(target.registry, **source, target.terminal);
    Outcome outcome{.out = (target.json ? as_json(report) : as_text(report)) + "\n"};
    if (!report.broken_off.empty()) {
        outcome.status = 1;
        outcome.err = file.string() + " " + report.broken_off;
    } else if (const auto refused = report.count(RecordOutcome::refused); refused > 0) {
        outcome.status = 1;
        outcome.err = std::to_string(refused) + " of " + std::to_string(report.read()) +
                      " records were refused";
    }
    return outcome;
}

}  // namespace

Outcome import_ror(const Target& target, const std::filesystem::path& file) {
    return imported(target, file, import::open_ror);
}

Outcome import_irs(const Target& target, const std::filesystem::path& file) {
    return imported(target, file, import::open_irs);
}

}  // namespace cartulary::commands
