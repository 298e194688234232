#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "ctdl/query.h"
#include "operations/example_search.h"
#include "operations/resource_versions.h"
#include "search/words.h"

namespace cartulary {

namespace {

using Narrowing = ctdl::Query::Narrowing;
using Numbers = std::vector<std::int64_t>;  // of entries, in their order

constexpr int entries_at_once_max = 500;
constexpr std::size_t documents_at_once = 200;
constexpr std::size_t remembered_bytes_max = std::size_t{16} << 20;  // of documents, as texts

// The entries that may answer, as far as the store can tell without reading documents.
class ExampleCandidates {
public:
    ExampleCandidates(Transaction& transaction, std::size_t count_max)
        : transaction_(transaction), count_max_(count_max) {}

    // Nothing: there are more than may be looked through, whichever way is taken.
    std::optional<Numbers> find(const std::vector<Narrowing>& narrowings) {
        std::optional<Numbers> fewest;
        for (const auto& narrowing : narrowings) {
            auto numbers = of(narrowing);
            if (!numbers) continue;
            fewest = fewest ? shared(*fewest, *numbers) : std::move(*numbers);
        }
        return fewest ? fewest : all();
    }

private:
    // Nothing where they are too many.
    std::optional<Numbers> of(const Narrowing& narrowing) {
        switch (narrowing.kind) {
            case Narrowing::Kind::words: return of_words(narrowing.values);
            case Narrowing::Kind::type:
                return united(narrowing.values, [&](const std::string& type) {
                    return resources::of_type(transaction_, type, 0, one_more());
                });
            case Narrowing::Kind::reference:
                return united(narrowing.values, [&](const std::string& target) {
                    return resources::referring(transaction_, narrowing.property, target,
                                                one_more());
                });
            case Narrowing::Kind::ctid:
                return united(narrowing.values,
                              [&](const std::string& ctid) { return of_ctid(ctid); });
        }
        __builtin_unreachable();
    }

    int one_more() const { return static_cast<int>(count_max_) + 1; }

    std::optional<Numbers> unless_too_many(Numbers numbers) const {
        if (numbers.size() > count_max_) return std::nullopt;
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
    }

    template <class Find>
    std::optional<Numbers> united(const std::vector<std::string>& values, const Find& find) {
        Numbers all;
        for (const auto& value : values) {
            const auto found = find(value);
            all.insert(all.end(), found.begin(), found.end());
            if (all.size() > count_max_) return std::nullopt;
        }
        return unless_too_many(std::move(all));
    }

    std::optional<Numbers> of_words(const std::vector<std::string>& values) {
        std::vector<resources::Word> words;
        for (const auto& value : values) words.push_back({value, true});
        return unless_too_many(resources::with_words(transaction_, words, one_more()));
    }

    Numbers of_ctid(const std::string& text) {
        const auto ctid = Ctid::parse(text);
        const auto whole = ctid ? resources::whole_of(transaction_, *ctid) : std::nullopt;
        if (!whole) return {};
        for (const auto& entry : resources::entries_of(transaction_, *whole)) {
            if (entry.ctid == *ctid) return {entry.number};
        }
        return {};
    }

    std::optional<Numbers> all() {
        Numbers numbers;
        std::int64_t after = 0;
        for (;;) {
            const auto some = resources::entries_after(transaction_, after, entries_at_once_max);
            if (some.empty()) return numbers;
            for (const auto& entry : some) numbers.push_back(entry.number);
            if (numbers.size() > count_max_) return std::nullopt;
            after = numbers.back();
        }
    }

    static Numbers shared(const Numbers& left, const Numbers& right) {
        Numbers both;
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                              std::back_inserter(both));
        return both;
    }

    Transaction& transaction_;
    std::size_t count_max_;
};

// Documents by the number of their resource, as far as they fit.
class DocumentMemory {
public:
    using Pointer = std::shared_ptr<const ctdl::Document>;

    Pointer get(Transaction& transaction, std::int64_t resource) {
        const auto known = documents_.find(resource);
        if (known != documents_.end()) return known->second;
        const auto found = resources::find(transaction, resource);
        if (!is_there(found)) return nullptr;
        const auto version = resources::version(transaction, resource, found->revision);
        if (!version) return nullptr;
        if (bytes_ + version->document.size() > remembered_bytes_max) {
            documents_.clear();
            bytes_ = 0;
        }
        bytes_ += version->document.size();
        bytes_read_ += version->document.size();
        auto document =
            std::make_shared<const ctdl::Document>(ctdl::Document::of_text(version->document));
        return documents_.emplace(resource, std::move(document)).first->second;
    }

    std::size_t bytes_read() const { return bytes_read_; }

private:
    std::unordered_map<std::int64_t, Pointer> documents_;
    std::size_t bytes_ = 0;       // of those
    std::size_t bytes_read_ = 0;  // of all, as often as they were read
};

class ExampleSearch {
public:
    ExampleSearch(const Registry& registry, const ctdl::Query& query, const ExampleLimits& limits)
        : registry_(registry), query_(query), limits_(limits) {}

    Result<Finding::Examples> run(const Slice& slice) {
        const auto candidates = registry_.store.read([&](Transaction& transaction) {
            return ExampleCandidates(transaction, limits_.candidates_max)
                .find(query_.narrowings(search::words_of));
        });
        if (!candidates) return too_many();
        const auto wholes = wholes_of(*candidates);
        for (auto next = wholes.begin(); next != wholes.end();) {
            registry_.store.read([&](Transaction& transaction) {
                for (std::size_t i = 0; i < documents_at_once && next != wholes.end(); ++i) {
                    look_through(transaction, next->first, next->second);
                    ++next;
                }
                return true;
            });
            if (is_too_much()) return too_many();
        }
        return sliced(slice);
    }

private:
    using Candidates = std::map<Ctid, std::int64_t>;    // with the numbers of their entries
    using Wholes = std::map<std::int64_t, Candidates>;  // by the resource that they are parts of

    bool is_too_much() const {
        return lookups_ > limits_.lookups_max || documents_.bytes_read() > limits_.bytes_max;
    }

    static tl::unexpected<Error> too_many() {
        return fail(ErrorKind::too_large,
                    "too many resources may meet the query: narrow it by \"@type\", "
                    "\"ceterms:ctid\", words of a name, or what it refers to");
    }

    // One read gives one entry where they lie apart, and many where they lie together.
    Wholes wholes_of(const Numbers& numbers) {
        Wholes wholes;
        int at_once = 1;
        for (auto next = numbers.begin(); next != numbers.end();) {
            const auto entries = registry_.store.read([&](Transaction& transaction) {
                return resources::entries_after(transaction, *next - 1, at_once);
            });
            int used = 0;
            for (const auto& entry : entries) {
                while (next != numbers.end() && *next < entry.number) ++next;  // deleted since
                if (next == numbers.end() || *next != entry.number) continue;
                wholes[entry.resource].emplace(entry.ctid, entry.number);
                ++next;
                ++used;
            }
            if (entries.empty()) break;
            at_once = 2 * used >= at_once ? std::min(2 * at_once, entries_at_once_max) : 1;
        }
        return wholes;
    }

    void look_through(Transaction& transaction, std::int64_t resource,
                      const Candidates& candidates) {
        if (is_too_much()) return;
        const auto document = documents_.get(transaction, resource);
        if (!document) return;
        for (const auto& ctid : query_.met_by(document, world(transaction))) {
            const auto found = candidates.find(ctid);
            if (found != candidates.end()) met_.emplace_back(found->second, ctid);
        }
    }

    ctdl::Query::World world(Transaction& transaction) {
        return {[&](const Ctid& ctid) -> DocumentMemory::Pointer {
                    ++lookups_;
                    if (is_too_much()) return nullptr;
                    const auto whole = resources::whole_of(transaction, ctid);
                    return whole ? documents_.get(transaction, *whole) : nullptr;
                },
                [&](const Ctid& ctid, std::string_view property) {
                    return referring(transaction, ctid, property);
                },
                search::words_of};
    }

    std::vector<Ctid> referring(Transaction& transaction, const Ctid& ctid,
                                std::string_view property) {
        std::vector<Ctid> others;
        if (lookups_ > limits_.lookups_max) return others;
        const auto left = limits_.lookups_max - lookups_;
        const auto numbers =
            resources::referring(transaction, property, ctid.text(), static_cast<int>(left) + 1);
        lookups_ += 1 + numbers.size();
        if (lookups_ > limits_.lookups_max) return others;
        for (const auto number : numbers) {
            const auto entries = resources::entries_after(transaction, number - 1, 1);
            if (!entries.empty() && entries.front().number == number) {
                others.push_back(entries.front().ctid);
            }
        }
        return others;
    }

    Finding::Examples sliced(const Slice& slice) {
        std::sort(met_.begin(), met_.end());
        Finding::Examples examples;
        examples.total = static_cast<std::int64_t>(met_.size());
        const auto begin = std::clamp<std::int64_t>(slice.offset, 0, examples.total);
        const auto end = std::min<std::int64_t>(begin + std::max(slice.count, 0), examples.total);
        for (auto i = begin; i < end; ++i) {
            examples.items.push_back(met_[static_cast<std::size_t>(i)].second);
        }
        return examples;
    }

    const Registry& registry_;
    const ctdl::Query& query_;
    const ExampleLimits& limits_;
    DocumentMemory documents_;
    std::size_t lookups_ = 0;
    std::vector<std::pair<std::int64_t, Ctid>> met_;
};

}  // namespace

Result<Finding::Examples> search_by_example(const Registry& registry, const json::Value& query,
                                            const Slice& slice, const ExampleLimits& limits) {
    const auto parsed = TRY(ctdl::Query::parse(query, {registry.public_url}));
    return ExampleSearch(registry, parsed, limits).run(slice);
}

Result<Finding::Examples> Finding::by_example(const json::Value& query, const Slice& slice) {
    auto found = search_by_example(registry_, query, slice);
    if (found) searches_.note(registry_.now());
    return found;
}

}  // namespace cartulary
