#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"
#include "base/result.h"
#include "base/time.h"

namespace cartulary::acclaim {

// The members of a body, read one by one. What is there with the wrong type is a problem of its
// attribute; all problems are kept, and told at once. A member that is not read is ignored.
class Body {
public:
    explicit Body(const json::Object& object, std::string prefix = {})
        : object_(object), prefix_(std::move(prefix)) {}

    bool has(std::string_view name) const;  // also when it is null

    // As it is; of several with one name the last. Null when it is absent.
    const json::Value* find(std::string_view name) const;
    // Null when it is absent, or no object.
    const json::Object* object(std::string_view name) const;
    // Nothing when it is absent; null is the empty text. Trimmed; control characters other than
    // line breaks and tabs are a problem. Numbers are taken as their text where `number_too` is
    // set.
    std::optional<std::string> text(std::string_view name, bool number_too = false);
    // The same into `value`, which stays as it is when the text is absent or wrong.
    void read_text(std::string_view name, std::string& value);
    // Nothing when it is absent or null. "true", "false", "1", "0", 1 and 0 are taken too.
    std::optional<bool> boolean(std::string_view name);
    // Nothing when it is absent or null.
    std::optional<Timestamp> moment(std::string_view name);
    // Nothing when it is absent; null is an empty list.
    std::optional<std::vector<std::string>> texts(std::string_view name);
    // The objects of a list; nothing when it is absent; null is an empty list.
    std::optional<std::vector<const json::Object*>> objects(std::string_view name);

    void problem(std::string_view name, std::string problem);
    // Takes over the problems of an inner object's Body.
    void add(const Body& inner);

    // The fields are attributes' names already.
    const std::vector<FieldProblem>& problems() const { return problems_; }
    Result<void> outcome() const;  // invalid with the problems, where there are any

private:
    const json::Object& object_;
    std::string prefix_;  // "evidence[0]."
    std::vector<FieldProblem> problems_;
};

}  // namespace cartulary::acclaim
