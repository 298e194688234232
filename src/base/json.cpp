#include "base/json.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/stream_parser.hpp>
#include <charconv>
#include <cmath>
#include <cstring>

namespace cartulary::json {

namespace {

namespace dom = simdjson::dom;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// How many bytes from the start are JSON. simdjson's DOM does not tell where it gave up, so a text
// that it refused is read once more by a parser that does.
std::size_t bytes_understood(std::string_view text, std::string& reason) {
    boost::json::parse_options options;
    options.max_depth = nesting_max;
    boost::json::stream_parser parser({}, options);
    boost::system::error_code problem;
    const auto understood = parser.write_some(text.data(), text.size(), problem);
    if (!problem && understood < text.size()) problem = boost::json::error::extra_data;
    if (!problem) parser.finish(problem);
    if (problem) reason = problem.message();
    return understood;
}

SyntaxError locate(std::string_view text, simdjson::error_code code) {
    std::string reason = simdjson::error_message(code);
    const auto before = text.substr(0, std::min(bytes_understood(text, reason), text.size()));
    const auto line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    const auto column = before.size() - (before.rfind('\n') + 1) + 1;
    return {line, column,
            "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + reason};
}

Value value_of(const dom::element& element);

Array array_of(const dom::array& elements) {
    Array array;
    array.reserve(elements.size());
    for (const auto element : elements) array.push_back(value_of(element));
    return array;
}

Object object_of(const dom::object& members) {
    Object object;
    object.reserve(members.size());
    for (const auto& [name, element] : members) {
        object.push_back({std::string(name), value_of(element)});
    }
    return object;
}

Value value_of(const dom::element& element) {
    switch (element.type()) {
        case dom::element_type::ARRAY: return Value(array_of(element.get_array().value_unsafe()));
        case dom::element_type::OBJECT:
            return Value(object_of(element.get_object().value_unsafe()));
        case dom::element_type::INT64: return Value(element.get_int64().value_unsafe());
        case dom::element_type::UINT64:
            return Value(static_cast<double>(element.get_uint64().value_unsafe()));
        case dom::element_type::DOUBLE: return Value(element.get_double().value_unsafe());
        case dom::element_type::STRING:
            return Value(std::string(element.get_string().value_unsafe()));
        case dom::element_type::BOOL: return Value(element.get_bool().value_unsafe());
        case dom::element_type::NULL_VALUE: return Value(nullptr);
    }
    __builtin_unreachable();
}

// Eight bytes at a time: whether any is a control character, a quote or a backslash. Bytes that are
// taken for one wrongly (by a borrow from their neighbour) only cost the slower way.
bool needs_escape(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = ones << 7;
    const auto has_zero = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        const auto controls = (word - ones * 0x20) & ~word & highs;
        if (controls | has_zero(word ^ ones * '"') | has_zero(word ^ ones * '\\')) return true;
    }
    return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
    });
}

dom::parser make_parser() {
    dom::parser parser;
    // The first allocation sets the depth, which a later parse() keeps.
    if (const auto code = parser.allocate(4096, nesting_max)) throw simdjson::simdjson_error(code);
    return parser;
}

}  // namespace

const Value* Value::find(std::string_view name) const {
    const auto* members = object();
    if (!members) return nullptr;
    const auto found = std::find_if(members->rbegin(), members->rend(),
                                    [&](const Member& member) { return member.name == name; });
    return found == members->rend() ? nullptr : &found->value;
}

tl::expected<Value, SyntaxError> parse(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    thread_local auto parser = make_parser();
    const auto parsed = parser.parse(text.data(), text.size());
    if (parsed.error()) return tl::unexpected(locate(text, parsed.error()));
    return value_of(parsed.value_unsafe());
}

void Writer::separate() {
    if (comma_due_) text_ += ',';
    comma_due_ = false;
}

Writer& Writer::begin_object() {
    separate();
    text_ += '{';
    return *this;
}

Writer& Writer::end_object() {
    text_ += '}';
    comma_due_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    text_ += '[';
    return *this;
}

Writer& Writer::end_array() {
    text_ += ']';
    comma_due_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    value(name);
    text_ += ':';
    comma_due_ = false;
    return *this;
}

Writer& Writer::literal(std::string_view text) {
    separate();
    text_ += text;
    comma_due_ = true;
    return *this;
}

Writer& Writer::integer(std::int64_t number) {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return literal({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Writer& Writer::value(std::nullptr_t) {
    return literal("null");
}

Writer& Writer::value(double number) {
    if (!std::isfinite(number)) return literal("null");
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return literal({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Writer& Writer::value(std::string_view text) {
    separate();
    text_ += '"';
    if (needs_escape(text)) {
        append_escaped(text);
    } else {
        text_ += text;
    }
    text_ += '"';
    comma_due_ = true;
    return *this;
}

void Writer::append_escaped(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        text_.append(text, written, i - written);
        written = i + 1;
        switch (c) {
            case '"': text_ += "\\\""; break;
            case '\\': text_ += "\\\\"; break;
            case '\n': text_ += "\\n"; break;
            case '\r': text_ += "\\r"; break;
            case '\t': text_ += "\\t"; break;
            default: text_.append({'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]});
        }
    }
    text_.append(text, written);
}

Writer& Writer::value(const Value& whole) {
    std::visit(
        [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, Array>) {
                begin_array();
                for (const auto& element : content) value(element);
                end_array();
            } else if constexpr (std::is_same_v<Content, Object>) {
                begin_object();
                for (const auto& [name, element] : content) member(name, element);
                end_object();
            } else {
                value(content);
            }
        },
        whole.content());
    return *this;
}

Writer& Writer::text_or_null(std::string_view text) {
    return text.empty() ? value(nullptr) : value(text);
}

std::string text_of(const Value& value) {
    return Writer().value(value).take();
}

}  // namespace cartulary::json
