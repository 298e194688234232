#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/uuid.h"

// What the two drivers have in common: parameters in, rows out.
namespace cartulary {

enum class Engine { sqlite, postgres };

// Bytes that are not text.
struct Blob {
    std::string_view bytes;
};

// A value for `$1`. Text is referred to, not copied; it must be free of NUL.
class Parameter {
public:
    enum class Type { null, integer, text, blob };

    // NOLINTBEGIN(google-explicit-constructor): a query is run with its values as they are.
    Parameter(std::nullptr_t) {}
    Parameter(std::string_view text) : type_(Type::text), text_(text) {}
    Parameter(const std::string& text) : Parameter(std::string_view(text)) {}
    Parameter(const char* text) : Parameter(std::string_view(text)) {}
    Parameter(Blob blob) : type_(Type::blob), text_(blob.bytes) {}
    template <class Integer>
    requires std::is_integral_v<Integer> Parameter(Integer number)
        : type_(Type::integer), integer_(static_cast<std::int64_t>(number)) {}
    Parameter(Timestamp time) : Parameter(milliseconds(time)) {}
    Parameter(const Uuid& uuid) : type_(Type::text), own_(uuid.text()) {}
    template <class Value>
    Parameter(const std::optional<Value>& value) {
        if (value) *this = Parameter(*value);
    }
    // NOLINTEND(google-explicit-constructor)

    Type type() const { return type_; }
    std::int64_t integer() const { return integer_; }
    std::string_view text() const { return own_.empty() ? text_ : std::string_view(own_); }

private:
    Type type_ = Type::null;
    std::int64_t integer_ = 0;
    std::string_view text_;
    std::string own_;
};

// The rows of one statement, first to last. The statement is done when this is destroyed.
class Rows {
public:
    class Source {
    public:
        virtual ~Source() = default;
        virtual bool next() = 0;
        virtual std::string_view text(int column) const = 0;  // valid until the next row
        virtual std::int64_t integer(int column) const = 0;
        virtual bool is_null(int column) const = 0;
        virtual std::string blob(int column) const = 0;
        virtual std::int64_t changed() = 0;
    };

    explicit Rows(std::unique_ptr<Source> source) : source_(std::move(source)) {}

    bool next() { return source_->next(); }
    std::string text(int column) const { return std::string(source_->text(column)); }
    std::string_view text_view(int column) const { return source_->text(column); }
    std::int64_t integer(int column) const { return source_->integer(column); }
    bool boolean(int column) const { return integer(column) != 0; }
    bool is_null(int column) const { return source_->is_null(column); }
    std::string blob(int column) const { return source_->blob(column); }
    Uuid uuid(int column) const { return Uuid::parse(source_->text(column)).value(); }
    Timestamp time(int column) const { return timestamp(integer(column)); }
    std::optional<std::int64_t> optional_integer(int column) const {
        if (is_null(column)) return std::nullopt;
        return integer(column);
    }
    std::optional<Timestamp> optional_time(int column) const {
        if (is_null(column)) return std::nullopt;
        return time(column);
    }
    std::int64_t changed() { return source_->changed(); }

private:
    std::unique_ptr<Source> source_;
};

// A statement failed in a way that no caller can mend. Its text names no parameter's value.
struct DatabaseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace cartulary
