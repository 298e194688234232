#include "web/dashboard/own_pages.h"
#include "web/fragments.h"
#include "web/table.h"

namespace cartulary::web {

namespace {

using http::Response;
using Listed = ThirdParties::Listed;

struct View {
    const Own& own;
    const ThirdParties::Both& both;

    const Texts& texts() const { return own.texts(); }
    std::string_view name() const { return both.organization.stated.name; }
    std::string path(const OrganizationId& other, std::string_view action) const {
        return own.path("third-parties/" + other.ctid() + "/" + std::string(action));
    }
};

std::string of(std::string_view wording, std::string_view organization) {
    return filled_plain(wording, {{"organization", organization}});
}

// A right is ended after a question; what was only asked for is answered at once.
Markup end_link(const View& view, const Listed& other, std::string_view action,
                std::string_view words, std::string_view whole) {
    const auto to = view.path(other.organization, action);
    const auto label = of(whole, other.name);
    return element("a", {{"href", to}, {"aria-label", label}}, words);
}

Markup actions_for_us(const View& view, const Listed& other) {
    const auto& texts = view.texts();
    const auto& visit = view.own.visit;
    if (other.status == RelationshipStatus::approved) {
        return end_link(view, other, "revoke", texts.third_party_revoke,
                        texts.third_party_revoke_of);
    }
    return together(visit.form(view.path(other.organization, "grant"),
                               button_about(texts.third_party_allow,
                                            of(texts.third_party_allow_of, other.name), "first")),
                    visit.form(view.path(other.organization, "revoke"),
                               button_about(texts.third_party_decline,
                                            of(texts.third_party_decline_of, other.name))));
}

Markup actions_of_ours(const View& view, const Listed& other) {
    const auto& texts = view.texts();
    if (other.status == RelationshipStatus::approved) {
        return end_link(view, other, "give-up", texts.third_party_give_up,
                        texts.third_party_give_up_of);
    }
    return view.own.visit.form(
        view.path(other.organization, "give-up"),
        button_about(texts.third_party_cancel, of(texts.third_party_cancel_of, other.name)));
}

Table table(const Texts& texts, std::string_view caption) {
    Table table(caption);
    table.columns(
        {texts.column_other, texts.column_state, texts.column_since, texts.column_actions});
    return table;
}

void add_row(const View& view, const Listed& other, std::string_view state, const Markup& actions,
             Table& table) {
    table.row(name_markup(other.name), state, day(view.texts(), other.since),
              view.both.may_change ? actions : Markup());
}

Markup publish_for_us(const View& view) {
    const auto& texts = view.texts();
    auto others = table(texts, texts.publish_for_us_title);
    for (const auto& other : view.both.publish_for_us) {
        const bool may = other.status == RelationshipStatus::approved;
        add_row(view, other, may ? texts.third_party_may : texts.third_party_asks_us,
                actions_for_us(view, other), others);
    }
    return together(element("h2", {}, texts.publish_for_us_title),
                    others.empty() ? element("p", {}, of(texts.publish_for_us_none, view.name()))
                                   : others.markup());
}

Markup we_publish_for(const View& view, const Slice& slice) {
    const auto& texts = view.texts();
    auto others = table(texts, texts.we_publish_for_title);
    for (const auto& other : view.both.we_publish_for.items) {
        const bool may = other.status == RelationshipStatus::approved;
        add_row(view, other, may ? texts.third_party_may : texts.third_party_we_asked,
                actions_of_ours(view, other), others);
    }
    return together(
        element("h2", {}, texts.we_publish_for_title),
        others.empty() ? element("p", {}, of(texts.we_publish_for_none, view.name()))
                       : others.markup(),
        pages_markup(texts, slice, view.both.we_publish_for.total, view.own.path("third-parties")));
}

Markup found(const View& view, const std::string& text) {
    const auto& texts = view.texts();
    const auto& visit = view.own.visit;
    Markup entries;
    for (const auto& [other, name, place] :
         view.own.operations.third_parties.find(view.own.id, text)) {
        const auto about = place.empty()
                               ? name_markup(name)
                               : together(name_markup(name), " (", name_markup(place), ")");
        entries.add(element("li", {}, about,
                            element("div", {{"class", "choices"}},
                                    visit.form(view.path(other, "grant"),
                                               button_about(texts.third_party_grant_button,
                                                            of(texts.third_party_grant_of, name))),
                                    visit.form(view.path(other, "ask"),
                                               button_about(texts.third_party_ask_button,
                                                            of(texts.third_party_ask_of, name))))));
    }
    if (entries.empty()) return element("p", {}, texts.third_party_found_none);
    return together(element("h3", {}, texts.third_party_found_title),
                    element("ul", {{"class", "parts"}}, entries));
}

Markup find_part(const View& view) {
    if (!view.both.may_change) return {};
    const auto& texts = view.texts();
    const auto text = view.own.visit.parameter("find");
    const auto action = view.own.path("third-parties");
    const auto form = element("form", {{"method", "get"}, {"action", action}, {"role", "search"}},
                              field_markup({.name = "find",
                                            .label = texts.third_party_find_label,
                                            .autocomplete = "off",
                                            .value = text},
                                           {}),
                              button(texts.third_party_find_button, "second"));
    return together(element("h2", {}, texts.third_party_find_title), form,
                    text.empty() ? Markup() : found(view, text));
}

Response show(const Own& own) {
    const auto& texts = own.texts();
    const auto slice = slice_of(own.visit.parameter("page"));
    const auto both = own.operations.third_parties.list(own.actor(), own.id, slice);
    if (!both) return own.visit.refuse(both.error());
    const View view{own, *both};
    const auto content =
        together(element("p", {{"class", "lead"}}, texts.third_parties_about), publish_for_us(view),
                 we_publish_for(view, slice), find_part(view));
    return own.visit.page(200, own_page(own, view.name(), "third-parties",
                                        of(texts.third_parties_title, view.name()), content));
}

std::optional<OrganizationId> other_in(const Own& own) {
    return OrganizationId::from_ctid(own.visit.request().path_parameter("other"));
}

using Deed = Result<void> (ThirdParties::*)(const Actor&, const OrganizationId&,
                                            const OrganizationId&);

OwnPages::Handler done(Deed deed, Notice notice) {
    return [deed, notice](const Own& own) {
        const auto other = other_in(own);
        if (!other) return own.visit.refuse(404, own.texts().organization_unknown);
        const auto result = (own.operations.third_parties.*deed)(own.actor(), own.id, *other);
        if (!result) return own.visit.refuse(result.error());
        return own.go_to("third-parties", notice);
    };
}

OwnPages::Handler asked(std::string_view action, std::string_view Texts::*title) {
    return [action, title](const Own& own) {
        const auto& texts = own.texts();
        const auto caller = acting_in(own.actor(), own.id, Need::administer);
        if (!caller) return own.visit.refuse(caller.error());
        const auto other = other_in(own);
        if (!other) return own.visit.refuse(404, texts.organization_unknown);
        const auto named = own.operations.organizations.shown(*other);
        const auto name = named ? named->stated.name : other->ctid();
        return ask(
            own, caller->name, "third-parties", of(texts.*title, name),
            {.about = texts.third_party_end_about,
             .button = texts.third_party_end_button,
             .action = own.path("third-parties/" + other->ctid() + "/" + std::string(action)),
             .back_label = texts.third_party_keep_link,
             .back = own.path("third-parties")});
    };
}

}  // namespace

std::vector<http::Route> third_party_routes(const OwnPages& pages) {
    const std::string other = "/third-parties/{other}";
    return {pages.page("/third-parties", "listThirdParties", show),
            pages.form(other + "/grant", "grantThirdParty",
                       done(&ThirdParties::grant, Notice::third_party_granted)),
            pages.page(other + "/revoke", "askToRevokeThirdParty",
                       asked("revoke", &Texts::third_party_revoke_title)),
            pages.form(other + "/revoke", "revokeThirdParty",
                       done(&ThirdParties::revoke, Notice::third_party_ended)),
            pages.form(other + "/ask", "askAsThirdParty",
                       done(&ThirdParties::ask, Notice::third_party_asked)),
            pages.page(other + "/give-up", "askToGiveUpThirdParty",
                       asked("give-up", &Texts::third_party_give_up_title)),
            pages.form(other + "/give-up", "giveUpThirdParty",
                       done(&ThirdParties::give_up, Notice::third_party_ended))};
}

}  // namespace cartulary::web
