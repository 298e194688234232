#include "web/finder/feed.h"

#include <charconv>

#include "ctdl/vocabulary.h"
#include "http/date.h"
#include "operations/latest_changes.h"
#include "web/texts/feed_texts.h"
#include "web/texts/term_labels.h"
#include "web/xml.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto feed_path = "/changes.atom";
constexpr auto feed_type = "application/atom+xml";

std::string address_of(const Shell& shell, const std::optional<FeedOwner>& owner,
                       std::optional<std::int64_t> before = {}) {
    auto address = shell.public_url + feed_path;
    if (owner) address += "?owner=" + owner->ctid.text();
    if (before) address += (owner ? "&before=" : "?before=") + std::to_string(*before);
    return address;
}

std::string title_of(const Shell& shell, const std::optional<FeedOwner>& owner) {
    const auto& words = feed_texts(shell.texts);
    if (!owner) return filled_plain(words.title, {{"registry", shell.registry_name}});
    return filled_plain(words.title_of,
                        {{"organization", owner->name}, {"registry", shell.registry_name}});
}

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
    return xml_element("link", {{"rel", relation}, {"type", type}, {"href", address}}, {});
}

std::string text_element(std::string_view name, std::string_view plain) {
    return xml_element(name, {}, xml_text(plain));
}

std::string_view wording_of(const FeedTexts& words, ResourceEvent event) {
    switch (event) {
        case ResourceEvent::created: return words.created;
        case ResourceEvent::updated: return words.updated;
        case ResourceEvent::deleted: return words.deleted;
        case ResourceEvent::transferred: return words.transferred;
    }
    __builtin_unreachable();
}

// The same wherever the registry moves: made of the document's own id.
std::string id_of(const LatestChange& latest) {
    const auto name = "revision " + std::to_string(latest.change.revision);
    return "urn:uuid:" + Uuid::named(latest.known.resource.envelope, name).text();
}

std::string entry(const Shell& shell, const LatestChange& latest) {
    const auto& [change, known, name] = latest;
    const auto& words = feed_texts(shell.texts);
    const auto& type = known.resource.type;
    const auto address = shell.public_url + resource_path(known.resource.ctid);
    const auto title = filled_plain(
        wording_of(words, change.event),
        {{"name", name.empty() ? known.resource.ctid.text() : name}, {"owner", known.owner_name}});
    const auto kind = term_label(shell.texts, type);
    const auto about = filled_plain(
        words.about,
        {{"kind", kind}, {"owner", known.owner_name}, {"number", std::to_string(change.revision)}});
    return xml_element("entry", {},
                       text_element("id", id_of(latest)) + text_element("title", title) +
                           text_element("updated", iso_8601(change.created_at)) +
                           link("alternate", "text/html", address) +
                           xml_element("category", {{"term", type}, {"label", kind}}, {}) +
                           xml_element("category", {{"term", name_of(change.event)}}, {}) +
                           text_element("summary", about));
}

struct Feed {
    const Shell& shell;
    std::optional<FeedOwner> owner;
    std::optional<std::int64_t> before;
    std::vector<LatestChange> changes;

    Timestamp updated_at() const {
        return changes.empty() ? Timestamp() : changes.front().change.created_at;
    }
};

std::string text_of(const Feed& feed) {
    const auto& [shell, owner, before, changes] = feed;
    const auto page = owner ? resource_path(owner->ctid) : std::string("/");
    std::string inner = text_element("id", address_of(shell, owner)) +
                        text_element("title", title_of(shell, owner)) +
                        text_element("updated", iso_8601(feed.updated_at())) +
                        xml_element("author", {}, text_element("name", shell.registry_name)) +
                        text_element("generator", "Cartulary") +
                        link("self", feed_type, address_of(shell, owner, before)) +
                        link("first", feed_type, address_of(shell, owner)) +
                        link("alternate", "text/html", shell.public_url + page);
    if (changes.size() == latest_changes_page) {
        inner += link("next", feed_type, address_of(shell, owner, changes.back().change.number));
    }
    for (const auto& change : changes) inner += entry(shell, change);
    return std::string(xml_declaration) +
           xml_element(
               "feed",
               {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", shell.texts.language}},
               inner) +
           "\n";
}

Response answer(const Feed& feed) {
    auto text = text_of(feed);
    const auto changed =
        std::chrono::floor<std::chrono::seconds>(feed.updated_at()).time_since_epoch();
    auto tag = entity_tag(text);
    return {.status = 200,
            .content_type = std::string(feed_type) + "; charset=utf-8",
            .body = std::move(text),
            .headers = {{"ETag", std::move(tag)},
                        {"Last-Modified", http::date_text(changed.count())},
                        {"Cache-Control", "public, no-cache"},
                        {"Vary", "Accept-Language, Cookie"},
                        {"Access-Control-Allow-Origin", "*"},
                        {"Content-Security-Policy", "default-src 'none'"},
                        {"X-Content-Type-Options", "nosniff"}}};
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

Response show(Visit& visit, const FinderOperations& operations) {
    const auto& words = feed_texts(visit.texts());
    Feed feed{.shell = visit.shell(), .owner = {}, .before = {}, .changes = {}};
    if (const auto written = visit.parameter("owner"); !written.empty()) {
        const auto ctid = Ctid::parse(written);
        if (!ctid) return visit.refuse(400, words.owner_wrong);
        const auto known = operations.resources.known(*ctid);
        if (!known || OrganizationId(ctid->uuid()) != known->owner) {
            return visit.refuse(404, words.owner_unknown);
        }
        feed.owner = FeedOwner{*ctid, known->owner_name};
    }
    if (const auto written = visit.parameter("before"); !written.empty()) {
        feed.before = number_in(written);
        if (!feed.before) return visit.refuse(400, words.before_wrong);
    }
    LatestQuery query{.owner = {}, .before = feed.before};
    if (feed.owner) query.owner = feed.owner->ctid;
    feed.changes = latest_changes(operations.registry, query);
    return answer(feed);
}

}  // namespace

std::vector<http::Route> feed_routes(const Visits& visits, const FinderOperations& operations) {
    auto route = visits.page(feed_path, "getChangesFeed",
                             [operations](Visit& visit) { return show(visit, operations); });
    route.cost = http::Cost::slow;  // it reads a page of changes, each with what it is about
    return {std::move(route)};
}

Markup feed_link(const Shell& shell, const std::optional<FeedOwner>& owner) {
    return element("link", {{"rel", "alternate"},
                            {"type", feed_type},
                            {"title", title_of(shell, owner)},
                            {"href", address_of(shell, owner)}});
}

}  // namespace cartulary::web
