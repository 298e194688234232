#include "store/told_resource.h"

#include "store/statement.h"
#include "store/stored_json.h"

namespace cartulary::resources {

std::string snapshot_of(const ToldResource& told) {
    json::Writer writer;
    writer.begin_object()
        .member("ctid", told.ctid.text())
        .member("type", told.type)
        .member("name", told.name)
        .member("revision", told.revision)
        .end_object();
    return writer.take();
}

ToldResource in_snapshot(std::string_view text) {
    const auto value = stored::parsed(text);
    const auto ctid = Ctid::parse(stored::text_in(value.find("ctid")));
    if (!ctid) throw DatabaseError("the snapshot of a resource has no CTID");
    return {.ctid = *ctid,
            .type = stored::text_in(value.find("type")),
            .name = stored::text_in(value.find("name")),
            .revision = stored::integer_in(value.find("revision"))};
}

}  // namespace cartulary::resources
