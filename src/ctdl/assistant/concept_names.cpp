#include "ctdl/assistant/concept_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr std::size_t all_told_max = 12;
constexpr std::size_t nearest_told_max = 5;
constexpr std::size_t compared_length_max = 60;

std::string_view local(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

// How many letters must be changed, put in or taken out.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t i = 0; i <= right.size(); ++i) row[i] = i;
    for (std::size_t i = 0; i < left.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (left[i] != right[j])});
            diagonal = above;
        }
    }
    return row.back();
}

struct Candidate {
    std::size_t distance;
    std::string_view name;
};

std::vector<Candidate> candidates(std::span<const std::string_view> schemes,
                                  std::string_view text) {
    const auto looked_for = text::lower_ascii(local(text).substr(0, compared_length_max));
    std::vector<Candidate> found;
    for (const auto name : schemes) {
        const auto* scheme = find_scheme(name);
        if (!scheme) continue;
        for (const auto& each : scheme->concepts) {
            const auto far = std::min(distance(looked_for, text::lower_ascii(local(each.name))),
                                      distance(looked_for, text::lower_ascii(each.label)));
            found.push_back({far, local(each.name)});
        }
    }
    return found;
}

}  // namespace

std::string unknown_concept_problem(std::span<const std::string_view> schemes,
                                    std::string_view text) {
    std::string problem = '"' + std::string(text.substr(0, compared_length_max)) + "\" is not in";
    for (const auto name : schemes) {
        const auto* scheme = find_scheme(name);
        problem +=
            (name == schemes.front() ? " " : " or ") + std::string(scheme ? scheme->label : name);
    }
    auto known = candidates(schemes, text);
    const bool are_few = known.size() <= all_told_max;
    if (!are_few) {
        std::stable_sort(known.begin(), known.end(),
                         [](const Candidate& left, const Candidate& right) {
                             return left.distance < right.distance;
                         });
        known.resize(nearest_told_max);
    }
    problem += are_few ? ", which has " : "; the nearest are ";
    for (const auto& each : known) {
        problem += (&each == &known.front() ? "" : ", ") + std::string(each.name);
    }
    return problem;
}

}  // namespace cartulary::ctdl::assistant
