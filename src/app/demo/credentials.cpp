#include "app/demo/credentials.h"

#include <algorithm>
#include <memory>

#include "app/demo/directory.h"
#include "app/demo/said.h"

namespace cartulary::demo {

namespace {

constexpr std::chrono::minutes offered_after = std::chrono::hours(50);  // a college's coming
constexpr std::size_t dearer_later = 11;  // every so manieth costs more later on
constexpr std::size_t ended_later = 97;
constexpr int private_factor = 2;

// What a college of this kind leads to.
std::string letters_for(const College& college) {
    const auto& types = college.told.types;
    const auto has = [&](OrganizationType type) {
        return std::ranges::find(types, type) != types.end();
    };
    if (has(OrganizationType::four_year)) return "BA";
    if (has(OrganizationType::two_year)) return "ACD";
    return "CD";
}

bool needs_license(const Program& program) {
    return program.soc.starts_with("29-") || program.soc.starts_with("47-2") ||
           program.soc.starts_with("39-");
}

class Offers {
public:
    Offers(Stage& stage, Script& script, Cast& cast, const std::vector<College>& colleges)
        : stage_(stage), script_(script), cast_(cast), colleges_(colleges) {}

    void plan() {
        plan_licenses();
        for (std::size_t i = 0; i < colleges_.size(); ++i) plan_college(i);
    }

private:
    // Whatever needs one has one license, of one agency.
    void plan_licenses();
    void plan_college(std::size_t index);
    CredentialInput offered(const College& college, const Program& program, const Level& level);
    CredentialInput vouched_for(CredentialInput input, const College& college);
    void plan_later(std::chrono::minutes ago, const CredentialInput& first, const College& college);
    void publish(CredentialInput input) {
        input.effective = day_of(stage_.registry().now());
        stage_.publish(command_line(), input.owner, "credential", request_of(input),
                       PublishMethod::import);
    }

    Stage& stage_;
    Script& script_;
    Cast& cast_;
    const std::vector<College>& colleges_;
    std::map<std::string, Ctid> licenses_;  // by the code of the occupation
    std::size_t count_ = 0;
};

void Offers::plan_licenses() {
    static constexpr Level license{'L',
                                   "License",
                                   "License: {program}",
                                   "Licencia: {program}",
                                   "audLevel:ProfessionalLevel",
                                   6,
                                   1,
                                   180};
    static constexpr Level certification{'T',
                                         "Certification",
                                         "Certified in {program}",
                                         "Certificación en {program}",
                                         "audLevel:IntermediateLevel",
                                         3,
                                         1,
                                         420};
    for (const auto& program : all_programs()) {
        const bool is_licensed = needs_license(program);
        if (!is_licensed && program.soc.substr(0, 2) != "15" && program.soc.substr(0, 2) != "49") {
            continue;
        }
        const Ctid ctid(stage_.dice.uuid());
        licenses_[program.soc] = ctid;
        const auto* body = is_licensed                     ? "license"
                           : program.soc.starts_with("15") ? "cyber"
                                                           : "trades";
        script_.at(std::chrono::days(177), [this, &program, ctid, body, is_licensed] {
            const auto owner = cast_.bodies.at(body);
            publish({.ctid = ctid,
                     .owner = owner,
                     .program = &program,
                     .level = is_licensed ? &license : &certification,
                     .owner_name = is_licensed ? "the licensing agency" : "the certifying body",
                     .webpage = "https://" + std::string(body) + ".bodies.example/" + program.soc,
                     .in_spanish = true,
                     .tuition = is_licensed ? license.tuition : certification.tuition,
                     .recognized_by = {Ctid(cast_.bodies.at("workforce").uuid())}});
        });
    }
}

CredentialInput Offers::offered(const College& college, const Program& program,
                                const Level& level) {
    const auto& told = college.told;
    CredentialInput input{
        .ctid = Ctid(stage_.dice.uuid()),
        .owner = OrganizationId(college.ctid().uuid()),
        .program = &program,
        .level = &level,
        .owner_name = told.name,
        .webpage = "https://college-" + told.unitid + ".example/programs/" + program.cip,
        .in_spanish = college.speaks_spanish() || stage_.dice.one_in(8),
        .tuition = level.tuition * (told.sector == Sector::public_ ? 1 : private_factor)};
    if (!stage_.dice.one_in(6)) input.place = place_of(college);
    if (const auto license = licenses_.find(program.soc); license != licenses_.end()) {
        input.leads_to = license->second;
    }
    return input;
}

// In the order in which the first of them is public before the others refer to it.
void Offers::plan_college(std::size_t index) {
    const auto& college = colleges_[index];
    const auto letters = letters_for(college);
    const auto entered = entered_ago(index, colleges_.size());
    const auto ago = entered > 2 * offered_after ? entered - offered_after : entered / 2;
    const auto wanted = 1 + stage_.dice.below(2);
    std::vector<CredentialInput> inputs;
    for (int tries = 0; inputs.size() < wanted && tries < 20; ++tries) {
        const auto& program = stage_.dice.one_of(all_programs());
        std::optional<Ctid> before;
        // From the lowest up, so that the higher one can go on from the lower.
        for (const char letter : std::string_view("DCAB")) {
            if (letters.find(letter) == std::string::npos) continue;
            if (program.levels.find(letter) == std::string::npos) continue;
            auto input = offered(college, program, level_of(letter));
            input.after = before;
            before = input.ctid;
            inputs.push_back(std::move(input));
        }
    }
    for (const auto& input : inputs) {
        plan_later(ago, input, college);
        script_.at(ago, [this, input, &college] { publish(vouched_for(input, college)); });
    }
}

// By whoever looks at its college and at programs of its kind.
CredentialInput Offers::vouched_for(CredentialInput input, const College& college) {
    const auto body = [&](const char* key) { return Ctid(cast_.bodies.at(key).uuid()); };
    const auto& soc = input.program->soc;
    if (const auto found = cast_.of_state.find(college.told.state); found != cast_.of_state.end()) {
        input.accredited_by.emplace_back(found->second.uuid());
    }
    if (soc == "29-1141" || soc == "29-2061") {
        input.accredited_by.push_back(body("nursing"));
        input.recognized_by.push_back(body("hospital"));
    }
    if (soc == "49-9081" || soc == "47-2231") input.recognized_by.push_back(body("turbine"));
    if (soc.starts_with("47-")) input.approved_by.push_back(body("trades"));
    return input;
}

void Offers::plan_later(std::chrono::minutes ago, const CredentialInput& first,
                        const College& college) {
    const auto number = ++count_;
    const auto later = ago / 2;
    if (later < offered_after) return;
    if (number % dearer_later == 0) {
        script_.at(later, [this, input = first, &college]() mutable {
            input.tuition += input.tuition / 12;
            input.version = "2";
            publish(vouched_for(std::move(input), college));
        });
    }
    if (number % ended_later == 0) {
        script_.at(later, [this, ctid = first.ctid] {
            granted(stage_.resources.remove(command_line(), ctid), "deletion");
        });
    }
}

}  // namespace

void plan_credentials(Stage& stage, Script& script, Cast& cast,
                      const std::vector<College>& colleges) {
    // The scenes refer to it.
    const auto offers = std::make_shared<Offers>(stage, script, cast, colleges);
    script.keep(offers);
    offers->plan();
}

}  // namespace cartulary::demo
