#include <string>

#include "canonical/analyzer.h"

namespace trueup::canonical {
namespace {

// The bits of frame_options (parsenodes.h).
enum Frame : int {
  nondefault = 0x00001,
  range = 0x00002,
  rows = 0x00004,
  groups = 0x00008,
  between = 0x00010,
  start_unbounded_preceding = 0x00020,
  end_unbounded_preceding = 0x00040,
  start_unbounded_following = 0x00080,
  end_unbounded_following = 0x00100,
  start_current_row = 0x00200,
  end_current_row = 0x00400,
  start_offset_preceding = 0x00800,
  end_offset_preceding = 0x01000,
  start_offset_following = 0x02000,
  end_offset_following = 0x04000,
  exclude_current_row = 0x08000,
  exclude_group = 0x10000,
  exclude_ties = 0x20000,
};

/// get_rule_windowspec's frame clause; {s} and {e} stand for the offsets.
std::string frame_text(int options) {
  if (!(options & nondefault)) return {};
  std::string text = options & range ? "RANGE " : options & rows ? "ROWS " : "GROUPS ";
  if (options & between) text += "BETWEEN ";
  if (options & start_unbounded_preceding) text += "UNBOUNDED PRECEDING ";
  if (options & start_current_row) text += "CURRENT ROW ";
  if (options & start_offset_preceding) text += "{s} PRECEDING ";
  if (options & start_offset_following) text += "{s} FOLLOWING ";
  if (options & between) {
    text += "AND ";
    if (options & end_unbounded_following) text += "UNBOUNDED FOLLOWING ";
    if (options & end_current_row) text += "CURRENT ROW ";
    if (options & end_offset_preceding) text += "{e} PRECEDING ";
    if (options & end_offset_following) text += "{e} FOLLOWING ";
  }
  if (options & exclude_current_row) text += "EXCLUDE CURRENT ROW ";
  if (options & exclude_group) text += "EXCLUDE GROUP ";
  if (options & exclude_ties) text += "EXCLUDE TIES ";
  text.pop_back();
  return text;
}

}  // namespace

Window* Analyzer::window(const PgQuery__WindowDef& node) {
  Window& window = arena.windows.emplace_back();
  window.name = node.name;
  window.base = node.refname;
  // Unlike GROUP BY and ORDER BY of a query, those of a window never mean an output column (force SQL99 rules).
  for (std::size_t i = 0; i < node.n_partition_clause; ++i)
    window.partition.push_back(expression(node.partition_clause[i]));
  window.order = sort_keys(node.n_order_clause, node.order_clause, nullptr);
  window.frame = frame_text(node.frame_options);
  const TypeId ordered = window.order.empty() ? type::none : window.order[0].expr->type.id;
  const auto offset = [&](const Node* bound) -> Expr* {
    if (!bound) return nullptr;
    Expr* value = expression(bound);
    TypeId wanted = type::int8;
    if (node.frame_options & range) {
      // RANGE takes what in_range() of the ordering type takes; only an untyped literal needs it here.
      const bool dated = ordered == type::date || ordered == type::timestamp || ordered == type::timestamptz ||
                         ordered == type::time || ordered == type::interval;
      wanted = dated ? type::interval : value->type.id;
      if (coerce.is_unknown(value) && !dated) unsure = true;
    }
    Expr* coerced = coerce.to_type(value, wanted, Context::implicit, true);
    return coerced ? coerced : value;
  };
  window.start = offset(node.start_offset);
  window.end = offset(node.end_offset);
  return &window;
}

Window* Analyzer::over(const PgQuery__WindowDef& node) {
  const std::string name = node.name;
  if (!name.empty()) {  // OVER name
    Window& use = arena.windows.emplace_back();
    use.name = name;
    use.by_name = true;
    return &use;
  }
  return window(node);
}

}  // namespace trueup::canonical
