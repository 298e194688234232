#include "ctdl/problem_collector.h"

#include <utility>

namespace cartulary::ctdl {

std::string Way::text() const {
    if (!before_) return {};
    auto text = before_->text();
    if (name_.empty()) return text + "[" + std::to_string(index_) + "]";
    if (!text.empty()) text += '.';
    return text.append(name_);
}

void ProblemCollector::error(const Way& way, std::string text) {
    add(Problem::Severity::error, way, std::move(text));
}

void ProblemCollector::warning(const Way& way, std::string text) {
    add(Problem::Severity::warning, way, std::move(text));
}

void ProblemCollector::fault(const Way& way, std::string text) {
    add(is_tolerant_ ? Problem::Severity::warning : Problem::Severity::error, way, std::move(text));
}

void ProblemCollector::add(Problem::Severity severity, const Way& way, std::string text) {
    if (severity == Problem::Severity::error) has_errors_ = true;
    ++count_;
    if (count_ <= problems_max) problems_.push_back({severity, way.text(), std::move(text)});
}

Problems ProblemCollector::take() {
    if (count_ > problems_max) {
        auto& last = problems_.back();
        last = {has_errors_ ? Problem::Severity::error : Problem::Severity::warning, "",
                "there are " + std::to_string(count_ - problems_max + 1) + " more problems"};
    }
    return std::move(problems_);
}

}  // namespace cartulary::ctdl
