#include "web/pages.h"

#include <memory>
#include <stdexcept>

#include "web/account/account_page.h"
#include "web/assets.h"
#include "web/badges/badge_page.h"
#include "web/badges/badge_template_page.h"
#include "web/badges/earner_page.h"
#include "web/dashboard/own_pages.h"
#include "web/docs/docs_page.h"
#include "web/finder/finder.h"
#include "web/organization_page.h"
#include "web/page.h"
#include "web/people_routes.h"
#include "web/picture_file.h"
#include "web/publisher/publisher.h"
#include "web/refusal_page.h"
#include "web/staff/staff_page.h"

namespace cartulary::web {

namespace {

// An answer that is the same for everybody until the server starts anew.
http::Route fixed(const std::string& path, std::string operation, http::Response response) {
    const auto shared = std::make_shared<const http::Response>(std::move(response));
    return {http::Method::get, path, std::move(operation), http::Cost::read,
            [shared](const http::Request&) { return *shared; }};
}

http::Response openapi_file(std::string_view openapi) {
    return {.status = 200,
            .content_type = "application/json",
            .body = std::string(openapi),
            .headers = {{"Cache-Control", "no-cache"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"ETag", entity_tag(openapi)}}};
}

Interface read_interface(const Description& description, const Shell& shell) {
    try {
        return {description.name,
                read_api_document(description.openapi, shell.public_url, shell.texts)};
    } catch (const std::runtime_error& error) {
        throw std::runtime_error("the description of " + description.name + ": " + error.what());
    }
}

std::shared_ptr<const Shell> shell_of(const Registry& registry) {
    return std::make_shared<const Shell>(Shell{english, registry.name, registry.public_url});
}

FinderOperations finder_operations(const Registry& registry, const Operations& operations) {
    return {.registry = registry,
            .finding = operations.finding,
            .resources = operations.resources,
            .organizations = operations.organizations,
            .badge_templates = operations.badge_templates};
}

// What shows the state of the registry, or changes it.
std::vector<http::Route> living_routes(const Registry& registry, const Operations& operations,
                                       const std::shared_ptr<const Shell>& shell) {
    auto& badges = operations.badges;
    auto& badge_templates = operations.badge_templates;
    const Visits visits(operations.people, shell);
    const OwnOperations own{.registry = registry,
                            .organizations = operations.organizations,
                            .applications = operations.applications,
                            .api_keys = operations.api_keys,
                            .third_parties = operations.third_parties,
                            .webhooks = operations.webhooks,
                            .record_history = operations.record_history,
                            .drafts = operations.drafts};
    std::vector<http::Route> routes;
    for (auto& part :
         {account_routes(registry, shell),
          organization_routes({operations.organizations, badge_templates, operations.resources},
                              shell),
          badge_template_routes(badge_templates, shell), badge_routes(registry, badges, shell),
          earner_routes(registry, badges, shell), picture_routes(operations.pictures, shell),
          finder_routes(visits, finder_operations(registry, operations)), people_routes(visits),
          own_organization_routes(visits, own),
          publisher_routes(visits, {registry, operations.organizations, operations.drafts,
                                    operations.bulk_uploads}),
          staff_routes(visits, {operations.staff, operations.applications, operations.drafts})}) {
        routes.insert(routes.end(), part.begin(), part.end());
    }
    return routes;
}

}  // namespace

http::Handler resource_page(const Registry& registry, const Operations& operations) {
    return resource_page(Visits(operations.people, shell_of(registry)),
                         finder_operations(registry, operations));
}

http::Area area(const Registry& registry, const Operations& operations,
                std::vector<Description> descriptions) {
    const auto shell = shell_of(registry);
    std::vector<Interface> interfaces;
    for (const auto& description : descriptions) {
        interfaces.push_back(read_interface(description, *shell));
    }

    std::vector<http::Route> routes = {
        fixed("/docs", "listInterfaces", lasting(*shell, docs_page(*shell, interfaces)))};
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
        const auto& interface = interfaces[i];
        for (const auto& [path, page] : interface_pages(*shell, interface)) {
            routes.push_back(fixed(path, "showInterface", lasting(*shell, page)));
        }
        routes.push_back(
            fixed(interface.file_path(), "getDescription", openapi_file(descriptions[i].openapi)));
    }
    for (auto& route : asset_routes()) routes.push_back(std::move(route));
    for (auto& route : living_routes(registry, operations, shell)) {
        routes.push_back(std::move(route));
    }
    return {.prefix = "",
            .ignores_case = false,
            .routes = std::move(routes),
            .refuse = [shell](const http::Refusal& refusal, const http::Request& request) {
                return refusal_page(*shell, refusal, request);
            }};
}

}  // namespace cartulary::web
