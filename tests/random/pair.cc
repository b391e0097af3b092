#include "random/pair.h"

#include <fmt/format.h>

#include <algorithm>

#include "random/pen.h"

namespace trueup::random {

namespace {

const PieceKind& kind_named(std::string_view name) {
  for (const PieceKind& kind : piece_kinds())
    if (kind.name == name) return kind;
  return piece_kinds().front();
}

/// Makes and changes states.
class Maker {
 public:
  Maker(StatePair& pair, Dice& dice) : pair_(pair), dice_(dice) {}

  State state();
  void edit(State& state);
  void say_otherwise(State& state);
  void restart_uids() { next_uid_ = 1; }

 private:
  const PieceKind& any_kind();
  void append(State& state, const PieceKind& kind);
  void append_with_columns(State& state, const PieceKind& kind);
  void exchange_names(State& state);
  std::size_t any_place(const State& state) { return dice_.below(state.pieces.size() + 1); }

  StatePair& pair_;
  Dice& dice_;
  int next_uid_ = 1;
};

const PieceKind& Maker::any_kind() {
  int total = 0;
  for (const PieceKind& kind : piece_kinds()) total += kind.weight;
  int left = static_cast<int>(dice_.below(static_cast<std::size_t>(total)));
  for (const PieceKind& kind : piece_kinds())
    if ((left -= kind.weight) < 0) return kind;
  return piece_kinds().back();
}

void Maker::append(State& state, const PieceKind& kind) { state.pieces.push_back({.uid = next_uid_++, .kind = &kind}); }

/// A table with columns in its CREATE TABLE, most often with a key.
void Maker::append_with_columns(State& state, const PieceKind& kind) {
  append(state, kind);
  const std::string table = std::to_string(state.pieces.back().uid);
  if (kind.name != "table" && kind.name != "foreign table" && kind.name != "child table") return;
  const std::size_t columns = dice_.below(6);
  for (std::size_t i = 0; i < columns; ++i) {
    append(state, kind_named("column"));
    state.pieces.back().choices["table"] = table;
    // Whole numbers and texts are what most columns are, and what keys and joins find partners for.
    if (i == 0 && dice_.one_in(2))
      state.pieces.back().choices = {{"table", table}, {"type", "integer"}, {"type own", ""}, {"serial", ""}};
  }
  if (columns == 0 || kind.name != "table" || dice_.one_in(3)) return;
  append(state, kind_named("key"));
  state.pieces.back().choices["table"] = table;
}

State Maker::state() {
  State state;
  for (std::size_t i = dice_.below(3); i > 0; --i) append(state, kind_named("role"));
  for (std::size_t i = dice_.below(3); i > 0; --i) append(state, kind_named("schema"));
  for (std::size_t i = dice_.below(3); i > 0; --i) append(state, kind_named("enum type"));
  append_with_columns(state, kind_named("table"));
  const std::size_t more =
      pair_.options.tables > 0 ? static_cast<std::size_t>(pair_.options.tables) * 10 : 6 + dice_.below(28);
  for (std::size_t i = 0; i < more; ++i) append_with_columns(state, any_kind());
  const auto is_table = [](const Piece& piece) { return piece.kind->name == "table"; };
  while (std::count_if(state.pieces.begin(), state.pieces.end(), is_table) < pair_.options.tables)
    append_with_columns(state, kind_named("table"));
  return state;
}

void Maker::exchange_names(State& state) {
  Piece& one = state.pieces[dice_.below(state.pieces.size())];
  for (Piece& other : state.pieces)
    if (other.uid != one.uid && other.kind == one.kind && one.choices.contains("name") &&
        other.choices.contains("name")) {
      std::swap(one.choices["name"], other.choices["name"]);
      return;
    }
}

void Maker::edit(State& state) {
  if (state.pieces.empty()) return append_with_columns(state, kind_named("table"));
  const std::size_t at = dice_.below(state.pieces.size());
  switch (dice_.below(10)) {
    case 0:
    case 1:
      state.pieces.erase(state.pieces.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    case 2:
    case 3: {
      const Piece piece{.uid = next_uid_++, .kind = &any_kind()};
      state.pieces.insert(state.pieces.begin() + static_cast<std::ptrdiff_t>(any_place(state)), piece);
      return;
    }
    case 4:
      return exchange_names(state);
    case 5: {
      const Piece piece = state.pieces[at];
      state.pieces.erase(state.pieces.begin() + static_cast<std::ptrdiff_t>(at));
      state.pieces.insert(state.pieces.begin() + static_cast<std::ptrdiff_t>(any_place(state)), piece);
      return;
    }
    default: {
      Piece& piece = state.pieces[at];
      std::vector<std::string> slots;
      for (const auto& [slot, chosen] : piece.choices)
        if (!slot.starts_with("~")) slots.push_back(slot);
      if (!slots.empty()) piece.changed = slots[dice_.below(slots.size())];
    }
  }
}

void Maker::say_otherwise(State& state) {
  // A name without its schema is a matter of wording, but not in a routine's body, which is kept as it is written.
  const bool verbatim = std::any_of(state.pieces.begin(), state.pieces.end(), [](const Piece& piece) {
    return piece.kind->name.ends_with("function") || piece.kind->name == "procedure";
  });
  for (Piece& piece : state.pieces)
    std::erase_if(piece.choices, [&](const auto& choice) {
      return choice.first.starts_with("~") || (choice.first == "bare" && !verbatim);
    });
}

}  // namespace

std::string written(State& state, const StatePair& pair, Dice* dice) {
  Scene scene;
  scene.version = pair.options.version;
  scene.role_prefix = fmt::format("random_{}_", pair.number);
  std::erase_if(state.pieces, [&](Piece& piece) {
    Pen pen(piece, scene, dice);
    const bool done = piece.kind->write(pen);
    pen.forget_unused();
    return !done;
  });
  return scene.text();
}

StatePair make_pair(const PairOptions& options, int number) {
  StatePair pair{.options = options, .number = number};
  Dice dice(options.seed * 1'000'003 + static_cast<std::uint64_t>(number));
  Maker maker(pair, dice);
  pair.from = maker.state();
  (void)written(pair.from, pair, &dice);
  switch (dice.below(20)) {
    case 0:
      break;  // to nothing
    case 1:
    case 2:
      maker.restart_uids();  // other things under the same names
      pair.to = maker.state();
      break;
    case 3:
    case 4:
      pair.same = true;
      pair.to = pair.from;
      maker.say_otherwise(pair.to);
      break;
    default:
      pair.to = pair.from;
      for (std::size_t edits = 1 + dice.below(8); edits > 0; --edits) maker.edit(pair.to);
  }
  (void)written(pair.to, pair, &dice);
  if (!pair.same && dice.one_in(2)) std::swap(pair.from, pair.to);
  return pair;
}

}  // namespace trueup::random
