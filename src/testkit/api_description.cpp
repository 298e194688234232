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

    std::string complaint_about_body(const json::value& answer, const std::string& body) const {
        // One schema that holds the answer's and everything it refers to.
        const json::value whole(json::object{
            {"allOf", json::array{answer.at_pointer("/content/application~1json/schema")}},
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
    : document_(std::make_unique<Document>(Document{json::parse(text)})) {}

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
    const auto* answer = described->at("responses").as_object().if_contains(status);
    if (!answer) return operation + " may not answer " + status;
    if (!answer->as_object().contains("content")) {
        return response.body.empty() ? "" : operation + " " + status + " may have no body";
    }
    return document_->complaint_about_body(*answer, response.body);
}

}  // namespace cartulary::testkit
