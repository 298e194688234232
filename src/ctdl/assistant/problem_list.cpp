#include "ctdl/assistant/problem_list.h"

#include <iterator>

namespace cartulary::ctdl::assistant {

void ProblemList::error(std::string_view path, std::string text) {
    add({Problem::Severity::error, std::string(path), std::move(text)});
}

void ProblemList::warn(std::string_view path, std::string text) {
    add({Problem::Severity::warning, std::string(path), std::move(text)});
}

void ProblemList::add(Problem problem) {
    const bool is_error = problem.severity == Problem::Severity::error;
    auto& list = is_error ? errors_ : warnings_;
    if (list.size() == problems_max) {
        ++untold_;
        return;
    }
    if (!told_.insert(problem.path + '\n' + problem.text).second) return;
    if (is_error) {
        exact_.insert(problem.path);
        for (auto path = problem.path; !path.empty();) {
            blamed_.insert(path);
            const auto end = path.find_last_of(".[");
            path.resize(end == std::string::npos ? 0 : end);
        }
    }
    list.push_back(std::move(problem));
}

Problems ProblemList::take() {
    auto all = std::move(errors_);
    all.insert(all.end(), std::make_move_iterator(warnings_.begin()),
               std::make_move_iterator(warnings_.end()));
    if (all.size() > problems_max) {
        untold_ += all.size() - problems_max;
        all.resize(problems_max);
    }
    if (untold_ > 0) {
        const auto severity = all.back().severity;
        all.back() = {severity, "", std::to_string(untold_ + 1) + " more problems are not told"};
    }
    return all;
}

}  // namespace cartulary::ctdl::assistant
