#include "http/connection.h"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "base/log.h"
#include "http/answer_head.h"
#include "http/client_address.h"
#include "http/event_loop.h"

namespace cartulary::http {

namespace {

using boost::system::error_code;
using std::chrono::milliseconds;

constexpr std::size_t read_bytes = 4 << 10;  // room for this much is made before a read
constexpr std::size_t read_bytes_of_body = 64 << 10;
constexpr std::size_t out_bytes_max = 64 << 10;       // then the client must take some first
constexpr std::size_t in_bytes_kept_max = 16 << 10;   // between requests
constexpr std::size_t out_bytes_kept_max = 64 << 10;  // between answers
constexpr milliseconds discard_pause_max{1'000};      // without any byte from a refused client
constexpr std::uint64_t discard_bytes_max = 64 << 20;

constexpr std::size_t request_id_bytes_max = 128;

bool is_request_id(std::string_view text) {
    return !text.empty() && text.size() <= request_id_bytes_max &&
           std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '.' || c == '_' || c == '-';
           });
}

}  // namespace

Connection::Connection(EventLoop& loop, const Service& service,
                       std::unique_ptr<Transport> transport, std::string peer_address)
    : loop_(loop),
      service_(service),
      transport_(std::move(transport)),
      peer_address_(std::move(peer_address)),
      reader_(service.reader_limits),
      secure_(transport_->secure()) {}

void Connection::start() {
    await(Awaits::handshake, service_.options.limits.request_timeout);
    transport_->begin(shared_from_this());
}

void Connection::start_refused(const Refusal& refusal) {
    this->refuse(refusal);
    advance();
}

void Connection::on_ready(const error_code& error) {
    if (closed_) return;
    if (error || loop_.shutting_down()) return close();
    read_more();
}

void Connection::on_read(const error_code& error, std::size_t bytes) {
    reading_ = false;
    if (closed_) return;
    if (finishing_) {
        if (!finished_) return;  // on_finished goes on
        discarded_bytes_ += bytes;
        if (error || discarded_bytes_ > discard_bytes_max) return close();
        return discard_more();
    }
    if (error) return close();
    in_end_ += bytes;
    advance();
}

void Connection::on_written(const error_code& error, std::size_t bytes) {
    writing_ = false;
    if (closed_) return;
    if (error) return close();
    out_sent_ += bytes;
    advance();
}

void Connection::on_deadline() {
    if (closed_ || running_) return;
    if (!awaits_rest()) return close();
    reader_.give_up({in_.data() + in_begin_, in_end_ - in_begin_});
    refuse(reader_.refusal());
    advance();
}

void Connection::on_shutdown() {
    const bool idle = awaits_ == Awaits::request || awaits_ == Awaits::handshake;
    if (!closed_ && idle) close();
}

// Everything that happens ends here.
void Connection::advance() {
    try {
        go_on();
    } catch (const std::exception& error) {
        log::error("connection failed", {{"error", error.what()}});
        close();
    }
}

// Takes requests as long as there are whole ones and the client takes the answers, and then begins
// whatever must happen next.
void Connection::go_on() {
    while (may_take_request()) {
        if (out_.size() - out_sent_ < out_bytes_max && take_request()) continue;
        if (out_.empty()) return read_more();
        flush();
    }
    flush();
    if (closed_ || writing_ || running_) return;
    if (streaming_) return ask_for_piece();
    if (last_) finish();
}

bool Connection::may_take_request() const {
    return !closed_ && !writing_ && !running_ && !streaming_ && !last_;
}

// False when there is no whole request.
bool Connection::take_request() {
    std::string_view bytes(in_.data() + in_begin_, in_end_ - in_begin_);
    const auto progress = reader_.read(bytes);
    in_begin_ = in_end_ - bytes.size();
    switch (progress) {
        case RequestReader::Progress::needs_more:
            if (reader_.wants_continue()) out_ += "HTTP/1.1 100 Continue\r\n\r\n";
            return false;
        case RequestReader::Progress::refused: refuse(reader_.refusal()); return true;
        case RequestReader::Progress::whole: handle(); return true;
    }
    __builtin_unreachable();
}

void Connection::handle() {
    began_ = std::chrono::steady_clock::now();
    auto& request = reader_.request();
    request.remote_address = client_address();
    request.secure = secure_;
    const auto id = request.header("x-request-id");
    request.id = is_request_id(id) ? std::string(id) : loop_.new_id();
    match_ = service_.router.match(request);
    if (match_.route != nullptr) {
        if (auto limited = over_rate_limit()) return respond(*std::move(limited));
        if (auto* pool = pool_for(match_)) return run_in(*pool);
    }
    respond(service_.router.answer(match_, request));
}

std::string Connection::client_address() const {
    if (peer_address_.empty() || service_.trusted_proxies.empty()) return peer_address_;
    return forwarded_address(peer_address_, reader_.request().header("x-forwarded-for"),
                             service_.trusted_proxies);
}

std::optional<Response> Connection::over_rate_limit() {
    if (service_.rate_limits == nullptr) return std::nullopt;
    const auto& request = reader_.request();
    const auto wait =
        service_.rate_limits->take(request.remote_address, request.header("authorization"));
    if (!wait) return std::nullopt;
    const auto seconds = std::to_string(wait->count());
    auto response = http::refuse(
        *match_.area, {429, "too many requests; try again in " + seconds + " s"}, request);
    response.headers.push_back({"Retry-After", seconds});
    return response;
}

WorkerPool* Connection::pool_for(const Match& match) const {
    const auto& request = reader_.request();
    const auto& route = *match.route;
    switch (route.cost_of ? route.cost_of(request) : route.cost) {
        case Cost::read: return service_.options.reads_wait ? &service_.writers : nullptr;
        case Cost::write:
            if (request.body.size() > large_body_bytes) return &service_.slow_workers;
            return &service_.writers;
        case Cost::slow: return &service_.slow_workers;
    }
    __builtin_unreachable();
}

void Connection::run_in(WorkerPool& pool) {
    running_ = true;
    await(Awaits::nothing, {});
    const bool accepted = pool.try_submit([self = shared_from_this()]() mutable {
        self->response_ = self->service_.router.answer(self->match_, self->reader_.request());
        auto& context = self->loop_.context();
        boost::asio::post(context, [self = std::move(self)] {
            self->running_ = false;
            if (self->closed_) return;
            self->respond(std::move(self->response_));
            self->advance();
        });
    });
    if (accepted) return;
    running_ = false;
    auto response = http::refuse(*match_.area, {503, "too many requests wait already; try again"},
                                 reader_.request());
    response.headers.push_back({"Retry-After", "1"});
    respond(std::move(response));
}

void Connection::respond(Response response) {
    const auto& request = reader_.request();
    if (response.status == 401 && service_.rate_limits != nullptr) {
        service_.rate_limits->note_refused(request.remote_address);
    }
    const bool until_close = response.stream && reader_.http_1_0();
    if (!reader_.keep_alive() || loop_.shutting_down() || until_close) last_ = true;
    append_head(out_, response,
                {.date = loop_.date(),
                 .request_id = request.id,
                 .keep_alive = !last_,
                 .http_1_0 = reader_.http_1_0()});
    status_ = response.status;
    body_bytes_ = 0;
    const bool has_body = request.method != Method::head && may_have_body(response.status);
    if (has_body && response.stream) return begin_stream(std::move(response));
    if (has_body && !response.content_type.empty()) {
        out_ += response.body;
        body_bytes_ = response.body.size();
    }
    end_request();
}

// The answer to what is no whole request. Nothing can be read after it.
void Connection::refuse(const Refusal& refusal) {
    began_ = std::chrono::steady_clock::now();
    auto& request = reader_.request();
    request.remote_address = peer_address_;
    request.secure = secure_;
    const auto id = request.header("x-request-id");
    request.id = is_request_id(id) ? std::string(id) : loop_.new_id();
    match_ = {.area = &service_.router.area_of(request.path), .refusal = refusal};
    if (refusal.status == 405) {
        request.method = Method::options;  // which finds what the path takes
        match_.allow = service_.router.match(request).allow;
    }
    auto response = service_.router.answer(match_, request);
    if (refusal.status == 503) response.headers.push_back({"Retry-After", "1"});
    last_ = true;
    respond(std::move(response));
}

void Connection::end_request() {
    const auto& request = reader_.request();
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - began_);
    service_.metrics.count(*match_.area, reader_.knows_method() ? &request.method : nullptr,
                           status_);
    if (match_.route != nullptr) {
        service_.metrics.observe(match_.route->cost, static_cast<std::uint64_t>(duration.count()));
    }
    if (service_.options.access_log) {
        log::info("request",
                  {{"request_id", request.id},
                   {"method", reader_.knows_method() ? name_of(request.method) : "other"},
                   {"path", request.path},
                   {"status", std::int64_t{status_}},
                   {"bytes", static_cast<std::int64_t>(body_bytes_)},
                   {"microseconds", std::int64_t{duration.count()}},
                   {"remote", request.remote_address}});
    }
    reader_.next();
    awaits_ = Awaits::nothing;
}

bool Connection::awaits_rest() const {
    return awaits_ == Awaits::rest_of_request || awaits_ == Awaits::rest_of_large_request;
}

void Connection::read_more() {
    const auto& limits = service_.options.limits;
    if (!reader_.started() && loop_.shutting_down()) return finish();
    if (!reader_.started()) {
        await(Awaits::request, limits.idle_timeout);
    } else if (!awaits_rest()) {
        await(Awaits::rest_of_request, limits.request_timeout);
    }
    if (awaits_ == Awaits::rest_of_request && reader_.body_bytes_max() > limits.body_bytes_max) {
        const auto times =
            reader_.body_bytes_max() / std::max<std::size_t>(limits.body_bytes_max, 1);
        await(Awaits::rest_of_large_request, limits.request_timeout * (times + 1));
    }
    if (reading_) return;
    if (in_begin_ == in_end_) {
        in_begin_ = in_end_ = 0;
        if (!reader_.started() && in_.size() > in_bytes_kept_max) in_ = {};
    }
    if (in_.size() - in_end_ < read_bytes / 2) {
        std::copy(in_.begin() + static_cast<std::ptrdiff_t>(in_begin_),
                  in_.begin() + static_cast<std::ptrdiff_t>(in_end_), in_.begin());
        in_end_ -= in_begin_;
        in_begin_ = 0;
    }
    const auto wanted = reader_.reads_body() ? read_bytes_of_body : read_bytes;
    if (in_.size() - in_end_ < wanted) in_.resize(in_end_ + wanted);
    reading_ = true;
    transport_->read({in_.data() + in_end_, in_.size() - in_end_}, shared_from_this());
}

void Connection::flush() {
    if (closed_ || writing_ || out_.empty()) return;
    if (out_sent_ < out_.size()) {
        out_sent_ += transport_->write_now(std::string_view(out_).substr(out_sent_));
    }
    if (out_sent_ == out_.size()) {
        out_sent_ = 0;
        out_.clear();
        if (out_.capacity() > out_bytes_kept_max) out_ = {};
        return;
    }
    writing_ = true;
    await(Awaits::taking_of_answer, service_.options.limits.answer_timeout);
    transport_->write(std::string_view(out_).substr(out_sent_), shared_from_this());
}

// Closing at once would make the client's kernel throw the answer away if anything of the request
// lies unread: so first we say that nothing will follow, and read until the client has understood.
void Connection::finish() {
    if (std::exchange(finishing_, true)) return;
    in_begin_ = in_end_ = 0;
    discard_deadline_ = loop_.tick_after(service_.options.limits.request_timeout);
    await(Awaits::end, discard_pause_max);
    transport_->finish(shared_from_this());
}

void Connection::on_finished() {
    finished_ = true;
    if (!closed_) discard_more();
}

void Connection::discard_more() {
    await(Awaits::end, discard_pause_max);
    deadline_ = std::min(deadline_, discard_deadline_);
    if (std::exchange(reading_, true)) return;
    if (in_.size() < read_bytes) in_.resize(read_bytes);
    transport_->discard(in_, shared_from_this());
}

void Connection::close() {
    if (std::exchange(closed_, true)) return;
    deadline_ = no_deadline;
    if (streaming_ && !running_) end_stream();
    transport_->close();
    loop_.forget(*this);
}

void Connection::await(Awaits what, milliseconds time) {
    awaits_ = what;
    deadline_ = what == Awaits::nothing ? no_deadline : loop_.tick_after(time);
}

}  // namespace cartulary::http
