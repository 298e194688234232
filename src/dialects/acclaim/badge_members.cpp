#include "dialects/acclaim/badge_members.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "dialects/acclaim/answer.h"
#include "http/form.h"

namespace cartulary::acclaim {

namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

// "evidence[0][type]": the list, the item and its member. PHP and Rails write it so; Rails leaves
// the number out, and a new item begins with a member that the last one has already.
struct ListField {
    std::string_view list;
    std::optional<std::size_t> item;
    std::string_view member;
};

std::optional<ListField> list_field(std::string_view name) {
    const auto list = name.substr(0, name.find('['));
    const auto item_end = name.find("][");
    if (list.size() == name.size() || item_end == std::string_view::npos) return std::nullopt;
    if (!name.ends_with(']')) return std::nullopt;
    const auto item = name.substr(list.size() + 1, item_end - list.size() - 1);
    const auto member = name.substr(item_end + 2, name.size() - item_end - 3);
    if (item.empty()) return ListField{list, std::nullopt, member};
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (problem != std::errc() || end != item.data() + item.size()) return std::nullopt;
    return ListField{list, number, member};
}

bool has(const json::Object& object, std::string_view name) {
    return std::ranges::find(object, name, &json::Member::name) != object.end();
}

// The fields of a form as the members of an object. Only evidence is a list here.
class FormReader {
public:
    void add(std::string name, std::string value) {
        const auto part = list_field(name);
        if (!part || part->list != "evidence") {
            members_.push_back({std::move(name), json::Value(std::move(value))});
            return;
        }
        item_of(*part).push_back({std::string(part->member), json::Value(std::move(value))});
    }

    json::Object take() {
        if (items_.empty()) return std::move(members_);
        json::Array evidence;
        for (auto& [number, item] : items_) evidence.emplace_back(std::move(item));
        members_.push_back({"evidence", json::Value(std::move(evidence))});
        return std::move(members_);
    }

private:
    struct Item {
        std::optional<std::size_t> number;
        json::Object members;
    };

    json::Object& item_of(const ListField& part) {
        if (!part.item) {
            if (items_.empty() || has(items_.back().members, part.member)) items_.emplace_back();
            return items_.back().members;
        }
        const auto found = std::ranges::find(items_, part.item, &Item::number);
        if (found != items_.end()) return found->members;
        items_.push_back({part.item, {}});
        return items_.back().members;
    }

    json::Object members_;
    std::vector<Item> items_;
};

Result<json::Object> form_members(std::string_view form) {
    auto fields = http::form_decode(form);
    if (fields.size() > form_fields_max) {
        return fail({{"body", "must have at most " + std::to_string(form_fields_max) + " fields"}});
    }
    FormReader reader;
    for (auto& [name, value] : fields) {
        if (!text::is_utf8(name) || !text::is_utf8(value)) {
            return fail({{"body", "must be UTF-8"}});
        }
        reader.add(std::move(name), std::move(value));
    }
    return reader.take();
}

bool is_form(const http::Request& request) {
    const auto type = request.header("content-type");
    return text::equal_ignoring_ascii_case(text::trimmed(type.substr(0, type.find(';'))),
                                           form_type);
}

}  // namespace

Result<json::Object> members_of(const http::Request& request) {
    const auto body = text::trimmed(request.body);
    // Ruby clients are seen to send everything in the query of a POST or PUT.
    if (body.empty() && !request.query.empty()) return form_members(request.query);
    // Some libraries call a body a form that is JSON, as nobody told them what it is.
    if (is_form(request) && !body.starts_with('{')) return form_members(body);
    return object_of(request);
}

}  // namespace cartulary::acclaim
