#include "verify/cut_scripts.h"

#include <algorithm>
#include <map>

#include "parse/source.h"
#include "parse/tree.h"
#include "verify/names_in.h"

namespace trueup::verify {

namespace {

using parse::StatementSubjects;

/// What stands in the place of text that is left out: its lines, and the column that it ends in.
std::string blank(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  const std::size_t last = text.rfind('\n');
  return std::string(lines, '\n').append(text.size() - (last == std::string_view::npos ? 0 : last + 1), ' ');
}

/// What becomes of a statement.
struct Choice {
  bool kept = false;
  std::vector<bool> members;  ///< of its list, which are kept; empty where all are
};

Choice choose(const StatementSubjects& statement, const Slice& slice) {
  const auto outside = [&](const std::vector<ObjectId>& item) {
    return !item.empty() &&
           std::none_of(item.begin(), item.end(), [&](const ObjectId& id) { return slice.contains(id); });
  };
  const auto& items = statement.items;
  const auto left_out = static_cast<std::size_t>(std::count_if(items.begin(), items.end(), outside));
  if (left_out == 0) return {.kept = statement.general || !items.empty(), .members = {}};
  if (left_out == items.size() && !statement.general) return {};
  Choice choice{.kept = true, .members = {}};
  for (const std::vector<ObjectId>& item : items) choice.members.push_back(!outside(item));
  return choice;
}

/// Leaves only the members of a tree's list that are kept, in order, while it is printed.
class Shortened {
 public:
  Shortened(std::size_t& count, PgQuery__Node** items, const std::vector<bool>& kept)
      : count_(count), all_(count), items_(items), before_(items, items + count) {
    count_ = 0;
    for (std::size_t i = 0; i < all_; ++i)
      if (kept.at(i)) items_[count_++] = before_[i];
  }
  Shortened(const Shortened&) = delete;
  Shortened& operator=(const Shortened&) = delete;
  ~Shortened() {
    count_ = all_;
    std::copy(before_.begin(), before_.end(), items_);
  }

 private:
  std::size_t& count_;
  std::size_t all_;
  PgQuery__Node** items_;
  std::vector<PgQuery__Node*> before_;
};

/// A member that follows another of its kind says so only by its place.
void state_kinds(std::size_t count, PgQuery__Node** members) {
  auto kind = PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_TABLE;
  for (std::size_t i = 0; i < count; ++i) {
    PgQuery__PublicationObjSpec& member = *members[i]->publication_obj_spec;
    if (member.pubobjtype != PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_CONTINUATION) kind = member.pubobjtype;
    member.pubobjtype = kind;
  }
}

/// The statement with the kept members of its list alone; "" where nothing of it is left, nullopt where it has no list
/// that could be shortened.
std::optional<std::string> shortened(std::string_view sql, const std::vector<bool>& kept) {
  const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
  if (tree.size() != 1) return std::nullopt;
  PgQuery__Node& node = *tree[0].stmt;
  std::size_t* count = nullptr;
  PgQuery__Node** items = nullptr;
  bool can_be_empty = false;
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_GRANT_STMT:
      count = &node.grant_stmt->n_objects;
      items = node.grant_stmt->objects;
      break;
    case PG_QUERY__NODE__NODE_DROP_STMT:
      count = &node.drop_stmt->n_objects;
      items = node.drop_stmt->objects;
      break;
    case PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT:
      count = &node.create_publication_stmt->n_pubobjects;
      items = node.create_publication_stmt->pubobjects;
      can_be_empty = true;
      state_kinds(*count, items);
      break;
    case PG_QUERY__NODE__NODE_ALTER_PUBLICATION_STMT:
      // SET with nothing would mean: none. Only what adds or takes away can be left out.
      if (node.alter_publication_stmt->action == PG_QUERY__ALTER_PUBLICATION_ACTION__AP_SetObjects) return std::nullopt;
      count = &node.alter_publication_stmt->n_pubobjects;
      items = node.alter_publication_stmt->pubobjects;
      state_kinds(*count, items);
      break;
    default:
      return std::nullopt;
  }
  if (*count != kept.size()) return std::nullopt;
  const Shortened in_the_meantime(*count, items, kept);
  if (*count == 0 && !can_be_empty) return "";
  Result<std::string> text = parse::deparse_statement(node);
  return text ? std::optional(*text) : std::nullopt;
}

/// The statement as it stands in the cut script; nullopt where it cannot be cut.
std::optional<std::string> text_of(std::string_view sql, const Choice& choice) {
  if (choice.members.empty()) return std::string(sql);
  std::optional<std::string> text = shortened(sql, choice.members);
  if (text) text->append(static_cast<std::size_t>(std::count(sql.begin(), sql.end(), '\n')), '\n');
  return text;
}

/// A script that is written anew, from its beginning on.
struct CutScript {
  std::string_view from;
  std::size_t done = 0;  ///< of `from`
  std::string text;

  void put(std::size_t offset, std::size_t length, std::string_view sql) {
    text.append(blank(from.substr(done, offset - done))).append(sql).append(";");
    done = offset + length;
    if (done < from.size() && from[done] == ';') ++done;
  }
};

bool is_about_rows(const parse::Statement& statement) {
  switch (static_cast<int>(statement.node->node_case)) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
    case PG_QUERY__NODE__NODE_DISCARD_STMT:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::optional<std::vector<parse::Script>> cut(const std::vector<parse::Script>& scripts,
                                              const parse::Subjects& subjects, const Slice& slice) {
  if (!subjects.complete) return std::nullopt;
  std::vector<const StatementSubjects*> order;
  for (const StatementSubjects& statement : subjects.statements) order.push_back(&statement);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return std::pair(a->script, a->offset) < std::pair(b->script, b->offset);
  });
  std::vector<CutScript> parts;
  for (const parse::Script& script : scripts) parts.push_back({.from = script.text, .done = 0, .text = {}});
  for (const StatementSubjects* statement : order) {
    const Choice choice = choose(*statement, slice);
    if (!choice.kept) continue;
    CutScript& part = parts.at(statement->script);
    const auto offset = static_cast<std::size_t>(statement->offset);
    const auto length = static_cast<std::size_t>(statement->length);
    const std::optional<std::string> text = text_of(part.from.substr(offset, length), choice);
    if (!text) return std::nullopt;
    if (!text->empty()) part.put(offset, length, *text);
  }
  std::vector<parse::Script> cut;
  for (std::size_t i = 0; i < scripts.size(); ++i)
    cut.push_back({.name = scripts[i].name, .text = std::move(parts[i].text)});
  return cut;
}

std::vector<std::string> statements_of(const std::vector<parse::Script>& scripts) {
  std::vector<std::string> statements;
  for (const parse::Script& script : scripts) {
    parse::Source source;
    Diagnostics ignored;
    parse::load(script, source, ignored, 0);
    for (const parse::Statement& statement : source.statements)
      if (is_about_rows(statement)) statements.emplace_back(statement.text());
  }
  return statements;
}

std::vector<parse::Script> cut_rows(const std::vector<parse::Script>& scripts, const Catalog& whole,
                                    const Slice& slice) {
  std::map<std::string, bool> tables;  // → one of that name is in the slice
  for (const auto& [id, object] : whole.objects)
    if (is_relation(id.kind)) tables[id.name] |= slice.contains(id);
  std::vector<parse::Script> cut;
  for (const parse::Script& script : scripts) {
    parse::Source source;
    Diagnostics ignored;
    parse::load(script, source, ignored, whole.server_version);
    CutScript part{.from = source.text, .done = 0, .text = {}};
    for (const parse::Statement& statement : source.statements) {
      bool inside = true;
      if (is_about_rows(statement))
        each_name_of_statement(statement.text(), [&](const std::string&, const std::string& name) {
          const auto table = tables.find(name);
          inside &= table == tables.end() || table->second;
        });
      if (inside)
        part.put(static_cast<std::size_t>(statement.offset), static_cast<std::size_t>(statement.length),
                 statement.text());
    }
    cut.push_back({.name = script.name, .text = std::move(part.text)});
  }
  return cut;
}

}  // namespace trueup::verify
