#include <algorithm>

#include "base/text.h"
#include "dialects/publisher/answer.h"
#include "dialects/publisher/routes.h"
#include "http/multipart.h"

namespace cartulary::publisher {

namespace {

using http::Request;
using http::Response;

enum class Mode { all_or_nothing, good_rows, preview };

Result<Mode> mode_in(const Request& request) {
    const auto said = request.query_parameter("mode").value_or("all-or-nothing");
    if (said == "all-or-nothing") return Mode::all_or_nothing;
    if (said == "good-rows") return Mode::good_rows;
    if (said == "preview") return Mode::preview;
    return fail({FieldProblem{"mode", "must be all-or-nothing, good-rows or preview"}});
}

// RFC 7240.
bool prefers_not_to_wait(const Request& request) {
    auto rest = request.header("prefer");
    while (!rest.empty()) {
        const auto preference = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(preference.size() + 1, rest.size()));
        if (text::equal_ignoring_ascii_case(text::trimmed(preference), "respond-async")) {
            return true;
        }
    }
    return false;
}

// A form's file, or the whole body: whatever type it is said to have, since many a program says
// none or the wrong one.
Result<BulkUploads::File> file_in(const Request& request, ctdl::templates::Kind kind) {
    const auto type = request.header("content-type");
    if (!text::lower_ascii(type).starts_with("multipart/")) {
        return BulkUploads::File{kind, request.query_parameter("file").value_or(""), request.body};
    }
    const auto parts = http::parse_multipart(type, request.body);
    if (!parts) return fail(ErrorKind::invalid, "the body is no multipart/form-data");
    const auto file = std::ranges::find_if(
        *parts, [](const http::Part& part) { return !part.file_name.empty(); });
    if (file == parts->end()) return fail(ErrorKind::invalid, "the form has no file");
    return BulkUploads::File{kind, file->file_name, file->body};
}

Result<BulkUpload> upload_in(const Operations& operations, const Request& request,
                             const Asked& asked) {
    const auto id = Uuid::parse(request.path_parameter("upload_id"));
    if (!id) return fail(ErrorKind::not_found, "the organization has no such upload");
    auto upload = TRY(operations.uploads.get(asked.caller, asked.organization, *id));
    if (upload.kind == name_of(asked.kind)) return upload;
    return fail(ErrorKind::not_found, "the organization has no such upload of this kind");
}

Result<Response> told(const Operations& operations, int status, const BulkUpload& upload,
                      const Asked& asked) {
    const auto rows = TRY(operations.uploads.rows(asked.caller, asked.organization, upload.id, true,
                                                  {.count = problem_rows_max}));
    return told(status, upload, asked, rows);
}

Result<Response> told_to_wait(const Operations& operations, const BulkUpload& upload,
                              const Asked& asked) {
    auto response = TRY(told(operations, 202, upload, asked));
    response.headers.push_back({"Location", address_of(upload, asked)});
    response.headers.push_back({"Retry-After", "1"});
    return response;
}

Result<Response> save(const Operations& operations, const BulkUpload& upload, const Asked& asked,
                      Mode mode) {
    const bool can_be_saved =
        upload.state != BulkState::preview || upload.failed == 0 || mode == Mode::good_rows;
    if (!can_be_saved) return told(operations, 422, upload, asked);
    const auto saved = TRY(operations.uploads.save(asked.caller, asked.organization, upload.id,
                                                   mode == Mode::good_rows));
    return told(operations, 200, saved, asked);
}

Result<Response> post_table(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    const auto mode = TRY(mode_in(request));
    const auto file = TRY(file_in(request, asked.kind));
    auto& uploads = operations.uploads;
    if (mode == Mode::preview && prefers_not_to_wait(request)) {
        const auto begun = TRY(uploads.begin(asked.caller, asked.organization, file));
        auto response = TRY(told_to_wait(operations, begun, asked));
        response.headers.push_back({"Preference-Applied", "respond-async"});
        return response;
    }
    const auto upload = TRY(uploads.read_now(asked.caller, asked.organization, file));
    if (upload.state == BulkState::reading) return told_to_wait(operations, upload, asked);
    if (upload.state == BulkState::refused) return told(operations, 422, upload, asked);
    if (mode == Mode::preview) return told(operations, 200, upload, asked);
    return save(operations, upload, asked, mode);
}

Result<Response> get_upload(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    const auto upload = TRY(upload_in(operations, request, asked));
    return told(operations, 200, upload, asked);
}

Result<Response> save_upload(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    const auto mode = TRY(mode_in(request));
    if (mode == Mode::preview) {
        return fail({FieldProblem{"mode", "must be all-or-nothing or good-rows"}});
    }
    const auto upload = TRY(upload_in(operations, request, asked));
    return save(operations, upload, asked, mode);
}

Result<Response> give_up_upload(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    const auto upload = TRY(upload_in(operations, request, asked));
    TRY(operations.uploads.give_up(asked.caller, asked.organization, upload.id));
    return Response{.status = 204};
}

Result<Response> get_problems(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_in(operations, request));
    const auto upload = TRY(upload_in(operations, request, asked));
    auto problems = TRY(operations.uploads.problems(asked.caller, asked.organization, upload.id));
    return file_answer(upload.kind + "-problems", std::move(problems));
}

}  // namespace

std::vector<http::Route> upload_routes(const Operations& operations) {
    using http::Cost;
    using http::Method;
    auto posting = route(operations, Method::post, "", "uploadTable", Cost::write, post_table);
    posting.body_bytes_max = bulk_request_bytes_max;
    const std::string one = "/uploads/{upload_id}";
    return {
        std::move(posting),
        route(operations, Method::get, one, "getUpload", Cost::read, get_upload),
        route(operations, Method::post, one + "/save", "saveUpload", Cost::write, save_upload),
        route(operations, Method::del, one, "giveUpUpload", Cost::write, give_up_upload),
        route(operations, Method::get, one + "/problems", "getProblems", Cost::slow, get_problems)};
}

}  // namespace cartulary::publisher
