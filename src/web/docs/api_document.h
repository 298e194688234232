#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/docs/credential.h"
#include "web/docs/curl_example.h"
#include "web/docs/schema_fields.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What an OpenAPI 3.1 description says, in the order and the words of the page that shows it.

struct Body {
    std::string media;        // "application/json"
    std::string type = {};    // "object"
    std::string schema = {};  // names the data, where it is told of elsewhere
    std::string description = {};
    std::vector<Field> fields = {};
    bool required = false;
    json::Value example = {};  // of a request's body
};

struct Parameter {
    std::string place;  // "path", "query", "header", "cookie"
    Field field;
    std::vector<std::string> choices = {};  // all values that it may have; empty: others too
    bool is_list = false;                   // may be given several times
};

struct Answer {
    std::string status;  // "200", "default"
    std::string description;
    std::vector<Field> headers;
    std::vector<Body> bodies;
};

// Something that a call must bring along; all of one list, or all of another.
struct Need {
    std::string description;
    std::string way;  // "in the header `Authorization`"
    Credential credential;
};

struct Operation {
    std::string id;  // its operationId
    std::string method;
    std::string path;
    std::string summary;
    std::string description;
    bool deprecated = false;
    std::vector<std::vector<Need>> needs = {};
    bool needs_may_lack = false;  // it also answers callers who bring nothing
    std::vector<Parameter> parameters = {};
    std::vector<Body> bodies = {};
    std::vector<Answer> answers = {};
    CurlExample example = {};
};

struct Data {
    std::string name;
    std::string type;
    std::string description;
    std::vector<Field> fields;
};

struct ApiDocument {
    std::string title;
    std::string version;
    std::string introduction;
    std::vector<Operation> operations;
    std::vector<Data> data;  // what answers refer to
};

// `address` is where the interface's paths begin: "https://registry.example". Throws
// std::runtime_error where the text is no JSON, or a reference leads nowhere.
ApiDocument read_api_document(std::string_view openapi, const std::string& address,
                              const Texts& texts);

}  // namespace cartulary::web
