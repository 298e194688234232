#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ctdl/problem.h"
#include "domain/ctid.h"

// Documents of linked data: what is published, kept and served.
namespace cartulary::ctdl {

inline constexpr std::size_t document_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t nodes_max = 50'000;    // of one document
inline constexpr std::size_t nesting_max = 64;      // of its JSON
inline constexpr std::size_t values_max = 500'000;  // texts, numbers and references together

// One thing and what stands around it: a node with a CTID first, then blank nodes and its parts
// (the competencies of a framework). Well formed: ids differ, every blank node is defined once and
// is reached, all terms are compact ("ceterms:name"), CTIDs are in lower case.
//
// What lies in this registry is written without its host, so that a registry can move: the node of
// a CTID is "/resources/ce-…" here, a picture "/pictures/…", and both are absolute addresses in
// what is served.
class Document {
public:
    // Of a text that text() gave. Throws where it is none.
    static Document of_text(std::string_view text);

    // `nodes` must be well formed, as above; else std::logic_error.
    explicit Document(std::vector<json::Object> nodes);

    const Ctid& ctid() const { return ctid_; }
    std::string_view type() const { return type_; }  // class of the first node
    std::span<const json::Object> nodes() const { return nodes_; }

    // As it is stored: {"@context","@id","@graph"}, with own addresses behind an escaped slash
    // ("\/resources/ce-…"), which nothing else is written with. Names that the context does not
    // know are written out.
    std::string text() const;

    // SHA-256, in hex, of its RFC 8785 form: the same for whatever order of keys, order of nodes
    // after the first, and names of blank nodes.
    std::string digest() const;

private:
    Document() = default;

    std::vector<json::Object> nodes_;
    Ctid ctid_;
    std::string type_;
};

// Where this registry is, and which other hosts' addresses of resources mean its own (a CTID is one
// thing wherever it is served).
struct Addresses {
    std::string public_url;  // "https://registry.example"
};

// What somebody wants to publish, read as a document: {"@graph"} or one node with nested ones,
// terms in any spelling that the vocabulary knows, CTIDs in either case. Says every problem: too
// much of something, an unknown context (none is ever fetched), unknown terms or classes; a
// property of the wrong class; values that do not fit; language tags, dates, durations and
// addresses that are none; ids that stand twice; blank nodes that are not there, that nothing
// refers to, that lead back to themselves, or that nest too deep. Several may share one as long as
// what is served stays within bounds. No document when one of them is an error.
//
// Nodes without a name stay where they are. Those with one become nodes of the graph; of them only
// parts (competencies, concepts, …) may have a CTID, what stands for itself is published apart.
// The host of which the document says that its first node is there counts as this registry.
//
// `tolerant`: for imports. What can be left out or mended is a warning then.
struct Reading {
    std::optional<Document> document = {};
    Problems problems = {};
};
Reading read_payload(const json::Value& payload, const Addresses& addresses, bool tolerant = false);

// What the registry requires of its class at the least (name, description, owner, …), as problems
// with paths of the document ("ceterms:name").
Problems missing_in(const Document& document);

// --- what is served. `text` is what Document::text gave -----------------------------------------

// The whole graph, or a patch of one (see patch.h), with absolute addresses.
std::string graph_text(std::string_view text, const Addresses& addresses);

// The node of this CTID with "@context" and with its blank nodes inside; nothing when it is not in
// the document.
std::optional<std::string> resource_text(std::string_view text, const Ctid& ctid,
                                         const Addresses& addresses);

// "https://registry.example/resources/ce-…"
std::string resource_address(const Ctid& ctid, const Addresses& addresses);
std::string graph_address(const Ctid& ctid, const Addresses& addresses);

// The CTID in a path of a resource or graph ("/resources/ce-…"), in an address of one that is known
// to be the same registry, or in a bare CTID; nothing for another text. Of an address of this
// registry its path is asked for: see own_path.
std::optional<Ctid> ctid_in(std::string_view reference);

// What stands behind the public address: "/resources/ce-…" of "https://registry.example/resources/
// ce-…"; the text itself of any other.
std::string_view own_path(std::string_view reference, const Addresses& addresses);

}  // namespace cartulary::ctdl
