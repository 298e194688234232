#include "store/stored_json.h"

#include <charconv>

#include "store/statement.h"

namespace cartulary::stored {

namespace {

[[noreturn]] void fail_with(const std::string& what) {
    throw DatabaseError("a stored text is damaged: " + what);
}

unsigned number_in(std::string_view digits) {
    unsigned number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stopped != end) fail_with("a time is none");
    return number;
}

Timestamp time_of(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size()) fail_with("a time is none");
    const auto number = [&](std::size_t at, std::size_t digits) {
        return number_in(text.substr(at, digits));
    };
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(number(0, 4))),
                                           std::chrono::month(number(5, 2)),
                                           std::chrono::day(number(8, 2)));
    if (!date.ok()) fail_with("a time is none");
    return std::chrono::sys_days(date) + std::chrono::hours(number(11, 2)) +
           std::chrono::minutes(number(14, 2)) + std::chrono::seconds(number(17, 2)) +
           std::chrono::milliseconds(number(20, 3));
}

}  // namespace

json::Value parsed(std::string_view text) {
    auto value = json::parse(text);
    if (!value) fail_with(value.error().message);
    return *std::move(value);
}

const json::Value& part_of(const json::Value& object, std::string_view name) {
    const auto* part = object.find(name);
    if (!part) fail_with("it has no " + std::string(name));
    return *part;
}

const json::Array& array_in(const json::Value* value) {
    static const json::Array none;
    return value && value->array() ? *value->array() : none;
}

const std::string& text_in(const json::Value* value) {
    static const std::string none;
    return value && value->string() ? *value->string() : none;
}

bool boolean_in(const json::Value* value) {
    return value && value->boolean() && *value->boolean();
}

std::int64_t integer_in(const json::Value* value) {
    return value && value->integer() ? *value->integer() : 0;
}

std::int32_t number_in(const json::Value* value) {
    return static_cast<std::int32_t>(integer_in(value));
}

std::optional<Uuid> uuid_in(const json::Value* value) {
    if (!value || value->is_null()) return std::nullopt;
    return required_uuid(value);
}

std::optional<Timestamp> time_in(const json::Value* value) {
    if (!value || value->is_null()) return std::nullopt;
    return required_time(value);
}

Uuid required_uuid(const json::Value* value) {
    const auto uuid = Uuid::parse(text_in(value));
    if (!uuid) fail_with("an id is none");
    return *uuid;
}

Timestamp required_time(const json::Value* value) {
    return time_of(text_in(value));
}

void write(json::Writer& writer, std::string_view name, const std::optional<Uuid>& uuid) {
    writer.key(name);
    uuid ? writer.value(uuid->text()) : writer.value(nullptr);
}

void write(json::Writer& writer, std::string_view name, const std::optional<Timestamp>& time) {
    writer.key(name);
    time ? writer.value(iso_8601(*time)) : writer.value(nullptr);
}

}  // namespace cartulary::stored
