#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"
#include "base/time.h"

namespace cartulary::litmos {

// One JSON object read property by property, without regard to the case of their names. What has a
// wrong type is noticed under the name that is given for the field; what nobody asks for is
// ignored.
class Properties {
public:
    Properties(const json::Object& object, std::vector<FieldProblem>& problems)
        : object_(object), problems_(problems) {}

    // Nothing when it is not there; null is the empty text.
    std::optional<std::string> text(std::string_view name, const std::string& field);

    // Nothing when it is not there, or null, or an empty text. Also "true", "false", 0, 1, "0" and
    // "1".
    std::optional<bool> boolean(std::string_view name, const std::string& field);

    // Nothing, likewise.
    std::optional<Timestamp> date(std::string_view name, const std::string& field);

private:
    // The value of the last property with this name.
    const json::Value* find(std::string_view name) const;

    const json::Object& object_;
    std::vector<FieldProblem>& problems_;
};

}  // namespace cartulary::litmos
