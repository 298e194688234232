#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace cartulary::http {

// What an answer's head says besides what the response says itself.
struct Framing {
    std::string_view date;  // "Tue, 15 Nov 1994 08:12:31 GMT"
    std::string_view request_id;
    bool keep_alive = true;  // the connection stays open after this answer
    bool http_1_0 = false;   // the request's version
};

// Appends the status line and every header, up to the empty line. A header of the response with a
// control character in it is left out, so that no value can forge another.
void append_head(std::string& out, const Response& response, const Framing& framing);

// Appends what stands before a chunk of this many bytes.
void append_chunk_head(std::string& out, std::size_t bytes);

// Whether an answer with this status has a body (RFC 9110, 6.4.1).
bool may_have_body(int status);

}  // namespace cartulary::http
