#include "dialects/sunbird/parameters.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::sunbird {

namespace {

tl::unexpected<Error> should_be(std::string_view name, const char* type) {
    return refuse_parameter(name, std::string(said::should_be) + type);
}

bool has_stray_control_character(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text::has_control_character(text);
}

}  // namespace

Result<std::string> text_of(const json::Value& value, std::string_view name,
                            std::size_t length_max) {
    if (!value.string()) return should_be(name, "String");
    std::string text(text::trimmed(*value.string()));
    if (text::length(text) > length_max || has_stray_control_character(text)) {
        return refuse_parameter(name, said::invalid);
    }
    return text;
}

Result<std::optional<std::string>> text_in(const Exchange& exchange, std::string_view name,
                                           std::size_t length_max) {
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    return TRY(text_of(*value, name, length_max));
}

Result<std::string> required_text(const Exchange& exchange, std::string_view name) {
    const auto text = TRY(text_in(exchange, name));
    if (!text) return refuse_parameter(name, said::missing);
    if (text->empty()) return refuse_parameter(name, said::empty);
    return *text;
}

Result<std::optional<bool>> boolean_in(const Exchange& exchange, std::string_view name) {
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    if (!value->boolean()) return should_be(name, "Boolean");
    return *value->boolean();
}

Result<std::optional<std::int64_t>> integer_in(const Exchange& exchange, std::string_view name) {
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    if (!value->integer()) return should_be(name, "Integer");
    return *value->integer();
}

Result<std::optional<std::vector<std::string>>> texts_in(const Exchange& exchange,
                                                         std::string_view name) {
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    if (!value->array()) return should_be(name, "List");
    if (value->array()->size() > texts_max) return refuse_parameter(name, said::invalid);
    std::vector<std::string> texts;
    for (const auto& item : *value->array()) texts.push_back(TRY(text_of(item, name)));
    return texts;
}

Result<std::int64_t> organisation_in(const Exchange& exchange, std::string_view name) {
    const auto serial = parse_serial(TRY(required_text(exchange, name)));
    if (!serial) return refused(ErrorKind::not_found, "organization", "is not known");
    return *serial;
}

Result<Uuid> person_in(const Exchange& exchange) {
    const auto id = Uuid::parse(TRY(required_text(exchange, "userId")));
    if (!id) return refused(ErrorKind::not_found, "person", "is not known");
    return *id;
}

}  // namespace cartulary::sunbird
