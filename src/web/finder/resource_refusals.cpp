#include "web/finder/resource_refusals.h"

#include "web/finder/resource_frame.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using http::Response;

Markup search_link(const Texts& texts) {
    return element("p", {}, link_to("/", credential_texts(texts).search_link));
}

Response absent(Visit& visit, int status, std::string_view title, const Markup& content) {
    auto response = visit.page(status, {.title = std::string(title),
                                        .content = together(content, search_link(visit.texts()))});
    response.headers.push_back({"Vary", "Cookie"});
    return response;
}

Markup lead(const Markup& sentence) {
    return element("p", {{"class", "lead"}}, sentence);
}

// The organization that removed it; nothing where it was the registry itself, or nobody says.
std::optional<std::string> who_removed(const FinderOperations& operations,
                                       const ResourceKnown& known) {
    const auto history = operations.resources.history(known.resource.ctid);
    if (!history || history->empty()) return std::nullopt;
    const auto& last = history->back();
    if (last.actor == "command" || last.method == PublishMethod::record) return std::nullopt;
    if (!known.publisher) return known.owner_name;
    const auto publisher = operations.organizations.shown(*known.publisher);
    return publisher ? std::optional(publisher->stated.name) : std::nullopt;
}

}  // namespace

Response refuse_unknown(Visit& visit, const std::optional<Ctid>& ctid) {
    const auto& words = credential_texts(visit.texts());
    const auto about =
        ctid ? filled(words.unknown_about, {{"ctid", element("code", {}, ctid->text())}})
             : Markup(words.unknown_no_ctid);
    return absent(visit, 404, words.unknown_title, lead(about));
}

Response refuse_before(Visit& visit, const ResourceKnown& known, const ResourceMoment& moment) {
    const auto& texts = visit.texts();
    const auto& words = credential_texts(texts);
    const auto about =
        filled(words.as_of_before_about, {{"date", day(texts, moment.as_of.value())},
                                          {"first", day(texts, known.resource.created_at)}});
    const auto now = link_to(resource_path(known.resource.ctid), words.as_of_now);
    return absent(visit, 404, words.as_of_before_title,
                  together(lead(about), element("p", {}, now)));
}

Response refuse_removed(Visit& visit, const FinderOperations& operations,
                        const ResourceKnown& known) {
    const auto& texts = visit.texts();
    const auto& words = credential_texts(texts);
    const auto& resource = known.resource;
    const auto name = last_name(visit, operations.resources, resource);
    const auto shown_name = name.empty() ? resource.ctid.text() : name.text;
    const auto on = day(texts, resource.deleted_at.value_or(resource.updated_at));
    const auto who = who_removed(operations, known);
    const auto about = who ? filled(words.removed_by, {{"who", name_markup(*who)}, {"date", on}})
                           : filled(words.removed_on, {{"date", on}});
    const auto owner = Ctid(known.owner.uuid());
    const auto history = link_to(history_path(resource.ctid), words.history_link);
    const auto owner_link = owner == resource.ctid
                                ? name_markup(known.owner_name)
                                : link_to(resource_path(owner), known.owner_name);
    const auto kept = filled(words.removed_kept, {{"history", history}, {"owner", owner_link}});
    return absent(visit, 410, filled_plain(words.removed_title, {{"name", shown_name}}),
                  together(lead(about), element("p", {}, kept)));
}

Response refuse_part(Visit& visit, const ResourceKnown& whole, const ResourceMoment& moment) {
    const auto& texts = visit.texts();
    const auto& words = credential_texts(texts);
    const auto& ctid = whole.resource.ctid;
    if (moment.as_of) {
        const auto about = filled(words.as_of_not_there, {{"date", day(texts, *moment.as_of)}});
        return absent(visit, 404, words.as_of_before_title, lead(about));
    }
    const auto link = link_to(resource_path(ctid), ctid.text());
    const auto history = element("p", {}, link_to(history_path(ctid), words.history_link));
    return absent(visit, 410, words.unknown_title,
                  together(lead(filled(words.removed_part, {{"whole", link}})), history));
}

GraphReader::Said last_name(const Visit& visit, Resources& resources, const Resource& resource) {
    for (auto revision = resource.revision; revision > 0; --revision) {
        const auto text = resources.graph(resource.ctid, {.as_of = {}, .revision = revision});
        if (!text) continue;
        const GraphReader graph(*text->text, visit.texts().language);
        return name_of(graph, graph.first());
    }
    return {};
}

}  // namespace cartulary::web
