#include <cctype>
#include <set>
#include <string>

#include "plan/build.h"

namespace trueup::plan {

namespace {

/// Every word of a routine's body that could be a name, folded as PostgreSQL folds it.
std::set<std::string> words(const std::string& body) {
  std::set<std::string> found;
  const auto in_word = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '$' || c >= 0x80; };
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] == '"') {
      const std::size_t end = body.find('"', i + 1);
      if (end == std::string::npos) break;
      found.insert(body.substr(i + 1, end - i - 1));
      i = end + 1;
    } else if (in_word(static_cast<unsigned char>(body[i]))) {
      std::string word;
      for (; i < body.size() && in_word(static_cast<unsigned char>(body[i])); ++i)
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(body[i])));
      found.insert(std::move(word));
    } else {
      ++i;
    }
  }
  return found;
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
    if (!is_routine(id.kind) || draft.places[id].make.empty()) continue;
    for (const std::string& word : words(std::get<Routine>(ends.to.find(id)->payload).body)) {
      const auto [first, last] = made.equal_range(word);
      for (auto it = first; it != last; ++it)
        for (const NodeIndex before : draft.places[*it->second].make)
          draft.graph.edge(before, draft.places[id].make.front(), true);
    }
  }
}

}  // namespace trueup::plan
