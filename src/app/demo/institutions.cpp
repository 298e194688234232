#include "app/demo/institutions.h"

#include "app/demo/organization_input.h"
#include "app/demo/people.h"
#include "operations/callers.h"
#include "operations/own_organization.h"
#include "operations/registrations.h"

namespace cartulary::demo {

namespace {

struct Institution {
    const char* key;
    const char* name;
    const char* name_es;
    const char* profile_name;
    const char* street;
    const char* city;
    const char* state;
    const char* postal_code;
    std::pair<double, double> position;
    OrganizationType type;
    const char* fein;
};

constexpr Institution institutions[] = {
    {"harbor",
     "Harbor Demonstration College",
     "Colegio de Demostración del Puerto",
     "harbor_college",
     "1 Quay Street",
     "Portland",
     "ME",
     "04101",
     {43.6591, -70.2568},
     OrganizationType::two_year,
     "01-0200001"},
    {"ridge",
     "Ridge Demonstration Institute",
     "Instituto de Demostración de la Sierra",
     "ridge_institute",
     "200 Summit Road",
     "Asheville",
     "NC",
     "28801",
     {35.5951, -82.5515},
     OrganizationType::training_provider,
     "56-0200002"},
    {"meadow",
     "Meadow Demonstration University",
     "Universidad de Demostración del Prado",
     "meadow_university",
     "40 Prairie Avenue",
     "Lincoln",
     "NE",
     "68508",
     {40.8136, -96.7026},
     OrganizationType::four_year,
     "47-0200003"},
    {"heron",
     "Heron Demonstration School of Music",
     "Escuela de Música de Demostración La Garza",
     "heron_school",
     "7 Marsh Lane",
     "Duluth",
     "MN",
     "55802",
     {46.7867, -92.1005},
     OrganizationType::postsecondary,
     "41-0200004"},
};

constexpr auto described =
    "An invented institution, so that there is one to log in to: people, drafts, badges, tokens "
    "and webhooks of this demonstration are its own.";
constexpr auto described_es =
    "Institución inventada, para que haya una en la que iniciar sesión: las personas, borradores, "
    "insignias, claves y webhooks de esta demostración son suyos.";

std::string website_of(const Institution& institution) {
    return "https://" + std::string(institution.key) + ".example";
}

OrganizationDraft draft_of(const Institution& institution) {
    OrganizationDraft draft;
    draft.name = institution.name;
    draft.profile_name = institution.profile_name;
    draft.website = website_of(institution);
    draft.email = "info@" + std::string(institution.key) + ".example";
    draft.phones = {{"(207) 555-0100", ""}};
    draft.address = {.street = institution.street,
                     .street_2 = {},
                     .city = institution.city,
                     .region = institution.state,
                     .postal_code = institution.postal_code,
                     .country = "US"};
    draft.types = {institution.type};
    draft.sector = Sector::public_;
    draft.identifiers = {{std::string(identifier_scheme::fein.name), institution.fein}};
    draft.publishing.roles = {PublishingRole::credential_organization};
    draft.publishing.methods = {PublishingMethod::manual_entry, PublishingMethod::bulk_upload,
                                PublishingMethod::registry_assistant};
    draft.publishing.estimates = {{"ceterms:Certificate", 25, "In the first year."}};
    return draft;
}

// What the record has no field for: where it lies, its name in Spanish, who vouches for it.
void describe(Stage& stage, const Cast& cast, const Institution& institution,
              const Caller& caller) {
    const OrganizationInput input{
        .ctid = Ctid(caller.id.uuid()),
        .names = {{"en-US", institution.name}, {"es", institution.name_es}},
        .descriptions = {{"en-US", described}, {"es", described_es}},
        .website = website_of(institution),
        .email = "info@" + std::string(institution.key) + ".example",
        .types = {std::string(organization_types.name_of(institution.type))},
        .sector = "Public",
        .fein = institution.fein,
        .place = Place{.street = institution.street,
                       .city = institution.city,
                       .state = institution.state,
                       .postal_code = institution.postal_code,
                       .position = institution.position,
                       .phone = "(207) 555-0100"},
        .accredited_by = {Ctid(cast.of_state.at(institution.state).uuid())},
        .recognized_by = {Ctid(cast.bodies.at("workforce").uuid())}};
    stage.publish(caller, caller.id, "organization", request_of(input));
}

Caller enter(Stage& stage, const Cast& cast, const Institution& institution,
             const std::string& administrator, std::string& key) {
    Registrations registrations(stage.registry());
    key = granted(registrations.register_organization(
                      cast.partner,
                      {.id = OrganizationId(stage.dice.uuid()),
                       .draft = draft_of(institution),
                       .contacts = {{administrator, "Robin", "Dean", {}}}},
                      {}, [](const Registered& registered) { return registered.api_key; }),
                  "registration")
              .text;
    const auto caller = granted(Callers(stage.registry()).by_api_key(key), "key");
    describe(stage, cast, institution, caller);
    return caller;
}

}  // namespace

void enter_institutions(Stage& stage, Cast& cast) {
    for (const auto& institution : institutions) {
        stage.pass(std::chrono::minutes(20));
        const auto domain = "@" + std::string(institution.key) + ".example";
        const auto administrator = "dean" + domain;
        std::string key;
        const auto caller = enter(stage, cast, institution, administrator, key);
        cast.institutions[institution.key] = caller;
        enter_member(stage, caller.id, Role::administrator, administrator, "Robin", "Dean");
        if (administrator != dean) continue;
        cast.harbor_key = key;
        enter_member(stage, caller.id, Role::publisher, writer, "Quill", "Harbor");
        enter_member(stage, caller.id, Role::viewer, reader, "Vera", "Glass");
    }
}

std::string dashboard_of(const OrganizationId& organization) {
    return dashboard_page_of(organization);
}

}  // namespace cartulary::demo
