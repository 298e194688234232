#include "dialects/acclaim/body.h"

#include <algorithm>

#include "base/text.h"
#include "dialects/acclaim/moments.h"

namespace cartulary::acclaim {

namespace {

constexpr std::string_view must_be_text = "must be a text";
constexpr std::string_view must_be_list = "must be a list";

bool may_stand_in_lines(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

// Control characters that no text of a client needs. Whether a text may have lines is its field's.
bool has_stray_control_character(std::string text) {
    std::ranges::replace_if(text, may_stand_in_lines, ' ');
    return text::has_control_character(text);
}

std::string item_name(std::string_view list, std::size_t index) {
    return std::string(list) + '[' + std::to_string(index) + ']';
}

// The text of a number as it was most likely written.
std::optional<std::string> number_text(const json::Value& value) {
    if (!value.integer() && !value.real()) return std::nullopt;
    return json::text_of(value);
}

std::optional<bool> boolean_of(const json::Value& value) {
    if (const auto* boolean = value.boolean()) return *boolean;
    const auto* written = value.string();
    const auto word = written ? text::lower_ascii(text::trimmed(*written))
                              : number_text(value).value_or(std::string());
    if (word == "true" || word == "1") return true;
    if (word == "false" || word == "0") return false;
    return std::nullopt;
}

}  // namespace

bool Body::has(std::string_view name) const {
    return find(name) != nullptr;
}

const json::Object* Body::object(std::string_view name) const {
    const auto* value = find(name);
    return value ? value->object() : nullptr;
}

std::optional<std::string> Body::text(std::string_view name, bool number_too) {
    const auto* value = find(name);
    if (!value) return std::nullopt;
    if (value->is_null()) return std::string();
    auto written = value->string() ? std::string(text::trimmed(*value->string()))
                                   : std::optional<std::string>();
    if (!written && number_too) written = number_text(*value);
    if (!written) {
        problem(name, std::string(must_be_text));
    } else if (has_stray_control_character(*written)) {
        problem(name, "must not hold control characters");
        written.reset();
    }
    return written;
}

void Body::read_text(std::string_view name, std::string& value) {
    if (auto written = text(name)) value = *std::move(written);
}

std::optional<bool> Body::boolean(std::string_view name) {
    const auto* value = find(name);
    if (!value || value->is_null()) return std::nullopt;
    const auto boolean = boolean_of(*value);
    if (!boolean) problem(name, "must be true or false");
    return boolean;
}

std::optional<Timestamp> Body::moment(std::string_view name) {
    const auto* value = find(name);
    if (!value || value->is_null()) return std::nullopt;
    if (!value->string()) {
        problem(name, std::string(must_be_text));
        return std::nullopt;
    }
    const auto moment = parse_moment(text::trimmed(*value->string()));
    if (!moment) {
        problem(name, moment.error());
        return std::nullopt;
    }
    return *moment;
}

std::optional<std::vector<std::string>> Body::texts(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::nullopt;
    if (value->is_null()) return std::vector<std::string>();
    if (!value->array()) {
        problem(name, std::string(must_be_list));
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < value->array()->size(); ++i) {
        const auto* item = (*value->array())[i].string();
        if (!item) {
            problem(item_name(name, i), std::string(must_be_text));
        } else if (has_stray_control_character(*item)) {
            problem(item_name(name, i), "must not hold control characters");
        } else {
            texts.emplace_back(text::trimmed(*item));
        }
    }
    return texts;
}

std::optional<std::vector<const json::Object*>> Body::objects(std::string_view name) {
    const auto* value = find(name);
    if (!value) return std::nullopt;
    if (value->is_null()) return std::vector<const json::Object*>();
    if (!value->array()) {
        problem(name, std::string(must_be_list));
        return std::nullopt;
    }
    std::vector<const json::Object*> objects;
    for (std::size_t i = 0; i < value->array()->size(); ++i) {
        const auto* item = (*value->array())[i].object();
        if (!item) {
            problem(item_name(name, i), "must be an object");
        } else {
            objects.push_back(item);
        }
    }
    return objects;
}

void Body::problem(std::string_view name, std::string problem) {
    problems_.push_back({prefix_ + std::string(name), std::move(problem)});
}

void Body::add(const Body& inner) {
    problems_.insert(problems_.end(), inner.problems_.begin(), inner.problems_.end());
}

Result<void> Body::outcome() const {
    if (!problems_.empty()) return fail(problems_);
    return {};
}

const json::Value* Body::find(std::string_view name) const {
    const auto found =
        std::find_if(object_.rbegin(), object_.rend(),
                     [&](const json::Member& member) { return member.name == name; });
    return found == object_.rend() ? nullptr : &found->value;
}

}  // namespace cartulary::acclaim
