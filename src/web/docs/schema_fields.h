#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "web/docs/json_reference.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// One value that an interface takes or gives, in words.
struct Field {
    std::string name;         // with the way to it: "Contacts[].Email"
    std::string type;         // "list of string or null"
    std::string schema = {};  // names the data it is, where that is told of elsewhere
    bool required = false;
    bool deprecated = false;
    std::vector<std::string> limits = {};  // "2 to 100 characters"; `code` in backticks
    std::string description = {};
    std::vector<std::string> examples = {};
};

// Tells of JSON Schemas (2020-12, the parts that OpenAPI descriptions use).
class SchemaReader {
public:
    SchemaReader(const References& references, const Texts& texts)
        : references_(references), texts_(texts) {}

    // One value of this schema. `about` is where it is described: the schema, or the parameter or
    // header that holds it.
    Field field(std::string name, const json::Value& schema, const json::Value& about);

    // All fields below a schema, in its order, each after what holds it.
    std::vector<Field> fields(const json::Value& schema);

    std::string type_of(const json::Value& schema) const;

    // The component that a schema is, or is a list of; empty when it is none.
    static std::string component(const json::Value& schema);

private:
    void append_fields(const json::Value& schema, const std::string& prefix,
                       std::vector<Field>& fields);
    void append_below(const json::Value& schema, const std::string& name,
                      std::vector<Field>& fields);

    const References& references_;
    const Texts& texts_;
    std::vector<const json::Value*> inside_;  // schemas whose fields are being told
};

// The properties of an object, those of what it is combined from included.
struct Properties {
    std::vector<std::pair<std::string, const json::Value*>> members;
    std::set<std::string> required;
};
Properties properties_of(const References& references, const json::Value& schema);

// "string", "null": what a schema allows; nothing when it does not say.
std::vector<std::string> types_in(const json::Value& schema);

}  // namespace cartulary::web
