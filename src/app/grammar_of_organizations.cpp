#include <CLI/CLI.hpp>

#include "app/grammar.h"

namespace cartulary {

void Grammar::add_staff() {
    auto* staff = group("staff", "The registry's own staff");
    auto* add = declare(staff, "add", "Make a person one of the staff",
                        "staff add clerk@registry.example --password-stdin < password.txt");
    add->add_option("EMAIL", email_, "The person's address")->required();
    add->add_flag("--password-stdin", command_.reads_input,
                  "Read the password from standard input; else a link is mailed");
    on_registry(add, [this](const Target& target) {
        return commands::add_staff(target, email_, command_.reads_input);
    });
}

void Grammar::add_partner() {
    auto* partner = group("partner", "Trusted partners, who may register organizations");
    auto* add = declare(partner, "add", "Make a trusted partner and its API key",
                        "partner add --name 'State Agency' --email office@agency.example");
    add->add_option("--name", partner_.name, "Its name")->required();
    add->add_option("--email", partner_.email, "Its address, for mail")->required();
    add->add_option("--ctid", partner_.ctid, "Its CTID; else a new one");
    on_registry(add,
                [this](const Target& target) { return commands::add_partner(target, partner_); });
}

void Grammar::add_person() {
    auto* person = group("person", "People of organizations");
    auto* add = declare(person, "add", "Give a person a role in an organization",
                        "person add dean@harbor.example --organization ce-… --role publisher");
    add->add_option("EMAIL", member_.email, "The person's address")->required();
    add->add_option("--organization", member_.organization, "The organization's CTID")->required();
    add->add_option("--role", member_.role, "administrator, publisher or viewer")->required();
    add->add_flag("--password-stdin", member_.password_given,
                  "Read the password from standard input; else a link is mailed");
    on_registry(add,
                [this](const Target& target) { return commands::add_person(target, member_); });
    add->parse_complete_callback([this] { command_.reads_input = member_.password_given; });
}

void Grammar::add_organization() {
    auto* organization = group("organization", "Organizations");
    on_registry(declare(organization, "list", "All, in the order of their names",
                        "organization list --json"),
                commands::list_organizations);
    auto* show = declare(organization, "show", "One, with its people, partners and keys",
                         "organization show ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    show->add_option("CTID", ctid_, "Its CTID")->required();
    on_registry(
        show, [this](const Target& target) { return commands::show_organization(target, ctid_); });
}

void Grammar::add_token() {
    auto* token = group("token", "Authorization tokens of organizations");
    auto* create = declare(token, "create", "Make a token",
                           "token create ce-… --read --write --description 'badge system'");
    create->add_option("CTID", token_.organization, "The organization's CTID")->required();
    create->add_flag("--read", token_.read, "It may read");
    create->add_flag("--write", token_.write, "It may write");
    create->add_flag("--delete", token_.del, "It may delete");
    create->add_option("--description", token_.description, "What it is for");
    on_registry(create,
                [this](const Target& target) { return commands::create_token(target, token_); });
}

void Grammar::add_webhook() {
    auto* webhook = group("webhook", "What webhooks are told of events");
    auto* list = declare(webhook, "list", "Deliveries with their attempts, newest first",
                         "webhook list --organization ce-… --state dead");
    list->add_option("--organization", deliveries_.organization, "The organization's CTID");
    list->add_option("--state", deliveries_.state, "waiting, delivered or dead");
    list->add_option("--count", deliveries_.count, "How many at most")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    on_registry(list, [this](const Target& target) {
        return commands::list_deliveries(target, deliveries_);
    });

    auto* requeue = declare(webhook, "requeue", "Tell what was given up, once more",
                            "webhook requeue --organization ce-…");
    requeue->add_option("ID", requeue_.delivery, "A delivery's id");
    requeue->add_option("--organization", requeue_.organization, "Or all of this CTID's");
    on_registry(requeue, [this](const Target& target) {
        return commands::requeue_deliveries(target, requeue_);
    });

    auto* secret = declare(webhook, "secret", "Show the secret that signs what is told",
                           "webhook secret ce-… --rotate");
    secret->add_option("CTID", ctid_, "The organization's CTID")->required();
    secret->add_flag("--rotate", rotate_, "Make a new one; the old one signs too for a day");
    on_registry(secret, [this](const Target& target) {
        return commands::webhook_secret(target, ctid_, rotate_);
    });
}

}  // namespace cartulary
