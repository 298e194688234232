#include <algorithm>
#include <set>
#include <utility>

#include "ctdl/assistant.h"
#include "ctdl/templates/entry.h"
#include "ctdl/templates/entry_reader.h"

namespace cartulary::ctdl::templates {

namespace {

// What plain input calls otherwise than the template does.
std::string_view field_name(std::string_view input_name) {
    return input_name == "CredentialType" ? type_field : input_name;
}

bool is_part_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Names of fields ("SubjectWebpage") as people read them ("Subject Webpage").
std::string with_columns(const Template& of, std::string_view text) {
    std::string told;
    while (!text.empty()) {
        const auto end = std::find_if_not(text.begin(), text.end(), is_part_of_name);
        const auto length = std::max<std::ptrdiff_t>(end - text.begin(), 1);
        const auto word = text.substr(0, static_cast<std::size_t>(length));
        const bool is_compound =
            std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const auto* field = is_compound ? find_field(of, word) : nullptr;
        told += field ? field->column : word;
        text.remove_prefix(word.size());
    }
    return told;
}

// One entry on its way; a member for each step.
class Making {
public:
    Making(const Template& of, const Entry& entry, const Surroundings& surroundings)
        : of_(of), entry_(entry), surroundings_(surroundings) {}

    Reading make() {
        // What could not even be stored is not read.
        if (auto problems = problems_in(of_, entry_); !problems.empty()) {
            return {.problems = std::move(problems)};
        }
        require_fields();
        EntryReader reader(of_, surroundings_);
        auto input = reader.read(entry_);
        if (of_.kind == Kind::organizations) put_organization_class(input);
        add(reader.take_problems());
        Reading reading;
        if (of_.kind != Kind::locations) reading.document = map(std::move(input));
        reading.problems = std::move(problems_);
        if (has_errors(reading.problems)) reading.document.reset();
        return reading;
    }

private:
    void tell(Problem problem) {
        if (problems_.size() >= problems_max) return;
        const bool is_error = problem.severity == Problem::Severity::error;
        // One is enough of a spot that is empty or cannot be read.
        if (is_error && !blamed_.insert(problem.path).second && !problem.path.empty()) return;
        problems_.push_back(std::move(problem));
    }

    void add(Problems problems) {
        for (auto& problem : problems) tell(std::move(problem));
    }

    void require_fields() {
        for (const auto& field : of_.fields) {
            const bool is_needed = field.required && group_of(field).empty();
            if (is_needed && value_of(entry_, field.name).empty()) {
                tell({Problem::Severity::error, std::string(field.name), "is required"});
            }
        }
        const auto* language = find_field(of_, "InLanguage");
        if (language && !language->required && value_of(entry_, language->name).empty()) {
            tell({Problem::Severity::warning, std::string(language->name),
                  "is not said, and texts are taken as " + std::string(language->usual)});
        }
    }

    // It follows from what the organization does.
    void put_organization_class(PlainInput& input) const {
        const auto types = entry_.fields.find("AgentType");
        const auto& field = *find_field(of_, "AgentType");
        const bool assures_quality =
            types != entry_.fields.end() &&
            std::any_of(types->second.begin(), types->second.end(), [&](const auto& text) {
                const auto* choice = find_choice(of_, field, text);
                return choice && (choice->name == "orgType:QualityAssurance" ||
                                  choice->name == "orgType:AccreditationBody");
            });
        input.put("Type",
                  std::string(assures_quality ? "ceterms:QACredentialOrganization"
                                              : "ceterms:CredentialOrganization"),
                  "AgentType");
    }

    std::optional<Document> map(PlainInput input) {
        Sources sources;
        const auto& entity = *assistant::find_entity(of_.entity);
        const std::string member(entity.name);
        const json::Value request(
            json::Object{{member, std::move(input).take(member + '.', sources)}});
        auto reading = assistant::map(entity, request, surroundings_.addresses);
        for (auto& problem : reading.problems) {
            tell({problem.severity, entry_path(problem.path, sources, member),
                  with_columns(of_, problem.text)});
        }
        return std::move(reading.document);
    }

    // The path of the entry to what plain input has at this one.
    std::string entry_path(const std::string& path, const Sources& sources,
                           const std::string& member) const {
        auto known = path;
        while (!known.empty()) {
            if (const auto found = sources.find(known); found != sources.end()) {
                return within(found->second, std::string_view(path).substr(known.size()));
            }
            const auto end = known.find_last_of(".[");
            known.resize(end == std::string::npos ? 0 : end);
        }
        return within("", path.starts_with(member) ? std::string_view(path).substr(member.size())
                                                   : std::string_view());
    }

    // `rest`: ".Description", of a field that may be another one of the same row.
    std::string within(const std::string& from, std::string_view rest) const {
        if (!rest.starts_with('.')) return from;
        rest.remove_prefix(1);
        const auto name = field_name(rest.substr(0, rest.find_first_of(".[")));
        const auto spot = spot_of(of_, from);
        if (spot.field) return from;
        const auto whole_name = spot.group.empty()
                                    ? std::string(name)
                                    : std::string(spot.group) + '.' + std::string(name);
        if (!find_field(of_, whole_name)) return from;
        return from.empty() ? std::string(name) : from + '.' + std::string(name);
    }

    const Template& of_;
    const Entry& entry_;
    const Surroundings& surroundings_;
    Problems problems_;
    std::set<std::string> blamed_;
};

}  // namespace

Reading document_of(const Template& of, const Entry& entry, const Surroundings& surroundings) {
    return Making(of, entry, surroundings).make();
}

}  // namespace cartulary::ctdl::templates
