#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/api_keys.h"
#include "operations/applications.h"
#include "operations/drafts.h"
#include "operations/organizations.h"
#include "operations/record_history.h"
#include "operations/third_parties.h"
#include "operations/webhooks.h"
#include "web/paging.h"
#include "web/question.h"
#include "web/visit.h"

// The pages by which people look after their organizations.
namespace cartulary::web {

struct OwnOperations {
    const Registry& registry;
    Organizations& organizations;
    Applications& applications;
    ApiKeys& api_keys;
    ThirdParties& third_parties;
    Webhooks& webhooks;
    RecordHistory& record_history;
    Drafts& drafts;
};

// All of them. What `operations` refers to outlives them.
std::vector<http::Route> own_organization_routes(const Visits& visits,
                                                 const OwnOperations& operations);

// Somebody looks after the organization that the path names.
struct Own {
    Visit& visit;
    const OwnOperations& operations;
    OrganizationId id;

    const Texts& texts() const { return visit.texts(); }
    const Actor& actor() const { return visit.actor(); }
    std::string path(std::string_view part = {}) const;  // "/dashboard/organizations/ce-…/keys"
    http::Response go_to(std::string_view part, Notice notice) const;
};

// Routes below an organization: `path` goes on after its CTID.
class OwnPages {
public:
    using Handler = std::function<http::Response(const Own&)>;

    OwnPages(const Visits& visits, const OwnOperations& operations)
        : visits_(visits), operations_(operations) {}

    http::Route page(const std::string& path, std::string operation, Handler show) const;
    http::Route form(const std::string& path, std::string operation, Handler take) const;

private:
    std::function<http::Response(Visit&)> of_organization(Handler handle) const;

    const Visits& visits_;
    const OwnOperations operations_;
};

std::vector<http::Route> dashboard_routes(const Visits& visits, const OwnOperations& operations);
std::vector<http::Route> overview_routes(const OwnPages& pages);
std::vector<http::Route> organization_edit_routes(const OwnPages& pages);
std::vector<http::Route> new_organization_routes(const Visits& visits,
                                                 const OwnOperations& operations);
std::vector<http::Route> key_routes(const OwnPages& pages);
std::vector<http::Route> third_party_routes(const OwnPages& pages);
std::vector<http::Route> webhook_routes(const OwnPages& pages);
std::vector<http::Route> delivery_routes(const OwnPages& pages);
std::vector<http::Route> history_routes(const OwnPages& pages);

// A page of an organization: the links, then the content.
Page own_page(const Own& own, std::string_view organization, std::string_view here,
              std::string title, const Markup& content);

// The form with the record of an organization, and what is wrong with it; also for the first time.
http::Response edit_page(const Own& own, const Organization& organization,
                         const OrganizationDraft& draft, const Problems& problems);

// Submits it for approval; leads to the form where something is missing.
http::Response submit(const Own& own);

// A question before something that cannot be undone.
http::Response ask(const Own& own, std::string_view organization, std::string_view here,
                   std::string title, const Question& question);

}  // namespace cartulary::web
