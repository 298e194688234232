#include "app/demo/drafts.h"

#include "operations/bulk_uploads.h"
#include "operations/drafts.h"

namespace cartulary::demo {

namespace {

using ctdl::templates::Entry;
using ctdl::templates::Kind;
using std::chrono::days;
using std::chrono::hours;

constexpr auto table_name = "evening-courses.csv";
constexpr auto table =
    "External Identifier,CTID,Owned By,Credential Name,Credential Type,Description,"
    "Subject Webpage,Credential Status,Language\n"
    "EVE-1,,same as owner,Rope Work,Certificate,Splices and knots. Invented for a demonstration.,"
    "https://harbor.example/evening/1,Active,en-US\n"
    "EVE-2,,same as owner,Sail Making,Certificate,Cuts and sews sails. Invented for a "
    "demonstration.,https://harbor.example/evening/2,Active,en-US\n"
    "EVE-3,,same as owner,Engine Care,Certificate,Keeps small engines alive. Invented for a "
    "demonstration.,harbor example,Active,en-US\n"
    "EVE-4,,same as owner,Radio,License,,https://harbor.example/evening/4,Active,en-US\n"
    "EVE-5,,same as owner,Nudos y cabos,Certificate,Empalmes y nudos. Inventado para una "
    "demostración.,https://harbor.example/evening/5,Active,es\n";

Entry credential(const std::string& name, const std::string& path) {
    Entry entry;
    entry.fields["Name"] = {name};
    entry.fields["Type"] = {"Certificate"};
    entry.fields["Description"] = {name + ", in the evening. Invented for a demonstration."};
    entry.fields["SubjectWebpage"] = {"https://harbor.example/evening/" + path};
    entry.fields["CredentialStatusType"] = {"Active"};
    entry.fields["InLanguage"] = {"en-US"};
    entry.fields["EstimatedDuration"] = {"6-8 weeks"};
    entry.fields["OccupationType"] = {"53-5011"};
    return entry;
}

class Desk {
public:
    Desk(Stage& stage, Cast& cast) : stage_(stage), cast_(cast), drafts_(stage.registry()) {}

    Ctid save(const Entry& entry, Kind kind = Kind::credentials,
              const std::string& identifier = {}) {
        return granted(
                   drafts_.save(author(), own(),
                                {.kind = kind, .external_identifier = identifier, .entry = entry}),
                   "draft")
            .draft.ctid;
    }
    Ctid approved(const Entry& entry) {
        const auto ctid = save(entry);
        stage_.pass(std::chrono::minutes(20));
        done(drafts_.approve(author(), own(), std::vector{ctid}));
        return ctid;
    }
    Ctid published(const Entry& entry) {
        const auto ctid = approved(entry);
        stage_.pass(hours(3));
        done(drafts_.publish(stage_.actor(archivist), std::vector{ctid}));
        return ctid;
    }
    void send_back(const Ctid& ctid, const std::string& reason) {
        granted(drafts_.send_back(stage_.actor(archivist), ctid, reason), "draft sent back");
    }
    void unpublish(const Ctid& ctid) {
        const auto version = granted(drafts_.get(author(), own(), ctid), "draft").draft.version;
        granted(drafts_.unpublish(author(), own(), ctid, version), "draft taken back");
    }
    void upload() {
        BulkUploads uploads(stage_.registry());
        granted(uploads.read_now(author(), own(), {Kind::credentials, table_name, table}), "table");
    }

private:
    const OrganizationId& own() const { return cast_.harbor().id; }
    Caller author() {
        return granted(acting_in(stage_.actor(writer), own(), Need::publish), "author");
    }
    static void done(Result<Drafts::Done> result) {
        const auto done = granted(std::move(result), "draft");
        if (done.left_count > 0) {
            throw std::logic_error("a draft was left: " + text_of(done.left.at(0).error));
        }
    }

    Stage& stage_;
    Cast& cast_;
    Drafts drafts_;
};

Entry unfinished(const std::string& name) {
    Entry entry;
    entry.fields["Name"] = {name};
    entry.fields["Type"] = {"Certificate"};
    entry.fields["SubjectWebpage"] = {"harbor"};
    return entry;
}

Entry course() {
    Entry entry;
    entry.fields["Name"] = {"Tides and Currents"};
    entry.fields["Type"] = {"Course"};
    entry.fields["Description"] = {"When the water comes and goes. Invented for a demonstration."};
    entry.fields["SubjectWebpage"] = {"https://harbor.example/evening/tides"};
    entry.fields["AvailableOnlineAt"] = {"https://harbor.example/evening/tides"};
    return entry;
}

}  // namespace

void plan_drafts(Stage& stage, Script& script, Cast& cast) {
    const auto desk = std::make_shared<Desk>(stage, cast);
    script.keep(desk);
    script.at(days(90), [=] {
        desk->published(credential("Harbor Pilot Assistant", "pilot"));
        desk->published(credential("Boat Painting", "paint"));
    });
    script.at(days(70),
              [=] { desk->unpublish(desk->published(credential("Net Mending", "nets"))); });
    script.at(days(12), [=] {
        desk->send_back(desk->approved(credential("Harbor Master", "master")),
                        "Please say who may call themselves so: the law of the state does.");
    });
    script.at(days(6), [=] {
        desk->save(unfinished("Lighthouse Keeping"));
        desk->save(unfinished("Whale Watching Guide"));
        desk->save(credential("Rigging", "rigging"), Kind::credentials, "EVE-20");
        desk->save(course(), Kind::learning_opportunities);
    });
    script.at(days(3), [=] {
        desk->approved(credential("Dock Crane Operation", "crane"));
        desk->approved(credential("Cold Chain Handling", "cold"));
    });
    script.at(days(1), [=] { desk->approved(credential("Ice Navigation", "ice")); });
    script.at(hours(20), [=] { desk->upload(); });
}

}  // namespace cartulary::demo
