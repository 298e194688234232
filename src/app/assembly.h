#pragma once

#include <memory>
#include <optional>

#include "app/data_folder.h"
#include "app/settings.h"
#include "base/metrics.h"
#include "base/secrets.h"
#include "operations/registry.h"
#include "store/store.h"

namespace cartulary {

// A registry put together from its settings: what serve and the commands work on.
class Assembly {
public:
    // `lock` is held for SQLite. Throws when the database or the key cannot be opened, or the key
    // is another database's.
    Assembly(const Settings& settings, DataFolder folder, std::optional<DataLock> lock);

    const DataFolder& folder() const { return folder_; }
    Metrics& metrics() { return metrics_; }
    Store& store() { return *store_; }
    const Vault& vault() const { return vault_; }
    const Registry& registry() const { return registry_; }

    // Called after every commit that queued mail, or appended events.
    void when_mail_waits(std::function<void()> call) { registry_.mail_waits = std::move(call); }
    void when_webhooks_wait(std::function<void()> call) {
        registry_.webhooks_wait = std::move(call);
    }

private:
    DataFolder folder_;
    std::optional<DataLock> lock_;
    Metrics metrics_;
    Vault vault_;
    std::unique_ptr<Store> store_;
    Registry registry_;
};

std::unique_ptr<Store> open_store(const Settings& settings, const DataFolder& folder,
                                  Metrics& metrics);

std::string listen_url_of(const Settings& settings);

// The settings' public URL, or the listen address where none is set; no slash at its end.
std::string public_url_of(const Settings& settings);

}  // namespace cartulary
