#include "app/demo/credentials.h"
#include "app/demo/said.h"

namespace cartulary::demo {

namespace {

constexpr auto invented = " Invented for a demonstration: nobody offers this.";
constexpr auto invented_es = " Inventado para una demostración: nadie ofrece esto.";
constexpr int application_fee = 50;

json::Value coded(std::string_view framework, std::string_view framework_name,
                  const std::string& code, const std::string& name, const std::string& target) {
    return said(json::Object{{"Framework", said(framework)},
                             {"FrameworkName", said(framework_name)},
                             {"CodedNotation", said(code)},
                             {"Name", said(name)},
                             {"TargetNode", said(target)}});
}

json::Value references(const std::vector<Ctid>& ctids) {
    json::Array list;
    for (const auto& ctid : ctids) list.push_back(reference(ctid));
    return said(std::move(list));
}

class Request {
public:
    explicit Request(const CredentialInput& credential)
        : credential_(credential), program_(*credential.program), level_(*credential.level) {}

    json::Object whole() {
        add_names();
        add_owner();
        add_codes();
        add_time_and_cost();
        add_availability();
        add_conditions();
        return {{"DefaultLanguage", said("en-US")}, {"Credential", said(std::move(input_))}};
    }

private:
    void add(std::string_view name, json::Value value) {
        input_.push_back({std::string(name), std::move(value)});
    }
    void add_references(std::string_view name, const std::vector<Ctid>& ctids) {
        if (!ctids.empty()) add(name, references(ctids));
    }
    json::Value both(const std::string& english, const std::string& spanish) const {
        return in_both(english, credential_.in_spanish ? spanish : std::string());
    }

    void add_names() {
        add("CredentialType", said(level_.credential_class));
        add("Ctid", said(credential_.ctid.text()));
        add("Name",
            both(name_at(level_.name, program_.name), name_at(level_.name_es, program_.name_es)));
        add("Description",
            both("At " + credential_.owner_name + " learners " + program_.learn + "." + invented,
                 "En " + credential_.owner_name + ", quienes estudian " + program_.learn_es + "." +
                     invented_es));
        add("SubjectWebpage", said(credential_.webpage));
        add("CredentialStatusType", said("credentialStat:Active"));
        add("InLanguage", credential_.in_spanish ? texts({"en-US", "es"}) : texts({"en-US"}));
        add("VersionCode", said(credential_.version));
        add("DateEffective", said(credential_.effective));
        add("AudienceLevelType", texts({level_.audience}));
    }

    void add_owner() {
        const auto owner = said(json::Array{reference(Ctid(credential_.owner.uuid()))});
        add("OwnedBy", owner);
        add("OfferedBy", owner);
        add_references("AccreditedBy", credential_.accredited_by);
        add_references("ApprovedBy", credential_.approved_by);
        add_references("RecognizedBy", credential_.recognized_by);
    }

    void add_codes() {
        add("OccupationType", said(json::Array{occupation_input(program_)}));
        add("InstructionalProgramType", said(json::Array{instruction_input(program_)}));
        json::Array subjects;
        json::Array keywords;
        for (std::size_t i = 0; i < program_.subjects.size(); ++i) {
            subjects.push_back(said(program_.subjects[i]));
            keywords.push_back(said(program_.subjects[i]));
        }
        json::Object by_language{{"en-US", said(std::move(keywords))}};
        if (credential_.in_spanish) {
            json::Array spanish;
            for (const auto& subject : program_.subjects_es) spanish.push_back(said(subject));
            by_language.push_back({"es", said(std::move(spanish))});
        }
        add("Subject", said(std::move(subjects)));
        add("Keyword", said(std::move(by_language)));
        const bool is_degree = level_.letter == 'A' || level_.letter == 'B';
        if (is_degree) add("DegreeMajor", texts({program_.name}));
    }

    void add_time_and_cost() {
        json::Object duration{{"Months", number(std::int64_t{level_.months})}};
        add("EstimatedDuration", said(json::Array{said(json::Object{
                                     {"Description", both("Full time.", "A tiempo completo.")},
                                     {"ExactDuration", said(std::move(duration))}})}));
        const auto cost = [](std::string_view type, int price) {
            return said(json::Object{{"DirectCostType", said(type)},
                                     {"Price", number(std::int64_t{price})}});
        };
        add("EstimatedCost",
            said(json::Array{said(json::Object{
                {"Name", both("All that it costs", "Todo lo que cuesta")},
                {"Description",
                 both("For residents, the whole time, as of " + credential_.effective + ".",
                      "Para residentes, todo el tiempo, a partir de " + credential_.effective +
                          ".")},
                {"CostDetails", said(credential_.webpage + "/costs")},
                {"Currency", said("USD")},
                {"CostItems", said(json::Array{cost("costType:Tuition", credential_.tuition),
                                               cost("costType:Application", application_fee),
                                               cost("costType:LearningResource",
                                                    credential_.tuition / 20)})}})}));
    }

    void add_availability() {
        if (credential_.place) {
            add("AvailableAt", said(json::Array{place_input(*credential_.place)}));
            add("LearningDeliveryType", texts({"deliveryType:InPerson"}));
        } else {
            add("AvailableOnlineAt", texts({credential_.webpage + "/online"}));
            add("LearningDeliveryType", texts({"deliveryType:OnlineOnly"}));
        }
    }

    json::Value credit() const {
        return said(json::Array{
            said(json::Object{{"Value", number(std::int64_t{level_.semester_hours})},
                              {"CreditUnitType", texts({"creditUnit:SemesterHour"})}})});
    }

    void add_conditions() {
        json::Object requires_{
            {"Name", both("To complete it", "Para completarlo")},
            {"Description", both("All courses, and the examination at the end.",
                                 "Todos los cursos y el examen final.")},
            {"Condition", texts({"Pass every required course", "Pass the final examination"})},
            {"CreditValue", credit()}};
        const auto put = [&](std::string_view name, const std::vector<Ctid>& ctids) {
            if (!ctids.empty()) requires_.push_back({std::string(name), references(ctids)});
        };
        put("TargetLearningOpportunity", credential_.courses);
        put("TargetAssessment", credential_.assessments);
        if (!credential_.competencies.empty()) {
            json::Array list;
            for (const auto& name : credential_.competencies) {
                list.push_back(said(json::Object{{"TargetNodeName", said(name)}}));
            }
            requires_.push_back({"TargetCompetency", said(std::move(list))});
        }
        add("Requires", said(json::Array{said(std::move(requires_))}));
        add("EntryCondition",
            said(json::Array{said(json::Object{
                {"Description", both("Before the first day.", "Antes del primer día.")},
                {"Condition", texts({"High school diploma or its equivalent"})}})}));
        const auto toward = [&](std::string_view name, const char* english, const char* spanish,
                                const Ctid& target) {
            add(name,
                said(json::Array{said(json::Object{{"Description", both(english, spanish)},
                                                   {"TargetCredential", references({target})}})}));
        };
        if (credential_.after) {
            toward("AdvancedStandingFrom", "Half of its credit counts here.",
                   "La mitad de sus créditos cuenta aquí.", *credential_.after);
        }
        if (credential_.leads_to) {
            toward("IsPreparationFor", "Whoever has completed this may apply.",
                   "Quien lo haya completado puede solicitarla.", *credential_.leads_to);
        }
    }

    const CredentialInput& credential_;
    const Program& program_;
    const Level& level_;
    json::Object input_;
};

}  // namespace

json::Value occupation_input(const Program& program) {
    return coded("https://www.bls.gov/soc/", "Standard Occupational Classification", program.soc,
                 program.soc_title,
                 "https://www.onetonline.org/link/summary/" + program.soc + ".00");
}

json::Value instruction_input(const Program& program) {
    return coded("https://nces.ed.gov/ipeds/cipcode/",
                 "Classification of Instructional Programs (CIP)", program.cip, program.cip_title,
                 "https://nces.ed.gov/ipeds/cipcode/cipdetail.aspx?y=56&cip=" + program.cip);
}

std::string day_of(Timestamp moment) {
    return iso_8601(moment).substr(0, 10);
}

json::Object request_of(const CredentialInput& credential) {
    return Request(credential).whole();
}

}  // namespace cartulary::demo
