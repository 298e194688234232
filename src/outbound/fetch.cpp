#include "outbound/fetch.h"

#include <curl/curl.h>

#include "outbound/transfer.h"

namespace cartulary::outbound {

namespace {

constexpr int status_ok = 200;

struct Answer {
    const Transfer& transfer;
    std::size_t bytes_max;
    std::string body = {};
    bool too_large = false;
};

// Reads no further than it has to, whatever length was announced.
std::size_t read_body(char* bytes, std::size_t size, std::size_t count, void* context) {
    auto& answer = *static_cast<Answer*>(context);
    const auto length = size * count;
    if (answer.transfer.status() != status_ok) return CURL_WRITEFUNC_ERROR;
    answer.too_large = length > answer.bytes_max - answer.body.size();
    if (answer.too_large) return CURL_WRITEFUNC_ERROR;
    answer.body.append(bytes, length);
    return length;
}

// Why there is nothing; empty when there is.
std::string problem_of(CURLcode code, const Answer& answer, const FetchLimits& limits) {
    if (answer.too_large || code == CURLE_FILESIZE_EXCEEDED) {
        return "is larger than " + std::to_string(limits.bytes_max) + " bytes";
    }
    const bool is_read = code == CURLE_OK || code == CURLE_WRITE_ERROR;
    if (!is_read) return answer.transfer.problem(code);
    const auto status = answer.transfer.status();
    return status == status_ok ? "" : "answers with status " + std::to_string(status);
}

}  // namespace

Result<std::string> fetch(const std::string& url, const NetworkRule& rule,
                          const FetchLimits& limits) {
    Transfer transfer(rule);
    Answer answer{transfer, limits.bytes_max};
    transfer.prepare(url, limits.timeout);
    transfer.set(CURLOPT_FOLLOWLOCATION, 1L);
    transfer.set(CURLOPT_MAXREDIRS, static_cast<long>(limits.redirects_max));
    transfer.set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);  // of redirects too
    transfer.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<long>(limits.bytes_max));
    transfer.read_body_with(read_body, &answer);
    const auto code = curl_easy_perform(transfer.handle());
    auto problem = problem_of(code, answer, limits);
    if (!problem.empty()) return fail({{"url", std::move(problem)}});
    return std::move(answer.body);
}

}  // namespace cartulary::outbound
