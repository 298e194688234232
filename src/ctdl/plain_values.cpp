#include "ctdl/plain_values.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ctdl/language_maps.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl {

namespace {

using Read = std::optional<json::Value>;

Read nothing(const char* wanted, const Way& way, ProblemCollector& problems) {
    problems.fault(way, wanted);
    return std::nullopt;
}

// A number that was written as a text.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
    text = text::trimmed(text);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Read read_decimal(const json::Value& value, const Way& way, ProblemCollector& problems) {
    if (value.integer() || value.real()) return value;
    problems.fault(way, "must be a number");
    const auto number = value.string() ? number_in<double>(*value.string()) : std::nullopt;
    if (!number || !std::isfinite(*number)) return std::nullopt;
    return json::Value(*number);
}

Read read_integer(const json::Value& value, const Way& way, ProblemCollector& problems) {
    constexpr double exact_max = 9007199254740992;  // 2^53
    if (value.integer()) return value;
    if (const auto* real = value.real()) {
        if (*real == std::floor(*real) && std::abs(*real) <= exact_max) {
            return json::Value(static_cast<std::int64_t>(*real));
        }
    }
    problems.fault(way, "must be a whole number");
    const auto number = value.string() ? number_in<std::int64_t>(*value.string()) : std::nullopt;
    if (!number) return std::nullopt;
    return json::Value(*number);
}

Read read_boolean(const json::Value& value, const Way& way, ProblemCollector& problems) {
    if (value.boolean()) return value;
    problems.fault(way, "must be true or false");
    if (!value.string()) return std::nullopt;
    const auto word = text::lower_ascii(text::trimmed(*value.string()));
    if (word != "true" && word != "false") return std::nullopt;
    return json::Value(word == "true");
}

Read read_words(const json::Value& value, const Way& way, ProblemCollector& problems) {
    const auto* stated = value.string();
    if (!stated) problems.fault(way, "must be a text");
    if (value.integer() || value.real()) return json::Value(json::text_of(value));
    const auto text = stated ? *stated : any_text_of(value).value_or("");
    if (!stated && text.empty()) return std::nullopt;
    auto read = read_text(text, way, problems);
    return read ? Read(json::Value(*std::move(read))) : std::nullopt;
}

Read read_date(const std::string& text, const Way& way, ProblemCollector& problems) {
    if (is_date(text)) return json::Value(text);
    problems.fault(way, "must be a date, for example 2024-02-29");
    const auto day = text.substr(0, text.find('T'));
    if (!is_date(day)) return std::nullopt;
    return json::Value(day);
}

Read read_language(const std::string& text, const Way& way, ProblemCollector& problems) {
    if (is_language_tag(text)) return json::Value(text);
    problems.fault(way, "must be a language tag, for example en-US");
    auto mended = mended_language_tag(text);
    if (!is_language_tag(mended)) return std::nullopt;
    return json::Value(std::move(mended));
}

Read read_form(Datatype datatype, const json::Value& value, const Way& way,
               ProblemCollector& problems) {
    const auto* text = value.string();
    if (!text) return nothing("must be a text", way, problems);
    if (text::is_blank(*text)) {
        read_text(*text, way, problems);
        return std::nullopt;
    }
    if (datatype == Datatype::date) return read_date(*text, way, problems);
    if (datatype == Datatype::language) return read_language(*text, way, problems);
    if (datatype == Datatype::duration) {
        if (is_duration(*text)) return value;
        return nothing("must be a duration of ISO 8601, for example P1Y6M", way, problems);
    }
    if (is_date_time(*text) || is_date(*text)) return value;
    return nothing("must be a moment, for example 2024-02-29T12:00:00Z", way, problems);
}

Read read_one(const Property& property, const json::Value& value, const Way& way,
              ProblemCollector& problems) {
    if (value.is_null()) return std::nullopt;
    if (const auto* inner = value.find("@value")) {
        if (!inner->object()) return read_one(property, *inner, way, problems);
    }
    if (value.array()) return nothing("must not be a list within a list", way, problems);
    switch (property.datatype) {
        case Datatype::text: return read_words(value, way, problems);
        case Datatype::boolean: return read_boolean(value, way, problems);
        case Datatype::integer: return read_integer(value, way, problems);
        case Datatype::decimal: return read_decimal(value, way, problems);
        case Datatype::date:
        case Datatype::date_time:
        case Datatype::duration:
        case Datatype::language: return read_form(property.datatype, value, way, problems);
        case Datatype::untyped:
            if (value.boolean() || value.integer() || value.real()) return value;
            return read_words(value, way, problems);
        case Datatype::reference:
        case Datatype::language_map: break;  // read elsewhere
    }
    return std::nullopt;
}

// As the context understands it.
Read with_its_type(const Property& property, Read read) {
    if (!read || property.value_type.empty()) return read;
    return json::Value(json::Object{{"@type", json::Value(std::string(property.value_type))},
                                    {"@value", *std::move(read)}});
}

}  // namespace

std::optional<std::string> read_text(const std::string& text, const Way& way,
                                     ProblemCollector& problems) {
    if (text::is_blank(text)) {
        problems.warning(way, "is empty, and is left out");
        return std::nullopt;
    }
    if (text.find('\0') == std::string::npos) return text;
    problems.fault(way, "must not contain the character U+0000");
    auto without = text;
    std::erase(without, '\0');
    return without;
}

std::optional<json::Value> read_plain(const Property& property, const json::Value& value,
                                      const Way& way, ProblemCollector& problems) {
    const auto* array = value.array();
    if (!array) return with_its_type(property, read_one(property, value, way, problems));
    json::Array read;
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto one =
            with_its_type(property, read_one(property, (*array)[i], way.element(i), problems));
        if (one) read.push_back(*std::move(one));
    }
    if (read.empty()) return std::nullopt;
    return json::Value(std::move(read));
}

}  // namespace cartulary::ctdl
