#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// JSON as typed values, and a writer that appends. Parsing is simdjson's.
namespace cartulary::json {

class Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>;  // in the order of the text

class Value {
public:
    using Content =
        std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

    // Defined below Member: until then a compiler may refuse to look into Content.
    Value();
    explicit Value(Content content);

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(content_); }

    // The content when it has this type, else null.
    const bool* boolean() const { return std::get_if<bool>(&content_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content_); }
    const double* real() const { return std::get_if<double>(&content_); }
    const std::string* string() const { return std::get_if<std::string>(&content_); }
    const Array* array() const { return std::get_if<Array>(&content_); }
    const Object* object() const { return std::get_if<Object>(&content_); }

    // The member of this name when this is an object that has one, else null. Of several with one
    // name the last counts, as in the clients' own libraries.
    const Value* find(std::string_view name) const;

    const Content& content() const { return content_; }
    bool operator==(const Value&) const = default;

private:
    Content content_;
};

struct Member {
    std::string name;
    Value value;

    bool operator==(const Member&) const = default;
};

inline Value::Value() = default;  // null
inline Value::Value(Content content) : content_(std::move(content)) {}

// Where a text stops being JSON. Lines and columns count from 1, columns in bytes.
struct SyntaxError {
    std::size_t line;
    std::size_t column;
    std::string message;  // "line 3, column 14: expected ',' or '}'"
};

inline constexpr std::size_t nesting_max = 256;

// The whole text as one value, a byte order mark before it forgiven. Numbers that no int64 holds
// become doubles; text must be valid UTF-8; deeper than nesting_max is an error.
tl::expected<Value, SyntaxError> parse(std::string_view text);

// Appends JSON to a string; commas are its own business. The caller closes what it opens.
class Writer {
public:
    // Most texts fit, and so are never moved while they grow.
    Writer() { text_.reserve(2'000); }

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);

    Writer& value(std::string_view text);
    Writer& value(const char* text) { return value(std::string_view(text)); }
    Writer& value(const std::string& text) { return value(std::string_view(text)); }
    Writer& value(std::nullptr_t);
    Writer& value(double number);  // null when it is not finite
    Writer& value(const Value& whole);
    template <class Integer>
    requires std::is_integral_v<Integer> Writer& value(Integer number) {
        if constexpr (std::is_same_v<Integer, bool>) {
            return literal(number ? "true" : "false");
        } else {
            return integer(static_cast<std::int64_t>(number));
        }
    }

    // A string, or null when it is empty.
    Writer& text_or_null(std::string_view text);

    template <class Content>
    Writer& member(std::string_view name, const Content& content) {
        return key(name).value(content);
    }

    // Text that is JSON already.
    Writer& raw(std::string_view json) { return literal(json); }

    std::string take() { return std::move(text_); }

private:
    void append_escaped(std::string_view text);
    Writer& literal(std::string_view text);
    Writer& integer(std::int64_t number);
    void separate();

    std::string text_;
    bool comma_due_ = false;
};

// The value's text, without spaces.
std::string text_of(const Value& value);

}  // namespace cartulary::json
