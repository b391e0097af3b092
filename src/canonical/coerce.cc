#include "canonical/coerce.h"

#include <algorithm>

#include "canonical/builtins/builtins.h"
#include "canonical/literals.h"

namespace trueup::canonical {

bool is_polymorphic(TypeId id) {
  switch (id) {
    case type::anyelement:
    case type::anyarray:
    case type::anynonarray:
    case type::anyenum:
    case type::anyrange:
    case type::anymultirange:
    case type::anycompatible:
    case type::anycompatiblearray:
    case type::anycompatiblenonarray:
    case type::anycompatiblerange:
    case type::anycompatiblemultirange:
      return true;
    default:
      return false;
  }
}

bool has_length(const Types& types, TypeId id) {
  const TypeId element = types.info(id).element;
  const TypeId subject = element == type::none ? id : element;
  return builtins::cast(subject, subject) != nullptr;
}

Path pathway(const Types& types, TypeId target, TypeId source, Context context) {
  source = types.base(source);
  target = types.base(target);
  if (source == target) return Path::relabel;
  const auto by_cast = [&](char cast_context, char method) {
    const Context needed = cast_context == 'i'   ? Context::implicit
                           : cast_context == 'a' ? Context::assignment
                                                 : Context::explicit_cast;
    if (context < needed) return Path::none;
    return method == 'b' ? Path::relabel : method == 'i' ? Path::io : Path::cast;
  };
  if (const builtins::Cast* cast = builtins::cast(source, target)) return by_cast(cast->context, cast->method);
  if (const Types::Cast* cast = types.stated_cast(source, target)) return by_cast(cast->context, cast->method);
  const TypeInfo& from = types.info(source);
  const TypeInfo& into = types.info(target);
  const bool vector = target == type::int2vector || target == type::oidvector;
  if (!vector && from.element != type::none && into.element != type::none &&
      pathway(types, into.element, from.element, context) != Path::none)
    return Path::array;
  if (context >= Context::assignment && into.category == 'S') return Path::io;
  if (context >= Context::explicit_cast && from.category == 'S') return Path::io;
  return Path::none;
}

bool Coercion::can(TypeId from, TypeId to, Context context) const {
  if (from == to || to == type::any || from == type::unknown) return true;
  if (from == type::none || to == type::none) return false;
  if (pathway(names.types, to, from, context) != Path::none) return true;
  const TypeInfo& source = names.types.info(names.types.base(from));
  const TypeInfo& target = names.types.info(names.types.base(to));
  if (from == type::record && target.kind == 'c') return true;
  if (to == type::record && source.kind == 'c') return true;
  return to == type::record_array && source.element != type::none && names.types.info(source.element).kind == 'c';
}

bool Coercion::can(std::span<const TypeId> from, std::span<const TypeId> to, Context context) const {
  bool generic = false;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (is_polymorphic(to[i]))
      generic = true;
    else if (!can(from[i], to[i], context))
      return false;
  }
  if (!generic) return true;
  std::vector<TypeId> declared(to.begin(), to.end());
  return resolve_polymorphic(from, declared, type::void_type) != type::none;
}

/// A cast of ARRAY[…] stands at each element: PostgreSQL writes it so when such a text is entered again.
Expr* Coercion::distribute(Expr* array, TypeUse target, bool implicit) {
  Expr* result = arena.make(Op::array, target);
  const TypeId element = names.types.info(target.id).element;
  for (Expr* arg : array->args) {
    const TypeId wanted = names.types.info(arg->type.id).element != type::none ? target.id : element;
    Expr* cast = to_type(arg, wanted, Context::explicit_cast, implicit);
    result->args.push_back(cast ? cast : arg);
  }
  return result;
}

Expr* Coercion::wrap(Expr* expr, TypeUse target, bool implicit) {
  if (expr->op == Op::array && target.modifier < 0 && names.types.info(target.id).element != type::none)
    return distribute(expr, target, implicit);
  Expr* cast = arena.make(Op::cast, target);
  cast->args = {expr};
  cast->implicit = implicit;
  return cast;
}

Expr* Coercion::literal(const Expr* constant, TypeUse target) {
  Expr* typed = arena.make(Op::constant, {target.id, -1});
  typed->null = constant->null;
  if (constant->null) return typed;
  Literal value = target.id == type::regclass && regclass     ? regclass(*constant)
                  : target.id == type::regconfig && regconfig ? regconfig(*constant)
                                                              : read_literal(names, constant->text, target);
  typed->text = std::move(value.text);
  if (!value.sure) unsure = true;
  return typed;
}

/// ROW(…) to a composite type: field by field (coerce_record_to_complex).
Expr* Coercion::row_to(Expr* row, TypeId target, Context context, bool implicit) {
  const std::vector<ColumnInfo>* columns = names.row(target);
  if (!columns || columns->size() != row->args.size()) return nullptr;
  Expr* typed = arena.make(Op::row, {names.types.base(target), -1});
  for (std::size_t i = 0; i < row->args.size(); ++i) {
    Expr* field = to(row->args[i], (*columns)[i].type, context, true);
    if (!field) return nullptr;
    typed->args.push_back(field);
  }
  return implicit && names.types.base(target) == target ? typed : wrap(typed, {target, -1}, implicit);
}

void Coercion::refer_to_cast(TypeId source, TypeId target) const {
  if (!refer || source == type::none || target == type::none) return;
  const Types::Cast* cast = names.types.stated_cast(names.types.base(source), names.types.base(target));
  if (cast && cast->object) refer(*cast->object);
  if (!cast && names.types.element(source) != type::none)
    refer_to_cast(names.types.element(source), names.types.element(target));
}

Expr* Coercion::to_type(Expr* expr, TypeId target, Context context, bool implicit) {
  const TypeId source = expr->type.id;
  if (source == target || target == type::none) return expr;
  if (target == type::any || target == type::anyelement || target == type::anynonarray ||
      target == type::anycompatible || target == type::anycompatiblenonarray)
    return expr;
  if (is_polymorphic(target)) {
    if (source == type::unknown) return expr;
    const TypeId base = names.types.base(source);
    return base == source ? expr : wrap(expr, {base, -1}, true);
  }
  if (source == type::none) {
    unsure = true;
    return context == Context::explicit_cast ? wrap(expr, {target, -1}, false) : expr;
  }
  if (is_unknown(expr)) {
    const TypeUse base = names.types.base(TypeUse{target, -1});
    Expr* typed = literal(expr, base);
    if (base.id == target) return typed;
    return wrap(typed, {target, -1}, implicit);
  }
  if (expr->op == Op::collate) {
    Expr* inner = to_type(expr->args[0], target, context, implicit);
    if (!inner) return nullptr;
    Expr* collated = arena.make(Op::collate, inner->type);
    collated->text = expr->text;
    collated->args = {inner};
    return collated;
  }
  if (source == type::unknown) return wrap(expr, {target, -1}, implicit);
  if (expr->op == Op::row && names.types.info(names.types.base(target)).kind == 'c' && source == type::record)
    return row_to(expr, target, context, implicit);
  const Path path = pathway(names.types, target, source, context);
  if (path != Path::none) refer_to_cast(source, target);
  if (path != Path::none) return wrap(expr, {target, -1}, implicit);
  return can(source, target, context) ? (implicit ? expr : wrap(expr, {target, -1}, implicit)) : nullptr;
}

Expr* Coercion::to(Expr* expr, TypeUse target, Context context, bool implicit) {
  if (expr->op == Op::collate && expr->type.id != target.id) {
    Expr* inner = to(expr->args[0], target, context, implicit);
    if (!inner) return nullptr;
    Expr* collated = arena.make(Op::collate, inner->type);
    collated->text = expr->text;
    collated->args = {inner};
    return collated;
  }
  // Only an interval literal is read with its modifier at hand; the others get a length conversion on top.
  const bool interval = is_unknown(expr) && names.types.base(target.id) == type::interval && target.modifier >= 0;
  Expr* result = interval ? literal(expr, target) : to_type(expr, target.id, context, implicit);
  if (interval) {
    result->type = {type::interval, target.modifier};
    return target.id == type::interval ? result : wrap(result, {target.id, -1}, implicit);
  }
  if (!result || target.id == type::none) return result;
  if (names.types.info(target.id).kind == 'd' || result->type.modifier == target.modifier) return result;
  if (result->type.id != target.id) return result;
  if (result->op == Op::constant && target.modifier < 0) {  // applyRelabelType changes a constant in place
    Expr* plain = arena.make(Op::constant);
    *plain = *result;
    plain->type = target;
    return plain;
  }
  if (result != expr && result->op == Op::cast) {
    result->type.modifier = target.modifier;
    return result;
  }
  return wrap(result, target, implicit);
}

TypeId Coercion::common_type(std::span<Expr* const> exprs) const {
  std::vector<TypeId> ids;
  for (const Expr* expr : exprs) ids.push_back(expr->type.id);
  return common_type(ids);
}

TypeId Coercion::common_type(std::span<const TypeId> ids) const {
  if (ids.empty()) return type::none;
  if (std::find(ids.begin(), ids.end(), type::none) != ids.end()) return type::none;
  if (ids[0] != type::unknown && std::all_of(ids.begin(), ids.end(), [&](TypeId id) { return id == ids[0]; }))
    return ids[0];
  TypeId picked = names.types.base(ids[0]);
  for (const TypeId id : ids.subspan(1)) {
    const TypeId next = names.types.base(id);
    if (next == type::unknown || next == picked) continue;
    const TypeInfo& info = names.types.info(picked);
    if (picked == type::unknown) {
      picked = next;
    } else if (info.category != names.types.info(next).category) {
      return type::none;
    } else if (!info.preferred && can(picked, next, Context::implicit) && !can(next, picked, Context::implicit)) {
      picked = next;
    }
  }
  return picked == type::unknown ? type::text : picked;
}

int Coercion::common_modifier(std::span<Expr* const> exprs, TypeId type) {
  int modifier = exprs.empty() ? -1 : exprs[0]->type.modifier;
  for (const Expr* expr : exprs)
    if (expr->type.id != type || expr->type.modifier != modifier) return -1;
  return modifier;
}

void Coercion::to_common(std::span<Expr*> exprs, TypeId common) {
  if (common == type::none) {
    unsure = true;
    return;
  }
  for (Expr*& expr : exprs) {
    Expr* coerced = to_type(expr, common, Context::implicit, true);
    if (coerced)
      expr = coerced;
    else
      unsure = true;
  }
}

}  // namespace trueup::canonical
