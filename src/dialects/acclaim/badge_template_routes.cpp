#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/badge_filters.h"
#include "dialects/acclaim/badge_requests.h"
#include "dialects/acclaim/badge_template_wire.h"
#include "dialects/acclaim/badge_text.h"
#include "dialects/acclaim/paging.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

std::string render(const IssuedTemplate& issued, const std::string& public_url) {
    json::Writer writer;
    write_badge_template(writer, issued, public_url);
    return with_data(writer.take());
}

Result<Response> list(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto page_number = TRY(page_asked(request));
    const auto filter = TRY(badge_template_filter(request));
    const auto orders = TRY(badge_template_orders(request));
    const auto page = TRY(
        operations.badge_templates.list(caller, organization, filter, orders, page_number.slice()));
    json::Writer writer;
    writer.begin_object().key("data").begin_array();
    for (const auto& issued : page.items) {
        write_badge_template(writer, issued, operations.public_url);
    }
    writer.end_array().key("metadata");
    write_metadata(writer, request, page_number, counts_of(page), operations.public_url);
    writer.end_object();
    return answered(200, writer.take());
}

Result<Response> get(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_template_id"));
    const auto issued = TRY(operations.badge_templates.get(caller, organization, id));
    return answered(200, render(issued, operations.public_url));
}

// What becomes of a template's picture; the outer optional is empty where nothing was said of it.
using PictureChange = std::optional<std::optional<Uuid>>;

// Fetches and stores what has to be.
Result<PictureChange> picture_change(const Operations& operations, const Asked& asked,
                                     const json::Object& said) {
    const auto picture = TRY(read_picture(said, operations.public_url));
    const auto& [caller, organization] = asked;
    if (const auto* at = std::get_if<PictureAt>(&picture)) {
        return TRY(operations.pictures.add_from(caller, organization, at->url));
    }
    if (const auto* sent = std::get_if<PictureBytes>(&picture)) {
        return TRY(operations.pictures.add(caller, organization, sent->bytes));
    }
    if (const auto* id = std::get_if<Uuid>(&picture)) {
        if (!operations.pictures.find(*id)) return fail({{"picture", "is not stored here"}});
        return PictureChange(*id);
    }
    if (std::holds_alternative<NoPicture>(picture)) return PictureChange(std::optional<Uuid>());
    return PictureChange();
}

// The picture comes last, as fetching it is dear: what else is wrong is told before.
Result<PictureChange> read(const Operations& operations, const Asked& asked,
                           const json::Object& said, BadgeTemplateDraft& draft) {
    TRY(apply_badge_template(said, draft));
    auto change = TRY(picture_change(operations, asked, said));
    if (change) draft.picture = *change;
    return change;
}

Result<Response> create(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_of(operations, request));
    const auto repetition = TRY(repetition_of(request));
    const auto said = TRY(object_of(request));
    BadgeTemplateDraft draft;
    if (const auto whole = read(operations, asked, said, draft); !whole) {
        return tl::unexpected(told_to(operations, asked, whole.error()));
    }
    return answered(
        TRY(operations.badge_templates.create(
            asked.caller, asked.organization, draft, repetition,
            [&](const IssuedTemplate& issued) { return render(issued, operations.public_url); })),
        201);
}

Result<Response> update(const Operations& operations, const Request& request) {
    const auto asked = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_template_id"));
    const auto said = TRY(object_of(request));
    BadgeTemplateDraft read_alone;
    const auto picture = read(operations, asked, said, read_alone);
    if (!picture) return tl::unexpected(told_to(operations, asked, picture.error()));
    const auto apply = [&](BadgeTemplateDraft& draft) -> Result<void> {
        if (*picture) draft.picture = **picture;
        return apply_badge_template(said, draft);
    };
    const auto changed =
        TRY(operations.badge_templates.change(asked.caller, asked.organization, id, apply));
    return answered(200, render(changed, operations.public_url));
}

Result<Response> remove(const Operations& operations, const Request& request) {
    const auto [caller, organization] = TRY(asked_of(operations, request));
    const auto id = TRY(id_of(request, "badge_template_id"));
    TRY(operations.badge_templates.remove(caller, organization, id));
    return Response{.status = 204};
}

}  // namespace

Routes badge_template_routes(const Operations& operations) {
    const auto in_our_words = [operations](auto handle) -> Handle {
        return [operations, handle](const Request& request) {
            return handle(operations, request).map_error(in_template_words);
        };
    };
    const std::string all = "/v1/organizations/{organization_id}/badge_templates";
    const auto one = all + "/{badge_template_id}";
    // A picture may have to be fetched; Pictures says how many at a time.
    return {route(Method::get, all, "listBadgeTemplates", Cost::read, in_our_words(list)),
            idempotent(
                route(Method::post, all, "createBadgeTemplate", Cost::write, in_our_words(create))),
            route(Method::get, one, "getBadgeTemplate", Cost::read, in_our_words(get)),
            route(Method::put, one, "updateBadgeTemplate", Cost::write, in_our_words(update)),
            route(Method::del, one, "deleteBadgeTemplate", Cost::write, in_our_words(remove))};
}

}  // namespace cartulary::acclaim
