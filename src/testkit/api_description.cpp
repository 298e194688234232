#include "testkit/api_description.h"

#include <algorithm>
#include <boost/json.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace cartulary::testkit {

namespace json = boost::json;

namespace {

// valijson takes null for a text that lacks its format, where a schema allows both.
void drop_formats_of_null(json::value& part) {
    if (auto* array = part.if_array()) {
        for (auto& element : *array) drop_formats_of_null(element);
    }
    auto* object = part.if_object();
    if (!object) return;
    for (auto& member : *object) drop_formats_of_null(member.value());
    const auto* type = object->if_contains("type");
    if (type && type->is_array()) object->erase("format");
}

json::value read(std::string_view text) {
    auto root = json::parse(text);
    drop_formats_of_null(root);
    return root;
}

}  // namespace

struct ApiDescription::Document {
    json::value root;

    // The operation of this name, or null.
    const json::value* find(const std::string& operation) const {
        for (const auto& path : root.at("paths").as_object()) {
            for (const auto& method : path.value().as_object()) {
                const auto& name = method.value().at("operationId").as_string();
                if (name == operation) return &method.value();
            }
        }
        return nullptr;
    }

    // What a "$ref" stands for, or the part itself.
    const json::value& follow(const json::value& part) const {
        const auto* reference = part.as_object().if_contains("$ref");
        if (!reference) return part;
        return root.at_pointer(std::string(reference->as_string()).substr(1));  // without '#'
    }

    std::string complaint_about_body(const json::value& answer, const std::string& body) const {
        // One schema that holds the answer's and everything it refers to.
        const json::value whole(json::object{
            {"allOf", json::array{answer.at("content").as_object().begin()->value().at("schema")}},
            {"components", root.at("components")},
        });
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(valijson::adapters::BoostJsonAdapter(whole),
                                                schema);
        const auto value = json::parse(body);
        valijson::ValidationResults results;
        valijson::Validator().validate(schema, valijson::adapters::BoostJsonAdapter(value),
                                       &results);
        std::string complaint;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) complaint += error.description + "\n";
        return complaint;
    }
};

ApiDescription::ApiDescription(std::string_view text)
    : document_(std::make_unique<Document>(Document{read(text)})) {}

ApiDescription::~ApiDescription() = default;

std::set<ApiDescription::Operation> ApiDescription::operations() const {
    std::set<Operation> operations;
    for (const auto& path : document_->root.at("paths").as_object()) {
        for (const auto& method : path.value().as_object()) {
            operations.emplace(std::string(method.key()), std::string(path.key()),
                               std::string(method.value().at("operationId").as_string()));
        }
    }
    return operations;
}

std::set<ApiDescription::Operation> ApiDescription::operations(const http::Area& area) {
    std::set<Operation> operations;
    for (const auto& route : area.routes) {
        std::string method(http::name_of(route.method));
        std::ranges::transform(method, method.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        operations.emplace(method, route.path, route.operation);
    }
    return operations;
}

std::string ApiDescription::complaint_about(const http::Response& response,
                                            const std::string& operation) const {
    const auto* described = document_->find(operation);
    if (!described) return "no operation is called " + operation;
    const auto status = std::to_string(response.status);
    const auto* promised = described->at("responses").as_object().if_contains(status);
    if (!promised) return operation + " may not answer " + status;
    const auto& answer = document_->follow(*promised);
    if (!answer.as_object().contains("content")) {
        return response.body.empty() ? "" : operation + " " + status + " may have no body";
    }
    const std::string type(answer.at("content").as_object().begin()->key());
    if (type.find("json") == std::string::npos) {
        return response.content_type == type ? "" : operation + " " + status + " is no " + type;
    }
    return document_->complaint_about_body(answer, response.body);
}

}  // namespace cartulary::testkit
