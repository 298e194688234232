#include "dialects/publisher/answer.h"

#include "base/json.h"
#include "http/api_key.h"
#include "http/usual_status.h"

namespace cartulary::publisher {

namespace {

using http::Request;
using http::Response;

Response json_answer(int status, std::string body) {
    return {.status = status,
            .content_type = "application/json; charset=utf-8",
            .body = std::move(body),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response refusal(int status, std::string_view message, const std::vector<FieldProblem>& fields) {
    json::Writer writer;
    writer.begin_object().member("message", message).key("details").begin_array();
    for (const auto& [field, problem] : fields) writer.value(field + ' ' + problem);
    writer.end_array().end_object();
    return json_answer(status, writer.take());
}

void write_column(json::Writer& writer, const BulkUpload& upload, std::size_t column) {
    writer.key("column");
    if (column < upload.heading.size()) {
        writer.value(upload.heading[column]);
    } else {
        writer.value(nullptr);
    }
}

void write_problems(json::Writer& writer, const BulkUpload& upload,
                    const Page<BulkUploads::RowShown>& rows) {
    writer.member("rows_with_problems", rows.total).key("problems").begin_array();
    for (const auto& row : rows.items) {
        for (const auto& [column, text] : row.problems) {
            writer.begin_object().member("row", row.row);
            write_column(writer, upload, column);
            writer.member("message", "Row: " + std::to_string(row.row) + ". " + text).end_object();
        }
    }
    writer.end_array();
}

}  // namespace

Result<ctdl::templates::Kind> kind_in(const Request& request) {
    const auto& name = request.path_parameter("kind");
    const auto kind = ctdl::templates::parse_kind(name);
    if (kind) return *kind;
    return fail(ErrorKind::not_found,
                "there is no kind \"" + name +
                    "\": credentials, assessments, learning-opportunities, organizations, "
                    "locations");
}

Result<Asked> asked_in(const Operations& operations, const Request& request) {
    const auto key = TRY(http::api_key_in(request, {"ApiToken", "Bearer", "Token"}));
    auto caller = TRY(operations.callers.by_api_key(key));
    const auto kind = TRY(kind_in(request));
    auto organization = caller.id;
    if (const auto said = request.query_parameter("organization")) {
        const auto stated = OrganizationId::from_ctid(*said);
        if (!stated) return fail({FieldProblem{"organization", std::string(ctid_problem)}});
        organization = *stated;
    }
    return Asked{std::move(caller), organization, kind};
}

Response told(int status, const BulkUpload& upload, const Asked& asked,
              const Page<BulkUploads::RowShown>& rows_with_problems) {
    json::Writer writer;
    writer.begin_object()
        .member("id", upload.id.text())
        .member("organization", asked.organization.ctid())
        .member("kind", upload.kind)
        .member("file", upload.file_name)
        .member("state", name_of(upload.state))
        .member("saved", upload.state == BulkState::saved)
        .member("percent_read", upload.bytes == 0 ? 0 : upload.bytes_read * 100 / upload.bytes)
        .member("rows", upload.rows_read)
        .member("things", upload.things)
        .member("added", upload.added)
        .member("updated", upload.updated)
        .member("unchanged", upload.unchanged)
        .member("failed", upload.failed)
        .member("seconds", static_cast<double>(upload.milliseconds) / 1000)
        .key("problem")
        .text_or_null(upload.problem);
    write_problems(writer, upload, rows_with_problems);
    writer.end_object();
    return json_answer(status, writer.take());
}

std::string address_of(const BulkUpload& upload, const Asked& asked) {
    return "/publisher/bulk/" + upload.kind + "/uploads/" + upload.id.text() +
           "?organization=" + asked.organization.ctid();
}

Response file_answer(const std::string& name, std::unique_ptr<BulkUploads::Download> download) {
    // A function that can be copied holds it.
    std::shared_ptr<BulkUploads::Download> shared = std::move(download);
    return {.content_type = "text/csv; charset=utf-8",
            .headers = {{"Content-Disposition", "attachment; filename=\"" + name + ".csv\""},
                        {"Cache-Control", "no-store"}},
            .stream = [shared] { return shared->next(); }};
}

Response refused(const Error& error) {
    auto response = refusal(http::usual_status(error.kind), error.message, error.fields);
    if (response.status == 401) response.headers.push_back({"WWW-Authenticate", "ApiToken"});
    if (error.retry) {
        response.headers.push_back({"Retry-After", std::to_string(error.retry->count())});
    }
    return response;
}

Response refuse(const http::Refusal& refused, const Request&) {
    return refusal(refused.status, refused.message, {});
}

}  // namespace cartulary::publisher
