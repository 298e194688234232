#include <charconv>

#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/badge_filters.h"
#include "dialects/acclaim/badge_members.h"
#include "dialects/acclaim/badge_requests.h"
#include "dialects/acclaim/badge_text.h"
#include "dialects/acclaim/badge_wire.h"
#include "dialects/acclaim/body.h"
#include "dialects/acclaim/paging.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

std::string render(const IssuedBadge& issued, const std::string& public_url) {
    json::Writer writer;
    write_badge(writer, issued, public_url);
    return with_data(writer.take());
}

void write_all(json::Writer& writer, const std::vector<IssuedBadge>& badges,
               const std::string& public_url) {
    writer.begin_array();
    for (const auto& issued : badges) write_badge(writer, issued, public_url);
    writer.end_array();
}

Result<Response> list(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto page_number = TRY(page_asked(request));
    const auto filter = TRY(badge_filter(request));
    const auto orders = TRY(badge_orders(request));
    const auto page =
        TRY(operations.badges.list(caller, organization, filter, orders, page_number.slice()));
    json::Writer writer;
    writer.begin_object().key("data");
    write_all(writer, page.items, operations.public_url);
    writer.key("metadata");
    write_metadata(writer, request, page_number, counts_of(page), operations.public_url);
    writer.end_object();
    return answered(200, writer.take());
}

Result<Response> get(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_id"));
    const auto issued = TRY(operations.badges.get(caller, organization, id));
    return answered(200, render(issued, operations.public_url));
}

Result<Response> issue(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_of(operations, request));
    const auto repetition = TRY(repetition_of(request));
    const auto said = TRY(members_of(request));
    const auto badge = read_badge(said);
    if (!badge) return tl::unexpected(told_to(operations, asked, badge.error()));
    return answered(
        TRY(operations.badges.issue(
            asked.caller, asked.organization, *badge, repetition,
            [&](const IssuedBadge& issued) { return render(issued, operations.public_url); })),
        201);
}

std::string badge_prefix(std::size_t index) {
    return "badges[" + std::to_string(index) + "].";
}

// All that a batch has, or the problems of the first that is wrong.
Result<std::vector<NewBadge>> read_batch(const json::Object& said) {
    Body body(said);
    const auto objects = body.objects("badges");
    TRY(body.outcome());
    if (!objects) return fail({{"badges", "is required"}});
    std::vector<NewBadge> wanted;
    for (const auto* object : *objects) {
        auto badge = read_badge(*object);
        if (!badge) {
            for (auto& found : badge.error().fields) {
                found.field.insert(0, badge_prefix(wanted.size()));
            }
            return tl::unexpected(std::move(badge).error());
        }
        wanted.push_back(*std::move(badge));
        if (wanted.size() > badges_in_batch_max) break;  // refused for that, whatever comes
    }
    return wanted;
}

// Which badge of a batch a refusal is about: its fields begin with "badges[3].", or are
// "badges[3]". That is taken away, so that the attributes are those of a badge that is issued
// alone.
std::optional<std::size_t> take_index(Error& error) {
    constexpr std::string_view before = "badges[";
    std::optional<std::size_t> first;
    for (auto& [field, problem] : error.fields) {
        std::size_t index = 0;
        if (!field.starts_with(before)) continue;
        const auto [end, wrong] =
            std::from_chars(field.data() + before.size(), field.data() + field.size(), index);
        if (wrong != std::errc() || *end != ']') continue;
        if (!first) first = index;
        const auto prefix = badge_prefix(index);
        if (field.starts_with(prefix)) field.erase(0, prefix.size());
    }
    return first;
}

Response refused_batch(Error error) {
    const auto index = take_index(error);
    return refused(in_badge_words(std::move(error)), index);
}

Result<Response> issue_all(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_of(operations, request));
    const auto repetition = TRY(repetition_of(request));
    const auto said = TRY(object_of(request));
    const auto wanted = read_batch(said);
    if (!wanted) return refused_batch(told_to(operations, asked, wanted.error()));
    const auto answer =
        operations.badges.issue_all(asked.caller, asked.organization, *wanted, repetition,
                                    [&](const std::vector<IssuedBadge>& badges) {
                                        json::Writer writer;
                                        write_all(writer, badges, operations.public_url);
                                        return with_data(writer.take());
                                    });
    return answer ? answered(*answer, 201) : refused_batch(answer.error());
}

Result<Response> replace(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_id"));
    const auto repetition = TRY(repetition_of(request));
    const auto said = TRY(members_of(request));
    return answered(
        TRY(operations.badges.replace(
            caller, organization, id, [&](NewBadge& badge) { return apply_badge(said, badge); },
            repetition,
            [&](const IssuedBadge& issued) { return render(issued, operations.public_url); })),
        201);
}

Result<Response> revoke(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_id"));
    const auto revocation = read_revocation(TRY(members_of(request)));
    if (!revocation) return tl::unexpected(told_to(operations, asked, revocation.error()));
    const auto issued =
        TRY(operations.badges.revoke(asked.caller, asked.organization, id, *revocation));
    return answered(200, render(issued, operations.public_url));
}

Result<Response> remove(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_id"));
    TRY(operations.badges.remove(caller, organization, id));
    return Response{.status = 204};
}

}  // namespace

Routes badge_routes(const Operations& operations) {
    const auto in_our_words = [operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) {
            return handle(operations, request).map_error(in_badge_words);
        };
    };
    const std::string all = "/v1/organizations/{organization_id}/badges";
    const auto one = all + "/{badge_id}";
    return {
        route(Method::get, all, "listBadges", Cost::read, in_our_words(list)),
        idempotent(route(Method::post, all, "issueBadge", Cost::write, in_our_words(issue))),
        idempotent(route(Method::post, all + "/batch", "issueBadges", Cost::write,
                         in_our_words(issue_all))),
        route(Method::get, one, "getBadge", Cost::read, in_our_words(get)),
        idempotent(route(Method::post, one + "/replace", "replaceBadge", Cost::write,
                         in_our_words(replace))),
        route(Method::put, one + "/revoke", "revokeBadge", Cost::write, in_our_words(revoke)),
        route(Method::del, one, "deleteBadge", Cost::write, in_our_words(remove)),
    };
}

}  // namespace cartulary::acclaim
