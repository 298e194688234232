#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "domain/resource.h"
#include "store/store.h"

// Resources, with every version of their documents.
namespace cartulary::resources {

// A resource with a document of its own, also a deleted one.
std::optional<Resource> find(Transaction& transaction, const Ctid& ctid);
std::optional<Resource> find(Transaction& transaction, std::int64_t number);
std::optional<Resource> find_by_envelope(Transaction& transaction, const Uuid& envelope);

// The number of the resource in whose document this CTID stands, as the resource itself or as a
// part; a part that left its document is still known.
std::optional<std::int64_t> whole_of(Transaction& transaction, const Ctid& ctid);

// The same with the number of its own entry, which is that of the resource where it is one.
struct Place {
    std::int64_t number;
    std::int64_t whole;
};
std::optional<Place> place_of(Transaction& transaction, const Ctid& ctid);

// Holds it until this transaction ends, as organizations::hold.
void hold(Transaction& transaction, std::int64_t number);

// Stores a new one (its number is 0) with its first version and gives it its number; or the next
// version of a known one, whose `revision` is one more than the stored (a deletion and a transfer
// too). With it, in this transaction: the entries by which it is found and its change. The first
// entry is its own; there is none where it is deleted, and only there. Numbers and owners of the
// entries are not looked at. Of the entries only those that changed are written. A part that is no
// longer among them is no longer found; its CTID stays this resource's.
//
// conflict, with the field "ctid", or "ctid of a part" once for each: another resource has this
// CTID, or had it; with the field "envelope": another has it; with the field "revision": the stored
// one is not one less.
//
// `written_at`: when that happens, where the version was made at another time elsewhere; those who
// follow go by it.
Result<std::int64_t> put(Transaction& transaction, const Resource& resource,
                         const ResourceVersion& version, std::span<const ResourceEntry> entries,
                         std::optional<Timestamp> written_at = {});

// Writes down when somebody said that it is still true. No version.
void set_verified(Transaction& transaction, std::int64_t number, Timestamp at);

std::optional<ResourceVersion> version(Transaction& transaction, std::int64_t number,
                                       std::int64_t revision);
// The one that was the latest at that moment; nothing before the first.
std::optional<ResourceVersion> version_at(Transaction& transaction, std::int64_t number,
                                          Timestamp moment);
// All, oldest first, without their documents.
std::vector<ResourceVersion> history(Transaction& transaction, std::int64_t number);

// The document of a version, where it has no more characters than these.
std::optional<std::string> short_document(Transaction& transaction, std::int64_t number,
                                          std::int64_t revision, std::size_t length_max);

struct Filter {
    std::optional<std::int32_t> owner = {};
    std::string type = {};  // empty: any
    bool deleted_too = false;
};
// In the order of their numbers. The total is counted.
Page<Resource> list(Transaction& transaction, const Filter& filter, const Slice& slice);

// Those with a number above `after`, in its order, each with the document of its latest version.
struct Whole {
    Resource resource;
    ResourceVersion version;
};
std::vector<Whole> whole_after(Transaction& transaction, std::int64_t after, int count);

// --- what is found ------------------------------------------------------------------------------

// What of an entry is found: more words than these, or longer ones, and references with a longer
// part are not.
inline constexpr std::size_t words_bytes_max = 1'000'000;  // each once; PostgreSQL keeps no more
inline constexpr std::size_t word_bytes_max = 500;
inline constexpr std::size_t reference_bytes_max = 1'000;  // of property and of target

// Of the resource and its parts, as they are now; none where it is deleted. Without `text` and
// `references`.
std::vector<ResourceEntry> entries_of(Transaction& transaction, std::int64_t number);
// Those with a number above `after`, in its order, without deleted ones; the same.
std::vector<ResourceEntry> entries_after(Transaction& transaction, std::int64_t after, int count);

// Numbers of entries (not deleted) whose text has all of these words; a word may be the beginning
// of one. No words: none. The same ones on both databases; those with the fewest other words first.
// The words are folded and apart (search/words.h): nothing in them is syntax. At most `count`;
// where more than `ranked_max` (or `count`) have them, some of these.
inline constexpr int ranked_max = 1'000;
struct Word {
    std::string text;
    bool begins = false;  // any word that begins so
};
std::vector<std::int64_t> with_words(Transaction& transaction, std::span<const Word> words,
                                     int count);
// Whether any text has this very word.
bool is_word_of_any(Transaction& transaction, std::string_view word);

// Numbers of entries that refer so, in their order. An empty property: by whatever property; else
// also where the property is the end of a way ("ceterms:targetNode" finds
// "ceterms:requires.ceterms:targetNode").
std::vector<std::int64_t> referring(Transaction& transaction, std::string_view property,
                                    std::string_view target, int count);
std::vector<ResourceReference> references_of(Transaction& transaction, std::int64_t number);

// Numbers of entries of one class, in their order, above `after`.
std::vector<std::int64_t> of_type(Transaction& transaction, std::string_view type,
                                  std::int64_t after, int count);

}  // namespace cartulary::resources
