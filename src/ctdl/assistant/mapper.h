#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/json.h"
#include "ctdl/assistant/node.h"
#include "ctdl/assistant/plan.h"
#include "ctdl/assistant/problem_list.h"
#include "ctdl/document.h"

namespace cartulary::ctdl::assistant {

// What an object says of which thing it is about.
struct Identity {
    std::string ctid;                // as written; empty: not given
    std::string_view id;             // "_:…", an address, or a CTID
    std::string_view type;           // "ceterms:Certificate", "Organization", …
    std::string ctid_name = "CTID";  // as written: "Ctid"
    std::string type_name = "Type";
};
Identity identity_of(const json::Object& input);

// Not null, blank or empty: clients send all members of their model classes.
bool is_given(const json::Value& value);

// The member in whichever case of letters, where it is given; else null.
const json::Value* member_of(const json::Object& input, std::string_view name);

// "ceterms:AssessmentProfile" of "Assessment"; empty where it is no class.
std::string_view class_named(std::string_view text);

// Makes the nodes of one document. Whatever the input, it takes time and memory in proportion to
// it, and stops where a document may not have more.
class Mapper {
public:
    Mapper(const Addresses& addresses, std::string language, ProblemList& problems)
        : addresses_(addresses), language_(std::move(language)), problems_(problems) {}

    // An object that may be referred to by its "_:…" id; it becomes a node when it is.
    void offer(const json::Object& input, const Kind& kind, const std::string& path);

    // What the document is about, whose class the member `type_name` says.
    Node subject(const json::Object& input, const Kind& kind, const std::string& path,
                 const std::string& type_name);

    // Another node of the graph, from this spot of the input: with a CTID, or blank.
    Node whole(const json::Object& input, const Kind& kind, const std::string& path);

    // The blank nodes that were made on the way, and those offered that were referred to. Offers
    // that nothing uses are told, where that is wanted.
    std::vector<Made> take_rest(bool tell_unused);

    // "_:described1"
    std::string new_blank_id();

    std::string address_of(const Ctid& ctid) const { return resource_address(ctid, addresses_); }

private:
    using Visit = std::function<void(const json::Value&)>;

    void put_ctid(Node& node, const Ctid& ctid, const std::string& name);
    void fill_whole(Node& node, const json::Object& input, const Kind& kind,
                    const std::string& path);
    void fill(Node& node, const json::Object& input, const Kind& kind);
    void state(Node& node, const Plan& plan, const json::Value& value, const json::Object& input);
    void each(const json::Value& value, const Visit& visit);
    bool count(std::size_t values);
    std::string spot() const;
    void put(Node& node, const Plan& plan, json::Value value);
    Node within(const json::Object& input, const Kind& kind);

    // texts.cpp
    void put_texts(Node& node, const Plan& plan, const json::Value& value);
    void put_text(Node& node, const Plan& plan, const std::string& language,
                  const json::Value& value);
    void put_street(Node& node, const Plan& plan, const json::Value& value,
                    const json::Object& input);
    void for_each_text(
        const json::Value& value,
        const std::function<void(const std::string& language, const json::Value& text)>& visit);

    // plain_values.cpp
    void put_plain(Node& node, const Plan& plan, const json::Value& value);
    json::Value date(const json::Value& value);
    json::Value duration(const json::Value& value);

    // references.cpp
    void put_reference(Node& node, const Plan& plan, const json::Value& value);
    std::string reference(const Property& property, std::string_view text);
    std::string reference_to(const Identity& identity, const Property& property);
    std::string refer_to_described(const json::Object& input, const Identity& identity,
                                   const Plan& plan);
    Kind kind_of_described(const Identity& identity, const Plan& plan);
    void require_description(const Node& node, std::string_view class_name);
    void put_class(Node& node, const Plan& plan, const json::Value& value);

    // parts.cpp
    void put_part(Node& node, const Plan& plan, const json::Value& value);
    void put_costs(Node& node, const Plan& plan, const json::Value& value);
    void put_assertions(Node& node, const json::Value& value);
    void put_cost_items(Node& node, const Plan& plan, const Node& profile,
                        const json::Value& items);

    // alignments.cpp
    void put_concept(Node& node, const Plan& plan, const json::Value& value);
    void put_alignment(Node& node, const Plan& plan, const json::Value& value);
    void put_aligned_text(Node& node, const Plan& plan, const std::string& language,
                          std::string_view text);
    void put_code(Node& node, const Plan& plan, const json::Value& value);
    void put_framework(Node& node, const Plan& plan, const json::Value& value);
    void put_known_concept(Node& node, const Plan& plan, const Concept& known);

    const Addresses& addresses_;
    const std::string language_;
    ProblemList& problems_;
    Plans plans_;

    std::string path_;      // of the spot that is looked at
    std::size_t base_ = 0;  // how much of it leads to the node that is made
    std::size_t depth_ = 0;
    std::size_t values_ = 0;
    std::size_t copied_bytes_ = 0;
    bool is_full_ = false;
    std::unordered_set<std::string> put_targets_;  // of the property that is dealt with

    struct Offer {
        const json::Object* input;
        Kind kind;
        std::string path;
    };
    std::unordered_map<std::string, Offer> offers_;  // by id
    std::vector<std::string> offered_;               // ids, in the order of the input
    std::deque<std::string> referred_;               // ids, in the order of the references
    std::unordered_set<std::string> seen_;           // all that were ever in it
    std::vector<Made> made_;
    std::size_t blanks_ = 0;
};

}  // namespace cartulary::ctdl::assistant
