#include <algorithm>
#include <array>

#include "base/csv.h"
#include "base/text.h"
#include "dialects/sunbird/credentials.h"
#include "dialects/sunbird/moments.h"
#include "dialects/sunbird/organisation_wire.h"
#include "dialects/sunbird/parameters.h"
#include "dialects/sunbird/routes.h"
#include "http/multipart.h"

// Organisations in a file: each row is created as if it had been asked for alone.
namespace cartulary::sunbird {

namespace {

constexpr std::size_t rows_max = 500;  // each is a transaction of its own
constexpr std::string_view code = "ORGUPL";

enum class Form { text, boolean, list };
struct Column {
    std::string_view name;
    Form form;
};
constexpr auto columns = std::to_array<Column>({
    {"orgName", Form::text},
    {"isTenant", Form::boolean},
    {"isRootOrg", Form::boolean},
    {"channel", Form::text},
    {"provider", Form::text},
    {"externalId", Form::text},
    {"description", Form::text},
    {"email", Form::text},
    {"homeUrl", Form::text},
    {"preferredLanguage", Form::text},
    {"organisationType", Form::text},
    {"orgCode", Form::text},
    {"imgUrl", Form::text},
    {"thumbnail", Form::text},
    {"theme", Form::text},
    {"locationCode", Form::list},
    {"locationIds", Form::list},
});

json::Value text_value(std::string_view text) {
    return json::Value(std::string(text));
}

json::Value list_value(std::string_view cell) {
    json::Array items;
    while (!cell.empty()) {
        const auto item = cell.substr(0, cell.find(','));
        cell.remove_prefix(std::min(item.size() + 1, cell.size()));
        items.push_back(text_value(text::trimmed(item)));
    }
    return json::Value(std::move(items));
}

// A cell as the JSON that says the same; what is no boolean stays a text, and is then refused.
json::Value value_of(std::string_view cell, Form form) {
    const auto word = text::lower_ascii(cell);
    switch (form) {
        case Form::text: return text_value(cell);
        case Form::list: return list_value(cell);
        case Form::boolean:
            if (word == "true" || word == "false") return json::Value(word == "true");
            return text_value(cell);
    }
    __builtin_unreachable();
}

Result<std::vector<Column>> columns_of(const csv::Row& header) {
    std::vector<Column> known;
    for (const auto& cell : header.cells) {
        const auto name = text::trimmed(cell);
        const auto found = std::ranges::find_if(columns, [&](const Column& column) {
            return text::equal_ignoring_ascii_case(column.name, name);
        });
        if (found == columns.end()) return refuse_parameter(name, said::unexpected);
        known.push_back(*found);
    }
    return known;
}

json::Object object_of(const csv::Row& row, const std::vector<Column>& known) {
    json::Object object;
    for (std::size_t i = 0; i < std::min(row.cells.size(), known.size()); ++i) {
        const auto cell = text::trimmed(csv::without_formula_guard(row.cells[i]));
        if (cell.empty()) continue;
        object.push_back({std::string(known[i].name), value_of(cell, known[i].form)});
    }
    return object;
}

// The file among the parts of the form.
Result<std::string_view> file_in(const Exchange& exchange) {
    const auto parts =
        http::parse_multipart(exchange.request.header("content-type"), exchange.request.body);
    if (!parts) return refuse_parameter("file", said::unreadable);
    const auto file = std::ranges::find_if(
        *parts, [](const http::Part& part) { return !part.file_name.empty(); });
    if (file == parts->end()) return refuse_parameter("file", said::missing);
    if (!text::is_utf8(file->body)) return refuse_parameter("file", said::unreadable);
    return file->body;
}

struct Table {
    std::vector<Column> columns;
    std::vector<csv::Row> rows;
};
Result<Table> table_in(std::string_view file) {
    csv::Reader reader(csv::source_of(file));
    csv::Row row;
    if (!TRY(reader.read(row))) return refuse_parameter("file", said::empty);
    Table table;
    table.columns = TRY(columns_of(row));
    while (TRY(reader.read(row))) {
        if (table.rows.size() == rows_max) return refuse_parameter("file", said::invalid);
        table.rows.push_back(row);
    }
    return table;
}

Result<TenantOrganization> create(const Exchange& row, const TenantCaller& caller) {
    const auto said = TRY(parse_new_organisation(row));
    auto& organizations = row.operations.organizations;
    return said.is_tenant ? organizations.create_tenant(caller, said.statement)
                          : organizations.create(caller, said.statement, said.provider);
}

std::string text_of(const Exchange& row, std::string_view name) {
    const auto* value = row.find(name);
    return value && value->string() ? *value->string() : std::string();
}

// What became of the rows, as the status of the upload tells it.
class Report {
public:
    void add(std::size_t line, const Exchange& row, const Result<TenantOrganization>& made) {
        auto& writer = made ? good_ : bad_;
        writer.begin_object().member("row", line).member("orgName", text_of(row, "orgName"));
        if (made) {
            writer.member("organisationId", shown_serial(made->organization.serial));
        } else {
            const auto why = told(made.error(), {row.profile, code, [&](std::string_view name) {
                                                     return text_of(row, name);
                                                 }});
            writer.member("err", why.code).member("errmsg", why.message);
        }
        writer.end_object();
    }

    std::string take() {
        json::Writer writer;
        writer.begin_object().key("successResult").raw(good_.end_array().take());
        writer.key("failureResult").raw(bad_.end_array().take()).end_object();
        return writer.take();
    }

private:
    static json::Writer list() {
        json::Writer writer;
        writer.begin_array();
        return writer;
    }
    json::Writer good_ = list();
    json::Writer bad_ = list();
};

Result<std::string> upload(const Exchange& exchange) {
    const auto caller = TRY(caller_with_person(exchange));
    const auto file = TRY(file_in(exchange));
    const auto table = TRY(table_in(file));
    Report report;
    for (const auto& row : table.rows) {
        const Exchange asked{exchange.request, exchange.operations, exchange.profile,
                             object_of(row, table.columns)};
        report.add(row.line, asked, create(asked, caller));
    }
    const auto id = exchange.operations.uploads.keep(caller, report.take());
    json::Writer writer;
    writer.begin_object().member("processId", id.text()).member("response", "SUCCESS");
    writer.end_object();
    return writer.take();
}

Result<std::string> status(const Exchange& exchange) {
    const auto caller = TRY(caller_of(exchange));
    const auto id = Uuid::parse(exchange.request.path_parameter("process_id"));
    if (!id) return refused(ErrorKind::not_found, "upload", "is not known");
    const auto report = TRY(exchange.operations.uploads.report(caller, *id));
    const auto results = json::parse(report.text);
    json::Writer writer;
    writer.begin_object().key("response").begin_array().begin_object();
    writer.member("processId", id->text()).member("objectType", "organisation");
    writer.member("status", "COMPLETED");
    writer.member("processStartTime", organisation_moment(report.created_at));
    for (const auto& [name, rows] : *results->object()) writer.member(name, rows);
    writer.end_object().end_array().end_object();
    return writer.take();
}

}  // namespace

std::vector<http::Route> upload_routes(const Operations& operations) {
    using http::Method;
    auto all = routes(operations,
                      {.method = Method::post,
                       .family = "org",
                       .version = "v1",
                       .rest = "upload",
                       .operation = "uploadOrganisations",
                       .code = code,
                       .cost = http::Cost::slow,
                       .takes_json = false},
                      upload);
    for (auto& route : routes(operations,
                              {Method::get, "org", "v1", "upload/status/{process_id}",
                               "readUploadStatus", "ORGUPS", http::Cost::read},
                              status)) {
        all.push_back(std::move(route));
    }
    return all;
}

}  // namespace cartulary::sunbird
