#include "dialects/registry/envelope_events.h"

#include "dialects/registry/answer.h"
#include "dialects/registry/envelope_text.h"

namespace cartulary::registry {

namespace {

using http::Request;
using http::Response;

constexpr int looked_at_max = 2'000;  // changes, for one answer

Result<std::optional<Ctid>> of_one(const Request& request) {
    const auto text = request.query_parameter("ctid").value_or("");
    if (text.empty()) return std::nullopt;
    const auto ctid = Ctid::parse(text);
    if (!ctid) return fail(ErrorKind::invalid, "ctid " + std::string(ctid_problem));
    return ctid;
}

Result<std::string> event_in(const Request& request) {
    const auto event = request.query_parameter("event").value_or("");
    for (const auto* known : {"", "create", "update", "destroy"}) {
        if (event == known) return event;
    }
    return fail(ErrorKind::invalid, "event must be create, update or destroy");
}

struct Found {
    std::vector<std::string> items;
    std::int64_t next = 0;  // after which number to go on
    bool more = false;
};

Found found_after(const Operations& operations, std::int64_t after, const std::string& event,
                  std::optional<Ctid> ctid, std::size_t count) {
    Found found{.items = {}, .next = after};
    for (int looked_at = 0; looked_at < looked_at_max;) {
        const auto batch = operations.resources.changes_after(found.next, per_page_max, ctid);
        for (const auto& told : batch) {
            if (found.items.size() == count) {
                found.more = true;
                return found;
            }
            found.next = told.change.number;
            if (!event.empty() && event_name(told.change.event) != event) continue;
            found.items.push_back(render_change(told));
        }
        if (static_cast<int>(batch.size()) < per_page_max) return found;
        looked_at += per_page_max;
    }
    found.more = true;
    return found;
}

}  // namespace

Result<Response> list_events(const Operations& operations, const Request& request) {
    const auto asked = TRY(page_asked(request));
    if (asked.number != 1) {
        return fail(ErrorKind::invalid,
                    "the changes have no pages: go on with after, as the header Link says");
    }
    const auto ctid = TRY(of_one(request));
    const auto event = TRY(event_in(request));
    const auto after = TRY(change_in(operations, request, "after")).value_or(0);
    const auto found =
        found_after(operations, after, event, ctid, static_cast<std::size_t>(asked.per_page));
    std::string body = "[";
    for (const auto& item : found.items) {
        if (body.size() > 1) body += ',';
        body += item;
    }
    auto response = answered(200, body + ']');
    const auto next =
        address_with(request, operations.public_url, "after", std::to_string(found.next));
    if (found.more) response.headers.push_back({"Link", '<' + next + ">; rel=\"next\""});
    // From where who has read all goes on later.
    response.headers.push_back({"X-Next-After", std::to_string(found.next)});
    response.headers.push_back({"Cache-Control", "no-cache"});
    return response;
}

}  // namespace cartulary::registry
