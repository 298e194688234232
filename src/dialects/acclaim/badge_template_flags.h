#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "dialects/acclaim/body.h"

namespace cartulary::acclaim {

// A flag of a template that means nothing to the registry and is only kept for its clients.
struct TemplateFlag {
    std::string_view name;
    std::optional<bool> otherwise;  // where nobody said anything; nothing is null
};

namespace template_flag {
inline constexpr TemplateFlag lock_badge_state{"lock_badge_state", false};
inline constexpr TemplateFlag send_expiring_badge_notifications{"send_expiring_badge_notifications",
                                                                false};
inline constexpr TemplateFlag show_badge_lmi{"show_badge_lmi", false};
inline constexpr TemplateFlag show_lmi_jobs{"show_lmi_jobs", false};
inline constexpr TemplateFlag show_skill_tag_links{"show_skill_tag_links", true};
inline constexpr TemplateFlag record_to_blockchain{"record_to_blockchain", std::nullopt};
inline constexpr TemplateFlag printing_disabled{"printing_disabled", false};
inline constexpr TemplateFlag show_template_settings{"show_template_settings", false};

inline constexpr std::array all{lock_badge_state,     send_expiring_badge_notifications,
                                show_badge_lmi,       show_lmi_jobs,
                                show_skill_tag_links, record_to_blockchain,
                                printing_disabled,    show_template_settings};
}  // namespace template_flag

// The flags of a template, out of its particulars: a JSON object of those that were said.
class TemplateFlags {
public:
    explicit TemplateFlags(std::string_view particulars);

    // Takes over what a body says of them.
    void apply(Body& body);

    void write(json::Writer& writer, const TemplateFlag& flag) const;
    std::string particulars() const;

private:
    std::array<std::optional<bool>, template_flag::all.size()> said_;  // in their order
};

}  // namespace cartulary::acclaim
