#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/router.h"

namespace cartulary::http {

struct ReaderLimits {
    std::size_t target_bytes_max;
    std::size_t header_bytes_max;  // of the whole head, the empty line included
    std::size_t header_count_max;
    std::optional<std::uint64_t> body_bytes_max;  // none: no limit
    const Router* router = nullptr;               // whose routes may allow more
};

// Reads requests one after another out of the bytes of a connection. Stricter than Beast, whose
// parser does the work: a head must have one Host, no folded line, no transfer coding but chunked,
// a target that begins with '/', and a path and query of UTF-8 without control characters.
class RequestReader {
public:
    enum class Progress { needs_more, whole, refused };

    explicit RequestReader(const ReaderLimits& limits);
    ~RequestReader();

    // Goes on with the bytes that lie unread and takes what it used off their beginning. The rest
    // must lie at the beginning of what is given next.
    Progress read(std::string_view& bytes);

    // Whether a request has begun that is not whole yet.
    bool started() const { return started_; }

    // Whether its head is read and its body is not.
    bool reads_body() const { return head_done_; }

    // What its body may have, once its head is read; 0: it has a length that every body may have.
    std::uint64_t body_bytes_max() const { return body_bytes_max_; }

    // Whether the client waits for "100 Continue" now. True at most once a request.
    bool wants_continue();

    // The request, when it is whole; as much of it as is known, when it is refused. Its id, remote
    // address and path parameters are the caller's business.
    Request& request() { return request_; }
    const Request& request() const { return request_; }
    const Refusal& refusal() const { return *refusal_; }

    // Whether the request has a method that routes can have; one that has not is refused with 405.
    bool knows_method() const { return knows_method_; }

    bool keep_alive() const;
    bool http_1_0() const { return version_ == 10; }

    // Refuses with 408 what has been read so far; `bytes` are those that lie unread.
    void give_up(std::string_view bytes);

    // Forgets the request, to read the next.
    void next();

private:
    class Parser;  // Beast's, which hands over what it finds

    Progress read_head(std::string_view& bytes);
    Progress read_body(std::string_view& bytes);
    bool find_end_of_head(std::string_view bytes);
    Progress check_unfinished_head(std::string_view bytes);
    Progress check_head();
    Progress check_host();
    Progress check_framing();
    Progress check_length();
    Progress refuse_body();
    Progress take_target();
    Progress refuse(int status, std::string message);
    void guess_path(std::string_view head);

    const ReaderLimits& limits_;
    std::unique_ptr<Parser> parser_;
    Request request_;
    std::vector<Header> spare_headers_;  // whose memory the next request uses
    std::optional<Refusal> refusal_;
    std::string target_;
    std::size_t scanned_ = 0;   // bytes of the head known to hold no end of it: whole lines
    std::size_t checked_ = 0;   // bytes of an unfinished head that were looked at
    std::size_t head_end_ = 0;  // of the head, once its end is found
    std::uint64_t body_bytes_max_ = 0;
    int version_ = 11;
    bool started_ = false;
    bool head_done_ = false;
    bool folded_ = false;
    bool knows_method_ = true;
    bool waits_for_continue_ = false;
};

}  // namespace cartulary::http
