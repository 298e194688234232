#include "dialects/reconciliation/candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "base/json.h"
#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "dialects/reconciliation/entity.h"

namespace cartulary::reconciliation {

namespace {

constexpr double score_max = 100;

struct Candidate {
    ResourceEntry entry;
    double score = 0;
    bool is_match = false;
};

bool is_of_types(const ResourceEntry& entry, const std::vector<std::string>& types) {
    return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& type) {
               return ctdl::is_a(entry.type, type);
           });
}

bool may_be_organization(const std::vector<std::string>& types) {
    return types.empty() || std::any_of(types.begin(), types.end(), ctdl::is_organization);
}

bool may_be_other(const std::vector<std::string>& types) {
    return types.empty() || !std::all_of(types.begin(), types.end(), ctdl::is_organization);
}

std::vector<std::string> with_those_below(const std::vector<std::string>& types) {
    std::vector<std::string> all;
    for (const auto& type : ctdl::classes()) {
        const bool is_below = std::any_of(types.begin(), types.end(), [&](const std::string& one) {
            return ctdl::is_a(type.name, one);
        });
        if (is_below) all.emplace_back(type.name);
    }
    // Of what is no class nothing is found.
    if (all.empty()) all = types;
    return all;
}

// What a name that answers a search is worth beside the score of organizations that are matched.
double score_of(const std::optional<search::NameMatch>& match) {
    if (!match) return 10;
    switch (*match) {
        case search::NameMatch::exact: return 90;
        case search::NameMatch::nearly_exact: return 70;
        case search::NameMatch::begins: return 60;
        case search::NameMatch::words: return 50;
        case search::NameMatch::nearly: return 30;
    }
    __builtin_unreachable();
}

class Finder {
public:
    Finder(const Operations& operations, const Query& query)
        : operations_(operations), query_(query) {}

    Result<std::vector<Candidate>> find() && {
        if (find_by_ctid()) return ordered();
        if (may_be_organization(query_.types)) TRY(find_organizations());
        if (!query_.text.empty() && may_be_other(query_.types)) find_by_name();
        return ordered();
    }

private:
    bool find_by_ctid() {
        const auto ctid = ctid_of(query_.text, operations_.public_url);
        auto entry = ctid ? operations_.finding.entry(*ctid) : std::nullopt;
        if (!entry) return false;
        add({*std::move(entry), score_max, true});
        return true;
    }

    // As a name first; where that is nobody's, as what somebody wrote of where they work.
    Result<void> find_organizations() {
        auto described = query_.described;
        described.name = query_.text;
        if (described.name.empty() && described.website.empty() && described.identifiers.empty()) {
            return {};
        }
        const bool is_found = TRY(match(described));
        if (is_found || query_.text.empty()) return {};
        described = query_.described;
        described.affiliation = query_.text;
        TRY(match(described));
        return {};
    }

    // Whether any is sure.
    Result<bool> match(const search::Described& described) {
        bool is_sure = false;
        for (auto& [candidate, entry] : TRY(operations_.finding.match(described, query_.limit))) {
            if (!is_of_types(entry, query_.types)) continue;
            is_sure = is_sure || candidate.chosen;
            add({std::move(entry), candidate.score * score_max, candidate.chosen});
        }
        return is_sure;
    }

    void find_by_name() {
        Finding::Query search{.text = query_.text, .slice = {0, static_cast<int>(query_.limit)}};
        if (!query_.types.empty()) {
            search.conditions.push_back({search::Facet::type, with_those_below(query_.types)});
        }
        const auto answer = operations_.finding.search(search);
        // What is too long to be searched is nothing's name.
        if (!answer) return;
        std::size_t same = 0;
        for (const auto& found : answer->items) {
            same += found.match == search::NameMatch::exact ? 1 : 0;
        }
        // A name of another language or a correction may be meant, but nobody asked for it.
        const bool is_sure = same == 1 && !query_.types.empty();
        for (const auto& found : answer->items) {
            if (ctdl::is_organization(found.entry.type)) continue;
            const bool is_same = found.match == search::NameMatch::exact;
            add({found.entry, score_of(found.match), is_same && is_sure});
        }
    }

    void add(Candidate candidate) {
        const auto [known, is_new] = candidates_.emplace(candidate.entry.ctid, candidate);
        auto& kept = known->second;
        if (is_new) return;
        kept.score = std::max(kept.score, candidate.score);
        kept.is_match = kept.is_match || candidate.is_match;
    }

    std::vector<Candidate> ordered() {
        std::vector<Candidate> all;
        for (auto& [ctid, candidate] : candidates_) all.push_back(std::move(candidate));
        std::stable_sort(all.begin(), all.end(), [](const Candidate& left, const Candidate& right) {
            return std::tuple(-left.score, !left.is_match) <
                   std::tuple(-right.score, !right.is_match);
        });
        if (all.size() > query_.limit)
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(query_.limit), all.end());
        // One row of a table is one thing: of several that a text names none is the answer.
        const auto matches = std::count_if(
            all.begin(), all.end(), [](const Candidate& candidate) { return candidate.is_match; });
        if (matches > 1) {
            for (auto& candidate : all) candidate.is_match = false;
        }
        return all;
    }

    const Operations& operations_;
    const Query& query_;
    std::map<Ctid, Candidate> candidates_;
};

void write(json::Writer& writer, const Candidate& candidate) {
    constexpr double hundredths = 100;
    const auto description = description_of(candidate.entry);
    writer.begin_object()
        .member("id", candidate.entry.ctid.text())
        .member("name", name_of(candidate.entry))
        .member("score", std::round(candidate.score * hundredths) / hundredths)
        .member("match", candidate.is_match);
    if (!description.empty()) writer.member("description", description);
    writer.key("type").begin_array();
    write_type(writer, candidate.entry.type);
    writer.end_array().end_object();
}

}  // namespace

Result<std::string> answer_of(const Operations& operations, const Query& query) {
    const auto candidates = TRY(Finder(operations, query).find());
    json::Writer writer;
    writer.begin_object().key("result").begin_array();
    for (const auto& candidate : candidates) write(writer, candidate);
    writer.end_array().end_object();
    return writer.take();
}

}  // namespace cartulary::reconciliation
