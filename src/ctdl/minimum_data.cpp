#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/document.h"
#include "ctdl/language_maps.h"
#include "ctdl/structure.h"
#include "ctdl/vocabulary.h"

// The least that is said of a thing by its class: the registry's minimum data policy.
namespace cartulary::ctdl {

namespace {

constexpr std::size_t organization_description_length_min = 15;  // characters

// One of these is enough.
using Alternatives = std::initializer_list<std::string_view>;

constexpr std::string_view named_by[] = {"ceterms:name", "ceasn:name", "ceasn:competencyText",
                                         "skos:prefLabel"};

// Classes that only gather others, of which nothing itself is.
constexpr std::string_view gathering[] = {"ceterms:Agent",           "ceterms:Assessment",
                                          "ceterms:Credential",      "ceterms:CredentialingAction",
                                          "ceterms:Degree",          "ceterms:LearningOpportunity",
                                          "ceterms:PathwayComponent"};

std::string listed(Alternatives names) {
    std::string list;
    for (const auto name : names) {
        if (!list.empty()) list += " or ";
        list += name;
    }
    return list;
}

class MinimumData {
public:
    explicit MinimumData(const Document& document) : document_(document) {}

    Problems missing() {
        require_publishable();
        const auto type = document_.type();
        if (is_organization(type)) {
            require_organization();
        } else if (is_credential(type)) {
            require_described({"ceterms:name"}, {"ceterms:description"});
            require({"ceterms:subjectWebpage"});
            require({"ceterms:credentialStatusType"});
            require({"ceterms:inLanguage"});
            require({"ceterms:ownedBy", "ceterms:offeredBy"});
        } else if (is_a(type, "ceterms:AssessmentProfile")) {
            require_offered();
            require({"ceterms:inLanguage"});
        } else if (is_a(type, "ceterms:LearningOpportunityProfile")) {
            require_offered();
        } else if (is_a(type, "ceasn:CompetencyFramework")) {
            require_framework();
        } else {
            require_name();
        }
        return std::move(problems_);
    }

private:
    const json::Object& first() const { return document_.nodes().front(); }

    void notice(std::string path, std::string text) {
        if (problems_.size() >= problems_max) return;
        problems_.push_back({Problem::Severity::error, std::move(path), std::move(text)});
    }

    static bool has_any(const json::Object& node, Alternatives names) {
        return std::any_of(names.begin(), names.end(),
                           [&](auto name) { return member_of(node, name) != nullptr; });
    }

    void require(Alternatives names) { require(first(), names, ""); }

    void require(const json::Object& node, Alternatives names, const std::string& before) {
        if (has_any(node, names)) return;
        const auto first_name = before + std::string(*names.begin());
        notice(first_name, names.size() == 1 ? "is required" : "is required: " + listed(names));
    }

    void require_described(Alternatives name, Alternatives description) {
        require(name);
        require(description);
    }

    void require_publishable() {
        const auto type = document_.type();
        const bool is_gathering =
            std::find(std::begin(gathering), std::end(gathering), type) != std::end(gathering);
        if (is_gathering) {
            notice("@type", "must be a narrower class than " + std::string(type));
        } else if (!is_top_level(type)) {
            notice("@type", "must be a class of what is published for itself, which " +
                                std::string(type) + " is not");
        }
    }

    void require_organization() {
        require_described({"ceterms:name"}, {"ceterms:description"});
        const auto* description = member_of(first(), "ceterms:description");
        const auto text = description ? any_text_of(*description) : std::nullopt;
        if (text && text::length(text::trimmed(*text)) < organization_description_length_min) {
            notice("ceterms:description", "must have at least " +
                                              std::to_string(organization_description_length_min) +
                                              " characters");
        }
        require({"ceterms:subjectWebpage"});
        require({"ceterms:agentType"});
        require({"ceterms:agentSectorType"});
        require({"ceterms:email", "ceterms:address"});
    }

    void require_offered() {
        require_described({"ceterms:name"}, {"ceterms:description"});
        require({"ceterms:subjectWebpage"});
        require({"ceterms:ownedBy", "ceterms:offeredBy"});
        require(
            {"ceterms:availabilityListing", "ceterms:availableAt", "ceterms:availableOnlineAt"});
    }

    void require_framework() {
        require_described({"ceasn:name"}, {"ceasn:description"});
        require({"ceasn:inLanguage"});
        require({"ceasn:publisher"});
        require({"ceasn:dateCreated"});
        require({"ceasn:hasTopChild"});
        bool has_competency = false;
        for (std::size_t i = 1; i < document_.nodes().size(); ++i) {
            const auto& node = document_.nodes()[i];
            if (!is_a(type_of(node), "ceasn:Competency") || is_blank(id_of(node))) continue;
            has_competency = true;
            const auto before = "@graph[" + std::to_string(i) + "].";
            require(node, {"ceasn:competencyText"}, before);
            require(node, {"ceasn:inLanguage"}, before);
            require(node, {"ceasn:isPartOf"}, before);
        }
        if (!has_competency) notice("@graph", "must have at least one ceasn:Competency");
    }

    // By whichever of the naming properties the class has.
    void require_name() {
        const json::Object& node = first();
        std::string_view wanted;
        for (const auto name : named_by) {
            if (member_of(node, name)) return;
            const auto* property = find_property(name);
            if (wanted.empty() && property && has_property(document_.type(), *property)) {
                wanted = name;
            }
        }
        if (!wanted.empty()) notice(std::string(wanted), "is required");
    }

    const Document& document_;
    Problems problems_;
};

}  // namespace

Problems missing_in(const Document& document) {
    return MinimumData(document).missing();
}

}  // namespace cartulary::ctdl
