#include "outbound/transfer.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string_view>

namespace cartulary::outbound {

namespace {

constexpr std::size_t detail_bytes_max = 200;

void require(CURLcode outcome) {
    if (outcome != CURLE_OK) throw std::runtime_error(curl_easy_strerror(outcome));
}

// Whatever a certificate says, it can be stored and shown.
std::string printable(std::string_view text) {
    std::string clean(text.substr(0, detail_bytes_max));
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return clean;
}

}  // namespace

struct Transfer::Callbacks {
    // The one place where a connection begins: whatever name, spelling or redirect led here, this
    // is the address that will be called.
    static curl_socket_t open_socket(void* transfer, curlsocktype purpose, curl_sockaddr* address) {
        auto& self = *static_cast<Transfer*>(transfer);
        const bool allowed = purpose == CURLSOCKTYPE_IPCXN && self.rule_.allows(address->addr);
        self.last_address_forbidden_ = !allowed;
        if (!allowed) return CURL_SOCKET_BAD;
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }
};

void initialize_once() {
    static const CURLcode outcome = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (outcome != CURLE_OK) throw std::runtime_error("libcurl cannot be used");
}

Transfer::Transfer(const NetworkRule& rule) : rule_(rule) {
    initialize_once();
    handle_ = curl_easy_init();
    if (handle_ == nullptr) throw std::bad_alloc();
}

Transfer::~Transfer() {
    curl_easy_cleanup(handle_);
}

void Transfer::prepare(const std::string& url, std::chrono::milliseconds timeout) {
    last_address_forbidden_ = false;
    error_.assign(CURL_ERROR_SIZE, '\0');
    curl_easy_reset(handle_);
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_DEFAULT_PROTOCOL, "none");  // an address without a scheme is not guessed at
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    require(curl_easy_setopt(handle_, CURLOPT_OPENSOCKETFUNCTION, Callbacks::open_socket));
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_PROXY, "");  // not even the environment's: it would resolve the name
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);  // signals are the server's
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_TIMEOUT_MS, std::max<long>(1, static_cast<long>(timeout.count())));
    // After the timeout nobody waits for a name server that is slower still.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_USERAGENT, "Cartulary/" CARTULARY_VERSION);
    set(CURLOPT_ERRORBUFFER, error_.data());
}

void Transfer::set(int option, long value) {
    require(curl_easy_setopt(handle_, static_cast<CURLoption>(option), value));
}

void Transfer::set(int option, const void* value) {
    require(curl_easy_setopt(handle_, static_cast<CURLoption>(option), value));
}

void Transfer::read_head_with(Reader reader, void* context) {
    require(curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, reader));
    set(CURLOPT_HEADERDATA, context);
}

void Transfer::read_body_with(Reader reader, void* context) {
    require(curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, reader));
    set(CURLOPT_WRITEDATA, context);
}

int Transfer::status() const {
    long code = 0;
    require(curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &code));
    return static_cast<int>(code);
}

bool Transfer::was_forbidden(int code) const {
    return (code == CURLE_COULDNT_CONNECT && last_address_forbidden_) ||
           code == CURLE_URL_MALFORMAT ||
           (code == CURLE_UNSUPPORTED_PROTOCOL && !answer_was_no_http());
}

// libcurl tells it from a URL with another scheme by this text alone.
bool Transfer::answer_was_no_http() const {
    return error_.starts_with("Received HTTP/0.9");
}

std::string Transfer::problem(int code) const {
    switch (static_cast<CURLcode>(code)) {
        case CURLE_UNSUPPORTED_PROTOCOL:
            if (answer_was_no_http()) return "does not answer in HTTP";
            [[fallthrough]];
        case CURLE_URL_MALFORMAT: return "is no http or https URL";
        case CURLE_LOGIN_DENIED: return "has a user or password in it";
        case CURLE_COULDNT_RESOLVE_HOST: return "names a host that is not known";
        case CURLE_COULDNT_CONNECT:
            return last_address_forbidden_ ? "leads to an address that may not be called"
                                           : "does not take connections";
        case CURLE_OPERATION_TIMEDOUT: return "did not answer in time";
        case CURLE_TOO_MANY_REDIRECTS: return "redirects too often";
        case CURLE_FILESIZE_EXCEEDED: return "is too large";
        case CURLE_GOT_NOTHING:
        case CURLE_PARTIAL_FILE:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR: return "ended the connection before its answer was complete";
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
            return "cannot be trusted: " + printable(error_.c_str());
        default: return "cannot be read: " + printable(curl_easy_strerror(CURLcode(code)));
    }
}

}  // namespace cartulary::outbound
