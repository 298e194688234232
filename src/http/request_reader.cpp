#include "http/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/text.h"
#include "http/form.h"

namespace cartulary::http {

namespace {

namespace beast = boost::beast::http;
using boost::system::error_code;
using Text = boost::beast::string_view;

constexpr std::size_t body_bytes_reserved_max = 1 << 20;  // before any byte of the body came
constexpr std::size_t request_line_bytes_besides_target = 64;

// The shortest end of a chunked body, "0\r\n\r\n".
constexpr std::size_t chunked_end_bytes = 5;

std::string_view view(Text text) {
    return {text.data(), text.size()};
}

std::optional<Method> method_of(std::string_view name) {
    for (const auto method : {Method::get, Method::post, Method::head, Method::put, Method::patch,
                              Method::del, Method::options}) {
        if (name_of(method) == name) return method;
    }
    return std::nullopt;
}

void append_lower(std::string& text, std::string_view more) {
    for (const char c : more) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' || byte == 127;
}

bool may_stand_in_host(char c) {
    return !is_control(c) &&
           std::string_view(" \"#,/<>?@\\^`{|}").find(c) == std::string_view::npos;
}

bool is_clean_text(std::string_view text) {
    return text::is_utf8(text) && !text::has_control_character(text);
}

bool is_plain_ascii(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c != '%' && static_cast<unsigned char>(c) < 128; });
}

}  // namespace

// Recreated for each request, since Beast's parser reads one only.
class RequestReader::Parser {
public:
    class OfOne final : public beast::basic_parser<true> {
    public:
        explicit OfOne(RequestReader& reader) : reader_(reader) {
            eager(true);
            header_limit(std::numeric_limits<std::uint32_t>::max());  // the reader has its own
            body_limit(boost::none);                                  // until the route is known
        }

        error_code feed(std::string_view& bytes) {
            error_code error;
            bytes.remove_prefix(put(boost::asio::const_buffer(bytes.data(), bytes.size()), error));
            return error;
        }

    private:
        void on_request_impl(beast::verb, Text method, Text target, int version,
                             error_code& error) override {
            const auto known = method_of(view(method));
            reader_.knows_method_ = known.has_value();
            reader_.request_.method = known.value_or(Method::get);
            reader_.target_ = view(target);
            reader_.version_ = version;
            const auto max = reader_.limits_.target_bytes_max;
            if (target.size() > max) {
                reader_.refuse(
                    414, "the request target is longer than " + std::to_string(max) + " bytes");
                error = beast::error::bad_target;
            }
        }

        void on_field_impl(beast::field, Text name, Text value, error_code& error) override {
            if (is_header_done()) return;  // a trailer, which nobody asked for
            if (++fields_ > reader_.limits_.header_count_max) {
                reader_.refuse(431, "the request has more than " +
                                        std::to_string(reader_.limits_.header_count_max) +
                                        " headers");
                error = beast::error::header_limit;
                return;
            }
            add(view(name), view(value), error);
        }

        // Several of one name become one, as RFC 9110 (5.3) lets us, except where that would hide
        // what two servers in a row may take for two different requests.
        void add(std::string_view name, std::string_view value, error_code& error) {
            auto& headers = reader_.request_.headers;
            auto& spare = reader_.spare_headers_;
            if (spare.empty()) {
                headers.emplace_back();
            } else {
                headers.push_back(std::move(spare.back()));
                spare.pop_back();
            }
            auto& added = headers.back();
            added.name.clear();
            append_lower(added.name, name);
            const auto same = std::ranges::find(headers, added.name, &Header::name);
            if (&*same == &added) {
                added.value = value;
                return;
            }
            if (same->name == "host" || same->name == "content-length") {
                reader_.refuse(400, "the request has two headers " + same->name);
                error = beast::error::bad_value;
                return;
            }
            same->value += same->name == "cookie" ? "; " : ", ";
            same->value += value;
            headers.pop_back();
        }

        void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
            if (!length) return;
            reader_.request_.body.reserve(std::min<std::size_t>(*length, body_bytes_reserved_max));
        }
        std::size_t on_body_impl(Text piece, error_code&) override {
            reader_.request_.body.append(piece.data(), piece.size());
            return piece.size();
        }
        std::size_t on_chunk_body_impl(std::uint64_t, Text piece, error_code&) override {
            reader_.request_.body.append(piece.data(), piece.size());
            return piece.size();
        }
        void on_response_impl(int, Text, int, error_code&) override {}
        void on_header_impl(error_code&) override {}
        void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}
        void on_finish_impl(error_code&) override {}

        RequestReader& reader_;
        std::size_t fields_ = 0;
    };

    std::optional<OfOne> one;
};

RequestReader::RequestReader(const ReaderLimits& limits)
    : limits_(limits), parser_(std::make_unique<Parser>()) {}

RequestReader::~RequestReader() = default;

RequestReader::Progress RequestReader::read(std::string_view& bytes) {
    if (!started_) {
        // RFC 9112 (2.2): empty lines before a request are forgiven.
        while (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
        if (bytes.empty() || bytes == "\r") return Progress::needs_more;
        started_ = true;
    }
    const auto head = bytes;
    auto progress = head_done_ ? Progress::needs_more : read_head(bytes);
    if (head_done_ && progress == Progress::needs_more) progress = read_body(bytes);
    if (progress == Progress::refused && request_.path.empty()) guess_path(head);
    return progress;
}

RequestReader::Progress RequestReader::read_head(std::string_view& bytes) {
    const bool found = find_end_of_head(bytes);
    const auto length = found ? head_end_ : bytes.size();
    if (length > limits_.header_bytes_max || (!found && length == limits_.header_bytes_max)) {
        if (scanned_ == 0) return refuse(414, "the request line is too long");
        return refuse(431, "the head of the request is longer than " +
                               std::to_string(limits_.header_bytes_max) + " bytes");
    }
    if (!found) return check_unfinished_head(bytes);
    if (folded_) return refuse(400, "a header goes on in the next line, which HTTP no longer has");

    auto head = bytes.substr(0, head_end_);
    request_.headers.clear();  // a look at the unfinished head may have found some already
    auto& parser = parser_->one.emplace(*this);
    const auto error = parser.feed(head);
    if (refusal_) return Progress::refused;
    if (error || !head.empty() || !parser.is_header_done()) {
        return refuse(400, "the request is not HTTP: " +
                               (error ? error.message() : std::string("its head has no end")));
    }
    bytes.remove_prefix(head_end_);
    head_done_ = true;
    return check_head();
}

// Goes on where it stopped. Beast sees to it that every line ends with CR and LF.
bool RequestReader::find_end_of_head(std::string_view bytes) {
    for (;;) {
        const auto end = bytes.find('\n', scanned_);
        if (end == std::string_view::npos) return false;
        const auto line = bytes.substr(scanned_, end - scanned_);
        if (line.empty() || line == "\r") {
            head_end_ = end + 1;
            return true;
        }
        if (scanned_ > 0 && (line.front() == ' ' || line.front() == '\t')) folded_ = true;
        scanned_ = end + 1;
    }
}

// So that what is no HTTP at all, or can become no request, is told so at once.
RequestReader::Progress RequestReader::check_unfinished_head(std::string_view bytes) {
    const bool line_is_new = checked_ <= bytes.find('\n');
    for (const char c : bytes.substr(std::min(checked_, bytes.size()))) {
        if (is_control(c) && c != '\r' && c != '\n' && c != '\t') {
            return refuse(400, "the head of the request holds a control character");
        }
    }
    checked_ = bytes.size();
    if (!line_is_new) return Progress::needs_more;
    if (scanned_ == 0) {
        const auto max = limits_.target_bytes_max;
        if (bytes.size() <= max + request_line_bytes_besides_target) return Progress::needs_more;
        return refuse(414, "the request target is longer than " + std::to_string(max) + " bytes");
    }
    auto line = bytes.substr(0, scanned_);
    const auto error = parser_->one.emplace(*this).feed(line);
    if (refusal_) return Progress::refused;
    if (error == beast::error::need_more) return Progress::needs_more;
    return refuse(400, "the request is not HTTP: " + error.message());
}

RequestReader::Progress RequestReader::check_head() {
    for (const auto check : {&RequestReader::take_target, &RequestReader::check_host,
                             &RequestReader::check_framing, &RequestReader::check_length}) {
        if ((this->*check)() == Progress::refused) return Progress::refused;
    }
    if (!knows_method_) return refuse(405, "the method is not known here");
    if (parser_->one->is_done()) return Progress::whole;
    waits_for_continue_ = version_ >= 11 && text::equal_ignoring_ascii_case(
                                                request_.header("expect"), "100-continue");
    return Progress::needs_more;
}

RequestReader::Progress RequestReader::take_target() {
    const std::string_view target = target_;
    if (!target.starts_with('/')) return refuse(400, "the request target must begin with '/'");
    const auto path = target.substr(0, target.find('?'));
    request_.query = target.substr(std::min(path.size() + 1, target.size()));
    if (is_plain_ascii(path)) {
        request_.path = path;
    } else {
        auto decoded = percent_decode(path);
        if (!decoded) return refuse(400, "a '%' in the path is not followed by two digits");
        if (!is_clean_text(*decoded)) {
            return refuse(400, "the path is not UTF-8 or holds a control character");
        }
        request_.path = *std::move(decoded);
        request_.raw_path = path;
    }
    if (is_plain_ascii(request_.query)) return Progress::needs_more;
    for (const auto& [name, value] : form_decode(request_.query)) {
        for (const auto& text : {name, value}) {
            if (!text::is_utf8(text) || text.find('\0') != std::string::npos) {
                return refuse(400, "the query is not UTF-8 or holds a NUL character");
            }
        }
    }
    return Progress::needs_more;
}

RequestReader::Progress RequestReader::check_host() {
    const auto found = std::ranges::find(request_.headers, "host", &Header::name);
    if (found == request_.headers.end()) {
        if (version_ == 10) return Progress::needs_more;
        return refuse(400, "the request has no Host header");
    }
    if (!std::ranges::all_of(found->value, may_stand_in_host)) {
        return refuse(400, "the Host header names no host");
    }
    return Progress::needs_more;
}

// Beast has refused two lengths, and a length beside a transfer coding.
RequestReader::Progress RequestReader::check_framing() {
    const auto coding = std::ranges::find(request_.headers, "transfer-encoding", &Header::name);
    if (coding == request_.headers.end()) return Progress::needs_more;
    if (version_ == 10) return refuse(400, "HTTP/1.0 has no Transfer-Encoding");
    if (!text::equal_ignoring_ascii_case(coding->value, "chunked") || !parser_->one->chunked()) {
        return refuse(400, "the only Transfer-Encoding here is chunked");
    }
    return Progress::needs_more;
}

// Only of what may be longer than any body is asked which route it is for.
RequestReader::Progress RequestReader::check_length() {
    if (!limits_.body_bytes_max) return Progress::needs_more;
    auto& parser = *parser_->one;
    const auto length = parser.content_length();
    const bool may_be_longer = parser.chunked() || (length && *length > *limits_.body_bytes_max);
    if (!may_be_longer) return Progress::needs_more;
    body_bytes_max_ = *limits_.body_bytes_max;
    if (limits_.router != nullptr) {
        body_bytes_max_ =
            std::max<std::uint64_t>(body_bytes_max_, limits_.router->body_bytes_max(request_));
    }
    if (length && *length > body_bytes_max_) return refuse_body();
    parser.body_limit(body_bytes_max_);
    return Progress::needs_more;
}

RequestReader::Progress RequestReader::refuse_body() {
    return refuse(413, "the body is longer than " + std::to_string(body_bytes_max_) + " bytes");
}

RequestReader::Progress RequestReader::read_body(std::string_view& bytes) {
    auto& parser = *parser_->one;
    // Beast 1.81 asserts that the end of a chunked body does not come byte by byte. Since no body
    // ends with less than this many bytes unread, holding them back costs nothing.
    const std::size_t needed = parser.chunked() ? chunked_end_bytes : 1;
    while (!parser.is_done() && bytes.size() >= needed) {
        const auto before = bytes.size();
        const auto error = parser.feed(bytes);
        if (error == beast::error::body_limit) return refuse_body();
        if (error && error != beast::error::need_more) {
            return refuse(400, "the body is not what its head says: " + error.message());
        }
        if (error || bytes.size() == before) break;
    }
    if (parser.is_done()) return Progress::whole;
    if (bytes.size() > limits_.header_bytes_max) {
        return refuse(431, "a chunk's head or the trailers are longer than " +
                               std::to_string(limits_.header_bytes_max) + " bytes");
    }
    if (!bytes.empty() || !request_.body.empty()) waits_for_continue_ = false;
    return Progress::needs_more;
}

bool RequestReader::wants_continue() {
    return std::exchange(waits_for_continue_, false);
}

bool RequestReader::keep_alive() const {
    return head_done_ && !refusal_ && parser_->one->keep_alive();
}

void RequestReader::give_up(std::string_view bytes) {
    if (request_.path.empty()) guess_path(bytes);
    refuse(408, "the request did not come whole in time");
}

RequestReader::Progress RequestReader::refuse(int status, std::string message) {
    refusal_ = {status, std::move(message)};
    return Progress::refused;
}

// The path of a request whose head was not understood, so that the right area refuses it.
void RequestReader::guess_path(std::string_view head) {
    const auto line = head.substr(0, head.find_first_of("\r\n"));
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return;
    const auto target = line.substr(space + 1);
    const auto path = target.substr(0, target.find_first_of(" ?%"));
    if (path.starts_with('/') && is_plain_ascii(path) && std::ranges::none_of(path, is_control)) {
        request_.path = path;
    }
}

void RequestReader::next() {
    for (auto& header : request_.headers) spare_headers_.push_back(std::move(header));
    request_.headers.clear();
    request_.method = Method::get;
    request_.path.clear();
    request_.raw_path.clear();
    request_.query.clear();
    if (request_.body.capacity() > body_bytes_reserved_max) {
        request_.body = {};
    } else {
        request_.body.clear();
    }
    request_.path_parameters.clear();
    parser_->one.reset();
    refusal_.reset();
    scanned_ = checked_ = head_end_ = 0;
    body_bytes_max_ = 0;
    version_ = 11;
    started_ = head_done_ = folded_ = waits_for_continue_ = false;
    knows_method_ = true;
}

}  // namespace cartulary::http
