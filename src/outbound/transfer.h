#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "outbound/network_rule.h"

namespace cartulary::outbound {

// libcurl, ready for any thread.
void initialize_once();

// A libcurl handle for one exchange after another with hosts that somebody else names.
class Transfer {
public:
    explicit Transfer(const NetworkRule& rule);  // which outlives it
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    // Forgets the exchange before, and says what all have in common: http or https, the rule at
    // every connection, no proxy, no redirects.
    void prepare(const std::string& url, std::chrono::milliseconds timeout);

    // More of what libcurl can be told, by the names of curl/curl.h. What is pointed at lives until
    // the exchange has ended.
    void set(int option, long value);
    void set(int option, const void* value);
    using Reader = std::size_t (*)(char* bytes, std::size_t size, std::size_t count, void* context);
    void read_head_with(Reader reader, void* context);  // line by line
    void read_body_with(Reader reader, void* context);

    void* handle() const { return handle_; }  // a CURL*
    int status() const;                       // of the latest answer's head; 0 before there is one

    // What curl/curl.h says after `code`, a CURLcode, ended the exchange.
    bool was_forbidden(int code) const;   // by the rule, or since it is no http(s) URL
    std::string problem(int code) const;  // goes on after the URL: "did not answer in time"

private:
    struct Callbacks;
    bool answer_was_no_http() const;

    const NetworkRule& rule_;
    void* handle_;
    bool last_address_forbidden_ = false;
    std::string error_;
};

}  // namespace cartulary::outbound
