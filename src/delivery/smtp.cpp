#include "delivery/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace cartulary::delivery {

namespace {

constexpr std::size_t reason_bytes_max = 500;

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};
using Url = std::unique_ptr<CURLU, Freed<curl_url_cleanup>>;
using Easy = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Strings = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;
using Text = std::unique_ptr<char, Freed<curl_free>>;

void initialize_once() {
    static const CURLcode outcome = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (outcome != CURLE_OK) throw std::runtime_error("libcurl cannot be used");
}

std::string part_of(const Url& url, CURLUPart part) {
    char* text = nullptr;
    const bool known = curl_url_get(url.get(), part, &text, CURLU_URLDECODE) == CURLUE_OK;
    return known ? std::string(Text(text).get()) : std::string();
}

Url parsed(const std::string& text) {
    Url url(curl_url());
    // Its text stays out of the message: there may be a password in it.
    const std::invalid_argument refusal("the mail server's URL must begin smtp:// or smtps://");
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) throw refusal;
    const auto scheme = part_of(url, CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps") throw refusal;
    return url;
}

template <class Value>
void set(const Easy& easy, CURLoption option, Value value) {
    const auto outcome = curl_easy_setopt(easy.get(), option, value);
    if (outcome != CURLE_OK) throw std::runtime_error(curl_easy_strerror(outcome));
}

// What the server could take for more than an address.
bool is_fit_for_envelope(std::string_view address) {
    return !address.empty() && std::none_of(address.begin(), address.end(), [](char c) {
        return (static_cast<unsigned char>(c) <= ' ') || c == '<' || c == '>' || c == 0x7F;
    });
}

// Whatever a server says, it can be stored and shown.
std::string printable(std::string_view text) {
    std::string clean(text.substr(0, reason_bytes_max));
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return clean;
}

// One mail on its way.
struct Exchange {
    std::string_view message;
    std::size_t handed_out = 0;
    std::string reply;        // the server's latest, its lines joined
    bool reply_open = false;  // more lines of it follow
    bool taken = false;       // the server's last word was a yes

    bool body_is_out() const { return handed_out == message.size(); }

    // The code of the latest reply, 0 when there was none.
    int status() const {
        int code = 0;
        std::from_chars(reply.data(), reply.data() + reply.size(), code);
        return code;
    }

    void add_line(std::string_view line) {
        // libcurl says goodbye after a failure; the answer is no news.
        if (line.starts_with("221")) return;
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
        if (!reply_open) reply.clear();
        if (reply.size() < reason_bytes_max) {
            reply.append(reply.empty() ? "" : " ").append(line);
        }
        reply_open = line.size() > 3 && line[3] == '-';
        // After the body the server says nothing but what became of it.
        if (body_is_out() && line.starts_with('2')) taken = true;
    }
};

std::size_t read_message(char* buffer, std::size_t size, std::size_t count, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    const auto part = exchange.message.substr(exchange.handed_out, size * count);
    std::memcpy(buffer, part.data(), part.size());
    exchange.handed_out += part.size();
    return part.size();
}

std::size_t read_reply(char* line, std::size_t size, std::size_t count, void* context) {
    static_cast<Exchange*>(context)->add_line({line, size * count});
    return size * count;
}

// Failures that say nothing about the mail, only about the server or our settings for it.
bool failed_before_the_mail(CURLcode code, const Exchange& exchange, std::string_view error) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_LOGIN_DENIED:
        case CURLE_AUTH_ERROR:
        case CURLE_REMOTE_ACCESS_DENIED:  // an answer to EHLO
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE: return true;
        case CURLE_WEIRD_SERVER_REPLY: return !exchange.body_is_out();  // the greeting
        default: break;
    }
    // The sender is the same for every mail; libcurl tells the commands apart by this text alone.
    return exchange.reply.empty() || error.starts_with("MAIL failed");
}

SmtpOutcome outcome_of(CURLcode code, const Exchange& exchange, std::string_view error) {
    using Kind = SmtpOutcome::Kind;
    if (code == CURLE_OK || exchange.taken) return {Kind::accepted, {}};
    if (code == CURLE_LOGIN_DENIED) {
        // Without the server's words, which may repeat what it was told.
        return {Kind::delayed, "the mail server refused the user and password", true};
    }
    const bool said_no = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
    const int status = exchange.status();
    std::string reason = printable(said_no && status >= 400 ? exchange.reply : error);
    if (reason.empty()) reason = curl_easy_strerror(code);
    const bool server_failed = failed_before_the_mail(code, exchange, error);
    const bool is_final = said_no && status >= 500 && status <= 599 && !server_failed;
    return {is_final ? Kind::refused : Kind::delayed, std::move(reason), server_failed};
}

}  // namespace

struct SmtpConnection::Session {
    Exchange exchange;
    Url url;
    Easy easy{curl_easy_init()};  // the first to go: it knows the two above

    bool served = false;  // took a mail

    SmtpOutcome send(const std::string& from, const std::string& to, std::string_view message);

    // The server ended a conversation that it had kept open, without a word about this mail.
    bool went_stale() const {
        return served && exchange.handed_out == 0 &&
               (exchange.reply.empty() || exchange.status() == 421);
    }
};

namespace {

void configure(const Easy& easy, const Url& url, const SmtpOptions& options) {
    set(easy, CURLOPT_CURLU, url.get());
    set(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(easy, CURLOPT_NOPROXY, "*");
    set(easy, CURLOPT_NOSIGNAL, 1L);  // signals are the server's
    set(easy, CURLOPT_UPLOAD, 1L);
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
    set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_timeout.count()));
    // How long it waits for an answer to QUIT, too.
    set(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT,
        static_cast<long>(std::chrono::ceil<std::chrono::seconds>(options.total_timeout).count()));
    const bool must_encrypt = options.tls_required || !options.user.empty();
    set(easy, CURLOPT_USE_SSL, static_cast<long>(must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!options.ca_file.empty()) set(easy, CURLOPT_CAINFO, options.ca_file.c_str());
    if (!options.user.empty()) {
        set(easy, CURLOPT_USERNAME, options.user.c_str());
        set(easy, CURLOPT_PASSWORD, options.password.c_str());
    }
    set(easy, CURLOPT_READFUNCTION, read_message);
    set(easy, CURLOPT_HEADERFUNCTION, read_reply);
}

}  // namespace

SmtpConnection::SmtpConnection(SmtpOptions options) : options_(std::move(options)) {
    initialize_once();
    const auto url = parsed(options_.url);
    if (options_.user.empty()) options_.user = part_of(url, CURLUPART_USER);
    if (options_.password.empty()) options_.password = part_of(url, CURLUPART_PASSWORD);
}

SmtpConnection::~SmtpConnection() = default;

void SmtpConnection::close() {
    session_.reset();
}

SmtpOutcome SmtpConnection::Session::send(const std::string& from, const std::string& to,
                                          std::string_view message) {
    exchange = {};
    exchange.message = message;
    std::array<char, CURL_ERROR_SIZE> error{};
    const Strings recipients(curl_slist_append(nullptr, ("<" + to + ">").c_str()));
    set(easy, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
    set(easy, CURLOPT_MAIL_RCPT, recipients.get());
    set(easy, CURLOPT_READDATA, &exchange);
    set(easy, CURLOPT_HEADERDATA, &exchange);
    set(easy, CURLOPT_ERRORBUFFER, error.data());
    const auto code = curl_easy_perform(easy.get());
    set(easy, CURLOPT_ERRORBUFFER, nullptr);
    set(easy, CURLOPT_MAIL_RCPT, nullptr);

    auto outcome = outcome_of(code, exchange, error.data());
    served |= outcome.kind == SmtpOutcome::Kind::accepted;
    return outcome;
}

SmtpOutcome SmtpConnection::send(const std::string& from, const std::string& to,
                                 std::string_view message) {
    if (!is_fit_for_envelope(from) || !is_fit_for_envelope(to)) {
        return {SmtpOutcome::Kind::refused, "the address cannot be sent to"};
    }
    if (!session_) connect();
    auto outcome = session_->send(from, to, message);
    if (outcome.kind == SmtpOutcome::Kind::delayed && session_->went_stale()) {
        connect();
        outcome = session_->send(from, to, message);
    }
    return outcome;
}

void SmtpConnection::connect() {
    session_ = std::make_unique<Session>();
    auto& url = session_->url;
    url = parsed(options_.url);
    curl_url_set(url.get(), CURLUPART_USER, nullptr, 0);
    curl_url_set(url.get(), CURLUPART_PASSWORD, nullptr, 0);
    if (!options_.hello_name.empty()) {  // libcurl takes it from there
        curl_url_set(url.get(), CURLUPART_PATH, ("/" + options_.hello_name).c_str(), 0);
    }
    configure(session_->easy, url, options_);
}

}  // namespace cartulary::delivery
