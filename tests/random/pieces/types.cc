#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/quote.h"
#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

const std::vector<std::string> usage = {"USAGE"};

Made named_type(Pen& pen, std::string_view sort, std::string_view base) {
  Made made = pen.fresh(sort, base, "rel");  // a type's name is a relation's row type's, too
  made.sql = in(made.schema, made.name);
  made.type.text = made.sql;
  return made;
}

}  // namespace

bool write_enum(Pen& pen) {
  Made made = named_type(pen, "enum", "mood");
  std::vector<std::string> labels;
  const std::vector<std::string> all = {"sad", "ok", "happy", "it's", "Very Happy", "größer", "a\"b"};
  for (std::size_t i = 0, n = pen.number("labels", 1, 5); i < n; ++i) {
    const std::string label = pen.choose(fmt::format("label {}", i), all);
    if (std::find(labels.begin(), labels.end(), quote_literal(label)) == labels.end())
      labels.push_back(quote_literal(label));
  }
  pen.say(fmt::format("CREATE TYPE {} AS ENUM ({})", made.sql, fmt::join(labels, ", ")));
  pen.dress(made, "TYPE", usage);
  made.type = {.text = made.sql, .category = 'e', .constants = labels};
  pen.make(std::move(made));
  return true;
}

bool write_composite(Pen& pen) {
  Made made = named_type(pen, "composite", "pair");
  std::vector<std::string> attributes;
  std::vector<std::string> values;
  bool ordered = true;
  for (std::size_t i = 0, n = pen.number("attributes", 1, 3); i < n; ++i) {
    const std::string slot = fmt::format("attribute {}", i);
    const Type type = any_type(pen, slot);
    const std::string name =
        pen.choose(slot + " name", {fmt::format("a{}", i), fmt::format("A \"{}", i), fmt::format("b{}", i)}, 4);
    attributes.push_back(fmt::format("{} {}", quoted(name), spelled(pen, slot, type)));
    values.push_back("NULL");
    ordered = ordered && type.ordered;
    made.columns.push_back({name, type});
  }
  pen.say(fmt::format("CREATE TYPE {} AS ({})", made.sql, fmt::join(attributes, ", ")));
  pen.dress(made, "TYPE", usage);
  if (pen.flag("attribute comment", 6))
    pen.add(fmt::format("COMMENT ON COLUMN {}.{} IS 'part'", made.sql, quoted(made.columns[0].name)));
  made.type = {.text = made.sql,
               .category = 'c',
               .ordered = ordered,
               .constants = {fmt::format("ROW({})", fmt::join(values, ", "))}};
  pen.make(std::move(made));
  return true;
}

bool write_range(Pen& pen) {
  Made made = named_type(pen, "range", "span");
  const Type subtype = builtin(pen, "subtype", "int");
  std::string options = "subtype = " + subtype.text;
  if (subtype.text == "double precision" && pen.flag("diff", 2)) options += ", subtype_diff = float8mi";
  if (pen.scene().version >= 140000) {
    // The one that the server would make up, so that nothing else takes it.
    const std::string multirange = fmt::format("many{}", pen.uid());
    options += ", multirange_type_name = " + in(made.schema, multirange);
  }
  pen.say(fmt::format("CREATE TYPE {} AS RANGE ({})", made.sql, options));
  pen.dress(made, "TYPE", usage);
  made.type = {.text = made.sql, .category = 'r', .constants = {"'empty'"}};
  pen.make(std::move(made));
  return true;
}

bool write_base_type(Pen& pen) {
  Made made = named_type(pen, "base type", "label");
  const std::string space = "fun " + made.schema + " ";
  const std::string input = in(made.schema, made.name.substr(0, 40) + "_in");
  const std::string output = in(made.schema, made.name.substr(0, 40) + "_out");
  pen.say("CREATE TYPE " + made.sql);
  pen.say(fmt::format("CREATE FUNCTION {}(cstring) RETURNS {} LANGUAGE internal IMMUTABLE STRICT AS 'textin'", input,
                      made.sql));
  pen.say(fmt::format("CREATE FUNCTION {}({}) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'", output,
                      made.sql));
  pen.say(fmt::format("CREATE TYPE {} (INPUT = {}, OUTPUT = {}, STORAGE = {}{})", made.sql, input, output, "extended",
                      pen.flag("category", 3) ? ", CATEGORY = 'S'" : ""));
  pen.comment("TYPE " + made.sql);
  made.type = {.text = made.sql, .ordered = false, .constants = {"'a'"}};
  pen.make(std::move(made));
  return true;
}

bool write_domain(Pen& pen) {
  Made made = named_type(pen, "domain", "dom");
  const Type base = any_type(pen, "base");
  std::string sql = fmt::format("CREATE DOMAIN {} AS {}", made.sql, spelled(pen, "base", base));
  if (base.text == "text" && pen.flag("collate", 6)) sql += " COLLATE \"C\"";
  if (pen.flag("default", 3)) sql += " DEFAULT " + value(pen, "default", base, {}, "", Use::scalar);
  if (pen.flag("not null", 6)) sql += " NOT NULL";
  for (const char* slot : {"check", "check 2"}) {
    if (!pen.flag(slot, 3)) continue;
    // A bare name: the word VALUE must not be quoted.
    std::string test = condition(pen, slot, {{"value", base}}, "", Use::immutable);
    const std::string name = pen.flag(std::string(slot) + " unnamed", 3)
                                 ? ""
                                 : fmt::format("CONSTRAINT {} ", quoted(fmt::format("{} {}", slot, pen.uid())));
    sql += fmt::format(" {}CHECK ({})", name, test);
  }
  pen.say(sql);
  pen.dress(made, "DOMAIN", usage);
  if (pen.flag("check", 3) && !pen.flag("check unnamed", 3) && pen.flag("check comment", 4))
    pen.add(fmt::format("COMMENT ON CONSTRAINT {} ON DOMAIN {} IS 'kept'", quoted(fmt::format("check {}", pen.uid())),
                        made.sql));
  made.type = base;
  made.type.text = made.sql;
  made.type.spellings.clear();
  made.type.fresh.clear();
  pen.make(std::move(made));
  return true;
}

bool write_sequence(Pen& pen) {
  Made made = pen.fresh("sequence", "seq", "rel");
  std::string sql = fmt::format("CREATE SEQUENCE {}", made.sql);
  const std::string type = pen.choose("type", {"", "integer", "smallint", "bigint"}, 3);
  if (!type.empty()) sql += " AS " + type;
  for (const char* option : {"INCREMENT BY 5", "INCREMENT BY -1", "MINVALUE -20", "MAXVALUE 3000", "CACHE 10", "CYCLE"})
    if (pen.flag(option, 6) && !(option == std::string_view("INCREMENT BY -1") && pen.flag("INCREMENT BY 5", 6)))
      sql += fmt::format(" {}", option);
  if (pen.flag("start", 5)) sql += " START WITH -3 MINVALUE -20";
  if (sql.find("MINVALUE") != sql.rfind("MINVALUE")) return false;
  pen.say(sql);
  pen.dress(made, "SEQUENCE", {"USAGE", "SELECT", "UPDATE"});
  pen.make(std::move(made));
  return true;
}

}  // namespace trueup::random
