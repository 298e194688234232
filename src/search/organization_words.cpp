#include "search/organization_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "search/edit_distance.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

struct Group {
    std::string_view standard;
    std::string_view others;  // by spaces
};

// Kinds of organizations and what else half of all names consist of, with their usual abbreviations
// and what the larger languages of science call them.
constexpr Group kinds[] = {
    {"university",
     "univ univs universities universitat universitaet universite universites universidad "
     "universidades universidade universita universitas universiteit universitet universitetet "
     "universitetas uniwersytet univerzita univerzitet univerzitetu universitatea universitesi "
     "universitair universitaire uni universitario universitaria"},
    {"institute",
     "inst institut instituto istituto instytut institutet instituut institutes institutul"},
    {"hospital",
     "hosp hopital hopitaux ospedale hospitals krankenhaus hospitalet ziekenhuis sykehus szpital"},
    {"center", "centre ctr cent centro zentrum centrum centar centers centres centra"},
    {"department", "dept dep deptt depts departamento departement dipartimento departments"},
    {"national", "natl nat nac nacional nationale nazionale nationales"},
    {"academy", "acad academia akademie academie akademia accademia"},
    {"science", "sciences sci scis ciencias ciencia wissenschaften scienze ciencies nauk"},
    {"technology",
     "technol technologies technological technical techn technische technischen technique "
     "technika tecnologia tecnologico tecnologica technologie tech tecnica tecnico techniques"},
    {"college", "coll colleges colegio"},
    {"laboratory", "lab labs laboratories laboratoire laboratorio laboratorium"},
    {"research",
     "res recherche recherches investigacion investigaciones ricerca ricerche pesquisa forschung "
     "investigacao"},
    {"medical", "medicine med medico medicos medicina medecine medizin medica medizinische"},
    {"school", "sch"},
    {"polytechnic",
     "polytech politecnico politecnica polytechnique politechnika polytechnical politehnica "
     "polytechnics"},
    {"international", "int intl internacional"},
    {"association", "assoc assn associacion"},
    {"foundation", "fdn fundacion fundacao fondation fondazione stiftung"},
    {"engineering", "engn engr eng ingenieria engenharia"},
    {"agricultural", "agriculture agr agric agricole"},
    {"government", "govt"},
    {"state", "estatal estadual"},
    {"federal", "fed"},
    {"autonomous", "autonoma autonomo autonome"},
    {"catholic", "catolica cattolica catholique"},
    {"health", "hlth"},
    {"clinic", "clin klinik clinique clinica"},
    {"general", "gen"},
    {"industrial", "ind"},
    {"regional", "reg"},
    {"company", ""},
    {"corporation", ""},
};

constexpr Group subjects[] = {
    {"physics", "phys"},
    {"mathematics", "math maths"},
    {"saint", "st"},
    {"mount", "mt"},
};

// Cities that have one name at home and another abroad, or had another lately.
constexpr Group cities[] = {
    {"munich", "munchen muenchen"},
    {"vienna", "wien"},
    {"cologne", "koln koeln"},
    {"florence", "firenze"},
    {"rome", "roma"},
    {"milan", "milano"},
    {"turin", "torino"},
    {"naples", "napoli"},
    {"genoa", "genova"},
    {"venice", "venezia"},
    {"padua", "padova"},
    {"prague", "praha"},
    {"warsaw", "warszawa"},
    {"krakow", "cracow"},
    {"lisbon", "lisboa"},
    {"brussels", "bruxelles brussel"},
    {"geneva", "geneve genf"},
    {"zurich", "zuerich"},
    {"kyiv", "kiev"},
    {"kharkiv", "kharkov"},
    {"kolkata", "calcutta"},
    {"mumbai", "bombay"},
    {"chennai", "madras"},
    {"bengaluru", "bangalore"},
    {"mysuru", "mysore"},
    {"gurugram", "gurgaon"},
    {"vadodara", "baroda"},
    {"pune", "poona"},
    {"gothenburg", "goteborg"},
    {"copenhagen", "kobenhavn"},
    {"nuremberg", "nurnberg nuernberg"},
    {"dusseldorf", "duesseldorf"},
    {"tubingen", "tuebingen"},
    {"gottingen", "goettingen"},
    {"wurzburg", "wuerzburg"},
    {"lubeck", "luebeck"},
    {"saarbrucken", "saarbruecken"},
    {"seville", "sevilla"},
    {"moscow", "moskva"},
    {"bucharest", "bucuresti"},
    {"belgrade", "beograd"},
    {"antwerp", "antwerpen"},
    {"ghent", "gent"},
    {"hanover", "hannover"},
    {"tehran", "teheran"},
};

constexpr std::string_view joining =
    "of the for and in at de la le les du des del della delle di da do dos das der die das und fur "
    "fuer van von et e y i en el los las to on d l dell degli dei af og och zu zur im a an dall "
    "nell all sull un by with";

constexpr std::string_view legal_forms =
    "inc ltd llc gmbh corporation corp company co limited sa ag bv plc spa srl pty pvt "
    "incorporated kk";

// What is worth a look for a typing error, as it is long enough to be nothing else.
constexpr std::string_view often_misspelled[] = {
    "university", "institute",  "hospital", "department",  "national", "academy",
    "technology", "laboratory", "research", "engineering", "medical",  "college",
};
constexpr std::size_t misspelled_length_min = 7;

template <typename Visit>
void for_each_word(std::string_view words, const Visit& visit) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

using Spellings = std::unordered_map<std::string_view, std::string_view>;

void add(Spellings& spellings, std::span<const Group> groups) {
    for (const auto& [standard, others] : groups) {
        for_each_word(others, [&spellings, to = standard](std::string_view other) {
            spellings.emplace(other, to);
        });
    }
}

const Spellings& spellings() {
    static const auto all = [] {
        Spellings made;
        add(made, kinds);
        add(made, subjects);
        add(made, cities);
        return made;
    }();
    return all;
}

std::unordered_set<std::string_view> set_of(std::string_view words) {
    std::unordered_set<std::string_view> made;
    for_each_word(words, [&](std::string_view word) { made.insert(word); });
    return made;
}

constexpr std::string_view elided_articles[] = {"dell", "dall", "nell", "sull", "degl",
                                                "all",  "un",   "l",    "d"};
constexpr std::string_view apostrophes[] = {"'", "\u2019", "\u2018", "\u00B4", "`"};

bool is_letter_or_digit(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') ||
           ((value | 0x20) >= 'a' && (value | 0x20) <= 'z');
}

bool begins_ignoring_case(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(), [](char wanted, char had) {
               return wanted == static_cast<char>(had | 0x20);
           });
}

// The length of an elided article with its apostrophe at the beginning of the text, and of the
// article alone; zeros where there is none.
struct Elision {
    std::size_t whole = 0;
    std::size_t article = 0;
};

Elision elision_at(std::string_view text) {
    for (const auto article : elided_articles) {
        if (!begins_ignoring_case(text, article)) continue;
        const auto rest = text.substr(article.size());
        for (const auto apostrophe : apostrophes) {
            if (rest.starts_with(apostrophe)) {
                return {article.size() + apostrophe.size(), article.size()};
            }
        }
    }
    return {};
}

}  // namespace

Words organization_words(std::string_view text) {
    Words found;
    for (const auto& word : words_of(with_elisions_parted(text))) {
        if (joins_words(word)) continue;
        found.emplace_back(standard_word(word));
    }
    return found;
}

std::string_view standard_word(std::string_view word) {
    const auto found = spellings().find(word);
    return found == spellings().end() ? word : found->second;
}

bool joins_words(std::string_view word) {
    static const auto all = set_of(joining);
    return all.contains(word);
}

bool says_kind(std::string_view word) {
    return std::any_of(std::begin(kinds), std::end(kinds),
                       [&](const Group& group) { return group.standard == word; });
}

std::string_view kind_misspelled(std::string_view word) {
    if (word.size() < misspelled_length_min) return {};
    const auto characters = characters_of(word);
    for (const auto known : often_misspelled) {
        if (edit_distance(characters, characters_of(known), 1) <= 1) return known;
    }
    return {};
}

void drop_legal_form(Words& words) {
    static const auto all = set_of(legal_forms);
    while (words.size() > 1 && all.contains(words.back())) words.pop_back();
}

std::string with_elisions_parted(std::string_view text) {
    std::string parted;
    parted.reserve(text.size());
    bool within_word = false;
    while (!text.empty()) {
        if (const auto elision = within_word ? Elision{} : elision_at(text); elision.whole > 0) {
            parted.append(text.substr(0, elision.article)).push_back(' ');
            text.remove_prefix(elision.whole);
            continue;
        }
        within_word = is_letter_or_digit(text.front());
        parted.push_back(text.front());
        text.remove_prefix(1);
    }
    return parted;
}

bool contains_run(std::span<const std::string> words, std::span<const std::string> part) {
    return !part.empty() &&
           std::search(words.begin(), words.end(), part.begin(), part.end()) != words.end();
}

}  // namespace cartulary::search
