#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

// The log: one line an event, `time level event name=value …` (logfmt), on standard error.
// Values that need it are quoted and escaped, so that no input can forge a line. Nothing secret is
// ever passed here: no key, token, password, query string or body.
namespace cartulary::log {

enum class Level { debug, info, warning, error };

struct Field {
    std::string_view name;
    std::variant<std::string_view, std::int64_t> value;
};

// Lines below `level` are dropped. Info lines are flushed within a second, warnings at once.
void start(Level level);
void flush();

void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

inline void debug(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::debug, event, fields);
}
inline void info(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::info, event, fields);
}
inline void warning(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::error, event, fields);
}

// The line that `write` makes of an event, without time and level.
std::string line(std::string_view event, std::initializer_list<Field> fields);

}  // namespace cartulary::log
