#include <iostream>

#include "app/commands/backup.h"
#include "app/grammar.h"

namespace cartulary {

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

}  // namespace cartulary
