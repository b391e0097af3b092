#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "plan/build.h"

namespace trueup::plan {

namespace {

/// Every word of a routine's body that could be a name, folded as PostgreSQL folds it; `bare` gets those that no
/// schema's name stands before.
std::set<std::string> words(const std::string& body, std::set<std::string>* bare = nullptr) {
  std::set<std::string> found;
  const auto keep = [&](std::string word, std::size_t start) {
    if (bare && (start == 0 || body[start - 1] != '.')) bare->insert(word);
    found.insert(std::move(word));
  };
  const auto in_word = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '$' || c >= 0x80; };
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] == '"') {
      const std::size_t end = body.find('"', i + 1);
      if (end == std::string::npos) break;
      keep(body.substr(i + 1, end - i - 1), i);
      i = end + 1;
    } else if (in_word(static_cast<unsigned char>(body[i]))) {
      const std::size_t start = i;
      std::string word;
      for (; i < body.size() && in_word(static_cast<unsigned char>(body[i])); ++i)
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(body[i])));
      keep(std::move(word), start);
    } else {
      ++i;
    }
  }
  return found;
}

/// True when making the routine would look up names in its body that no schema's name stands before.
bool leans_on_search_path(const Routine& routine, const std::set<std::string>& names) {
  if (routine.language != "sql" && routine.language != "plpgsql") return false;
  std::set<std::string> bare;
  words(routine.body, &bare);
  return std::any_of(bare.begin(), bare.end(), [&](const std::string& word) { return names.contains(word); });
}

bool can_be_mentioned(Kind kind) {
  return is_relation(kind) || is_routine(kind) || is_type(kind) || kind == Kind::sequence;
}

}  // namespace

void add_body_edges(const Ends& ends, const Fates& fates, Draft& draft) {
  std::multimap<std::string, const ObjectId*> made;
  for (const auto& [id, fate] : fates)
    if (can_be_mentioned(id.kind) && (fate.create || !fate.alter.empty())) made.emplace(id.name, &id);
  for (const auto& [id, fate] : fates) {
    if (draft.places[id].make.empty()) continue;
    const auto* routine = std::get_if<Routine>(&ends.to.find(id)->payload);
    if (!routine) continue;
    for (const std::string& word : words(routine->body)) {
      const auto [first, last] = made.equal_range(word);
      for (auto it = first; it != last; ++it)
        for (const NodeIndex before : draft.places[*it->second].make)
          draft.graph.edge(before, draft.places[id].make.front(), true);
    }
  }
}

std::optional<ObjectId> routine_checked_later(const Ends& ends, const Draft& draft,
                                              const std::vector<NodeIndex>& order) {
  std::set<std::string> names;
  for (const auto& [id, object] : ends.to.objects)
    if (can_be_mentioned(id.kind)) names.insert(id.name);
  const std::set<NodeIndex> disappointed = draft.graph.disappointed(order);
  for (const NodeIndex i : order) {
    const Node& node = draft.graph[i];
    if (!is_routine(node.subject.kind) || node.change == diff::Change::drop) continue;
    const auto* routine = std::get_if<Routine>(&ends.to.find(node.subject)->payload);
    if (!routine || routine->body.empty()) continue;
    if (disappointed.contains(i) || leans_on_search_path(*routine, names)) return node.subject;
  }
  return std::nullopt;
}

}  // namespace trueup::plan
