#include "app/commands/ctdl_commands.h"

#include <array>

#include "app/import/ctdl.h"

namespace cartulary::commands {

namespace {

using import::CtdlReport;
using import::DocumentOutcome;

constexpr std::array outcomes = {DocumentOutcome::created,   DocumentOutcome::updated,
                                 DocumentOutcome::unchanged, DocumentOutcome::deleted,
                                 DocumentOutcome::refused,   DocumentOutcome::left_out};

std::string as_json(const CtdlReport& report) {
    json::Writer writer;
    writer.begin_object().member("read", report.read());
    for (const auto outcome : outcomes) writer.member(name_of(outcome), report.count(outcome));
    writer.member("unresolved_references", report.unresolved).key("warnings").begin_object();
    for (const auto& [text, count] : report.warnings) writer.member(text, count);
    writer.end_object().key("refusals").begin_array();
    for (const auto& [file, line, ctid, problems] : report.refusals) {
        writer.begin_object().member("file", file).member("line", line).key("ctid");
        writer.text_or_null(ctid).key("problems").begin_array();
        for (const auto& problem : problems) writer.value(problem);
        writer.end_array().end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

std::string line_of(const CtdlReport::Refusal& refusal) {
    auto line = refusal.file + ":" + std::to_string(refusal.line) + "  ";
    if (!refusal.ctid.empty()) line += refusal.ctid + "  ";
    line += "refused";
    for (const auto& problem : refusal.problems) {
        line += (&problem == &refusal.problems.front() ? ": " : "; ") + problem;
    }
    return line + "\n";
}

std::string as_text(const CtdlReport& report) {
    std::string text;
    for (const auto& refusal : report.refusals) text += line_of(refusal);
    const auto refused = report.count(DocumentOutcome::refused);
    if (refused > report.refusals.size()) {
        text += std::to_string(refused - report.refusals.size()) + " more were refused\n";
    }
    for (const auto& [warning, count] : report.warnings) {
        text += "warning: " + warning + " (" + std::to_string(count) + ")\n";
    }
    if (report.unresolved > 0) {
        text += "warning: " + std::to_string(report.unresolved) +
                " references lead to what is not in this registry\n";
    }
    text += std::to_string(report.read()) + " documents";
    for (const auto outcome : outcomes) {
        const auto count = report.count(outcome);
        if (count > 0) text += ", " + std::to_string(count) + " " + std::string(name_of(outcome));
    }
    return text;
}

}  // namespace

Outcome import_ctdl(const Target& target, const CtdlFiles& files) {
    import::CtdlImport import{.files = { files.files.begin(), files.files.end() }};
    if (!files.owner.empty()) {
        import.owner = OrganizationId::from_ctid(files.owner);
        if (!import.owner) return no_ctid(files.owner);
    }
    const auto report = import::import_ctdl(target.registry, import, target.terminal);
    if (!report) return refused(report.error());
    Outcome outcome{.out = (target.json ? as_json(*report) : as_text(*report)) + "\n"};
    if (const auto count = report->count(DocumentOutcome::refused); count > 0) {
        outcome.status = 1;
        outcome.err = std::to_string(count) + " of " + std::to_string(report->read()) +
                      " documents were refused";
    }
    return outcome;
}

}  // namespace cartulary::commands
