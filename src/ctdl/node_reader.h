#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/json.h"
#include "ctdl/problem_collector.h"
#include "ctdl/reference_reader.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

// A node as documents have it, and where it stood in what was sent.
struct NodeRead {
    json::Object node;
    std::string way;
};

// What a node is called, in the form that documents have.
struct NodeName {
    std::string id;  // own address, blank node or another address
    std::optional<Ctid> ctid = {};
};

// Reads nodes with all that is within them, by the vocabulary.
class NodeReader {
public:
    NodeReader(ReferenceReader& references, ProblemCollector& problems)
        : references_(references), problems_(problems) {}

    // A node of the graph. Nodes with a name of their own that stand within it become nodes of the
    // graph too.
    void read(const json::Object& node, const NodeName& name, const Way& way);

    // The name of a node by its "@id" and CTID; nothing, and a problem where one of them is none,
    // for a node without a name.
    std::optional<NodeName> name_of(const json::Object& node, const Way& way);

    // Says of what class a node of the graph is, before what refers to it is read.
    void expect(const NodeName& name, std::string_view type) { expected_.emplace(name.id, type); }

    std::vector<NodeRead>& nodes() { return nodes_; }

private:
    using Read = std::optional<json::Value>;

    std::optional<std::string> read_type(const json::Object& node, const Way& way);
    void read_members(const json::Object& node, std::string_view type,
                      std::span<const std::string_view> schemes, const Way& way, json::Object& out);
    Read read_property(const Property& property, const json::Value& value,
                       std::span<const std::string_view> schemes, const Way& way);
    Read read_reference(const Property& property, const json::Value& value,
                        std::span<const std::string_view> schemes, const Way& way);
    void require_class(const Property& property, std::string_view type, const Way& way);
    Read read_within(const Property& property, const json::Object& node, const Way& way);
    Read read_named_within(const Property& property, const json::Object& node, const NodeName& name,
                           const Way& way);
    Read read_foreign(const json::Value& value, const Way& way);
    Read read_foreign_node(const json::Object& node, const Way& way);
    std::string read_unknown(const std::string& name, const json::Value& value, const Way& way,
                             Read& read);

    ReferenceReader& references_;
    ProblemCollector& problems_;
    std::vector<NodeRead> nodes_;
    std::unordered_map<std::string, const json::Object*> within_;  // named, as they were sent
    std::unordered_map<std::string, std::string_view> expected_;   // classes by name
};

// Whether things of this class are published within the document of another thing though they have
// a CTID: those for which the vocabulary knows no owner.
bool is_part_class(std::string_view type);

}  // namespace cartulary::ctdl
