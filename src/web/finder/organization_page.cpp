#include "web/finder/organization_page.h"

#include <set>

#include "base/locale_words.h"
#include "base/text.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/vocabulary.h"
#include "web/finder/organization_identifiers.h"
#include "web/finder/organization_offers.h"
#include "web/finder/organization_places.h"
#include "web/finder/organization_relations.h"
#include "web/finder/organization_vouching.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/organization_markup.h"
#include "web/paths.h"
#include "web/texts/organization_page_texts.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using Words = OrganizationPageTexts;

// Of one property each.
constexpr std::size_t values_shown_max = 40;

// --- what it is ---------------------------------------------------------------------------------

// Concepts, texts and addresses alike, by commas.
Markup values_of(const ShownResource& shown, std::string_view property) {
    Markup values;
    std::size_t count = 0;
    const auto add = [&](const Markup& value) {
        if (++count > values_shown_max || value.empty()) return;
        if (!values.empty()) values.add(shown.texts().place_next);
        values.add(value);
    };
    for (const auto& reference : shown.graph.references(shown.node(), property)) {
        if (ctdl::find_concept("", reference.target)) {
            add(Markup(term_label(shown.texts(), reference.target)));
        } else if (!reference.name.empty()) {
            add(said_markup(shown.texts(), reference.name));
        } else {
            add(outside_link(reference.target));
        }
    }
    return values;
}

Markup texts_of(const ShownResource& shown, std::string_view property) {
    Markup values;
    std::size_t count = 0;
    for (const auto& said : shown.graph.all_said(shown.node(), property)) {
        if (++count > values_shown_max) break;
        if (!values.empty()) values.add(shown.texts().place_next);
        values.add(said_markup(shown.texts(), said));
    }
    return values;
}

Markup website_of(const ShownResource& shown) {
    const auto website = shown.graph.plain(shown.node(), "ceterms:subjectWebpage");
    return website && !text::is_blank(*website) ? outside_link(*website) : Markup();
}

Markup details_of(const ShownResource& shown) {
    const auto& words = organization_page_texts(shown.texts());
    const auto& node = shown.node();
    const auto plain = [&](std::string_view property) {
        return shown.graph.plain(node, property).value_or("");
    };
    return Details()
        .add(words.website, website_of(shown))
        .add(words.kinds, values_of(shown, "ceterms:agentType"))
        .add(words.sector, values_of(shown, "ceterms:agentSectorType"))
        .add(words.founded, plain("ceterms:foundingDate"))
        .add(words.purpose, texts_of(shown, "ceterms:agentPurposeDescription"))
        .add(words.services, values_of(shown, "ceterms:serviceType"))
        .add(words.industries, values_of(shown, "ceterms:industryType"))
        .add(words.keywords, texts_of(shown, "ceterms:keyword"))
        .add(words.email, mail_link(plain("ceterms:email")))
        .markup();
}

std::string picture_in(const Organization* record) {
    const bool has_picture = record && !record->stated.picture.empty();
    return has_picture ? picture_path(record->stated.picture) : "";
}

Markup about(const ShownResource& shown, const Organization* record) {
    const auto description = shown.graph.said(shown.node(), "ceterms:description");
    const auto mark = record ? verified_mark(shown.visit.shell(), *record) : Markup();
    // Its name stands above, so that the picture needs no words.
    return profile(picture_in(record), "",
                   together(mark, words_markup(shown.texts(), description), details_of(shown)));
}

// --- what else it is called ---------------------------------------------------------------------

class Names {
public:
    explicit Names(const ShownResource& shown) : shown_(shown), own_(title_of(shown).text) {
        for (const auto* property :
             {"ceterms:name", "ceterms:legalName", "ceterms:alternateName"}) {
            const auto* value = shown.node().find(property);
            if (!value) continue;
            for (const auto& said : shown.graph.said_in(*value, GraphReader::Languages::all)) {
                add(said);
            }
        }
    }

    Markup markup() const { return entries_; }

private:
    void add(GraphReader::Said said) {
        if (said.text == own_ || count_ == values_shown_max) return;
        ++count_;
        const auto& language = shown_.texts().language;
        const bool is_said = !said.language.empty() && said.language != "und";
        if (!is_said || said.language.starts_with(language)) said.language.clear();
        const auto words = said.language.empty()
                               ? Markup()
                               : element("span", {{"class", "hint"}}, " (",
                                         language_words(said.language, language), ")");
        entries_.add(element("li", {}, said_markup(shown_.texts(), said), words));
    }

    const ShownResource& shown_;
    const std::string own_;
    Markup entries_;
    std::size_t count_ = 0;
};

// Without those that are told as identifiers.
Markup addresses_of(const ShownResource& shown) {
    std::set<std::string> told;
    for (const auto* thing : shown.graph.things(shown.node(), "ceterms:identifier")) {
        if (auto named = ctdl::named_identifier(*thing)) told.insert(std::move(named->value));
    }
    Markup entries;
    std::size_t count = 0;
    for (const auto& same : shown.graph.references(shown.node(), "ceterms:sameAs")) {
        if (told.contains(same.target)) continue;
        if (++count > values_shown_max) break;
        entries.add(element("li", {}, outside_link(same.target, same.name.text)));
    }
    return entries;
}

Markup list(std::string_view title, const Markup& entries) {
    return list_section(title, "values", entries);
}

// --- what its record knows ----------------------------------------------------------------------

Result<Organization> record_of(const ShownResource& shown) {
    return shown.operations.organizations.shown(OrganizationId(shown.ctid.uuid()));
}

Markup badges(const ShownResource& shown, const Organization* record) {
    if (!record) return {};
    const auto offered = shown.operations.badge_templates.shown_of(*record);
    return offered.empty() ? Markup() : badges_offered(shown.texts(), *record, offered);
}

}  // namespace

Markup organization_content(const ShownResource& shown) {
    const auto& words = organization_page_texts(shown.texts());
    const auto vouching = vouching_of(shown);
    const auto what_was_said =
        together(vouching_markup(shown, vouching),
                 relations_markup(shown, relations_of(shown), vouching.vouched),
                 organization_places(shown), list(words.other_names, Names(shown).markup()),
                 organization_identifiers(shown), list(words.other_addresses, addresses_of(shown)));
    if (shown.as_of) {
        return together(about(shown, nullptr), element("p", {{"class", "hint"}}, words.not_dated),
                        what_was_said);
    }
    const auto found = record_of(shown);
    const auto* record = found ? &*found : nullptr;
    return together(about(shown, record), organization_offers(shown), what_was_said,
                    badges(shown, record));
}

}  // namespace cartulary::web
