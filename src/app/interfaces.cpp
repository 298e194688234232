#include "app/interfaces.h"

#include "dialects/acclaim/acclaim.h"
#include "dialects/accounts/accounts.h"
#include "dialects/assistant/assistant.h"
#include "dialects/litmos/litmos.h"
#include "dialects/publisher/publisher.h"
#include "dialects/reconciliation/reconciliation.h"
#include "dialects/registry/registry.h"
#include "dialects/sunbird/sunbird.h"
#include "imaging/picture_maker.h"
#include "outbound/fetch.h"
#include "web/pages.h"

namespace cartulary {

namespace {

// What this program is started from, also when its file was replaced since.
constexpr auto own_program = "/proc/self/exe";

PictureSource picture_source(const Settings& settings) {
    const auto rule = outbound::NetworkRule::parse(settings.picture_networks).value();
    const imaging::PictureMaker maker(own_program);
    return {.fetch = [rule](const std::string& url) -> Result<std::string> {
                auto fetched =
                    outbound::fetch(url, rule, {.bytes_max = imaging::picture_bytes_max});
                if (fetched) return fetched;
                for (auto& problem : fetched.error().fields) problem.field = "picture";
                return fetched;
            },
            .png_of = [maker](std::string_view bytes) { return maker.png_of(bytes); }};
}

SessionOptions session_options(const Settings& settings) {
    return {.life = std::chrono::hours(settings.session_life_hours),
            .idle_life = std::chrono::minutes(settings.session_idle_minutes),
            .second_factor_for_staff = settings.staff_second_factor};
}

}  // namespace

Interfaces::Interfaces(const Registry& registry, const Settings& settings, const DataFolder& folder)
    : registry_(registry),
      settings_(settings),
      callers_(registry),
      organizations_(registry),
      registrations_(registry),
      tokens_(registry),
      badge_templates_(registry),
      badges_(registry),
      events_(registry),
      webhooks_(registry),
      pictures_(registry, picture_source(settings)),
      people_(registry, session_options(settings)),
      company_users_(registry),
      company_organizations_(registry),
      attendee_groups_(registry),
      email_domains_(registry),
      tenant_organizations_(registry),
      tenant_people_(registry),
      tenant_uploads_(registry),
      tenants_(registry, callers_),
      resources_(registry, static_cast<std::size_t>(settings.rendered_bytes_max)),
      finding_(registry),
      applications_(registry, finding_),
      api_keys_(registry),
      third_parties_(registry, finding_),
      record_history_(registry),
      drafts_(registry),
      bulk_uploads_(registry),
      staff_(registry, {.version = CARTULARY_VERSION, .started_at = registry.now()}),
      token_keys_(folder.keys(), registry.now()) {}

std::vector<http::Area> Interfaces::partners_areas() {
    const auto rendered_bytes_max = static_cast<std::size_t>(settings_.rendered_bytes_max);
    const acclaim::Operations for_acclaim{
        callers_, organizations_, tokens_,   badge_templates_,     badges_,
        events_,  webhooks_,      pictures_, registry_.public_url, rendered_bytes_max};
    std::vector<http::Area> areas;
    areas.push_back(accounts::area({callers_, organizations_, registrations_, settings_.community,
                                    rendered_bytes_max, &finding_}));
    areas.push_back(acclaim::area(for_acclaim));
    areas.push_back(acclaim::oauth_area(for_acclaim));
    areas.push_back(
        litmos::area({company_users_, company_organizations_, attendee_groups_, email_domains_}));
    const sunbird::Operations for_sunbird{
        .tenants = tenants_,
        .organizations = tenant_organizations_,
        .people = tenant_people_,
        .uploads = tenant_uploads_,
        .now = registry_.now,
        .randomness = registry_.randomness,
        .public_url = registry_.public_url,
        .token_keys = [this] { return token_keys_.current(); },
        .profile = sunbird::parse_profile(settings_.sunbird_profile).value()};
    for (auto& area : sunbird::areas(for_sunbird)) areas.push_back(std::move(area));
    return areas;
}

web::Operations Interfaces::pages_operations() {
    return {.organizations = organizations_,
            .badge_templates = badge_templates_,
            .badges = badges_,
            .pictures = pictures_,
            .people = people_,
            .applications = applications_,
            .api_keys = api_keys_,
            .third_parties = third_parties_,
            .webhooks = webhooks_,
            .record_history = record_history_,
            .drafts = drafts_,
            .bulk_uploads = bulk_uploads_,
            .staff = staff_,
            .finding = finding_,
            .resources = resources_};
}

std::vector<http::Area> Interfaces::publishing_areas() {
    auto areas = registry::areas({.callers = callers_,
                                  .resources = resources_,
                                  .finding = finding_,
                                  .now = registry_.now,
                                  .randomness = registry_.randomness,
                                  .public_url = registry_.public_url,
                                  .community = settings_.community,
                                  .page = web::resource_page(registry_, pages_operations())});
    areas.push_back(assistant::area({.callers = callers_,
                                     .resources = resources_,
                                     .finding = finding_,
                                     .now = registry_.now,
                                     .public_url = registry_.public_url,
                                     .community = settings_.community}));
    areas.push_back(publisher::area({.callers = callers_, .uploads = bulk_uploads_}));
    areas.push_back(reconciliation::area({.finding = finding_,
                                          .public_url = registry_.public_url,
                                          .registry_name = registry_.name}));
    return areas;
}

std::vector<http::Area> Interfaces::areas() {
    auto areas = partners_areas();
    for (auto& area : publishing_areas()) areas.push_back(std::move(area));
    areas.push_back(web::area(registry_, pages_operations(),
                              {{"accounts", accounts::openapi},
                               {"acclaim", acclaim::openapi},
                               {"litmos", litmos::openapi},
                               {"sunbird", sunbird::openapi},
                               {"assistant", assistant::openapi},
                               {"publisher", publisher::openapi},
                               {"registry", registry::openapi},
                               {"reconciliation", reconciliation::openapi}}));
    return areas;
}

}  // namespace cartulary
