#include "dialects/acclaim/organization_particulars.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/text_field.h"
#include "domain/web_address.h"

namespace cartulary::acclaim {

namespace {

// The name is stored: never change it.
constexpr auto dialect = "acclaim";
constexpr std::size_t organization_type_length_max = 255;  // characters

// The text as it is kept, or what is wrong with it. It is never empty.
using Parse = Checked<std::string> (*)(const std::string& written);

Checked<std::string> parse_line(const std::string& written) {
    if (text::length(written) > organization_type_length_max) {
        return problem(at_most(organization_type_length_max));
    }
    if (text::has_control_character(written)) return problem("must not hold control characters");
    return written;
}

Checked<std::string> parse_url(const std::string& written) {
    return parse_web_address(written).map([](const WebAddress& address) { return address.text; });
}

Checked<std::string> parse_email(const std::string& written) {
    return EmailAddress::parse(written).map(
        [](const EmailAddress& address) { return address.text(); });
}

bool is_hexadecimal_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

Checked<std::string> parse_color(const std::string& written) {
    const auto digits = std::string_view(written).substr(1);
    if (written.front() == '#' && digits.size() == 6 &&
        std::ranges::all_of(digits, is_hexadecimal_digit)) {
        return written;
    }
    return problem("must be \"#\" and six hexadecimal digits, for example #1a5276");
}

struct Member {
    std::string_view name;
    std::string Particulars::*value;
    Parse parse;
};
constexpr auto members = std::to_array<Member>({
    {"organization_type", &Particulars::organization_type, parse_line},
    {"twitter_url", &Particulars::twitter_url, parse_url},
    {"facebook_url", &Particulars::facebook_url, parse_url},
    {"linked_in_url", &Particulars::linked_in_url, parse_url},
    {"primary_hex_color", &Particulars::primary_hex_color, parse_color},
    {"support_email", &Particulars::support_email, parse_email},
    {"support_url", &Particulars::support_url, parse_url},
    {"technical_contact_email", &Particulars::technical_contact_email, parse_email},
});

void keep(OrganizationDraft& draft, const Particulars& particulars) {
    if (particulars == Particulars{}) {
        draft.particulars.erase(dialect);
        return;
    }
    json::Writer writer;
    writer.begin_object();
    for (const auto& member : members) {
        const auto& value = particulars.*member.value;
        if (!value.empty()) writer.member(member.name, value);
    }
    draft.particulars[dialect] = writer.end_object().take();
}

// "TrainingProvider" → "Training Provider"
std::string in_words(std::string_view name) {
    std::string words;
    for (const char c : name) {
        const bool begins_word = c >= 'A' && c <= 'Z' && !words.empty();
        if (begins_word) words += ' ';
        words += c;
    }
    return words;
}

}  // namespace

Particulars particulars_of(const OrganizationDraft& draft) {
    Particulars particulars;
    const auto kept = draft.particulars.find(dialect);
    if (kept == draft.particulars.end()) return particulars;
    const auto object = json::parse(kept->second);
    for (const auto& member : members) {
        const auto* value = object ? object->find(member.name) : nullptr;
        if (value && value->string()) particulars.*member.value = *value->string();
    }
    return particulars;
}

std::string type_shown(const OrganizationDraft& draft, const Particulars& particulars) {
    if (!particulars.organization_type.empty()) return particulars.organization_type;
    std::string types;
    for (const auto type : draft.types) {
        if (!types.empty()) types += ", ";
        types += in_words(organization_types.name_of(type));
    }
    return types;
}

void apply_particulars(Body& body, OrganizationDraft& draft) {
    const auto before = particulars_of(draft);
    auto particulars = before;
    for (const auto& member : members) {
        const auto written = body.text(member.name);
        if (!written) continue;
        const auto parsed = written->empty() ? Checked<std::string>() : member.parse(*written);
        if (parsed) {
            particulars.*member.value = *parsed;
        } else {
            body.problem(member.name, parsed.error());
        }
    }
    // What comes back as it was shown is not said anew.
    if (particulars.organization_type == type_shown(draft, before)) {
        particulars.organization_type = before.organization_type;
    }
    if (particulars != before) keep(draft, particulars);
}

}  // namespace cartulary::acclaim
