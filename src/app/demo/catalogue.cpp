#include "app/demo/catalogue.h"

#include <memory>

#include "app/demo/credentials.h"
#include "app/demo/framework.h"
#include "app/demo/said.h"
#include "app/demo/table.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;

constexpr auto invented = " Invented for a demonstration.";

struct CourseSaid {
    const char* code;
    const char* name;
    const char* name_es;
    const char* about;
    const char* teaches;  // competencies, "1.1|1.2"
    int hours;            // of a semester
};
constexpr CourseSaid courses[] = {
    {"WLD-101", "Welding Safety", "Seguridad en la soldadura",
     "What burns, blinds and poisons, and how it does not.", "1.1|1.2|1.3", 2},
    {"WLD-110", "Blueprint Reading", "Lectura de planos",
     "Lines, views and symbols of what is to be welded.", "2.1|2.2", 3},
    {"WLD-120", "Arc Welding I", "Soldadura por arco I",
     "Seams of steel by shielded and by gas metal arc.", "3.1|3.2", 4},
    {"WLD-220", "Aluminum", "Aluminio", "Seams of aluminum by gas tungsten arc.", "3.3|4.1", 4},
};

const Program& program_named(const std::string& name) {
    for (const auto& program : all_programs()) {
        if (program.name == name) return program;
    }
    throw std::logic_error("the demonstration has no program " + name);
}

class Catalogue {
public:
    Catalogue(Stage& stage, Script& script, Cast& cast)
        : stage_(stage), script_(script), cast_(cast), framework_(stage.dice) {
        for (const auto& course : courses) courses_[course.code] = Ctid(stage.dice.uuid());
    }

    void plan() {
        for (int version = 1; version <= Framework::versions; ++version) {
            script_.at(days(170 - 70 * (version - 1)), [this, version] {
                stage_.publish(harbor(), harbor().id, "competencyframework",
                               framework_.request(version, own(), day_of(stage_.registry().now())));
            });
        }
        script_.at(days(168), [this] {
            for (const auto& course : courses) publish_course(course);
            publish_assessment();
        });
        plan_credential(days(166), "harbor", "Welding", 'D');
        plan_credential(days(165), "harbor", "Welding", 'C');
        plan_credential(days(150), "harbor", "Welding", 'A');
        plan_credential(days(120), "harbor", "Marine Transportation", 'C');
        plan_credential(days(96), "harbor", "Cybersecurity", 'D');
        plan_credential(days(140), "ridge", "Wind Energy Technology", 'C');
        plan_credential(days(80), "ridge", "Solar Energy Technology", 'C');
        plan_credential(days(130), "meadow", "Data Science", 'B');
        plan_credential(days(60), "meadow", "Translation and Interpretation", 'B');
        plan_credential(days(110), "heron", "Music Performance", 'B');
    }

private:
    const Caller& harbor() const { return cast_.harbor(); }
    Ctid own() const { return Ctid(harbor().id.uuid()); }
    json::Value owner() const { return said(json::Array{reference(own())}); }
    json::Value competencies(const std::string& codes) const {
        json::Array list;
        for (const auto& code : parts_of(codes)) {
            list.push_back(framework_.competency(code, stage_.registry().public_url));
        }
        return said(std::move(list));
    }
    void publish_course(const CourseSaid& course);
    void publish_assessment();
    void plan_credential(days ago, const std::string& institution, const std::string& program,
                         char letter);
    CredentialInput input_of(const std::string& institution, const Program& program, char letter);

    Stage& stage_;
    Script& script_;
    Cast& cast_;
    Framework framework_;
    std::map<std::string, Ctid> courses_;
    Ctid assessment_{stage_.dice.uuid()};
    std::map<std::string, Ctid> credentials_;  // the latest of an institution's program
};

void Catalogue::publish_course(const CourseSaid& course) {
    const auto page = "https://harbor.example/courses/" + std::string(course.code);
    json::Object credit{{"Value", number(std::int64_t{course.hours})},
                        {"CreditUnitType", texts({"creditUnit:SemesterHour"})}};
    stage_.publish(harbor(), harbor().id, "learningopportunity",
                   {{"DefaultLanguage", said("en-US")},
                    {"LearningOpportunity",
                     said(json::Object{{"Type", said("Course")},
                                       {"CTID", said(courses_.at(course.code).text())},
                                       {"Name", in_both(course.name, course.name_es)},
                                       {"Description", said(std::string(course.about) + invented)},
                                       {"SubjectWebpage", said(page)},
                                       {"LifeCycleStatusType", said("lifeCycle:Active")},
                                       {"InLanguage", texts({"en-US"})},
                                       {"OwnedBy", owner()},
                                       {"OfferedBy", owner()},
                                       {"CodedNotation", said(course.code)},
                                       {"AvailableOnlineAt", texts({page})},
                                       {"DeliveryType", texts({"deliveryType:BlendedDelivery"})},
                                       {"LearningMethodType",
                                        texts({"learnMethod:Laboratory", "learnMethod:Lecture"})},
                                       {"CreditValue", said(json::Array{said(std::move(credit))})},
                                       {"Teaches", competencies(course.teaches)}})}});
}

void Catalogue::publish_assessment() {
    stage_.publish(
        harbor(), harbor().id, "assessment",
        {{"DefaultLanguage", said("en-US")},
         {"Assessment",
          said(json::Object{
              {"CTID", said(assessment_.text())},
              {"Name", in_both("Final Examination in Welding", "Examen final de soldadura")},
              {"Description",
               said(std::string("Three seams and what is wrong with a fourth.") + invented)},
              {"SubjectWebpage", said("https://harbor.example/examinations/welding")},
              {"InLanguage", texts({"en-US"})},
              {"OwnedBy", owner()},
              {"OfferedBy", owner()},
              {"AvailabilityListing", texts({"https://harbor.example/examinations"})},
              {"DeliveryType", texts({"deliveryType:InPerson"})},
              {"AssessmentMethodType", texts({"assessMethod:Performance", "assessMethod:Exam"})},
              {"AssessmentUseType", texts({"assessUse:Summative"})},
              {"IsProctored", json::Value(true)},
              {"Assesses", competencies("1.1|2.1|3.1|4.1")}})}});
}

CredentialInput Catalogue::input_of(const std::string& institution, const Program& program,
                                    char letter) {
    const auto& caller = cast_.institutions.at(institution);
    const auto& level = level_of(letter);
    CredentialInput input{.ctid = Ctid(stage_.dice.uuid()),
                          .owner = caller.id,
                          .program = &program,
                          .level = &level,
                          .owner_name = caller.name,
                          .webpage = "https://" + institution + ".example/programs/" + program.cip,
                          .in_spanish = true,
                          .tuition = level.tuition};
    if (program.name == "Welding") {
        for (const auto& course : courses) input.courses.push_back(courses_.at(course.code));
        if (letter != 'A') input.courses.pop_back();
        input.assessments = {assessment_};
        for (const auto* code : {"1.1", "2.1", "3.1"}) {
            input.competencies.push_back(Framework::text_of(code));
        }
    }
    return input;
}

// Offered by its own people, who raise its price a month later.
void Catalogue::plan_credential(days ago, const std::string& institution,
                                const std::string& program_name, char letter) {
    const auto publish = [this, institution](CredentialInput input, const std::string& version) {
        input.version = version;
        input.effective = day_of(stage_.registry().now());
        stage_.publish(cast_.institutions.at(institution), input.owner, "credential",
                       request_of(input));
    };
    const auto made = std::make_shared<CredentialInput>();
    script_.at(ago, [=, this] {
        const auto& program = program_named(program_name);
        *made = input_of(institution, program, letter);
        auto& before = credentials_[institution + program.name];
        if (before != Ctid()) made->after = before;
        before = made->ctid;
        made->recognized_by = {Ctid(cast_.bodies.at("workforce").uuid())};
        publish(*made, "1");
    });
    script_.at(ago - days(30), [=, this] {
        made->tuition += made->tuition / 10;
        publish(*made, "2");
    });
}

}  // namespace

void plan_catalogue(Stage& stage, Script& script, Cast& cast) {
    const auto catalogue = std::make_shared<Catalogue>(stage, script, cast);
    script.keep(catalogue);
    catalogue->plan();
}

}  // namespace cartulary::demo
