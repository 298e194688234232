#include "dialects/assistant/routes.h"
#include "dialects/assistant/wrapper.h"

namespace cartulary::assistant {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

// What the request names: CTID, or CTIDList.
struct Named {
    std::vector<std::string> ctids;
    std::vector<std::string> messages = {};
};

Named named_in(const json::Value& body) {
    Named named;
    if (const auto ctid = text_in(body, "CTID"); !ctid.empty()) named.ctids.push_back(ctid);
    if (const auto* stated = member_of(body, "CTIDList")) {
        const auto* list = stated->array();
        if (!list || list->size() > list_length_max) {
            named.messages.push_back(error_message("CTIDList must be a list of at most " +
                                                   std::to_string(list_length_max) + " CTIDs"));
            return named;
        }
        for (const auto& ctid : *list) {
            named.ctids.push_back(ctid.string() ? *ctid.string() : json::text_of(ctid));
        }
    }
    if (named.ctids.empty()) named.messages.push_back(error_message("CTID is required"));
    return named;
}

// Nothing, or why it was not deleted.
std::vector<std::string> remove_one(const Operations& operations, const Caller& caller,
                                    const ctdl::assistant::Entity& entity, const Wrapper& wrapper,
                                    const std::string& written) {
    const auto ctid = Ctid::parse(written);
    if (!ctid) {
        return {error_message("CTID " + written.substr(0, 100) + ' ' + std::string(ctid_problem))};
    }
    const auto known = operations.resources.known(*ctid);
    if (known && known->resource.ctid != *ctid) {
        return {error_message(ctid->text() + " is a part of " + known->resource.ctid.text() +
                              ", and is deleted by publishing that without it")};
    }
    if (known && known->owner != *wrapper.owner) {
        return {error_message(ctid->text() + " is not of PublishForOrganizationIdentifier " +
                              wrapper.owner->ctid())};
    }
    const auto removed = operations.resources.remove(caller, *ctid);
    if (removed) return {};
    auto messages = messages_of(removed.error(), entity.name);
    for (auto& message : messages) message += " (" + ctid->text() + ')';
    return messages;
}

Result<Response> remove(const Operations& operations, const Request& request) {
    const auto entity = TRY(entity_in(request));
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto body = TRY(object_in(request));
    const auto wrapper = wrapper_of(operations, body);
    const auto named = named_in(body);
    Answer answer{.messages = wrapper.messages};
    answer.messages.insert(answer.messages.end(), named.messages.begin(), named.messages.end());
    if (answer.messages.empty()) {
        for (const auto& ctid : named.ctids) {
            for (auto& message : remove_one(operations, caller, entity, wrapper, ctid)) {
                answer.messages.push_back(std::move(message));
            }
        }
    }
    answer.successful = answer.messages.empty();
    return deleted(answer);
}

}  // namespace

std::vector<http::Route> delete_routes(const Operations& operations) {
    return {route(Method::del, "/assistant/{entity}/delete", "delete", Cost::write,
                  std::bind_front(remove, operations)),
            // For clients that cannot send a body with DELETE.
            route(Method::post, "/assistant/{entity}/delete", "deleteByPost", Cost::write,
                  std::bind_front(remove, operations))};
}

}  // namespace cartulary::assistant
