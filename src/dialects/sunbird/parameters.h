#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialects/sunbird/answer.h"

// The members of a request, read one by one. Null is as good as absent; another type, too long a
// text and control characters (but line breaks and tabs) are refused.
namespace cartulary::sunbird {

inline constexpr std::size_t text_length_max = 10'000;  // characters, where nothing less is said
inline constexpr std::size_t texts_max = 100;           // in a list

// `name` is what a problem is of.
Result<std::string> text_of(const json::Value& value, std::string_view name,
                            std::size_t length_max = text_length_max);

Result<std::optional<std::string>> text_in(const Exchange& exchange, std::string_view name,
                                           std::size_t length_max = text_length_max);
// missing, or empty.
Result<std::string> required_text(const Exchange& exchange, std::string_view name);
Result<std::optional<bool>> boolean_in(const Exchange& exchange, std::string_view name);
Result<std::optional<std::int64_t>> integer_in(const Exchange& exchange, std::string_view name);
Result<std::optional<std::vector<std::string>>> texts_in(const Exchange& exchange,
                                                         std::string_view name);

// The organisation that "organisationId", or another parameter, names. missing; not_found where it
// is no serial.
Result<std::int64_t> organisation_in(const Exchange& exchange,
                                     std::string_view name = "organisationId");
Result<Uuid> person_in(const Exchange& exchange);

}  // namespace cartulary::sunbird
