// How a connection sends an answer that comes in pieces.
#include <boost/asio/post.hpp>

#include "base/log.h"
#include "http/answer_head.h"
#include "http/connection.h"
#include "http/event_loop.h"

namespace cartulary::http {

void Connection::begin_stream(Response response) {
    response_ = std::move(response);
    streaming_ = true;
}

// Only when everything before has been written.
void Connection::ask_for_piece() {
    running_ = true;
    await(Awaits::nothing, {});
    auto work = [self = shared_from_this()]() mutable {
        try {
            self->piece_ = self->response_.stream();
        } catch (const std::exception& error) {
            self->break_stream(error.what());
        } catch (...) {
            self->break_stream("no exception");
        }
        auto& context = self->loop_.context();
        boost::asio::post(context, [self = std::move(self)] {
            self->running_ = false;
            self->take_piece();
        });
    };
    if (auto* pool = pool_for(match_)) {
        pool->submit(std::move(work));
    } else {
        boost::asio::post(loop_.context(), std::move(work));  // other connections have their turn
    }
}

// The client must not take what it has for the whole.
void Connection::break_stream(std::string_view why) {
    log::error("stream failed", {{"request_id", reader_.request().id}, {"error", why}});
    piece_.reset();
    broken_ = true;
}

void Connection::take_piece() {
    if (closed_) return end_stream();
    const bool chunked = !reader_.http_1_0();
    if (!piece_) {
        if (broken_) return close();
        if (chunked) out_ += "0\r\n\r\n";
        end_stream();
    } else if (!piece_->empty()) {
        body_bytes_ += piece_->size();
        if (chunked) append_chunk_head(out_, piece_->size());
        out_ += *piece_;
        if (chunked) out_ += "\r\n";
    }
    advance();
}

void Connection::end_stream() {
    streaming_ = false;
    response_ = {};
    piece_.reset();
    end_request();
}

}  // namespace cartulary::http
