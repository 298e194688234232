#include "dialects/sunbird/organisation_text.h"

#include "base/text.h"
#include "dialects/sunbird/moments.h"
#include "dialects/sunbird/particulars.h"

namespace cartulary::sunbird {

namespace {

using json::Writer;

// What each key is made of.
struct Subject {
    const TenantOrganization& one;
    const Shown& shown;
    Particulars particulars;

    const Organization& organization() const { return one.organization; }
    const OrganizationDraft& stated() const { return one.organization.stated; }
    std::string_view of_people(const std::string& text) const {
        return shown.with_personal_data ? std::string_view(text) : std::string_view();
    }
};

void write_nothing(Writer& writer, const Subject&) {
    writer.value(nullptr);
}
void write_id(Writer& writer, const Subject& subject) {
    writer.value(shown_serial(subject.organization().serial));
}
void write_is_tenant(Writer& writer, const Subject& subject) {
    writer.value(subject.one.is_root());
}
void write_is_school(Writer& writer, const Subject& subject) {
    const auto type = subject.particulars.type;
    writer.value(type && *type == subject.shown.school_type);
}
void write_number(Writer& writer, const std::optional<std::int64_t>& number) {
    if (number) {
        writer.value(*number);
    } else {
        writer.value(nullptr);
    }
}
void write_single_sign_on(Writer& writer, const Subject& subject) {
    if (subject.particulars.single_sign_on) {
        writer.value(*subject.particulars.single_sign_on);
    } else {
        writer.value(nullptr);
    }
}
void write_texts(Writer& writer, const std::vector<std::string>& texts) {
    writer.begin_array();
    for (const auto& text : texts) writer.value(text);
    writer.end_array();
}
void write_keys(Writer& writer, const Subject& subject) {
    const auto& particulars = subject.particulars;
    if (particulars.sign_keys.empty() && particulars.encryption_keys.empty()) {
        writer.value(nullptr);
        return;
    }
    writer.begin_object().key("signKeys");
    write_texts(writer, particulars.sign_keys);
    writer.key("encKeys");
    write_texts(writer, particulars.encryption_keys);
    writer.end_object();
}
void write_location_ids(Writer& writer, const Subject& subject) {
    writer.begin_array();
    for (const auto& location : subject.particulars.locations) writer.value(location.id);
    writer.end_array();
}
void write_locations(Writer& writer, const Subject& subject) {
    writer.begin_array();
    for (const auto& [id, type] : subject.particulars.locations) {
        writer.begin_object().member("id", id).key("type").text_or_null(type).end_object();
    }
    writer.end_array();
}
void write_root_id(Writer& writer, const Subject& subject) {
    const bool is_modern = subject.shown.profile == Profile::modern;
    const auto own = subject.organization().serial;
    writer.value(shown_serial(is_modern ? own : subject.one.root_serial));
}
void write_slug(Writer& writer, const Subject& subject) {
    writer.text_or_null(subject.one.is_root() ? subject.stated().profile_name : "");
}
void write_updated_at(Writer& writer, const Subject& subject) {
    const auto& organization = subject.organization();
    const bool is_changed = organization.version > 1;
    writer.text_or_null(is_changed ? organisation_moment(organization.updated_at) : "");
}

enum class Kind { present, legacy };

struct Key {
    std::string_view name;
    Kind kind;
    void (*write)(Writer& writer, const Subject& subject);
};

template <auto member>
void write_particular(Writer& writer, const Subject& subject) {
    writer.text_or_null(subject.particulars.*member);
}

constexpr Key keys[] = {
    {"addressId", Kind::legacy, write_nothing},
    {"approvedBy", Kind::legacy, write_nothing},
    {"approvedDate", Kind::legacy, write_nothing},
    {"channel", Kind::present,
     [](Writer& writer, const Subject& subject) { writer.value(subject.one.channel); }},
    {"communityId", Kind::legacy, write_nothing},
    {"contactDetail", Kind::present, write_nothing},
    {"createdBy", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.text_or_null(subject.of_people(subject.one.created_by));
     }},
    {"createdDate", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.value(organisation_moment(subject.organization().created_at));
     }},
    {"dateTime", Kind::legacy, write_nothing},
    {"description", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.text_or_null(subject.stated().description);
     }},
    {"email", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.text_or_null(subject.of_people(subject.stated().email));
     }},
    {"externalId", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.text_or_null(
             identifier_of(subject.stated(), identifier_scheme::sunbird_external_id.name));
     }},
    {"hashTagId", Kind::present, write_id},
    {"homeUrl", Kind::present,
     [](Writer& writer, const Subject& subject) { writer.text_or_null(subject.stated().website); }},
    {"id", Kind::present, write_id},
    {"imgUrl", Kind::legacy, write_particular<&Particulars::image_url>},
    {"isApproved", Kind::legacy, write_nothing},
    {"isDefault", Kind::legacy, write_nothing},
    {"isRootOrg", Kind::present, write_is_tenant},
    {"isSSOEnabled", Kind::present, write_single_sign_on},
    {"isSchool", Kind::present, write_is_school},
    {"isTenant", Kind::present, write_is_tenant},
    {"keys", Kind::present, write_keys},
    {"locationId", Kind::legacy, write_nothing},
    {"locationIds", Kind::present, write_location_ids},
    {"noOfMembers", Kind::legacy, write_nothing},
    {"orgCode", Kind::legacy, write_particular<&Particulars::code>},
    {"orgLocation", Kind::present, write_locations},
    {"orgName", Kind::present,
     [](Writer& writer, const Subject& subject) { writer.value(subject.stated().name); }},
    {"orgType", Kind::legacy, write_nothing},
    {"orgTypeId", Kind::legacy, write_nothing},
    {"organisationSubType", Kind::present,
     [](Writer& writer, const Subject& subject) {
         write_number(writer, subject.particulars.sub_type);
     }},
    {"organisationType", Kind::present,
     [](Writer& writer, const Subject& subject) {
         write_number(writer, subject.particulars.type);
     }},
    {"parentOrgId", Kind::legacy, write_nothing},
    {"preferredLanguage", Kind::present, write_particular<&Particulars::preferred_language>},
    {"provider", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.value(text::folded(subject.one.channel));
     }},
    {"rootOrgId", Kind::present, write_root_id},
    {"slug", Kind::present, write_slug},
    {"status", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.value(static_cast<int>(state_of(subject.organization().status)));
     }},
    {"theme", Kind::legacy, write_particular<&Particulars::theme>},
    {"thumbnail", Kind::legacy, write_particular<&Particulars::thumbnail>},
    {"updatedBy", Kind::present,
     [](Writer& writer, const Subject& subject) {
         writer.text_or_null(subject.of_people(subject.one.updated_by));
     }},
    {"updatedDate", Kind::present, write_updated_at},
};

}  // namespace

void write_organisation(Writer& writer, const TenantOrganization& one, const Shown& shown) {
    const Subject subject{one, shown, particulars_of(one.organization.stated)};
    writer.begin_object();
    for (const auto& [name, kind, write] : keys) {
        if (shown.keys && !shown.keys->contains(name)) continue;
        const bool is_legacy = kind == Kind::legacy;
        if (is_legacy && shown.legacy == Shown::Legacy::absent) continue;
        writer.key(name);
        if (is_legacy && shown.legacy == Shown::Legacy::null) {
            writer.value(nullptr);
        } else {
            write(writer, subject);
        }
    }
    writer.end_object();
}

std::int64_t school_type_of(const Operations& operations) {
    const auto found = operations.organisation_types.find("school");
    return found == operations.organisation_types.end() ? 0 : found->second;
}

}  // namespace cartulary::sunbird
