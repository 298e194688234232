#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ctdl/document.h"
#include "ctdl/problem_collector.h"

namespace cartulary::ctdl {

// Reads addresses into the form that documents have them in.
class ReferenceReader {
public:
    ReferenceReader(const Addresses& addresses, ProblemCollector& problems)
        : addresses_(addresses), problems_(problems) {}

    // Says that a node of this CTID is called so in what is read. Where the address is one of a
    // resource elsewhere, other such addresses of that host mean the CTIDs too.
    void learn(std::string_view address, const Ctid& ctid);

    // An own address, a blank node, a name with a known prefix, or an absolute address; nothing,
    // and a problem, for another text.
    std::optional<std::string> read(const std::string& text, const Way& way);

    // A concept of one of these schemes, or another address, with a warning.
    std::optional<std::string> read_concept(std::span<const std::string_view> schemes,
                                            const std::string& text, const Way& way);

    // The CTID that the address stands for here.
    std::optional<Ctid> ctid_of(std::string_view address) const;

private:
    std::optional<std::string> known(const std::string& text) const;

    const Addresses& addresses_;
    ProblemCollector& problems_;
    std::unordered_map<std::string, Ctid> learned_;
    std::unordered_set<std::string> hosts_;  // "https://host" before "/resources/ce-…"
};

}  // namespace cartulary::ctdl
