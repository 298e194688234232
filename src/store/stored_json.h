#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/time.h"
#include "base/uuid.h"

// Reads JSON that the store wrote itself. What is missing was written before it was known, and is
// empty; what has another form than it was given throws DatabaseError.
namespace cartulary::stored {

json::Value parsed(std::string_view text);

// The member of an object; throws where there is none.
const json::Value& part_of(const json::Value& object, std::string_view name);

const json::Array& array_in(const json::Value* value);
const std::string& text_in(const json::Value* value);
bool boolean_in(const json::Value* value);
std::int64_t integer_in(const json::Value* value);
std::int32_t number_in(const json::Value* value);  // of an organization

std::optional<Uuid> uuid_in(const json::Value* value);
std::optional<Timestamp> time_in(const json::Value* value);  // as iso_8601() writes it

// The same where there is no doing without: throw for nothing too.
Uuid required_uuid(const json::Value* value);
Timestamp required_time(const json::Value* value);

// Null for nothing.
void write(json::Writer& writer, std::string_view name, const std::optional<Uuid>& uuid);
void write(json::Writer& writer, std::string_view name, const std::optional<Timestamp>& time);

}  // namespace cartulary::stored
