#include "web/badges/earner_page.h"

#include <algorithm>
#include <array>

#include "http/form.h"
#include "web/badges/badge_markup.h"
#include "web/own_form.h"
#include "web/paths.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;
using Decision = Badges::Decision;

constexpr auto operation_path = "/badges/{badge_id}/yours";

// What a button of the form sends, and what is said once that was done.
struct Choice {
    std::string_view word;
    Decision decision;
    std::string_view Texts::*notice;
};
constexpr std::array<Choice, 4> choices = {{{"accept", Decision::accept, &Texts::done_accept},
                                            {"decline", Decision::reject, &Texts::done_decline},
                                            {"publish", Decision::publish, &Texts::done_publish},
                                            {"hide", Decision::hide, &Texts::done_hide}}};

const Choice* choice_of(std::string_view word) {
    const auto* found = std::ranges::find(choices, word, &Choice::word);
    return found == choices.end() ? nullptr : found;
}

bool holds(Decision decision, const Badge& badge) {
    switch (decision) {
        case Decision::accept: return badge.state == BadgeState::accepted;
        case Decision::reject: return badge.state == BadgeState::rejected;
        case Decision::publish: return badge.is_public;
        case Decision::hide: return !badge.is_public;
    }
    __builtin_unreachable();
}

// The badge of the link, for whoever showed its secret.
struct View {
    const Shell& shell;
    const IssuedBadge& issued;
    const std::string& secret;
    Timestamp now;

    const Texts& texts() const { return shell.texts; }
    const Badge& badge() const { return issued.badge; }
    Markup issuer() const { return name_markup(issued.issuer.name); }
};

Markup button(std::string_view word, std::string_view label, std::string_view looks = {}) {
    return element("button",
                   {{"type", "submit"},
                    {"name", "decision"},
                    {"value", word},
                    looks.empty() ? Attribute{} : Attribute{"class", looks}},
                   label);
}

Markup form(const View& view, const Markup& buttons) {
    const auto path = earner_path(view.badge().id);
    return element(
        "form", {{"class", "choices"}, {"method", "post"}, {"action", path}},
        element("input", {{"type", "hidden"}, {"name", "secret"}, {"value", view.secret}}),
        buttons);
}

Markup decide_section(const View& view) {
    const auto& texts = view.texts();
    const auto about = view.badge().is_public
                           ? Markup(texts.decide_public)
                           : filled(texts.decide_private, {{"issuer", view.issuer()}});
    return together(element("h2", {}, texts.decide_title), element("p", {}, about),
                    form(view, together(button("accept", texts.accept_button),
                                        button("decline", texts.decline_button, "second"))));
}

Markup privacy_section(const View& view) {
    const auto& texts = view.texts();
    const auto heading = element("h2", {}, texts.privacy_title);
    if (!view.badge().is_public) {
        return together(
            heading, element("p", {}, filled(texts.privacy_private, {{"issuer", view.issuer()}})),
            form(view, button("publish", texts.publish_button, "second")));
    }
    const auto path = badge_path(view.badge().id);
    const auto url = view.shell.public_url + path;
    const bool accepted = view.badge().state == BadgeState::accepted;
    return together(heading,
                    element("p", {}, accepted ? texts.privacy_public : texts.privacy_pending),
                    element("p", {{"class", "address"}}, element("a", {{"href", path}}, url)),
                    form(view, button("hide", texts.hide_button, "second")));
}

Markup regret_section(const View& view) {
    const auto& texts = view.texts();
    const bool accepted = view.badge().state == BadgeState::accepted;
    return together(element("h2", {}, texts.regret_title),
                    element("p", {}, accepted ? texts.decline_about : texts.accept_about),
                    form(view, accepted ? button("decline", texts.decline_button, "second")
                                        : button("accept", texts.accept_button, "second")));
}

// What may be done with a badge in its state.
Markup sections(const View& view) {
    switch (view.badge().state) {
        case BadgeState::pending: return together(decide_section(view), privacy_section(view));
        case BadgeState::accepted: return together(privacy_section(view), regret_section(view));
        case BadgeState::rejected: return regret_section(view);
        case BadgeState::revoked: return {};
    }
    __builtin_unreachable();
}

Markup about_standing(const View& view, Standing standing) {
    const auto& texts = view.texts();
    switch (standing) {
        case Standing::pending: return filled(texts.yours_pending, {{"issuer", view.issuer()}});
        case Standing::valid: return filled(texts.yours_valid, {{"issuer", view.issuer()}});
        case Standing::expired: return Markup(texts.expired_about);
        case Standing::declined: return filled(texts.yours_declined, {{"issuer", view.issuer()}});
        case Standing::revoked: return filled(texts.revoked_about, {{"issuer", view.issuer()}});
    }
    __builtin_unreachable();
}

Markup notice_markup(std::string_view notice) {
    if (notice.empty()) return {};
    return element("p", {{"class", "notice"}, {"role", "status"}}, notice);
}

Response earner_page(const View& view, int status, std::string_view notice) {
    const auto& texts = view.texts();
    const auto& stated = view.issued.badge_template.stated;
    const auto standing = standing_of(view.badge(), view.now);
    auto details = Details()
                       .add(texts.issued_to, view.badge().stated.recipient.full_name())
                       .add(texts.issued_by, issuer_link(view.issued.issuer));
    add_dates(texts, view.badge().stated, view.now, details);
    const auto about = together(standing_markup(texts, standing, about_standing(view, standing)),
                                details.markup());
    return passing(
        view.shell, status,
        {.title = stated.name,
         .title_in_window = filled_plain(texts.earner_title, {{"badge", stated.name}}),
         .content = together(notice_markup(notice), badge_profile(texts, stated, about),
                             sections(view), element("h2", {}, texts.badge_about),
                             description_markup(stated.description), skills_section(texts, stated),
                             evidence_section(texts, view.badge().stated))});
}

Response wrong_link_page(const Shell& shell) {
    const auto& texts = shell.texts;
    return passing(shell, 404,
                   {.title = std::string(texts.link_wrong_title),
                    .content = together(element("p", {{"class", "lead"}}, texts.link_wrong_about),
                                        element("ul", {}, element("li", {}, texts.link_wrong_whole),
                                                element("li", {}, texts.link_wrong_ask)))});
}

// The badge that the secret opens, where the path names the same one.
std::optional<IssuedBadge> opened(Badges& badges, const Request& request,
                                  const std::string& secret) {
    if (secret.empty()) return std::nullopt;
    auto issued = badges.of_link(secret);
    const auto id = Uuid::parse(request.path_parameter("badge_id"));
    if (!issued || issued->badge.id != id) return std::nullopt;
    return *std::move(issued);
}

Response show(const Registry& registry, Badges& badges, const Shell& shell,
              const Request& request) {
    const auto secret = request.query_parameter("secret").value_or("");
    const auto issued = opened(badges, request, secret);
    if (!issued) return wrong_link_page(shell);
    // Anybody can write a link that says so; it is repeated only where it is true.
    const auto* done = choice_of(request.query_parameter("done").value_or(""));
    const bool is_so = done && holds(done->decision, issued->badge);
    return earner_page({shell, *issued, secret, registry.now()}, 200,
                       is_so ? shell.texts.*done->notice : std::string_view());
}

Response decide(const Registry& registry, Badges& badges, const Shell& shell,
                const Request& request) {
    const auto& texts = shell.texts;
    if (!is_own_form(request, shell.public_url)) {
        return refusal_page(shell, {403, std::string(texts.foreign_form)}, request);
    }
    const auto secret = form_field(request, "secret");
    const auto issued = opened(badges, request, secret);
    if (!issued) return wrong_link_page(shell);
    const auto* choice = choice_of(form_field(request, "decision"));
    if (!choice) return refusal_page(shell, {400, std::string(texts.decision_unknown)}, request);

    const auto decided = badges.decide(secret, choice->decision);
    if (!decided && decided.error().kind == ErrorKind::conflict) {
        const auto now = opened(badges, request, secret);
        if (!now) return wrong_link_page(shell);
        return earner_page({shell, *now, secret, registry.now()}, 409, texts.not_done_revoked);
    }
    if (!decided) return wrong_link_page(shell);
    return seen_at(earner_path(decided->badge.id) + "?secret=" + http::percent_encode(secret) +
                   "&done=" + std::string(choice->word));
}

}  // namespace

std::vector<http::Route> earner_routes(const Registry& registry, Badges& badges,
                                       std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, operation_path, "showBadgeToEarner", http::Cost::read,
             [&registry, &badges, shells](const Request& request) {
                 return show(registry, badges, shells->of(request), request);
             }},
            {http::Method::post, operation_path, "decideAboutBadge", http::Cost::write,
             [&registry, &badges, shells](const Request& request) {
                 return decide(registry, badges, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
