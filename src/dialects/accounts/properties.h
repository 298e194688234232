#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"

namespace cartulary::accounts {

// One JSON object read property by property, without regard to the case of their names. What has
// a wrong type is noticed under our name of the field; what nobody asked for can be told.
class Properties {
public:
    Properties(const json::Object& object, std::vector<FieldProblem>& problems)
        : object_(object), problems_(problems), asked_(object.size(), false) {}

    // The value of the last property with this name; null when there is none, or JSON's null.
    const json::Value* find(std::string_view name);

    // The text, empty when it is not there. `field` is our name, for problems.
    std::string text(std::string_view name, const std::string& field);

    std::vector<std::string> texts(std::string_view name, const std::string& field);
    bool boolean(std::string_view name, const std::string& field, bool otherwise);
    std::int64_t integer(std::string_view name, const std::string& field);

    // The objects of a list; problems of elements are noticed under `field[i]`.
    std::vector<const json::Object*> objects(std::string_view name, const std::string& field);

    // The names that were never asked for.
    std::vector<std::string> unknown() const;

    // One problem of a field is enough: what follows from it is not told as well.
    void notice(const std::string& field, std::string problem);

private:
    const json::Object& object_;
    std::vector<FieldProblem>& problems_;
    std::vector<bool> asked_;
};

}  // namespace cartulary::accounts
