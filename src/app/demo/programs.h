#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartulary::demo {

// What somebody can learn, with its codes: a row of programs.csv (see README.md).
struct Program {
    std::string name;
    std::string name_es;
    std::string soc;  // occupation, "51-4121"
    std::string soc_title;
    std::string cip;  // instructional program, "48.0508"
    std::string cip_title;
    std::string levels;  // see Level
    std::string learn;   // "join metals by arc, …"
    std::string learn_es;
    std::vector<std::string> subjects;
    std::vector<std::string> subjects_es;  // as many
};

// What a program can lead to; each is a letter of Program::levels.
struct Level {
    char letter;
    std::string_view credential_class;  // "AssociateDegree"
    std::string_view name;              // "Associate Degree in {program}"
    std::string_view name_es;
    std::string_view audience;  // "audLevel:AssociatesDegreeLevel"
    int months;
    int semester_hours;
    int tuition;  // US dollars at a public college
};

const std::vector<Program>& all_programs();
const Level& level_of(char letter);

// "Associate Degree in Welding"
std::string name_at(std::string_view pattern, std::string_view program);

}  // namespace cartulary::demo
