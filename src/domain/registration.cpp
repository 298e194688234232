#include "domain/registration.h"

#include <algorithm>

namespace cartulary {

namespace {

std::vector<FieldProblem> own_problems(const Registration& registration) {
    auto problems = problems_in(registration.draft,
                                {.complete = true, .name_length_max = registered_name_length_max});
    const auto& publishing = registration.draft.publishing;
    if (publishing.roles.empty()) {
        problems.push_back({"publishing.roles",
                            "must be one or more of CredentialOrganization, "
                            "QACredentialOrganization, CompetencyFrameworkOrganization"});
    }
    if (publishing.methods.empty()) {
        problems.push_back(
            {"publishing.methods", "must be one or more of " + publishing_methods.list()});
    }
    if (registration.contacts.empty()) {
        problems.push_back({"contacts", "must name at least one administrator"});
    } else if (registration.contacts.size() > contacts_max) {
        problems.push_back({"contacts", "must name at most 50 administrators"});
    }
    for (std::size_t i = 0; i < registration.contacts.size(); ++i) {
        append_problems_in(registration.contacts[i], "contacts[" + std::to_string(i) + "].",
                           problems);
    }
    return problems;
}

}  // namespace

std::vector<FieldProblem> problems_in(const Registration& registration) {
    auto problems = registration.noticed;
    const auto is_noticed = [&](const FieldProblem& problem) {
        return std::ranges::any_of(registration.noticed, [&](const FieldProblem& noticed) {
            return noticed.field == problem.field;
        });
    };
    for (auto& problem : own_problems(registration)) {
        if (!is_noticed(problem)) problems.push_back(std::move(problem));
    }
    return problems;
}

}  // namespace cartulary
