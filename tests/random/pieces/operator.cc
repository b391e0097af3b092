#include <fmt/format.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

bool of_arguments(const Made& made, std::size_t count) {
  return made.sort == "function" && made.arguments.size() == count;
}

}  // namespace

bool write_aggregate(Pen& pen) {
  // A state function takes the state and a value, and gives the state.
  const Made* step = pen.maybe(
      "step", 2, [](const Made& made) { return of_arguments(made, 2) && made.arguments[0].text == made.type.text; });
  const Type state = step == nullptr ? builtin_types()[0] : step->type;
  const Type taken = step == nullptr ? builtin_types()[0] : step->arguments[1];
  Made made{.uid = pen.uid(), .sort = "aggregate"};
  made.schema = pen.schema();
  made.name = pen.name("agg", "fun " + made.schema + " ");
  made.sql = fmt::format("{}({})", in(made.schema, made.name), taken.text);
  std::string sql = fmt::format(
      "CREATE AGGREGATE {}({}) (SFUNC = {}, STYPE = {}", in(made.schema, made.name), taken.text,
      step == nullptr ? pen.choose("own step", {"int4pl", "int4larger", "int4mul"}) : in(step->schema, step->name),
      state.text);
  if (step == nullptr) sql += pen.choose("initial", {"", ", INITCOND = '0'", ", INITCOND = '1'"});
  // Strict ones without a beginning start from their first value, which must be of the state's type.
  if (step != nullptr && state.text != taken.text && state.category == 'i') sql += ", INITCOND = '0'";
  if (step != nullptr && state.text != taken.text && state.category != 'i') return false;
  if (step == nullptr && pen.flag("combine", 3)) sql += ", COMBINEFUNC = int4pl";
  sql += pen.choose("parallel", {"", ", PARALLEL = SAFE"}, 3);
  pen.say(sql + ")");
  pen.dress(made, "AGGREGATE", {});
  pen.grant("FUNCTION " + made.sql, {"EXECUTE"});
  return true;
}

bool write_operator(Pen& pen) {
  const Made* function = pen.pick("function", [](const Made& made) { return of_arguments(made, 2); });
  if (function == nullptr) return false;
  static const std::vector<std::string> symbols = {"===", "<<<", "~=~=", "@@@@", "|*|"};
  const std::string schema = pen.schema();
  const std::string symbol = pen.choose("symbol", symbols);
  const std::string operands = fmt::format("{}, {}", function->arguments[0].text, function->arguments[1].text);
  if (!pen.scene().taken.insert(fmt::format("operator {} {} {}", schema, symbol, operands)).second) return false;
  std::string sql =
      fmt::format("CREATE OPERATOR {}.{} (FUNCTION = {}, LEFTARG = {}, RIGHTARG = {}", quoted(schema), symbol,
                  in(function->schema, function->name), function->arguments[0].text, function->arguments[1].text);
  if (function->type.text == "boolean")
    sql += pen.choose("restrict", {"", ", RESTRICT = eqsel, JOIN = eqjoinsel", ", RESTRICT = contsel"}, 2);
  if (function->arguments[0].text == function->arguments[1].text && pen.flag("commutes", 3))
    sql += fmt::format(", COMMUTATOR = OPERATOR({}.{})", quoted(schema), symbol);
  pen.say(sql + ")");
  Made made{.uid = pen.uid(), .sort = "operator", .sql = fmt::format("{}.{} ({})", quoted(schema), symbol, operands)};
  pen.dress(made, "OPERATOR", {});
  return true;
}

bool write_operator_family(Pen& pen) {
  Made made = pen.fresh("operator family", "fam", "family");
  const std::string method = pen.choose("method", {"btree", "hash"});
  made.sql += " USING " + method;
  pen.say("CREATE OPERATOR FAMILY " + made.sql);
  if (method == "btree" && pen.flag("member", 3))
    pen.add(
        fmt::format("ALTER OPERATOR FAMILY {} ADD FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)", made.sql));
  pen.dress(made, "OPERATOR FAMILY", {});
  made.marks.insert(method);
  pen.make(std::move(made));
  return true;
}

bool write_operator_class(Pen& pen) {
  const Made* family = pen.maybe(
      "family", 2, [](const Made& made) { return made.sort == "operator family" && made.marks.contains("btree"); });
  const Made* compare = pen.maybe("compare", 2, [](const Made& made) {
    return of_arguments(made, 2) && made.type.text == "integer" && made.marks.contains("immutable") &&
           made.arguments[0].text == "integer" && made.arguments[1].text == "integer";
  });
  Made made = pen.fresh("operator class", "ops", "family");
  made.sql += " USING btree";
  std::string members = "OPERATOR 1 <, OPERATOR 3 =, OPERATOR 5 >";
  if (pen.flag("all operators", 2)) members = "OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >";
  if (family != nullptr && !pen.scene().taken.insert(fmt::format("member {}", family->uid)).second) family = nullptr;
  pen.say(fmt::format("CREATE OPERATOR CLASS {} FOR TYPE integer USING btree{} AS {}, FUNCTION 1 {}(integer, integer)",
                      in(made.schema, made.name),
                      family == nullptr ? "" : " FAMILY " + in(family->schema, family->name), members,
                      compare == nullptr ? "btint4cmp" : in(compare->schema, compare->name)));
  pen.dress(made, "OPERATOR CLASS", {});
  return true;
}

bool write_cast(Pen& pen) {
  const auto own = [](const Type& type) { return type.category == 'e' || type.category == 'c'; };
  const Made* function = pen.pick("function", [&](const Made& made) {
    return of_arguments(made, 1) && made.type.text != made.arguments[0].text &&
           (own(made.type) || own(made.arguments[0]));
  });
  if (function == nullptr) return false;
  // A type with a length would take a function that is told it; a domain is cast as what it stands on.
  const std::string types = fmt::format("{} AS {}", function->arguments[0].text, function->type.text);
  if (types.find('(') != std::string::npos || !pen.scene().taken.insert("cast " + types).second) return false;
  for (const Made& made : pen.scene().made)
    if (made.sort == "domain" &&
        (made.type.text == function->type.text || made.type.text == function->arguments[0].text))
      return false;
  pen.say(fmt::format("CREATE CAST ({}) WITH FUNCTION {}{}", types, function->sql,
                      pen.choose("context", {"", " AS ASSIGNMENT"}, 2)));
  pen.comment(fmt::format("CAST ({})", types));
  return true;
}

bool write_conversion(Pen& pen) {
  Made made = pen.fresh("conversion", "conv", "conversion");
  pen.say(fmt::format(
      "CREATE {}CONVERSION {} FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
      pen.flag("default", 3) && pen.scene().taken.insert("default conversion " + made.schema).second ? "DEFAULT " : "",
      made.sql));
  pen.dress(made, "CONVERSION", {});
  return true;
}

bool write_language(Pen& pen) {
  Made made{.uid = pen.uid(), .sort = "language"};
  made.name = pen.name("lang", "language ");
  made.sql = quoted(made.name);
  // A trusted one is only taken with handlers that nothing else can stand in for.
  const bool trusted = pen.flag("trusted", 2);
  const std::string home = trusted ? "pg_catalog." : pen.choose("~home", {"", "pg_catalog."});
  pen.say(fmt::format("CREATE {}LANGUAGE {} HANDLER {}plpgsql_call_handler{}{}", trusted ? "TRUSTED " : "", made.sql,
                      home, pen.flag("inline", 2) ? fmt::format(" INLINE {}plpgsql_inline_handler", home) : "",
                      pen.flag("validator", 2) ? fmt::format(" VALIDATOR {}plpgsql_validator", home) : ""));
  pen.comment("LANGUAGE " + made.sql);
  return true;
}

bool write_collation(Pen& pen) {
  Made made = pen.fresh("collation", "coll", "collation");
  made.sql = in(made.schema, made.name);
  static const std::vector<std::string> definitions = {"LOCALE = 'C'", "LC_COLLATE = 'C', LC_CTYPE = 'C.UTF-8'",
                                                       "PROVIDER = icu, LOCALE = 'de'",
                                                       "PROVIDER = icu, LOCALE = 'und', DETERMINISTIC = false"};
  const std::string definition = pen.choose("definition", definitions, 2);
  pen.say(fmt::format("CREATE COLLATION {} ({})", made.sql, definition));
  pen.dress(made, "COLLATION", {});
  // LIKE and patterns do not work with one that is not deterministic.
  if (definition.find("DETERMINISTIC") == std::string::npos) pen.make(std::move(made));
  return true;
}

}  // namespace trueup::random
