#include "app/demo/directory.h"

#include <algorithm>
#include <memory>

#include "app/demo/organization_input.h"
#include "app/demo/said.h"
#include "app/demo/table.h"
#include "domain/country.h"
#include "operations/described_organizations.h"

namespace cartulary::embedded {
extern const std::string_view demo_bodies;
}  // namespace cartulary::embedded

namespace cartulary::demo {

namespace {

constexpr std::size_t entered_at_once = 6;
constexpr std::size_t described_later = 9;  // every ninth college
constexpr std::chrono::hours system_before{30};
constexpr std::chrono::hours described_after{24 * 6};

constexpr auto invented =
    "An invented body: it stands in this demonstration for those that vouch for others, and is "
    "nobody's accreditor, agency or employer.";
constexpr auto invented_es =
    "Entidad inventada: representa en esta demostración a quienes avalan a otros, y no acredita, "
    "regula ni emplea a nadie.";

void enter(Stage& stage, const std::vector<OrganizationInput>& organizations) {
    std::vector<DescribedOrganization> all;
    for (const auto& organization : organizations) {
        all.push_back(granted(described(stage.document("organization", request_of(organization))),
                              "organization"));
    }
    for (const auto& put : DescribedOrganizations(stage.registry()).put(all)) {
        granted(put, "organization");
    }
}

double number_of(const std::string& text) {
    return std::stod(text);
}

std::string sector_name(Sector sector) {
    return std::string(sectors.name_of(sector));
}

std::vector<std::string> type_names(const std::vector<OrganizationType>& types) {
    std::vector<std::string> names;
    for (const auto type : types) names.emplace_back(organization_types.name_of(type));
    return names;
}

std::string kind_of(const College& college) {
    const auto& types = college.told.types;
    const auto has = [&](OrganizationType type) {
        return std::ranges::find(types, type) != types.end();
    };
    const auto* years = has(OrganizationType::four_year)  ? "four-year"
                        : has(OrganizationType::two_year) ? "two-year"
                                                          : "training";
    const auto* sector = college.told.sector == Sector::public_ ? "public" : "private";
    return std::string(sector) + " " + years;
}

OrganizationInput input_of(const College& college, const Cast& cast,
                           const std::map<std::string, Ctid>& systems, bool is_whole) {
    const auto& told = college.told;
    const auto place = told.city + ", " + state_name(told.state);
    OrganizationInput input{
        .ctid = college.ctid(),
        .names = {{"en-US", told.name}},
        .descriptions = {{"en-US",
                          "A " + kind_of(college) + " institution in " + place +
                              ". Name, address and numbers are public-domain data (IPEDS); who "
                              "accredits it here and what it offers is invented."}},
        .website = told.web_address.text,
        // Nobody's mailbox, whoever serves this.
        .email = "info@college-" + told.unitid + ".example",
        .types = type_names(told.types),
        .sector = sector_name(told.sector),
        .fein = told.fein,
        .opeid = told.opeid,
        .ipeds = told.unitid,
        .uei = college.uei,
        .place = place_of(college)};
    for (const auto& [language, name] : college.other_names) {
        // A language has one name; the one in English is there.
        (language == "en" ? input.other_names : input.names).emplace_back(language, name);
    }
    if (college.speaks_spanish()) {
        input.descriptions.emplace_back(
            "es", "Institución en " + told.city +
                      ", Puerto Rico. El nombre, la dirección y los números son datos de dominio "
                      "público (IPEDS); quién la acredita aquí y lo que ofrece es inventado.");
    }
    if (const auto body = cast.of_state.find(told.state); body != cast.of_state.end() && is_whole) {
        input.accredited_by.emplace_back(body->second.uuid());
    }
    if (const auto system = systems.find(college.system); system != systems.end()) {
        input.parents.push_back(system->second);
    }
    if (!is_whole) input.place->phone.clear();
    return input;
}

// Its colleges are those that name it.
OrganizationInput input_of_system(const std::string& name, const Ctid& ctid, const College& first) {
    auto place = place_of(first);
    place.street.clear();
    place.phone.clear();
    return {.type = "Organization",
            .ctid = ctid,
            .names = {{"en-US", name}},
            .descriptions = {{"en-US",
                              "A system of colleges, as IPEDS names it; shown where the "
                              "first of its colleges in this demonstration is."}},
            .website = "https://systems.example/" + ctid.uuid().text(),
            .email = "office@systems.example",
            .types = {"CoordinatingBody"},
            .sector = sector_name(first.told.sector),
            .place = place};
}

}  // namespace

std::string state_name(const std::string& code) {
    const auto* state = find_subdivision(*find_country("US"), code);
    return state ? std::string(state->name) : code;
}

std::chrono::minutes entered_ago(std::size_t index, std::size_t count) {
    constexpr std::chrono::minutes last = std::chrono::hours(3);
    const auto span = std::chrono::minutes(directory_begins) - last;
    const auto batch = index / entered_at_once * entered_at_once;
    return std::chrono::minutes(directory_begins) -
           span * static_cast<int>(batch) / static_cast<int>(count);
}

void enter_bodies(Stage& stage, Cast& cast) {
    const Table table(embedded::demo_bodies);
    std::vector<OrganizationInput> bodies;
    for (const auto& row : table.rows()) {
        const auto cell = [&](std::string_view column) { return table.cell(row, column); };
        const Ctid ctid(stage.dice.uuid());
        cast.bodies[cell("KEY")] = OrganizationId(ctid.uuid());
        for (const auto& state : parts_of(cell("STATES"))) {
            cast.of_state[state] = OrganizationId(ctid.uuid());
        }
        bodies.push_back(
            {.type = cell("KIND") == "accreditor" ? "QACredentialOrganization"
                                                  : "CredentialOrganization",
             .ctid = ctid,
             .names = {{"en-US", cell("NAME")}, {"es", cell("NAME_ES")}},
             .descriptions = {{"en-US", std::string(invented) + " It " + cell("PURPOSE") + "."},
                              {"es",
                               std::string(invented_es) + " Esta " + cell("PURPOSE_ES") + "."}},
             .website = "https://" + cell("KEY") + ".bodies.example",
             .email = "office@" + cell("KEY") + ".bodies.example",
             .types = parts_of(cell("TYPE")),
             .sector = cell("SECTOR"),
             .place =
                 Place{.street = "1 Demonstration Way",
                       .city = cell("CITY"),
                       .state = cell("STATE"),
                       .postal_code = cell("ZIP"),
                       .position = {number_of(cell("LATITUDE")), number_of(cell("LONGITUDE"))}}});
    }
    enter(stage, bodies);
}

void plan_colleges(Stage& stage, Script& script, Cast& cast, const std::vector<College>& colleges) {
    const auto systems = std::make_shared<std::map<std::string, Ctid>>();
    const auto count = colleges.size();
    for (std::size_t first = 0; first < count; first += entered_at_once) {
        const auto end = std::min(first + entered_at_once, count);
        for (auto i = first; i < end; ++i) {
            const auto& name = colleges[i].system;
            if (name.empty() || systems->contains(name)) continue;
            const Ctid ctid(stage.dice.uuid());
            (*systems)[name] = ctid;
            script.at(entered_ago(first, count) + system_before, [&, i, ctid] {
                enter(stage, {input_of_system(colleges[i].system, ctid, colleges[i])});
            });
        }
        script.at(entered_ago(first, count), [&, first, end, systems] {
            std::vector<OrganizationInput> inputs;
            for (auto i = first; i < end; ++i) {
                inputs.push_back(input_of(colleges[i], cast, *systems, i % described_later != 0));
            }
            enter(stage, inputs);
        });
    }
    for (std::size_t i = 0; i < count; i += described_later) {
        const auto ago = entered_ago(i, count) - described_after;
        if (ago <= std::chrono::minutes(0)) continue;
        script.at(ago,
                  [&, i, systems] { enter(stage, {input_of(colleges[i], cast, *systems, true)}); });
    }
}

}  // namespace cartulary::demo
