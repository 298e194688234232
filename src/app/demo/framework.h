#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/demo/dice.h"
#include "base/json.h"
#include "domain/ctid.h"

namespace cartulary::demo {

// A framework of competencies that grows with its versions.
class Framework {
public:
    explicit Framework(Dice& dice);

    const Ctid& ctid() const { return ctid_; }
    static constexpr int versions = 3;

    // As the Assistant takes it; `version` from 1.
    json::Object request(int version, const Ctid& publisher, const std::string& changed_on) const;

    // A competency by its code ("3.1"), for what teaches, assesses or requires it.
    json::Value competency(const std::string& code, const std::string& public_url) const;
    static std::string text_of(const std::string& code);

private:
    Ctid ctid_;
    std::map<std::string, Ctid> competencies_;  // by their codes
};

}  // namespace cartulary::demo
