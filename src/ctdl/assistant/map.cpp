#include <algorithm>
#include <optional>

#include "base/text.h"
#include "ctdl/assistant.h"
#include "ctdl/assistant/entities.h"
#include "ctdl/assistant/mapper.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr std::string_view default_language = "en-US";
// A member of the request, by its name as written.
struct Stated {
    std::string name;
    const json::Value* value = nullptr;
};

std::optional<Stated> find_stated(const json::Object& request, std::string_view name) {
    std::optional<Stated> found;
    for (const auto& member : request) {
        if (text::equal_ignoring_ascii_case(member.name, name) && is_given(member.value)) {
            found = Stated{member.name, &member.value};
        }
    }
    return found;
}

bool is_asked_for(const json::Object& request, std::string_view flag) {
    const auto* value = member_of(request, flag);
    return value && value->boolean() && *value->boolean();
}

std::string address_of(const Node& node) {
    return *node.texts_of("@id").begin();
}

// Of one request; a member for each step.
class Request {
public:
    Request(const Entity& entity, const json::Object& request, const Addresses& addresses)
        : entity_(entity), request_(request), addresses_(addresses) {}

    Reading map();
    Reading map(const Listed& listed);

private:
    Reading map(const Stated& subject);
    std::optional<Stated> find_subject();
    void read_language(const json::Object& subject);
    void put_language(Node& node, std::string_view class_name);
    std::string_view class_of(const json::Object& subject, const std::string& path);
    // The member that says which class it is.
    std::string type_name() const {
        return entity_.name == "Credential" ? "CredentialType" : "Type";
    }
    std::string_view class_said(const json::Object& subject, const std::string& path);
    void warn_of_unknown(const Stated& subject);
    void offer_references(Mapper& mapper);
    void add_companions(Mapper& mapper, Node& main);
    void add_companion(Mapper& mapper, Node& main, const Companion& companion,
                       const json::Object& input, const std::string& path);
    void link_top(Node& main, Node& concept_node);
    std::optional<Kind> kind_of(const json::Object& input, const Companion& companion,
                                const std::string& path);
    std::string list_of_parts() const;
    json::Value payload(const Stated& subject);
    void judge(const json::Value& payload, Reading& reading);

    const Entity& entity_;
    const json::Object& request_;
    const Addresses& addresses_;
    ProblemList problems_;
    std::string_view class_;
    std::string language_{default_language};
    bool is_language_stated_ = false;
    bool is_one_of_many_ = false;  // what stands around it is not its own alone
    std::vector<Made> parts_;
    std::vector<Origin> origins_;
    std::unordered_set<std::string> linked_;  // by the property that is dealt with
};

std::optional<Stated> Request::find_subject() {
    auto subject = find_stated(request_, entity_.name);
    if (!subject) {
        subject = find_stated(request_, entity_.family.substr(entity_.family.find(':') + 1));
    }
    if (!subject) problems_.error(entity_.name, "is required");
    return subject;
}

// Of texts that say none: the request's, or the first of the thing itself.
void Request::read_language(const json::Object& subject) {
    const auto stated = find_stated(request_, "DefaultLanguage");
    const auto* own = stated ? stated->value : member_of(subject, "InLanguage");
    const auto* list = own ? own->array() : nullptr;
    const auto* tag = list ? list->front().string() : own ? own->string() : nullptr;
    if (tag && is_language_tag(text::trimmed(*tag))) {
        language_ = text::trimmed(*tag);
        is_language_stated_ = true;
    } else if (stated) {
        problems_.error(stated->name, "must be a language tag such as en-US");
    }
}

// What does not say in which language it is: as the request.
void Request::put_language(Node& node, std::string_view class_name) {
    const auto* usual = find_property("ceterms:inLanguage");
    const auto* of_competencies = find_property("ceasn:inLanguage");
    const auto* property = has_property(class_name, *of_competencies) ? of_competencies : usual;
    if (!is_language_stated_ || !has_property(class_name, *property)) return;
    if (node.has(usual->name) || node.has(of_competencies->name)) return;
    node.put(property->name, {text_value(language_), {}}, true);
}

// What the thing says that it is; empty where it says nothing.
std::string_view Request::class_said(const json::Object& subject, const std::string& path) {
    const auto identity = identity_of(subject);
    const auto kind = find_stated(subject, type_name());
    const auto* text = kind ? kind->value->string() : nullptr;
    const auto written = text ? text::trimmed(*text) : identity.type;
    if (written.empty()) {
        return is_asked_for(subject, "IsQAOrganization") ? "ceterms:QACredentialOrganization" : "";
    }
    const auto said = class_named(written);
    if (said.empty()) {
        problems_.error(path + '.' + (text ? kind->name : identity.type_name),
                        '"' + std::string(written.substr(0, 100)) + "\" is no class of CTDL");
        return entity_.family;
    }
    return said;
}

std::string_view Request::class_of(const json::Object& subject, const std::string& path) {
    const auto said = class_said(subject, path);
    if (said.empty() || is_a(entity_.family, said)) return entity_.family;
    if (is_a(said, entity_.family)) return said;
    problems_.error(path + '.' + type_name(), "must be a kind of " + std::string(entity_.family) +
                                                  ", not " + std::string(said));
    return entity_.family;
}

void Request::warn_of_unknown(const Stated& subject) {
    for (const auto& member : request_) {
        const bool is_known =
            member.name == subject.name || is_of_request(member.name) || !is_given(member.value) ||
            std::any_of(companions().begin(), companions().end(), [&](const Companion& each) {
                return is_a(class_, each.family) &&
                       text::equal_ignoring_ascii_case(each.member, member.name);
            });
        if (!is_known) {
            problems_.warn(member.name.substr(0, 100),
                           "is not known of this request, and was left out");
        }
    }
}

void Request::offer_references(Mapper& mapper) {
    const auto stated = find_stated(request_, "ReferenceObjects");
    if (!stated) return;
    const auto* list = stated->value->array();
    if (!list) return problems_.error(stated->name, "must be a list of objects");
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto path = stated->name + '[' + std::to_string(i) + ']';
        const auto* input = (*list)[i].object();
        if (!input) {
            if (is_given((*list)[i])) problems_.error(path, "must be an object");
            continue;
        }
        const auto identity = identity_of(*input);
        const auto type = identity.type.empty() ? std::string_view() : class_named(identity.type);
        if (!identity.id.starts_with("_:")) {
            problems_.error(path + ".Id", "must begin with _:");
        } else if (type.empty()) {
            problems_.error(path + ".Type", "must be a class of CTDL");
        } else {
            mapper.offer(*input, {input_class_of(type), type}, path);
        }
    }
}

std::optional<Kind> Request::kind_of(const json::Object& input, const Companion& companion,
                                     const std::string& path) {
    const auto identity = identity_of(input);
    const auto* own = find_input_class(companion.input_class);
    const auto expected = own ? own->ctdl_class : std::string_view("ceasn:Competency");
    if (identity.type.empty()) return Kind{own ? own : input_class_of(expected), expected};
    const auto said = class_named(identity.type);
    if (said.empty() || (own && !is_a(said, expected) && !is_a(expected, said))) {
        problems_.error(path + '.' + identity.type_name,
                        "must be " + std::string(own ? expected : "a class of CTDL") +
                            (own ? " or a kind of it" : ""));
        return std::nullopt;
    }
    const auto chosen = own && is_a(expected, said) ? expected : said;
    return Kind{own ? own : input_class_of(chosen), chosen};
}

// Which concepts are at the top of a scheme, where the request asks to find it out.
void Request::link_top(Node& main, Node& concept_node) {
    const bool is_top = !concept_node.has("skos:broader");
    const bool says_so = concept_node.has("skos:topConceptOf");
    if (is_top && !says_so && is_asked_for(request_, "GenerateIsTopChild")) {
        concept_node.put("skos:topConceptOf", {text_value(address_of(main)), {}}, false);
    }
    const bool is_wanted = (is_top && is_asked_for(request_, "GenerateHasTopChild")) ||
                           (says_so && is_asked_for(request_, "GenerateHasTopChildFromIsTopChild"));
    const auto address = address_of(concept_node);
    if (is_wanted && linked_.insert(address).second) {
        main.put("skos:hasTopConcept", {text_value(address), {}}, true);
    }
}

void Request::add_companion(Mapper& mapper, Node& main, const Companion& companion,
                            const json::Object& input, const std::string& path) {
    const auto kind = kind_of(input, companion, path);
    if (!kind) return;
    const auto identity = identity_of(input);
    const bool is_blank = identity.id.starts_with("_:");
    if (is_blank && companion.link.empty() && companion.back.empty()) {
        return mapper.offer(input, *kind, path);
    }
    if (identity.ctid.empty() && !is_blank && is_top_level(kind->ctdl_class)) {
        problems_.error(path + ".CTID", "is required");
    }
    auto node = mapper.whole(input, *kind, path);
    put_language(node, kind->ctdl_class);
    const auto own = address_of(node);
    const auto* back = find_property(companion.back);
    if (back && !node.has(back->name) && has_property(kind->ctdl_class, *back)) {
        const auto local = companion.back.substr(companion.back.find(':') + 1);
        const auto* declared = kind->input->find(text::lower_ascii(local));
        node.put(back->name, {text_value(address_of(main)), {}}, !declared || declared->is_list);
    }
    const auto* link = find_property(companion.link);
    if (link && has_property(class_, *link) && linked_.insert(own).second) {
        main.put(link->name, {text_value(own), {path}}, true);
    }
    if (is_a(class_, "skos:ConceptScheme")) link_top(main, node);
    parts_.push_back(std::move(node).take());
}

void Request::add_companions(Mapper& mapper, Node& main) {
    for (const auto& companion : companions()) {
        if (!is_a(class_, companion.family)) continue;
        const auto stated = find_stated(request_, companion.member);
        if (!stated) continue;
        const auto* list = stated->value->array();
        if (!list) {
            problems_.error(stated->name, "must be a list of objects");
            continue;
        }
        linked_ = main.texts_of(companion.link.empty() ? "skos:hasTopConcept" : companion.link);
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (!is_given((*list)[i])) continue;
            const auto path = stated->name + '[' + std::to_string(i) + ']';
            if (const auto* input = (*list)[i].object()) {
                add_companion(mapper, main, companion, *input, path);
            } else {
                problems_.error(path, "must be an object");
            }
        }
    }
}

// The list whose things go into the document too: "Competencies".
std::string Request::list_of_parts() const {
    for (const auto& companion : companions()) {
        if (is_a(class_, companion.family)) return std::string(companion.member);
    }
    return std::string(entity_.name);
}

// What the reader of documents has against it, and what is missing, in the request's own words.
void Request::judge(const json::Value& payload, Reading& reading) {
    const auto tell = [&](const Problem& problem, bool missing) {
        auto path = problem.path == "@graph" ? list_of_parts()
                                             : input_path(origins_, problem.path, missing);
        const bool is_known = missing ? problems_.blames(path) : problems_.has_error_at(path);
        if (problem.severity == Problem::Severity::error && is_known) return;
        problems_.add({problem.severity, std::move(path), with_input_names(problem.text)});
    };
    reading = read_payload(payload, addresses_);
    for (const auto& problem : reading.problems) tell(problem, false);
    // Also of what cannot be published all that is missing is told at once.
    const auto known = reading.document ? std::move(reading.document)
                                        : read_payload(payload, addresses_, true).document;
    if (known) {
        for (const auto& problem : missing_in(*known)) tell(problem, true);
    }
    reading.document.reset();
    if (known && !problems_.has_errors()) reading.document = *known;
}

// The graph: the thing itself, its parts, then the blank nodes.
json::Value Request::payload(const Stated& subject) {
    const auto& input = *subject.value->object();
    class_ = class_of(input, subject.name);
    if (!is_one_of_many_) warn_of_unknown(subject);
    read_language(input);
    Mapper mapper(addresses_, language_, problems_);
    offer_references(mapper);
    const auto* own = find_input_class(entity_.name);
    const Kind kind{own ? own : input_class_of(class_), class_};
    auto main = mapper.subject(input, kind, subject.name, type_name());
    put_language(main, class_);
    add_companions(mapper, main);

    json::Array graph;
    const auto add = [&](Made made) {
        graph.push_back(std::move(made.value));
        origins_.push_back(std::move(made.origin));
    };
    add(std::move(main).take());
    for (auto& part : parts_) add(std::move(part));
    for (auto& rest : mapper.take_rest(!is_one_of_many_)) add(std::move(rest));
    return json::Value(json::Object{{"@context", text_value(context_of(class_))},
                                    {"@graph", json::Value(std::move(graph))}});
}

Reading Request::map(const Stated& subject) {
    Reading reading;
    if (subject.value->object()) {
        judge(payload(subject), reading);
    } else {
        problems_.error(subject.name, "must be an object");
    }
    reading.problems = problems_.take();
    return reading;
}

Reading Request::map() {
    if (const auto subject = find_subject()) return map(*subject);
    return {.problems = problems_.take()};
}

Reading Request::map(const Listed& listed) {
    is_one_of_many_ = true;
    return map(Stated{std::string(listed.member) + '[' + std::to_string(listed.index) + ']',
                      &listed.input});
}

}  // namespace

Reading map(const Entity& entity, const json::Value& request, const Addresses& addresses) {
    if (const auto* object = request.object()) return Request(entity, *object, addresses).map();
    return {.problems = {{Problem::Severity::error, "", "must be a JSON object"}}};
}

Reading map(const Entity& entity, const json::Value& request, const Listed& listed,
            const Addresses& addresses) {
    if (const auto* object = request.object()) {
        return Request(entity, *object, addresses).map(listed);
    }
    return {.problems = {{Problem::Severity::error, "", "must be a JSON object"}}};
}

}  // namespace cartulary::ctdl::assistant
