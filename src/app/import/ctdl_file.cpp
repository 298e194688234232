#include "app/import/ctdl_file.h"

#include "app/import/ctdl_graph.h"
#include "ctdl/document.h"

namespace cartulary::import {

namespace {

std::string_view text_of(const json::Value& object, std::string_view name) {
    const auto* value = object.find(name);
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

// "line 3, column 14: expected …" of a piece that begins on a later line of the file.
std::string syntax_problem(const json::SyntaxError& error, std::size_t line) {
    const auto colon = error.message.find(": ");
    const auto what = colon == std::string::npos ? error.message : error.message.substr(colon + 2);
    return "is not JSON: line " + std::to_string(line + error.line - 1) + ", column " +
           std::to_string(error.column) + ": " + what;
}

std::string_view text_in_headers(const json::Value& envelope, std::string_view name) {
    const auto* headers = envelope.find("node_headers");
    return headers ? text_of(*headers, name) : std::string_view();
}

std::optional<CtdlItem::Deletion> deletion_in(const json::Value& envelope) {
    const auto moment = text_in_headers(envelope, "deleted_at");
    if (moment.empty()) return std::nullopt;
    return CtdlItem::Deletion{Ctid::parse(text_of(envelope, "envelope_ceterms_ctid")),
                              parse_iso_8601(moment)};
}

ResourceOrigin origin_in(const json::Value& envelope) {
    return {.envelope = Uuid::parse(text_of(envelope, "envelope_id")),
            .publisher = OrganizationId::from_ctid(text_of(envelope, "published_by")),
            .created_at = parse_iso_8601(text_in_headers(envelope, "created_at")),
            .updated_at = parse_iso_8601(text_in_headers(envelope, "updated_at"))};
}

}  // namespace

CtdlFile::CtdlFile(PackedFile file)
    : file_(std::make_unique<PackedFile>(std::move(file))),
      pieces_([source = file_.get()](char* bytes, std::size_t size) {
          return source->read(bytes, size);
      }) {}

Checked<CtdlFile> CtdlFile::open(const std::filesystem::path& path) {
    auto file = PackedFile::open(path);
    if (!file) return problem(file.error());
    return CtdlFile(*std::move(file));
}

Checked<std::optional<CtdlItem>> CtdlFile::next() {
    while (items_.empty()) {
        auto piece = pieces_.next();
        if (!piece) return problem(piece.error());
        if (!*piece) return std::nullopt;
        read(**std::move(piece));
    }
    auto item = std::move(items_.front());
    items_.pop_front();
    return item;
}

void CtdlFile::read(JsonPiece piece) {
    if (!piece.problem.empty()) {
        items_.push_back({.line = piece.line, .problem = std::move(piece.problem)});
        return;
    }
    auto value = json::parse(piece.text);
    if (!value) {
        items_.push_back(
            {.line = piece.line, .problem = syntax_problem(value.error(), piece.line)});
        return;
    }
    json::Array alone;
    if (!value->array()) alone.push_back(*std::move(value));
    const auto& inner = value->array() ? *value->array() : alone;
    const auto bytes = inner.empty() ? 0 : piece.text.size() / inner.size();
    for (const auto& one : inner) read({.line = piece.line, .bytes = bytes}, one);
}

// A document, or an envelope around one.
void CtdlFile::read(CtdlItem item, const json::Value& value) {
    auto payload = value;
    if (const auto* inner = value.find("decoded_resource")) {
        payload = *inner;
        item.owner = OrganizationId::from_ctid(text_of(value, "owned_by"));
        item.origin = origin_in(value);
    }
    if ((item.deletion = deletion_in(value))) {
        items_.push_back(std::move(item));
        return;
    }
    if (!payload.find("@graph") && !payload.find("@type")) {
        item.problem = value.find("envelope_id")
                           ? "is an envelope without a \"decoded_resource\" that is a document"
                           : "is neither a document of linked data nor an envelope of one";
        items_.push_back(std::move(item));
        return;
    }
    auto documents = documents_in(std::move(payload));
    if (!documents) {
        item.problem = documents.error();
        items_.push_back(std::move(item));
        return;
    }
    item.bytes /= documents->size();
    for (auto& document : *documents) {
        item.payload = std::move(document);
        items_.push_back(item);
    }
}

}  // namespace cartulary::import
