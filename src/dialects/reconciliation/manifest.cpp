#include "dialects/reconciliation/manifest.h"

#include "base/json.h"
#include "ctdl/vocabulary.h"
#include "dialects/reconciliation/entity.h"
#include "dialects/reconciliation/query.h"

namespace cartulary::reconciliation {

namespace {

void write_service(json::Writer& writer, std::string_view name, const std::string& root,
                   std::string_view path) {
    writer.key(name)
        .begin_object()
        .member("service_url", root)
        .member("service_path", path)
        .end_object();
}

}  // namespace

std::string manifest(const Operations& operations) {
    const auto root = operations.public_url + "/reconcile";
    json::Writer writer;
    writer.begin_object();
    writer.key("versions").begin_array().value("0.1").value("0.2").end_array();
    writer.member("name", operations.registry_name)
        .member("identifierSpace", operations.public_url + "/resources/")
        .member("schemaSpace", "https://purl.org/ctdl/terms/")
        .member("batchSize", batch_queries_max);
    writer.key("view")
        .begin_object()
        .member("url", operations.public_url + "/resources/{{id}}")
        .end_object();
    writer.key("defaultTypes").begin_array();
    for (const auto* const type : types()) write_type(writer, type->name);
    writer.end_array();
    writer.key("preview")
        .begin_object()
        .member("url", root + "/preview?id={{id}}")
        .member("width", preview_width)
        .member("height", preview_height)
        .end_object();
    writer.key("suggest").begin_object();
    write_service(writer, "entity", root, "/suggest/entity");
    write_service(writer, "type", root, "/suggest/type");
    write_service(writer, "property", root, "/suggest/property");
    writer.end_object();
    writer.key("extend").begin_object();
    write_service(writer, "propose_properties", root, "/extend/propose");
    writer.key("property_settings").begin_array().end_array();
    writer.end_object();
    writer.end_object();
    return writer.take();
}

}  // namespace cartulary::reconciliation
