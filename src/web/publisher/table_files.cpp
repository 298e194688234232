#include "ctdl/templates/table.h"
#include "web/publisher/publisher.h"

// Tables to download.
namespace cartulary::web {

namespace {

using Download = BulkUploads::Download;
using http::Response;

Response file(const std::string& name) {
    return {.status = 200,
            .content_type = "text/csv; charset=utf-8",
            .body = {},
            .headers = {{"Content-Disposition", "attachment; filename=\"" + name + ".csv\""},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Cache-Control", "no-store"}}};
}

Response streamed(Desk& desk, const std::string& name, Result<std::unique_ptr<Download>> download) {
    if (!download) return desk.visit.refuse(download.error());
    auto response = file(name);
    response.stream = [pieces = std::shared_ptr<Download>(std::move(*download))] {
        return pieces->next();
    };
    return response;
}

std::string kind_name(const Desk& desk) {
    return std::string(ctdl::templates::name_of(desk.kind));
}

Response download_template(Desk& desk) {
    auto response = file(kind_name(desk) + "-template");
    response.body = ctdl::templates::template_file(desk.of());
    return response;
}

Response download_all(Desk& desk) {
    return streamed(
        desk, kind_name(desk),
        desk.operations.bulk_uploads.download(desk.caller, desk.organization, desk.kind));
}

Response download_problems(Desk& desk) {
    const auto id = Uuid::parse(desk.visit.request().path_parameter("upload"));
    if (!id) return desk.visit.refuse(404, desk.texts().draft_unknown);
    return streamed(desk, kind_name(desk) + "-problems",
                    desk.operations.bulk_uploads.problems(desk.caller, desk.organization, *id));
}

}  // namespace

std::vector<http::Route> table_file_routes(const Desks& desks) {
    return {
        desks.page("/{kind}/template.csv", "downloadTemplate", download_template),
        desks.page("/{kind}/all.csv", "downloadTable", download_all),
        desks.page("/{kind}/bulk/{upload}/problems.csv", "downloadProblems", download_problems)};
}

}  // namespace cartulary::web
