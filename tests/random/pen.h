#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "random/dice.h"
#include "random/scene.h"
#include "random/state.h"

namespace trueup::random {

/// Writes one piece. What is asked of it is answered from the piece's choices where these still fit, else by the dice
/// (nullptr: the simplest answer, which stands first), and noted in the piece.
class Pen {
 public:
  Pen(Piece& piece, Scene& scene, Dice* dice) : piece_(piece), scene_(scene), dice_(dice) {}

  using Which = std::function<bool(const Made&)>;

  /// One of `options`, which are not empty. `rare` > 0: anything but the first only once in so many times.
  std::string choose(const std::string& slot, const std::vector<std::string>& options, std::size_t rare = 0);
  bool flag(const std::string& slot, std::size_t one_in) { return choose(slot, {"", "yes"}, one_in) == "yes"; }
  std::size_t number(const std::string& slot, std::size_t from, std::size_t to);

  /// Something made before that fits; nullptr where nothing does. `maybe`: nullptr most of the time, as well.
  Made* pick(const std::string& slot, const Which& which);
  Made* maybe(const std::string& slot, std::size_t one_in, const Which& which);

  /// A name nobody has in `scope` (nor in `also`), taken from then on.
  std::string name(std::string_view base, const std::string& scope, const std::string& also = {});
  /// "public" or a schema made before.
  std::string schema();
  /// A new object in a schema: its name is taken in the namespace `space` of that schema.
  Made fresh(std::string_view sort, std::string_view base, std::string_view space);

  void say(std::string sql);
  /// Says more about what was last said or added.
  void add(std::string sql);
  /// Comment, owner and privileges of `made`. `keyword`: "TABLE"; `privileges`: those GRANT takes.
  [[nodiscard]] bool gives_owner() const;
  void dress(const Made& made, std::string_view keyword, const std::vector<std::string>& privileges, bool owned = true);
  void comment(std::string_view what);
  void grant(std::string_view on, const std::vector<std::string>& privileges);

  /// `made` is there from now on.
  Made& make(Made made);

  Scene& scene() { return scene_; }
  [[nodiscard]] int uid() const { return piece_.uid; }

  /// Drops the choices that nobody has asked for.
  void forget_unused();

 private:
  Piece& piece_;
  Scene& scene_;
  Dice* dice_;
  std::set<std::string> asked_;
};

/// An identifier as statements write it.
[[nodiscard]] std::string quoted(std::string_view name);
[[nodiscard]] std::string in(const std::string& schema, std::string_view name);

/// For Pen::pick: what is of one of these sorts.
[[nodiscard]] Pen::Which of_sort(std::vector<std::string> sorts);
[[nodiscard]] bool is_relation(const Made& made);

}  // namespace trueup::random
