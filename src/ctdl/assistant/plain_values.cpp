#include <charconv>
#include <cmath>

#include "base/text.h"
#include "ctdl/assistant/dates.h"
#include "ctdl/assistant/durations.h"
#include "ctdl/assistant/mapper.h"

namespace cartulary::ctdl::assistant {

namespace {

// A number that stands in a text; else the value itself, whose problem the reader of documents
// tells.
json::Value number(const json::Value& value) {
    const auto* text = value.string();
    if (!text) return value;
    const auto written = text::trimmed(*text);
    const auto* end = written.data() + written.size();
    std::int64_t integer = 0;
    if (const auto [stop, error] = std::from_chars(written.data(), end, integer);
        error == std::errc() && stop == end) {
        return json::Value(integer);
    }
    double real = 0;
    if (const auto [stop, error] = std::from_chars(written.data(), end, real);
        error == std::errc() && stop == end && std::isfinite(real)) {
        return json::Value(real);
    }
    return value;
}

// 5.0 as 5.
json::Value integer(const json::Value& value) {
    auto read = number(value);
    const auto* real = read.real();
    if (!real || std::floor(*real) != *real || std::abs(*real) > 9e15) return read;
    return json::Value(static_cast<std::int64_t>(*real));
}

json::Value boolean(const json::Value& value) {
    const auto* text = value.string();
    if (!text) return value;
    if (text::equal_ignoring_ascii_case(*text, "true")) return json::Value(true);
    if (text::equal_ignoring_ascii_case(*text, "false")) return json::Value(false);
    return value;
}

json::Value text(const json::Value& value) {
    const bool is_number = value.integer() || value.real();
    return is_number ? json::Value(json::text_of(value)) : value;
}

}  // namespace

json::Value Mapper::date(const json::Value& value) {
    const auto* written = value.string();
    if (!written) return value;
    const auto trimmed = text::trimmed(*written);
    const auto iso = iso_date_of(trimmed);
    if (!iso) return text_value(trimmed);
    problems_.warn(path_, "was read as the day " + *iso + "; please send it so");
    return text_value(*iso);
}

json::Value Mapper::duration(const json::Value& value) {
    const auto* item = value.object();
    if (!item) return value;
    auto read = duration_of(*item);
    if (!read) problems_.error(path_, read.error());
    return read && !read->empty() ? json::Value(*std::move(read)) : json::Value();
}

void Mapper::put_plain(Node& node, const Plan& plan, const json::Value& value) {
    switch (plan.property->datatype) {
        case Datatype::date:
        case Datatype::date_time: return put(node, plan, date(value));
        case Datatype::duration:
            if (auto read = duration(value); !read.is_null()) put(node, plan, std::move(read));
            return;
        case Datatype::boolean: return put(node, plan, boolean(value));
        case Datatype::integer: return put(node, plan, integer(value));
        case Datatype::decimal: return put(node, plan, number(value));
        case Datatype::text: return put(node, plan, text(value));
        case Datatype::language:
        case Datatype::language_map:
        case Datatype::reference:
        case Datatype::untyped: return put(node, plan, value);
    }
}

}  // namespace cartulary::ctdl::assistant
