#include <array>
#include <memory>

#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/organization_text.h"
#include "dialects/acclaim/paging.h"
#include "dialects/acclaim/routes.h"

namespace cartulary::acclaim {

namespace {

using http::Cost;
using http::Method;
using http::Request;
using http::Response;

constexpr auto names = std::to_array<FieldName>({
    {"description", "bio"},
    {"picture", "photo"},
});

std::string render(const Organization& organization, const std::string& public_url) {
    json::Writer writer;
    write_organization(writer, organization, public_url);
    return with_data(writer.take());
}

Result<Response> list_organizations(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto asked = TRY(page_asked(request));
    const auto page = TRY(operations.organizations.list(caller, asked.slice()));
    json::Writer writer;
    writer.begin_object().key("data").begin_array();
    for (const auto& organization : page.items) {
        write_organization(writer, organization, operations.public_url);
    }
    writer.end_array().key("metadata");
    write_metadata_if_needed(writer, request, asked, counts_of(page), operations.public_url);
    writer.end_object();
    return answered(200, writer.take());
}

Result<Response> get_organization(const Operations& operations, BoundedCache& rendered,
                                  const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto [version, text] =
        TRY(operations.organizations.get(caller, id, rendered, [&](const auto& organization) {
            return render(organization, operations.public_url);
        }));
    auto response = answered(200, *text);
    response.headers = {{"ETag", '"' + std::to_string(version) + '"'},
                        {"Cache-Control", "private, no-cache"}};
    return response;
}

// What a PUT says of the picture.
struct PhotoSaid {
    bool changes = false;
    bool is_ours = false;  // the address at which a picture is shown already
    std::string url = {};  // empty: there is to be none
};

// The photo as it was shown, an object, says nothing new.
Result<PhotoSaid> photo_said(const json::Object& object, const std::string& public_url) {
    Body body(object);
    if (!body.has("photo") || body.object("photo")) return PhotoSaid{};
    const auto url = body.text("photo").value_or("");
    TRY(body.outcome());
    return PhotoSaid{true, url.starts_with(public_url + "/pictures/"), url};
}

// What the body itself is wrong about is told before anything is fetched.
Result<void> require_readable(const json::Object& object) {
    OrganizationDraft any;
    Body body(object);
    apply_organization(body, any);
    return body.outcome();
}

Result<Organization> update(const Operations& operations, const Request& request) {
    const auto caller = TRY(caller_of(operations.callers, request));
    const auto id = TRY(organization_of(request));
    const auto object = TRY(object_of(request));
    const auto photo = TRY(photo_said(object, operations.public_url));
    std::string picture;
    if (!photo.url.empty() && !photo.is_ours) {
        TRY(require_readable(object));
        picture = TRY(operations.pictures.add_from(caller, id, photo.url)).text();
    }
    return operations.organizations.change(
        caller, id, [&](OrganizationDraft& draft) -> Result<void> {
            Body body(object);
            apply_organization(body, draft);
            if (!photo.is_ours) {
                if (photo.changes) draft.picture = picture;
            } else if (photo.url != photo_url(draft.picture, operations.public_url)) {
                body.problem("photo", "must be the organization's own, or not of this server");
            }
            return body.outcome();
        });
}

Result<Response> update_organization(const Operations& operations, const Request& request) {
    auto organization = update(operations, request);
    if (!organization) return tl::unexpected(renamed(std::move(organization).error(), names));
    return answered(200, render(*organization, operations.public_url));
}

}  // namespace

Routes organization_routes(const Operations& operations) {
    const auto rendered = std::make_shared<BoundedCache>(operations.rendered_bytes_max / 2);
    const auto one = "/v1/organizations/{organization_id}";
    return {
        route(Method::get, "/v1/organizations", "listOrganizations", Cost::read,
              [operations](const Request& request) {
                  return list_organizations(operations, request);
              }),
        route(Method::get, one, "getOrganization", Cost::read,
              [operations, rendered](const Request& request) {
                  return get_organization(operations, *rendered, request);
              }),
        // It may have to fetch a picture; Pictures says how many at a time.
        route(Method::put, one, "updateOrganization", Cost::write,
              [operations](const Request& request) {
                  return update_organization(operations, request);
              }),
    };
}

}  // namespace cartulary::acclaim
