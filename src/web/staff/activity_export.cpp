#include "web/staff/activity_export.h"

#include <memory>

#include "base/csv.h"
#include "base/json.h"

namespace cartulary::web {

namespace {

using Told = Activity::Told;

// The names of columns and members, which programs read.
constexpr std::string_view columns[] = {
    "occurred_at", "type",    "act",   "organization", "organization_name",
    "sequence",    "subject", "about", "actor",        "actor_name",
    "reason"};

// In the order of the columns.
std::array<std::string, std::size(columns)> cells_of(const Told& told) {
    const auto& entry = told.entry;
    const auto sequence = entry.organization ? std::to_string(entry.place.sequence) : "";
    return {iso_8601(entry.place.occurred_at),
            entry.type,
            entry.act,
            entry.organization ? entry.organization->ctid() : "",
            entry.organization_name,
            sequence,
            told.subject,
            entry.about,
            entry.actor,
            told.actor_name,
            entry.reason};
}

http::Response file(std::string type, const std::string& name,
                    std::function<std::optional<std::string>()> stream) {
    return {.status = 200,
            .content_type = std::move(type),
            .body = {},
            .headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Cache-Control", "no-store"}},
            .stream = std::move(stream)};
}

struct TableInMaking {
    Activity::Export entries;
    csv::Writer writer{csv::Formulas::harmless};
    bool begun = false;

    std::optional<std::string> next_piece() {
        const auto told = entries.next();
        if (!told) return std::nullopt;
        if (!std::exchange(begun, true)) {
            for (const auto column : columns) writer.cell(column);
            writer.end_row();
        }
        for (const auto& one : *told) {
            for (const auto& cell : cells_of(one)) writer.cell(cell);
            writer.end_row();
        }
        return writer.take();
    }
};

std::string line_of(const Told& told) {
    json::Writer writer;
    writer.begin_object();
    const auto cells = cells_of(told);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        writer.key(columns[i]).text_or_null(cells[i]);
    }
    writer.end_object();
    return writer.take() + '\n';
}

}  // namespace

http::Response activity_csv(Activity::Export entries) {
    auto table = std::make_shared<TableInMaking>(TableInMaking{std::move(entries)});
    return file("text/csv; charset=utf-8", "activity.csv", [table] { return table->next_piece(); });
}

http::Response activity_lines(Activity::Export entries) {
    auto shared = std::make_shared<Activity::Export>(std::move(entries));
    return file("application/jsonl", "activity.jsonl", [shared]() -> std::optional<std::string> {
        const auto told = shared->next();
        if (!told) return std::nullopt;
        std::string lines;
        for (const auto& one : *told) lines += line_of(one);
        return lines;
    });
}

}  // namespace cartulary::web
