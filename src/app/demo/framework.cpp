#include "app/demo/framework.h"

#include <stdexcept>

#include "app/demo/said.h"

namespace cartulary::demo {

namespace {

struct Competency {
    std::string_view code;  // "3.1" is a part of "3"
    int since;              // version
    std::string_view text;
    std::string_view text_es;
    std::string_view later = {};  // what it says from the last version on; empty: the same
};

constexpr Competency competencies[] = {
    {"1", 1, "Works safely", "Trabaja con seguridad"},
    {"1.1", 1, "Chooses and wears what protects eyes, skin and lungs",
     "Elige y usa lo que protege los ojos, la piel y los pulmones"},
    {"1.2", 1, "Keeps fire and fumes away from people",
     "Mantiene el fuego y los humos lejos de la gente"},
    {"1.3", 2, "Stops work that is not safe, whoever ordered it",
     "Detiene el trabajo inseguro, lo haya ordenado quien lo haya ordenado"},
    {"2", 1, "Reads what is to be made", "Lee lo que hay que fabricar"},
    {"2.1", 1, "Reads drawings with welding symbols", "Lee planos con símbolos de soldadura"},
    {"2.2", 2, "Plans the order of seams so that the piece does not warp",
     "Planifica el orden de las costuras para que la pieza no se deforme"},
    {"3", 1, "Joins metals", "Une metales"},
    {"3.1", 1, "Welds steel by shielded arc in flat position",
     "Suelda acero por arco protegido en posición plana",
     "Welds steel by shielded metal arc in flat and horizontal position"},
    {"3.2", 2, "Welds steel by gas metal arc in all positions",
     "Suelda acero por arco con gas en todas las posiciones"},
    {"3.3", 3, "Welds aluminum by gas tungsten arc",
     "Suelda aluminio por arco de tungsteno con gas"},
    {"4", 2, "Judges the work", "Juzga el trabajo"},
    {"4.1", 2, "Finds faults by eye and by dye", "Encuentra fallas a simple vista y con tinte"},
};

bool is_part(const Competency& competency) {
    return competency.code.find('.') != std::string_view::npos;
}

std::string_view text_at(const Competency& competency, int version) {
    const bool is_changed = version == Framework::versions && !competency.later.empty();
    return is_changed ? competency.later : competency.text;
}

}  // namespace

Framework::Framework(Dice& dice) : ctid_(dice.uuid()) {
    for (const auto& competency : competencies) {
        competencies_[std::string(competency.code)] = Ctid(dice.uuid());
    }
}

json::Object Framework::request(int version, const Ctid& publisher,
                                const std::string& changed_on) const {
    const auto text = [&](std::string_view code) {
        return said(competencies_.at(std::string(code)).text());
    };
    json::Array tops;
    json::Array all;
    for (const auto& competency : competencies) {
        if (competency.since > version) continue;
        json::Object input{
            {"CTID", text(competency.code)},
            {"CompetencyText", in_both(text_at(competency, version), competency.text_es)},
            {"CodedNotation", said(competency.code)},
            {"IsPartOf", said(ctid_.text())}};
        if (is_part(competency)) {
            input.push_back({"IsChildOf", said(json::Array{text(competency.code.substr(0, 1))})});
        } else {
            tops.push_back(text(competency.code));
            json::Array parts;
            for (const auto& part : competencies) {
                const bool is_own = is_part(part) && part.code[0] == competency.code[0];
                if (is_own && part.since <= version) parts.push_back(text(part.code));
            }
            input.push_back({"HasChild", said(std::move(parts))});
            input.push_back({"IsTopChildOf", said(ctid_.text())});
        }
        all.push_back(said(std::move(input)));
    }
    return {{"DefaultLanguage", said("en-US")},
            {"CompetencyFramework",
             said(json::Object{
                 {"CTID", said(ctid_.text())},
                 {"Name", in_both("Joining Metals", "Unión de metales")},
                 {"Description",
                  in_both("What a welder can do, version " + std::to_string(version) +
                              ". Invented for a demonstration.",
                          "Lo que sabe hacer quien suelda, versión " + std::to_string(version) +
                              ". Inventado para una demostración.")},
                 {"InLanguage", texts({"en-US", "es"})},
                 {"Publisher", texts({publisher.text()})},
                 {"DateCreated", said("2025-01-15")},
                 {"DateModified", said(changed_on)},
                 {"ConceptKeyword", texts({"welding", "metal", "safety"})},
                 {"HasTopChild", said(std::move(tops))},
                 {"PublicationStatusType", said("publicationStatus:Published")}})},
            {"Competencies", said(std::move(all))}};
}

json::Value Framework::competency(const std::string& code, const std::string& public_url) const {
    return said(json::Object{
        {"TargetNode", said(public_url + "/resources/" + competencies_.at(code).text())},
        {"TargetNodeName", said(text_of(code))},
        {"FrameworkName", said("Joining Metals")}});
}

std::string Framework::text_of(const std::string& code) {
    for (const auto& competency : competencies) {
        if (competency.code == code) return std::string(text_at(competency, versions));
    }
    throw std::logic_error("the framework has no competency " + code);
}

}  // namespace cartulary::demo
