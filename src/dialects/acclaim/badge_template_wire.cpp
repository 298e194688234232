#include "dialects/acclaim/badge_template_wire.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/base64.h"
#include "base/text.h"
#include "dialects/acclaim/answer.h"
#include "dialects/acclaim/badge_template_flags.h"
#include "dialects/acclaim/body.h"

namespace cartulary::acclaim {

namespace {

constexpr auto names = std::to_array<FieldName>({
    {"slug", "vanity_slug"},
    {"is_public", "public"},
    {"allow_duplicates", "allow_duplicate_badges"},
    {"criteria_name", "criteria_url_name"},
    {"activities", "badge_template_activities"},
    {"required_templates", "required_badge_templates"},
    {"picture", "image"},
});

constexpr auto activity_names = std::to_array<FieldName>({
    {"type", "activity_type"},
    {"url", "activity_url"},
    {"required_template", "required_badge_template_id"},
});

constexpr auto image_problem = "must be a public URL of a picture, or a picture in base64";

// Reads one template's body: every method takes some of its members.
class Reader {
public:
    Reader(const json::Object& said, BadgeTemplateDraft& draft) : body_(said), draft_(draft) {}

    Result<void> read();

private:
    void read_text(std::string_view name, std::string& text, bool number_too = false) {
        if (auto written = body_.text(name, number_too)) text = *std::move(written);
    }
    void read_boolean(std::string_view name, bool& flag) {
        if (const auto written = body_.boolean(name)) flag = *written;
    }
    void read_state();
    void read_flags();
    std::optional<std::vector<std::string>> read_names(std::string_view list, std::string_view key);
    void read_required_templates();
    template <class Part, class ReadPart>
    void read_parts(std::string_view list, std::vector<Part>& parts, ReadPart read_part);
    void read_activity(Body& inner, BadgeActivity& activity);

    Body body_;
    BadgeTemplateDraft& draft_;
};

void Reader::read_state() {
    const auto written = body_.text("state");
    if (!written) return;
    if (const auto state = parse_badge_template_state(*written)) {
        draft_.state = *state;
    } else {
        body_.problem("state", "must be draft, active or archived");
    }
}

void Reader::read_flags() {
    TemplateFlags flags(draft_.particulars);
    flags.apply(body_);
    draft_.particulars = flags.particulars();
}

// Texts, or objects that have them under `key`: clients send both.
std::optional<std::vector<std::string>> Reader::read_names(std::string_view list,
                                                           std::string_view key) {
    const auto* value = body_.find(list);
    if (!value || !value->array()) return body_.texts(list);
    std::vector<std::string> names_read;
    for (std::size_t i = 0; i < value->array()->size(); ++i) {
        const auto& item = (*value->array())[i];
        const auto* name = item.object() ? item.find(key) : &item;
        if (name && name->string()) {
            names_read.emplace_back(text::trimmed(*name->string()));
        } else {
            body_.problem(std::string(list) + '[' + std::to_string(i) + ']',
                          "must be a text, or an object with \"" + std::string(key) + '"');
        }
    }
    return names_read;
}

void Reader::read_required_templates() {
    const auto written = read_names("required_badge_templates", "id");
    if (!written) return;
    draft_.required_templates.clear();
    for (std::size_t i = 0; i < written->size(); ++i) {
        if (const auto id = Uuid::parse((*written)[i])) {
            draft_.required_templates.push_back(*id);
        } else {
            body_.problem("required_badge_templates[" + std::to_string(i) + ']',
                          "must be the id of a badge template");
        }
    }
}

// An id that is said is kept where it is one of the list's; any other part is left without.
template <class Part>
void keep_id(Part& part, const std::optional<Uuid>& said, std::vector<Part>& had) {
    if (!said) return;
    const auto found = std::ranges::find(had, *said, &Part::id);
    if (found == had.end()) return;
    part.id = *said;
    had.erase(found);
}

template <class Part, class ReadPart>
void Reader::read_parts(std::string_view list, std::vector<Part>& parts, ReadPart read_part) {
    const auto objects = body_.objects(list);
    if (!objects) return;
    auto had = std::move(parts);
    parts.clear();
    for (const auto* object : *objects) {
        Body inner(*object, std::string(list) + '[' + std::to_string(parts.size()) + "].");
        Part part;
        read_part(inner, part);
        keep_id(part, Uuid::parse(inner.text("id", true).value_or("")), had);
        parts.push_back(std::move(part));
        body_.add(inner);
    }
}

void Reader::read_activity(Body& inner, BadgeActivity& activity) {
    activity.title = inner.text("title").value_or("");
    activity.type = inner.text("activity_type").value_or("");
    activity.url = inner.text("activity_url").value_or("");
    const auto required = inner.text("required_badge_template_id").value_or("");
    if (required.empty()) return;
    activity.required_template = Uuid::parse(required);
    if (!activity.required_template) {
        inner.problem("required_badge_template_id", "must be the id of a badge template");
    }
}

Result<void> Reader::read() {
    read_text("name", draft_.name);
    read_text("vanity_slug", draft_.slug);
    read_text("description", draft_.description);
    read_state();
    read_boolean("public", draft_.is_public);
    read_boolean("allow_duplicate_badges", draft_.allow_duplicates);
    read_boolean("certification", draft_.certification);
    read_text("global_activity_url", draft_.global_activity_url);
    read_text("criteria_url_name", draft_.criteria_name);
    read_text("criteria_url", draft_.criteria_url);
    read_text("level", draft_.level, true);
    read_text("cost", draft_.cost, true);
    read_text("time_to_earn", draft_.time_to_earn, true);
    read_text("type_category", draft_.type_category);
    read_flags();
    if (auto skills = read_names("skills", "name")) draft_.skills = *std::move(skills);
    read_parts("alignments", draft_.alignments, [](Body& inner, Alignment& alignment) {
        alignment.name = inner.text("name").value_or("");
        alignment.url = inner.text("url").value_or("");
        alignment.description = inner.text("description").value_or("");
    });
    read_parts("recommendations", draft_.recommendations, [](Body& inner, Recommendation& next) {
        next.title = inner.text("title").value_or("");
        next.type = inner.text("type").value_or("");
        next.activity_url = inner.text("activity_url").value_or("");
    });
    read_required_templates();
    read_parts("badge_template_activities", draft_.activities,
               [this](Body& inner, BadgeActivity& activity) { read_activity(inner, activity); });
    return body_.outcome();
}

bool is_url(std::string_view written) {
    const auto scheme = text::lower_ascii(written.substr(0, written.find("://")));
    return scheme == "http" || scheme == "https";
}

// Of an address that answers show: "https://registry.example/pictures/….png", or its path alone.
std::optional<Uuid> picture_of_ours(std::string_view written, std::string_view public_url) {
    constexpr std::string_view folder = "/pictures/";
    constexpr std::string_view ending = ".png";
    if (written.starts_with(public_url)) written.remove_prefix(public_url.size());
    if (!written.starts_with(folder) || !written.ends_with(ending)) return std::nullopt;
    written.remove_prefix(folder.size());
    return Uuid::parse(written.substr(0, written.size() - ending.size()));
}

// Base64, alone or in a data URL; it may be broken into lines.
std::optional<std::string> picture_bytes(std::string_view written) {
    if (text::equal_ignoring_ascii_case(written.substr(0, 5), "data:")) {
        const auto comma = written.find(',');
        if (comma == std::string_view::npos) return std::nullopt;
        if (!text::lower_ascii(written.substr(0, comma)).ends_with(";base64")) return std::nullopt;
        written.remove_prefix(comma + 1);
    }
    std::string joined(written);
    std::erase_if(joined, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
    return base64_decode(joined);
}

std::optional<PictureSaid> picture_in(const json::Value& value, const std::string& public_url) {
    if (value.is_null()) return NoPicture{};
    if (value.object()) {
        const auto* remote = value.find("remote_upload_url");
        const auto* stored = value.find("id");
        if (remote) return picture_in(*remote, public_url);
        if (!stored || !stored->string()) return std::nullopt;
        const auto id = Uuid::parse(*stored->string());
        return id ? std::optional<PictureSaid>(*id) : std::nullopt;
    }
    if (!value.string()) return std::nullopt;
    const auto written = text::trimmed(*value.string());
    if (written.empty()) return NoPicture{};
    if (const auto ours = picture_of_ours(written, public_url)) return *ours;
    if (is_url(written)) return PictureAt{std::string(written)};
    auto bytes = picture_bytes(written);
    if (!bytes || bytes->empty()) return std::nullopt;
    return PictureBytes{*std::move(bytes)};
}

std::string_view find(std::span<const FieldName> table, std::string_view ours) {
    const auto found = std::ranges::find(table, ours, &FieldName::ours);
    return found == table.end() ? ours : found->attribute;
}

// "activities[0].url" → "badge_template_activities[0].activity_url"
std::string attribute(std::string_view field) {
    const auto list = field.substr(0, field.find('['));
    const auto index_end = field.find("].");
    const auto member_at = index_end == std::string_view::npos ? field.size() : index_end + 2;
    const auto index = field.substr(list.size(), member_at - list.size());
    const auto member = field.substr(member_at);
    std::string attribute(find(names, list));
    attribute += index;
    return attribute.append(list == "activities" ? find(activity_names, member) : member);
}

}  // namespace

Result<void> apply_badge_template(const json::Object& said, BadgeTemplateDraft& draft) {
    return Reader(said, draft).read();
}

Result<PictureSaid> read_picture(const json::Object& said, const std::string& public_url) {
    const Body body(said);
    const auto* value = body.find("image");
    if (!value) value = body.find("image_url");
    if (!value) return PictureSaid{};
    auto picture = picture_in(*value, public_url);
    if (!picture) return fail({{"image", image_problem}});
    return *std::move(picture);
}

Error in_template_words(Error error) {
    for (auto& problem : error.fields) problem.field = attribute(problem.field);
    return error;
}

}  // namespace cartulary::acclaim
