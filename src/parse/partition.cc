#include "parse/partition.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/expression.h"
#include "parse/grammar.h"
#include "parse/index.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

bool is_numeric_type(std::string_view type) {
  const std::string base = without_modifier(type);
  return base == "integer" || base == "smallint" || base == "bigint" || base == "numeric" || base == "oid" ||
         base == "real" || base == "double precision";
}

std::string_view type_at(const std::vector<std::string>& types, std::size_t i) {
  return i < types.size() ? std::string_view(types[i]) : std::string_view{};
}

// numeric(5,2) makes 1 into 1.00.
std::string with_scale(std::string text, std::string_view type) {
  const std::size_t comma = type.find(',');
  if (!type.starts_with("numeric(") || comma == std::string_view::npos) return text;
  const int scale = std::atoi(std::string(type.substr(comma + 1)).c_str());
  const std::size_t point = text.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point) - 1;
  if (decimals >= scale) return text;
  if (point == std::string::npos) text += '.';
  return text.append(scale - decimals, '0');
}

// A constant as the server prints it once it has been coerced to the key's type: numbers bare (negative ones in
// quotes), everything else in quotes; casts on it are gone.
std::string datum_text(const Step& step, const Node& node, std::string_view type) {
  const Node* inner = &node;
  while (inner->node_case == PG_QUERY__NODE__NODE_TYPE_CAST) inner = inner->type_cast->arg;
  if (inner->node_case != PG_QUERY__NODE__NODE_A_CONST) return expression_of(step, &node).text;
  if (inner->a_const->isnull) return "NULL";
  const std::string text = value_text(inner);
  if (type == "boolean") return text == "t" || text == "true" || text == "on" || text == "1" ? "true" : "false";
  const bool number = !text.empty() && text.find_first_not_of("-0123456789.") == std::string::npos;
  if (is_numeric_type(type) && number) {
    const std::string scaled = with_scale(text, type);
    return scaled.front() == '-' ? quote_literal(scaled) : scaled;
  }
  if (type.empty() && inner->a_const->val_case != PG_QUERY__A__CONST__VAL_SVAL) return text;
  return quote_literal(text);
}

std::string range_datum(const Step& step, const Node& node, std::string_view type) {
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {
    const std::string name(last_string(nodes(node.column_ref->n_fields, node.column_ref->fields)));
    return name == "minvalue" ? "MINVALUE" : name == "maxvalue" ? "MAXVALUE" : quote_identifier(name);
  }
  if (node.node_case == PG_QUERY__NODE__NODE_PARTITION_RANGE_DATUM) {
    const PgQuery__PartitionRangeDatum& datum = *node.partition_range_datum;
    if (datum.kind == PG_QUERY__PARTITION_RANGE_DATUM_KIND__PARTITION_RANGE_DATUM_MINVALUE) return "MINVALUE";
    if (datum.kind == PG_QUERY__PARTITION_RANGE_DATUM_KIND__PARTITION_RANGE_DATUM_MAXVALUE) return "MAXVALUE";
    return datum_text(step, *datum.value, type);
  }
  return datum_text(step, node, type);
}

std::string range_text(const Step& step, Nodes datums, const std::vector<std::string>& types) {
  std::string text;
  for (std::size_t i = 0; i < datums.size(); ++i) {
    if (i > 0) text += ", ";
    text += range_datum(step, *datums[i], type_at(types, i));
  }
  return "(" + text + ")";
}

std::string list_text(const Step& step, Nodes datums, std::string_view type) {
  std::string text;
  for (const Node* datum : datums) {
    if (!text.empty()) text += ", ";
    text += datum_text(step, *datum, type);
  }
  return "(" + text + ")";
}

// The types of the key's columns; "" for an expression's.
std::vector<std::string> key_types(const Step& step, const ObjectId& parent) {
  std::vector<std::string> types;
  const Table* table = step.fold.table(parent);
  if (!table || !table->partition_key) return types;
  for (const KeyElement& element : table->partition_key->elements) {
    const Column* column = element.is_column ? step.fold.column(parent, column_of(element)) : nullptr;
    types.push_back(column ? column->type : std::string());
  }
  return types;
}

KeyElement partition_element(const Step& step, const PgQuery__PartitionElem& element, const ObjectId& table,
                             std::string_view method) {
  KeyElement key;
  if (*element.name != '\0') {
    key.is_column = true;
    key.expression.text = quote_identifier(element.name);
  } else {
    key.expression = expression_of(step, element.expr);
  }
  key.collation = collation_text(step, nodes(element.n_collation, element.collation));
  const Column* column = key.is_column ? step.fold.column(table, element.name) : nullptr;
  if (column && column->collation == key.collation) key.collation.clear();
  key.opclass = operator_class_text(step, nodes(element.n_opclass, element.opclass), method);
  return key;
}

}  // namespace

Expression partition_bound(const Step& step, const PgQuery__PartitionBoundSpec& bound, const ObjectId& parent) {
  const std::vector<std::string> types = key_types(step, parent);
  Expression expression;
  expression.search_path = step.path();
  if (bound.is_default)
    expression.text = "DEFAULT";
  else if (*bound.strategy == 'h')
    expression.text = fmt::format("FOR VALUES WITH (modulus {}, remainder {})", bound.modulus, bound.remainder);
  else if (*bound.strategy == 'l')
    expression.text =
        "FOR VALUES IN " + list_text(step, nodes(bound.n_listdatums, bound.listdatums), type_at(types, 0));
  else
    expression.text =
        fmt::format("FOR VALUES FROM {} TO {}", range_text(step, nodes(bound.n_lowerdatums, bound.lowerdatums), types),
                    range_text(step, nodes(bound.n_upperdatums, bound.upperdatums), types));
  return expression;
}

PartitionKey partition_key(const Step& step, const PgQuery__PartitionSpec& spec, const ObjectId& table) {
  PartitionKey key;
  key.strategy = partition_strategy(spec);
  const std::string_view method = key.strategy == "hash" ? "hash" : "btree";
  for (const Node* node : nodes(spec.n_part_params, spec.part_params))
    key.elements.push_back(partition_element(step, *node->partition_elem, table, method));
  return key;
}

}  // namespace trueup::parse
