#include "ctdl/patch.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ctdl/node_text.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

namespace {

// RFC 6901.
std::string below(const std::string& pointer, std::string_view name) {
    std::string text = pointer + "/";
    for (const char c : name) {
        if (c == '~') {
            text += "~0";
        } else if (c == '/') {
            text += "~1";
        } else {
            text += c;
        }
    }
    return text;
}

std::string below(const std::string& pointer, std::size_t place) {
    return pointer + "/" + std::to_string(place);
}

// Places in `from` of a longest run of `places` that only grows.
std::vector<bool> longest_growing(const std::vector<std::size_t>& places) {
    std::vector<std::size_t> ends;  // of the best run of each length, by the index in `places`
    std::vector<std::size_t> before(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto better = std::lower_bound(
            ends.begin(), ends.end(), places[i],
            [&](std::size_t end, std::size_t place) { return places[end] < place; });
        before[i] = better == ends.begin() ? i : *(better - 1);
        if (better == ends.end()) {
            ends.push_back(i);
        } else {
            *better = i;
        }
    }
    std::vector<bool> is_in(places.size());
    if (ends.empty()) return is_in;
    for (auto i = ends.back();; i = before[i]) {
        is_in[i] = true;
        if (before[i] == i) return is_in;
    }
}

class PatchWriter {
public:
    std::string whole(const WrittenGraph& from, const WrittenGraph& to) {
        writer_.begin_array();
        if (from.context != to.context) {
            write("replace", "/@context", "@context", json::Value(to.context));
        }
        if (from.id != to.id) write("replace", "/@id", "@id", json::Value(to.id));
        compare_graphs(from.nodes, to.nodes);
        return writer_.end_array().take();
    }

private:
    using Nodes = std::span<const json::Object>;

    void begin(std::string_view operation, const std::string& pointer) {
        writer_.begin_object().member("op", operation).member("path", pointer);
    }
    void remove(const std::string& pointer) {
        begin("remove", pointer);
        writer_.end_object();
    }
    void write(std::string_view operation, const std::string& pointer, std::string_view name,
               const json::Value& value) {
        begin(operation, pointer);
        writer_.key("value");
        write_value(name, value, writer_);
        writer_.end_object();
    }

    // What stays keeps its order; all else is taken out from the end, then put in from the front,
    // so that each place is right when its turn comes.
    void compare_graphs(Nodes from, Nodes to) {
        std::unordered_map<std::string_view, std::size_t> places;
        for (std::size_t i = 0; i < from.size(); ++i) places.emplace(id_of(from[i]), i);
        std::vector<std::size_t> shared;  // places in `from` of those in both, in the order of `to`
        std::vector<std::size_t> shared_to;  // their places in `to`
        for (std::size_t i = 0; i < to.size(); ++i) {
            const auto found = places.find(id_of(to[i]));
            if (found == places.end()) continue;
            shared.push_back(found->second);
            shared_to.push_back(i);
        }
        const auto stays = longest_growing(shared);
        constexpr auto nowhere = static_cast<std::size_t>(-1);
        std::vector<bool> stays_in_from(from.size());
        std::vector<std::size_t> old_place(to.size(), nowhere);
        for (std::size_t i = 0; i < shared.size(); ++i) {
            if (!stays[i]) continue;
            stays_in_from[shared[i]] = true;
            old_place[shared_to[i]] = shared[i];
        }
        const std::string graph = "/@graph";
        for (auto i = from.size(); i-- > 0;) {
            if (!stays_in_from[i]) remove(below(graph, i));
        }
        for (std::size_t i = 0; i < to.size(); ++i) {
            if (old_place[i] == nowhere) write("add", below(graph, i), "", json::Value(to[i]));
        }
        for (std::size_t i = 0; i < to.size(); ++i) {
            if (old_place[i] != nowhere) compare(from[old_place[i]], to[i], below(graph, i));
        }
    }

    void compare(const json::Object& from, const json::Object& to, const std::string& pointer) {
        std::unordered_map<std::string_view, const json::Value*> before;
        for (const auto& [name, value] : from) before[name] = &value;
        std::unordered_map<std::string_view, const json::Value*> after;
        for (const auto& [name, value] : to) after[name] = &value;
        for (const auto& [name, value] : from) {
            if (!after.contains(name)) remove(below(pointer, name));
        }
        for (const auto& [name, value] : to) {
            const auto found = before.find(name);
            if (found == before.end()) {
                write("add", below(pointer, name), name, value);
            } else {
                compare(*found->second, value, name, below(pointer, name));
            }
        }
    }

    // `name` is of the member that the values stand in.
    void compare(const json::Value& from, const json::Value& to, std::string_view name,
                 const std::string& pointer) {
        if (from == to) return;
        if (from.object() && to.object()) {
            compare(*from.object(), *to.object(), pointer);
        } else if (from.array() && to.array()) {
            compare(*from.array(), *to.array(), name, pointer);
        } else {
            write("replace", pointer, name, to);
        }
    }

    // What is the same at both ends stays.
    void compare(const json::Array& from, const json::Array& to, std::string_view name,
                 const std::string& pointer) {
        const auto shorter = std::min(from.size(), to.size());
        std::size_t front = 0;
        while (front < shorter && from[front] == to[front]) ++front;
        std::size_t back = 0;
        while (back < shorter - front && from[from.size() - 1 - back] == to[to.size() - 1 - back]) {
            ++back;
        }
        const auto old_end = from.size() - back;
        const auto new_end = to.size() - back;
        const auto both_end = std::min(old_end, new_end);
        for (auto i = front; i < both_end; ++i) compare(from[i], to[i], name, below(pointer, i));
        for (auto i = old_end; i-- > both_end;) remove(below(pointer, i));
        for (auto i = both_end; i < new_end; ++i) write("add", below(pointer, i), name, to[i]);
    }

    json::Writer writer_;
};

}  // namespace

std::string patch_text(std::string_view from, std::string_view to) {
    return PatchWriter().whole(written_graph(from), written_graph(to));
}

}  // namespace cartulary::ctdl
