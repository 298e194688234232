#include "store/invariants.h"

namespace cartulary::invariants {

namespace {

struct Invariant {
    const char* broken;  // goes on after the number of rows
    const char* count_sql;
};

// Of the approved ones. Companies and tenants with their organizations are looked after by users of
// their own, those that were brought in from elsewhere by nobody yet.
#define LOOKED_AFTER_BY_PEOPLE                                              \
    "status = 'approved' and tenant is null and not exists (select 1 from " \
    "company where company.organization = organization.number) and not "    \
    "exists (select 1 from tenant_organization where "                      \
    "tenant_organization.organization = organization.number) and not "      \
    "exists (select 1 from event where event.organization = "               \
    "organization.number and sequence = 1 and actor = 'import')"

// Of these, the ones that a partner brought in: what people entered was approved by staff.
#define REGISTERED_BY_A_PARTNER                                   \
    LOOKED_AFTER_BY_PEOPLE                                        \
    " and not exists (select 1 from organization_decision where " \
    "organization_decision.organization = organization.number and decision = 'approved')"

constexpr Invariant all[] = {
    {"organizations have another number of events than they count", R"(
        select count(*) from organization
        where event_count <> (select count(*) from event where event.organization =
            organization.number))"},
    {"organizations have gaps in the numbers of their events", R"(
        select count(*) from organization
        where event_count <> (select coalesce(max(event.sequence), 0) from event
            where event.organization = organization.number))"},
    {"organizations have no event of their registration", R"(
        select count(*) from organization
        where not exists (select 1 from event where event.organization = organization.number
            and event.sequence = 1 and event.type = 'organization.registered'))"},
    {"approved organizations have no administrator",
     "select count(*) from organization where " LOOKED_AFTER_BY_PEOPLE R"(
        and not exists (select 1 from membership
            where membership.organization = organization.number and role = 'administrator'))"},
    {"approved organizations never had an API key",
     "select count(*) from organization where " REGISTERED_BY_A_PARTNER R"(
        and not exists (select 1 from api_key
            where api_key.organization = organization.number))"},
    {"approved organizations are neither trusted partners nor in a relationship with one",
     "select count(*) from organization where " REGISTERED_BY_A_PARTNER R"(
        and trusted_partner = 0 and not exists (select 1 from relationship
                where relationship.organization = organization.number))"},
    {"people who never set a password have no link to do so and are in no organization", R"(
        select count(*) from person
        where password_hash = '' and staff = 0
            and not exists (select 1 from membership where membership.person = person.id))"},
    {"mails are in a state that does not exist", R"(
        select count(*) from mail where state not in ('waiting', 'sent', 'given_up'))"},
    {"mails were ended and still hold their secret link", R"(
        select count(*) from mail where state <> 'waiting' and length(sealed_link) > 0)"},
    {"approved organizations do not know when they were approved", R"(
        select count(*) from organization where status = 'approved' and approved_at is null)"},
    {"authorization tokens let nobody do anything", R"(
        select count(*) from authorization_token
        where read_enabled = 0 and write_enabled = 0 and delete_enabled = 0)"},
    {"badge templates have another number of badges than they count", R"(
        select count(*) from badge_template
        where badge_count <> (select count(*) from badge
            where badge.template = badge_template.id))"},
    {"badges are of another organization than their template", R"(
        select count(*) from badge join badge_template on badge_template.id = badge.template
        where badge.organization <> badge_template.organization)"},
    {"webhook deliveries are in a state that does not exist", R"(
        select count(*) from webhook_delivery
        where state not in ('waiting', 'delivered', 'dead'))"},
    {"webhook deliveries ended and do not know when", R"(
        select count(*) from webhook_delivery where state <> 'waiting' and ended_at is null)"},
    {"webhook deliveries wait and nobody will look at them", R"(
        select count(*) from webhook_delivery
        where state = 'waiting' and not exists (select 1 from webhook_receiver
            where webhook_receiver.organization = webhook_delivery.organization
                and (disabled <> '' or due_at is not null or leased_until is not null)))"},
    {"organizations of companies belong to another tenant", R"(
        select count(*) from company_organization
            join organization on number = company_organization.organization
        where tenant is null or tenant <> company)"},
    {"organizations of companies have no key", R"(
        select count(*) from company_organization
        where not exists (select 1 from identifier
            where identifier.organization = company_organization.organization
                and identifier.scheme = 'litmos.key'))"},
    {"e-mail domains belong to another company than their organization", R"(
        select count(*) from email_domain
            join company_organization
                on company_organization.organization = email_domain.organization
        where email_domain.company <> company_organization.company)"},
    {"organizations of tenants belong to another tenant", R"(
        select count(*) from tenant_organization
            join organization on number = tenant_organization.organization
        where coalesce(tenant, number) <> root or serial <> own_serial
            or is_root <> case when root = number then 1 else 0 end)"},
    {"organizations of tenants do not know their tenant's serial or channel", R"(
        select count(*) from tenant_organization own
            join tenant_organization root on root.organization = own.root
        where own.root_serial <> root.own_serial or own.channel <> root.channel)"},
    {"tenants have another channel than their identifier", R"(
        select count(*) from tenant_organization
        where is_root = 1 and not exists (select 1 from identifier
            where identifier.organization = tenant_organization.organization
                and scheme = 'sunbird.channel' and value = channel))"},
    {"people of tenants have no tenant", R"(
        select count(*) from tenant_person
        where not exists (select 1 from tenant_organization
            where tenant_organization.organization = tenant and is_root = 1))"},
    {"resources do not have all their versions", R"(
        select count(*) from resource
        where part_of is null and revision <> (select count(*) from resource_version
            where resource_version.resource = number
                and resource_version.revision between 1 and resource.revision))"},
    {"resources have another digest or owner than their latest version", R"(
        select count(*) from resource join resource_version
            on resource_version.resource = number
                and resource_version.revision = resource.revision
        where part_of is null and (resource_version.digest <> resource.digest
            or resource_version.owner <> resource.owner
            or case when resource_version.event = 'deleted' then 1 else 0 end
                <> case when deleted_at is null then 0 else 1 end))"},
    {"resources are of no organization", R"(
        select count(*) from resource
        where not exists (select 1 from organization where organization.number = owner))"},
    {"parts of resources are part of a part, or of another's", R"(
        select count(*) from resource part join resource whole on whole.number = part.part_of
        where whole.part_of is not null or whole.owner <> part.owner
            or (part.deleted_at is null and whole.deleted_at is not null))"},
    {"resources are found while they are deleted, or not found while they are there", R"(
        select count(*) from resource
        where case when deleted_at is null then 1 else 0 end
            <> case when entry_hash = 0 then 0 else 1 end)"},
    {"rows of the index of texts are too many or too few", R"(
        select abs((select count(*) from resource_text)
            - (select count(*) from resource where deleted_at is null)))"},
    {"references are of nothing, or of something deleted", R"(
        select count(*) from resource_reference
        where not exists (select 1 from resource
            where number = resource_reference.resource and deleted_at is null))"},
    {"versions are not in the log of changes", R"(
        select count(*) from resource_version
        where not exists (select 1 from change
            where change.resource = resource_version.resource
                and change.revision = resource_version.revision))"},
    {"changes are of no version", R"(
        select count(*) from change
        where not exists (select 1 from resource_version
            where resource_version.resource = change.resource
                and resource_version.revision = change.revision))"},
    {"stored answers are empty", R"(
        select count(*) from idempotency where length(sealed) = 0)"},
};

}  // namespace

std::vector<std::string> broken(Transaction& transaction) {
    std::vector<std::string> sentences;
    for (const auto& [sentence, count_sql] : all) {
        auto rows = transaction.query(count_sql);
        rows.next();
        if (const auto count = rows.integer(0); count > 0) {
            sentences.push_back(std::to_string(count) + " " + sentence);
        }
    }
    return sentences;
}

}  // namespace cartulary::invariants
