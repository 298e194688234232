#include "base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <mutex>

namespace cartulary::log {

namespace {

// spdlog's own stream sinks flush after every line, which costs a system call for each request.
class BufferedErrorSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    ~BufferedErrorSink() override { flush_(); }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        formatter_->format(message, buffer_);
        if (buffer_.size() >= buffer_bytes_max) flush_();
    }
    void flush_() override {
        const char* next = buffer_.data();
        for (auto left = buffer_.size(); left > 0;) {
            const auto written = ::write(STDERR_FILENO, next, left);
            if (written <= 0) break;  // nobody can be told
            next += written;
            left -= static_cast<std::size_t>(written);
        }
        buffer_.clear();
    }

private:
    static constexpr std::size_t buffer_bytes_max = 32 << 10;
    spdlog::memory_buf_t buffer_;
};

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    __builtin_unreachable();
}

bool needs_quotes(std::string_view value) {
    if (value.empty()) return true;
    for (const char c : value) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '=' || c == '\\' || c == 127) {
            return true;
        }
    }
    return false;
}

void append_quoted(std::string& line, std::string_view value) {
    constexpr char digits[] = "0123456789abcdef";
    line += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (byte < ' ' || byte == 127) {
            line.append({'\\', 'x', digits[byte >> 4], digits[byte & 15]});
        } else {
            line += c;
        }
    }
    line += '"';
}

}  // namespace

std::string line(std::string_view event, std::initializer_list<Field> fields) {
    std::string text(event);
    for (const auto& [name, value] : fields) {
        text += ' ';
        text += name;
        text += '=';
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            text += std::to_string(*number);
        } else if (const auto words = std::get<std::string_view>(value); needs_quotes(words)) {
            append_quoted(text, words);
        } else {
            text += words;
        }
    }
    return text;
}

void start(Level level) {
    auto logger = std::make_shared<spdlog::logger>("", std::make_shared<BufferedErrorSink>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    logger->set_level(level_of(level));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    spdlog::flush_every(std::chrono::seconds(1));
}

void flush() {
    spdlog::default_logger_raw()->flush();
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    auto* logger = spdlog::default_logger_raw();
    const auto spdlog_level = level_of(level);
    if (!logger->should_log(spdlog_level)) return;
    logger->log(spdlog_level, line(event, fields));
}

}  // namespace cartulary::log
