#include "web/finder/organization_claims.h"

#include <algorithm>
#include <map>

#include "operations/connections.h"
#include "operations/resource_names.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/texts/plural.h"

namespace cartulary::web {

namespace {

// More of each side are only counted: what one side tells is sought among what the other does.
constexpr std::size_t claims_read_max = names_known_max;

constexpr std::string_view asserted_by = "ceterms:assertedBy";

std::string way_of_profile(const ClaimKind& kind) {
    return std::string(kind.profile_there) + "." + std::string(asserted_by);
}

class Reader {
public:
    Reader(const ShownResource& shown, std::span<const ClaimKind> kinds)
        : shown_(shown), kinds_(kinds) {}

    Claims read() {
        for (const auto& kind : kinds_) read_here(kind);
        name_known();
        if (!shown_.as_of) read_there();
        std::ranges::stable_sort(claims_.items, {}, &Claim::kind);
        cut();
        return std::move(claims_);
    }

private:
    void read_here(const ClaimKind& kind) {
        const auto& graph = shown_.graph;
        add(kind, graph.references(shown_.node(), kind.here));
        if (kind.profile_here.empty()) return;
        for (const auto* profile : graph.things(shown_.node(), kind.profile_here)) {
            add(kind, graph.references(*profile, asserted_by));
        }
    }

    void add(const ClaimKind& kind, const std::vector<GraphReader::Reference>& references) {
        for (const auto& reference : references) {
            if (reference.ctid == shown_.ctid) continue;
            if (claims_.items.size() == claims_read_max) {
                ++claims_.more;
                continue;
            }
            auto& claim = claim_about(kind, reference.ctid, reference.target);
            claim.said_here = true;
            if (claim.name.empty()) claim.name = reference.name;
        }
    }

    // The one that there is, or a new one.
    Claim& claim_about(const ClaimKind& kind, const std::optional<Ctid>& ctid,
                       const std::string& address) {
        const auto found = std::ranges::find_if(claims_.items, [&](const Claim& claim) {
            if (claim.kind != &kind) return false;
            return ctid ? claim.ctid == ctid : !address.empty() && claim.address == address;
        });
        if (found != claims_.items.end()) return *found;
        return claims_.items.emplace_back(
            Claim{.kind = &kind, .ctid = ctid, .address = ctid ? "" : address});
    }

    // What is referred to by its CTID alone. What is not here has the name that is said, or is left
    // out.
    void name_known() {
        std::vector<Ctid> ctids;
        for (const auto& claim : claims_.items) {
            if (claim.ctid) ctids.push_back(*claim.ctid);
        }
        const auto names = names_of(shown_.operations.registry, ctids);
        for (auto& claim : claims_.items) {
            if (!claim.ctid) continue;
            const auto known = names.find(*claim.ctid);
            if (known == names.end()) {
                claim.ctid.reset();
            } else {
                claim.name = {known->second.text, known->second.language};
            }
        }
        std::erase_if(claims_.items, [](const Claim& claim) {
            return !claim.ctid && claim.name.empty() && claim.address.empty();
        });
    }

    void read_there() {
        std::map<std::string, const ClaimKind*, std::less<>> kinds;
        ConnectionQuery query{shown_.ctid, Direction::inward, {}};
        for (const auto& kind : kinds_) {
            if (!kind.there.empty()) kinds.emplace(kind.there, &kind);
            if (!kind.profile_there.empty()) kinds.emplace(way_of_profile(kind), &kind);
        }
        for (const auto& [property, kind] : kinds) query.properties.push_back(property);
        const auto told = connections_of(shown_.operations.registry, query,
                                         {.offset = 0, .count = static_cast<int>(claims_read_max)});
        for (const auto& [properties, entry, owner_name] : told.items) {
            for (const auto& property : properties) add_there(*kinds.at(property), entry);
        }
        claims_.more += told.total - static_cast<std::int64_t>(told.items.size());
        claims_.at_least |= told.at_least;
    }

    void add_there(const ClaimKind& kind, const ResourceEntry& entry) {
        auto& claim = claim_about(kind, entry.ctid, "");
        claim.said_there = true;
        claim.type = entry.type;
        if (claim.name.empty() && !entry.names.empty()) {
            claim.name = {entry.names.front().text, entry.names.front().language};
        }
    }

    void cut() {
        if (claims_.items.size() <= claims_shown_max) return;
        claims_.more += static_cast<std::int64_t>(claims_.items.size() - claims_shown_max);
        claims_.items.erase(claims_.items.begin() + claims_shown_max, claims_.items.end());
    }

    const ShownResource& shown_;
    const std::span<const ClaimKind> kinds_;
    Claims claims_;
};

}  // namespace

Claims claims_of(const ShownResource& shown, std::span<const ClaimKind> kinds) {
    return Reader(shown, kinds).read();
}

Markup claim_link(const Texts& texts, const Claim& claim) {
    const auto name = said_markup(texts, claim.name);
    if (claim.ctid) {
        return element("a", {{"href", resource_path(*claim.ctid)}},
                       name.empty() ? Markup(claim.ctid->text()) : name);
    }
    return outside_link(claim.address, claim.name.text);
}

Markup more_markup(const Texts& texts, const Claims& claims) {
    if (claims.more == 0) return {};
    const auto& words = organization_page_texts(texts);
    return element("p", {{"class", "hint"}},
                   filled(claims.at_least ? words.more_at_least : words.more_of_them,
                          {{"count", Markup(number_text(texts, claims.more))}}));
}

}  // namespace cartulary::web
