#include "web/dashboard/own_pages.h"
#include "web/fragments.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;

struct View {
    const Own& own;
    const Organization& organization;
    bool may_change;  // staff only look

    const Texts& texts() const { return own.texts(); }
};

void add_row(const View& view, const ApiKey& key, Table& table) {
    const auto& texts = view.texts();
    const auto used =
        key.last_used_at ? moment(texts, *key.last_used_at) : Markup(texts.key_never_used);
    const auto state = key.revoked_at
                           ? filled(texts.key_revoked_on, {{"date", day(texts, *key.revoked_at)}})
                           : Markup(texts.key_in_use);
    Markup action;
    if (view.may_change && !key.revoked_at) {
        const auto to = view.own.path("keys/" + key_id(key) + "/revoke");
        const auto label = filled_plain(texts.key_revoke_of, {{"label", key.label}});
        action = element("a", {{"href", to}, {"aria-label", label}}, texts.key_revoke);
    }
    table.row(name_markup(key.label), day(texts, key.created_at), used, state, action);
}

Markup list(const View& view, const std::vector<ApiKey>& keys) {
    const auto& texts = view.texts();
    if (keys.empty()) return element("p", {}, texts.keys_none);
    Table table(texts.keys_caption);
    table.columns({texts.column_key, texts.column_made, texts.column_last_used, texts.column_state,
                   texts.column_actions});
    for (const auto& key : keys) add_row(view, key, table);
    return table.markup();
}

Markup make_form(const View& view, const Problems& problems) {
    const auto& texts = view.texts();
    if (!view.may_change) return {};
    const auto title = element("h2", {}, texts.key_make_title);
    if (view.organization.status != OrganizationStatus::approved) {
        return together(title, element("p", {}, texts.key_not_approved));
    }
    const auto label = view.own.visit.field("label");
    const auto fields = together(field_markup({.name = "label",
                                               .label = texts.key_label,
                                               .autocomplete = "off",
                                               .value = label,
                                               .hint = texts.key_label_hint},
                                              problems),
                                 button(texts.key_make_button));
    return together(title, view.own.visit.form(view.own.path("keys"), fields));
}

Response keys_page(const Own& own, const Problems& problems) {
    const auto& texts = own.texts();
    const auto shown = own.operations.applications.show(own.actor(), own.id);
    if (!shown) return own.visit.refuse(shown.error());
    const auto keys = own.operations.api_keys.list(own.actor(), own.id);
    if (!keys) return own.visit.refuse(keys.error());
    const auto* part = own.actor().part_in(own.id);
    const View view{own, shown->organization, part && is_enough(part->role, Need::administer)};
    const auto content = together(summary_markup(texts.form_problems_title, problems),
                                  element("p", {{"class", "lead"}}, texts.keys_about),
                                  list(view, *keys), make_form(view, problems));
    const auto& name = shown->organization.stated.name;
    return own.visit.form_page(
        own_page(own, name, "keys", filled_plain(texts.keys_title, {{"organization", name}}),
                 content),
        problems);
}

Response show(const Own& own) {
    return keys_page(own, {});
}

// The key is in this answer and nowhere else.
Response make(const Own& own) {
    const auto& texts = own.texts();
    const auto made = own.operations.api_keys.make(own.actor(), own.id, own.visit.field("label"));
    if (!made) {
        const auto problems = problems_of(texts, made.error(), {{"label", texts.key_label}});
        if (!problems.any()) return own.visit.refuse(made.error());
        return keys_page(own, problems);
    }
    const auto about = filled(texts.key_made_about, {{"label", name_markup(made->key.label)}});
    const auto back = own.path("keys");
    const auto content =
        together(element("p", {{"class", "lead"}}, about),
                 element("p", {{"class", "address"}}, element("code", {}, made->text)),
                 element("p", {}, element("a", {{"href", back}}, texts.key_made_done)));
    const auto* part = own.actor().part_in(own.id);
    return own.visit.page(200, own_page(own, part ? part->name : std::string(), "keys",
                                        std::string(texts.key_made_title), content));
}

Response ask_revoke(const Own& own) {
    const auto& texts = own.texts();
    const auto keys = own.operations.api_keys.list(own.actor(), own.id);
    if (!keys) return own.visit.refuse(keys.error());
    const auto caller = acting_in(own.actor(), own.id, Need::administer);
    if (!caller) return own.visit.refuse(caller.error());
    const std::string id(own.visit.request().path_parameter("key"));
    for (const auto& key : *keys) {
        if (key.revoked_at || key_id(key) != id) continue;
        return ask(own, caller->name, "keys",
                   filled_plain(texts.key_revoke_title, {{"label", key.label}}),
                   {.about = texts.key_revoke_about,
                    .button = texts.key_revoke_button,
                    .action = own.path("keys/" + id + "/revoke"),
                    .back_label = texts.key_keep_link,
                    .back = own.path("keys")});
    }
    return own.visit.refuse(404, texts.key_unknown);
}

Response revoke(const Own& own) {
    const auto revoked = own.operations.api_keys.revoke(
        own.actor(), own.id, std::string(own.visit.request().path_parameter("key")));
    if (!revoked) return own.visit.refuse(revoked.error());
    return own.go_to("keys", Notice::key_revoked);
}

}  // namespace

std::vector<http::Route> key_routes(const OwnPages& pages) {
    return {pages.page("/keys", "listKeys", show), pages.form("/keys", "makeKey", make),
            pages.page("/keys/{key}/revoke", "askToRevokeKey", ask_revoke),
            pages.form("/keys/{key}/revoke", "revokeKey", revoke)};
}

}  // namespace cartulary::web
