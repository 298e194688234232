#pragma once

#include <vector>

#include "app/data_folder.h"
#include "app/settings.h"
#include "app/token_keys.h"
#include "http/router.h"
#include "operations/api_keys.h"
#include "operations/applications.h"
#include "operations/attendee_groups.h"
#include "operations/badge_templates.h"
#include "operations/badges.h"
#include "operations/bulk_uploads.h"
#include "operations/callers.h"
#include "operations/company_organizations.h"
#include "operations/company_users.h"
#include "operations/drafts.h"
#include "operations/email_domains.h"
#include "operations/events.h"
#include "operations/finding.h"
#include "operations/organizations.h"
#include "operations/people_operations.h"
#include "operations/pictures.h"
#include "operations/record_history.h"
#include "operations/registrations.h"
#include "operations/resources.h"
#include "operations/staff_operations.h"
#include "operations/tenant_organizations.h"
#include "operations/tenant_people.h"
#include "operations/tenant_uploads.h"
#include "operations/tenants.h"
#include "operations/third_parties.h"
#include "operations/tokens.h"
#include "operations/webhooks.h"
#include "web/pages.h"

namespace cartulary {

// Every operation of a registry, and the interfaces that serve them. `registry` outlives it.
class Interfaces {
public:
    Interfaces(const Registry& registry, const Settings& settings, const DataFolder& folder);

    // The dialects' areas and the pages for people; they refer to this.
    std::vector<http::Area> areas();

    Callers& callers() { return callers_; }
    PeopleOperations& people() { return people_; }
    Pictures& pictures() { return pictures_; }
    Webhooks& webhooks() { return webhooks_; }
    TenantUploads& tenant_uploads() { return tenant_uploads_; }
    Finding& finding() { return finding_; }
    BulkUploads& bulk_uploads() { return bulk_uploads_; }
    StaffOperations& staff() { return staff_; }

private:
    std::vector<http::Area> partners_areas();  // accounts, Acclaim, Litmos, Sunbird
    web::Operations pages_operations();
    std::vector<http::Area> publishing_areas();  // the Assistant, the registry, reconciliation

    const Registry& registry_;
    const Settings& settings_;
    Callers callers_;
    Organizations organizations_;
    Registrations registrations_;
    Tokens tokens_;
    BadgeTemplates badge_templates_;
    Badges badges_;
    Events events_;
    Webhooks webhooks_;
    Pictures pictures_;
    PeopleOperations people_;
    CompanyUsers company_users_;
    CompanyOrganizations company_organizations_;
    AttendeeGroups attendee_groups_;
    EmailDomains email_domains_;
    TenantOrganizations tenant_organizations_;
    TenantPeople tenant_people_;
    TenantUploads tenant_uploads_;
    Tenants tenants_;
    Resources resources_;
    Finding finding_;
    Applications applications_;
    ApiKeys api_keys_;
    ThirdParties third_parties_;
    RecordHistory record_history_;
    Drafts drafts_;
    BulkUploads bulk_uploads_;
    StaffOperations staff_;
    TokenKeys token_keys_;
};

}  // namespace cartulary
