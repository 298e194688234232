#include "app/demo/programs.h"

#include <stdexcept>

#include "app/demo/table.h"

namespace cartulary::embedded {
extern const std::string_view demo_programs;
}  // namespace cartulary::embedded

namespace cartulary::demo {

namespace {

constexpr Level levels[] = {
    {'C', "Certificate", "Certificate in {program}", "Certificado en {program}",
     "audLevel:BeginnerLevel", 9, 30, 3'200},
    {'A', "AssociateDegree", "Associate Degree in {program}", "Grado asociado en {program}",
     "audLevel:AssociatesDegreeLevel", 24, 60, 7'400},
    {'B', "BachelorDegree", "Bachelor's Degree in {program}", "Licenciatura en {program}",
     "audLevel:BachelorsDegreeLevel", 48, 120, 38'000},
    {'D', "DigitalBadge", "{program} Essentials Badge", "Insignia de fundamentos de {program}",
     "audLevel:BeginnerLevel", 2, 3, 240},
};

std::vector<Program> read_programs() {
    const Table table(embedded::demo_programs);
    std::vector<Program> programs;
    for (const auto& row : table.rows()) {
        const auto cell = [&](std::string_view column) { return table.cell(row, column); };
        programs.push_back({.name = cell("NAME"),
                            .name_es = cell("NAME_ES"),
                            .soc = cell("SOC"),
                            .soc_title = cell("SOC_TITLE"),
                            .cip = cell("CIP"),
                            .cip_title = cell("CIP_TITLE"),
                            .levels = cell("LEVELS"),
                            .learn = cell("LEARN"),
                            .learn_es = cell("LEARN_ES"),
                            .subjects = parts_of(cell("SUBJECTS")),
                            .subjects_es = parts_of(cell("SUBJECTS_ES"))});
    }
    return programs;
}

}  // namespace

const std::vector<Program>& all_programs() {
    static const auto programs = read_programs();
    return programs;
}

const Level& level_of(char letter) {
    for (const auto& level : levels) {
        if (level.letter == letter) return level;
    }
    throw std::logic_error("no level has this letter");
}

std::string name_at(std::string_view pattern, std::string_view program) {
    constexpr std::string_view place = "{program}";
    std::string name(pattern);
    return name.replace(name.find(place), place.size(), program);
}

}  // namespace cartulary::demo
