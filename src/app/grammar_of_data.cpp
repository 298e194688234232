#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands/backup.h"
#include "app/commands/export_command.h"
#include "app/commands/source_commands.h"
#include "app/commands/vocabulary_commands.h"
#include "app/grammar.h"

namespace cartulary {

void Grammar::add_import() {
    auto* import = group("import", "Bring organizations and documents in from files");
    add_import_ipeds(import);
    add_import_litmos(import);
    add_import_ctdl(import);
    add_import_sources(import);
}

void Grammar::add_import_ipeds(CLI::App* import) {
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
}

void Grammar::add_import_litmos(CLI::App* import) {
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

void Grammar::add_import_ctdl(CLI::App* import) {
    auto* ctdl = declare(import, "ctdl", "Publish documents of linked data, or an export",
                         "import ctdl registry.jsonl.gz");
    ctdl->add_option("FILE", ctdl_.files, "Documents, envelopes, or lines of them; also .gz")
        ->required();
    ctdl->add_option("--owner", ctdl_.owner, "CTID of whoever owns what names no owner");
    on_registry(ctdl,
                [this](const Target& target) { return commands::import_ctdl(target, ctdl_); });
}

void Grammar::add_import_sources(CLI::App* import) {
    auto* ror = declare(import, "ror", "Bring in the Research Organization Registry",
                        "import ror v1.60-ror-data_schema_v2.ndjson");
    ror->add_option("FILE", file_, "JSON lines of schema 1 or 2, or the flat CSV")->required();
    on_registry(ror, [this](const Target& target) { return commands::import_ror(target, file_); });

    auto* irs = declare(import, "irs", "Bring in the tax-exempt organizations of the IRS",
                        "import irs eo1.csv");
    irs->add_option("FILE", file_, "The Business Master File, CSV")->required();
    on_registry(irs, [this](const Target& target) { return commands::import_irs(target, file_); });
}

void Grammar::add_export() {
    auto* command = declare(app_.get(), "export", "Write all that is published as lines of JSON",
                            "export registry.jsonl.gz --since 1200");
    command->add_option("FILE", file_, "A file that is not there yet; .gz packs it")->required();
    command->add_option("--since", since_, "Only what changed after the change of this number");
    on_registry(command, [this](const Target& target) {
        return commands::export_registry(target, {.file = file_, .since = since_});
    });
}

void Grammar::add_vocabulary() {
    auto* vocabulary = group("vocabulary", "The terms of CTDL that this program knows");
    auto* check = declare(vocabulary, "check", "Say what a newer schema adds or removes",
                          "vocabulary check schema.json");
    check->add_option("FILE", schemas_, "JSON-LD schemas of CTDL and CTDL-ASN")->required();
    check->callback([this] {
        command_.run_client = [schemas = schemas_, json = command_.json] {
            return end_with(commands::check_vocabulary(schemas, json));
        };
    });
}

void Grammar::add_demo() {
    auto* demo = declare(app_.get(), "demo", "Load a believable registry to look around in",
                         "demo --data ./demo-data");
    demo->add_option("--seed", demo_.seed, "Another number makes other credentials")
        ->capture_default_str();
    demo->add_option("--password", demo_.password, "Everybody's; else one is made up");
    on_registry(demo, [this](const Target& target) { return commands::load_demo(target, demo_); });
}

void Grammar::add_backup() {
    auto* backup = declare(app_.get(), "backup", "Copy the registry into one file, while it runs",
                           "backup cartulary-2026-01-31.backup");
    backup->add_option("FILE", file_, "A file that is not there yet")->required();
    on_registry(backup, [this](const Target& target) { return commands::back_up(target, file_); });

    auto* restore = declare(app_.get(), "restore", "Put a backup into an empty data directory",
                            "restore cartulary-2026-01-31.backup --data ./restored");
    restore->add_option("FILE", file_, "What backup made")->required();
    restore->callback([this] {
        command_.kind = Command::Kind::alone;
        command_.run_alone = [this](const DataFolder& folder) {
            return commands::restore(folder, file_, command_.json);
        };
    });

    on_registry(declare(app_.get(), "verify", "Check every invariant of the data", "verify --json"),
                commands::verify);
}

}  // namespace cartulary
