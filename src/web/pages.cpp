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
#include "web/language_choice.h"
#include "web/organization_page.h"
#include "web/page.h"
#include "web/people_routes.h"
#include "web/picture_file.h"
#include "web/publisher/publisher.h"
#include "web/refusal_page.h"
#include "web/shells.h"
#include "web/staff/staff_page.h"

namespace cartulary::web {

namespace {

// An answer that is the same for everybody until the server starts anew.
http::Route fixed(const std::string& path, std::string operation, http::Response response) {
    const auto shared = std::make_shared<const http::Response>(std::move(response));
    return {http::Method::get, path, std::move(operation), http::Cost::read,
            [shared](const http::Request&) { return *shared; }};
}

struct FixedPage {
    std::string path;
    std::string operation;
    http::Response response;
};

// The same for everybody who reads its language, in the order of `languages`.
http::Route fixed(const std::shared_ptr<const Shells>& shells, std::vector<FixedPage> page) {
    const auto path = page.front().path;
    const auto operation = page.front().operation;
    const auto shared = std::make_shared<const std::vector<FixedPage>>(std::move(page));
    return {http::Method::get, path, operation, http::Cost::read,
            [shells, shared](const http::Request& request) {
                const auto language = static_cast<std::size_t>(shells->language_of(request));
                return shared->at(language).response;
            }};
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

// Those of one language.
std::vector<FixedPage> fixed_pages(const Shells& shells, Language language,
                                   const std::vector<Description>& descriptions) {
    std::vector<FixedPage> pages;
    const auto add = [&](const std::string& path, std::string operation, const auto& page_of) {
        const auto shell = shells.in(language, path);
        pages.push_back({path, std::move(operation), lasting(shell, page_of(shell))});
    };
    std::vector<Interface> interfaces;
    for (const auto& description : descriptions) {
        interfaces.push_back(read_interface(description, shells.in(language, "/")));
    }
    add("/docs", "listInterfaces",
        [&](const Shell& shell) { return docs_page(shell, interfaces); });
    for (const auto& interface : interfaces) {
        for (const auto& [path, page] : interface_pages(shells.in(language, "/"), interface)) {
            add(path, "showInterface",
                [&page = page](const Shell&) -> const Page& { return page; });
        }
    }
    return pages;
}

std::vector<http::Route> fixed_routes(const std::shared_ptr<const Shells>& shells,
                                      const std::vector<Description>& descriptions) {
    std::vector<std::vector<FixedPage>> pages;  // by path, and in the order of `languages`
    for (const auto language : languages) {
        auto of_language = fixed_pages(*shells, language, descriptions);
        pages.resize(of_language.size());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            pages[i].push_back(std::move(of_language[i]));
        }
    }
    std::vector<http::Route> routes;
    for (auto& page : pages) routes.push_back(fixed(shells, std::move(page)));
    return routes;
}

std::shared_ptr<const Shells> shells_of(const Registry& registry) {
    return std::make_shared<const Shells>(registry.name, registry.public_url);
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
                                       const std::shared_ptr<const Shells>& shells) {
    auto& badges = operations.badges;
    auto& badge_templates = operations.badge_templates;
    const Visits visits(operations.people, shells);
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
         {language_routes(shells), account_routes(registry, shells),
          organization_routes({operations.organizations, badge_templates, operations.resources},
                              shells),
          badge_template_routes(badge_templates, shells), badge_routes(registry, badges, shells),
          earner_routes(registry, badges, shells), picture_routes(operations.pictures, shells),
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
    return resource_page(Visits(operations.people, shells_of(registry)),
                         finder_operations(registry, operations));
}

http::Area area(const Registry& registry, const Operations& operations,
                std::vector<Description> descriptions) {
    const auto shells = shells_of(registry);
    auto routes = fixed_routes(shells, descriptions);
    for (const auto& description : descriptions) {
        const auto interface = read_interface(description, shells->in(languages.front(), "/"));
        routes.push_back(
            fixed(interface.file_path(), "getDescription", openapi_file(description.openapi)));
    }
    for (auto& route : asset_routes()) routes.push_back(std::move(route));
    for (auto& route : living_routes(registry, operations, shells)) {
        routes.push_back(std::move(route));
    }
    return {.prefix = "",
            .ignores_case = false,
            .routes = std::move(routes),
            .refuse = [shells](const http::Refusal& refusal, const http::Request& request) {
                return refusal_page(shells->of(request), refusal, request);
            }};
}

}  // namespace cartulary::web
