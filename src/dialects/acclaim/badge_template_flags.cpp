#include "dialects/acclaim/badge_template_flags.h"

#include <algorithm>

namespace cartulary::acclaim {

using template_flag::all;

TemplateFlags::TemplateFlags(std::string_view particulars) {
    if (particulars.empty()) return;
    const auto kept = json::parse(particulars).value();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto* value = kept.find(all[i].name);
        if (value && value->boolean()) said_[i] = *value->boolean();
    }
}

void TemplateFlags::apply(Body& body) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const auto said = body.boolean(all[i].name)) said_[i] = said;
    }
}

void TemplateFlags::write(json::Writer& writer, const TemplateFlag& flag) const {
    const auto place = std::ranges::find(all, flag.name, &TemplateFlag::name) - all.begin();
    const auto& said = said_[static_cast<std::size_t>(place)];
    const auto value = said ? said : flag.otherwise;
    writer.key(flag.name);
    value ? writer.value(*value) : writer.value(nullptr);
}

std::string TemplateFlags::particulars() const {
    json::Writer writer;
    bool any = false;
    writer.begin_object();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!said_[i] || said_[i] == all[i].otherwise) continue;
        writer.member(all[i].name, *said_[i]);
        any = true;
    }
    writer.end_object();
    return any ? writer.take() : std::string();
}

}  // namespace cartulary::acclaim
