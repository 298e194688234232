#include "dialects/acclaim/badge_requests.h"

#include "dialects/acclaim/answer.h"

namespace cartulary::acclaim {

Result<Asked> asked_of(const Operations& operations, const http::Request& request) {
    auto caller = TRY(caller_of(operations.callers, request));
    const auto organization = TRY(organization_of(request));
    return Asked{std::move(caller), organization};
}

Error told_to(const Operations& operations, const Asked& asked, Error refusal) {
    BoundedCache nothing_kept(0);
    const auto seen = operations.organizations.get(asked.caller, asked.organization, nothing_kept,
                                                   [](const Organization&) { return ""; });
    const bool is_hidden = !seen && seen.error().kind == ErrorKind::not_found;
    if (is_hidden) return seen.error();
    return refusal;
}

}  // namespace cartulary::acclaim
