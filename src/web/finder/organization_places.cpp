#include "web/finder/organization_places.h"

#include "base/text.h"
#include "domain/country.h"
#include "web/fragments.h"
#include "web/map/place_map.h"
#include "web/texts/country_names.h"
#include "web/texts/organization_page_texts.h"

namespace cartulary::web {

namespace {

constexpr std::size_t places_listed_max = 100;
constexpr std::size_t places_in_label_max = 5;

struct Place {
    std::string name;     // of the place itself; or empty
    std::string address;  // in one line
    std::string town;     // what it is called on the map
    bool in_us = false;
    std::optional<Position> position = {};
};

void append(std::string& line, std::string_view between, std::string_view part) {
    if (text::is_blank(part)) return;
    if (!line.empty()) line += between;
    line += part;
}

Place place_in(const ShownResource& shown, const json::Value& node) {
    const auto& graph = shown.graph;
    const auto& texts = shown.texts();
    const auto said = [&](std::string_view property) { return graph.said(node, property).text; };
    const auto written_country = said("ceterms:addressCountry");
    const auto* country = find_country(written_country);
    const auto locality = said("ceterms:addressLocality");
    auto region = said("ceterms:addressRegion");
    if (region == locality) region.clear();  // "Bangkok, Bangkok"

    Place place{.name = said("ceterms:name"),
                .address = said("ceterms:streetAddress"),
                .town = locality,
                .in_us = country && country->alpha_2 == "US"};
    append(place.address, texts.place_next, locality);
    append(place.address, texts.place_next, region);
    append(place.address, " ", said("ceterms:postalCode"));
    append(place.address, texts.place_next,
           country ? country_name(texts, *country) : std::string(written_country));
    append(place.town, texts.place_next, region);

    const auto latitude = graph.number(node, "ceterms:latitude");
    const auto longitude = graph.number(node, "ceterms:longitude");
    if (latitude && longitude) place.position = position_of(*latitude, *longitude);
    return place;
}

std::vector<Place> places_of(const ShownResource& shown) {
    std::vector<Place> places;
    for (const auto* node : shown.graph.things(shown.node(), "ceterms:address")) {
        if (places.size() == places_listed_max) break;
        auto place = place_in(shown, *node);
        const bool is_told = !place.name.empty() || !place.address.empty() || place.position;
        if (is_told) places.push_back(std::move(place));
    }
    return places;
}

std::string name_on_map(const OrganizationPageTexts& words, const Place& place) {
    for (const auto* name : {&place.name, &place.town, &place.address}) {
        if (!name->empty()) return *name;
    }
    return std::string(words.place_unnamed);
}

Markup map_of(const OrganizationPageTexts& words, const std::vector<Place>& places) {
    std::vector<MapPlace> drawn;
    std::string names;
    for (const auto& place : places) {
        if (!place.position) continue;
        const auto name = name_on_map(words, place);
        if (drawn.size() < places_in_label_max) append(names, "; ", name);
        drawn.push_back({*place.position, place.in_us, name});
    }
    return place_map(filled_plain(words.map_label, {{"places", names}}), drawn);
}

Markup entry_of(const OrganizationPageTexts& words, const Place& place) {
    const auto name =
        place.name.empty() ? Markup() : element("strong", {}, name_markup(place.name));
    const auto between = name.empty() || place.address.empty() ? Markup() : element("br", {});
    const bool is_bare = place.name.empty() && place.address.empty();
    return element("li", {}, name, between,
                   is_bare ? Markup(words.place_unnamed) : name_markup(place.address));
}

}  // namespace

Markup organization_places(const ShownResource& shown) {
    const auto& words = organization_page_texts(shown.texts());
    const auto places = places_of(shown);
    if (places.empty()) return {};
    Markup entries;
    for (const auto& place : places) entries.add(entry_of(words, place));
    return together(element("h2", {}, words.places),
                    element("div", {{"class", "where"}},
                            element("ul", {{"class", "places"}}, entries), map_of(words, places)));
}

}  // namespace cartulary::web
