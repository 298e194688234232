#include "web/docs/try_markup.h"

#include <algorithm>

#include "web/docs/operation_markup.h"
#include "web/texts/try_texts.h"

namespace cartulary::web {

namespace {

constexpr std::string_view form_media = "application/x-www-form-urlencoded";
constexpr std::string_view parts_media = "multipart/form-data";

// The script finds fields by their data attributes. They have no names, so that nothing of them
// could ever get into an address.
class TryForm {
public:
    TryForm(const Texts& page, const Operation& operation)
        : page_(page), texts_(try_texts(page)), operation_(operation) {}

    Markup make() {
        const auto label = filled_plain(texts_.form_label, {{"operation", operation_.summary}});
        const auto parts = together(warning(), credentials(), parameters(), body(), confirmation(),
                                    element("button", {}, texts_.send));
        return element("details", {{"class", "try"}, {"hidden"}},
                       element("summary", {}, texts_.title,
                               element("span", {{"class", "unseen"}}, ": ", operation_.summary)),
                       element("form",
                               {{"aria-label", label},
                                {"autocomplete", "off"},
                                {"data-method", operation_.method},
                                {"data-path", operation_.path}},
                               parts));
    }

private:
    std::string next_id() { return "try-" + anchor_of(operation_) + "-" + std::to_string(++ids_); }

    // The label before what is labelled, with what people should know of it.
    Markup field(const std::string& id, const Markup& label, std::string_view hint,
                 const Markup& input) const {
        const auto about =
            hint.empty() ? Markup()
                         : element("p", {{"id", id + "-hint"}, {"class", "hint"}}, phrase(hint));
        return element("div", {{"class", "field"}}, element("label", {{"for", id}}, label), about,
                       input);
    }

    Markup warning() const {
        if (operation_.method == "GET" || operation_.method == "OPTIONS") return {};
        const auto text = operation_.method == "DELETE" ? texts_.deletes : texts_.for_real;
        return element("p", {{"class", "standing over"}}, text);
    }

    Markup confirmation() {
        if (operation_.method != "DELETE") return {};
        const auto id = next_id();
        return element("div", {{"class", "field tick"}},
                       element("input", {{"id", id}, {"type", "checkbox"}, {"required"}}),
                       element("label", {{"for", id}}, texts_.confirm));
    }

    // Each way to say who is calling by itself: the first that is filled in is taken.
    Markup credentials() {
        Markup ways;
        for (const auto& way : operation_.needs) {
            Markup fields;
            for (const auto& need : way) fields.add(credential(need));
            const auto legend = ways.empty() ? texts_.credentials : texts_.credentials_or;
            ways.add(element("fieldset",
                             {{"data-way"},
                              operation_.needs_may_lack ? Attribute{"data-may-lack"} : Attribute{}},
                             element("legend", {}, legend), fields));
        }
        if (ways.empty()) return {};
        return element("div", {{"class", "group"}}, ways,
                       element("p", {{"class", "hint"}}, texts_.credentials_about));
    }

    Markup credential(const Need& need) {
        const auto& [place, name, value] = need.credential;
        Markup fields;
        if (place == Credential::basic) {
            fields.add(secret("$USER_NAME", texts_.user_name, need.description, "text"));
            fields.add(secret("$PASSWORD", texts_.password, "", "password"));
        } else {
            const auto at = std::min(value.find('$'), value.size());
            const bool is_token = value.ends_with("$TOKEN");
            const auto sent = name + ": " + value.substr(0, at) + "…";
            const auto hint = is_token
                                  ? need.description
                                  : filled_plain(texts_.sent_as, {{"header", "`" + sent + "`"}});
            fields.add(
                secret(value.substr(at), is_token ? texts_.token : texts_.key, hint, "password"));
        }
        const auto in = place == Credential::basic    ? std::string_view("basic")
                        : place == Credential::header ? "header"
                        : place == Credential::query  ? "query"
                                                      : "cookie";
        return element("div", {{"data-credential", in}, {"data-name", name}, {"data-value", value}},
                       fields);
    }

    Markup secret(std::string_view variable, std::string_view label, std::string_view hint,
                  std::string_view type) {
        const auto id = next_id();
        return field(id, Markup(label), hint,
                     element("input", {{"id", id},
                                       {"type", type},
                                       {"autocomplete", "off"},
                                       {"spellcheck", "false"},
                                       {"data-variable", variable},
                                       described(id, hint)}));
    }

    // An element tells of its hint by the hint's id, which is kept until it is written.
    Attribute described(const std::string& id, std::string_view hint) {
        if (hint.empty()) return {};
        described_by_ = id + "-hint";
        return {"aria-describedby", described_by_};
    }

    Markup parameters() {
        Markup fields;
        for (const auto& parameter : operation_.parameters) fields.add(field_of(parameter));
        return fields;
    }

    Markup field_of(const Parameter& parameter) {
        const auto& told = parameter.field;
        const auto place = place_text(page_, parameter.place);
        auto label = together(element("code", {}, told.name), " ",
                              element("span", {{"class", "tag"}}, place));
        if (told.required) {
            label.add(" ").add(element("span", {{"class", "tag required"}}, page_.required));
        }
        const auto id = next_id();
        const auto value = told.examples.empty() ? std::string() : told.examples.front();
        const auto in = Attribute{"data-in", parameter.place};
        const auto name = Attribute{"data-name", told.name};
        // Without a part of its address a call goes elsewhere; all else may be tried.
        const auto required = parameter.place == "path" ? Attribute{"required"}
                              : told.required           ? Attribute{"data-needed"}
                                                        : Attribute{};
        if (!parameter.choices.empty()) {
            return field(
                id, label, "",
                element("select", {{"id", id}, in, name, required}, options(parameter, value)));
        }
        const auto hint = parameter.is_list ? texts_.list_hint : std::string_view();
        const bool is_secret = told.type.find("(password)") != std::string::npos;
        return field(id, label, hint,
                     element("input", {{"id", id},
                                       {"type", is_secret ? "password" : "text"},
                                       {"autocomplete", "off"},
                                       {"spellcheck", "false"},
                                       {"value", value},
                                       in,
                                       name,
                                       parameter.is_list ? Attribute{"data-list"} : Attribute{},
                                       required,
                                       described(id, hint)}));
    }

    static Markup options(const Parameter& parameter, std::string_view chosen) {
        Markup options;
        if (parameter.place != "path") options.add(element("option", {{"value", ""}}, "–"));
        for (const auto& choice : parameter.choices) {
            const auto selected = choice == chosen ? Attribute{"selected"} : Attribute{};
            options.add(element("option", {selected}, choice));
        }
        return options;
    }

    // Of several forms that a body may have, the first.
    Markup body() {
        if (operation_.bodies.empty()) return {};
        const auto& body = operation_.bodies.front();
        if (body.media == form_media) return body_fields(body, "form");
        if (body.media == parts_media) return body_fields(body, "part");
        const auto id = next_id();
        const auto label = filled_plain(texts_.body, {{"media", body.media}});
        const auto text = body.media.ends_with("json") ? indented(body.example) : "";
        return field(id, Markup(label), "",
                     element("textarea",
                             {{"id", id},
                              {"class", "code"},
                              {"rows", std::to_string(rows_of(text))},
                              {"spellcheck", "false"},
                              {"data-in", "body"},
                              {"data-name", body.media}},
                             text));
    }

    static std::size_t rows_of(std::string_view text) {
        constexpr std::ptrdiff_t least = 4;
        constexpr std::ptrdiff_t most = 20;
        return static_cast<std::size_t>(
            std::clamp(std::ranges::count(text, '\n') + 1, least, most));
    }

    Markup body_fields(const Body& body, std::string_view in) {
        Markup fields;
        for (const auto& told : body.fields) {
            if (told.name.find_first_of(".[") != std::string::npos) continue;
            const auto id = next_id();
            const bool is_file = told.type.find("(binary)") != std::string::npos;
            const auto* example = body.example.find(told.name);
            const auto value = is_file || example == nullptr ? std::string() : shown(*example);
            fields.add(field(id, element("code", {}, told.name), "",
                             element("input", {{"id", id},
                                               {"type", is_file ? "file" : "text"},
                                               is_file ? Attribute{} : Attribute{"value", value},
                                               {"data-in", in},
                                               {"data-name", told.name}})));
        }
        return fields;
    }

    const Texts& page_;
    const TryTexts& texts_;
    const Operation& operation_;
    std::string described_by_;
    int ids_ = 0;
};

Markup part_of_answer(std::string_view kind, std::string_view title) {
    return element("figure", {{"hidden"}, {"data-part", kind}}, element("figcaption", {}, title),
                   element("pre", {{"role", "region"}, {"aria-label", title}, {"tabindex", "0"}},
                           element("code", {})));
}

}  // namespace

Markup try_form(const Texts& texts, const Operation& operation) {
    return TryForm(texts, operation).make();
}

Markup try_answer(const Texts& page) {
    const auto& texts = try_texts(page);
    return element("template",
                   {{"id", "try-answer"},
                    {"data-sending", texts.sending},
                    {"data-answered", texts.answered},
                    {"data-cut", texts.cut},
                    {"data-late", texts.late},
                    {"data-failed", texts.failed},
                    {"data-no-text", texts.no_text}},
                   element("p", {{"role", "status"}}), part_of_answer("headers", texts.headers),
                   part_of_answer("body", texts.answer), part_of_answer("command", texts.command));
}

}  // namespace cartulary::web
