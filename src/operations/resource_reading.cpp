#include "ctdl/patch.h"
#include "operations/resource_access.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// Which text is asked for: the graph of a whole, or the node of it or of one of its parts.
struct Wanted {
    Ctid ctid;
    bool graph;
    const ResourceMoment& moment;
};

// Where it stands.
struct Spot {
    std::int64_t number = 0;  // of the whole or of the part
    Resource whole = {};
    ResourceVersion version = {};  // its document only where it must be rendered
    BoundedCache::Text text = {};  // null: it must be

    // The graph and the node of one number are two texts.
    BoundedCache::Key key(bool graph) const {
        return {number * 2 + (graph ? 1 : 0), version.revision};
    }
};

Result<Spot> spot_of(Transaction& transaction, const Wanted& wanted) {
    if (auto whole = resources::find(transaction, wanted.ctid)) {
        return Spot{.number = whole->number, .whole = *std::move(whole)};
    }
    const auto place = resources::place_of(transaction, wanted.ctid);
    if (!place) return unknown_resource();
    auto whole = resources::find(transaction, place->whole).value();
    return Spot{.number = wanted.graph ? whole.number : place->number, .whole = std::move(whole)};
}

bool is_latest(const ResourceMoment& moment) {
    return !moment.as_of && !moment.revision;
}

// The version that is asked for; of the latest what its resource knows.
Result<ResourceVersion> version_at(Transaction& transaction, const Resource& whole,
                                   const ResourceMoment& moment) {
    if (is_latest(moment)) {
        if (whole.deleted_at) return deleted_resource();
        ResourceVersion latest;
        latest.revision = whole.revision;
        latest.digest = whole.digest;
        latest.created_at = whole.updated_at;
        return latest;
    }
    auto version = moment.revision
                       ? resources::version(transaction, whole.number, *moment.revision)
                       : resources::version_at(transaction, whole.number, *moment.as_of);
    if (!version) return fail(ErrorKind::not_found, "it has no such version");
    if (version->event == ResourceEvent::deleted) return deleted_resource();
    return *std::move(version);
}

Result<std::string> rendered_text(const Wanted& wanted, const Spot& spot,
                                  const ctdl::Addresses& addresses) {
    const auto& document = spot.version.document;
    if (wanted.graph) return ctdl::graph_text(document, addresses);
    auto text = ctdl::resource_text(document, wanted.ctid, addresses);
    if (text) return *std::move(text);
    if (!is_latest(wanted.moment)) {
        return fail(ErrorKind::not_found, "it was not there at that time");
    }
    return fail(ErrorKind::gone, "this was a part of " + spot.whole.ctid.text() +
                                     ", which no longer has it; older versions do");
}

Result<Resource> find_whole(Transaction& transaction, const Ctid& ctid) {
    auto resource = resources::find(transaction, ctid);
    if (!resource) return unknown_resource();
    return *std::move(resource);
}

// The one in whose document it stands.
Result<Resource> find_around(Transaction& transaction, const Ctid& ctid) {
    const auto place = resources::place_of(transaction, ctid);
    if (!place) return unknown_resource();
    return resources::find(transaction, place->whole).value();
}

// The resource as it was when this was its latest version.
Resource at_version(Resource resource, const ResourceVersion& version) {
    if (version.revision == resource.revision) return resource;
    resource.type = ctdl::Document::of_text(version.document).type();
    resource.owner = version.owner;
    resource.publisher = version.publisher;
    resource.revision = version.revision;
    resource.digest = version.digest;
    resource.updated_at = version.created_at;
    const bool is_deletion = version.event == ResourceEvent::deleted;
    resource.deleted_at = is_deletion ? std::optional(version.created_at) : std::nullopt;
    resource.verified_at.reset();
    return resource;
}

Result<ResourceVersion> find_version(Transaction& transaction, const Resource& resource,
                                     std::int64_t revision) {
    auto version = resources::version(transaction, resource.number, revision);
    if (!version) {
        return fail(ErrorKind::not_found,
                    "it has the versions 1 to " + std::to_string(resource.revision));
    }
    return *std::move(version);
}

}  // namespace

Result<Resources::Text> Resources::text_of(const Ctid& ctid, bool graph,
                                           const ResourceMoment& moment) {
    const Wanted wanted{ctid, graph, moment};
    const auto spot = registry_.store.read([&](Transaction& transaction) -> Result<Spot> {
        auto found = TRY(spot_of(transaction, wanted));
        const auto& whole = found.whole;
        found.version = TRY(version_at(transaction, whole, moment));
        found.text = rendered_.find(found.key(graph));
        if (!found.text && is_latest(moment)) {
            found.version = resources::version(transaction, whole.number, whole.revision).value();
        }
        return found;
    });
    if (!spot) return tl::unexpected(spot.error());
    auto text = spot->text;
    if (!text) {
        text = std::make_shared<const std::string>(TRY(rendered_text(wanted, *spot, addresses_)));
        rendered_.put(spot->key(graph), text);
    }
    return Text{.text = std::move(text),
                .digest = spot->version.digest,
                .updated_at = spot->version.created_at,
                .revision = spot->version.revision};
}

Resources::Resources(const Registry& registry, std::size_t rendered_bytes_max)
    : registry_(registry), addresses_{registry.public_url}, rendered_(rendered_bytes_max) {}

Result<Resources::Text> Resources::resource(const Ctid& ctid, const ResourceMoment& moment) {
    return text_of(ctid, false, moment);
}

Result<Resources::Text> Resources::graph(const Ctid& ctid, const ResourceMoment& moment) {
    return text_of(ctid, true, moment);
}

std::function<std::optional<std::string>()> Resources::texts(std::vector<Ctid> ctids) {
    return [this, ctids = std::move(ctids), next = std::size_t{0}]() mutable {
        while (next < ctids.size()) {
            if (const auto text = resource(ctids[next++])) return std::optional(*text->text);
        }
        return std::optional<std::string>();
    };
}

Result<ResourceKnown> Resources::known(const Ctid& ctid) {
    return registry_.store.read([&](Transaction& transaction) -> Result<ResourceKnown> {
        return known_of(transaction, TRY(find_around(transaction, ctid)));
    });
}

Result<Resources::Listed> Resources::listed(const Ctid& ctid) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        const auto resource = TRY(find_around(transaction, ctid));
        return Listed{known_of(transaction, resource),
                      resources::history(transaction, resource.number)};
    });
}

Result<ResourceKnown> Resources::known_by_envelope(const Uuid& envelope) {
    return registry_.store.read([&](Transaction& transaction) -> Result<ResourceKnown> {
        const auto resource = resources::find_by_envelope(transaction, envelope);
        if (!resource) return fail(ErrorKind::not_found, "no envelope has this id");
        return known_of(transaction, *resource);
    });
}

Result<Resources::Version> Resources::version(const Ctid& ctid, std::int64_t revision) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Version> {
        const auto resource = TRY(find_whole(transaction, ctid));
        auto version = TRY(find_version(transaction, resource, revision));
        auto then = known_of(transaction, at_version(resource, version));
        return Version{std::move(version), std::move(then)};
    });
}

Result<std::vector<ResourceVersion>> Resources::history(const Ctid& ctid) {
    return registry_.store.read(
        [&](Transaction& transaction) -> Result<std::vector<ResourceVersion>> {
            const auto resource = TRY(find_whole(transaction, ctid));
            return resources::history(transaction, resource.number);
        });
}

Result<std::string> Resources::difference(const Ctid& ctid, std::int64_t from, std::int64_t to) {
    using Two = std::pair<std::string, std::string>;
    const auto two = registry_.store.read([&](Transaction& transaction) -> Result<Two> {
        const auto resource = TRY(find_whole(transaction, ctid));
        auto first = TRY(find_version(transaction, resource, from));
        auto second = TRY(find_version(transaction, resource, to));
        return Two{std::move(first.document), std::move(second.document)};
    });
    if (!two) return tl::unexpected(two.error());
    return ctdl::graph_text(ctdl::patch_text(two->first, two->second), addresses_);
}

Page<Resources::Listed> Resources::list(const ListQuery& query, const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) {
        Page<Listed> page;
        resources::Filter filter{.type = query.type, .deleted_too = query.deleted_too};
        if (query.owner) {
            filter.owner = organizations::number_of(transaction, *query.owner);
            if (!filter.owner) return page;
        }
        auto found = resources::list(transaction, filter, slice);
        page.total = found.total;
        for (const auto& resource : found.items) {
            page.items.push_back({known_of(transaction, resource),
                                  resources::history(transaction, resource.number)});
        }
        return page;
    });
}

}  // namespace cartulary
