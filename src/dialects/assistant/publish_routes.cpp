#include <algorithm>

#include "ctdl/vocabulary.h"
#include "dialects/assistant/routes.h"
#include "dialects/assistant/wrapper.h"

namespace cartulary::assistant {

namespace {

using ctdl::Reading;
using ctdl::assistant::Entity;
using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr std::size_t unresolved_told_max = 100;
constexpr auto nothing_changed = "the registry has the same data already; nothing was changed";

ctdl::Addresses addresses_of(const Operations& operations) {
    return {operations.public_url};
}

void warn_of_unresolved(Answer& answer, const std::vector<Ctid>& unresolved) {
    const auto told = std::min(unresolved.size(), unresolved_told_max);
    for (std::size_t i = 0; i < told; ++i) {
        answer.messages.push_back(
            warning_message(unresolved[i].text() + " is referred to, and is not in this registry"));
    }
    if (told < unresolved.size()) {
        answer.messages.push_back(warning_message(std::to_string(unresolved.size() - told) +
                                                  " more are not in this registry"));
    }
}

// Errors come first.
void add_messages(Answer& answer, const std::vector<std::string>& messages) {
    answer.messages.insert(answer.messages.end(), messages.begin(), messages.end());
}

Answer refused_for(const Error& error, const Wrapper& wrapper, const Entity& entity,
                   const ctdl::Problems& noticed) {
    Answer answer;
    if (error.kind == ErrorKind::not_found) {
        answer.messages.push_back(error_message(
            "PublishForOrganizationIdentifier " + wrapper.owner->ctid() +
            " is no organization for which you may publish; it must be registered here, and "
            "approve a third party that publishes for it"));
    } else {
        answer.messages = messages_of(error, entity.name);
    }
    add_messages(answer, messages_of(noticed));
    return answer;
}

// Publishes what was read, for the organization that the request names.
Answer publish_reading(const Operations& operations, const Caller& caller, const Wrapper& wrapper,
                       const Entity& entity, const Reading& reading) {
    if (!wrapper.messages.empty() || !reading.document) {
        Answer answer{.messages = wrapper.messages};
        add_messages(answer, messages_of(reading.problems));
        return answer;
    }
    const auto published = operations.resources.publish(
        caller, {.owner = *wrapper.owner, .document = *reading.document});
    if (!published) return refused_for(published.error(), wrapper, entity, reading.problems);
    Answer answer{.successful = true, .was_changed = published->changed};
    if (!published->changed) answer.messages.push_back(warning_message(nothing_changed));
    add_messages(answer, messages_of(reading.problems));
    add_messages(answer, messages_of(published->warnings));
    warn_of_unresolved(answer, published->unresolved);
    const auto& ctid = reading.document->ctid();
    answer.resource = published->resource;
    if (wrapper.leaves_payload_out) return answer;
    if (const auto text = operations.resources.graph(ctid)) answer.payload = *text->text;
    return answer;
}

Result<Response> publish(const Operations& operations, const Request& request) {
    const auto entity = TRY(entity_in(request));
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto body = TRY(object_in(request));
    const auto reading = ctdl::assistant::map(entity, body, addresses_of(operations));
    return published(operations, publish_reading(operations, caller, wrapper_of(operations, body),
                                                 entity, reading));
}

// Each has an answer of its own, in the order of the list.
Result<Response> publish_list(const Operations& operations, const Request& request) {
    const auto entity = TRY(entity_in(request));
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto body = TRY(object_in(request));
    const auto list = find_list(body, entity);
    if (!list.values || list.values->size() > list_length_max) {
        const auto name = list.values ? list.name : std::string(entity.name) + 's';
        return published(operations,
                         Answer{.messages = {error_message(name + " must be a list of at most " +
                                                           std::to_string(list_length_max))}});
    }
    const auto wrapper = wrapper_of(operations, body);
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < list.values->size(); ++i) {
        const auto reading = ctdl::assistant::map(entity, body, {list.name, i, (*list.values)[i]},
                                                  addresses_of(operations));
        answers.push_back(publish_reading(operations, caller, wrapper, entity, reading));
    }
    return published(operations, answers);
}

// A document in linked data, of the kind that the path names.
Reading read_graph(const Operations& operations, const Entity& entity, const json::Value& graph,
                   const std::string& name) {
    auto reading = ctdl::read_payload(payload_of(graph), addresses_of(operations));
    if (reading.document) {
        for (auto& problem : ctdl::missing_in(*reading.document)) {
            reading.problems.push_back(std::move(problem));
        }
        const auto type = reading.document->type();
        if (!ctdl::is_a(type, entity.family)) {
            reading.problems.push_back(
                {ctdl::Problem::Severity::error, "@type",
                 "must be a kind of " + std::string(entity.family) + ", not " + std::string(type)});
        }
    }
    for (auto& [severity, path, text] : reading.problems) {
        path = path.empty() ? name : name + '.' + path;
    }
    std::stable_partition(reading.problems.begin(), reading.problems.end(),
                          [](const ctdl::Problem& problem) {
                              return problem.severity == ctdl::Problem::Severity::error;
                          });
    if (ctdl::has_errors(reading.problems)) reading.document.reset();
    return reading;
}

Result<Response> publish_graph(const Operations& operations, const Request& request) {
    const auto entity = TRY(entity_in(request));
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto body = TRY(object_in(request));
    const auto stated = find_graphs(body);
    if (stated.name.empty() || (stated.values && stated.values->size() > list_length_max)) {
        return published(
            operations,
            Answer{.messages = {error_message("GraphInput must be a graph, or a list of at most " +
                                              std::to_string(list_length_max))}});
    }
    const auto wrapper = wrapper_of(operations, body);
    const auto one = [&](const json::Value& graph, const std::string& name) {
        return publish_reading(operations, caller, wrapper, entity,
                               read_graph(operations, entity, graph, name));
    };
    if (!stated.values) {
        return published(operations, one(*member_of(body, stated.name), stated.name));
    }
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < stated.values->size(); ++i) {
        answers.push_back(one((*stated.values)[i], stated.name + '[' + std::to_string(i) + ']'));
    }
    return published(operations, answers);
}

Result<Response> format(const Operations& operations, const Request& request) {
    const auto entity = TRY(entity_in(request));
    const auto body = TRY(object_in(request));
    const auto graphs = find_graphs(body);
    const auto reading =
        graphs.name.empty()
            ? ctdl::assistant::map(entity, body, addresses_of(operations))
            : read_graph(operations, entity, *member_of(body, graphs.name), graphs.name);
    Answer answer{.successful = reading.document.has_value(),
                  .messages = messages_of(reading.problems)};
    if (reading.document) {
        answer.payload = ctdl::graph_text(operations.resources.previewed(*reading.document).text(),
                                          addresses_of(operations));
    }
    return formatted(answer);
}

}  // namespace

std::vector<http::Route> publish_routes(const Operations& operations) {
    return {route(Method::post, "/assistant/{entity}/publish", "publish", Cost::write,
                  std::bind_front(publish, operations)),
            route(Method::post, "/assistant/{entity}/publishList", "publishList", Cost::write,
                  std::bind_front(publish_list, operations)),
            route(Method::post, "/assistant/{entity}/publishGraph", "publishGraph", Cost::write,
                  std::bind_front(publish_graph, operations)),
            route(Method::post, "/assistant/{entity}/format", "format", Cost::slow,
                  std::bind_front(format, operations))};
}

}  // namespace cartulary::assistant
