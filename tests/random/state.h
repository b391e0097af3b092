#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trueup::random {

class Pen;

/// A kind of piece: how it is written. Gives false where it cannot be, at its place.
struct PieceKind {
  std::string_view name;
  int weight;  ///< how often it is taken
  bool (*write)(Pen&);
};

/// Every kind of piece there is.
[[nodiscard]] const std::vector<PieceKind>& piece_kinds();

/// One object, or an object with what is said about it. All that is left to chance about it stands in `choices`: a slot
/// and what was chosen for it. Slots that begin with "~" are a matter of wording and change nothing in the catalog.
struct Piece {
  int uid;  ///< the same for the same object of both ends of a pair; names are made from it
  const PieceKind* kind;
  std::map<std::string, std::string> choices = {};
  std::string changed = {};  ///< a slot that is to be chosen anew, otherwise than it is
};

/// A schema as its pieces, each of which refers only to those before it.
struct State {
  std::vector<Piece> pieces;

  [[nodiscard]] const Piece* find(int uid) const;
  [[nodiscard]] Piece* find(int uid);
};

}  // namespace trueup::random
