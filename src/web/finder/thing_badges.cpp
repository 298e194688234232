#include "web/finder/thing_badges.h"

#include <algorithm>

#include "base/text.h"
#include "web/fragments.h"
#include "web/paths.h"
#include "web/texts/credential_texts.h"

namespace cartulary::web {

namespace {

// What addresses a badge may name that mean the thing.
class Addresses {
public:
    explicit Addresses(const ShownResource& shown) : ctid_(shown.ctid.text()) {
        for (const auto* property : {"ceterms:subjectWebpage", "ceterms:sameAs"}) {
            if (auto page = shown.graph.plain(shown.node(), property)) pages_.push_back(*page);
        }
    }

    bool are_meant_by(std::string_view address) const {
        if (address.empty()) return false;
        if (text::lower_ascii(address).find(ctid_) != std::string::npos) return true;
        return std::ranges::find(pages_, address) != pages_.end();
    }

private:
    std::string ctid_;
    std::vector<std::string> pages_;
};

bool points_at(const BadgeTemplateDraft& badge, const Addresses& addresses) {
    const auto means = [&](const std::string& url) { return addresses.are_meant_by(url); };
    return means(badge.criteria_url) || means(badge.global_activity_url) ||
           std::ranges::any_of(badge.alignments, means, &Alignment::url) ||
           std::ranges::any_of(badge.activities, means, &BadgeActivity::url);
}

bool has_name(const BadgeTemplateDraft& badge, std::string_view name) {
    return text::folded(badge.name) == text::folded(name);
}

Markup card(const BadgeTemplate& badge, const Organization& owner) {
    return element("li", {},
                   element("img", {{"src", badge_picture_path(badge.stated)},
                                   {"alt", ""},
                                   {"width", "600"},
                                   {"height", "600"},
                                   {"loading", "lazy"}}),
                   link_to(badge_template_path({badge, issuer_of(owner)}), badge.stated.name));
}

}  // namespace

Markup badges_of_thing(const ShownResource& shown) {
    const auto& operations = shown.operations;
    const auto owner = operations.organizations.shown(shown.known.owner);
    if (!owner) return {};
    const Addresses addresses(shown);
    const auto name = title_of(shown).text;
    Markup entries;
    for (const auto& badge : operations.badge_templates.shown_of(*owner)) {
        if (!points_at(badge.stated, addresses) && !has_name(badge.stated, name)) continue;
        entries.add(card(badge, *owner));
    }
    return list_section(credential_texts(shown.texts()).section_badges, "cards", entries);
}

}  // namespace cartulary::web
