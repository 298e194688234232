#include <algorithm>
#include <utility>

#include "ctdl/address_places.h"
#include "ctdl/language_maps.h"
#include "ctdl/query_condition.h"
#include "domain/resource.h"

namespace cartulary::ctdl {

namespace {

using Condition = Query::Condition;
using Narrowing = Query::Narrowing;

// As an entry's references have it.
std::string target_of(const std::string& address) {
    const auto ctid = is_own(address) ? ctid_in(address) : std::nullopt;
    return ctid ? ctid->text() : address;
}

// Whether nodes that have the property are within the document of what refers to them.
bool is_within(const Property& property) {
    return !property.domains.empty() &&
           std::none_of(property.domains.begin(), property.domains.end(), is_top_level);
}

// How people are reached is in no index; see entries.cpp.
bool is_indexed(const Property& property) {
    constexpr std::string_view personal[] = {"ceterms:email", "ceterms:telephone",
                                             "ceterms:faxNumber", "ceterms:socialMedia"};
    return std::find(std::begin(personal), std::end(personal), property.name) == std::end(personal);
}

class Narrowings {
public:
    explicit Narrowings(const Query::Words& words) : words_(words) {}

    // Of what every node that meets the condition has.
    void read(const Condition& condition) {
        std::visit([this](const auto& test) { add(test); }, condition.test);
    }

    std::vector<Narrowing> take() { return std::move(narrowings_); }

private:
    void add(const Condition::All& all) {
        for (const auto& part : all.parts) read(part);
    }
    void add(const Condition::Any& any) {
        if (any.parts.empty()) narrowings_.push_back({Narrowing::Kind::ctid});  // meets nothing
    }
    void add(const Condition::Not&) {}
    void add(const Condition::Present&) {}
    void add(const Condition::Range&) {}

    void add(const Condition::Text& text) {
        const bool has_whole_words =
            text.match == Condition::Match::words || text.match == Condition::Match::exact;
        const auto datatype = text.property->datatype;
        const bool is_text = datatype == Datatype::text || datatype == Datatype::language_map;
        if (!has_whole_words || !is_text || !is_indexed(*text.property)) return;
        constexpr std::size_t words_max = 16;  // more narrow no further
        auto words = words_(text.value);
        if (words.size() > words_max) words.resize(words_max);
        if (!words.empty()) narrowings_.push_back({Narrowing::Kind::words, "", std::move(words)});
    }

    void add(const Condition::Address& address) {
        Narrowing narrowing{Narrowing::Kind::ctid};
        if (address.property) {
            if (!is_indexed(*address.property)) return;
            // The value itself or what an alignment object there points at: by any property.
            narrowing.kind = Narrowing::Kind::reference;
            const bool may_be_aligned =
                takes_class(*address.property, "ceterms:AlignmentObject") ||
                takes_class(*address.property, "ceterms:CredentialAlignmentObject");
            if (!may_be_aligned) narrowing.property = address.property->name;
        }
        for (const auto& value : address.values) {
            auto target = target_of(value);
            if (!address.property && !Ctid::parse(target)) continue;
            narrowing.values.push_back(std::move(target));
        }
        narrowings_.push_back(std::move(narrowing));
    }

    void add(const Condition::Class& wanted) {
        if (!wanted.is_there) narrowings_.push_back({Narrowing::Kind::type, "", wanted.values});
    }

    // Of what lies within the node, what it refers to is among its own references.
    void add(const Condition::Related& related) {
        if (related.is_reverse) return;
        const auto* test = &related.part.front().test;
        std::vector<const Condition*> parts{&related.part.front()};
        if (const auto* all = std::get_if<Condition::All>(test)) {
            parts.clear();
            for (const auto& part : all->parts) parts.push_back(&part);
        }
        for (const auto* part : parts) {
            const auto* address = std::get_if<Condition::Address>(&part->test);
            if (!address || !address->property || !is_within(*address->property)) continue;
            if (related.property->name == "ceterms:targetContactPoint") continue;
            add(*address);
        }
    }

    const Query::Words& words_;
    std::vector<Narrowing> narrowings_;
};

}  // namespace

std::vector<Query::Narrowing> Query::narrowings(const Words& words) const {
    Narrowings narrowings(words);
    narrowings.read(*root_);
    return narrowings.take();
}

}  // namespace cartulary::ctdl
