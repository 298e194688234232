#include "app/demo/organization_input.h"

#include "app/demo/directory.h"
#include "app/demo/said.h"
#include "ctdl/identifier_properties.h"

namespace cartulary::demo {

namespace {

// Only what says something is said.
class Input {
public:
    void add(std::string_view name, const std::string& text) {
        if (!text.empty()) add(name, said(text));
    }
    void add(std::string_view name, json::Value value) {
        object_.push_back({std::string(name), std::move(value)});
    }
    void add(std::string_view name, const std::vector<Ctid>& references) {
        if (references.empty()) return;
        json::Array list;
        for (const auto& ctid : references) list.push_back(reference(ctid));
        add(name, said(std::move(list)));
    }
    json::Object take() { return std::move(object_); }

private:
    json::Object object_;
};

json::Value identifier(std::string_view type, std::string_view value) {
    return said(
        json::Object{{"IdentifierTypeName", said(type)}, {"IdentifierValueCode", said(value)}});
}

}  // namespace

json::Value place_input(const Place& place) {
    Input input;
    input.add("Address1", place.street);
    input.add("City", place.city);
    input.add("AddressRegion", state_name(place.state));
    input.add("PostalCode", place.postal_code);
    input.add("Country", "United States");
    input.add("Latitude", number(place.position.first));
    input.add("Longitude", number(place.position.second));
    if (!place.phone.empty() || !place.email.empty()) {
        json::Object contact{{"ContactType", said("Main office")}};
        if (!place.phone.empty()) contact.push_back({"PhoneNumbers", texts({place.phone})});
        if (!place.email.empty()) contact.push_back({"Emails", texts({place.email})});
        input.add("ContactPoint", said(json::Array{said(std::move(contact))}));
    }
    return said(input.take());
}

Place place_of(const College& college) {
    return {.street = college.told.street,
            .city = college.told.city,
            .state = college.told.state,
            .postal_code = college.told.postal_code,
            .position = college.position,
            .phone = college.told.phone.number};
}

json::Value by_language(const ByLanguage& texts) {
    json::Object map;
    for (const auto& [language, text] : texts) map.push_back({language, said(text)});
    return said(std::move(map));
}

json::Object request_of(const OrganizationInput& organization) {
    Input input;
    input.add("Type", organization.type);
    input.add("CTID", organization.ctid.text());
    input.add("Name", by_language(organization.names));
    if (!organization.other_names.empty()) {
        input.add("AlternateName", by_language(organization.other_names));
    }
    input.add("Description", by_language(organization.descriptions));
    input.add("SubjectWebpage", organization.website);
    input.add("Email", texts({organization.email}));
    json::Array types;
    for (const auto& type : organization.types) types.push_back(said("orgType:" + type));
    input.add("AgentType", said(std::move(types)));
    input.add("AgentSectorType", "agentSector:" + organization.sector);
    input.add("LifeCycleStatusType", "lifeCycle:Active");
    input.add("Fein", organization.fein);
    input.add("OpeId", organization.opeid);
    input.add("IpedsId", organization.ipeds);
    if (!organization.uei.empty()) {
        input.add("Identifier",
                  said(json::Array{identifier(ctdl::uei_type_name, organization.uei)}));
    }
    if (organization.place) {
        input.add("Address", said(json::Array{place_input(*organization.place)}));
    }
    input.add("AccreditedBy", organization.accredited_by);
    input.add("RecognizedBy", organization.recognized_by);
    input.add("ParentOrganization", organization.parents);
    return {{"DefaultLanguage", said("en-US")}, {"Organization", said(input.take())}};
}

}  // namespace cartulary::demo
