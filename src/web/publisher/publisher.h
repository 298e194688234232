#pragma once

#include <functional>
#include <string>
#include <vector>

#include "operations/bulk_uploads.h"
#include "operations/drafts.h"
#include "operations/organizations.h"
#include "web/visit.h"

// What people publish by form and by table.
namespace cartulary::web {

struct PublisherOperations {
    const Registry& registry;
    Organizations& organizations;
    Drafts& drafts;
    BulkUploads& bulk_uploads;
};

// All of its pages: of forms, lists and tables. What `operations` refers to outlives them.
std::vector<http::Route> publisher_routes(const Visits& visits,
                                          const PublisherOperations& operations);

// Somebody at work for an organization; of most pages also on one kind of thing.
struct Desk {
    Visit& visit;
    const PublisherOperations& operations;
    Caller caller;
    OrganizationId organization;
    std::string organization_name;
    bool may_write = false;
    ctdl::templates::Kind kind = ctdl::templates::Kind::credentials;

    const Texts& texts() const { return visit.texts(); }
    const ctdl::templates::Template& of() const { return ctdl::templates::template_of(kind); }

    std::string publisher_path() const;  // "/dashboard/organizations/ce-…/publisher"
    std::string list_path() const;       // "…/credentials"
    std::string draft_path(const Ctid& draft) const;
    std::string bulk_path() const;
};

// Routes below an organization's publisher: `path` goes on after it ("/{kind}/new"). Who may only
// look gets pages, and no forms.
class Desks {
public:
    using Handler = std::function<http::Response(Desk&)>;

    Desks(const Visits& visits, const PublisherOperations& operations)
        : visits_(visits), operations_(operations) {}

    http::Route page(const std::string& path, std::string operation, Handler show) const;
    http::Route form(const std::string& path, std::string operation, http::Cost cost,
                     Handler take) const;

private:
    const Visits& visits_;
    const PublisherOperations operations_;
};

std::vector<http::Route> publisher_page_routes(const Desks& desks);
std::vector<http::Route> drafts_page_routes(const Desks& desks);
std::vector<http::Route> draft_page_routes(const Desks& desks);
std::vector<http::Route> draft_change_routes(const Desks& desks);
std::vector<http::Route> draft_preview_routes(const Desks& desks);
std::vector<http::Route> bulk_page_routes(const Desks& desks);
std::vector<http::Route> bulk_upload_routes(const Desks& desks);
std::vector<http::Route> table_file_routes(const Desks& desks);

// The draft that the path names ("{draft}"); nothing where it is no CTID.
std::optional<Ctid> draft_in(const Desk& desk);

// "Credentials"
std::string_view kind_text(const Texts& texts, ctdl::templates::Kind kind);
// "a credential", as titles and buttons name one.
std::string_view one_text(const Texts& texts, ctdl::templates::Kind kind);

// How a draft stands, in words and color.
Markup standing_tag(const Texts& texts, const Draft& draft);

}  // namespace cartulary::web
