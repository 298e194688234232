#include "web/docs/api_document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include "web/html.h"

namespace cartulary::web {

namespace {

constexpr std::array<std::string_view, 7> methods = {"get",    "post",    "put", "patch",
                                                     "delete", "options", "head"};

std::string in_upper_case(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

const json::Object& members_of(const json::Value* value) {
    static const json::Object none;
    return value != nullptr && value->object() != nullptr ? *value->object() : none;
}

const json::Array& items_of(const json::Value* value) {
    static const json::Array none;
    return value != nullptr && value->array() != nullptr ? *value->array() : none;
}

class Reading {
public:
    Reading(const json::Value& whole, const std::string& address, const Texts& texts)
        : whole_(whole),
          address_(address),
          texts_(texts),
          references_(whole),
          schemas_(references_, texts) {}

    ApiDocument read() {
        ApiDocument document;
        if (const auto* info = whole_.find("info")) {
            document.title = text_in(*info, "title");
            document.version = text_in(*info, "version");
            document.introduction = text_in(*info, "description");
        }
        for (const auto& [path, item] : members_of(whole_.find("paths"))) {
            for (const auto& [method, operation] : members_of(&references_.follow(item))) {
                if (std::ranges::find(methods, method) == methods.end()) continue;
                document.operations.push_back(
                    read_operation(path, method, references_.follow(item), operation));
            }
        }
        document.data = read_data();
        return document;
    }

private:
    Operation read_operation(const std::string& path, const std::string& method,
                             const json::Value& item, const json::Value& part) {
        Operation operation{.id = text_in(part, "operationId"),
                            .method = in_upper_case(method),
                            .path = path,
                            .summary = text_in(part, "summary"),
                            .description = text_in(part, "description"),
                            .deprecated = is_true_in(part, "deprecated")};
        if (operation.id.empty()) throw std::runtime_error("no operationId: " + path);
        if (operation.summary.empty()) operation.summary = operation.id;
        const auto parameters = parameters_of(item, part);
        for (const auto* parameter : parameters) {
            operation.parameters.push_back(read_parameter(*parameter));
        }
        if (const auto* body = part.find("requestBody")) {
            operation.bodies = read_bodies(references_.follow(*body), false);
        }
        for (const auto& [status, answer] : members_of(part.find("responses"))) {
            operation.answers.push_back(read_answer(status, references_.follow(answer)));
        }
        // "default" comes after the numbers.
        std::ranges::sort(operation.answers, {}, &Answer::status);
        const auto* security = part.find("security");
        if (security == nullptr) security = whole_.find("security");
        operation.needs = read_needs(security);
        operation.needs_may_lack = std::ranges::any_of(
            items_of(security),
            [](const auto& alternative) { return members_of(&alternative).empty(); });
        operation.example =
            curl_example({operation.method, address_ + path, part, parameters, security, whole_});
        return operation;
    }

    // Those of the path first; the operation's own take the place of those of the same name.
    std::vector<const json::Value*> parameters_of(const json::Value& item,
                                                  const json::Value& operation) const {
        std::vector<const json::Value*> parameters;
        for (const auto* source : {&item, &operation}) {
            for (const auto& part : items_of(source->find("parameters"))) {
                const auto* parameter = &references_.follow(part);
                const auto same = std::ranges::find_if(parameters, [&](const auto* known) {
                    return text_in(*known, "name") == text_in(*parameter, "name") &&
                           text_in(*known, "in") == text_in(*parameter, "in");
                });
                if (same == parameters.end()) {
                    parameters.push_back(parameter);
                } else {
                    *same = parameter;
                }
            }
        }
        return parameters;
    }

    Field read_field(const std::string& name, const json::Value& about) {
        static const json::Value anything;
        const auto* schema = about.find("schema");
        auto field = schemas_.field(name, schema == nullptr ? anything : *schema, about);
        field.required = is_true_in(about, "required");
        return field;
    }

    Parameter read_parameter(const json::Value& parameter) {
        Parameter read{text_in(parameter, "in"), read_field(text_in(parameter, "name"), parameter)};
        if (const auto* schema = parameter.find("schema")) {
            const auto& told = references_.follow(*schema);
            read.is_list = std::ranges::count(types_in(told), "array") > 0;
            for (const auto& value : items_of(told.find("enum"))) {
                read.choices.push_back(shown(value));
            }
        }
        return read;
    }

    // What a request holds is told in full; of answers, what has a name stands once, in the data.
    std::vector<Body> read_bodies(const json::Value& part, bool is_answer) {
        std::vector<Body> bodies;
        for (const auto& [media, form] : members_of(part.find("content"))) {
            Body body{.media = media, .required = is_true_in(part, "required")};
            body.description = text_in(part, "description");
            if (const auto* schema = form.find("schema")) {
                body.type = schemas_.type_of(*schema);
                const auto about = text_in(references_.follow(*schema), "description");
                if (!is_answer && !about.empty()) body.description += "\n" + about;
                if (!is_answer) body.example = body_example(references_, form);
                if (is_answer) body.schema = linked(SchemaReader::component(*schema));
                if (body.schema.empty()) body.fields = link_all(schemas_.fields(*schema));
            }
            bodies.push_back(std::move(body));
        }
        return bodies;
    }

    Answer read_answer(const std::string& status, const json::Value& part) {
        Answer answer{.status = status,
                      .description = text_in(part, "description"),
                      .headers = {},
                      .bodies = read_bodies(part, true)};
        for (const auto& [name, header] : members_of(part.find("headers"))) {
            answer.headers.push_back(read_field(name, references_.follow(header)));
        }
        return answer;
    }

    std::vector<std::vector<Need>> read_needs(const json::Value* security) const {
        const auto* components = whole_.find("components");
        const auto* schemes = components ? components->find("securitySchemes") : nullptr;
        std::vector<std::vector<Need>> needs;
        for (const auto& alternative : items_of(security)) {
            std::vector<Need> together;
            for (const auto& [name, scopes] : members_of(&alternative)) {
                const auto* scheme = schemes ? schemes->find(name) : nullptr;
                if (scheme == nullptr) throw std::runtime_error("no security scheme " + name);
                together.push_back(read_need(references_.follow(*scheme)));
            }
            if (!together.empty()) needs.push_back(std::move(together));
        }
        return needs;
    }

    Need read_need(const json::Value& scheme) const {
        auto credential = credential_of(scheme);
        const auto wording = credential.place == Credential::basic    ? texts_.need_basic
                             : text_in(scheme, "type") != "apiKey"    ? texts_.need_bearer
                             : credential.place == Credential::header ? texts_.need_in_header
                             : credential.place == Credential::query  ? texts_.need_in_query
                                                                      : texts_.need_in_cookie;
        auto way = filled_plain(wording, {{"name", credential.name}});
        return {text_in(scheme, "description"), std::move(way), std::move(credential)};
    }

    std::string linked(std::string name) {
        if (!name.empty() && std::ranges::find(linked_, name) == linked_.end()) {
            linked_.push_back(name);
        }
        return name;
    }

    std::vector<Field> link_all(std::vector<Field> fields) {
        for (const auto& field : fields) linked(field.schema);
        return fields;
    }

    std::vector<Data> read_data() {
        std::vector<Data> data;
        const auto* components = whole_.find("components");
        const auto* schemas = components ? components->find("schemas") : nullptr;
        // What is told of may refer to more.
        for (std::size_t i = 0; i < linked_.size(); ++i) {
            const auto name = linked_[i];
            const auto* schema = schemas ? schemas->find(name) : nullptr;
            if (schema == nullptr) throw std::runtime_error("no schema " + name);
            data.push_back({name, schemas_.type_of(*schema),
                            text_in(references_.follow(*schema), "description"),
                            link_all(schemas_.fields(*schema))});
        }
        return data;
    }

    const json::Value& whole_;
    const std::string& address_;
    const Texts& texts_;
    References references_;
    SchemaReader schemas_;
    std::vector<std::string> linked_;  // schemas that something refers to
};

}  // namespace

ApiDocument read_api_document(std::string_view openapi, const std::string& address,
                              const Texts& texts) {
    const auto whole = json::parse(openapi);
    if (!whole) throw std::runtime_error("the description is no JSON: " + whole.error().message);
    return Reading(*whole, address, texts).read();
}

}  // namespace cartulary::web
