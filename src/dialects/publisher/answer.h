#pragma once

#include <memory>
#include <string>

#include "dialects/publisher/publisher.h"

// What every route of this dialect has in common.
namespace cartulary::publisher {

inline constexpr int problem_rows_max = 200;  // that are told in one answer

// Who asks, for which organization and kind.
struct Asked {
    Caller caller;
    OrganizationId organization;
    ctdl::templates::Kind kind;
};
// unauthenticated; not_found: there is no such kind; invalid: the organization is no CTID.
Result<Asked> asked_in(const Operations& operations, const http::Request& request);
Result<ctdl::templates::Kind> kind_in(const http::Request& request);

// How an upload stands, with the problems of its rows.
http::Response told(int status, const BulkUpload& upload, const Asked& asked,
                    const Page<BulkUploads::RowShown>& rows_with_problems);

// "/publisher/bulk/credentials/uploads/…?organization=ce-…"
std::string address_of(const BulkUpload& upload, const Asked& asked);

http::Response file_answer(const std::string& name,
                           std::unique_ptr<BulkUploads::Download> download);

http::Response refused(const Error& error);
http::Response refuse(const http::Refusal& refusal, const http::Request& request);

}  // namespace cartulary::publisher
