#include "web/finder/compare_page.h"

#include <algorithm>

#include "base/text.h"
#include "http/form.h"
#include "web/finder/compare_table.h"
#include "web/form_markup.h"
#include "web/fragments.h"
#include "web/texts/credential_texts.h"
#include "web/texts/term_labels.h"
#include "web/texts/version_texts.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr std::size_t room_of_all = 60'000;  // bytes of what the documents say
constexpr std::size_t complaints_shown_max = 5;
constexpr std::size_t written_shown_max = 60;  // bytes of a text that is no CTID
constexpr int found_shown_max = 10;

using Things = std::vector<std::unique_ptr<ComparedThing>>;

std::string path_of(const std::vector<Ctid>& ctids) {
    std::string path = "/compare";
    for (const auto& ctid : ctids) {
        path += (path.find('?') == std::string::npos ? "?ctid=" : "&ctid=") + ctid.text();
    }
    return path;
}

// What is to be compared, as far as it is known, and what cannot be.
class Chosen {
public:
    Chosen(const Visit& visit, const FinderOperations& operations)
        : visit_(visit), operations_(operations) {
        for (const auto& [name, value] : http::form_decode(visit.request().query)) {
            if (name == "ctid") take(value);
        }
    }

    const Things& things() const { return things_; }

    std::vector<Ctid> ctids(const std::optional<Ctid>& without = {}) const {
        std::vector<Ctid> ctids;
        for (const auto& thing : things_) {
            if (thing->ctid != without) ctids.push_back(thing->ctid);
        }
        return ctids;
    }
    bool has_room() const { return things_.size() < compared_max; }

    Markup complaints() const {
        Markup all;
        for (const auto& complaint : complaints_) all.add(element("p", {}, complaint));
        if (all.empty()) return {};
        return element("div", {{"class", "standing over"}, {"role", "status"}}, all);
    }

private:
    const VersionTexts& words() const { return version_texts(visit_.texts()); }

    void take(const std::string& written) {
        const auto ctid = Ctid::parse(written);
        if (!ctid) {
            const auto shown = text::is_utf8(written) ? written.substr(0, written_shown_max) : "";
            const auto text = element("code", {}, text::is_utf8(shown) ? shown : std::string());
            complain(filled(words().compare_no_ctid, {{"text", text}}));
            return;
        }
        const auto known =
            std::ranges::find(things_, *ctid, [](const auto& thing) { return thing->ctid; });
        if (known != things_.end()) return;
        if (!has_room()) {
            complain_of_too_many();
            return;
        }
        auto thing = found(*ctid);
        if (thing) {
            things_.push_back(std::move(thing));
        } else {
            const auto text = element("code", {}, ctid->text());
            complain(filled(words().compare_unknown, {{"ctid", text}}));
        }
    }

    // Null where it is not there (any more).
    std::unique_ptr<ComparedThing> found(const Ctid& ctid) const {
        auto known = operations_.resources.known(ctid);
        if (!known) return nullptr;
        const auto text = operations_.resources.graph(ctid);
        if (!text) return nullptr;
        auto thing =
            std::make_unique<ComparedThing>(visit_.texts(), operations_.registry, *std::move(known),
                                            ctid, *text->text, room_of_all / compared_max);
        return thing->node ? std::move(thing) : nullptr;
    }

    void complain(Markup complaint) {
        if (complaints_.size() < complaints_shown_max) complaints_.push_back(std::move(complaint));
    }
    void complain_of_too_many() {
        if (std::exchange(are_too_many_, true)) return;
        complaints_.insert(complaints_.begin(), Markup(words().compare_too_many));
    }

    const Visit& visit_;
    const FinderOperations& operations_;
    Things things_;
    std::vector<Markup> complaints_;
    bool are_too_many_ = false;
};

Markup found_list(const Texts& texts, const Chosen& chosen, const Finding::Answer& answer) {
    Markup entries;
    for (const auto& found : answer.items) {
        auto ctids = chosen.ctids();
        if (std::ranges::find(ctids, found.entry.ctid) != ctids.end()) continue;
        ctids.push_back(found.entry.ctid);
        const auto& names = found.entry.names;
        const auto name = names.empty() ? found.entry.ctid.text() : summary_of(names.front().text);
        const auto label = filled(version_texts(texts).compare_add_of,
                                  {{"name", name_markup(name)},
                                   {"kind", Markup(term_label(texts, found.entry.type))},
                                   {"owner", name_markup(found.owner_name)}});
        entries.add(element("li", {},
                            element("a", {{"href", path_of(ctids)}, {"rel", "nofollow"}}, label)));
    }
    return entries;
}

// A search whose results are put beside what is there.
Markup search_part(const Visit& visit, const FinderOperations& operations, const Chosen& chosen) {
    if (!chosen.has_room()) return {};
    const auto& texts = visit.texts();
    const auto& words = version_texts(texts);
    const auto sought = visit.parameter("q");
    Markup fields;
    for (const auto& ctid : chosen.ctids()) fields.add(hidden_field("ctid", ctid.text()));
    const auto form = element(
        "form",
        {{"method", "get"},
         {"action", "/compare"},
         {"class", "search"},
         {"role", "search"},
         {"aria-label", words.compare_search}},
        fields,
        element("div", {{"class", "field"}}, element("label", {{"for", "q"}}, words.compare_search),
                element("input", {{"id", "q"},
                                  {"name", "q"},
                                  {"type", "search"},
                                  {"dir", "auto"},
                                  {"value", sought}})),
        element("button", {{"type", "submit"}}, words.compare_search_button));
    if (text::is_blank(sought)) return form;
    const auto answer = operations.finding.search(
        {.text = sought, .slice = {.offset = 0, .count = found_shown_max}});
    if (!answer) return together(form, element("p", {}, answer.error().message));
    const auto entries = found_list(texts, chosen, *answer);
    if (entries.empty()) {
        const auto none = filled(words.compare_none_found, {{"text", name_markup(sought)}});
        return together(form, element("p", {{"role", "status"}}, none));
    }
    return together(form, list_section(words.compare_found, "parts", entries));
}

Response show(Visit& visit, const FinderOperations& operations) {
    const Chosen chosen(visit, operations);
    const auto& texts = visit.texts();
    const auto& words = version_texts(texts);
    const bool is_empty = chosen.things().empty();
    const auto table =
        is_empty ? Markup() : compare_table(texts, chosen.things(), [&](const Ctid& without) {
            return path_of(chosen.ctids(without));
        });
    const auto about = is_empty ? words.compare_empty : words.compare_about;
    return visit.open_page(
        {.title = std::string(words.compare_title),
         .wide = true,
         .content = together(element("p", {{"class", "lead"}}, about), chosen.complaints(), table,
                             search_part(visit, operations, chosen)),
         .indexed = false});
}

}  // namespace

std::vector<http::Route> compare_routes(const Visits& visits, const FinderOperations& operations) {
    auto route = visits.page("/compare", "compareThings",
                             [operations](Visit& visit) { return show(visit, operations); });
    route.cost = http::Cost::slow;  // it reads whole documents
    return {std::move(route)};
}

}  // namespace cartulary::web
