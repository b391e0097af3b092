#pragma once

#include <functional>
#include <span>
#include <vector>

#include "canonical/expr.h"
#include "canonical/literals.h"
#include "canonical/names.h"

namespace trueup::canonical {

/// Who asks for a conversion (parse_coerce.c's CoercionContext).
enum class Context { implicit, assignment, explicit_cast };

/// PostgreSQL's conversion rules (parse_coerce.c), over the types of one catalog.
struct Coercion {
  Names& names;
  Arena& arena;
  bool& unsure;
  std::function<Literal(const Expr&)> regconfig = {};  ///< the same for text search configurations
  std::function<Literal(const Expr&)> regclass =
      {};  ///< reads an object's name as regclass does, along the search path

  std::function<void(const ObjectId&)> refer = {};  ///< is told of every stated cast that is used

  [[nodiscard]] bool is_unknown(const Expr* expr) const {
    return expr->type.id == type::unknown && expr->op == Op::constant;
  }

  /// can_coerce_type for one pair.
  [[nodiscard]] bool can(TypeId from, TypeId to, Context context) const;
  /// can_coerce_type for an argument list, polymorphic parameters included.
  [[nodiscard]] bool can(std::span<const TypeId> from, std::span<const TypeId> to, Context context) const;

  /// coerce_to_target_type: to a type and its modifier. `implicit` = nobody wrote the cast. Returns nullptr where
  /// PostgreSQL would reject it.
  [[nodiscard]] Expr* to(Expr* expr, TypeUse target, Context context, bool implicit);

  /// coerce_type: to a type, the modifier left alone.
  [[nodiscard]] Expr* to_type(Expr* expr, TypeId target, Context context, bool implicit);

  /// select_common_type and select_common_typmod. none where there is none or a type is not known.
  [[nodiscard]] TypeId common_type(std::span<Expr* const> exprs) const;
  [[nodiscard]] TypeId common_type(std::span<const TypeId> types) const;
  [[nodiscard]] static int common_modifier(std::span<Expr* const> exprs, TypeId type);
  void to_common(std::span<Expr*> exprs, TypeId common);

  /// enforce_generic_type_consistency: fills polymorphic `declared` types; gives the result type, none on failure.
  [[nodiscard]] TypeId resolve_polymorphic(std::span<const TypeId> actual, std::vector<TypeId>& declared,
                                           TypeId result) const;

  /// An untyped literal read by a type's input function.
  [[nodiscard]] Expr* literal(const Expr* constant, TypeUse target);

 private:
  void refer_to_cast(TypeId source, TypeId target) const;
  [[nodiscard]] Expr* distribute(Expr* array, TypeUse target, bool implicit);
  [[nodiscard]] Expr* wrap(Expr* expr, TypeUse target, bool implicit);
  [[nodiscard]] Expr* row_to(Expr* row, TypeId target, Context context, bool implicit);
};

[[nodiscard]] bool is_polymorphic(TypeId id);

/// How one type becomes another (find_coercion_pathway).
enum class Path { none, relabel, cast, array, io };
[[nodiscard]] Path pathway(const Types& types, TypeId target, TypeId source, Context context);

/// The type has a length conversion function of its own (varchar(n), numeric(p,s), …).
[[nodiscard]] bool has_length(const Types& types, TypeId id);

}  // namespace trueup::canonical
