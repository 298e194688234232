#include "web/finder/history_page.h"

#include <algorithm>
#include <charconv>

#include "operations/resource_names.h"
#include "web/finder/document_difference.h"
#include "web/finder/resource_frame.h"
#include "web/finder/resource_refusals.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/table.h"
#include "web/texts/version_texts.h"

namespace cartulary::web {

namespace {

using http::Response;

std::string_view event_text(const VersionTexts& words, ResourceEvent event) {
    switch (event) {
        case ResourceEvent::created: return words.event_created;
        case ResourceEvent::updated: return words.event_updated;
        case ResourceEvent::deleted: return words.event_deleted;
        case ResourceEvent::transferred: return words.event_transferred;
    }
    __builtin_unreachable();
}

std::string_view way_text(const VersionTexts& words, PublishMethod method) {
    switch (method) {
        case PublishMethod::api: return words.way_api;
        case PublishMethod::form: return words.way_form;
        case PublishMethod::table: return words.way_table;
        case PublishMethod::record: return words.way_record;
        case PublishMethod::import: return words.way_import;
    }
    __builtin_unreachable();
}

// Whose history somebody looks at; of a part it is that of the whole.
struct Past {
    Visit& visit;
    const FinderOperations& operations;
    const ResourceKnown& known;
    std::string name;

    const Texts& texts() const { return visit.texts(); }
    const VersionTexts& words() const { return version_texts(texts()); }
    const Ctid& ctid() const { return known.resource.ctid; }
    std::int64_t last() const { return known.resource.revision; }
};

std::string difference_path(const Ctid& ctid, std::int64_t from, std::int64_t to) {
    return history_path(ctid) + "/difference?from=" + std::to_string(from) +
           "&to=" + std::to_string(to);
}

Markup labelled_link(const std::string& path, std::string_view words, std::string_view whole) {
    return element("a", {{"href", path}, {"aria-label", whole}}, words);
}

// What there is to see of one version: a deletion has nothing of its own.
Markup look_at(const Past& past, const ResourceVersion& version) {
    const auto& words = past.words();
    const auto number = std::to_string(version.revision);
    Markup links;
    if (version.event != ResourceEvent::deleted) {
        const auto whole = filled_plain(words.as_of_link_of, {{"number", number}});
        const auto path = resource_path_as_of(past.ctid(), version.created_at);
        links.add(element("li", {}, labelled_link(path, words.as_of_link, whole)));
    }
    if (version.revision > 1) {
        const auto whole = filled_plain(words.changes_link_of, {{"number", number}});
        const auto path = difference_path(past.ctid(), version.revision - 1, version.revision);
        links.add(element("li", {}, labelled_link(path, words.changes_link, whole)));
    }
    return element("ul", {{"class", "bare-list"}}, links);
}

Markup versions_table(const Past& past, std::span<const ResourceVersion> versions) {
    const auto& words = past.words();
    Table table(words.caption);
    table.columns({words.column_version, words.column_when, words.column_what, words.column_way,
                   words.column_look});
    for (const auto& version : versions) {
        const auto number = std::to_string(version.revision);
        table.row(filled_plain(words.number, {{"number", number}}),
                  moment(past.texts(), version.created_at), event_text(words, version.event),
                  way_text(words, version.method), look_at(past, version));
    }
    return table.markup();
}

Markup number_field(std::string_view name, std::string_view label, std::int64_t value,
                    std::int64_t most) {
    return element("div", {{"class", "field"}}, element("label", {{"for", name}}, label),
                   element("input", {{"id", name},
                                     {"name", name},
                                     {"type", "number"},
                                     {"inputmode", "numeric"},
                                     {"min", "1"},
                                     {"max", std::to_string(most)},
                                     {"value", std::to_string(value)},
                                     {"required"}}));
}

// Any two versions, where there are more than two.
Markup choice_form(const Past& past, std::int64_t from, std::int64_t to) {
    if (past.last() < 3) return {};
    const auto& words = past.words();
    const auto path = history_path(past.ctid()) + "/difference";
    return together(element("h2", {}, words.choose_title),
                    element("form", {{"method", "get"}, {"action", path}, {"class", "narrowing"}},
                            number_field("from", words.choose_from, from, past.last()),
                            number_field("to", words.choose_to, to, past.last()),
                            element("button", {{"type", "submit"}}, words.choose_button)));
}

Markup back_link(const Past& past) {
    const auto label = filled_plain(past.words().thing_link, {{"name", past.name}});
    return element("p", {}, link_to(resource_path(past.ctid()), label));
}

Response show_versions(const Past& past) {
    auto history = past.operations.resources.history(past.ctid());
    if (!history) return past.visit.refuse(history.error());
    std::ranges::reverse(*history);
    const auto total = static_cast<std::int64_t>(history->size());
    auto slice = slice_of(past.visit.parameter("page"));
    if (slice.offset >= total) slice = slice_of("1");
    const auto from = static_cast<std::size_t>(slice.offset);
    const auto count = std::min(history->size() - from, static_cast<std::size_t>(slice.count));
    const auto& words = past.words();
    const auto title = filled_plain(words.title, {{"name", past.name}});
    const auto path = history_path(past.ctid());
    const auto pages = pages_markup(past.texts(), slice, total, [&](std::int64_t page) {
        return path + "?page=" + std::to_string(page);
    });
    return past.visit.open_page(
        {.title = title,
         .wide = true,
         .content = together(
             back_link(past), element("p", {{"class", "lead"}}, words.about),
             element("p", {{"class", "hint"}}, range_text(words.shown, slice, count, total)),
             versions_table(past, std::span(*history).subspan(from, count)), pages,
             choice_form(past, 1, past.last())),
         .for_software = preview_markup(past.visit.shell(),
                                        {.path = path, .title = title, .description = {}})});
}

// A version that somebody chose; nothing where there is no such one.
std::optional<std::int64_t> version_in(const Past& past, std::string_view parameter) {
    const auto text = past.visit.parameter(parameter);
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || number < 1 || number > past.last()) {
        return std::nullopt;
    }
    return number;
}

Response show_difference(const Past& past) {
    const auto& texts = past.texts();
    const auto& words = past.words();
    const auto from = version_in(past, "from");
    const auto to = version_in(past, "to");
    if (!from || !to) {
        const auto last = std::to_string(past.last());
        return past.visit.refuse(400, filled_plain(words.difference_wrong, {{"last", last}}));
    }
    auto& resources = past.operations.resources;
    const auto before = resources.version(past.ctid(), *from);
    if (!before) return past.visit.refuse(before.error());
    const auto after = resources.version(past.ctid(), *to);
    if (!after) return past.visit.refuse(after.error());
    const ctdl::Addresses addresses{past.visit.shell().public_url};
    const auto graph_of = [&](const Resources::Version& version) {
        return ctdl::graph_text(version.version.document, addresses);
    };
    const auto from_text = std::to_string(*from);
    const auto to_text = std::to_string(*to);
    const auto about =
        filled(words.difference_about, {{"from", Markup(from_text)},
                                        {"to", Markup(to_text)},
                                        {"from_day", moment(texts, before->version.created_at)},
                                        {"to_day", moment(texts, after->version.created_at)}});
    const auto title = filled_plain(words.difference_title,
                                    {{"name", past.name}, {"from", from_text}, {"to", to_text}});
    const auto differences =
        difference_markup(texts, {*from, graph_of(*before)}, {*to, graph_of(*after)});
    return past.visit.open_page(
        {.title = title,
         .wide = true,
         .content =
             together(back_link(past), element("p", {{"class", "lead"}}, about), differences,
                      choice_form(past, *from, *to),
                      element("p", {}, link_to(history_path(past.ctid()), words.history_link))),
         .indexed = false});
}

std::string name_of_past(const Visit& visit, const FinderOperations& operations,
                         const Resource& resource) {
    const auto names = names_of(operations.registry, std::span(&resource.ctid, 1));
    const auto found = names.find(resource.ctid);
    const auto name = found != names.end() ? found->second.text
                                           : last_name(visit, operations.resources, resource).text;
    return name.empty() ? resource.ctid.text() : summary_of(name);
}

using Show = Response (*)(const Past& past);

Visits::Handler of_past(const FinderOperations& operations, Show show) {
    return [operations, show](Visit& visit) {
        const auto ctid = Ctid::parse(visit.request().path_parameter("ctid"));
        const auto known = ctid ? operations.resources.known(*ctid) : Result<ResourceKnown>();
        if (!ctid || !known) return refuse_unknown(visit, ctid);
        return show({visit, operations, *known, name_of_past(visit, operations, known->resource)});
    };
}

}  // namespace

std::vector<http::Route> version_routes(const Visits& visits, const FinderOperations& operations) {
    std::vector<http::Route> routes = {
        visits.page("/history/{ctid}", "listVersions", of_past(operations, show_versions)),
        visits.page("/history/{ctid}/difference", "compareVersions",
                    of_past(operations, show_difference))};
    for (auto& route : routes) route.cost = http::Cost::slow;  // they read whole documents
    return routes;
}

}  // namespace cartulary::web
