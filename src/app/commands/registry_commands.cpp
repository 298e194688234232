#include "app/commands/registry_commands.h"

#include "base/json.h"
#include "base/signed_token.h"
#include "base/text.h"
#include "operations/partners.h"
#include "operations/people.h"
#include "operations/tokens.h"
#include "operations/verification.h"

namespace cartulary::commands {

namespace {

std::optional<std::string> password_in(const Target& target, bool given) {
    if (!given) return std::nullopt;
    return password_in(target);
}

Outcome person_added(const Target& target, const Person& person) {
    json::Writer writer;
    writer.begin_object()
        .member("email", person.email)
        .member("staff", person.staff)
        .member("password_set", !person.password_hash.empty())
        .end_object();
    return answer(
        target, writer,
        person.email + (person.password_hash.empty() ? " was mailed a link to set a password"
                                                     : " may log in"));
}

}  // namespace

std::string password_in(const Target& target) {
    auto line = target.input.substr(0, target.input.find('\n'));
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

Outcome answer(const Target& target, json::Writer& writer, const std::string& text) {
    return {.out = (target.json ? writer.take() : text) + "\n"};
}

Outcome no_ctid(const std::string& written) {
    return {.status = 1, .err = "\"" + written + "\" is no CTID: it " + std::string(ctid_problem)};
}

Outcome unknown_organization(const std::string& ctid) {
    return {.status = 1, .err = "no organization has the CTID " + ctid};
}

Outcome refused(const Error& error) {
    std::string line;
    for (const auto& [field, problem] : error.fields) {
        line += (line.empty() ? "" : "; ") + field + " " + problem;
    }
    return {.status = 1, .err = line.empty() ? error.message : line};
}

Outcome migrate(const Target& target) {
    json::Writer writer;
    writer.begin_object().member("migrated", true).end_object();
    return answer(target, writer, "the database has every migration of this program");
}

Outcome add_staff(const Target& target, const std::string& email, bool password_given) {
    const auto person =
        cartulary::add_staff(target.registry, email, password_in(target, password_given));
    return person ? person_added(target, *person) : refused(person.error());
}

Outcome add_partner(const Target& target, const Partner& partner) {
    std::optional<OrganizationId> id;
    if (!partner.ctid.empty()) {
        id = OrganizationId::from_ctid(partner.ctid);
        if (!id) return no_ctid(partner.ctid);
    }
    const auto made =
        cartulary::add_partner(target.registry, command_line(), {partner.name, partner.email, id});
    if (!made && made.error().kind == ErrorKind::conflict) {
        return {.status = 1,
                .err = "an organization with the CTID " + partner.ctid + " is already registered"};
    }
    if (!made) {
        auto outcome = refused(made.error());
        outcome.err += " (name \"" + partner.name + "\", email \"" + partner.email + "\")";
        return outcome;
    }
    json::Writer writer;
    writer.begin_object()
        .member("ctid", made->id.ctid())
        .member("name", made->name)
        .member("api_key", made->api_key)
        .end_object();
    return answer(target, writer,
                  made->name + " is a trusted partner\nCTID     " + made->id.ctid() +
                      "\nAPI key  " + made->api_key + "   (shown this once)");
}

Outcome add_person(const Target& target, const Member& member) {
    const auto organization = OrganizationId::from_ctid(member.organization);
    if (!organization) return no_ctid(member.organization);
    const auto role = parse_role(member.role);
    if (!role) {
        return {.status = 1, .err = "the role must be administrator, publisher or viewer"};
    }
    const auto person = add_member(
        target.registry, command_line(),
        {member.email, *organization, *role, password_in(target, member.password_given)});
    if (!person && person.error().kind == ErrorKind::not_found) {
        return unknown_organization(organization->ctid());
    }
    return person ? person_added(target, *person) : refused(person.error());
}

Outcome create_token(const Target& target, const Token& token) {
    const auto organization = OrganizationId::from_ctid(token.organization);
    if (!organization) return no_ctid(token.organization);
    const auto made = make_token(target.registry, *organization,
                                 {token.description, {token.read, token.write, token.del}});
    if (!made && made.error().kind == ErrorKind::not_found) {
        return unknown_organization(organization->ctid());
    }
    if (!made) return refused(made.error());
    json::Writer writer;
    writer.begin_object().member("token", made->text).end_object();
    return answer(target, writer, made->text);
}

Outcome rotate_keys(const Target& target) {
    const auto id = add_signing_key(target.folder.keys(), target.registry.now());
    json::Writer writer;
    writer.begin_object().member("kid", id).end_object();
    return answer(target, writer,
                  id + " signs from now on; remove the files of older keys in " +
                      target.folder.keys().string() + " when their tokens have run out");
}

Outcome verify(const Target& target) {
    const auto verification = cartulary::verify(target.registry);
    json::Writer writer;
    writer.begin_object().member("organizations", verification.organizations);
    writer.key("problems").begin_array();
    std::string text = "checked " + std::to_string(verification.organizations) + " organizations";
    for (const auto& problem : verification.problems) {
        writer.value(problem);
        text += "\n" + problem;
    }
    writer.end_array().end_object();
    auto outcome = answer(target, writer, text);
    if (!verification.problems.empty()) {
        outcome.status = 1;
        outcome.err = std::to_string(verification.problems.size()) + " problems were found";
    }
    return outcome;
}

}  // namespace cartulary::commands
