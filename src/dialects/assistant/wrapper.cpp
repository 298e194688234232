#include "dialects/assistant/wrapper.h"

#include "base/text.h"

namespace cartulary::assistant {

namespace {

using ctdl::assistant::Entity;

constexpr auto owner_name = "PublishForOrganizationIdentifier";

bool is_true(const json::Value& request, std::string_view name) {
    const auto* value = member_of(request, name);
    return value && value->boolean() && *value->boolean();
}

// "Credentials", "CredentialList", "Credential" and "Competencies".
bool is_plural(std::string_view name, std::string_view singular) {
    const std::string one(singular);
    for (const auto& plural : {one + "s", one + "List", one}) {
        if (text::equal_ignoring_ascii_case(name, plural)) return true;
    }
    return one.ends_with('y') &&
           text::equal_ignoring_ascii_case(name, one.substr(0, one.size() - 1) + "ies");
}

std::string_view local(std::string_view term) {
    return term.substr(term.find(':') + 1);
}

bool names_a_graph(std::string_view name) {
    return text::equal_ignoring_ascii_case(name, "GraphInput") ||
           text::lower_ascii(name).ends_with("graph");
}

}  // namespace

Wrapper wrapper_of(const Operations& operations, const json::Value& request) {
    Wrapper wrapper{.owner = OrganizationId::from_ctid(text_in(request, owner_name)),
                    .leaves_payload_out = is_true(request, "ExcludingPayloadInResponse")};
    if (!member_of(request, owner_name) || text_in(request, owner_name).empty()) {
        wrapper.messages.push_back(error_message(std::string(owner_name) + " is required"));
    } else if (!wrapper.owner) {
        wrapper.messages.push_back(
            error_message(std::string(owner_name) + ' ' + std::string(ctid_problem)));
    }
    for (const auto* name : {"Registry", "Community"}) {
        const auto registry = text_in(request, name);
        if (registry.empty() || text::equal_ignoring_ascii_case(registry, operations.community)) {
            continue;
        }
        wrapper.messages.push_back(
            error_message(std::string(name) + " must be " + operations.community + ", or empty"));
    }
    return wrapper;
}

Result<Entity> entity_in(const http::Request& request) {
    const auto& name = request.path_parameter("entity");
    if (const auto* entity = ctdl::assistant::find_entity(name)) return *entity;
    return fail(ErrorKind::not_found, "nothing is published as \"" + name.substr(0, 100) +
                                          "\"; say credential, organization, or another class of "
                                          "CTDL that has a CTID");
}

ListStated find_list(const json::Value& request, const Entity& entity) {
    ListStated found;
    for (const auto& member : *request.object()) {
        const bool is_it =
            is_plural(member.name, entity.name) || is_plural(member.name, local(entity.family));
        if (is_it && member.value.array()) found = {member.name, member.value.array()};
    }
    return found;
}

ListStated find_graphs(const json::Value& request) {
    ListStated found;
    for (const auto& member : *request.object()) {
        if (names_a_graph(member.name)) found = {member.name, member.value.array()};
    }
    return found;
}

json::Value payload_of(const json::Value& graph) {
    if (!graph.object()) return graph;
    const auto* nodes = member_of(graph, "@graph");
    if (!nodes) nodes = member_of(graph, "Graph");
    if (!nodes) return graph;
    auto read = *nodes;
    if (const auto* text = nodes->string()) {
        if (auto parsed = json::parse(*text)) read = *std::move(parsed);
    }
    // A whole document instead of its graph.
    if (read.object() && read.find("@graph")) return read;
    json::Object payload{{"@graph", std::move(read)}};
    const auto* context = member_of(graph, "@context");
    if (!context) context = member_of(graph, "Context");
    if (context) payload.push_back({"@context", *context});
    return json::Value(std::move(payload));
}

}  // namespace cartulary::assistant
