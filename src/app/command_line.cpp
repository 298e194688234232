#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands/backup.h"
#include "app/commands/company_commands.h"
#include "app/commands/tenant_commands.h"
#include "app/import/ipeds.h"

namespace cartulary {

namespace {

using commands::Target;

// The grammar of the command line. Each add_…() declares one command: its options, an example,
// and what it becomes.
class Grammar {
public:
    Grammar() {
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.set_help_flag("-h,--help", "Say what this does");
        app_.set_version_flag("--version", CARTULARY_VERSION);
        add_settings();
        add_serve();
        add_migrate();
        add_staff();
        add_partner();
        add_person();
        add_organization();
        add_token();
        add_webhook();
        add_company();
        add_tenant();
        add_keys();
        add_import();
        add_backup();
        add_config();
    }

    tl::expected<Command, Outcome> parse(std::vector<std::string> arguments) {
        command_.arguments = arguments;
        std::ranges::reverse(arguments);  // as CLI11 takes them
        try {
            app_.parse(arguments);
        } catch (const CLI::ParseError& error) {
            std::ostringstream out;
            std::ostringstream err;
            const int status = app_.exit(error, out, err);
            return tl::unexpected(Outcome{status == 0 ? 0 : 2, out.str(), err.str()});
        }
        if (const auto good = check(command_.settings); !good) {
            auto outcome = commands::refused(good.error());
            outcome.status = 2;
            return tl::unexpected(outcome);
        }
        make_paths_absolute();
        return command_;
    }

private:
    CLI::App* group(const std::string& name, const std::string& about) {
        auto* group = app_.add_subcommand(name, about);
        group->require_subcommand(1);
        group->fallthrough();
        return group;
    }
    CLI::App* declare(CLI::App* parent, const std::string& name, const std::string& about,
                      const std::string& example) {
        auto* command = parent->add_subcommand(name, about);
        command->fallthrough();
        command->footer("Example:\n  cartulary " + example);
        command->add_flag("--json", command_.json, "Answer in JSON");
        return command;
    }
    // A command that is run on the registry.
    void on_registry(CLI::App* command, std::function<Outcome(const Target&)> run) {
        command->callback([this, run = std::move(run)] {
            command_.kind = Command::Kind::on_registry;
            command_.run = run;
        });
    }

    void add_settings();
    void add_serve();
    void add_migrate();
    void add_staff();
    void add_partner();
    void add_person();
    void add_organization();
    void add_token();
    void add_webhook();
    void add_company();
    void add_tenant();
    void add_keys();
    void add_import();
    void add_backup();
    void add_config();
    void name_company_user(CLI::App* command);
    void needs_password(CLI::App* command);
    void make_paths_absolute();

    CLI::App app_{"Cartulary, the organization registry of a credentialing ecosystem", "cartulary"};
    Command command_;

    // What options write into; copied into what runs.
    std::string email_;
    std::string ctid_;
    std::string file_;
    commands::Partner partner_;
    commands::Member member_;
    commands::Token token_;
    commands::DeliveryQuery deliveries_;
    commands::Requeue requeue_;
    bool rotate_ = false;
    commands::Company company_;
    commands::CompanyUser company_user_;
    commands::LitmosTable litmos_table_;
    commands::Tenant tenant_;
    import::IpedsOptions import_;
    std::size_t file_argument_ = 0;
};

void Grammar::add_settings() {
    for (const auto& setting : settings_table()) {
        std::visit(
            [&](auto member) {
                app_.add_option("--" + std::string(setting.name), command_.settings.*member,
                                std::string(setting.meaning))
                    ->envname(setting.variable())
                    ->group("Settings (of every command)");
            },
            setting.member);
    }
}

void Grammar::add_serve() {
    auto* serve = declare(&app_, "serve", "Serve the registry until SIGTERM or SIGINT",
                          "serve --listen 127.0.0.1:8080 --data ./data");
    serve->callback([this] { command_.kind = Command::Kind::serve; });
}

void Grammar::add_migrate() {
    on_registry(declare(&app_, "migrate", "Bring the database to this program's version",
                        "migrate --database postgresql:///cartulary"),
                commands::migrate);
}

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

void Grammar::add_company() {
    auto* company = group("company", "Companies of the Litmos interface");
    auto* add = declare(company, "add", "Make a company and its first user",
                        "company add --name 'Harbor Group' --login harbor --username robot "
                        "--password-stdin < password.txt");
    add->add_option("--name", company_.name, "Its name")->required();
    add->add_option("--login", company_.login_id, "Its login id")->required();
    add->add_option("--username", company_.username, "The user's name")->required();
    add->add_option("--email", company_.email, "Its address, for mail");
    needs_password(add);
    on_registry(add,
                [this](const Target& target) { return commands::add_company(target, company_); });

    auto* set = declare(company, "set-user", "Add a user, or change its password",
                        "company set-user --login harbor --username robot --password-stdin "
                        "< password.txt");
    name_company_user(set);
    needs_password(set);
    on_registry(set, [this](const Target& target) {
        return commands::set_company_user(target, company_user_);
    });

    auto* remove = declare(company, "remove-user", "Take a user away",
                           "company remove-user --login harbor --username robot");
    name_company_user(remove);
    on_registry(remove, [this](const Target& target) {
        return commands::remove_company_user(target, company_user_);
    });
}

void Grammar::name_company_user(CLI::App* command) {
    command->add_option("--login", company_user_.login_id, "The company's login id")->required();
    command->add_option("--username", company_user_.username, "The user's name")->required();
}

void Grammar::needs_password(CLI::App* command) {
    command
        ->add_flag("--password-stdin", command_.reads_input,
                   "Read the password from standard input")
        ->required();
}

void Grammar::add_tenant() {
    auto* tenant = group("tenant", "Tenants of the Sunbird interface");
    auto* add =
        declare(tenant, "add", "Make a tenant, its first person and an API key",
                "tenant add --name 'Archeology' --channel arch --username gita@arch.example "
                "--password-stdin < password.txt");
    add->add_option("--name", tenant_.name, "Its name")->required();
    add->add_option("--channel", tenant_.channel, "Its channel")->required();
    add->add_option("--username", tenant_.username, "The person's name for logging in")->required();
    needs_password(add);
    on_registry(add,
                [this](const Target& target) { return commands::add_tenant(target, tenant_); });
}

void Grammar::add_keys() {
    auto* keys = group("keys", "The keys that sign the tokens of the Sunbird interface");
    on_registry(declare(keys, "rotate", "Make the key that signs from now on", "keys rotate"),
                commands::rotate_keys);
}

void Grammar::add_import() {
    auto* import = group("import", "Bring organizations in from a file");
    auto* ipeds = declare(import, "ipeds", "Register the colleges of an IPEDS HD file",
                          "import ipeds hd2022.csv --to http://127.0.0.1:8080 --api-key KEY");
    ipeds->add_option("FILE", import_.file, "The CSV file")->required();
    ipeds->add_option("--to", import_.url, "Address of the registry")->required();
    ipeds->add_option("--api-key", import_.api_key, "A trusted partner's key")->required();
    ipeds->add_option("--connections", import_.connections, "How many at a time")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    ipeds->callback([this] {
        command_.run_client = [options = import_, json = command_.json]() mutable {
            options.json = json;
            return import::import_ipeds(options, std::cout, std::cerr);
        };
    });

    auto* litmos = declare(import, "litmos", "Insert or update a company's organizations by Key",
                           "import litmos organizations.csv --company harbor");
    litmos->add_option("FILE", file_, "The CSV file")->required();
    litmos->add_option("--company", litmos_table_.company, "The company's login id")->required();
    litmos->add_flag("--keep-good", litmos_table_.keep_good,
                     "Store the good rows though others are refused; else all or nothing");
    on_registry(litmos, [this](const Target& target) {
        litmos_table_.file = file_;
        return commands::import_litmos(target, litmos_table_);
    });
}

void Grammar::add_backup() {
    auto* backup = declare(&app_, "backup", "Copy the registry into one file, while it runs",
                           "backup cartulary-2026-01-31.backup");
    backup->add_option("FILE", file_, "A file that is not there yet")->required();
    on_registry(backup, [this](const Target& target) { return commands::back_up(target, file_); });

    auto* restore = declare(&app_, "restore", "Put a backup into an empty data directory",
                            "restore cartulary-2026-01-31.backup --data ./restored");
    restore->add_option("FILE", file_, "What backup made")->required();
    restore->callback([this] {
        command_.kind = Command::Kind::alone;
        command_.run_alone = [this](const DataFolder& folder) {
            return commands::restore(folder, file_, command_.json);
        };
    });

    on_registry(declare(&app_, "verify", "Check every invariant of the data", "verify --json"),
                commands::verify);
}

void Grammar::add_config() {
    auto* config = declare(&app_, "config", "The reference of all settings", "config");
    config->callback([this] {
        command_.run_client = [settings = command_.settings, json = command_.json] {
            std::cout << (json ? settings_json(settings) + "\n" : settings_reference());
            return 0;
        };
    });
}

// A server that runs the command has a working directory of its own.
void Grammar::make_paths_absolute() {
    if (file_.empty()) return;
    const auto written = file_;
    file_ = std::filesystem::absolute(file_).string();
    std::ranges::replace(command_.arguments, written, file_);
}

}  // namespace

tl::expected<Command, Outcome> parse_command_line(std::vector<std::string> arguments) {
    // The grammar owns what the command's functions read.
    auto grammar = std::make_shared<Grammar>();
    auto command = grammar->parse(std::move(arguments));
    if (!command) return command;
    const auto keep = [&](auto& function) {
        if (!function) return;
        function = [grammar, inner = std::move(function)](const auto&... values) {
            return inner(values...);
        };
    };
    keep(command->run);
    keep(command->run_alone);
    return command;
}

}  // namespace cartulary
