#include "canonical/print.h"

#include "base/quote.h"

namespace trueup::canonical {

void Printer::list(const std::vector<Expr*>& exprs, bool hide) {
  bool first = true;
  for (const Expr* expr : exprs) {
    if (!first) out_ += ", ";
    first = false;
    expression(*expr, hide);
  }
}

void Printer::constant(const Expr& expr) {
  out_ += expr.null ? "NULL" : quote_literal(expr.text);
  if (expr.type.id == type::unknown) return;
  out_ += "::";
  type(expr.type);
}

void Printer::column(const Expr& expr) {
  const RangeEntry& entry = *expr.entry;
  if (expr.index == -1) {
    out_ += quote_identifier(entry.display.empty() ? entry.name : entry.display) + ".*";
    return;
  }
  if (!entry.display.empty()) out_ += quote_identifier(entry.display) + ".";
  out_ += quote_identifier(expr.index < -1 ? expr.text : entry.columns[expr.index].name);
}

void Printer::sort_keys(const std::vector<SortKey>& keys) {
  bool first = true;
  for (const SortKey& key : keys) {
    if (!first) out_ += ", ";
    first = false;
    if (key.ordinal > 0)
      out_ += "#" + std::to_string(key.ordinal);
    else
      expression(*key.expr, false);
    if (!key.using_operator.empty()) out_ += " USING " + key.using_operator;
    if (key.descending) out_ += " DESC";
    if (key.nulls_first != key.descending) out_ += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  }
}

void Printer::window(const Window& window) {
  if (window.by_name) {
    out_ += quote_identifier(window.name);
    return;
  }
  out_ += '(';
  if (!window.base.empty()) out_ += quote_identifier(window.base) + " ";
  if (!window.partition.empty()) {
    out_ += "PARTITION BY ";
    list(window.partition);
  }
  if (!window.order.empty()) {
    out_ += " ORDER BY ";
    sort_keys(window.order);
  }
  out_ += window.frame;
  for (const Expr* bound : {window.start, window.end})
    if (bound) {
      out_ += " / ";
      expression(*bound, true);
    }
  out_ += ')';
}

void Printer::call(const Expr& expr) {
  out_ += qualified(expr.schema, expr.text);
  out_ += expr.sql_syntax ? "!(" : "(";
  if (expr.distinct) out_ += "DISTINCT ";
  if (expr.star) out_ += '*';
  bool first = true;
  for (std::size_t i = 0; i < expr.args.size(); ++i) {
    if (!first) out_ += ", ";
    first = false;
    if (expr.flag && i + 1 == expr.args.size()) out_ += "VARIADIC ";
    expression(*expr.args[i], expr.sql_syntax);
  }
  if (!expr.order.empty()) {
    out_ += expr.within_group ? ") WITHIN GROUP (ORDER BY " : " ORDER BY ";
    sort_keys(expr.order);
  }
  out_ += ')';
  if (expr.filter) {
    out_ += " FILTER (WHERE ";
    expression(*expr.filter, true);
    out_ += ')';
  }
  if (expr.window) {
    out_ += " OVER ";
    window(*expr.window);
  }
}

void Printer::subscript(const Expr& expr) {
  out_ += '(';
  expression(*expr.args[0], false);
  out_ += ")[" + expr.text + "]{";
  for (std::size_t i = 1; i < expr.args.size(); ++i) {
    if (i > 1) out_ += ", ";
    expression(*expr.args[i], true);
  }
  out_ += '}';
}

void Printer::sublink(const Expr& expr) {
  out_ += '(';
  if (!expr.args.empty()) {
    out_ += '(';
    list(expr.args);
    out_ += ") ";
  }
  out_ += expr.text + " ";
  if (expr.query) query(*expr.query);
  out_ += ')';
}

void Printer::case_when(const Expr& expr) {
  out_ += "CASE ";
  std::size_t i = 0;
  if (expr.flag) {
    expression(*expr.args[i++], false);
    out_ += ' ';
  }
  for (; i + 1 < expr.args.size(); i += 2) {
    out_ += "WHEN ";
    expression(*expr.args[i], true);
    out_ += " THEN ";
    expression(*expr.args[i + 1], false);
    out_ += ' ';
  }
  out_ += "ELSE ";
  expression(*expr.args.back(), false);
  out_ += " END";
}

void Printer::expression(const Expr& expr, bool hide) {
  const auto infix = [&](std::string_view word, bool hide_casts) {
    out_ += '(';
    bool first = true;
    for (const Expr* arg : expr.args) {
      if (!first) (out_ += ' ').append(word) += ' ';
      first = false;
      expression(*arg, hide_casts);
    }
    out_ += ')';
  };
  const auto prefix = [&](std::string_view word) {
    out_.append(word) += '(';
    list(expr.args);
    out_ += ')';
  };
  const std::string operator_text = expr.schema.empty() ? expr.text : "OPERATOR(" + expr.schema + "." + expr.text + ")";
  switch (expr.op) {
    case Op::constant:
      constant(expr);
      break;
    case Op::column:
      column(expr);
      break;
    case Op::value:
      out_ += "VALUE";
      break;
    case Op::parameter:
      out_ += expr.text;
      break;
    case Op::cast:
      if (hide && expr.implicit) {
        expression(*expr.args[0], true);
        break;
      }
      if (expr.type.id == type::none && expr.args[0]->op == Op::constant && expr.args[0]->type.id == type::unknown) {
        constant(*expr.args[0]);  // as a constant of a type that is known prints
        out_ += "::" + expr.text;
        break;
      }
      out_ += '(';
      expression(*expr.args[0], false);
      out_ += ")::";
      if (expr.type.id == type::none)
        out_ += expr.text;
      else
        type(expr.type);
      break;
    case Op::operation:
      if (expr.args.size() == 1) {
        out_ += '(' + operator_text + ' ';
        expression(*expr.args[0], false);
        out_ += ')';
      } else {
        infix(operator_text, false);
      }
      break;
    case Op::scalar_array:
      infix(operator_text + (expr.flag ? " ALL" : " ANY"), false);
      break;
    case Op::call:
      call(expr);
      break;
    case Op::named:
      out_ += quote_identifier(expr.text) + " => ";
      expression(*expr.args[0], false);
      break;
    case Op::conjunction:
      infix("AND", true);
      break;
    case Op::disjunction:
      infix("OR", true);
      break;
    case Op::negation:
      out_ += "(NOT ";
      expression(*expr.args[0], true);
      out_ += ')';
      break;
    case Op::null_test:
      prefix(expr.flag ? "IS_NOT_NULL" : "IS_NULL");
      break;
    case Op::boolean_test:
      out_ += '(';
      expression(*expr.args[0], true);
      out_ += " IS " + expr.text + ")";
      break;
    case Op::distinct:
      infix("IS DISTINCT FROM", false);
      break;
    case Op::nullif:
      prefix("NULLIF");
      break;
    case Op::coalesce:
      prefix("COALESCE");
      break;
    case Op::greatest:
      prefix("GREATEST");
      break;
    case Op::least:
      prefix("LEAST");
      break;
    case Op::case_when:
      case_when(expr);
      break;
    case Op::array:
      out_ += "ARRAY[";
      list(expr.args);
      out_ += ']';
      if (expr.args.empty() && expr.type.id != type::none) {
        out_ += "::";
        type(expr.type);
      }
      break;
    case Op::row:
      prefix("ROW");
      break;
    case Op::row_compare:
      infix(expr.text, false);
      break;
    case Op::collate:
      out_ += '(';
      expression(*expr.args[0], hide);
      out_ += " COLLATE " + expr.text + ")";
      break;
    case Op::field:
      out_ += '(';
      expression(*expr.args[0], false);
      out_ += ")." + quote_identifier(expr.text);
      break;
    case Op::subscript:
      subscript(expr);
      break;
    case Op::sql_value:
      out_ += expr.text;
      break;
    case Op::sublink:
      sublink(expr);
      break;
    case Op::grouping:
      prefix("GROUPING");
      break;
    case Op::grouping_set:
      prefix(expr.text);
      break;
    case Op::xml:
      prefix("XML{" + expr.text + "}");
      break;
    case Op::opaque:
      out_ += "{" + expr.text + "}";
      break;
  }
}

}  // namespace trueup::canonical
