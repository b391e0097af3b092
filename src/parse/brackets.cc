#include "parse/brackets.h"

#include <cstdint>
#include <string_view>

namespace trueup::parse {
namespace {

bool is_at_time_zone(const PgQuery__Node& node) {
  if (node.node_case != PG_QUERY__NODE__NODE_FUNC_CALL) return false;
  const PgQuery__FuncCall& call = *node.func_call;
  if (call.funcformat != PG_QUERY__COERCION_FORM__COERCE_SQL_SYNTAX || call.n_funcname == 0) return false;
  const PgQuery__Node& name = *call.funcname[call.n_funcname - 1];
  return name.node_case == PG_QUERY__NODE__NODE_STRING && std::string_view(name.string->sval) == "timezone";
}

/// What binds its parts more loosely than a name, constant or call.
bool is_compound(const PgQuery__Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_BOOL_EXPR:
    case PG_QUERY__NODE__NODE_A_EXPR:
    case PG_QUERY__NODE__NODE_NULL_TEST:
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
    case PG_QUERY__NODE__NODE_SUB_LINK: return true;
    default: return false;
  }
}

bool is_logic(const PgQuery__Node& node) { return node.node_case == PG_QUERY__NODE__NODE_BOOL_EXPR; }

bool needs_brackets(const PgQuery__AExpr& parent, const PgQuery__Node& child) {
  if (is_logic(child)) return true;
  if (!parent.lexpr) return is_at_time_zone(child);  // a sign binds tighter than AT TIME ZONE
  switch (static_cast<int>(parent.kind)) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM: return &child == parent.lexpr && is_compound(child);
    default: return false;
  }
}

bool needs_brackets(const ProtobufCMessage& parent, const PgQuery__Node& child) {
  const ProtobufCMessageDescriptor* kind = parent.descriptor;
  if (kind == &pg_query__type_cast__descriptor) return is_logic(child) || is_at_time_zone(child);
  if (kind == &pg_query__null_test__descriptor || kind == &pg_query__boolean_test__descriptor ||
      kind == &pg_query__collate_clause__descriptor)
    return is_logic(child);
  if (kind == &pg_query__aexpr__descriptor)
    return needs_brackets(reinterpret_cast<const PgQuery__AExpr&>(parent), child);
  if (kind == &pg_query__aindirection__descriptor)
    return child.node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR || child.node_case == PG_QUERY__NODE__NODE_SUB_LINK ||
           child.node_case == PG_QUERY__NODE__NODE_CASE_EXPR;
  if (kind == &pg_query__sub_link__descriptor)
    return &child == reinterpret_cast<const PgQuery__SubLink&>(parent).testexpr && is_compound(child);
  if (kind == &pg_query__func_call__descriptor) {
    PgQuery__Node call = PG_QUERY__NODE__INIT;
    call.node_case = PG_QUERY__NODE__NODE_FUNC_CALL;
    call.func_call = const_cast<PgQuery__FuncCall*>(&reinterpret_cast<const PgQuery__FuncCall&>(parent));
    return is_at_time_zone(call) && (is_compound(child) || is_at_time_zone(child));
  }
  return false;
}

}  // namespace

Brackets::Brackets(const PgQuery__Node& root) { walk(const_cast<PgQuery__Node&>(root).base); }

Brackets::~Brackets() {
  for (auto it = changed_.rbegin(); it != changed_.rend(); ++it) *it->first = it->second;
}

void Brackets::slot(const ProtobufCMessage& parent, PgQuery__Node*& child) {
  walk(child->base);
  if (!needs_brackets(parent, *child)) return;
  Row& made = rows_.emplace_back();
  made.argument = child;
  pg_query__row_expr__init(&made.row);
  made.row.n_args = 1;
  made.row.args = &made.argument;
  made.row.row_format = PG_QUERY__COERCION_FORM__COERCE_IMPLICIT_CAST;
  pg_query__node__init(&made.node);
  made.node.node_case = PG_QUERY__NODE__NODE_ROW_EXPR;
  made.node.row_expr = &made.row;
  changed_.emplace_back(&child, child);
  child = &made.node;
}

/// Visits every node below a message, whatever its type: protobuf-c describes its fields.
void Brackets::walk(ProtobufCMessage& message) {
  auto* bytes = reinterpret_cast<std::uint8_t*>(&message);
  const ProtobufCMessageDescriptor& kind = *message.descriptor;
  for (unsigned i = 0; i < kind.n_fields; ++i) {
    const ProtobufCFieldDescriptor& field = kind.fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE) continue;
    const bool is_node = field.descriptor == &pg_query__node__descriptor;
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      const std::size_t count = *reinterpret_cast<std::size_t*>(bytes + field.quantifier_offset);
      auto** items = *reinterpret_cast<ProtobufCMessage***>(bytes + field.offset);
      for (std::size_t k = 0; k < count; ++k) {
        if (is_node)
          slot(message, reinterpret_cast<PgQuery__Node**>(items)[k]);
        else
          walk(*items[k]);
      }
      continue;
    }
    const bool absent = (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) != 0 &&
                        *reinterpret_cast<std::uint32_t*>(bytes + field.quantifier_offset) != field.id;
    auto*& single = *reinterpret_cast<ProtobufCMessage**>(bytes + field.offset);
    if (absent || !single) continue;
    if (is_node)
      slot(message, reinterpret_cast<PgQuery__Node*&>(single));
    else
      walk(*single);
  }
}

}  // namespace trueup::parse
