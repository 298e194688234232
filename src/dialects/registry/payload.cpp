#include "dialects/registry/payload.h"

#include "dialects/registry/answer.h"

namespace cartulary::registry {

namespace {

Result<json::Value> parsed(const std::string& body) {
    if (body.size() > ctdl::document_bytes_max) {
        return fail(ErrorKind::too_large, "a document has at most " +
                                              std::to_string(ctdl::document_bytes_max) + " bytes");
    }
    auto value = json::parse(body);
    if (!value) return fail(ErrorKind::invalid, "the body is not JSON: " + value.error().message);
    return *std::move(value);
}

// What somebody has downloaded as an envelope can be published again.
const json::Value& document_in(const json::Value& body) {
    const auto* decoded = body.find("decoded_resource");
    return decoded ? *decoded : body;
}

tl::unexpected<Error> refused_for(const ctdl::Problems& problems) {
    std::vector<FieldProblem> fields;
    for (const auto& [severity, path, text] : problems) {
        if (severity == ctdl::Problem::Severity::error) fields.push_back({path, text});
    }
    return fail(std::move(fields));
}

}  // namespace

Result<Payload> payload_in(const http::Request& request, const std::string& public_url) {
    const auto body = TRY(parsed(request.body));
    auto reading = ctdl::read_payload(document_in(body), {public_url});
    if (!reading.document) return refused_for(reading.problems);
    const auto missing = ctdl::missing_in(*reading.document);
    auto& problems = reading.problems;
    problems.insert(problems.end(), missing.begin(), missing.end());
    if (ctdl::has_errors(problems)) return refused_for(problems);
    return Payload{*std::move(reading.document), std::move(problems)};
}

std::string text_of(const ctdl::Problem& problem) {
    return problem.path.empty() ? problem.text : problem.path + ' ' + problem.text;
}

}  // namespace cartulary::registry
