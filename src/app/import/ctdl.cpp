#include "app/import/ctdl.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <set>

#include "app/import/ctdl_file.h"
#include "app/import/ctdl_graph.h"
#include "app/import/ordered_workers.h"
#include "app/import/progress.h"
#include "app/import/reason.h"
#include "ctdl/document.h"
#include "ctdl/entries.h"
#include "ctdl/vocabulary.h"
#include "operations/resources.h"
#include "store/organizations.h"

namespace cartulary::import {

namespace {

// So many share a commit, where a commit is what takes the time.
constexpr std::size_t threads = 16;
constexpr std::size_t bytes_at_once_max = std::size_t{32} << 20;  // of files, between threads
constexpr std::size_t problems_told_max = 10;                     // of one document
constexpr std::size_t rendered_bytes_max = std::size_t{1} << 20;  // nothing is read here

bool describes_organization(const json::Value& payload) {
    const auto* known = ctdl::find_class(type_written_in(payload));
    return known && ctdl::is_organization(known->name);
}

std::string text_of(const ctdl::Problem& problem) {
    return problem.path.empty() ? problem.text : problem.path + " " + problem.text;
}

std::vector<std::string> errors_in(const ctdl::Problems& problems) {
    std::vector<std::string> texts;
    for (const auto& problem : problems) {
        if (problem.severity != ctdl::Problem::Severity::error) continue;
        if (texts.size() == problems_told_max) {
            texts.emplace_back("and more");
            break;
        }
        texts.push_back(text_of(problem));
    }
    return texts;
}

std::vector<std::string> texts_of(const Error& error) {
    std::vector<std::string> texts;
    for (const auto& [field, problem] : error.fields) texts.push_back(field + " " + problem);
    if (texts.empty()) texts.push_back(error.message);
    return texts;
}

// One run, of several passes over the files: an organization must be there before what it owns, and
// before the organizations that it publishes for.
class Run {
public:
    Run(const Registry& registry, const CtdlImport& import, std::ostream* terminal)
        : registry_(registry),
          resources_(registry, rendered_bytes_max),
          import_(import),
          addresses_{registry.public_url},
          progress_(terminal, 2 * bytes_of(import.files)),
          workers_(threads, bytes_at_once_max) {}

    CtdlReport run() {
        read_all(Pass::organizations);
        if (!waiting_.empty()) read_all(Pass::waiting_organizations);
        read_all(Pass::all_else);
        std::ranges::stable_sort(report_.refusals, {}, [](const CtdlReport::Refusal& refusal) {
            return std::pair(refusal.file, refusal.line);
        });
        return std::move(report_);
    }

private:
    enum class Pass { organizations, waiting_organizations, all_else };

    // The document that is read at the moment.
    struct Place {
        std::string file;
        std::uint64_t number = 0;  // in the file
        std::size_t line = 1;
        std::string ctid = {};
    };

    static std::uint64_t bytes_of(const std::vector<std::filesystem::path>& files);
    void read_all(Pass pass);
    void read(const std::filesystem::path& path, Pass pass);
    bool is_of(Pass pass, const CtdlItem& item, const Place& place);
    void give(CtdlItem item, const Place& place);
    void import(const CtdlItem& item, Place place);
    void publish(const ctdl::Document& document, const CtdlItem& item, const Place& place);
    void remove(const CtdlItem::Deletion& deletion, Place place);
    Result<OrganizationId> owner_of(const ctdl::Document& document, const CtdlItem& item);
    bool is_registered(const OrganizationId& id);
    void note(const ctdl::Problems& problems);
    void count(DocumentOutcome outcome);
    void refuse(const Place& place, std::vector<std::string> problems);
    std::uint64_t refused();

    const Registry& registry_;
    Resources resources_;
    const CtdlImport& import_;
    const ctdl::Addresses addresses_;
    std::set<std::pair<std::string, std::uint64_t>> waiting_;  // by file and number in it
    Progress progress_;
    std::uint64_t bytes_done_ = 0;  // of the files before
    std::mutex mutex_;
    CtdlReport report_;       // under mutex_
    OrderedWorkers workers_;  // the last, as they use all the others
};

std::uint64_t Run::bytes_of(const std::vector<std::filesystem::path>& files) {
    std::uint64_t bytes = 0;
    for (const auto& path : files) {
        const auto file = PackedFile::open(path);
        if (file) bytes += file->bytes();
    }
    return bytes;
}

void Run::read_all(Pass pass) {
    for (const auto& file : import_.files) read(file, pass);
    workers_.finish();
}

// What cannot be read is told in the last pass.
void Run::read(const std::filesystem::path& path, Pass pass) {
    const bool is_last = pass == Pass::all_else;
    Place place{path.string()};
    auto file = CtdlFile::open(path);
    if (!file) {
        if (is_last) refuse(place, {file.error()});
        return;
    }
    for (std::uint64_t number = 0;; ++number) {
        const auto item = file->next();
        if (!item) {
            if (is_last) refuse(place, {item.error()});
            break;
        }
        if (!*item) break;
        auto& found = **item;
        place = {path.string(), number, found.line};
        progress_.show(bytes_done_ + file->bytes_read(), refused());
        if (!found.problem.empty()) {
            if (is_last) refuse(place, {found.problem});
        } else if (is_of(pass, found, place)) {
            give(std::move(found), place);
        }
    }
    if (pass != Pass::waiting_organizations) bytes_done_ += file->bytes();
}

bool Run::is_of(Pass pass, const CtdlItem& item, const Place& place) {
    if (!describes_organization(item.payload)) return pass == Pass::all_else;
    const std::pair here{place.file, place.number};
    if (pass != Pass::organizations) {
        return pass == Pass::waiting_organizations && waiting_.contains(here);
    }
    const auto& publisher = item.origin.publisher;
    const bool waits = publisher && publisher != item.owner && !is_registered(*publisher);
    if (waits) waiting_.insert(here);
    return !waits;
}

// What is of one CTID stays in its order.
void Run::give(CtdlItem item, const Place& place) {
    const auto ctid = item.deletion ? item.deletion->ctid : ctid_written_in(item.payload);
    const auto key = ctid ? std::hash<std::string>()(ctid->text()) : 0;
    const auto bytes = item.bytes;
    workers_.give(key, bytes, [this, item = std::move(item), place] { import(item, place); });
}

void Run::import(const CtdlItem& item, Place place) {
    if (item.deletion) return remove(*item.deletion, std::move(place));
    const auto reading = ctdl::read_payload(item.payload, addresses_, true);
    if (!reading.document) return refuse(place, errors_in(reading.problems));
    place.ctid = reading.document->ctid().text();
    note(reading.problems);
    publish(*reading.document, item, place);
}

// What is not here, or was published since, stays as it is.
void Run::remove(const CtdlItem::Deletion& deletion, Place place) {
    if (!deletion.ctid || !deletion.at) {
        return refuse(place, {"says that it was deleted, but not which CTID or when"});
    }
    place.ctid = deletion.ctid->text();
    const auto known = resources_.known(*deletion.ctid);
    if (!known || known->resource.deleted_at || known->resource.updated_at > *deletion.at) {
        return count(DocumentOutcome::left_out);
    }
    const auto removed = resources_.remove(command_line(), *deletion.ctid);
    if (!removed) return refuse(place, texts_of(removed.error()));
    count(DocumentOutcome::deleted);
}

void Run::publish(const ctdl::Document& document, const CtdlItem& item, const Place& place) {
    const auto owner = owner_of(document, item);
    if (!owner) return refuse(place, texts_of(owner.error()));
    const auto published = resources_.publish(command_line(), {.owner = *owner,
                                                               .document = document,
                                                               .method = PublishMethod::import,
                                                               .origin = item.origin});
    if (!published) return refuse(place, texts_of(published.error()));
    count(published->created   ? DocumentOutcome::created
          : published->changed ? DocumentOutcome::updated
                               : DocumentOutcome::unchanged);
    note(published->warnings);
    const std::lock_guard lock(mutex_);
    report_.unresolved += published->unresolved.size();
}

// An organization's is its own. Else whose it is already, where it is among these; else the first
// of them that is registered: whom the envelope names, whom the document names, whom the import is
// for.
Result<OrganizationId> Run::owner_of(const ctdl::Document& document, const CtdlItem& item) {
    if (ctdl::is_organization(document.type())) return OrganizationId(document.ctid().uuid());
    std::vector<OrganizationId> named;
    if (item.owner) named.push_back(*item.owner);
    for (const auto& ctid : ctdl::owners_of(document)) named.emplace_back(ctid.uuid());
    if (import_.owner) named.push_back(*import_.owner);
    const auto known = resources_.known(document.ctid());
    if (known && std::ranges::find(named, known->owner) != named.end()) return known->owner;
    for (const auto& id : named) {
        if (is_registered(id)) return id;
    }
    if (named.empty()) return fail(ErrorKind::invalid, "names no owner; --owner may name one");
    return fail(ErrorKind::not_found, "names no owner that is registered here, but " +
                                          named.front().ctid() + "; --owner may name one");
}

bool Run::is_registered(const OrganizationId& id) {
    return registry_.store.read([&](Transaction& transaction) {
        return organizations::number_of(transaction, id).has_value();
    });
}

void Run::note(const ctdl::Problems& problems) {
    const std::lock_guard lock(mutex_);
    for (const auto& problem : problems) {
        auto& warnings = report_.warnings;
        const auto text = general_reason(problem.text);
        const bool is_told = warnings.contains(text);
        if (is_told || warnings.size() < CtdlReport::warnings_told_max) ++warnings[text];
    }
}

void Run::count(DocumentOutcome outcome) {
    const std::lock_guard lock(mutex_);
    ++report_.counts[outcome];
}

std::uint64_t Run::refused() {
    const std::lock_guard lock(mutex_);
    return report_.count(DocumentOutcome::refused);
}

void Run::refuse(const Place& place, std::vector<std::string> problems) {
    const std::lock_guard lock(mutex_);
    ++report_.counts[DocumentOutcome::refused];
    if (report_.refusals.size() == CtdlReport::refusals_told_max) return;
    report_.refusals.push_back({place.file, place.line, place.ctid, std::move(problems)});
}

}  // namespace

std::string_view name_of(DocumentOutcome outcome) {
    switch (outcome) {
        case DocumentOutcome::created: return "created";
        case DocumentOutcome::updated: return "updated";
        case DocumentOutcome::unchanged: return "unchanged";
        case DocumentOutcome::deleted: return "deleted";
        case DocumentOutcome::refused: return "refused";
        case DocumentOutcome::left_out: return "left out";
    }
    __builtin_unreachable();
}

std::uint64_t CtdlReport::count(DocumentOutcome outcome) const {
    const auto found = counts.find(outcome);
    return found == counts.end() ? 0 : found->second;
}

std::uint64_t CtdlReport::read() const {
    std::uint64_t sum = 0;
    for (const auto& [outcome, number] : counts) sum += number;
    return sum;
}

Result<CtdlReport> import_ctdl(const Registry& registry, const CtdlImport& import,
                               std::ostream* terminal) {
    for (const auto& path : import.files) {
        const auto file = PackedFile::open(path);
        if (!file) return fail(ErrorKind::invalid, path.string() + " " + file.error());
    }
    if (import.owner) {
        const auto number = registry.store.read([&](Transaction& transaction) {
            return organizations::number_of(transaction, *import.owner);
        });
        if (!number) {
            return fail(ErrorKind::not_found,
                        "no organization has the CTID " + import.owner->ctid());
        }
    }
    return Run(registry, import, terminal).run();
}

}  // namespace cartulary::import
