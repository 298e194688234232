#include "dialects/litmos/organization_routes.h"

#include <memory>
#include <utility>

#include "dialects/litmos/answer.h"
#include "dialects/litmos/render.h"
#include "dialects/litmos/wire.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using http::Request;
using http::Response;

constexpr auto list_path = "/api/organizations";
constexpr auto one_path = "/api/organizations/{Id}";

Result<std::int32_t> organization_in(const Request& request) {
    return number_in(request.path_parameter("Id"));
}

// Page after page, each read when the client has taken the one before, so that a list of any
// length needs the memory of one page.
class Listing {
public:
    // Reads the first page, so that a failure can still be told.
    Listing(CompanyOrganizations& organizations, CompanyUserCaller user)
        : organizations_(organizations),
          user_(std::move(user)),
          page_(organizations_.page(user_, 0)) {}

    std::optional<std::string> next_piece() {
        if (ended_) return std::nullopt;
        std::string piece(begun_ ? "" : data_begin);
        if (begun_) page_ = organizations_.page(user_, after_);
        for (const auto& organization : page_) {
            after_ = organization.organization.number;
            if (std::exchange(begun_, true)) piece += ',';
            json::Writer writer;
            write(writer, organization);
            piece += writer.take();
        }
        ended_ = page_.size() < CompanyOrganizations::page_size;
        if (ended_) piece += data_end;
        page_ = {};
        return piece;
    }

private:
    CompanyOrganizations& organizations_;
    CompanyUserCaller user_;
    std::vector<CompanyOrganization> page_;
    std::int32_t after_ = 0;
    bool begun_ = false;  // an organization was written
    bool ended_ = false;
};

Result<Response> list(CompanyOrganizations& organizations, const CompanyUserCaller& user,
                      const Request& request) {
    const auto number = filter(request, "Id");
    CompanyOrganizations::Filter wanted{
        .number = {}, .key = filter(request, "key"), .external_id = filter(request, "ExternalId")};
    if (number) {
        const auto parsed = number_in(*number);
        if (!parsed) return fail({FieldProblem{"Id", "must be a whole number above 0"}});
        wanted.number = *parsed;
    }
    if (!wanted.number && !wanted.key && !wanted.external_id) {
        const auto listing = std::make_shared<Listing>(organizations, user);
        auto response = answered(200, {});
        response.stream = [listing] { return listing->next_piece(); };
        return response;
    }
    std::vector<CompanyOrganization> found;
    if (auto one = organizations.find(user, wanted)) found.push_back(*std::move(one));
    return answered(200, render(found));
}

Result<Response> create(CompanyOrganizations& organizations, const CompanyUserCaller& user,
                        const Request& request) {
    const auto repetition = TRY(repetition_of(request));
    const auto statement = TRY(parse_organization(request.body, Absent::becomes_default));
    return answered(
        TRY(organizations.create(user, statement, repetition, render_one<CompanyOrganization>)));
}

Result<Response> get(CompanyOrganizations& organizations, const CompanyUserCaller& user,
                     const Request& request) {
    const auto number = TRY(organization_in(request));
    return answered(200, render_one(TRY(organizations.get(user, number))));
}

Result<Response> replace(CompanyOrganizations& organizations, const CompanyUserCaller& user,
                         const Request& request) {
    const auto number = TRY(organization_in(request));
    const auto statement = TRY(parse_organization(request.body, Absent::becomes_nothing));
    return answered(200, render_one(TRY(organizations.replace(user, number, statement))));
}

Result<Response> remove(CompanyOrganizations& organizations, const CompanyUserCaller& user,
                        const Request& request) {
    const auto number = TRY(organization_in(request));
    return answered(200, render_one(TRY(organizations.remove(user, number))));
}

}  // namespace

std::vector<http::Route> organization_routes(const Operations& operations) {
    const Subject subject{operations.users, organization_names};
    auto& organizations = operations.organizations;
    const auto with = [&organizations](auto handler) {
        return [&organizations, handler](const CompanyUserCaller& user, const Request& request) {
            return handler(organizations, user, request);
        };
    };
    return {subject.route(Method::get, list_path, "listOrganizations", with(list)),
            subject.route(Method::post, list_path, "createOrganization", with(create)),
            subject.route(Method::get, one_path, "getOrganization", with(get)),
            subject.route(Method::put, one_path, "replaceOrganization", with(replace)),
            subject.route(Method::del, one_path, "deleteOrganization", with(remove)),
            // As the document writes it.
            subject.route(Method::del, "/api/organization/{Id}", "deleteOrganizationSingular",
                          with(remove))};
}

}  // namespace cartulary::litmos
